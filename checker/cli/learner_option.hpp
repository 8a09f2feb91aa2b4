// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// `--learner ID --secret FILE`: whose variants of the cases are meant.

#include "casebook/casebook.hpp"
#include "seal/secret.hpp"

#include <string>

namespace CLI {
class App;
}

namespace whodunit::cli {

/// Both options, for each command that has them.
struct LearnerOption {
  std::string id;     ///< empty: the plain cases
  std::string secret; ///< the file of the course's secret; empty: one in the state folder

  void declare(CLI::App& app); ///< Tells \p app of both; this must outlive its parsing.
  /// The course's secret; made where there is none.
  Result<CipherKey> course_key() const;
  /// Makes \p casebook that of the learner, if one is named.
  Result<void> choose(Casebook& casebook) const;
};

} // namespace whodunit::cli
