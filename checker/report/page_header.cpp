// SPDX-License-Identifier: MIT
#include "report/page_header.hpp"

#include "fate/quantity.hpp"
#include "fate/shell.hpp"
#include "report/ending_shape.hpp"
#include "report/html.hpp"
#include "report/sentence.hpp"

#include <fmt/format.h>

namespace whodunit {
namespace {

constexpr std::size_t most_of_a_command = 2000; // bytes

// As one would type it: quoted where a shell would take it apart.
std::string typed(std::vector<std::string> const& command) {
  constexpr std::string_view plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_=+:,./@%";
  std::string text;
  for (auto const& word : command) {
    text += text.empty() ? "" : " ";
    if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) {
      text += word;
      continue;
    }
    text += '\'';
    for (char const letter : word)
      text += letter == '\'' ? "'\\''" : std::string(1, letter);
    text += '\'';
  }
  return text;
}

std::string command_line(std::vector<std::string> const& command) {
  return command.empty() ? ""
                         : fmt::format("<p class=\"command\"><span>$</span> <code>{}</code></p>\n",
                                       html_lines(typed(command), most_of_a_command));
}

std::string figure(std::string_view name, std::string_view value, std::string_view more = "") {
  return fmt::format("<div><dt>{}</dt><dd>{} <span>{}</span></dd></div>\n", name, value, more);
}

// Nobody counts what a run used that was ended at its limit.
std::string figures(Fate const& fate) {
  auto const& used = fate.usage;
  bool const has_time = used.cpu.count() > 0;
  auto const switches = used.voluntary_switches + used.involuntary_switches;
  auto const status = std::holds_alternative<Alive>(fate.ending)
                          ? std::nullopt
                          : shell_status(Shell::bash, fate.ending);
  return "<dl class=\"figures\">\n" +
         figure("a shell shows", status ? std::to_string(*status) : "–",
                status ? "as $?" : "not ended") +
         figure("time", rounded(used.wall)) +
         figure("CPU time", has_time ? rounded(std::chrono::nanoseconds(used.cpu)) : "–") +
         figure("peak memory", rounded(used.peak_memory)) +
         figure("processes", std::to_string(fate.processes.size())) +
         figure("context switches", switches > 0 ? std::to_string(switches) : "–",
                switches > 0 ? fmt::format("{} forced", used.involuntary_switches) : "") +
         "</dl>\n";
}

} // namespace

std::string page_header(Fate const& fate, std::vector<std::string> const& command) {
  auto const more = shell_sentence(fate);
  return fmt::format(
      "<header class=\"{}\">\n<p class=\"kicker\">Whodunit · autopsy of one run</p>\n"
      "<h1>{}<span>{} <small>{}</small></span></h1>\n{}{}</header>\n",
      ending_class(fate.ending), ending_icon(fate.ending), html_text(ending_sentence(fate)),
      html_text(more), command_line(command), figures(fate));
}

} // namespace whodunit
