// SPDX-License-Identifier: MIT
#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/reference_json.hpp"
#include "fate/answer.hpp"
#include "fate/meaning.hpp"
#include "report/paragraph.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <fmt/format.h>

namespace whodunit::cli {
namespace {

std::optional<int> whole_number(std::string_view text) {
  int number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(number)
                                                                  : std::nullopt;
}

bool looks_like_a_number(std::string_view text) {
  auto const digits = text.starts_with('-') || text.starts_with('+') ? text.substr(1) : text;
  return !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
}

void print_signal(Signal signal) {
  fmt::print("{} is signal {}: \"{}\".\n", signal.name(), signal.number(), signal.description());
  fmt::print("{}", paragraph("  ", signal.meaning()));
  fmt::print("{}", paragraph("  Usually: ", signal.usual_cause()));
  auto const action = signal.default_action();
  fmt::print("  By default: {}\n",
             action == DefaultAction::core ? "terminate and dump core" : to_string(action));
  if (action != DefaultAction::core && action != DefaultAction::terminate)
    return;
  Ending const death = Killed{signal, false};
  auto const shown = fmt::format("A death by it shows as {} in bash, dash, zsh, mksh, fish and "
                                 "tcsh, {} in ksh93, -{} in Python's "
                                 "subprocess.",
                                 *shell_status(Shell::bash, death),
                                 *shell_status(Shell::ksh93, death), signal.number());
  fmt::print("{}", paragraph("  ", shown));
}

void print_status(Shell shell, int status) {
  auto const readings = meanings(shell, status);
  fmt::print("{} as a status in {}{}\n\n", status, to_string(shell),
             readings.size() > 1 ? ": the number alone cannot tell these apart." : ":");
  for (auto const& meaning : readings) {
    fmt::print("{}",
               paragraph(fmt::format("  {:<8}  ", to_string(meaning.likelihood)), meaning.what));
    fmt::print("{}", paragraph("            Check: ", meaning.check));
  }
  fmt::print("\nTo settle it:\n\n");
  for (auto const& way : settlings(shell, status))
    fmt::print("  {}\n{}", way.command, paragraph("      ", way.tells));
}

void print_subject(Subject const& subject) {
  if (subject.status)
    print_status(subject.shell, *subject.status);
  if (subject.status && subject.signal)
    fmt::print("\n{} is also the number of a signal, which is another thing than a status:\n\n",
               *subject.status);
  if (subject.signal)
    print_signal(*subject.signal);
}

int say_no(std::string_view problem, std::string_view advice) {
  fmt::print(stderr, "{}{}", paragraph("whodunit explain: ", problem), paragraph("", advice));
  return bad_usage;
}

int refuse_number(std::string_view asked, Shell shell) {
  auto const number = whole_number(asked);
  if (asked.starts_with('-'))
    return say_no(
        fmt::format("a status is never negative, and \"{}\" is.", printable(asked.substr(0, 30))),
        fmt::format("A program that exits with -1 shows as 255: whodunit explain 255. Python's "
                    "subprocess writes -9 for a "
                    "death by signal 9: whodunit explain SIGKILL."));
  auto const problem = fmt::format(
      "{} never shows {} for a process: an exit code has 8 bits (0 to 255), and a death by "
      "signal shows as {}.",
      to_string(shell), asked.substr(0, 30), shell == Shell::ksh93 ? "257 to 320" : "129 to 192");
  std::string advice;
  if (number && shell != Shell::ksh93 && !endings_behind(Shell::ksh93, *number).empty())
    advice += fmt::format("In ksh93 it can be: whodunit explain --shell ksh {}. ", *number);
  if (number)
    advice += fmt::format("A program that exits with {} shows as {}. ", *number, *number % 256);
  if (auto const raw = number ? decode_wait_status(*number) : std::nullopt)
    advice += fmt::format(
        "As a raw wait status, which C's system() and Python's os.system return, it says: {}. ",
        to_string(*raw));
  return say_no(problem, advice + "See whodunit explain --help.");
}

std::string advice_for(std::string_view asked) {
  std::vector<std::string_view> fields;
  for (auto const field : all_fields())
    if (parse_term(field, asked))
      fields.push_back(code(field));
  if (!fields.empty())
    return fmt::format("It is a word for a diagnosis ({0}): whodunit vocabulary {1}.",
                       fmt::join(fields, ", "), fields.back());
  auto const why = why_not(Field::signal, asked).advice;
  return why.starts_with("did you mean") ? "D" + why.substr(1)
                                         : "Try whodunit explain 137, whodunit explain SIGSEGV, or "
                                           "whodunit signals for the whole list.";
}

int refuse_words(std::string_view asked) {
  return say_no(fmt::format("\"{}\" is neither a status (a number) nor a signal.",
                            printable(asked.substr(0, 60))),
                advice_for(asked));
}

int explain(Subject subject, bool json) {
  auto const number = whole_number(subject.asked);
  if (number && !endings_behind(subject.shell, *number).empty())
    subject.status = number;
  else if (looks_like_a_number(subject.asked))
    return refuse_number(subject.asked, subject.shell);
  subject.signal = Signal::parse(subject.asked);
  if (!subject.status && !subject.signal)
    return refuse_words(subject.asked);
  if (json)
    fmt::print("{}\n", explain_json(subject));
  else
    print_subject(subject);
  return done;
}

// CLI11 would take -1 for an option; it is what somebody wants explained.
std::optional<std::string> negative_number(Arguments arguments) {
  for (std::string_view const argument : arguments)
    if (argument.size() > 1 && argument.front() == '-' && looks_like_a_number(argument))
      return std::string(argument);
  return std::nullopt;
}

} // namespace

int run_explain(Arguments arguments) {
  if (auto const number = negative_number(arguments))
    return refuse_number(*number, Shell::bash);
  CLI::App app("Everything that a status or a signal can mean, and how to tell which.", "explain");
  std::vector<std::string> words;
  std::string shell_name = "bash";
  bool json = false;
  app.add_option("WHAT", words,
                 "a status (136) or a signal (SIGFPE, fpe, 8, \"Segmentation fault\")")
      ->required();
  app.add_option("--shell", shell_name, "whose $? it is: bash, dash, zsh, ksh, mksh, fish or tcsh")
      ->capture_default_str();
  app.add_flag("--json", json, "one JSON object on stdout");
  if (auto const status = parse(app, arguments))
    return *status;
  auto const shell = parse_shell(shell_name);
  if (!shell)
    return say_no(fmt::format("\"{}\" is no shell that is known here.",
                              printable(std::string_view(shell_name).substr(0, 60))),
                  "Known are bash, dash, zsh, ksh, mksh, fish and tcsh.");
  return explain({fmt::format("{}", fmt::join(words, " ")), *shell, {}, {}}, json);
}

} // namespace whodunit::cli
