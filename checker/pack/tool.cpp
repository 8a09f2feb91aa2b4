// SPDX-License-Identifier: MIT
#include "pack/tool.hpp"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace whodunit {
namespace {

constexpr std::size_t most_told = 2000;

struct Ends {
  std::array<int, 2> of{-1, -1};
  ~Ends() {
    for (int const end : of)
      if (end >= 0)
        ::close(end);
  }
  void close_writing() {
    ::close(of[1]);
    of[1] = -1;
  }
};

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (auto& text : texts)
    pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

std::vector<std::string> surroundings() {
  std::vector<std::string> variables;
  for (char const* const* variable = environ; *variable != nullptr; ++variable)
    if (!std::string_view(*variable).starts_with("LC_ALL="))
      variables.emplace_back(*variable);
  variables.emplace_back("LC_ALL=C");
  return variables;
}

Result<::pid_t> start(std::vector<std::string> command, Ends& ends) {
  if (::pipe2(ends.of.data(), O_CLOEXEC) != 0)
    return last_error("make a pipe for", command.front());
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, ends.of[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, ends.of[1], STDERR_FILENO);
  auto variables = surroundings();
  ::pid_t child = 0;
  int const failed = ::posix_spawnp(&child, command.front().c_str(), &actions, nullptr,
                                    pointers_to(command).data(), pointers_to(variables).data());
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0)
    return Error{"start", command.front(),
                 boost::system::error_code(failed, boost::system::system_category()),
                 "is it installed?"};
  return child;
}

std::string read_all(int descriptor) {
  std::string text;
  std::array<char, 4096> block{};
  while (true) {
    auto const count = ::read(descriptor, block.data(), block.size());
    if (count > 0)
      text.append(block.data(), static_cast<std::size_t>(count));
    else if (count == 0 || errno != EINTR)
      return text;
  }
}

} // namespace

Result<std::string> run_tool(std::vector<std::string> const& command) {
  Ends ends;
  auto const child = start(command, ends);
  if (!child)
    return child.error();
  ends.close_writing();
  auto text = read_all(ends.of[0]);
  int status = 0;
  while (::waitpid(*child, &status, 0) < 0 && errno == EINTR)
    continue;
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
    return Error{"run",
                 command.front(),
                 {},
                 "it failed:\n" + text.substr(text.size() - std::min(text.size(), most_told))};
  return {boost::system::in_place_value, std::move(text)};
}

} // namespace whodunit
