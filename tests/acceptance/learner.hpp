// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// A learner with an empty journal and the built program.

#include "pty.hpp"

#include <filesystem>
#include <gtest/gtest.h>
#include <string>
#include <vector>

/// What a learner does not type before it was shown.
#define SHOWS(terminal, text)                                                                      \
  ASSERT_TRUE((terminal).shows(text)) << "never shown: " << (text) << "\n" << (terminal).raw()

namespace whodunit {

class Learner : public testing::Test {
protected:
  Learner();
  ~Learner() override;

  /// `whodunit ARGUMENTS` at a terminal; \p extra goes over the usual environment.
  Pty at_terminal(std::vector<std::string> const& arguments,
                  std::vector<std::string> const& extra = {}, unsigned short columns = 80) const;

  struct Said {
    int status;       ///< of wait(2)
    std::string text; ///< both streams
  };
  /// The same without a terminal on any stream.
  Said without_terminal(std::string const& arguments) const;

  std::string journal() const;
  std::filesystem::path const& state() const { return state_; }

private:
  std::vector<std::string> environment(std::vector<std::string> const& extra) const;

  std::filesystem::path folder_;
  std::filesystem::path state_;
};

} // namespace whodunit
