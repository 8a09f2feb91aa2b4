// SPDX-License-Identifier: MIT
#include "formats.hpp"

#include <map>

namespace {

std::map<std::string, Decoder> decoders;

} // namespace

bool add_format(std::string const& ending, Decoder decoder) {
  return decoders.emplace(ending, decoder).second;
}

Decoder format_for(std::string const& ending) {
  auto const found = decoders.find(ending);
  return found == decoders.end() ? nullptr : found->second;
}
