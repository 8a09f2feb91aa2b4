// SPDX-License-Identifier: MIT
#include "warden/anchor.hpp"

#include "os/namespaces.hpp"
#include "os/proc.hpp"
#include "os/ptrace.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace whodunit {
namespace {

// What the init of the namespace tells of itself.
struct Report {
  bool built = false;
  IpcWindow::Panes ipc{};
  std::array<char, 2048> trouble{}; ///< ends with a zero; empty if it was built
};

Result<void> build() {
  if (auto done = enter_private_namespaces(); !done)
    return done;
  return make_private_view();
}

Report report_on(Result<void> const& built) {
  Report report;
  report.built = built.has_value();
  if (report.built)
    report.ipc = IpcWindow::open();
  else
    to_string(built.error()).copy(report.trouble.data(), report.trouble.size() - 1);
  return report;
}

// Nothing of ours may be held open by a process that outlives a run.
void let_go_of_descriptors(int keep) {
  int const null = ::open("/dev/null", O_RDWR);
  for (int const standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    ::dup2(null, standard);
  if (keep > 3)
    ::close_range(3, static_cast<unsigned>(keep) - 1, 0);
  ::close_range(static_cast<unsigned>(keep) + 1, ~0U, 0);
}

[[noreturn]] void be_init(int report) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::prctl(PR_SET_NAME, "whodunit-init");
  std::signal(SIGCHLD, SIG_IGN); // orphans are reaped by the kernel
  ::setsid();
  let_go_of_descriptors(report);
  auto const told = report_on(build());
  // A warden that died in the meantime has closed its end, and the write kills us: nobody would end
  // us else.
  if (::write(report, &told, sizeof told) < 0)
    ::_exit(1);
  ::close(report);
  for (;;)
    ::pause();
}

Report read_report(UniqueFd const& reader) {
  pollfd wait{reader.get(), POLLIN, 0};
  while (::poll(&wait, 1, -1) < 0 && errno == EINTR) {
  }
  Report report;
  bool const whole = ::read(reader.get(), &report, sizeof report) == sizeof report;
  return whole ? report : Report{};
}

} // namespace

Result<Anchor> Anchor::start(std::filesystem::path const& core_folder) {
  auto report = make_pipe();
  if (!report)
    return report.error();
  if (auto done = renew_child_pid_namespace(); !done)
    return done.error();
  int const pid = ::fork();
  if (pid < 0)
    return last_error("start the init of a PID namespace", "");
  if (pid == 0)
    be_init(report->writer.get());
  report->writer.close();
  auto pidfd = open_pidfd(pid);
  Anchor anchor(pid, pidfd ? std::move(*pidfd) : UniqueFd(), core_folder);
  auto const told = read_report(report->reader);
  if (!told.built || !anchor.pidfd_.is_open())
    return Error("build a contained view of this machine", "", {}, told.trouble.data());
  anchor.ipc_ = IpcWindow::take(anchor.pidfd_.get(), told.ipc);
  return anchor;
}

Anchor::~Anchor() {
  if (pid_ == 0)
    return;
  kill();
  // It ends last: whoever of its namespace is our child or our tracee has to be reaped by us
  // before.
  for (int ended = 0; ended != pid_;) {
    int status = 0;
    ended = ::waitpid(-1, &status, __WALL);
    if (ended < 0 && errno != EINTR)
      return;
    if (ended > 0 && WIFSTOPPED(status)) {
      ptrace::resume(ended);
      ended = 0;
    }
  }
}

Result<void> Anchor::enter(Scratch scratch) const {
  if (auto done = join_namespaces(pidfd_.get()); !done)
    return done;
  if (auto done = copy_mount_namespace(); !done)
    return done;
  scratch.core_folder = core_folder_;
  return enter_scratch(scratch);
}

bool Anchor::holds_nothing() const {
  auto const orphans = proc::children(pid_);
  auto const ours = proc::children(::getpid()); // by CLONE_PARENT a run can make children of ours
  return orphans && orphans->empty() && ours && *ours == std::vector{pid_} && ipc_.shows_nothing();
}

void Anchor::kill() const {
  ::kill(pid_, SIGKILL);
}

void Anchor::forget() {
  pid_ = 0;
}

} // namespace whodunit
