// SPDX-License-Identifier: MIT
#include "seal/variant_choice.hpp"

namespace whodunit {

VariantChoice variants_for(std::string const& learner, CipherKey const& secret) {
  auto const for_learner = keyed_hash(secret, "learner", learner);
  return [for_learner](std::string const& case_name, std::vector<Parameter> const& parameters) {
    Variant variant;
    for (auto const& parameter : parameters) {
      auto const hash = keyed_hash(for_learner, case_name, parameter.name);
      std::uint64_t number = 0;
      for (std::size_t i = 0; i < sizeof number; ++i)
        number = number << 8U | hash.at(i);
      variant.emplace(parameter.name, parameter.values.at(number % parameter.values.size()));
    }
    return variant;
  };
}

} // namespace whodunit
