// SPDX-License-Identifier: MIT
#include "authoring/key_filling.hpp"

#include "grading/observed.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace whodunit {
namespace {

constexpr std::string_view inferred = "# inferred";

std::string toml_of(Answer const& answer) {
  auto text = to_string(answer);
  bool const number = text.find_first_not_of("0123456789") == std::string::npos;
  return number ? text : fmt::format("\"{}\"", text);
}

template <class Value>
void add_claim(std::vector<SeenValue>& observations, Claim<Value> const& claim) {
  if (claim.value)
    observations.push_back({FieldOf<Value>::field, fmt::format("\"{}\"", code(*claim.value)),
                            claim.certainty == Certainty::inferred});
}

std::vector<std::string> lines_in(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    auto const end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string_view trimmed(std::string_view text) {
  auto const from = text.find_first_not_of(" \t\r");
  if (from == std::string_view::npos)
    return {};
  return text.substr(from, text.find_last_not_of(" \t\r") - from + 1);
}

// `key = value # comment`, taken apart.
struct Statement {
  std::string_view key;
  std::string_view value;
  std::string_view comment; ///< with its #; may be empty
};

std::optional<Statement> statement(std::string_view line) {
  auto const equals = line.find('=');
  if (equals == std::string_view::npos || trimmed(line).starts_with('#'))
    return std::nullopt;
  auto const rest = line.substr(equals + 1);
  bool quoted = false;
  std::size_t end = 0;
  for (; end < rest.size() && (quoted || rest[end] != '#'); ++end)
    quoted = quoted != (rest[end] == '"');
  return Statement{trimmed(line.substr(0, equals)), trimmed(rest.substr(0, end)),
                   trimmed(rest.substr(end))};
}

std::string written(SeenValue const& observation, std::string_view comment) {
  auto line = fmt::format("{} = {}", code(observation.field), observation.toml);
  if (observation.inferred)
    comment = inferred;
  else if (comment == inferred)
    comment = {};
  return comment.empty() ? line : fmt::format("{} {}", line, comment);
}

class Filling {
public:
  explicit Filling(std::string_view key) : lines_(lines_in(key)) {
    auto const truth =
        std::ranges::find(lines_, "[truth]", [](auto const& line) { return trimmed(line); });
    if (truth == lines_.end()) {
      begin_ = end_ = lines_.size();
      return;
    }
    begin_ = static_cast<std::size_t>(truth - lines_.begin()) + 1;
    end_ = begin_;
    for (auto at = begin_; at < lines_.size() && !trimmed(lines_[at]).starts_with('['); ++at)
      if (statement(lines_[at]))
        end_ = at + 1;
  }

  void put(SeenValue const& observation) {
    for (auto at = begin_; at < end_; ++at)
      if (auto const stated = statement(lines_[at]);
          stated && stated->key == code(observation.field))
        return replace(at, observation, *stated);
    if (begin_ == 0)
      return;
    lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(end_), written(observation, {}));
    filled_.changes.push_back({"", lines_[end_++]});
  }

  FilledKey filled() && {
    for (auto const& line : lines_)
      filled_.text += line + "\n";
    return std::move(filled_);
  }

private:
  // Somebody who wrote the right value knew it, whatever the autopsy's certainty.
  void replace(std::size_t at, SeenValue const& observation, Statement const& stated) {
    if (stated.value == observation.toml || stated.value == "\"varies\"")
      return;
    auto line = written(observation, stated.comment);
    filled_.changes.push_back({lines_[at], line});
    lines_[at] = std::move(line);
  }

  std::vector<std::string> lines_;
  std::size_t begin_ = 0; ///< of the table
  std::size_t end_ = 0;   ///< behind its last statement
  FilledKey filled_;
};

} // namespace

std::vector<SeenValue> observations_for_key(Autopsy const& autopsy) {
  std::vector<SeenValue> observations;
  for (auto const& [field, answer] : observed(autopsy))
    if (field != Field::agent && field != Field::cause)
      observations.push_back({field, toml_of(answer)});
  add_claim(observations, autopsy.claims.victim);
  add_claim(observations, autopsy.claims.agent);
  add_claim(observations, autopsy.claims.cause);
  add_claim(observations, autopsy.claims.report);
  add_claim(observations, autopsy.claims.blast);
  return observations;
}

FilledKey fill_key(std::string_view key, std::vector<SeenValue> const& observations) {
  Filling filling(key);
  for (auto const& observation : observations)
    filling.put(observation);
  return std::move(filling).filled();
}

} // namespace whodunit
