// SPDX-License-Identifier: MIT
#include "report/claim_cards.hpp"

#include "report/html.hpp"

#include <fmt/format.h>

namespace whodunit {
namespace {

constexpr std::size_t room_for_evidence = 32UL * 1024; // bytes, of one card
constexpr std::size_t most_of_a_fact = 1000;

// A full disc, a half one, a broken ring, an empty one.
std::string_view shape_of(Certainty certainty) {
  switch (certainty) {
  case Certainty::observed:
    return "<circle class=\"full\" cx=\"8\" cy=\"8\" r=\"6\"/>";
  case Certainty::inferred:
    return "<circle class=\"ring\" cx=\"8\" cy=\"8\" r=\"5.5\"/><path class=\"full\" d=\"M8 "
           "2.5a5.5 5.5 0 0 1 0 11z\"/>";
  case Certainty::stand_in:
    return "<circle class=\"ring broken\" cx=\"8\" cy=\"8\" r=\"5.5\"/><circle class=\"full\" "
           "cx=\"8\" cy=\"8\" r=\"2\"/>";
  case Certainty::unknown:
    break;
  }
  return "<circle class=\"ring\" cx=\"8\" cy=\"8\" r=\"5.5\"/>";
}

std::string_view meaning(Certainty certainty) {
  switch (certainty) {
  case Certainty::observed:
    return "a fact of this run";
  case Certainty::inferred:
    return "by a step that can fail";
  case Certainty::stand_in:
    return "done here by a stand-in for the kernel";
  case Certainty::unknown:
    break;
  }
  return "no evidence bears an answer";
}

std::string badge(Certainty certainty) {
  return fmt::format("<p class=\"badge {0}\"><svg class=\"icon\" viewBox=\"0 0 16 16\" "
                     "aria-hidden=\"true\">{1}</svg><b>{0}</b> <span>{2}</span></p>\n",
                     to_string(certainty), shape_of(certainty), meaning(certainty));
}

std::string listed(std::vector<Evidence> const& evidence) {
  BoundedHtml items(room_for_evidence);
  for (auto const& piece : evidence)
    items.add(fmt::format("<li><span class=\"source\">{}</span> {}</li>\n",
                          html_text(piece.source, 40), html_text(piece.fact, most_of_a_fact)));
  return items.text().empty()
             ? ""
             : element("ul", "evidence", "\n" + items.text()) + items.more("pieces");
}

template <class Value>
std::string answer(Claim<Value> const& claim) {
  if (!claim.value)
    return element("p", "answer", "unknown") + "\n";
  auto const& word = facts(term(*claim.value));
  return fmt::format("<p class=\"answer\">{}</p>\n<p class=\"code\">{}</p>\n",
                     html_text(word.label), html_text(word.code));
}

class Cards {
public:
  explicit Cards(Fate const& fate) : fate_(fate) {}

  template <class Value>
  void add(std::string_view style, std::string_view title, Claim<Value> const& claim) {
    text_ += fmt::format("<article class=\"card {}\">\n<h3>{} <span>{}</span></h3>\n", style, title,
                         html_text(facts(FieldOf<Value>::field).question));
    text_ += answer(claim) + named(claim.process) + badge(claim.certainty) + listed(claim.evidence);
    text_ += "</article>\n";
  }
  std::string const& text() const { return text_; }

private:
  std::string named(std::optional<int> pid) const {
    auto const* const process = pid ? find_process(fate_, *pid) : nullptr;
    return process != nullptr ? fmt::format("<p class=\"named\">process {} ({})</p>\n",
                                            process->pid, html_text(process->name))
                              : "";
  }

  Fate const& fate_;
  std::string text_;
};

} // namespace

std::string claim_cards(Autopsy const& autopsy) {
  Cards cards(autopsy.fate);
  cards.add("main", "Who", autopsy.claims.agent);
  cards.add("main", "Why", autopsy.claims.cause);
  cards.add("", "Victim", autopsy.claims.victim);
  cards.add("", "Report", autopsy.claims.report);
  cards.add("", "Blast", autopsy.claims.blast);
  return section("findings", "Findings", "<div class=\"cards\">\n" + cards.text() + "</div>\n");
}

} // namespace whodunit
