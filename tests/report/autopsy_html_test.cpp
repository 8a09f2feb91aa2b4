// SPDX-License-Identifier: MIT
#include "report/autopsy_html.hpp"

#include "../autopsy/made_fate.hpp"
#include "fate/signal_code.hpp"
#include "report/page_style.hpp"
#include "well_formed.hpp"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>

namespace whodunit::testing {
namespace {

using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::size_t largest_page = 2U << 20U;

Fate suicide() {
  auto fate = lone(killed_by(SIGKILL));
  fate.kill_calls.push_back(kill_call(first, first, SIGKILL));
  return fate;
}

std::string page_of(Fate fate) {
  return autopsy_html(examine(std::move(fate)));
}

// Everything that a program can choose, chosen with bad will.
Autopsy hostile(std::string const& name, std::size_t times) {
  auto fate = suicide();
  fate.processes[0].name = name;
  for (std::size_t i = 0; i < times; ++i) {
    auto const id = static_cast<int>(i) + 3;
    add_process(fate, id, id - 1, killed_by(SIGSEGV));
    fate.processes.back().name = name;
    fate.signals.push_back(delivered(SIGUSR1, code_user, id));
    fate.kill_calls.push_back(kill_call(id, first, SIGUSR1));
    fate.armed.push_back({name, id, SIGALRM, Moment{1}});
    fate.oom_kills.push_back({id, name, false, Moment{1}});
    fate.limits.push_back({name, name, true});
    fate.resource_limits.push_back({name, 1, 2});
    fate.threads.push_back(
        {id, id, name, LifeState::sleeping, name, 1, true, false, ThreadWait::lock, id, 0, name});
    fate.memory.push_back({Moment{static_cast<std::int64_t>(i)}, {i}});
    fate.calls.push_back({id, id, name, name, -1, Moment{1}});
  }
  fate.out = {name, name.size()};
  fate.err = {name, name.size() * 2};
  fate.last_words = name;
  fate.observed.disturbed = name;
  auto autopsy = examine(std::move(fate));
  autopsy.claims.agent.evidence.assign(times + 1, {name, name});
  std::vector<Frame> const frames(64, {1, name, name, 7, name, 9});
  autopsy.backtraces.assign(std::min<std::size_t>(times, 100), {2, 2, name, name, frames, false});
  return autopsy;
}

TEST(AutopsyHtml, BeginsWithTheEnding) {
  auto const page = page_of(suicide());
  EXPECT_THAT(page, HasSubstr("<title>Autopsy: subject was killed by SIGKILL.</title>"));
  EXPECT_THAT(page,
              ContainsRegex(
                  "<h1>.*subject was killed by SIGKILL\\..*A shell shows that as 137\\.</small>"));
}

TEST(AutopsyHtml, EachClaimHasACardWithItsCertaintyAndEvidence) {
  auto const page = page_of(suicide());
  for (auto const* title : {"Who", "Why", "Victim", "Report", "Blast"})
    EXPECT_THAT(page, HasSubstr(std::string("<h3>") + title + " <span>"));
  EXPECT_THAT(page, HasSubstr("<b>observed</b>"));
  EXPECT_THAT(
      page,
      HasSubstr(
          "<span class=\"source\">seccomp</span> process 2 (subject) called kill(2, SIGKILL)"));
}

TEST(AutopsyHtml, UnknownIsSaid) {
  auto fate = lone(killed_by(SIGTERM));
  fate.observed = {};
  EXPECT_THAT(page_of(fate), HasSubstr("<p class=\"answer\">unknown</p>"));
}

TEST(AutopsyHtml, LoadsNothingAndRunsNothing) {
  auto const page = autopsy_html(examine(suicide()), {{"./server", "--port", "80"}, Bytes{1}});
  EXPECT_THAT(page, HasSubstr("content=\"default-src 'none'; style-src 'unsafe-inline'\""));
  for (auto const* loaded :
       {"http://", "https://", "src=", "<script", "href=", "@import", "<link", "<img", "url("})
    EXPECT_THAT(page, Not(HasSubstr(loaded)));
}

TEST(AutopsyHtml, ARunTooShortForACurveSaysSo) {
  EXPECT_THAT(page_of(suicide()), HasSubstr("too short for a curve"));
}

TEST(AutopsyHtml, TheCommandIsShownAsItWouldBeTyped) {
  auto const page = autopsy_html(examine(suicide()), {{"sh", "-c", "it's <b>"}, {}});
  EXPECT_THAT(page, HasSubstr("<code>sh -c &#39;it&#39;\\&#39;&#39;s &lt;b&gt;&#39;</code>"));
}

TEST(AutopsyHtml, WhateverAProgramChoosesStaysText) {
  for (std::string const name :
       {"<script>alert(1)</script>", "\" onload=\"alert(1)", "' onload='alert(1)", "--></style><b>",
        "]]>&amp;<![CDATA[", "\x1b]0;x\x07\xff\xed\xa0\x80\xef\xbf\xbf",
        "\xe2\x80\xae\xe2\x81\xa6"}) {
    auto const page = autopsy_html(hostile(name, 3), {{name, name}, {}});
    EXPECT_TRUE(well_formed(page)) << name;
    for (auto const* escaped : {"<script", "\" onload", "' onload", "<b>\"", "</style><b>", "<!["})
      EXPECT_THAT(page, Not(HasSubstr(escaped)));
    for (char const byte : page)
      ASSERT_TRUE(byte == '\n' || byte == '\t' || static_cast<unsigned char>(byte) >= 0x20) << name;
  }
}

TEST(AutopsyHtml, IsWellFormedForEveryKindOfEnding) {
  auto unstarted = lone(Exited{127});
  unstarted.not_executed = ENOENT;
  for (auto const& fate : {suicide(), lone(Exited{0}), lone(Exited{3}),
                           lone(Alive{LifeState::sleeping}), unstarted, Fate{}})
    EXPECT_TRUE(well_formed(page_of(fate)));
}

TEST(AutopsyHtml, NeverGrowsBeyondTwoMebibytes) {
  for (auto const& [length, times] : {std::pair(300'000, 3), std::pair(300, 700)}) {
    std::string const name(static_cast<std::size_t>(length), '"'); // six bytes each, escaped
    auto const page = autopsy_html(hostile(name, static_cast<std::size_t>(times)), {{name}, {}});
    EXPECT_LT(page.size(), largest_page);
    EXPECT_GT(page.size(), largest_page / 8) << "or nothing was at stake";
    EXPECT_TRUE(well_formed(page));
  }
}

TEST(AutopsyHtml, EachPictureHasATitleAndADescription) {
  auto fate = suicide();
  fate.memory = {{Moment{0}, {1}}, {Moment{9}, {2}}};
  fate.threads = {
      {2, 2, "a", LifeState::sleeping, "futex", 1, true, false, ThreadWait::lock, 3, 0, ""},
      {2, 3, "b", LifeState::sleeping, "futex", 1, true, false, ThreadWait::lock, 2, 0, ""}};
  auto const page = page_of(fate);
  for (auto const* picture :
       {"timeline-title timeline-desc", "memory-title memory-desc", "waits-title waits-desc"})
    EXPECT_THAT(page, HasSubstr(picture));
  EXPECT_THAT(page, HasSubstr("Thread 2 waits for thread 3. Thread 3 waits for thread 2."));
}

// Relative luminance and contrast as WCAG 2.2 defines them.
double luminance(std::string colour) {
  if (colour.size() == 3)
    colour = {colour[0], colour[0], colour[1], colour[1], colour[2], colour[2]};
  double sum = 0;
  constexpr std::array weights{0.2126, 0.7152, 0.0722};
  for (std::size_t i = 0; i < 3; ++i) {
    double const share = std::stoi(colour.substr(2 * i, 2), nullptr, 16) / 255.0;
    sum +=
        weights.at(i) * (share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4));
  }
  return sum;
}

TEST(PageStyle, EveryColourOfTextCanBeReadOnEveryGround) {
  std::string const style(page_style());
  std::regex const block(":root \\{([^}]*)\\}");
  std::regex const variable("--([a-z]+): #([0-9a-f]+)");
  int blocks = 0;
  for (std::sregex_iterator theme(style.begin(), style.end(), block), end; theme != end;
       ++theme, ++blocks) {
    std::map<std::string, double> light;
    std::string const text = (*theme)[1];
    for (std::sregex_iterator i(text.begin(), text.end(), variable); i != end; ++i)
      light[(*i)[1]] = luminance((*i)[2]);
    for (auto const* ink : {"ink", "faint", "killed", "failed", "well", "alive", "accent"})
      for (auto const* ground : {"page", "card", "sunk"}) {
        auto const [low, high] = std::minmax(light.at(ink), light.at(ground));
        EXPECT_GE((high + 0.05) / (low + 0.05), 4.5)
            << ink << " on " << ground << " in theme " << blocks;
      }
  }
  EXPECT_EQ(blocks, 3) << "light, dark, paper";
}

} // namespace
} // namespace whodunit::testing
