// SPDX-License-Identifier: MIT
#include "fate/meaning.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace whodunit {
namespace {

constexpr unsigned bit(Shell shell) {
  return 1U << static_cast<unsigned>(shell);
}

struct ReservedStatus {
  int status;
  unsigned shells;
  Origin origin;
  Likelihood likelihood;
  std::string_view what;
  std::string_view check;
};

namespace in {
constexpr unsigned bash = bit(Shell::bash);
constexpr unsigned dash = bit(Shell::dash);
constexpr unsigned zsh = bit(Shell::zsh);
constexpr unsigned ksh93 = bit(Shell::ksh93);
constexpr unsigned mksh = bit(Shell::mksh);
constexpr unsigned fish = bit(Shell::fish);
constexpr unsigned tcsh = bit(Shell::tcsh);
constexpr unsigned bourne = bash + dash + zsh + ksh93 + mksh;
constexpr unsigned all = bourne + fish + tcsh;

constexpr std::array reserved{
#define STATUS(number, shells, origin, likelihood, ...)                                            \
  ReservedStatus{number, shells, Origin::origin, Likelihood::likelihood, __VA_ARGS__},
#include "fate/status_table.def"
};
} // namespace in

struct Named {
  int status;
  std::string_view name;
  std::string_view what;
};

// <sysexits.h>: a convention of mail programs that some others follow.
constexpr std::array sysexits{
    Named{64, "EX_USAGE", "wrong usage"},
    Named{65, "EX_DATAERR", "bad input data"},
    Named{66, "EX_NOINPUT", "no input file"},
    Named{67, "EX_NOUSER", "unknown user"},
    Named{68, "EX_NOHOST", "unknown host"},
    Named{69, "EX_UNAVAILABLE", "service unavailable"},
    Named{70, "EX_SOFTWARE", "internal error"},
    Named{71, "EX_OSERR", "operating system error"},
    Named{72, "EX_OSFILE", "system file missing"},
    Named{73, "EX_CANTCREAT", "cannot create output"},
    Named{74, "EX_IOERR", "input/output error"},
    Named{75, "EX_TEMPFAIL", "try again later"},
    Named{76, "EX_PROTOCOL", "protocol error"},
    Named{77, "EX_NOPERM", "permission denied"},
    Named{78, "EX_CONFIG", "configuration error"},
};

// systemd.exec(5): what systemd's own child says when it cannot set a service up. Only the frequent
// ones.
constexpr std::array systemd_codes{
    Named{200, "CHDIR", "cannot enter WorkingDirectory="},
    Named{203, "EXEC", "cannot execute ExecStart="},
    Named{208, "STDIN", "cannot set up standard input"},
    Named{209, "STDOUT", "cannot set up standard output"},
    Named{216, "GROUP", "cannot use Group="},
    Named{217, "USER", "cannot use User="},
    Named{219, "CGROUP", "cannot set up the cgroup"},
    Named{226, "NAMESPACE", "cannot set up the namespaces"},
};

constexpr int exit_codes = 256;

Named const* named(std::span<Named const> list, int status) {
  auto const found = std::ranges::find(list, status, &Named::status);
  return found == list.end() ? nullptr : &*found;
}

Meaning death(Shell shell, int status, Signal signal) {
  bool const may_dump = signal.default_action() == DefaultAction::core;
  return {
      Origin::signal, Likelihood::usual,
      fmt::format("The process was killed by {}, and {} shows that as {} = {} + {}. {} Usually: {}",
                  signal.name(), to_string(shell), status, status - signal.number(),
                  signal.number(), signal.meaning(), signal.usual_cause()),
      fmt::format("waitid says CLD_KILLED{} with {}; the shell may have printed \"{}\"",
                  may_dump ? " or CLD_DUMPED" : "", signal.number(), signal.description()),
      Killed{signal, false}};
}

Meaning stop(Shell shell, int status, Alive const& stopped) {
  auto const name = stopped.stop_signal->name();
  int const number = stopped.stop_signal->number();
  return {Origin::signal, Likelihood::usual,
          fmt::format(
              "Nothing died: a job was stopped by {}, and {} shows that as {} = {} + {}. {}", name,
              to_string(shell), status, status - number, number, stopped.stop_signal->meaning()),
          "jobs -l shows it as stopped; fg or kill -CONT lets it go on", stopped};
}

Meaning choice(int status, bool alone) {
  auto const likelihood = alone ? Likelihood::usual : Likelihood::possible;
  if (status == 0)
    return {Origin::program, Likelihood::usual,
            "The program says that all went well: it called exit(0) or main returned 0.",
            "waitid says CLD_EXITED with 0; that it did its work is another question", Exited{0}};
  auto what = fmt::format("The program itself chose it: exit({0}), or main returned {0}.", status);
  if (status == exit_codes - 1)
    what += " Or with -1, of which 8 bits are 255.";
  if (status == 1)
    what += " By custom 1 says that something failed, and no more.";
  if (!alone)
    what += " Or a shell or tool between it and you did, as `sh -c '…; exit $?'` does.";
  return {Origin::program, likelihood, std::move(what),
          fmt::format("waitid says CLD_EXITED with {}", status), Exited{status}};
}

void add_conventions(std::vector<Meaning>& list, int status) {
  if (auto const* code = named(sysexits, status))
    list.push_back(
        {Origin::program, Likelihood::possible,
         fmt::format("By the convention of <sysexits.h> it is {}: {}.", code->name, code->what),
         "the program's manual says whether it keeps to that", std::nullopt});
  if (status == 77)
    list.push_back({Origin::program, Likelihood::rare,
                    "A test under Automake's rules says so that it was skipped.", "the test's log",
                    std::nullopt});
  if (auto const* code = named(systemd_codes, status))
    list.push_back({Origin::tool, Likelihood::possible,
                    fmt::format("In systemctl status it is systemd's own {}/{}: it {}.", status,
                                code->name, code->what),
                    "journalctl -u SERVICE", std::nullopt});
}

void add_passed_on_numbers(std::vector<Meaning>& list, Shell shell, int status) {
  auto const negative = Signal::from_number(exit_codes - status);
  if (negative && status != exit_codes - 1)
    list.push_back({Origin::tool, Likelihood::rare,
                    fmt::format("A Python program passed on what subprocess told it: -{} for {}, "
                                "of which 8 bits are {}.",
                                negative->number(), negative->name(), status),
                    "look for sys.exit(….returncode)", std::nullopt});
  auto const raw = status > 0 ? decode_wait_status(status) : std::nullopt;
  auto const* const killed = raw ? std::get_if<Killed>(&*raw) : nullptr;
  if (killed == nullptr ||
      (killed->core_dumped && killed->signal.default_action() != DefaultAction::core))
    return;
  list.push_back({Origin::tool, Likelihood::rare,
                  fmt::format("Not a shell's number but a raw wait status, as C's system(), "
                              "Python's os.system or Perl's $? have "
                              "it: {}.",
                              to_string(*raw)),
                  "who printed the number?", std::nullopt});
  if (shell == Shell::ksh93 || killed->core_dumped)
    return;
  list.push_back(
      {Origin::shell, Likelihood::rare,
       fmt::format(
           "A ksh93 script ended in exit $? after a child died of {}: 256 + {} cut to 8 bits.",
           killed->signal.name(), status),
       "is the command a ksh script?", std::nullopt});
}

} // namespace

std::string_view to_string(Likelihood likelihood) {
  switch (likelihood) {
  case Likelihood::usual:
    return "usual";
  case Likelihood::possible:
    return "possible";
  case Likelihood::rare:
    return "rare";
  }
  return "";
}

std::string_view to_string(Origin origin) {
  switch (origin) {
  case Origin::signal:
    return "signal";
  case Origin::program:
    return "program";
  case Origin::shell:
    return "shell";
  case Origin::tool:
    return "tool";
  }
  return "";
}

std::vector<Meaning> meanings(Shell shell, int status) {
  std::vector<Meaning> list;
  auto const endings = endings_behind(shell, status);
  if (endings.empty())
    return list;
  auto const is_reserved = [&](ReservedStatus const& entry) {
    return entry.status == status && (entry.shells & bit(shell)) != 0;
  };
  bool const usual_elsewhere = std::ranges::any_of(in::reserved, [&](ReservedStatus const& entry) {
    return is_reserved(entry) && entry.likelihood == Likelihood::usual;
  });
  for (auto const& ending : endings) {
    if (auto const* killed = std::get_if<Killed>(&ending))
      list.push_back(death(shell, status, killed->signal));
    else if (auto const* stopped = std::get_if<Alive>(&ending))
      list.push_back(stop(shell, status, *stopped));
    else
      list.push_back(choice(status, endings.size() == 1 && !usual_elsewhere));
  }
  for (auto const& entry : in::reserved)
    if (is_reserved(entry))
      list.push_back({entry.origin, entry.likelihood, std::string(entry.what),
                      std::string(entry.check), std::nullopt});
  add_conventions(list, status);
  add_passed_on_numbers(list, shell, status);
  std::ranges::stable_sort(list, {}, &Meaning::likelihood);
  return list;
}

} // namespace whodunit
