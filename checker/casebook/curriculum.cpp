// SPDX-License-Identifier: MIT
#include "casebook/curriculum.hpp"

#include "casebook/manifest.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <map>
#include <set>

namespace whodunit {
namespace {

constexpr Bytes largest{1ULL << 20U};

using Places = std::map<int, Place>; // of each chapter

std::vector<int> read_after(TableReader& table) {
  std::vector<int> after;
  for (auto const& value : table.array("after"))
    if (auto const* const number = std::get_if<std::int64_t>(&value.content))
      after.push_back(static_cast<int>(*number));
    else
      table.complaints().add(value.place, fmt::format("\"after\" holds {}", kind_of(value)),
                             "it should hold numbers of chapters");
  return after;
}

template <class Read>
void each_table(TableReader& reader, std::string_view key, Read read) {
  for (auto const& value : reader.array(key)) {
    auto const* const table = std::get_if<TomlTable>(&value.content);
    if (table == nullptr) {
      reader.complaints().add(value.place, fmt::format("\"{}\" holds {}", key, kind_of(value)),
                              fmt::format("begin each with [[{}]]", key));
      continue;
    }
    TableReader one(*table, value.place, fmt::format("[[{}]]", key), reader.complaints());
    read(one, value.place);
    one.unknown_keys();
  }
}

void check_order(Curriculum const& course, Places const& places, Complaints& complaints) {
  std::set<int> under_way;
  std::set<int> settled;
  std::function<void(int)> visit = [&](int number) {
    if (settled.contains(number))
      return;
    under_way.insert(number);
    for (int const before : course.chapter(number)->after) {
      if (course.chapter(before) == nullptr)
        complaints.add(
            places.at(number),
            fmt::format("chapter {} comes after {}, which does not exist", number, before));
      else if (under_way.contains(before))
        complaints.add(places.at(number),
                       fmt::format("a cycle: chapter {} comes after {}, and that after {}", number,
                                   before, number));
      else
        visit(before);
    }
    under_way.erase(number);
    settled.insert(number);
  };
  for (auto const& chapter : course.chapters)
    visit(chapter.number);
}

Curriculum read(TableReader& reader) {
  Curriculum course;
  Places places;
  if (reader.require("format") != nullptr)
    reader.format();
  each_table(reader, "chapter", [&](TableReader& table, Place place) {
    Chapter chapter{static_cast<int>(table.required_integer("number", 0, 99)),
                    table.required_text("title"), read_after(table)};
    if (!places.emplace(chapter.number, place).second)
      table.complaints().add(place, fmt::format("chapter {} is there twice", chapter.number));
    else
      course.chapters.push_back(std::move(chapter));
  });
  each_table(reader, "track", [&](TableReader& table, Place) {
    course.tracks.push_back({table.required_text("name"), table.required_text("title"),
                             table.required_text("about"), table.texts("cases")});
  });
  check_order(course, places, reader.complaints());
  reader.unknown_keys();
  return course;
}

} // namespace

Chapter const* Curriculum::chapter(int number) const {
  auto const found = std::ranges::find(chapters, number, &Chapter::number);
  return found == chapters.end() ? nullptr : &*found;
}

Checked<Curriculum> read_curriculum(std::filesystem::path const& mysteries) {
  std::error_code failed;
  if (!std::filesystem::exists(mysteries / "course.toml", failed))
    return Curriculum{};
  return read_manifest(mysteries / "course.toml", largest, "a course", read);
}

} // namespace whodunit
