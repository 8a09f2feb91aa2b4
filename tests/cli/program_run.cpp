// SPDX-License-Identifier: MIT
#include "program_run.hpp"

#include "built.hpp"

#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <memory>
#include <spawn.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace whodunit {
namespace {

using File = std::unique_ptr<FILE, int (*)(FILE*)>;

std::string whole_text(FILE* file) {
  std::string text;
  std::rewind(file);
  for (int letter = std::fgetc(file); letter != EOF; letter = std::fgetc(file))
    text += static_cast<char>(letter);
  return text;
}

} // namespace

ProgramRun run_whodunit_program(std::vector<std::string> arguments) {
  auto program = test::built("bin/whodunit");
  std::vector<char*> argv{program.data()};
  for (auto& argument : arguments)
    argv.push_back(argument.data());
  argv.push_back(nullptr);

  // Files, not pipes: no reader can be too slow, and nothing has to be polled.
  File const out(std::tmpfile(), std::fclose);
  File const err(std::tmpfile(), std::fclose);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, fileno(out.get()), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, fileno(err.get()), STDERR_FILENO);
  pid_t child = 0;
  int const failed = posix_spawn(&child, program.c_str(), &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0)
    throw std::runtime_error(std::string("cannot start ") + program);
  int status = 0;
  waitpid(child, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, whole_text(out.get()),
          whole_text(err.get())};
}

} // namespace whodunit
