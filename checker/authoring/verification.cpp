// SPDX-License-Identifier: MIT
#include "authoring/verification.hpp"

#include "authoring/text_rules.hpp"
#include "authoring/toolchain.hpp"

#include <algorithm>
#include <atomic>
#include <fmt/format.h>
#include <mutex>
#include <thread>

namespace whodunit {
namespace {

namespace fs = std::filesystem;

// Places that a person can read: no link of the build tree, and relative where that is shorter.
fs::path readable(fs::path const& folder) {
  std::error_code failed;
  auto const real = fs::canonical(folder, failed);
  if (failed)
    return folder;
  auto const near = real.lexically_relative(fs::current_path(failed));
  return failed || near.empty() || *near.begin() == ".." ? real : near;
}

CaseSet readable(CaseSet const& set) {
  return {readable(set.mysteries), readable(set.solutions), set.binaries};
}

Result<Shelf> read_shelf(Casebook const& casebook) {
  auto const names = casebook.names();
  if (!names)
    return names.error();
  Shelf shelf;
  for (auto const& name : *names)
    shelf.dossiers.push_back(
        open_dossier(readable(casebook.set_of(name)), name, shelf.findings[name]));
  return shelf;
}

void check_courses(Casebook const& casebook, Shelf& shelf) {
  for (auto const& set : casebook.sets()) {
    auto const mysteries = readable(set.mysteries);
    if (auto const course = read_curriculum(mysteries))
      check_course(shelf, mysteries, *course);
    else
      for (auto const& dossier : shelf.dossiers)
        if (dossier.mystery.parent_path() == mysteries)
          for (auto const& complaint : course.error())
            shelf.findings[dossier.name].add(Rule::course, complaint);
  }
}

void check_waivers(Dossier const& dossier, Findings& findings) {
  for (auto const& [rule, reason] : dossier.key->waived)
    if (find_rule(rule) == nullptr) {
      std::vector<std::string_view> codes;
      for (auto const& facts : all_rules())
        codes.push_back(facts.code);
      auto const near = nearest(rule, codes);
      findings.add(Rule::manifest, {dossier.key_file(), place_of(dossier.key_text, {"waive", rule}),
                                    fmt::format("there is no rule \"{}\" to waive", rule),
                                    near ? fmt::format("did you mean \"{}\"?", *near)
                                         : "see whodunit author rules"});
    }
}

void apply_waivers(Dossier const& dossier, Findings& findings, CaseReport& report) {
  if (!dossier.key)
    return;
  for (auto const& [rule, reason] : dossier.key->waived)
    if (auto const* const facts = find_rule(rule);
        facts != nullptr && findings.forgive(static_cast<Rule>(facts - all_rules().data())))
      report.waived.push_back({rule, reason});
}

class Verification {
public:
  Verification(Casebook const& casebook, VerifyOptions const& options, Shelf shelf,
               std::function<void(CaseReport const&)> const& done)
      : casebook_(casebook),
        options_(options),
        shelf_(std::move(shelf)),
        workshop_(workshop_cache()),
        done_(done) {}

  Result<std::vector<CaseReport>> run(std::vector<std::string> const& names) {
    reports_.resize(names.size());
    std::vector<std::thread> workers;
    auto const jobs = std::clamp<std::size_t>(static_cast<std::size_t>(options_.jobs), 1,
                                              std::max<std::size_t>(names.size(), 1));
    for (std::size_t worker = 0; worker < jobs; ++worker)
      workers.emplace_back([&] { work(names); });
    for (auto& worker : workers)
      worker.join();
    if (failure_)
      return *failure_;
    return std::move(reports_);
  }

private:
  void work(std::vector<std::string> const& names) {
    auto warden = Warden::start(casebook_.installation().warden);
    auto builder = Warden::start(casebook_.installation().warden);
    if (!warden || !builder) {
      std::lock_guard const lock(mutex_);
      failure_ = warden ? builder.error() : warden.error();
      return;
    }
    Bench bench(casebook_.installation(), std::move(*warden), std::move(*builder));
    for (;;) {
      auto const next = next_++;
      if (next >= names.size())
        return;
      auto report = verify_case(bench, names[next]);
      std::lock_guard const lock(mutex_);
      done_(report);
      reports_[next] = std::move(report);
    }
  }

  CaseReport verify_case(Bench& bench, std::string const& name) {
    auto const start = std::chrono::steady_clock::now();
    auto const& dossier = *std::ranges::find(shelf_.dossiers, name, &Dossier::name);
    auto findings = shelf_.findings.at(name);
    CaseReport report;
    report.name = name;
    if (dossier.asked && dossier.key) {
      report.title = dossier.asked->title;
      check_texts(dossier, readable(casebook_.set_of(name)), findings);
      check_waivers(dossier, findings);
      check_runs(bench, workshop_, dossier, options_.runs, findings, report.skipped, report.runs);
    }
    apply_waivers(dossier, findings, report);
    report.findings = findings.list();
    report.spent = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - start);
    return report;
  }

  Casebook const& casebook_;
  VerifyOptions const& options_;
  Shelf shelf_;
  Workshop workshop_;
  std::function<void(CaseReport const&)> const& done_;
  std::vector<CaseReport> reports_;
  std::optional<Error> failure_;
  std::mutex mutex_;
  std::atomic<std::size_t> next_ = 0;
};

} // namespace

Result<VerifyReport> verify(Casebook const& casebook, std::vector<std::string> const& names,
                            VerifyOptions const& options,
                            std::function<void(CaseReport const&)> const& done) {
  auto shelf = read_shelf(casebook);
  if (!shelf)
    return shelf.error();
  check_courses(casebook, *shelf);
  check_set(*shelf);
  std::vector<Dossier const*> legible;
  VerifyReport report;
  for (auto const& dossier : shelf->dossiers)
    if (dossier.asked && dossier.key)
      legible.push_back(&dossier);
  report.guesswork = guess(legible);
  auto cases = Verification(casebook, options, std::move(*shelf), done).run(names);
  if (!cases)
    return cases.error();
  report.cases = std::move(*cases);
  return report;
}

} // namespace whodunit
