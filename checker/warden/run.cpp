// SPDX-License-Identifier: MIT
#include "warden/run.hpp"

#include "fate/quantity.hpp"
#include "warden/last_look.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <iterator>
#include <poll.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/wait.h>

namespace whodunit {
namespace {

using namespace std::chrono_literals;

// How long the end of the first process may take to carry away the others: a parent-death signal, a
// closed pipe.
constexpr auto settling_time = 100ms;
constexpr auto stand_in_period = 2ms;
constexpr int most_statuses =
    256; // in a row: a storm of them would leave no time to look at the clock

std::chrono::microseconds cpu_of(rusage const& used) {
  return std::chrono::seconds(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
         std::chrono::microseconds(used.ru_utime.tv_usec + used.ru_stime.tv_usec);
}

} // namespace

Run::Run(Equipment& equipment, Channel& channel, wire::AskRun request)
    : equipment_(&equipment),
      channel_(&channel),
      launch_(std::move(request.launch)),
      attended_(request.attended),
      job_control_(request.job_control) {}

Run::~Run() {
  if (!leaves_processes())
    clean_up();
}

Moment Run::now() const {
  return std::chrono::steady_clock::now() - start_;
}

Result<Fate> Run::complete() {
  if (auto begun = begin(); !begun) {
    phase_ = Phase::over;
    clean_up();
    return begun.error();
  }
  while (phase_ != Phase::over)
    watch();
  if (scratch_)
    std::ranges::move(scratch_->used_up(launch_.limits), std::back_inserter(fate_.limits));
  scratch_.reset();
  tree_.look();
  fate_.processes = tree_.records(); // before our own killing
  if (!first_reaped_ && tracer_ != nullptr && !abandoned_)
    fate_.threads = take_last_look(tree_, *tracer_, [this] { await_status(10ms); });
  clean_up();
  if (abandoned_)
    return Error("tell the fate", "", make_error_code(boost::system::errc::connection_aborted));
  if (core_) // what is missing of it is seen in the file
    static_cast<void>(core_->hand_over(launch_.core_file));
  core_.reset();
  fate_.not_executed = child_->execve_errno();
  if (fate_.not_executed != 0) // it has our own name still
    fate_.processes.front().name = launch_.executable.filename().native().substr(0, 15);
  auto told = fate();
  if (!leaves_processes()) { // nothing of it is left once it is told
    child_.reset();
    subtree_.reset();
    cgroup_.reset();
  }
  return told;
}

Result<void> Run::make_cgroups() {
  auto& containment = equipment_->containment;
  auto const& limits = launch_.limits;
  if (launch_.contain || limits.memory || limits.processes || limits.cpu_share) {
    auto group =
        containment.cgroup({limits.memory, limits.processes, limits.cpu_share}, !launch_.contain);
    if (!group)
      return group.error();
    cgroup_ = std::move(*group);
  }
  auto subtree = containment.subtree(launch_, cgroup_ ? &*cgroup_ : nullptr);
  if (!subtree)
    return subtree.error();
  subtree_ = std::move(*subtree);
  return {};
}

Result<void> Run::surround() {
  auto& containment = equipment_->containment;
  if (launch_.contain)
    anchor_ = containment.anchor();
  else if (containment.kept_anchor()) // its namespace is where children of ours would be born
    return Error{"run",
                 launch_.arguments.front(),
                 {},
                 "this warden contains its runs: a command of the user's needs one of its own"};
  if (auto allowed = containment.allows(launch_); !allowed)
    return allowed;
  if (auto done = make_cgroups(); !done)
    return done;
  memory_ = std::make_unique<MemoryWatch>(cgroup_ ? &*cgroup_ : nullptr, launch_.limits.memory);
  tree_.number_at_depth(anchor_ != nullptr ? 1 : 0);
  fate_.observed.contained = anchor_ != nullptr;
  fate_.observed.memory_cgroup = cgroup_.has_value();
  fate_.observed.captured = launch_.streams != Streams::inherit;
  fate_.observed.stand_in_memory = memory_->stands_in();
  return {};
}

Result<void> Run::begin() {
  start_ = std::chrono::steady_clock::now();
  if (auto done = surround(); !done)
    return done;
  bool const trace = launch_.watch == Watch::trace;
  auto& containment = equipment_->containment;
  auto const* const filter =
      containment.filter({.trace_kill_calls = trace,
                          .trace_stderr = trace && launch_.streams == Streams::inherit,
                          .trace_writes = trace && subtree_.has_value(),
                          .contained = launch_.contain,
                          .grant_namespaces = launch_.contain && launch_.grant_namespaces,
                          .no_namespaces = launch_.contain && !anchor_,
                          .no_cgroup = launch_.contain && !cgroup_});
  Surroundings const around{.anchor = anchor_,
                            .cgroup = cgroup_ ? &*cgroup_ : nullptr,
                            .subtree = subtree_ ? &*subtree_ : nullptr,
                            .filter = filter,
                            .private_core = anchor_ != nullptr && !containment.pipes_cores(),
                            .skip_core_pipe = containment.pipes_cores() && launch_.contain,
                            .sole_oom_candidate = memory_->stands_in()};
  auto child = Child::start(launch_, around);
  if (!child)
    return child.error();
  child_ = std::move(*child);
  if (anchor_ != nullptr)
    scratch_ = ScratchWatch::open(child_->pid());
  if (!launch_.core_file.empty())
    core_ = CoreCatch::watch(child_->pid(), folder_of_core_pattern(containment.core_pattern()));
  auto const cap = launch_.limits.output.value_or(usual_output);
  out_ = CapturedStream(std::move(child_->out()), cap);
  err_ = CapturedStream(std::move(child_->err()), cap);
  add_first();
  if (trace) {
    tracer_ = std::make_unique<Tracer>(
        tree_, [this] { return now(); }, [this](int pid, int status) { dying(pid, status); },
        TraceWish{static_cast<std::size_t>(std::max(launch_.system_calls, 0)), launch_.backtrace});
    if (auto done = tracer_->adopt(child_->pid(), launch_.contain || filter != nullptr); !done)
      return done;
  }
  fate_.first = tree_.inner(child_->pid());
  fate_.observed.traced = trace;
  fate_.observed.kill_calls = trace && filter != nullptr;
  fate_.observed.heard_stderr = fate_.observed.captured || fate_.observed.kill_calls;
  if (attended_) {
    if (auto told = channel_->send(encode(wire::Reply(wire::Started{child_->pid()}))); !told)
      return told;
    if (auto done = await_resume(); !done)
      return done;
  }
  start_clock();
  executed_ = false; // what it takes us to prepare is not the command's time
  auto const period = memory_->stands_in() ? stand_in_period : MemoryCurve::shortest_period;
  arm(equipment_->memory_tick, period, period);
  bool const may_die_soon = cgroup_ || !trace;
  if (may_die_soon)
    memory_->begin();
  child_->release();
  if (!may_die_soon)
    memory_->begin(); // while it is busy with its execve, at whose end it waits for us
  fate_.observed.oom_counter = memory_->counts();
  return {};
}

// It will have the name that the kernel gives it at execve.
void Run::add_first() {
  int const pid = child_->pid();
  proc::Identity identity{pid, 0, 0, {pid}};
  if (anchor_ != nullptr)
    if (auto const inner = proc::pid_at_depth(pid, 1))
      identity.ids.push_back(*inner);
  tree_.add(identity, now()).record.name = launch_.executable.filename().native().substr(0, 15);
}

void Run::start_clock() {
  executed_ = true;
  start_ = std::chrono::steady_clock::now();
  tree_.find(child_->pid())->record.born = {};
  if (launch_.limits.wall)
    arm(equipment_->deadline, *launch_.limits.wall);
}

Result<void> Run::await_resume() {
  auto const message = channel_->receive();
  if (!message)
    return message.error();
  if (!*message)
    return Error("begin the run", "", make_error_code(boost::system::errc::connection_aborted));
  return {};
}

void Run::watch() {
  std::array<pollfd, 6> waits{{{channel_->fd(), POLLIN, 0},
                               {equipment_->signals.get(), POLLIN, 0},
                               {equipment_->deadline.get(), POLLIN, 0},
                               {equipment_->memory_tick.get(), POLLIN, 0},
                               {out_.fd(), POLLIN, 0},
                               {err_.fd(), POLLIN, 0}}};
  if (::poll(waits.data(), waits.size(), -1) < 0)
    return;
  out_.drain();
  err_.drain();
  if (waits[1].revents != 0) {
    drain_signal_fd(equipment_->signals);
    reap();
  }
  if (waits[3].revents != 0 && drain_timer(equipment_->memory_tick) && !first_reaped_) {
    curve_.look(cgroup_ ? &*cgroup_ : nullptr, tree_, now());
    if (memory_->stands_in())
      memory_->look(tree_, child_->pid(),
                    anchor_ != nullptr ? std::optional(anchor_->pid()) : std::nullopt, now());
  }
  if (waits[2].revents != 0 && drain_timer(equipment_->deadline) && phase_ != Phase::over)
    deadline_passed();
  if (waits[0].revents != 0)
    handle_message();
  if (abandoned_)
    phase_ = Phase::over;
}

void Run::handle_message() {
  auto const message = channel_->receive();
  if (!message || !*message) {
    abandoned_ = true;
    return;
  }
  auto const request = wire::decode_request(**message);
  if (!request)
    return;
  if (std::holds_alternative<wire::Resume>(*request) && waiting_for_resume_) {
    waiting_for_resume_ = false;
    if (launch_.limits.wall)
      arm(equipment_->deadline, *launch_.limits.wall);
    ::kill(-child_->pid(), SIGCONT);
  }
}

void Run::await_status(std::chrono::milliseconds patience) {
  pollfd wait{equipment_->signals.get(), POLLIN, 0};
  if (::poll(&wait, 1, static_cast<int>(patience.count())) > 0)
    drain_signal_fd(equipment_->signals);
  reap();
}

void Run::reap() {
  for (int portion = 0; portion < most_statuses; ++portion) {
    int status = 0;
    rusage used{};
    int const pid = ::wait4(-1, &status, __WALL | WNOHANG | WUNTRACED, &used);
    if (pid <= 0)
      return;
    handle_status(pid, status, used);
  }
  ::raise(SIGCHLD); // is blocked, and read from the signalfd: there may be more
}

void Run::handle_status(int pid, int wait_status, rusage const& used) {
  if (anchor_ != nullptr && pid == anchor_->pid()) {
    anchor_->forget();
    anchor_ = nullptr;
    equipment_->containment.kept_anchor().reset();
    return;
  }
  bool const first = pid == child_->pid();
  bool const ended = WIFEXITED(wait_status) || WIFSIGNALED(wait_status);
  if (ended)
    note_cpu(pid, used);
  if (tracer_ != nullptr)
    tracer_->handle(pid, wait_status);
  if (first && !ended)
    note_stop(wait_status);
  if (first && wait_status >> 16 == PTRACE_EVENT_EXEC && !executed_)
    start_clock();
  if (first && ended)
    first_ended(wait_status, used);
  if (phase_ == Phase::settling)
    settle();
}

// What the tracer's wait4 tells of a process is that process alone; of a thread it is nothing.
void Run::note_cpu(int pid, rusage const& used) {
  if (auto* const process = tree_.find(pid); process != nullptr && !process->ended)
    process->record.cpu = cpu_of(used);
}

// A stop that job control would show: to the tracer other stops are shown too.
void Run::note_stop(int wait_status) {
  auto* const first = tree_.find(child_->pid());
  if (tracer_ == nullptr)
    first->last_stop = Signal::from_number(WSTOPSIG(wait_status));
  auto const stopped = tracer_ != nullptr ? first->stopped_by : first->last_stop;
  if (!job_control_ || waiting_for_resume_ || !stopped || phase_ != Phase::running)
    return;
  waiting_for_resume_ = true;
  arm(equipment_->deadline, {}); // a stopped job does not use up its time
  if (!channel_->send(encode(wire::Reply(wire::Stopped{stopped->number()}))))
    abandoned_ = true;
}

void Run::first_ended(int wait_status, rusage const& used) {
  first_reaped_ = true;
  if (phase_ == Phase::over)
    return; // our own doing
  fate_.usage.wall = now();
  fate_.usage.cpu = cpu_of(used);
  fate_.usage.voluntary_switches = static_cast<std::uint64_t>(used.ru_nvcsw);
  fate_.usage.involuntary_switches = static_cast<std::uint64_t>(used.ru_nivcsw);
  fate_.wait_status = wait_status;
  if (auto const ending = decode_wait_status(wait_status))
    tree_.end(child_->pid(), *ending, now());
  if (WIFSIGNALED(wait_status) && WTERMSIG(wait_status) == SIGKILL && tracer_ == nullptr)
    memory_->died_of_sigkill(fate_.first, false, now());
  phase_ = tracer_ != nullptr ? Phase::settling : Phase::over;
  arm(equipment_->deadline, settling_time);
}

// Others may be on their way out because of this end; whoever still lives then is recorded alive.
void Run::settle() {
  if (tracer_->idle())
    phase_ = Phase::over;
}

bool Run::explained_by_kill_call(int inner_pid) const {
  return tracer_ != nullptr &&
         std::ranges::any_of(tracer_->calls().kill_calls(), [&](KillCall const& call) {
           return call.signal == SIGKILL && (call.target == inner_pid || call.target <= 0);
         });
}

void Run::dying(int pid, int wait_status) {
  auto* const process = tree_.find(pid);
  if (process == nullptr || phase_ == Phase::over)
    return;
  process->record.name = proc::name(pid);
  process->record.peak_memory = proc::peak_memory(pid);
  if (WIFSIGNALED(wait_status) && WTERMSIG(wait_status) == SIGKILL)
    memory_->died_of_sigkill(process->record.pid, explained_by_kill_call(process->record.pid),
                             now());
  if (pid == child_->pid())
    fate_.resource_limits = proc::resource_limits(pid);
}

void Run::deadline_passed() {
  if (phase_ == Phase::running) {
    reap(); // it may have ended in time, and nobody looked
    if (phase_ != Phase::running)
      return;
    fate_.limits.push_back({"wall", to_string(*launch_.limits.wall), true});
    fate_.usage.wall = now();
  }
  phase_ = Phase::over;
}

} // namespace whodunit
