// SPDX-License-Identifier: MIT
#include "cli/learner_option.hpp"

#include "record/journal.hpp"
#include "seal/variant_choice.hpp"

#include <CLI/CLI.hpp>

namespace whodunit::cli {

void LearnerOption::declare(CLI::App& app) {
  app.add_option("--learner", id, "whose variants of the cases are meant")->type_name("ID");
  app.add_option("--secret", secret,
                 "the course's secret; made where there is none, for your eyes only")
      ->type_name("FILE");
}

Result<CipherKey> LearnerOption::course_key() const {
  if (!secret.empty())
    return course_secret(secret);
  auto const folder = state_folder();
  if (!folder)
    return folder.error();
  return course_secret(*folder / "course-secret");
}

Result<void> LearnerOption::choose(Casebook& casebook) const {
  if (id.empty())
    return {};
  auto const key = course_key();
  if (!key)
    return key.error();
  casebook.choose_variants(variants_for(id, *key));
  return {};
}

} // namespace whodunit::cli
