// SPDX-License-Identifier: MIT
// What `run` says after and around a run, as far as it can be said without one.
#include "cli/core_file.hpp"
#include "cli/hold.hpp"
#include "cli/run_log.hpp"

#include <elf.h>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace whodunit::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(KernelRecord, IsReadWithItsTimeAndWithoutItsDictionary) {
  KernelLine line;
  ASSERT_TRUE(parse_kernel_record("6,339,5140900,-;NET: Registered\n SUBSYSTEM=net\n", line));
  EXPECT_EQ(line.when, std::chrono::microseconds(5140900));
  EXPECT_EQ(line.text, "NET: Registered");
  for (auto const* const wrong : {"", ";", "6,1;text", "6,1,x,-;text", "6,1,2,-", "a;6,1,2,"})
    EXPECT_FALSE(parse_kernel_record(wrong, line)) << wrong;
}

std::vector<std::string> own(std::vector<std::string> const& texts, RunSigns const& signs) {
  std::vector<KernelLine> logged;
  for (auto const& text : texts)
    logged.push_back({{}, text});
  std::vector<std::string> found;
  for (auto const& line : lines_of_run(logged, signs))
    found.push_back(line.text);
  return found;
}

TEST(LinesOfARun, NameOneOfItsProcesses) {
  std::vector<std::string> const lines{
      "traps: mystery000[700] trap divide error ip:4011 sp:7ffc error:0 in "
      "mystery000[1129,4000+1000]",
      "worker[702]: segfault at 0 ip 0000",
      "Memory cgroup out of memory: Killed process 701 (mystery000) total-vm:1kB",
      "CPU: 1 UID: 0 PID: 701 Comm: mystery000 Not tainted"};
  EXPECT_EQ(own(lines, {{"mystery000", "worker"}, 700}), lines);
}

TEST(LinesOfARun, AreNotThoseOfAnother) {
  EXPECT_TRUE(own({"traps: mystery0001[700] trap", "mystery000-healed[700]: segfault", "eth0: up",
                   "traps: mystery000[699] trap divide error",
                   "Killed process 12 (mystery000) total-vm:1kB"},
                  {{"mystery000", ""}, 700})
                  .empty());
}

TEST(LinesOfARun, AreKnownByNameAloneWhereTheNumbersAreOthers) {
  EXPECT_EQ(own({"traps: mystery000[3] trap"}, {{"mystery000"}, std::nullopt}).size(), 1U);
}

TEST(Holding, SaysHowToAttachWhereYamaForbidsIt) {
  EXPECT_THAT(advice_on_looking(42, 0, false), HasSubstr("gdb -p 42"));
  EXPECT_THAT(advice_on_looking(42, 0, false), Not(HasSubstr("sudo")));
  EXPECT_THAT(advice_on_looking(42, 1, false), HasSubstr("sudo gdb -p 42"));
  EXPECT_THAT(advice_on_looking(42, 2, true), Not(HasSubstr("sudo")));
  EXPECT_THAT(advice_on_looking(42, 3, true), HasSubstr("nobody may attach"));
}

TEST(CoreFile, ThatLacksWhatItsHeadersTellOfIsNotWhole) {
  auto const file =
      std::filesystem::temp_directory_path() / ("whodunit-core-" + std::to_string(::getpid()));
  Elf64_Ehdr header{};
  std::copy_n(ELFMAG, SELFMAG, reinterpret_cast<char*>(header.e_ident)); // NOLINT: bytes
  header.e_ident[EI_CLASS] = ELFCLASS64;
  header.e_phoff = sizeof header;
  header.e_phnum = 1;
  Elf64_Phdr part{};
  part.p_offset = 4096;
  part.p_filesz = 4096;
  std::ofstream(file, std::ios::binary)
      .write(reinterpret_cast<char const*>(&header), sizeof header) // NOLINT: bytes
      .write(reinterpret_cast<char const*>(&part), sizeof part);    // NOLINT: bytes
  std::filesystem::resize_file(file, 8192);
  EXPECT_TRUE(is_whole_core(file));
  std::filesystem::resize_file(file, 8191);
  EXPECT_FALSE(is_whole_core(file));
  std::filesystem::resize_file(file, 40);
  EXPECT_FALSE(is_whole_core(file));
  std::filesystem::remove(file);
  EXPECT_FALSE(is_whole_core(file));
}

} // namespace
} // namespace whodunit::cli
