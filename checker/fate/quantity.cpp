// SPDX-License-Identifier: MIT
#include "fate/quantity.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <fmt/format.h>
#include <limits>
#include <span>
#include <stdexcept>

namespace whodunit {
namespace {

struct Unit {
  std::string_view name;
  std::uint64_t size;
};

constexpr std::array duration_units{Unit{"ms", 1}, Unit{"s", 1'000}, Unit{"m", 60'000}};
constexpr std::array byte_units{Unit{"B", 1}, Unit{"KiB", 1ULL << 10U}, Unit{"MiB", 1ULL << 20U},
                                Unit{"GiB", 1ULL << 30U}};
constexpr std::array percent_units{Unit{"%", 1}};
constexpr std::string_view percent_advice = "write a whole number from 1 to 100 with %, as in 5%";
constexpr std::string_view duration_advice = "write a whole number with ms, s or m, as in 10s";
constexpr std::string_view byte_advice =
    "write a whole number with B, KiB, MiB or GiB, as in 64MiB";
constexpr auto largest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());

Quantity<std::uint64_t> parse(std::string_view text, std::span<Unit const> units,
                              std::string_view advice) {
  auto const bad = [&](std::string_view what) {
    return BadQuantity{fmt::format("\"{}\" {}", text, what), std::string(advice)};
  };
  std::uint64_t number = 0;
  auto const [rest, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault == std::errc::invalid_argument)
    return bad("does not begin with a whole number");
  std::string_view const name(rest, text.data() + text.size());
  auto const unit = std::ranges::find(units, name, &Unit::name);
  if (unit == units.end())
    return bad(name.empty() ? "has no unit" : fmt::format("has the unknown unit \"{}\"", name));
  if (fault == std::errc::result_out_of_range || number > largest / unit->size)
    return bad("is too large");
  if (number == 0)
    return bad("is zero");
  return number * unit->size;
}

std::string exact(std::uint64_t number, std::span<Unit const> units) {
  auto const* best = &units.front();
  for (auto const& unit : units)
    if (number != 0 && number % unit.size == 0)
      best = &unit;
  return fmt::format("{}{}", number / best->size, best->name);
}

// Three figures, never "1000": what would round up to it goes to the caller's next unit.
std::string three_figures(double number) {
  return fmt::format("{:.{}f}", number, number < 9.995 ? 2 : number < 99.95 ? 1 : 0);
}

} // namespace

void throw_exception_from_error(BadQuantity const& bad, boost::source_location const& where) {
  throw std::logic_error(fmt::format("{}:{}: {}", where.file_name(), where.line(), bad.problem));
}

Quantity<std::chrono::milliseconds> parse_duration(std::string_view text) {
  auto const count = parse(text, duration_units, duration_advice);
  if (!count)
    return count.error();
  return std::chrono::milliseconds(static_cast<std::int64_t>(*count));
}

Quantity<Bytes> parse_bytes(std::string_view text) {
  auto const count = parse(text, byte_units, byte_advice);
  if (!count)
    return count.error();
  return Bytes{*count};
}

Quantity<int> parse_percent(std::string_view text) {
  auto const number = parse(text, percent_units, percent_advice);
  if (!number)
    return number.error();
  if (*number > 100)
    return BadQuantity{fmt::format("\"{}\" is too large", text), std::string(percent_advice)};
  return static_cast<int>(*number);
}

std::string to_string(std::chrono::milliseconds duration) {
  return exact(static_cast<std::uint64_t>(duration.count()), duration_units);
}

std::string to_string(Bytes bytes) {
  return exact(bytes.count, byte_units);
}

std::string rounded(Bytes bytes) {
  constexpr std::array names{"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
  if (bytes.count < 1000)
    return fmt::format("{} B", bytes.count);
  auto number = static_cast<double>(bytes.count);
  std::size_t unit = 0;
  for (; number >= 999.5 && unit + 1 < names.size(); ++unit)
    number /= 1024;
  return fmt::format("{} {}", three_figures(number), names.at(unit));
}

std::string rounded(std::chrono::nanoseconds duration) {
  auto const seconds = std::chrono::duration<double>(duration).count();
  if (seconds < 999.5e-6)
    return fmt::format("{} us", three_figures(seconds * 1e6));
  if (seconds < 0.9995)
    return fmt::format("{} ms", three_figures(seconds * 1e3));
  if (seconds < 99.95)
    return fmt::format("{} s", three_figures(seconds));
  auto const whole = std::chrono::duration_cast<std::chrono::seconds>(duration).count();
  return fmt::format("{} min {} s", whole / 60, whole % 60);
}

} // namespace whodunit
