// SPDX-License-Identifier: MIT
// The last thing that a reader sees. The session ends with the visit, and there is nobody left to
// be told: whoever starts us now is the server of all of them.
#include <iostream>

int main(int, char** arguments) {
  std::cout << "Goodbye, " << arguments[1] << ". Please take your card." << std::endl;
}
