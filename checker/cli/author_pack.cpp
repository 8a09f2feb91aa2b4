// SPDX-License-Identifier: MIT
#include "cli/arguments.hpp"
#include "cli/author.hpp"
#include "cli/learner_option.hpp"
#include "pack/pack.hpp"
#include "report/progress_bar.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace whodunit::cli {
namespace {

struct PackOptions {
  std::vector<std::string> cases; ///< as written; empty: all
  std::optional<int> chapter;
  std::string out;
  LearnerOption learner;
};

Checked<std::vector<std::string>> named(Casebook const& casebook,
                                        std::vector<std::string> const& written) {
  std::vector<std::string> names;
  for (auto const& one : written) {
    auto const name = casebook.resolve(one);
    if (!name)
      return name.error();
    if (std::ranges::find(names, *name) == names.end())
      names.push_back(*name);
  }
  std::ranges::sort(names);
  return names;
}

Checked<std::vector<std::string>> of_chapter(Casebook const& casebook, std::optional<int> chapter) {
  auto const all = casebook.names();
  if (!all)
    return std::vector{Complaint{"author pack", {}, to_string(all.error())}};
  std::vector<std::string> names;
  for (auto const& name : *all) {
    auto const asked = casebook.open_case(name);
    if (!asked)
      return asked.error();
    if (!chapter || asked->chapter == *chapter)
      names.push_back(name);
  }
  if (names.empty())
    return std::vector{Complaint{"--chapter", {}, "has no cases", "see whodunit list"}};
  return names;
}

int pack_all(Casebook const& casebook, PackOptions const& options, std::vector<std::string> names) {
  auto const secret = options.learner.course_key();
  if (!secret)
    return refuse(secret.error());
  std::error_code failed;
  ProgressBar bar(names.size());
  auto const count = names.size();
  PackOrder const order{std::move(names),
                        options.learner.id,
                        *secret,
                        options.out,
                        std::filesystem::read_symlink("/proc/self/exe", failed),
                        [&](std::string const& /*case_name*/) { bar.advance(); }};
  auto const packed = pack(casebook, order);
  if (!packed)
    return refuse(packed.error());
  fmt::print("{}: {} cases, {} KiB\n", options.out, count,
             std::filesystem::file_size(options.out, failed) / 1024);
  return done;
}

} // namespace

int run_author_pack(Arguments arguments) {
  CLI::App app("Makes a learner's kit: programs, briefings and the checker, the solutions sealed.",
               "author pack");
  PackOptions options;
  auto* const cases = app.add_option("--cases", options.cases, "these only: 000,001 (all)")
                          ->delimiter(',')
                          ->type_name("CASE,…");
  app.add_option("--chapter", options.chapter, "those of one chapter")
      ->type_name("N")
      ->excludes(cases);
  app.add_option("out", options.out, "the tarball, KIT.tar.gz")->required()->type_name("OUT");
  options.learner.declare(app);
  if (auto const status = parse(app, arguments))
    return *status;
  auto casebook = Casebook::find();
  if (!casebook)
    return refuse(casebook.error());
  if (auto const chosen = options.learner.choose(*casebook); !chosen)
    return refuse(chosen.error());
  auto const names = options.cases.empty() ? of_chapter(*casebook, options.chapter)
                                           : named(*casebook, options.cases);
  return names ? pack_all(*casebook, options, *names) : refuse(names.error());
}

} // namespace whodunit::cli
