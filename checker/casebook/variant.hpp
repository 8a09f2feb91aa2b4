// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Variants of a case: parameters with their allowed values (`[parameters]` of case.toml), one
/// value of each for one learner. CMake compiles the first of each into the plain case
/// (cmake/CaseBuild.cmake).

#include "casebook/table_reader.hpp"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace whodunit {

/// What can differ from one learner's copy to the next.
struct Parameter {
  std::string name;                ///< given to the compiler, and written `{name}` in manifests
  std::vector<std::string> values; ///< the plain case's first; at least one
};

/// A value for each parameter, by name.
using Variant = std::map<std::string, std::string>;

/// Says which variant of a case is meant.
using VariantChoice =
    std::function<Variant(std::string const& case_name, std::vector<Parameter> const&)>;

/// The parameters of a manifest \p table. Complains of names that no compiler takes, of lists that
/// are empty, of values that are neither whole numbers nor plain words.
std::vector<Parameter> read_parameters(TomlTable const& table, Complaints& complaints);

/// The first value of each.
Variant plain_variant(std::vector<Parameter> const& parameters);

/// Every variant that there can be, the plain one first; no more than \p most.
std::vector<Variant> all_variants(std::vector<Parameter> const& parameters, std::size_t most);

/// \p text with every `{name}` of \p variant replaced by its value; other braces stay.
std::string filled_in(std::string text, Variant const& variant);

/// The same for each text in \p table, its `[parameters]` aside.
void fill_in(TomlTable& table, Variant const& variant);

} // namespace whodunit
