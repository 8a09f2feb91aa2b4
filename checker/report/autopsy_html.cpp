// SPDX-License-Identifier: MIT
#include "report/autopsy_html.hpp"

#include "report/claim_cards.hpp"
#include "report/html.hpp"
#include "report/page_header.hpp"
#include "report/page_lists.hpp"
#include "report/page_pictures.hpp"
#include "report/page_style.hpp"
#include "report/sentence.hpp"

namespace whodunit {
namespace {

std::string head(Fate const& fate) {
  return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
         "'unsafe-inline'\"/>\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
         "<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>Autopsy: " +
         html_text(ending_sentence(fate), 200) + "</title>\n<style>\n" + std::string(page_style()) +
         "</style>\n</head>\n";
}

} // namespace

std::string autopsy_html(Autopsy const& autopsy, AskedRun const& asked) {
  auto const& fate = autopsy.fate;
  return head(fate) + "<body>\n" + page_header(fate, asked.command) + "<main>\n" +
         claim_cards(autopsy) + timeline_section(fate) + thread_section(fate) +
         backtrace_lists(autopsy.backtraces) + memory_section(fate, asked.memory_limit) +
         process_table(fate) + call_table(fate) + output_sections(fate) + limit_lists(fate) +
         observation_list(fate.observed) +
         "</main>\n<footer><p>Written by <code>whodunit autopsy --html</code>.</p></footer>\n"
         "</body>\n</html>\n";
}

} // namespace whodunit
