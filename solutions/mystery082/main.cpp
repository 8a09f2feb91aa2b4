// SPDX-License-Identifier: MIT
// Makes the word index of an old newspaper: first it notes each word with its issue, then it sorts
// the notes and writes the index.
#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr int issues = 1200;
constexpr std::array<std::string_view, 12> headlines{
    "harbour", "election", "weather", "market", "railway", "bridge",
    "concert", "fire",     "council", "school", "voyage",  "harvest",
};

class Notes {
public:
  Notes() : file_("words.tmp", std::ios::in | std::ios::out | std::ios::trunc) {}

  void add(std::string_view word, int issue) { file_ << word << " no." << issue << '\n'; }
  bool complete() { return static_cast<bool>(file_.flush()); }
  std::vector<std::string> sorted() {
    std::vector<std::string> lines;
    file_.seekg(0);
    for (std::string line; std::getline(file_, line);) {
      lines.push_back(line);
    }
    std::ranges::sort(lines);
    return lines;
  }
  void discard() {
    file_.close(); // a file without a name keeps its place on the disk for as long as it is open
    std::filesystem::remove("words.tmp");
  }

private:
  std::fstream file_;
};

void read_issues(Notes& notes) {
  for (int issue = 1; issue <= issues; ++issue) {
    for (auto const headline : headlines) {
      notes.add(headline, issue);
    }
  }
}

bool write_index(std::vector<std::string> const& lines) {
  std::ofstream index("index.dat");
  for (std::string const& line : lines) {
    index << line << '\n';
  }
  index.close();
  return static_cast<bool>(index);
}

} // namespace

int main() {
  Notes notes;
  read_issues(notes);
  if (!notes.complete()) {
    std::cerr << "the notes cannot be written\n";
    return 1;
  }
  auto const lines = notes.sorted();
  notes.discard();
  std::cout << lines.size() << " notes are sorted" << std::endl;
  if (!write_index(lines)) {
    std::cerr << "the index cannot be written\n";
    return 1;
  }
  std::cout << "the index is complete\n";
}
