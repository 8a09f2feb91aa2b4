// SPDX-License-Identifier: MIT
// Watches the tide in a harbour: the sounder asks the gauges, the board at the pier shows the
// level.
#include <array>
#include <csignal>
#include <iostream>
#include <string>
#include <string_view>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

struct Gauge {
  std::string_view name;
  int level; // in cm; nought as long as it hears no echo
};

constexpr std::array gauges{Gauge{"north", 312}, Gauge{"south", 314}, Gauge{"basin", 0}};
constexpr int enough = 2;

template <class Job>
pid_t start(std::string const& name, Job job) {
  pid_t const process = fork();
  if (process == 0) {
    prctl(PR_SET_NAME, name.c_str());
    job();
    _exit(0);
  }
  return process;
}

void listen(Gauge const& gauge, int answers) {
  while (gauge.level == 0) {
    pause();
  }
  write(answers, &gauge.level, sizeof gauge.level);
}

// Asks all gauges, and takes the mean of the first that answer.
void sound(int levels) {
  std::array<int, 2> answers{};
  pipe(answers.data());
  // Whoever starts somebody keeps the number: 0 is not "mine" to kill(2), but "my process group".
  std::array<pid_t, gauges.size()> listeners{};
  for (std::size_t place = 0; place < gauges.size(); ++place) {
    Gauge const& gauge = gauges[place];
    listeners[place] =
        start("gauge " + std::string(gauge.name), [&] { listen(gauge, answers[1]); });
  }
  int sum = 0;
  for (int heard = 0; heard < enough; ++heard) {
    int level = 0;
    read(answers[0], &level, sizeof level);
    std::cout << "sounder: " << level << " cm" << std::endl;
    sum += level;
  }
  for (pid_t const listener : listeners) {
    kill(listener, SIGTERM); // whoever is still listening can go home
  }
  int const mean = sum / enough;
  write(levels, &mean, sizeof mean);
}

void show(int levels) {
  int level = 0;
  read(levels, &level, sizeof level);
  std::cout << "board: " << level << " cm" << std::endl;
}

} // namespace

int main() {
  setpgid(0, 0); // all that belongs to the watch is one group
  std::array<int, 2> levels{};
  pipe(levels.data());
  start("board", [&] { show(levels[0]); });
  start("sounder", [&] { sound(levels[1]); });
  while (wait(nullptr) > 0) {
  }
  std::cout << "watch: the tide is measured" << std::endl;
}
