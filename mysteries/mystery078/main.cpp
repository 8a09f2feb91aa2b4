// SPDX-License-Identifier: MIT
// Follows the links of a museum's site and lists the titles of the pages, as a visitor would find
// them. What the museum does not want to be visited by programs stands in robots.txt.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <string>
#include <sys/resource.h>

namespace {

// It runs beside the museum's own server, and makes do with little.
constexpr rlim_t few_files = 64;

class Site {
public:
  explicit Site(std::filesystem::path folder) : folder_(std::move(folder)) {}

  std::ifstream open(std::string const& name) const { return std::ifstream(folder_ / name); }

  bool welcomes(std::string const& link) const {
    std::FILE* const rules = std::fopen((folder_ / "robots.txt").c_str(), "r");
    if (rules == nullptr) {
      return true; // a site without rules is open to everybody
    }
    char off_limits[128];
    while (std::fscanf(rules, " Disallow: %127s", off_limits) == 1) {
      if (link.starts_with(off_limits)) {
        return false;
      }
    }
    std::fclose(rules);
    return true;
  }

  std::optional<std::string> title_of(std::string const& link) const {
    auto page = open(link);
    std::string title;
    return std::getline(page, title) ? std::optional(title) : std::nullopt;
  }

private:
  std::filesystem::path folder_;
};

} // namespace

int main() {
  rlimit const modest{few_files, few_files};
  setrlimit(RLIMIT_NOFILE, &modest);
  Site const site(std::filesystem::read_symlink("/proc/self/exe").string() + ".d");
  auto links = site.open("links.txt");
  int visited = 0;
  for (std::string link; links >> link; ++visited) {
    if (!site.welcomes(link)) {
      continue;
    }
    auto const title = site.title_of(link);
    if (!title) {
      std::cerr << "link " << visited + 1 << ": " << link << " cannot be read\n";
      return 1;
    }
    std::cout << link << ": " << *title << '\n';
  }
  std::cout << visited << " links, all of them in order\n";
}
