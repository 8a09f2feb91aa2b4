// SPDX-License-Identifier: MIT
// The search box of a choir's site: which of the songs have most to do with a word?
#include <array>
#include <iostream>
#include <string>
#include <string_view>

namespace {

struct Song {
  std::string_view title;
  std::string_view text;
};

constexpr std::array songs{
    Song{"The mill", "soprano alto tenor bass mill wheel water"},
    Song{"Evening", "soprano alto evening rest"},
    Song{"Tenor's lament", "tenor tenor solo sorrow high tenor"},
    Song{"The ferry", "tenor bass ferry rope river"},
};

// For each place in a text, in each song: the score that a match there would have.
struct Scores {
  std::array<std::array<int, 16384>, songs.size()> at;
};

int weigh(std::string_view word, std::size_t song, Scores& scores) {
  auto const text = songs[song].text;
  int best = 0;
  for (auto place = text.find(word); place != text.npos; place = text.find(word, place + 1)) {
    best += scores.at[song][place] = 100 - static_cast<int>(place);
  }
  return best;
}

void rank(std::string_view word) {
  Scores scores;
  for (std::size_t song = 0; song < songs.size(); ++song) {
    std::cout << songs[song].title << ": " << weigh(word, song, scores) << '\n';
  }
}

} // namespace

int main(int argc, char* argv[]) {
  std::string const word = argc > 1 ? argv[1] : "alto";
  std::cout << "searching for " << word << std::endl;
  rank(word);
}
