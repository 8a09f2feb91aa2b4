// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// A folder that lives as long as a test, and words for what is complained of in it.

#include "fault/complaint.hpp"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <string>
#include <unistd.h>
#include <vector>

namespace whodunit::testing {

class FileTree : public ::testing::Test {
protected:
  FileTree() {
    std::string name = ::testing::TempDir() + "whodunit-XXXXXX";
    root_ = ::mkdtemp(name.data());
  }
  ~FileTree() override { std::filesystem::remove_all(root_); }

  std::filesystem::path write(std::filesystem::path const& name, std::string_view text) const {
    std::filesystem::create_directories((root_ / name).parent_path());
    std::filesystem::remove(root_ / name); // to cut a file to nothing makes ext4 write it out: 5 ms
    std::ofstream(root_ / name, std::ios::binary) << text;
    return root_ / name;
  }

  std::filesystem::path root_;
};

/// All complaints as they are printed, without the folder of the file.
template <class T>
std::vector<std::string> complaints_of(Checked<T> const& checked) {
  std::vector<std::string> lines;
  if (checked)
    return lines;
  for (auto complaint : checked.error()) {
    complaint.file = std::filesystem::path(complaint.file).filename().string();
    lines.push_back(to_string(complaint));
  }
  return lines;
}

/// The one complaint, or all of them joined, so that a test of one fails with all in view.
template <class T>
std::string complaint_of(Checked<T> const& checked) {
  std::string all;
  for (auto const& line : complaints_of(checked))
    all += (all.empty() ? "" : "\n") + line;
  return all;
}

} // namespace whodunit::testing
