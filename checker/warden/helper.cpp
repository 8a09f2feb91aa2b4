// SPDX-License-Identifier: MIT
#include "warden/helper.hpp"

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/process/v2/process.hpp>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>

namespace whodunit {
namespace process = boost::process::v2;

// The process is reaped here, and by its handle only: asio's own reaping would need a running
// io_context.
struct Helper::State {
  Channel channel;
  boost::asio::io_context context;
  process::process handle{context};
  bool let_go = false;

  explicit State(Channel end) : channel(std::move(end)) {}
  State(State const&) = delete;
  State& operator=(State const&) = delete;
  ~State() {
    channel = Channel(UniqueFd()); // it leaves when it sees its socket close
    boost::system::error_code ignored;
    if (handle.is_open() && !let_go)
      handle.wait(ignored);
    else
      handle.detach();
  }
};

namespace {

Result<std::array<UniqueFd, 2>> make_sockets() {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
    return last_error("make a socket pair", "");
  return std::array<UniqueFd, 2>{UniqueFd(ends[0]), UniqueFd(ends[1])};
}

} // namespace

Helper::Helper(std::unique_ptr<State> state) : state_(std::move(state)) {}
Helper::Helper(Helper&&) noexcept = default;
Helper& Helper::operator=(Helper&&) noexcept = default;
Helper::~Helper() = default;

Result<Helper> Helper::start(std::filesystem::path const& executable,
                             std::vector<int> const& descriptors) {
  auto sockets = make_sockets();
  if (!sockets)
    return sockets.error();
  auto state = std::make_unique<State>(Channel(std::move((*sockets)[0])));
  boost::system::error_code failed;
  int const end = (*sockets)[1].get();
  process::default_process_launcher launcher;
  launcher.fd_whitelist = descriptors;
  launcher.fd_whitelist.push_back(end);
  ::fcntl(end, F_SETFD, 0);
  // By executor, not by context: that overload of Boost 1.81 loses the error code and throws. And
  // the socket by number: its bind_fd reads a variable that is gone.
  state->handle = launcher(state->context.get_executor(), failed, executable.string(),
                           std::vector<std::string>{std::to_string(end)});
  if (failed)
    return Error("start", executable, failed, "is whodunit installed as a whole?");
  (*sockets)[1].close();
  return Helper(std::move(state));
}

Channel& Helper::channel() {
  return state_->channel;
}
Result<std::optional<wire::Octets>> Helper::receive() {
  auto const pid = static_cast<id_t>(state_->handle.id());
  constexpr int period = 500; // ms
  pollfd wait{state_->channel.fd(), POLLIN, 0};
  for (int ready = 0; ready <= 0;) {
    ready = ::poll(&wait, 1, period);
    if (ready < 0 && errno != EINTR)
      break;
    siginfo_t stopped{};
    if (::waitid(P_PID, pid, &stopped, WSTOPPED | WNOHANG) == 0 && stopped.si_pid != 0)
      ::kill(static_cast<pid_t>(pid), SIGCONT);
  }
  return state_->channel.receive();
}
void Helper::kill() {
  boost::system::error_code ignored;
  state_->handle.terminate(ignored);
}
void Helper::let_go() {
  state_->let_go = true;
}

} // namespace whodunit
