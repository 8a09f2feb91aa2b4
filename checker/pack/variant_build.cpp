// SPDX-License-Identifier: MIT
#include "pack/variant_build.hpp"

#include "pack/tool.hpp"

namespace whodunit {
namespace {

namespace fs = std::filesystem;

// mysteries/ may be a link from a build tree into the sources.
fs::path sources_beside(fs::path const& mysteries) {
  std::error_code failed;
  return fs::canonical(mysteries, failed).parent_path();
}

std::string definitions(Variant const& variant, char between) {
  std::string text;
  for (auto const& [name, value] : variant)
    text += (text.empty() ? "" : std::string(1, between)) + name + "=" + value;
  return text;
}

} // namespace

Result<fs::path> programs_of(Casebook const& casebook, Case const& asked, fs::path const& cache) {
  auto const& set = casebook.set_of(asked.name);
  using boost::system::in_place_value;
  if (asked.variant == plain_variant(asked.parameters))
    return {in_place_value, set.binaries};
  auto const project = sources_beside(casebook.installation().mysteries) / "cmake/set";
  std::error_code failed;
  if (!fs::exists(project / "CMakeLists.txt", failed))
    return Error{"build a variant of",
                 asked.name,
                 {},
                 "that takes a clone of Whodunit: an installation has no build files"};
  auto const folder = cache / (asked.name + "-" + definitions(asked.variant, '-'));
  if (auto const configured =
          run_tool({"cmake", "-S", project.string(), "-B", folder.string(), "-G", "Ninja",
                    "-DWHODUNIT_SET=" + sources_beside(set.mysteries).string(),
                    "-DWHODUNIT_CASES=" + asked.name,
                    "-DWHODUNIT_VARIANT=" + definitions(asked.variant, ';')});
      !configured)
    return configured.error();
  if (auto const built = run_tool({"cmake", "--build", folder.string(), "--target", asked.name});
      !built)
    return built.error();
  return {in_place_value, folder / "bin"};
}

} // namespace whodunit
