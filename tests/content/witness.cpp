// SPDX-License-Identifier: MIT
#include "witness.hpp"

#include <array>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace whodunit::content {
namespace {

/// A stream kept in memory, so that neither side can wait for the other.
class Stream {
public:
  explicit Stream(char const* name) : descriptor_(memfd_create(name, MFD_CLOEXEC)) {}
  Stream(Stream const&) = delete;
  Stream& operator=(Stream const&) = delete;
  ~Stream() { close(descriptor_); }

  int descriptor() const { return descriptor_; }
  std::string text() const {
    std::string text;
    std::array<char, 4096> piece{};
    for (ssize_t got = 0; (got = pread(descriptor_, piece.data(), piece.size(),
                                       static_cast<off_t>(text.size()))) > 0;)
      text.append(piece.data(), static_cast<std::size_t>(got));
    return text;
  }

private:
  int descriptor_;
};

void limit(__rlimit_resource resource, rlim_t value) {
  rlimit const both{value, value};
  setrlimit(resource, &both);
}

[[noreturn]] void become(std::filesystem::path const& program, Circumstances const& circumstances,
                         int out, int err) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  dup2(open("/dev/null", O_RDONLY | O_CLOEXEC), STDIN_FILENO);
  dup2(out, STDOUT_FILENO);
  dup2(err, STDERR_FILENO);
  if (circumstances.claims_containment)
    setenv("WHODUNIT_CONTAINED", "1", 1);
  else
    unsetenv("WHODUNIT_CONTAINED");
  limit(RLIMIT_CORE, 0);
  if (circumstances.address_space)
    limit(RLIMIT_AS, *circumstances.address_space);
  execl(program.c_str(), program.filename().c_str(), nullptr);
  _exit(127);
}

} // namespace

Witnessed watch(std::filesystem::path const& program, Circumstances const& circumstances) {
  Stream const out("out");
  Stream const err("err");
  pid_t const child = fork();
  if (child == 0)
    become(program, circumstances, out.descriptor(), err.descriptor());
  Witnessed seen;
  rusage usage{};
  wait4(child, &seen.wait_status, 0, &usage);
  seen.peak_kib = usage.ru_maxrss;
  seen.out = out.text();
  seen.err = err.text();
  return seen;
}

} // namespace whodunit::content
