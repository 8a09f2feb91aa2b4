// SPDX-License-Identifier: MIT
// Files that were never meant to be read: nothing crashes, hangs or reaches the terminal raw.
#include "casebook/diagnosis.hpp"
#include "casebook/nesting.hpp"

#include "file_tree.hpp"

#include <algorithm>
#include <chrono>
#include <gmock/gmock.h>
#include <random>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>

namespace whodunit::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class HostileFile : public FileTree {
protected:
  std::string complaint(std::string_view text) const {
    return complaint_of(read_diagnosis(write("000.toml", text)));
  }
};

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i)
    text += piece;
  return text;
}

TEST_F(HostileFile, AHundredMegabytesAreRefusedBySize) {
  auto const file = write("000.toml", "");
  std::filesystem::resize_file(file, 100'000'000); // sparse: to read it would still take its time
  auto const before = std::chrono::steady_clock::now();
  EXPECT_THAT(complaint_of(read_diagnosis(file)), AllOf(HasSubstr("95.4 MiB"), HasSubstr("64KiB")));
  EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::milliseconds(20));
}

TEST_F(HostileFile, TheLargestSizeIsStillRead) {
  std::string text = "status = 1 #";
  text.resize(64 * 1024, 'x');
  EXPECT_EQ(complaint(text), "");
  EXPECT_THAT(complaint(text + 'x'), HasSubstr("large"));
}

TEST_F(HostileFile, ADirectoryIsNoFile) {
  EXPECT_THAT(complaint_of(read_diagnosis(root_)), HasSubstr("is a directory, not a file"));
}

TEST_F(HostileFile, APipeIsNotWaitedFor) {
  ASSERT_EQ(::mkfifo((root_ / "fifo").c_str(), 0600), 0);
  EXPECT_THAT(complaint_of(read_diagnosis(root_ / "fifo")), HasSubstr("is a pipe, not a file"));
}

TEST_F(HostileFile, ADeviceIsNotRead) {
  EXPECT_THAT(complaint_of(read_diagnosis("/dev/zero")), HasSubstr("is a device, not a file"));
}

TEST_F(HostileFile, AMissingFileAndALoopOfLinks) {
  EXPECT_THAT(complaint_of(read_diagnosis(root_ / "none.toml")),
              StartsWith("none.toml: cannot be read: No such file"));
  std::filesystem::create_symlink("loop", root_ / "loop");
  EXPECT_THAT(complaint_of(read_diagnosis(root_ / "loop")), HasSubstr("cannot be read"));
}

// Root reads everything, so the reading is done by somebody else.
TEST_F(HostileFile, AFileWithoutReadPermissionSaysSo) {
  auto const file = write("000.toml", "status = 1");
  std::filesystem::permissions(root_, std::filesystem::perms(0755));
  std::filesystem::permissions(file, std::filesystem::perms::none);
  constexpr uid_t nobody = 65534;
  EXPECT_EXIT(
      {
        if (::geteuid() == 0 && ::setuid(nobody) != 0)
          ::_exit(2);
        auto const said = complaint_of(read_diagnosis(file));
        std::fputs(said.c_str(), stderr);
        ::_exit(0);
      },
      ::testing::ExitedWithCode(0), "cannot be read: Permission denied; you need the permission");
}

TEST_F(HostileFile, ABinaryFileIsNamedSo) {
  using namespace std::string_literals;
  EXPECT_THAT(complaint("status = 1\nx\0y"s), StartsWith("000.toml:2:2: is a binary file"));
  EXPECT_THAT(complaint_of(read_diagnosis("/proc/self/exe")), HasSubstr("large"));
}

TEST_F(HostileFile, EscapesAreNeverPassedOn) {
  for (auto const* const text : {"agent = \"\\u001b[31m\"", "\"\\u001b[2J\" = 1",
                                 "status = \"\\u202e1\"", "case = \"\x1b]0;x\x07\""})
    EXPECT_EQ(complaint(text).find_first_of("\x1b\x07"), std::string::npos) << complaint(text);
  EXPECT_EQ(complaint("status = \"\\u202e1\"").find("\u202e"), std::string::npos);
}

TEST_F(HostileFile, NestingBombsAreComplaints) {
  constexpr std::size_t room = 64 * 1024 - 64;
  for (std::string_view const piece : {"[", "{a=", "[[", "a.", "\"a\".", "[{a=", "{a.b="})
    for (std::string_view const start : {"x = ", "x.", "[", ""})
      EXPECT_NE(complaint(std::string(start) + repeated(piece, room / piece.size())), "")
          << start << piece;
  EXPECT_THAT(complaint(repeated("a.", 20'000) + "a = 1"), HasSubstr("nested too deeply"));
  EXPECT_THAT(complaint("[" + repeated("a.", 20'000) + "a]\nb = 1"),
              HasSubstr("nested too deeply"));
}

TEST(Nesting, DotsInStringsAndCommentsDoNotCount) {
  auto const dots = std::string(5000, '.');
  for (auto const& text :
       {"notes = \"" + dots + "\"", "# " + dots, "notes = '" + dots + "'",
        "notes = \"\"\"\n\\\"" + dots + "\"\"\"\"\"", "notes = '''\n" + dots + "''''"})
    EXPECT_FALSE(too_deeply_nested(text)) << text.substr(0, 20);
}

TEST(Nesting, NoQuoteHidesTheDotsBehindIt) {
  auto const dots = std::string(5000, '.');
  for (auto const& start : {"x = [\"\"\"a\"\"\"\"\", {", "x = ['''a'''', {", "x = [\"\\\"\", {",
                            "x = ['\\', {", "x = \"\n", "# \"\n", "x = [\"\", '', {"})
    EXPECT_TRUE(too_deeply_nested(start + dots)) << start;
}

TEST_F(HostileFile, AFloodOfSlipsIsCutShort) {
  std::string text;
  for (int i = 0; i < 3000; ++i)
    text += "k" + std::to_string(i) + " = 1\n";
  auto const lines = complaints_of(read_diagnosis(write("000.toml", text)));
  ASSERT_EQ(lines.size(), 21U);
  EXPECT_THAT(lines.back(), HasSubstr("there are more"));
}

bool shows_control_characters(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    auto const byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n') || byte == 0x7f;
  });
}

// Ten thousand files that are nearly right, always the same ones.
TEST_F(HostileFile, TenThousandMutantsAreReadOrRefusedKindly) {
  std::string const whole = "\xef\xbb\xbf# d\r\ncase = \"mystery000\"\nformat = 1\nnotes = "
                            "\"\"\"\nx\"\"\"\nstatus = 136\nsignal = \"SIGFPE\"\n"
                            "core = true\nagent = 'cpu'\ncause = \"arith.div-zero\"\nwhere = "
                            "\"main()\"\nblast.x = {a = [1, 2.5]}\n";
  constexpr std::string_view spice = "\"'[]{}=.#\\\n\r\t\0\x1b\xff\xe2\x80\xae"
                                     "0123456789aeu_-+:TZ";
  std::mt19937 dice(20'240'229); // NOLINT: the same every time on purpose
  auto const roll = [&](std::size_t sides) { return static_cast<std::size_t>(dice()) % sides; };
  int const memory =
      ::memfd_create("mutant", MFD_CLOEXEC); // ten thousand files on a disk take seconds
  ASSERT_GE(memory, 0);
  auto const file = "/proc/self/fd/" + std::to_string(memory);
  int refused = 0;
  for (int i = 0; i < 10'000; ++i) {
    std::string mutant = whole;
    for (std::size_t change = roll(8); change > 0 && !mutant.empty(); --change) {
      auto const at = roll(mutant.size());
      switch (roll(4)) {
      case 0:
        mutant[at] = spice[roll(spice.size())];
        break;
      case 1:
        mutant.insert(at, 1, spice[roll(spice.size())]);
        break;
      case 2:
        mutant.erase(at, roll(20));
        break;
      default:
        mutant.insert(at, mutant.substr(roll(mutant.size()), roll(40)));
      }
    }
    ASSERT_EQ(::ftruncate(memory, 0), 0);
    ASSERT_EQ(::pwrite(memory, mutant.data(), mutant.size(), 0), std::ssize(mutant));
    auto const said = complaint_of(read_diagnosis(file));
    refused += said.empty() ? 0 : 1;
    ASSERT_FALSE(shows_control_characters(said)) << said;
  }
  ::close(memory);
  EXPECT_GT(refused, 5000); // the whole itself has a slip: blast.x
}

} // namespace
} // namespace whodunit::testing
