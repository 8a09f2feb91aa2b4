// SPDX-License-Identifier: MIT
#include "authoring/text_rules.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace whodunit {
namespace {

void add_joined(std::set<std::string>& files, std::vector<std::string> const& programs) {
  for (auto const& sources : programs)
    for (std::size_t from = 0; from <= sources.size();) {
      auto const plus = std::min(sources.find('+', from), sources.size());
      files.insert(sources.substr(from, plus - from));
      from = plus + 1;
    }
}

// What [build] names.
std::set<std::string> named_by(Build const& build) {
  std::set<std::string> files;
  if (build.script.empty())
    add_joined(files, build.sources);
  else
    files.insert(build.script);
  add_joined(files, build.programs);
  add_joined(files, build.libraries);
  files.insert(build.files.begin(), build.files.end());
  return files;
}

// Headers are named by sources only.
bool is_header(std::string const& file) {
  return file.ends_with(".hpp") || file.ends_with(".h");
}

void missing(std::filesystem::path const& file, std::string_view advice, Findings& findings) {
  findings.add(Rule::missing_file,
               {file.string(), {}, "this file is missing", std::string(advice)});
}

void check_learners(Dossier const& dossier, std::set<std::string> const& wanted,
                    Findings& findings) {
  for (auto const& file : wanted)
    if (!std::ranges::binary_search(dossier.learners, file))
      missing(dossier.mystery / file, "[build] of case.toml names it, or leaves it to be main.cpp",
              findings);
  for (auto const& file : dossier.learners)
    if (file != "case.toml" && !wanted.contains(file) && !is_header(file))
      findings.add(Rule::stray_file, {(dossier.mystery / file).string(),
                                      {},
                                      "nothing uses this file",
                                      "name it in [build] of case.toml, or remove it"});
}

void check_instructors(Dossier const& dossier, std::set<std::string> const& wanted,
                       Findings& findings) {
  bool healed = dossier.key_text.find("\n[build]") != std::string::npos;
  for (auto const& file : dossier.instructors) {
    bool const cures = wanted.contains(file) || is_header(file);
    healed = healed || cures;
    if (file != "key.toml" && file != "explanation.md" && !cures)
      findings.add(Rule::stray_file, {(dossier.solution / file).string(),
                                      {},
                                      "nothing uses this file",
                                      "a healed file has the name of the learner's that it cures"});
  }
  if (!healed && !dossier.asked->control)
    missing(dossier.solution / "main.cpp",
            "the healed program is the learner's with its one cause removed", findings);
}

} // namespace

void check_files(Dossier const& dossier, Findings& findings) {
  check_learners(dossier, named_by(dossier.asked->build), findings);
  check_instructors(dossier, named_by(dossier.healed), findings);
}

} // namespace whodunit
