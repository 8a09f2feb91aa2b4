// SPDX-License-Identifier: MIT
#include "report/spread_report.hpp"

#include "fate/quantity.hpp"
#include "report/ending_json.hpp"
#include "report/paragraph.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whodunit {
namespace {

template <class Value>
nlohmann::ordered_json code_or_null(std::optional<Value> const& value) {
  return value ? nlohmann::ordered_json(code(*value)) : nlohmann::ordered_json(nullptr);
}

template <class Value>
std::string_view code_or_unknown(std::optional<Value> const& value) {
  return value ? code(*value) : "unknown";
}

} // namespace

std::string spread_text(Spread const& spread, std::size_t width) {
  auto const fates = spread.fates();
  auto text = fmt::format("{} runs, {} kind{} of fate.\n", spread.runs(), fates.size(),
                          fates.size() == 1 ? "" : "s");
  for (auto const& entry : fates)
    text += paragraph(fmt::format("  {:>7} x ", entry.count),
                      fmt::format("{} (agent {}, cause {}; first in run {})",
                                  to_string(entry.ending), code_or_unknown(entry.agent),
                                  code_or_unknown(entry.cause), entry.first),
                      width);
  return text + fmt::format("  each took {} to {}, {} in the mean\n", rounded(spread.fastest()),
                            rounded(spread.slowest()), rounded(spread.mean()));
}

std::string spread_json(Spread const& spread) {
  auto fates = nlohmann::ordered_json::array();
  for (auto const& entry : spread.fates())
    fates.push_back({{"ending", ending_json(entry.ending)},
                     {"agent", code_or_null(entry.agent)},
                     {"cause", code_or_null(entry.cause)},
                     {"count", entry.count},
                     {"first_run", entry.first}});
  nlohmann::ordered_json const all{{"schema", "whodunit.spread/1"},
                                   {"runs", spread.runs()},
                                   {"fates", std::move(fates)},
                                   {"wall_ns",
                                    {{"fastest", spread.fastest().count()},
                                     {"slowest", spread.slowest().count()},
                                     {"mean", spread.mean().count()}}}};
  return all.dump(2) + "\n";
}

} // namespace whodunit
