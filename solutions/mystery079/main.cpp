// SPDX-License-Identifier: MIT
// Crawls the site of a botanical garden for the search index. Each link is followed by a process of
// its own, so that a page that cannot be digested costs no more than that page.
#include <cstdlib>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

using Site = std::map<std::string, std::vector<std::string>>; // a page, and where its links lead

Site const site{
    {"/", {"/orchids", "/palms"}},           // welcome
    {"/orchids", {"/orchids/care"}},         // the glasshouse
    {"/orchids/care", {"/water"}},           // orchids at home
    {"/palms", {"/water"}},                  // the tall house
    {"/water", {"/water/hard", "/orchids"}}, // what to pour
    {"/water/hard", {}},                     // test your tap
};

class Crawl {
public:
  int visit(std::string const& page) {
    way_here_.insert(page);
    std::cout << page << std::endl;
    for (std::string const& link : site.at(page)) {
      if (way_here_.contains(link)) { // a link back leads to nothing new
        continue;
      }
      if (int const status = follow(link); status != 0) {
        return status;
      }
    }
    return 0;
  }

private:
  int follow(std::string const& link) {
    pid_t const visitor = fork();
    if (visitor < 0) {
      std::cerr << "cannot follow a link to " << link << '\n';
      return 1;
    }
    if (visitor == 0) {
      prctl(PR_SET_NAME, link.c_str());
      std::exit(visit(link));
    }
    int status = 0;
    waitpid(visitor, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 0; // one page less
  }

  std::set<std::string> way_here_;
};

int decline() {
  std::cerr << "mystery079: not started, as it is not safe to run just anywhere.\n"
               "  whodunit run mystery079          runs it where it can do no harm\n"
               "  WHODUNIT_CONTAINED=1 mystery079  runs it here all the same\n";
  return 3;
}

} // namespace

int main() {
  if (std::getenv("WHODUNIT_CONTAINED") == nullptr) {
    return decline();
  }
  int const status = Crawl().visit("/");
  if (status == 0) {
    std::cout << "the garden is in the index\n";
  }
  return status;
}
