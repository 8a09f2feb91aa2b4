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
#include <iterator>

namespace whodunit::cli {
namespace {

struct Options {
  std::string case_name;
  std::string file;
  std::vector<std::string> settings;
  bool json = false;
  bool rerun = false;
  LearnerOption learner;
};

// What `--set` says goes over what the file says.
Checked<Diagnosis> read(Options const& options) {
  auto diagnosis =
      options.file.empty() ? Checked<Diagnosis>(Diagnosis{}) : read_diagnosis(options.file);
  auto settings = parse_settings(options.settings);
  std::vector<Complaint> complaints;
  if (!diagnosis)
    complaints = diagnosis.error();
  if (!settings)
    std::ranges::copy(settings.error(), std::back_inserter(complaints));
  if (!complaints.empty())
    return complaints;
  for (auto& [field, answer] : settings->answers)
    diagnosis->answers.insert_or_assign(field, std::move(answer));
  return diagnosis;
}

// A file that says for which case it was written must not be graded as another's.
Checked<Diagnosis> read_for(Casebook const& casebook, std::string const& name,
                            Options const& options) {
  auto diagnosis = read(options);
  if (!diagnosis || !diagnosis->case_name)
    return diagnosis;
  auto meant = casebook.resolve(*diagnosis->case_name);
  if (meant && *meant == name)
    return diagnosis;
  if (!meant) {
    auto complaints = meant.error();
    complaints.front().file = options.file;
    return complaints;
  }
  return std::vector{Complaint{options.file,
                               {},
                               fmt::format("is a diagnosis of {}, not of {}", *meant, name),
                               fmt::format("whodunit diagnose {} {}", *meant, options.file)}};
}

int grade_and_tell(Casebook const& casebook, OpenedCase const& opened, Options const& options,
                   Diagnosis const& diagnosis) {
  GradingSession session(casebook, options.rerun);
  auto const judged = session.judge(opened, diagnosis);
  if (!judged)
    return refuse(judged.error());
  auto const& result = judged->grade;
  fmt::print("{}", options.json ? grade_json(result) : grade_text(result, judged->key));
  if (options.learner.id.empty()) // another's answer is no progress of ours
    remember(result);
  return result.solved ? done : unsolved;
}

int diagnose(Options const& options) {
  auto casebook = Casebook::find();
  if (!casebook)
    return refuse(casebook.error());
  if (auto const chosen = options.learner.choose(*casebook); !chosen)
    return refuse(chosen.error());
  auto const name = casebook->resolve(options.case_name);
  if (!name)
    return refuse(name.error());
  auto const diagnosis = read_for(*casebook, *name, options);
  if (!diagnosis)
    return refuse(diagnosis.error());
  auto const opened = open_for_grading(*casebook, *name);
  return opened ? grade_and_tell(*casebook, *opened, options, *diagnosis) : refuse(opened.error());
}

} // namespace

int run_diagnose(Arguments arguments) {
  CLI::App app("Grades a diagnosis of a case, or asks for one question by question.", "diagnose");
  Options options;
  app.add_option("case", options.case_name, "mystery000, 000 or 0")->required()->type_name("CASE");
  app.add_option("file", options.file,
                 "a diagnosis file; without one and without --set you are asked")
      ->type_name("FILE");
  app.add_option("--set", options.settings, "field=value; may be given more than once")
      ->type_name("FIELD=VALUE")
      ->expected(1)
      ->take_all();
  app.add_flag("--json", options.json, "print one JSON object (whodunit.grade/1)");
  app.add_flag("--rerun", options.rerun, "run the case again, even if its fate is known");
  options.learner.declare(app);
  if (auto const status = parse(app, arguments))
    return *status;
  bool const dialogue = app.count("file") == 0 && app.count("--set") == 0;
  if (dialogue && !options.json)
    return run_answer(arguments);
  if (dialogue)
    return refuse(std::vector{Complaint{"--json",
                                        {},
                                        "there is nothing to grade",
                                        "name a diagnosis file, or give --set field=value"}});
  return diagnose(options);
}

} // namespace whodunit::cli
