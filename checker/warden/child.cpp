// SPDX-License-Identifier: MIT
#include "warden/child.hpp"

#include "os/landlock.hpp"
#include "os/namespaces.hpp"
#include "os/raw_call.hpp"
#include "warden/core_catch.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sched.h>
#include <string_view>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace whodunit {
namespace {

constexpr rlim_t private_core_size =
    1U << 20U; // enough for the core flag; what does not fit is cut, the flag stays

constexpr rlim_t most_descriptors = 1024;

struct Ends {
  Pipe go;
  Pipe report;
  Pipe out;
  Pipe err;
};

/// The child's descriptors of them. By number: the owners are the warden's, and it closes its own.
struct ChildEnds {
  int go = -1;
  int gate_keeper = -1; // the warden's end of it
  int report = -1;
  int out = -1;
  int err = -1;
};

// Reports to the warden in one byte of kind and then text or errno, and is no more.
void give_up(int report, Error const& error) {
  auto const words = "S" + to_string(error);
  static_cast<void>(::write(report, words.data(), words.size()));
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
  bool const handed_over = !launch.core_file.empty();
  bool const wanted = launch.streams == Streams::capture || core.rlim_cur > 0 || handed_over;
  if (around.skip_core_pipe)
    limit(RLIMIT_CORE, wanted ? 1 : 0);
  else if (around.private_core && wanted)
    limit(RLIMIT_CORE, handed_over ? largest_core.count : private_core_size);
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

void arrange_streams(ChildEnds const& ends, Streams streams) {
  if (streams == Streams::inherit)
    return;
  if (streams == Streams::capture)
    ::dup2(::open("/dev/null", O_RDONLY | O_CLOEXEC), STDIN_FILENO);
  ::dup2(ends.out, STDOUT_FILENO);
  ::dup2(ends.err, STDERR_FILENO);
}

Scratch scratch_of(Launch const& launch, Surroundings const& around) {
  Scratch scratch{.keep = launch.executable};
  if (!launch.core_file.empty())
    scratch.size = scratch.other_size = {scratch.size.count + largest_core.count};
  scratch.size = launch.limits.disk.value_or(scratch.size);
  scratch.inodes = launch.limits.inodes.value_or(scratch.inodes);
  if (around.subtree != nullptr)
    scratch.writable = around.subtree->path();
  return scratch;
}

Result<void> join_cgroups(Surroundings const& around) {
  int const why = around.cgroup != nullptr ? around.cgroup->join() : 0;
  if (why != 0)
    return Error("join the cgroup of the run", "", {why, boost::system::system_category()});
  int const why_not_granted = around.subtree != nullptr ? around.subtree->join() : 0;
  if (why_not_granted != 0)
    return Error("join the cgroup that is granted", around.subtree->path(),
                 {why_not_granted, boost::system::system_category()});
  return {};
}

Result<void> enter(Launch const& launch, Surroundings const& around) {
  if (auto done = join_cgroups(around); !done)
    return done;
  if (around.sole_oom_candidate)
    static_cast<void>(write_file("/proc/self/oom_score_adj", "1000"));
  if (around.anchor != nullptr)
    if (auto done = around.anchor->enter(scratch_of(launch, around)); !done)
      return done;
  if (!launch.directory.empty() && ::chdir(launch.directory.c_str()) != 0)
    return last_error("change to", launch.directory);
  return {};
}

Result<void> confine(Launch const& launch, Surroundings const& around) {
  if (launch.contain)
    if (auto done =
            drop_privileges(launch.grant_namespaces ? Keep::own_user_namespace : Keep::nothing);
        !done)
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

// Where execvp(3) would look, but never through a shell.
std::vector<std::string> candidates(std::filesystem::path const& executable) {
  auto const& name = executable.native();
  if (name.find('/') != std::string::npos)
    return {name};
  std::vector<std::string> files;
  char const* const path = std::getenv("PATH");
  std::string_view folders = path != nullptr ? path : "/usr/local/bin:/usr/bin:/bin";
  for (bool more = true; more;) {
    auto const end = folders.find(':');
    auto const folder = folders.substr(0, end);
    files.push_back(std::string(folder.empty() ? "." : folder) + "/" + name);
    more = end != std::string_view::npos;
    folders.remove_prefix(more ? end + 1 : folders.size());
  }
  return files;
}

// Everything up to the gate. What is allocated here is freed here: the memory is the warden's too.
bool prepare(Launch const& launch, Surroundings const& around, ChildEnds const& ends) {
  launch.streams == Streams::capture ? ::setsid() : ::setpgid(0, 0);
  ::close(ends.gate_keeper); // or the gate would stay shut when the warden is gone
  ::fcntl(ends.go, F_SETFL, 0);
  if (auto done = enter(launch, around); !done) {
    give_up(ends.report, done.error());
    return false;
  }
  limit_resources(launch, around);
  arrange_streams(ends, launch.streams);
  if (auto done = confine(launch, around); !done) {
    give_up(ends.report, done.error());
    return false;
  }
  reset_signals(launch.ignored_signals);
  if (launch.contain)
    ::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
  return true;
}

} // namespace

/// Made before the child is, which allocates nothing from the gate on.
struct Child::Plan {
  Launch const& launch;
  Surroundings const& around; // up to the gate
  ChildEnds ends;
  std::vector<std::string> environment;
  std::vector<std::string> files; // to be tried
  std::vector<char*> arguments;
  std::vector<char*> variables;
};

namespace {

// From the gate on the warden runs too, in the same memory, errno included: system calls only, and
// none of them through the C library.
[[noreturn]] void pass_gate(Child::Plan const& plan) {
  char go = 0;
  if (raw_call(SYS_read, plan.ends.go, &go, 1) != 1)
    raw_exit(125); // the warden is gone
  long why = ENOENT;
  for (auto const& file : plan.files) {
    auto const failed =
        -raw_call(SYS_execve, file.c_str(), plan.arguments.data(), plan.variables.data());
    if (failed == EACCES)
      why = EACCES;
    else if ((failed != ENOENT && failed != ENOTDIR) || plan.files.size() == 1)
      why = failed;
    if (failed != EACCES && failed != ENOENT && failed != ENOTDIR)
      break;
  }
  std::array<char, 4> words{'X', static_cast<char>('0' + why / 100 % 10),
                            static_cast<char>('0' + why / 10 % 10),
                            static_cast<char>('0' + why % 10)};
  raw_call(SYS_write, plan.ends.report, words.data(), words.size());
  bool const missing = why == ENOENT || why == ENOTDIR;
  raw_exit(missing ? 127 : 126); // as a shell's child does (POSIX 2.9.1.6)
}

int become(void* argument) {
  auto const& plan = *static_cast<Child::Plan const*>(argument);
  if (!prepare(plan.launch, plan.around, plan.ends))
    raw_exit(125);
  char ready = 'R';
  iovec const piece{&ready, 1};
  raw_call(SYS_writev, plan.ends.report, &piece, 1); // a filtered write(2) would need a tracer
  pass_gate(plan);
}

// A copy of our memory for a process that is about to throw it away would cost more than all the
// rest of its start. But whoever shares memory shares oom_score_adj and the OOM killer's attention:
// only a command without a limit on it, of which little is to be prepared, is started so.
int sharing(Surroundings const& around) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  static_cast<void>(around);
  return 0; // these keep books about memory that a second process would confuse
#else
  bool const limited = around.sole_oom_candidate || around.cgroup != nullptr ||
                       around.subtree != nullptr || around.anchor != nullptr;
  return limited ? 0 : CLONE_VM;
#endif
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

Child::Child() = default;
Child::Child(Child&&) noexcept = default;
Child& Child::operator=(Child&&) noexcept = default;
Child::~Child() = default;

Result<Child> Child::start(Launch const& launch, Surroundings const& around) {
  auto ends = open_ends(launch.streams);
  if (!ends)
    return ends.error();
  Child child;
  child.plan_ = std::make_unique<Plan>(
      Plan{launch,
           around,
           {ends->go.reader.get(), ends->go.writer.get(), ends->report.writer.get(),
            ends->out.writer.get(), ends->err.writer.get()},
           launch.environment,
           candidates(launch.executable),
           {},
           {}});
  auto& plan = *child.plan_;
  if (launch.contain)
    plan.environment.emplace_back("WHODUNIT_CONTAINED=1");
  if (around.subtree != nullptr)
    plan.environment.push_back("WHODUNIT_CGROUP=" + around.subtree->path().native());
  plan.arguments = pointers(launch.arguments);
  plan.variables = pointers(plan.environment);
  alignas(16) static std::array<std::byte, 256UL * 1024> stack; // of one child at a time
  child.pid_ = ::clone(become, stack.data() + stack.size(), sharing(around) | SIGCHLD, &plan);
  if (child.pid_ < 0)
    return last_error("start a process", "");
  ends->report.writer.close();
  if (auto ready = child.await_gate(ends->report.reader); !ready)
    return ready.error();
  child.go_ = std::move(ends->go.writer);
  child.report_ = std::move(ends->report.reader);
  child.out_ = std::move(ends->out.reader);
  child.err_ = std::move(ends->err.reader);
  return child;
}

// While it prepares itself it uses our memory: we stand still until it says that it is done.
Result<void> Child::await_gate(UniqueFd const& report) const {
  std::array<char, 4096> words; // NOLINT(cppcoreguidelines-pro-type-member-init): read(2) fills it
  ssize_t bytes = 0;
  ::fcntl(report.get(), F_SETFL, 0);
  while ((bytes = ::read(report.get(), words.data(), words.size())) < 0 && errno == EINTR) {
  }
  ::fcntl(report.get(), F_SETFL, O_NONBLOCK);
  if (bytes == 1 && words.front() == 'R')
    return {};
  ::waitpid(pid_, nullptr, __WALL);
  if (bytes > 1)
    return Error("prepare the run", "", {},
                 std::string(words.data() + 1, static_cast<std::size_t>(bytes) - 1));
  return Error("prepare the run", "", {}, "its process was killed before it could begin");
}

void Child::release() {
  static_cast<void>(::write(go_.get(), "g", 1));
  go_.close();
}

int Child::execve_errno() {
  std::array<char, 4> words{};
  bool const told =
      ::read(report_.get(), words.data(), words.size()) == static_cast<ssize_t>(words.size()) &&
      words[0] == 'X';
  return told ? (words[1] - '0') * 100 + (words[2] - '0') * 10 + (words[3] - '0') : 0;
}

} // namespace whodunit
