// SPDX-License-Identifier: MIT
// The word table of the search index, as data only: 24 MiB, and no function.
#include <array>
#include <cstddef>

constexpr std::size_t table_size = 24 << 20;
extern std::array<unsigned char, table_size> const word_table;
std::array<unsigned char, table_size> const word_table{'W', 'O', 'R', 'D', 'S', 0, 2};
