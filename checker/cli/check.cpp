// SPDX-License-Identifier: MIT
#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/grading_session.hpp"
#include "cli/learner_option.hpp"
#include "report/grade_json.hpp"
#include "report/grade_text.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <fmt/format.h>

namespace whodunit::cli {
namespace {

constexpr char const* how_to_make_one =
    "make one with a file for each case, such as answers/mystery000.toml with the line status = 0";

/// Every diagnosis file in \p folder, sorted; what begins with a dot is an editor's.
Checked<std::vector<std::filesystem::path>> diagnosis_files(std::filesystem::path const& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code failed;
  if (std::filesystem::is_regular_file(folder, failed))
    return std::vector{Complaint{folder.string(),
                                 {},
                                 "is a file, not a folder",
                                 fmt::format("whodunit diagnose CASE {}", folder.string())}};
  for (std::filesystem::directory_iterator entry(folder, failed), end; !failed && entry != end;
       entry.increment(failed))
    if (entry->path().extension() == ".toml" && !entry->path().filename().string().starts_with('.'))
      files.push_back(entry->path());
  if (failed)
    return std::vector{Complaint{
        folder.string(), {}, fmt::format("cannot be read: {}", failed.message()), how_to_make_one}};
  if (files.empty())
    return std::vector{Complaint{
        folder.string(), {}, "holds no diagnosis: no file ends in .toml", how_to_make_one}};
  std::ranges::sort(files);
  return files;
}

/// Grades file after file and keeps what came of each.
class Check {
public:
  Check(Casebook const& casebook, bool rerun, bool json)
      : casebook_(casebook), session_(casebook, rerun), json_(json) {}

  void take(std::filesystem::path const& file) {
    auto const diagnosis = read_diagnosis(file);
    if (!diagnosis)
      return bad(diagnosis.error());
    auto const name = case_of(file, *diagnosis);
    if (!name)
      return bad(name.error());
    auto const opened = open_for_grading(casebook_, *name);
    if (!opened)
      return bad(opened.error());
    auto const judged = session_.judge(*opened, *diagnosis);
    if (!judged)
      return cannot(file, judged.error());
    tell(file, *judged);
  }

  int finish() const {
    if (json_)
      fmt::print("{}", check_json(grades_, errors_));
    else
      fmt::print("{} solved, {} not solved, {} bad, {} that this machine cannot grade\n", solved_,
                 grades_.size() - solved_, bad_, cannot_);
    if (bad_ > 0)
      return bad_usage;
    if (solved_ < grades_.size())
      return unsolved;
    return cannot_ > 0 ? machine_cannot : done;
  }

private:
  Checked<std::string> case_of(std::filesystem::path const& file,
                               Diagnosis const& diagnosis) const {
    auto name = casebook_.resolve(diagnosis.case_name.value_or(file.stem().string()));
    if (name)
      return name;
    auto complaints = name.error();
    complaints.front().file = file.string();
    if (!diagnosis.case_name)
      complaints.front().advice += "; name the file like its case, or write case = \"…\" into it";
    return complaints;
  }

  void bad(std::vector<Complaint> const& complaints) {
    ++bad_;
    errors_.insert(errors_.end(), complaints.begin(), complaints.end());
    refuse(complaints);
  }

  void cannot(std::filesystem::path const& file, Error const& error) {
    ++cannot_;
    errors_.push_back({file.string(), {}, to_string(error)});
    fmt::print(stderr, "{}: {}\n", printable(file.string()), printable(to_string(error), true));
  }

  void tell(std::filesystem::path const& file, Judged const& judged) {
    auto const& result = judged.grade;
    solved_ += result.solved ? 1 : 0;
    if (!json_)
      fmt::print("{}\n{}\n", printable(file.string()), grade_text(result, judged.key));
    if (!casebook_.chooses_variants()) // another's answer is no progress of ours
      remember(result);
    grades_.push_back({file.string(), result});
  }

  Casebook const& casebook_;
  GradingSession session_;
  bool json_;
  std::vector<CheckedFile> grades_;
  std::vector<Complaint> errors_;
  std::size_t solved_ = 0;
  std::size_t bad_ = 0;
  std::size_t cannot_ = 0;
};

} // namespace

int run_check(Arguments arguments) {
  CLI::App app("Grades every diagnosis file in a folder.", "check");
  std::string folder = "answers";
  bool json = false;
  bool rerun = false;
  LearnerOption learner;
  app.add_option("dir", folder, "the folder; answers/ if none is named")->type_name("DIR");
  app.add_flag("--json", json, "print one JSON object (whodunit.check/1)");
  app.add_flag("--rerun", rerun, "run each case again, even if its fate is known");
  learner.declare(app);
  if (auto const status = parse(app, arguments))
    return *status;
  auto const files = diagnosis_files(folder);
  if (!files)
    return refuse(files.error());
  auto casebook = Casebook::find();
  if (!casebook)
    return refuse(casebook.error());
  if (auto const chosen = learner.choose(*casebook); !chosen)
    return refuse(chosen.error());
  Check check(*casebook, rerun, json);
  for (auto const& file : *files)
    check.take(file);
  return check.finish();
}

} // namespace whodunit::cli
