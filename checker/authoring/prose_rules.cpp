// SPDX-License-Identifier: MIT
#include "authoring/text_rules.hpp"
#include "authoring/wording.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <regex>

namespace whodunit {
namespace {

constexpr std::array<std::string_view, 5> sections{"What happened", "The way there", "In real life",
                                                   "What to do about it", "Read on"};
constexpr std::size_t widest = 120;

void complain(Findings& findings, Rule rule, std::string file, std::optional<Place> place,
              std::string problem, std::string advice = {}) {
  findings.add(rule, {std::move(file), place, std::move(problem), std::move(advice)});
}

bool has_command(std::string const& hint) {
  return hint.find('`') != std::string::npos;
}

Place start_of(Line const& line) {
  return {static_cast<std::uint32_t>(line.number), 1};
}

void check_lines(std::string const& file, std::string const& text, Findings& findings) {
  for (auto const& line : lines_of(text))
    if (!line.quoted && !line.text.starts_with("    ") && columns(line.text) > widest)
      complain(findings, Rule::wrap, file, start_of(line),
               fmt::format("the line has {} columns", columns(line.text)),
               fmt::format("wrap it at {}", widest));
}

// What a reader sees as text: neither what a machine wrote nor, in TOML, a comment.
std::string prose(std::string_view text, bool markdown) {
  std::string kept;
  for (auto const& line : lines_of(text))
    if (markdown ? !line.quoted : !line.text.starts_with('#'))
      kept.append(line.text).append("\n");
    else
      kept += '\n';
  return kept;
}

// `[text](target)` of Markdown; what leaves the project is none of its kind.
void check_targets(Dossier const& dossier, Findings& findings) {
  static std::regex const link(R"(\]\(([^)\s]+)\))");
  auto const text = prose(dossier.explanation, true);
  for (std::sregex_iterator found(text.begin(), text.end(), link), end; found != end; ++found) {
    auto const target = (*found)[1].str();
    if (target.starts_with("http://") || target.starts_with("https://") || target.starts_with('#'))
      continue;
    auto const path = dossier.solution / target.substr(0, target.find('#'));
    std::error_code failed;
    if (!std::filesystem::exists(path, failed))
      complain(findings, Rule::links, dossier.explanation_file(), place_in(text, (*found)[0].str()),
               fmt::format("the link leads to \"{}\", which is not there", target));
  }
}

void check_case_names(std::string const& file, std::string const& text, CaseSet const& set,
                      Findings& findings) {
  static std::regex const name(R"(\bmystery[0-9]{3}\b)");
  for (std::sregex_iterator found(text.begin(), text.end(), name), end; found != end; ++found) {
    std::error_code failed;
    if (!std::filesystem::exists(set.mysteries / found->str(), failed))
      complain(findings, Rule::links, file, place_in(text, found->str()),
               fmt::format("there is no {}", found->str()));
  }
}

} // namespace

void check_hints(Dossier const& dossier, Findings& findings) {
  auto const& hints = dossier.asked->hints;
  auto const place = place_of(dossier.case_text, {"hints"});
  auto const wrong = [&](std::string problem, std::string advice) {
    complain(findings, Rule::hints, dossier.case_file(), place, std::move(problem),
             std::move(advice));
  };
  for (auto hint = hints.begin(); hint != hints.end(); ++hint)
    if (std::find(hints.begin(), hint, *hint) != hint)
      wrong("two hints are alike", "each should lead one step further");
  if (!hints.empty() && hints.size() > 1 && hints.front().find("$?") == std::string::npos &&
      std::ranges::count(hints.front(), '`') > 4)
    wrong("the first hint is full of commands", "begin with a direction: where to look, and why");
  if (std::ranges::none_of(hints.begin() + (hints.empty() ? 0 : 1), hints.end(), has_command))
    wrong("no hint after the first names a command",
          "the second is a tool with its command in `backquotes`");
}

void check_explanation(Dossier const& dossier, Findings& findings) {
  auto const& text = dossier.explanation;
  auto const wrong = [&](std::string problem, std::string advice) {
    complain(findings, Rule::explanation, dossier.explanation_file(), std::nullopt,
             std::move(problem), std::move(advice));
  };
  if (!text.starts_with("# "))
    wrong("it has no title", "begin with \"# \" and the case's title");
  std::size_t at = 0;
  for (auto const section : sections) {
    auto const found = text.find(fmt::format("\n## {}\n", section), at);
    if (found == std::string::npos)
      wrong(fmt::format("the section \"## {}\" is missing, or not in its place", section),
            "the sections are: What happened, The way there, In real life, What to do about it, "
            "Read on");
    else
      at = found;
  }
  static std::regex const page(R"([a-z0-9_.+-]+\([1-8]\))", std::regex::icase);
  auto const read_on = text.find("\n## Read on\n");
  if (read_on != std::string::npos &&
      !std::regex_search(text.begin() + static_cast<std::ptrdiff_t>(read_on), text.end(), page))
    wrong("\"Read on\" names no manual page", "name one with its section, such as signal(7)");
}

void check_wrapping(Dossier const& dossier, Findings& findings) {
  check_lines(dossier.explanation_file(), dossier.explanation, findings);
  for (auto const& line : lines_of(dossier.asked->briefing))
    if (columns(line.text) > widest)
      complain(findings, Rule::wrap, dossier.case_file(), place_in(dossier.case_text, line.text),
               fmt::format("a line of the briefing has {} columns", columns(line.text)),
               fmt::format("wrap it at {}", widest));
}

void check_links(Dossier const& dossier, CaseSet const& set, Findings& findings) {
  check_targets(dossier, findings);
  check_case_names(dossier.explanation_file(), prose(dossier.explanation, true), set, findings);
  check_case_names(dossier.case_file(), prose(dossier.case_text, false), set, findings);
  check_case_names(dossier.key_file(), prose(dossier.key_text, false), set, findings);
}

void check_texts(Dossier const& dossier, CaseSet const& set, Findings& findings) {
  check_files(dossier, findings);
  check_hints(dossier, findings);
  check_explanation(dossier, findings);
  check_wrapping(dossier, findings);
  check_links(dossier, set, findings);
  check_secrecy(dossier, findings);
  check_grading(dossier, findings);
}

} // namespace whodunit
