// SPDX-License-Identifier: MIT
#include "warden/child.hpp"

#include "os/landlock.hpp"
#include "os/namespaces.hpp"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <string_view>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>
#include <vector>

namespace whodunit {
namespace {

constexpr Bytes scratch_size{16ULL << 20U};
constexpr rlim_t private_core_size =
    1U << 20U; // enough for the core flag; what does not fit is cut, the flag stays

constexpr rlim_t most_descriptors = 1024;

struct Ends {
  Pipe go;
  Pipe report;
  Pipe out;
  Pipe err;
};

// Reports to the warden in one byte of kind and then text or errno, and is no more.
[[noreturn]] void give_up(int report, Error const& error) {
  auto const words = "S" + to_string(error);
  static_cast<void>(::write(report, words.data(), words.size()));
  ::_exit(125);
}

[[noreturn]] void tell_execve_failed(int report, int why) {
  auto const words = "X" + std::to_string(why);
  static_cast<void>(::write(report, words.data(), words.size()));
  bool const missing = why == ENOENT || why == ENOTDIR;
  ::_exit(missing ? 127 : 126); // as a shell's child does (POSIX 2.9.1.6)
}

void reset_signals(std::vector<int> const& ignored) {
  for (int signal = 1; signal <= highest_signal; ++signal) {
    struct sigaction standard {};
    standard.sa_handler = SIG_DFL;
    ::sigaction(signal, &standard, nullptr);
  }
  for (int const signal : ignored)
    std::signal(signal, SIG_IGN);
  sigset_t none;
  sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

// \p grace: how far the hard limit lies above.
void limit(int resource, rlim_t wanted, rlim_t grace = 0) {
  rlimit current{};
  ::getrlimit(static_cast<__rlimit_resource>(resource), &current);
  rlimit const narrowed{std::min(wanted, current.rlim_max),
                        std::min(wanted + grace, current.rlim_max)};
  ::setrlimit(static_cast<__rlimit_resource>(resource), &narrowed);
}

// Leaves a lower soft limit as it is: select(2) knows no descriptor above it.
void limit_hard(int resource, rlim_t wanted) {
  rlimit current{};
  ::getrlimit(static_cast<__rlimit_resource>(resource), &current);
  current.rlim_max = std::min(wanted, current.rlim_max);
  current.rlim_cur = std::min(current.rlim_cur, current.rlim_max);
  ::setrlimit(static_cast<__rlimit_resource>(resource), &current);
}

void limit_resources(Launch const& launch, Surroundings const& around) {
  rlimit core{};
  ::getrlimit(RLIMIT_CORE, &core);
  bool const wanted = launch.streams == Streams::capture || core.rlim_cur > 0;
  if (around.skip_core_pipe)
    limit(RLIMIT_CORE, wanted ? 1 : 0);
  else if (around.private_core && wanted)
    limit(RLIMIT_CORE, private_core_size);
  if (launch.limits.cpu) // hard = soft would be SIGKILL without a word
    limit(RLIMIT_CPU, static_cast<rlim_t>(launch.limits.cpu->count()), 1);
  if (launch.limits.files)
    limit(RLIMIT_NOFILE, static_cast<rlim_t>(*launch.limits.files));
  if (launch.limits.file_size)
    limit(RLIMIT_FSIZE, launch.limits.file_size->count);
  // Counted per user namespace; outside of one the user's other processes would count too.
  bool const own_count = around.anchor != nullptr && ::geteuid() != 0;
  bool const by_cgroup = around.cgroup != nullptr && around.cgroup->limits_processes();
  if (launch.limits.processes && own_count && !by_cgroup)
    limit(RLIMIT_NPROC, static_cast<rlim_t>(*launch.limits.processes));
  // What the kernel holds for a pipe or a socket is nobody's memory, and only a cgroup counts it.
  if (launch.contain && around.cgroup == nullptr)
    limit_hard(RLIMIT_NOFILE, most_descriptors);
}

void arrange_streams(Ends const& ends, Streams streams) {
  if (streams == Streams::inherit)
    return;
  if (streams == Streams::capture)
    ::dup2(::open("/dev/null", O_RDONLY | O_CLOEXEC), STDIN_FILENO);
  ::dup2(ends.out.writer.get(), STDOUT_FILENO);
  ::dup2(ends.err.writer.get(), STDERR_FILENO);
}

Result<void> enter(Launch const& launch, Surroundings const& around) {
  if (around.cgroup != nullptr)
    if (int const why = around.cgroup->join(); why != 0)
      return Error("join the cgroup of the run", "", {why, boost::system::system_category()});
  if (around.sole_oom_candidate)
    static_cast<void>(write_file("/proc/self/oom_score_adj", "1000"));
  if (around.anchor != nullptr)
    if (auto done = around.anchor->enter(scratch_size, launch.executable); !done)
      return done;
  if (!launch.directory.empty() && ::chdir(launch.directory.c_str()) != 0)
    return last_error("change to", launch.directory);
  return {};
}

Result<void> confine(Launch const& launch, Surroundings const& around) {
  if (launch.contain)
    if (auto done = drop_privileges(); !done)
      return done;
  if (launch.contain && around.anchor == nullptr)
    enter_landlock_domain();
  if (around.filter == nullptr)
    return {};
  if (::geteuid() != 0)
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  if (int const why = around.filter->install(); why != 0)
    return Error("install the seccomp filter", "", {why, boost::system::system_category()});
  return {};
}

std::vector<char*> pointers(std::vector<std::string> const& strings) {
  std::vector<char*> list;
  list.reserve(strings.size() + 1);
  for (auto const& text : strings)
    list.push_back(const_cast<char*>(text.c_str()));
  list.push_back(nullptr);
  return list;
}

// execve along PATH as execvp(3) does, but never through a shell. \return the errno that matters.
int execute(Launch const& launch, std::vector<char*> const& arguments,
            std::vector<char*> const& environment) {
  auto const& name = launch.executable.native();
  if (name.find('/') != std::string::npos) {
    ::execve(name.c_str(), arguments.data(), environment.data());
    return errno;
  }
  char const* const path = std::getenv("PATH");
  std::string_view folders = path != nullptr ? path : "/usr/local/bin:/usr/bin:/bin";
  int why = ENOENT;
  for (bool more = true; more;) {
    auto const end = folders.find(':');
    auto const folder = folders.substr(0, end);
    auto const file = std::string(folder.empty() ? "." : folder) + "/" + name;
    ::execve(file.c_str(), arguments.data(), environment.data());
    if (errno == EACCES)
      why = EACCES;
    else if (errno != ENOENT && errno != ENOTDIR)
      return errno;
    more = end != std::string_view::npos;
    folders.remove_prefix(more ? end + 1 : folders.size());
  }
  return why;
}

[[noreturn]] void become(Launch const& launch, Surroundings const& around, Ends const& ends) {
  if (launch.streams == Streams::capture)
    ::setsid();
  else
    ::setpgid(0, 0);
  char go = 0;
  ::fcntl(ends.go.reader.get(), F_SETFL, 0);
  if (::read(ends.go.reader.get(), &go, 1) != 1)
    ::_exit(125); // the warden is gone
  int const report = ends.report.writer.get();
  auto environment = launch.environment;
  if (launch.contain)
    environment.emplace_back("WHODUNIT_CONTAINED=1");
  auto const arguments = pointers(launch.arguments);
  auto const variables = pointers(environment);
  if (auto done = enter(launch, around); !done)
    give_up(report, done.error());
  limit_resources(launch, around);
  arrange_streams(ends, launch.streams);
  if (auto done = confine(launch, around); !done)
    give_up(report, done.error());
  reset_signals(launch.ignored_signals);
  if (launch.contain)
    ::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
  tell_execve_failed(report, execute(launch, arguments, variables));
}

Result<Ends> open_ends(Streams streams) {
  Ends ends;
  std::vector<Pipe*> wanted{&ends.go, &ends.report};
  if (streams != Streams::inherit)
    wanted.insert(wanted.end(), {&ends.out, &ends.err});
  for (auto* const pipe : wanted) {
    auto made = make_pipe();
    if (!made)
      return made.error();
    *pipe = std::move(*made);
  }
  return ends;
}

} // namespace

Result<Child> Child::fork(Launch const& launch, Surroundings const& around) {
  auto ends = open_ends(launch.streams);
  if (!ends)
    return ends.error();
  int const pid = ::fork();
  if (pid < 0)
    return last_error("start a process", "");
  if (pid == 0)
    become(launch, around, *ends);
  if (launch.streams != Streams::capture)
    ::setpgid(pid, pid); // on both sides: whoever comes first
  Child child;
  child.pid_ = pid;
  child.go_ = std::move(ends->go.writer);
  child.report_ = std::move(ends->report.reader);
  child.out_ = std::move(ends->out.reader);
  child.err_ = std::move(ends->err.reader);
  return child;
}

void Child::release() {
  static_cast<void>(::write(go_.get(), "g", 1));
  go_.close();
}

Child::Trouble Child::trouble() {
  std::string words(4096, '\0');
  auto const bytes = ::read(report_.get(), words.data(), words.size());
  if (bytes < 2)
    return {};
  words.resize(static_cast<std::size_t>(bytes));
  if (words.front() == 'X')
    return {std::atoi(words.c_str() + 1), std::nullopt};
  return {0, Error("prepare the run", "", {}, words.substr(1))};
}

} // namespace whodunit
