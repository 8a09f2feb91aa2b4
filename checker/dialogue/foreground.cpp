// SPDX-License-Identifier: MIT
#include "dialogue/foreground.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/process/v2/process.hpp>
#include <cerrno>
#include <csignal>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

namespace whodunit {
namespace {

extern "C" void not_for_us(int /*signal*/) {}

/// Keeps a signal from us while it lives. A handler and not SIG_IGN, which the command would
/// inherit.
class Deaf {
public:
  explicit Deaf(int signal) : signal_(signal) {
    struct sigaction action {};
    action.sa_handler = not_for_us;
    action.sa_flags = SA_RESTART;
    sigaction(signal, &action, &before_);
  }
  Deaf(Deaf const&) = delete;
  Deaf& operator=(Deaf const&) = delete;
  ~Deaf() { sigaction(signal_, &before_, nullptr); }

private:
  int signal_;
  struct sigaction before_ {};
};

/// The terminal as it is now: its mode and its foreground group; put back when this goes.
class TerminalAsItWas {
public:
  TerminalAsItWas()
      : known_(tcgetattr(STDIN_FILENO, &mode_) == 0), group_(tcgetpgrp(STDIN_FILENO)) {}
  TerminalAsItWas(TerminalAsItWas const&) = delete;
  TerminalAsItWas& operator=(TerminalAsItWas const&) = delete;
  ~TerminalAsItWas() { restore(); }

  void restore() const {
    sigset_t stop_on_output{};
    sigset_t before{};
    sigemptyset(&stop_on_output);
    sigaddset(&stop_on_output, SIGTTOU); // sent to whoever does this from the background
    sigprocmask(SIG_BLOCK, &stop_on_output, &before);
    if (group_ == getpgrp())
      tcsetpgrp(STDIN_FILENO, group_);
    if (known_)
      tcsetattr(STDIN_FILENO, TCSADRAIN, &mode_);
    sigprocmask(SIG_SETMASK, &before, nullptr);
  }

private:
  termios mode_{};
  bool known_;
  pid_t group_;
};

} // namespace

Result<Ending> run_in_foreground(std::vector<std::string> const& arguments) {
  TerminalAsItWas const terminal;
  Deaf const to_interrupt(SIGINT);
  Deaf const to_quit(SIGQUIT);
  boost::asio::io_context context;
  boost::system::error_code failed;
  auto child =
      boost::process::v2::default_process_launcher()(context, failed, "/proc/self/exe", arguments);
  if (failed)
    return Error{"start", "whodunit " + arguments.front(), failed};
  pid_t const pid = child.id();
  child.detach(); // waiting is ours: only wait(2) tells an exit from a death, and a stop from both
  int status = 0;
  while (true) {
    if (waitpid(pid, &status, WUNTRACED) < 0) {
      if (errno != EINTR)
        return last_error("wait for", "whodunit " + arguments.front());
    } else if (!WIFSTOPPED(status)) {
      break;
    } else {
      raise(SIGSTOP); // the shell takes over, until somebody says fg
      kill(pid, SIGCONT);
    }
  }
  if (auto const ending = decode_wait_status(status))
    return *ending;
  return Error{"understand the end of", "whodunit " + arguments.front(), {}};
}

} // namespace whodunit
