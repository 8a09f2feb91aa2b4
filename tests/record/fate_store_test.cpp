// SPDX-License-Identifier: MIT
// A kept fate comes back whole for the same run, and for no other.
#include "record/fate_store.hpp"

#include "warden/wire.hpp"

#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>

namespace whodunit::testing {
namespace {

class KeptFate : public ::testing::Test {
protected:
  KeptFate() {
    std::string name = ::testing::TempDir() + "whodunit-XXXXXX";
    root_ = ::mkdtemp(name.data());
    write("program", "one");
    write("warden", "one");
    launch.arguments = {"mystery000"};
    launch.executable = root_ / "program";
    fate.ending = Killed{*Signal::from_number(8), true};
    fate.err = {"last words", 10};
    store = FateStore(root_ / "state/fates");
  }
  ~KeptFate() override { std::filesystem::remove_all(root_); }

  void write(char const* name, std::string_view text) const {
    std::ofstream(root_ / name, std::ios::binary) << text;
  }
  RunIdentity identity() const {
    auto const identity = identify_run(launch, root_ / "warden", means);
    EXPECT_TRUE(identity);
    return identity ? *identity : RunIdentity{};
  }
  bool kept() const { return store.load("mystery000", identity()).has_value(); }
  void keep() const { ASSERT_TRUE(store.save("mystery000", identity(), fate)); }

  std::filesystem::path root_;
  Launch launch;
  Means means;
  Fate fate;
  FateStore store{""};
};

TEST_F(KeptFate, ComesBackWhole) {
  EXPECT_FALSE(kept());
  keep();
  auto const back = store.load("mystery000", identity());
  ASSERT_TRUE(back);
  EXPECT_EQ(wire::encode(*back), wire::encode(fate));
}

TEST_F(KeptFate, IsOfOneCaseOnly) {
  keep();
  EXPECT_FALSE(store.load("mystery001", identity()));
}

TEST_F(KeptFate, IsForgottenWhenTheProgramChanges) {
  keep();
  write("program", "another");
  EXPECT_FALSE(kept());
}

TEST_F(KeptFate, IsForgottenWhenOnlyTheTimeOfTheProgramChanges) {
  keep();
  auto const file = root_ / "program";
  std::filesystem::last_write_time(file, std::filesystem::last_write_time(file) +
                                             std::chrono::nanoseconds(1));
  EXPECT_FALSE(kept());
}

TEST_F(KeptFate, IsForgottenWhenAHelperChanges) {
  std::filesystem::create_directory(root_ / "program.d");
  write("program.d/worker", "one");
  keep();
  write("program.d/worker", "another");
  EXPECT_FALSE(kept());
}

TEST_F(KeptFate, IsForgottenWhenTheWardenChanges) {
  keep();
  write("warden", "another");
  EXPECT_FALSE(kept());
}

TEST_F(KeptFate, IsForgottenWhenTheMachineLendsMoreOrLess) {
  keep();
  means.memory_cgroup = "v2";
  EXPECT_FALSE(kept());
}

TEST_F(KeptFate, IsForgottenWhenALimitChanges) {
  keep();
  launch.limits.memory = Bytes{1};
  EXPECT_FALSE(kept());
}

TEST_F(KeptFate, ThatIsDamagedIsAsGoodAsAbsentAndIsReplaced) {
  keep();
  auto const file = root_ / "state/fates/mystery000.cbor";
  auto const size = std::filesystem::file_size(file);
  for (auto const left : {size - 1, size / 2, std::uintmax_t{1}, std::uintmax_t{0}}) {
    std::filesystem::resize_file(file, left);
    EXPECT_FALSE(kept()) << left;
  }
  for (std::string_view const junk : {"{}", "\xa1", "\x9f\x9f\x9f", "\xf6"}) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << junk;
    EXPECT_FALSE(kept());
  }
  keep();
  EXPECT_TRUE(kept());
}

TEST_F(KeptFate, LeavesNoDraftBehind) {
  keep();
  keep();
  std::filesystem::directory_iterator const files(root_ / "state/fates");
  EXPECT_EQ(std::distance(begin(files), end(files)), 1);
}

TEST_F(KeptFate, ThatCannotBeWrittenIsAnErrorAndLeavesNothing) {
  write("state", "a file where the folder should be");
  EXPECT_FALSE(store.save("mystery000", identity(), fate));
}

TEST_F(KeptFate, OfAProgramThatIsNotThereHasNoIdentity) {
  launch.executable = root_ / "gone";
  EXPECT_FALSE(identify_run(launch, root_ / "warden", means));
}

} // namespace
} // namespace whodunit::testing
