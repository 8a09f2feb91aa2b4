// SPDX-License-Identifier: MIT
#include "casebook/casebook.hpp"

namespace whodunit {

Result<Installation> find_installation() {
  std::error_code failed;
  auto const executable = std::filesystem::read_symlink("/proc/self/exe", failed);
  if (failed)
    return Error{"find out where whodunit is installed", "/proc/self/exe",
                 boost::system::error_code(failed), "is /proc mounted?"};
  auto const prefix = executable.parent_path().parent_path();
  auto const share = prefix / "share/whodunit";
  auto const library = prefix / "lib/whodunit";
  auto const installed_programs = library / "mysteries";
  Installation installation{share / "mysteries", share / "solutions",
                            std::filesystem::is_directory(installed_programs, failed)
                                ? installed_programs
                                : prefix / "bin",
                            library / "whodunit-warden", library / "whodunit-unwind"};
  if (!std::filesystem::is_directory(installation.mysteries, failed))
    return Error{
        "find the mysteries", installation.mysteries.string(),
        boost::system::errc::make_error_code(boost::system::errc::no_such_file_or_directory),
        "the program stands alone: build it with ./whodunit, or install the whole package"};
  return installation;
}

} // namespace whodunit
