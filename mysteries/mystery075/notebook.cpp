// SPDX-License-Identifier: MIT
// Takes down what the pupil has answered, and makes a page of it when the lesson is over.
#include <iostream>
#include <string>
#include <vector>

int main() {
  std::vector<std::string> answers;
  for (std::string answer; std::getline(std::cin, answer);) {
    answers.push_back(answer);
    std::cout << "noted: " << answer << std::endl;
  }
  std::cout << "page with " << answers.size() << " answers is filed" << std::endl;
}
