// SPDX-License-Identifier: MIT
#include "contender.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/process/v2/process.hpp>
#include <filesystem>
#include <spawn.h>
#include <sstream>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace whodunit::benchmark {
namespace {

std::vector<char*> pointers(std::vector<std::string> const& strings) {
  std::vector<char*> list;
  for (auto const& text : strings)
    list.push_back(const_cast<char*>(text.c_str()));
  list.push_back(nullptr);
  return list;
}

void wait_for(pid_t pid) {
  siginfo_t ended{};
  if (::waitid(P_PID, static_cast<id_t>(pid), &ended, WEXITED) != 0)
    throw std::runtime_error("waitid failed");
}

} // namespace

void spawn_and_wait(std::vector<std::string> const& command) {
  auto arguments = pointers(command);
  pid_t pid = 0;
  if (::posix_spawnp(&pid, arguments.front(), nullptr, nullptr, arguments.data(), environ) != 0)
    throw std::runtime_error("cannot start " + command.front());
  wait_for(pid);
}

void spawn_in_cgroup(CgroupPlace const& place, Bytes limit,
                     std::vector<std::string> const& command) {
  auto const group = Cgroup::create(place, cgroup_name(0), {limit, {}});
  if (!group)
    throw std::runtime_error(to_string(group.error()));
  auto arguments = pointers(command);
  auto const pid = ::vfork();
  if (pid == 0) {
    if (group->join() == 0)
      ::execv(arguments.front(), arguments.data());
    ::_exit(127);
  }
  wait_for(pid);
}

void run_with_boost(std::vector<std::string> const& command) {
  namespace process = boost::process::v2;
  boost::asio::io_context context;
  process::process child(context.get_executor(), command.front(),
                         std::vector<std::string>(command.begin() + 1, command.end()));
  child.wait();
}

void run_in_warden(Warden& warden, Launch const& launch) {
  auto const fate = warden.run(launch);
  if (!fate)
    throw std::runtime_error(to_string(fate.error()));
  if (!fate->observed.traced || fate->not_executed != 0)
    throw std::runtime_error("the fate was not observed in full");
}

bool is_installed(std::string const& program) {
  std::istringstream folders(std::getenv("PATH"));
  for (std::string folder; std::getline(folders, folder, ':');)
    if (::access((std::filesystem::path(folder) / program).c_str(), X_OK) == 0)
      return true;
  return false;
}

} // namespace whodunit::benchmark
