// SPDX-License-Identifier: MIT
#include "learner.hpp"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace whodunit {

Learner::Learner() {
  std::string name = testing::TempDir() + "learner.XXXXXX";
  folder_ = mkdtemp(name.data());
  state_ = folder_ / "state";
}

Learner::~Learner() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::vector<std::string> Learner::environment(std::vector<std::string> const& extra) const {
  auto all = extra; // getenv(3) finds the first
  for (auto const& variable :
       {"HOME=" + folder_.string(), "WHODUNIT_STATE=" + state_.string(), std::string("TERM=xterm"),
        std::string("LC_ALL=C.UTF-8"), std::string("PATH=/usr/local/bin:/usr/bin:/bin")})
    all.push_back(variable);
  return all;
}

Pty Learner::at_terminal(std::vector<std::string> const& arguments,
                         std::vector<std::string> const& extra, unsigned short columns) const {
  std::vector<std::string> all{"whodunit"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return {WHODUNIT_PROGRAM, all, environment(extra), columns};
}

Learner::Said Learner::without_terminal(std::string const& arguments) const {
  auto const command = "env -i WHODUNIT_STATE='" + state_.string() +
                       "' PATH=/usr/bin:/bin setsid -w '" + WHODUNIT_PROGRAM "' " + arguments +
                       " </dev/null 2>&1";
  Said said{-1, ""};
  auto* const pipe = popen(command.c_str(), "r");
  for (int byte = std::fgetc(pipe); byte != EOF; byte = std::fgetc(pipe))
    said.text += static_cast<char>(byte);
  said.status = pclose(pipe);
  return said;
}

std::string Learner::journal() const {
  std::ostringstream all;
  all << std::ifstream(state_ / "journal.jsonl").rdbuf();
  return all.str();
}

} // namespace whodunit
