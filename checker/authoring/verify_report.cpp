// SPDX-License-Identifier: MIT
#include "authoring/verify_report.hpp"

#include "fate/quantity.hpp"
#include "report/html.hpp"
#include "report/paragraph.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whodunit {
namespace {

using Json = nlohmann::ordered_json;

std::string print(Json const& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

// An error's advice stands on a line of its own; here all of it is one paragraph.
std::string on_one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return printable(text);
}

std::string said(Breach const& finding) {
  return fmt::format("{}: {}", code(finding.rule), to_string(finding.what));
}

Json to_json(Breach const& finding) {
  auto const& place = finding.what.place;
  return {{"rule", code(finding.rule)},
          {"file", finding.what.file},
          {"line", place ? Json(place->line) : Json()},
          {"column", place ? Json(place->column) : Json()},
          {"problem", finding.what.problem},
          {"advice", finding.what.advice}};
}

Json to_json(CaseReport const& report) {
  Json findings = Json::array();
  for (auto const& finding : report.findings)
    findings.push_back(to_json(finding));
  Json waived = Json::array();
  for (auto const& one : report.waived)
    waived.push_back({{"rule", one.rule}, {"reason", one.reason}});
  Json skipped = Json::array();
  for (auto const& one : report.skipped)
    skipped.push_back({{"condition", one.condition}, {"reason", one.reason}});
  return {{"case", report.name},
          {"title", report.title},
          {"proved", report.findings.empty()},
          {"findings", std::move(findings)},
          {"waived", std::move(waived)},
          {"skipped", std::move(skipped)},
          {"runs", report.runs},
          {"milliseconds", report.spent.count()}};
}

std::size_t proved(VerifyReport const& report) {
  return static_cast<std::size_t>(
      std::ranges::count_if(report.cases, [](auto const& one) { return one.findings.empty(); }));
}

} // namespace

std::string case_line(CaseReport const& report, std::size_t width) {
  bool const good = report.findings.empty();
  auto text = paragraph(fmt::format("{} {}  ", good ? "ok    " : "BROKEN", report.name),
                        fmt::format("{} ({} runs, {:.1f} s)", printable(report.title), report.runs,
                                    static_cast<double>(report.spent.count()) / 1000),
                        width);
  for (auto const& finding : report.findings)
    text += paragraph("       - ", printable(said(finding)), width);
  for (auto const& one : report.waived)
    text += paragraph("       ~ ", fmt::format("{} is waived: {}", one.rule, printable(one.reason)),
                      width);
  for (auto const& one : report.skipped)
    text += paragraph(
        "       . ", fmt::format("skipped, {}: {}", one.condition, on_one_line(one.reason)), width);
  return text;
}

std::string verify_summary(VerifyReport const& report, std::size_t width) {
  auto const& guess = report.guesswork;
  return paragraph("",
                   fmt::format("{} of {} proved. Who always gives each field's commonest answer "
                               "solves {} of the {} cases of the set.",
                               proved(report), report.cases.size(), guess.solved.size(),
                               guess.cases),
                   width);
}

std::string verify_json(VerifyReport const& report) {
  Json cases = Json::array();
  for (auto const& one : report.cases)
    cases.push_back(to_json(one));
  Json commonest = Json::object();
  for (auto const& [field, answer] : report.guesswork.commonest)
    commonest[std::string(code(field))] = answer;
  return print({{"schema", "whodunit.verify/1"},
                {"proved", proved(report)},
                {"cases", std::move(cases)},
                {"guessing",
                 {{"commonest", std::move(commonest)},
                  {"solved", report.guesswork.solved},
                  {"of", report.guesswork.cases}}}});
}

std::string verify_junit(VerifyReport const& report) {
  auto text = fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n<testsuite "
                          "name=\"author verify\" tests=\"{}\" failures=\"{}\">\n",
                          report.cases.size(), report.cases.size() - proved(report));
  for (auto const& one : report.cases) {
    text += fmt::format("<testcase classname=\"whodunit\" name=\"{}\" time=\"{:.3f}\">\n",
                        html_text(one.name), static_cast<double>(one.spent.count()) / 1000);
    for (auto const& finding : one.findings)
      text += fmt::format("<failure type=\"{}\" message=\"{}\"/>\n", code(finding.rule),
                          html_text(to_string(finding.what), 4000));
    text += "</testcase>\n";
  }
  return text + "</testsuite>\n</testsuites>\n";
}

std::string rules_text(std::size_t width) {
  std::string text;
  for (auto const& rule : all_rules())
    text += paragraph(fmt::format("{:<16}", rule.code), std::string(rule.what), width);
  return text;
}

std::string rules_json() {
  Json rules = Json::array();
  for (auto const& rule : all_rules())
    rules.push_back({{"rule", rule.code}, {"demands", rule.what}});
  return print({{"schema", "whodunit.rules/1"}, {"rules", std::move(rules)}});
}

} // namespace whodunit
