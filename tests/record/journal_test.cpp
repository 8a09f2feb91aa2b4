// SPDX-License-Identifier: MIT
#include "record/journal.hpp"

#include <cstdlib>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace whodunit {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::MatchesRegex;
using testing::Pair;

/// An empty folder of its own for each test.
class JournalFile : public testing::Test {
protected:
  JournalFile() {
    std::string name = testing::TempDir() + "journal.XXXXXX";
    folder_ = mkdtemp(name.data());
    file_ = folder_ / "state" / "whodunit" / "journal.jsonl";
  }
  ~JournalFile() override {
    std::error_code ignored;
    std::filesystem::permissions(folder_, std::filesystem::perms::owner_all, ignored);
    std::filesystem::remove_all(folder_, ignored);
  }

  std::string text() const {
    std::ostringstream all;
    all << std::ifstream(file_).rdbuf();
    return all.str();
  }
  void write(std::string_view text) const {
    std::filesystem::create_directories(file_.parent_path());
    std::ofstream(file_) << text;
  }
  static unsigned mode(std::filesystem::path const& path) {
    struct stat found {};
    return ::stat(path.c_str(), &found) == 0 ? found.st_mode & 0777U : 0;
  }

  std::filesystem::path folder_;
  std::filesystem::path file_;
};

TEST_F(JournalFile, AbsentFileIsAnEmptyJournal) {
  auto const progress = Journal(file_).read();
  ASSERT_TRUE(progress);
  EXPECT_THAT(progress->solved, IsEmpty());
  EXPECT_FALSE(std::filesystem::exists(folder_ / "state")) << "reading made a folder";
}

TEST_F(JournalFile, WhatWasAppendedIsRead) {
  Journal const journal(file_);
  ASSERT_TRUE(journal.append({EventKind::hinted, "mystery000", 0, 2}));
  ASSERT_TRUE(journal.append({EventKind::attempted, "mystery000", 0.5}));
  ASSERT_TRUE(journal.append({EventKind::solved, "mystery000", 1}));
  auto const progress = journal.read();
  ASSERT_TRUE(progress);
  EXPECT_THAT(progress->solved, ElementsAre("mystery000"));
  EXPECT_THAT(progress->attempts, ElementsAre(Pair("mystery000", 2)));
  EXPECT_THAT(progress->hints, ElementsAre(Pair("mystery000", 2)));
}

TEST_F(JournalFile, LineIsTheDocumentedObject) {
  ASSERT_TRUE(Journal(file_).append({EventKind::solved, "mystery000", 1}));
  EXPECT_THAT(text(), MatchesRegex(R"(\{"format":1,"time":"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z",)"
                                   R"("event":"solved","case":"mystery000","score":1.0\}.)"));
}

TEST_F(JournalFile, FolderAndFileAreTheOwnersAlone) {
  ASSERT_TRUE(Journal(file_).append({EventKind::solved, "mystery000", 1}));
  EXPECT_EQ(mode(file_), 0600U);
  EXPECT_EQ(mode(file_.parent_path()), 0700U);
  EXPECT_EQ(mode(file_.parent_path().parent_path()), 0700U);
}

TEST_F(JournalFile, CutLastLineCostsNothingButItself) {
  std::string const cut = R"({"format":1,"event":"solved","case":"myst)";
  write(R"({"format":1,"event":"solved","case":"mystery000","score":1.0})"
        "\n" +
        cut);
  ASSERT_TRUE(Journal(file_).append({EventKind::solved, "mystery001", 1}));
  auto const progress = Journal(file_).read();
  ASSERT_TRUE(progress);
  EXPECT_THAT(progress->solved, ElementsAre("mystery000", "mystery001"));
  EXPECT_THAT(text(), HasSubstr(cut + "\n{")) << "the cut line is kept";
}

TEST_F(JournalFile, WhatCannotBeReadIsSkippedAndKept) {
  std::string const odd = "not json\n"
                          "[1, 2]\n"
                          "{\"format\":2,\"event\":\"solved\",\"case\":\"mystery007\"}\n"
                          "{\"format\":1,\"event\":\"dreamt\",\"case\":\"mystery007\"}\n"
                          "{\"format\":1,\"event\":\"solved\",\"case\":7}\n"
                          "\xff\xfe\x01\n\n" +
                          std::string(100'000, '[') + "\n";
  write(odd);
  ASSERT_TRUE(Journal(file_).append({EventKind::solved, "mystery001", 1}));
  auto const progress = Journal(file_).read();
  ASSERT_TRUE(progress);
  EXPECT_THAT(progress->solved, ElementsAre("mystery001"));
  EXPECT_EQ(text().substr(0, odd.size()), odd);
}

TEST_F(JournalFile, NumberOutOfAllBoundsIsNoHarm) {
  write("{\"format\":1,\"event\":\"hinted\",\"case\":\"mystery000\",\"hint\":1e300}\n");
  EXPECT_TRUE(Journal(file_).read());
}

TEST_F(JournalFile, ManyWritersLoseNothing) {
  constexpr int writers = 8;
  constexpr int lines = 50;
  std::vector<pid_t> children;
  for (int writer = 0; writer < writers; ++writer) {
    pid_t const child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      bool all = true;
      for (int line = 0; line < lines; ++line)
        all = Journal(file_).append(
                  {EventKind::attempted, "mystery" + std::to_string(writer), 0.25}) &&
              all;
      _exit(all ? 0 : 1);
    }
    children.push_back(child);
  }
  for (pid_t const child : children) {
    int status = -1;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0);
  }
  auto const progress = Journal(file_).read();
  ASSERT_TRUE(progress);
  EXPECT_EQ(progress->attempts.size(), static_cast<std::size_t>(writers));
  for (auto const& [name, count] : progress->attempts)
    EXPECT_EQ(count, lines) << name;
}

// Root may write anywhere but where a file stands in the way, so that is what both tests use.
TEST_F(JournalFile, FileWhereTheFolderShouldBeIsAnError) {
  std::ofstream(folder_ / "state") << "in the way";
  auto const appended = Journal(file_).append({EventKind::solved, "mystery000", 1});
  ASSERT_FALSE(appended);
  EXPECT_THAT(to_string(appended.error()), HasSubstr("state"));
}

TEST_F(JournalFile, ReadOnlyFolderIsAnError) {
  if (geteuid() == 0)
    GTEST_SKIP() << "root may write into a read-only folder";
  std::filesystem::permissions(folder_, std::filesystem::perms::owner_read |
                                            std::filesystem::perms::owner_exec);
  auto const appended = Journal(file_).append({EventKind::solved, "mystery000", 1});
  ASSERT_FALSE(appended);
  EXPECT_THAT(to_string(appended.error()), HasSubstr("Permission denied"));
}

TEST_F(JournalFile, FifoIsRefusedWithoutWaiting) {
  std::filesystem::create_directories(file_.parent_path());
  ASSERT_EQ(mkfifo(file_.c_str(), 0600), 0);
  EXPECT_FALSE(Journal(file_).append({EventKind::solved, "mystery000", 1}));
  EXPECT_FALSE(Journal(file_).read());
}

TEST_F(JournalFile, DirectoryInItsPlaceIsAnError) {
  std::filesystem::create_directories(file_);
  EXPECT_FALSE(Journal(file_).append({EventKind::solved, "mystery000", 1}));
  EXPECT_FALSE(Journal(file_).read());
}

TEST_F(JournalFile, LinesStayLinesWhateverTheCaseIsCalled) {
  ASSERT_TRUE(Journal(file_).append({EventKind::solved, "my\"st\nery\xff", 1}));
  auto const written = text();
  EXPECT_EQ(std::count(written.begin(), written.end(), '\n'), 1);
  EXPECT_TRUE(nlohmann::json::accept(written));
}

} // namespace
} // namespace whodunit
