// SPDX-License-Identifier: MIT
#include "authoring/templates.hpp"

#include "casebook/casebook.hpp"

#include <algorithm>

namespace whodunit {
namespace {

namespace fs = std::filesystem;

Template read_template(fs::path const& folder) {
  auto const asked = read_case(folder / "mystery");
  return {folder.filename().string(), asked ? asked->learned : "", folder / "mystery",
          folder / "solution"};
}

} // namespace

Result<std::vector<Template>> all_templates() {
  auto const installation = find_installation();
  if (!installation)
    return installation.error();
  auto const folder = installation->mysteries.parent_path() / "templates";
  std::vector<Template> templates;
  std::error_code failed;
  for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
       entry.increment(failed))
    templates.push_back(read_template(entry->path()));
  if (failed)
    return Error{"list the templates in", folder.string(), boost::system::error_code(failed)};
  std::ranges::sort(templates, {}, &Template::name);
  return templates;
}

} // namespace whodunit
