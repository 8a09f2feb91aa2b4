// SPDX-License-Identifier: MIT
// Is told about every minute of a drawing, and asks for it to be closed after five idle ones.
#include <csignal>
#include <iostream>
#include <string>

int main(int, char** arguments) {
  int idle = 0;
  for (char minute = 0; std::cin.get(minute);) {
    idle = minute == '.' ? idle + 1 : 0; // one after the other: a line starts the count anew
    if (idle == 5) {
      std::cout << "usher: nobody seems to be here" << std::endl;
      kill(std::stoi(arguments[1]), SIGTERM);
    }
  }
}
