// SPDX-License-Identifier: MIT
#include "report/doctor_report.hpp"

#include "fault/complaint.hpp"
#include "report/encoding.hpp"
#include "report/paragraph.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whodunit {
namespace {

using Json = nlohmann::ordered_json;

/// One permission: whether it is there, and for a reader what its absence means.
struct Permission {
  std::string_view code;
  std::string_view name;
  bool there;
  std::string_view gives; ///< what works because of it
  std::string_view costs; ///< what does not work without it
  std::string remedy;     ///< how to get it, or why it is missing
};

// The four tiers, best first; a mystery is safe in each, and tells less in each.
std::string_view tier(Means const& means) {
  bool const cgroup = !means.memory_cgroup.empty();
  if (means.pid_namespace)
    return means.root ? (cgroup ? "root with a memory cgroup" : "root without a memory cgroup")
                      : (cgroup ? "user namespace with a memory cgroup"
                                : "user namespace without a memory cgroup");
  return "no namespaces";
}

std::string with_reason(std::string_view advice, std::string const& why) {
  return why.empty() ? std::string(advice) : fmt::format("{} The machine says: {}.", advice, why);
}

std::vector<Permission> permissions(Means const& means) {
  return {
      {"ptrace", "tracing", means.ptrace, "Who sent each signal, and every call of kill, is seen.",
       "A claim about who did it is seldom more than inferred, and many are unknown.",
       "In a container allow ptrace (docker run --cap-add=SYS_PTRACE); look at "
       "/proc/sys/kernel/yama/ptrace_scope."},
      {"seccomp", "seccomp", means.seccomp,
       "Calls of the kill family are seen before they are made.",
       "SIGKILL has no witness but the counters.",
       "The kernel must be built with CONFIG_SECCOMP_FILTER."},
      {"namespaces", "namespaces", means.pid_namespace,
       "A mystery sees and harms only its own processes and files.",
       "A mystery is held by its process group, limits and a system call filter only; kill(-1) is "
       "refused, not contained.",
       with_reason("Be root, or allow unprivileged user namespaces (sysctl "
                   "kernel.unprivileged_userns_clone=1, "
                   "kernel.apparmor_restrict_unprivileged_userns=0; in a container --security-opt "
                   "seccomp=unconfined).",
                   means.namespaces_why)},
      {"memory_cgroup", "memory cgroup", !means.memory_cgroup.empty(),
       "The kernel's own OOM killer comes at the memory limit, and its counter names the kill.",
       "The warden watches memory and kills at the limit itself: such a claim is labelled "
       "stand-in.",
       with_reason("Be root where /sys/fs/cgroup can be written, or work in a systemd user session "
                   "with memory delegated.",
                   means.memory_cgroup_why)},
      {"cpu_share", "cpu share", means.cpu_share_why.empty(),
       "A case can be held to a share of a processor.",
       "Cases about a throttled program are skipped.",
       with_reason("Be root where /sys/fs/cgroup can be written, or have the cpu controller "
                   "delegated.",
                   means.cpu_share_why)},
      {"own_namespaces", "its namespaces", means.own_namespaces_why.empty(),
       "A case can make namespaces of its own.", "Cases about namespaces are skipped.",
       with_reason("Allow unprivileged user namespaces.", means.own_namespaces_why)},
      {"own_cgroups", "its cgroups", means.own_cgroups_why.empty(),
       "A case can divide a cgroup (v2) of its own.", "Cases about cgroups are skipped.",
       with_reason("Be root where cgroup v2 is mounted, or work in a systemd user session.",
                   means.own_cgroups_why)},
      {"core", "core flag", !means.core_pattern.starts_with('|'),
       "Whether a core was dumped is observed.",
       "Core dumps go to a program here, which a mystery must not wake: whether one was dumped is "
       "inferred.",
       fmt::format(
           "The kernel's core_pattern is \"{}\"; a file name would do. Whodunit never changes it.",
           means.core_pattern)},
  };
}

std::string text(std::string_view bytes) {
  return is_utf8(bytes) ? std::string(bytes) : printable(bytes);
}

Json json_of(Permission const& permission) {
  Json json{
      {"name", permission.code}, {"available", permission.there}, {"gives", permission.gives}};
  json["costs"] = permission.there ? Json(nullptr) : Json(permission.costs);
  json["remedy"] = permission.there ? Json(nullptr) : Json(text(permission.remedy));
  return json;
}

std::string describe(Permission const& permission, std::size_t width) {
  auto const first = fmt::format("  {:<15}{:<4}", permission.name, permission.there ? "yes" : "no");
  if (permission.there)
    return paragraph(first, permission.gives, width);
  return paragraph(first, permission.costs, width) +
         paragraph(std::string(first.size(), ' '), permission.remedy, width);
}

} // namespace

std::string doctor_json(Machine const& machine) {
  auto const& means = machine.means;
  Json list = Json::array();
  for (auto const& permission : permissions(means))
    list.push_back(json_of(permission));
  Json tools = Json::object();
  for (auto const& [tool, there] : machine.tools)
    tools[tool] = there;
  Json const json{
      {"schema", "whodunit.doctor/1"},
      {"kernel", text(machine.kernel)},
      {"architecture", text(machine.architecture)},
      {"root", means.root},
      {"tier", tier(means)},
      {"user_namespace", means.user_namespace},
      {"mount_namespace", means.mount_namespace},
      {"memory_cgroup", means.memory_cgroup.empty() ? Json(nullptr) : Json(means.memory_cgroup)},
      {"core_pattern", text(means.core_pattern)},
      {"permissions", list},
      {"tools", tools}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string doctor_text(Machine const& machine, std::size_t width) {
  auto const& means = machine.means;
  auto words = paragraph("",
                         fmt::format("Linux {} on {}, as {}.", machine.kernel, machine.architecture,
                                     means.root ? "root" : "an ordinary user"),
                         width);
  words += paragraph(
      "",
      fmt::format("Containment here: {}{}.", tier(means),
                  means.memory_cgroup.empty() ? "" : fmt::format(" ({})", means.memory_cgroup)),
      width);
  words += '\n';
  for (auto const& permission : permissions(means))
    words += describe(permission, width);
  words += '\n';
  for (auto const& [tool, there] : machine.tools)
    words +=
        paragraph(fmt::format("  {:<15}{:<4}", tool, there ? "yes" : "no"),
                  there ? "on PATH."
                        : fmt::format("Useful for the cases; on Debian: apt-get install {}.", tool),
                  width);
  return words;
}

} // namespace whodunit
