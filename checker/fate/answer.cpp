// SPDX-License-Identifier: MIT
#include "fate/answer.hpp"

#include "fate/canonical.hpp"
#include "fate/folding.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace whodunit {
namespace {

constexpr std::size_t longest_answer = 200; // what is longer is no answer, and not worth the time
constexpr int largest_exit_code = 255;
constexpr int shell_base =
    128; // a near miss is known by it; what a shell shows is shell.hpp's business

constexpr std::array<std::string_view, 8> names_of_varies{
    "varies", "varying", "vary", "different", "differs", "random", "not always the same",
    "changes"};
constexpr std::array<std::string_view, 7> names_of_no_status{
    "none", "no status", "no status yet", "not yet", "nothing", "n/a", "still running"};
constexpr std::array<std::string_view, 7> names_of_no_signal{
    "none", "no signal", "no", "nothing", "n/a", "no signal at all", "not by a signal"};

bool is_one_of(std::span<std::string_view const> names, std::string_view text) {
  return std::ranges::any_of(names, [&](auto name) { return same_name(name, text); });
}

std::optional<int> whole_number(std::string_view text) {
  int number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  bool const whole = error == std::errc{} && end == text.data() + text.size();
  return whole ? std::optional(number) : std::nullopt;
}

std::optional<Answer> parse_status(std::string_view text) {
  if (auto const number = whole_number(text)) {
    if (*number < 0 || *number > largest_exit_code)
      return std::nullopt;
    return StatusAnswer{StatusAnswer::Kind::value, *number};
  }
  if (is_one_of(names_of_varies, text))
    return StatusAnswer{StatusAnswer::Kind::varies};
  if (is_one_of(names_of_no_status, text))
    return StatusAnswer{StatusAnswer::Kind::none};
  return std::nullopt;
}

std::optional<Answer> parse_signal(std::string_view text) {
  if (auto const signal = Signal::parse(text))
    return SignalAnswer{signal};
  if (is_one_of(names_of_no_signal, text))
    return SignalAnswer{};
  auto const status = whole_number(text);
  if (status && Signal::from_number(*status - shell_base))
    return SignalAnswer{std::nullopt, *status};
  return std::nullopt;
}

// A learner may copy `worker_main()` or "worker_main" from a debugger.
std::string word_core(std::string_view text) {
  constexpr std::string_view quotes = "'\"`";
  auto const bare = [&](std::string_view word) {
    word = trimmed(word);
    while (!word.empty() && quotes.find(word.front()) != std::string_view::npos)
      word = trimmed(word.substr(1));
    while (!word.empty() && quotes.find(word.back()) != std::string_view::npos)
      word = trimmed(word.substr(0, word.size() - 1));
    return word;
  };
  auto word = bare(text);
  if (word.ends_with("()"))
    word = bare(word.substr(0, word.size() - 2));
  return lower_case(word);
}

std::string text_of(StatusAnswer status) {
  switch (status.kind) {
  case StatusAnswer::Kind::varies:
    return "varies";
  case StatusAnswer::Kind::none:
    return "none";
  case StatusAnswer::Kind::value:
    break;
  }
  return std::to_string(status.value);
}

std::string text_of(SignalAnswer answer) {
  if (answer.signal)
    return answer.signal->name();
  return answer.written_status != 0 ? std::to_string(answer.written_status) : "none";
}

struct Code {
  std::string operator()(Term term) const { return std::string(code(term)); }
  std::string operator()(StatusAnswer status) const { return text_of(status); }
  std::string operator()(SignalAnswer signal) const { return text_of(signal); }
  std::string operator()(Word const& word) const { return word.text; }
};

struct Label {
  std::string operator()(Term term) const { return std::string(facts(term).label); }
  std::string operator()(StatusAnswer status) const {
    switch (status.kind) {
    case StatusAnswer::Kind::varies:
      return "not always the same";
    case StatusAnswer::Kind::none:
      return "no status yet";
    case StatusAnswer::Kind::value:
      break;
    }
    return text_of(status);
  }
  std::string operator()(SignalAnswer answer) const {
    bool const none = !answer.signal && answer.written_status == 0;
    return none ? "no signal" : text_of(answer);
  }
  std::string operator()(Word const& word) const { return word.text; }
};

} // namespace

bool operator==(Word const& a, Word const& b) {
  return word_core(a.text) == word_core(b.text);
}

std::optional<Answer> parse_answer(Field field, std::string_view text) {
  auto const given = trimmed(text);
  if (given.empty() || given.size() > longest_answer)
    return std::nullopt;
  switch (field) {
  case Field::status:
    return parse_status(given);
  case Field::signal:
    return parse_signal(given);
  case Field::where:
    if (word_core(given).empty())
      return std::nullopt;
    return Word{std::string(given)};
  default:
    if (auto const term = parse_term(field, given))
      return *term;
    return std::nullopt;
  }
}

std::string to_string(Answer const& answer) {
  return std::visit(Code{}, answer);
}

std::string canonical(Answer const& answer) {
  auto const* const word = std::get_if<Word>(&answer);
  return word == nullptr ? to_string(answer) : word_core(word->text);
}

std::string label(Answer const& answer) {
  return std::visit(Label{}, answer);
}

} // namespace whodunit
