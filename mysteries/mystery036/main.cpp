// SPDX-License-Identifier: MIT
// Sets the quarterly report of a savings club, page by page.
#include <iostream>

namespace paper {

void cover(std::ostream& page);
void table(std::ostream& page);
void chart(std::ostream& page);
void imprint(std::ostream& page);

} // namespace paper

int main() {
  paper::cover(std::cout);
  paper::table(std::cout);
  paper::chart(std::cout);
  paper::imprint(std::cout);
}
