// SPDX-License-Identifier: MIT
// Writes what a terminal would obey, what is no text in any encoding, and NUL.
#include <initializer_list>
#include <unistd.h>

int main() {
  char const bytes[] = "\x1b]0;owned\a\x1b[2J\x9b31m\xff\xfe\xc3(\xed\xa0\x80\0\r\"\\end\n";
  for (int const stream : {1, 2})
    write(stream, bytes, sizeof bytes - 1);
  return 8;
}
