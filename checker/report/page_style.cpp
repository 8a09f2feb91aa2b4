// SPDX-License-Identifier: MIT
#include "report/page_style.hpp"

namespace whodunit {
namespace {

// Each text colour has a contrast of at least 4.5 : 1 on --page and on --card (WCAG 2.2, 1.4.3).
constexpr std::string_view style = R"(:root {
  color-scheme: light dark;
  --page: #f4f1ea; --card: #fffdf9; --sunk: #ebe6db; --line: #d6cfc0; --ink: #1e1d1a; --faint: #625c50;
  --killed: #a3160f; --failed: #8a4b00; --well: #1f6b3a; --alive: #1d549b; --accent: #6b3fa0;
  --serif: Charter, "Bitstream Charter", "Iowan Old Style", Georgia, "DejaVu Serif", serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #15161a; --card: #1e2026; --sunk: #282b33; --line: #3b3f49; --ink: #ece8df; --faint: #a9a498;
    --killed: #ff8f80; --failed: #f2b45c; --well: #7fd39a; --alive: #8bbcff; --accent: #c8a6f5;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.5 system-ui, "Segoe UI", "Liberation Sans", sans-serif; overflow-wrap: anywhere; }
header, main, footer { max-width: 70rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 2.5rem); }
header { padding-top: 2.5rem; }
.killed { --tone: var(--killed); } .failed { --tone: var(--failed); } .well { --tone: var(--well); } .alive { --tone: var(--alive); }
.kicker { margin: 0 0 .5rem; font-size: .8rem; letter-spacing: .14em; text-transform: uppercase; color: var(--faint); }
h1 { margin: 0; display: flex; gap: .9rem; align-items: flex-start; font: 600 clamp(1.6rem, 1.1rem + 2.2vw, 2.6rem)/1.2 var(--serif); text-wrap: balance; }
h1 .icon { flex: none; width: 1.15em; height: 1.15em; margin: .02em 0 0; }
h1 span { min-width: 0; }
h1 small { display: inline-block; font-size: .62em; font-weight: 400; color: var(--faint); }
h2 { margin: 0 0 1rem; font: 600 1.45rem/1.25 var(--serif); }
h3 { margin: 0 0 .5rem; font-size: 1rem; line-height: 1.35; }
h3 span { font-weight: 400; color: var(--faint); }
section { margin: 3rem 0 0; }
p { margin: 0 0 .6rem; }
code, pre { font-family: var(--mono); font-size: .9em; }
.command { margin: 1.25rem 0 0; padding: .6rem .9rem; background: var(--sunk); border-radius: .4rem; }
.command span { color: var(--faint); user-select: none; }
.command code { white-space: pre-wrap; }
.figures { display: grid; grid-template-columns: repeat(6, minmax(0, 1fr)); gap: 1px; margin: 1.5rem 0 0; background: var(--line); border: 1px solid var(--line); border-radius: .5rem; overflow: hidden; }
.figures div { padding: .7rem .9rem; background: var(--card); }
.figures dt { font-size: .8rem; color: var(--faint); }
.figures dd { margin: 0; font: 600 1.3rem/1.3 var(--serif); font-variant-numeric: tabular-nums; }
.figures dd span { white-space: nowrap; font: 400 .8rem/1 system-ui, sans-serif; color: var(--faint); }
.cards { display: grid; grid-template-columns: repeat(6, minmax(0, 1fr)); gap: 1rem; }
.card { grid-column: span 2; padding: 1.1rem 1.2rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
.card.main { grid-column: span 3; border-top: .3rem solid var(--ink); }
.card h3 { text-transform: none; }
.card h3 span { display: block; font-size: .85rem; }
.answer { margin: 0; font: 600 1.2rem/1.3 var(--serif); }
.main .answer { font-size: 1.5rem; }
.answer::first-letter { text-transform: uppercase; }
.card .code { margin: .1rem 0 .4rem; font: .85rem/1.4 var(--mono); color: var(--faint); }
.named { font-weight: 600; }
.badge { display: flex; flex-wrap: wrap; align-items: center; gap: 0 .4em; margin: .6rem 0; font-size: .85rem; }
.badge span { color: var(--faint); }
.icon { width: 1em; height: 1em; margin-right: .4em; vertical-align: -.12em; }
.badge .icon { margin: 0; }
.badge .full { fill: currentColor; }
.badge .ring { fill: none; stroke: currentColor; stroke-width: 1.6; }
.badge .broken { stroke-dasharray: 3 2.2; }
.evidence { margin: .6rem 0 0; padding: .6rem 0 0; list-style: none; border-top: 1px solid var(--line); font-size: .875rem; }
.evidence li { margin: 0 0 .35rem; }
.source { padding: .05em .4em; border-radius: .25rem; background: var(--sunk); font: .9em var(--mono); }
.scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
.scroll + .scroll { margin-top: 1rem; }
.scroll:has(table) { max-height: 46rem; overflow: auto; }
.picture { display: block; width: 100%; min-width: 51rem; height: auto; padding: .5rem 0; font: 12px system-ui, "Liberation Sans", sans-serif; }
.picture.waits { min-width: 44rem; }
.picture text { fill: var(--ink); paint-order: stroke; stroke: var(--card); stroke-width: 3px; stroke-linejoin: round; }
.lane-line { stroke: var(--line); stroke-width: 1; stroke-opacity: .55; }
.thread { fill: var(--sunk); stroke: var(--ink); stroke-width: 1.2; }
.thread ~ text { stroke: none; }
.middle { text-anchor: middle; } .end { text-anchor: end; }
.picture .tick, .picture .pid { fill: var(--faint); font-size: 11.5px; }
.picture .name { font-weight: 600; }
.grid, .base, .kinship { fill: none; stroke: var(--line); stroke-width: 1; }
.base { stroke: var(--faint); }
.kinship { stroke: var(--faint); stroke-dasharray: 2 2; }
.bar { fill: var(--tone); fill-opacity: .3; stroke: var(--tone); stroke-width: 1; }
.shape { fill: var(--tone); stroke: var(--card); stroke-width: 1; }
.shape.killed { fill: none; stroke: var(--tone); stroke-width: 3.2; stroke-linecap: round; }
.picture .ending { fill: var(--tone); font-weight: 600; }
.signal, .fault, .arrow-head { fill: var(--accent); }
.minor-signal { stroke: var(--accent); stroke-width: 1.4; opacity: .7; }
.request { fill: var(--card); stroke: var(--accent); stroke-width: 2; }
.arrow { fill: none; stroke: var(--accent); stroke-width: 1.6; }
.leader { stroke: var(--accent); stroke-width: .8; }
.picture .label { fill: var(--accent); }
.picture .label.strong { fill: var(--ink); font-weight: 600; }
.limit-line { fill: none; stroke: var(--failed); stroke-width: 1.6; stroke-dasharray: 7 4; }
.kill-line { fill: none; stroke: var(--killed); stroke-width: 1.4; stroke-dasharray: 2 3; }
.picture .limit-label { fill: var(--failed); font-weight: 600; }
.picture .kill-label { fill: var(--killed); font-weight: 600; }
.area { fill: var(--alive); fill-opacity: .16; }
.curve { fill: none; stroke: var(--alive); stroke-width: 2; stroke-linejoin: round; }
.peak { fill: var(--card); stroke: var(--alive); stroke-width: 2.4; }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; margin: .7rem 0; padding: 0; list-style: none; font-size: .85rem; color: var(--faint); }
.caption, .more { margin: .6rem 0 0; font-size: .875rem; color: var(--faint); }
details { margin: .7rem 0 0; }
summary { cursor: pointer; font-size: .9rem; }
details .scroll { margin-top: .6rem; }
table { width: 100%; border-collapse: collapse; font-size: .875rem; }
th, td { padding: .4rem .8rem; overflow-wrap: break-word; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
tr:last-child td { border-bottom: 0; }
th { position: sticky; top: 0; background: var(--card); font-weight: 600; color: var(--faint); white-space: nowrap; }
.number { white-space: nowrap; font-variant-numeric: tabular-nums; }
td.name { font-weight: 600; white-space: nowrap; }
.branch { display: block; padding-left: calc(var(--depth) * 1.1rem); }
td.ending { color: var(--tone); min-width: 13rem; }
td.call { min-width: 22rem; }
td.result { min-width: 9rem; }
.bad { color: var(--killed); }
.stacks { display: grid; gap: 1rem; }
.stack { padding: 1.1rem 1.2rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
.instruction code { padding: .1em .4em; border-radius: .25rem; background: var(--sunk); }
.frames { margin: 0; padding-left: 2.2rem; font-size: .9rem; }
.frames li { margin: 0 0 .3rem; }
.frames li::marker { color: var(--faint); font-variant-numeric: tabular-nums; }
.frames li:first-child { padding: .2rem .5rem; margin-left: -.5rem; border-radius: .3rem; background: var(--sunk); }
.where { color: var(--faint); }
.where b { font-weight: 400; }
pre { max-height: 26rem; margin: 0 0 1.2rem; padding: .8rem 1rem; overflow: auto; white-space: pre-wrap; background: var(--sunk); border-radius: .4rem; }
.cut { color: var(--failed); }
.limits, .means { margin: 0; padding: 0; list-style: none; }
.limits span { color: var(--faint); }
.means { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: .3rem 1.5rem; font-size: .9rem; }
.means b { display: inline-block; min-width: 3.2em; }
.means .no { color: var(--faint); }
.caveat { padding: .6rem .9rem; border-left: .3rem solid var(--failed); background: var(--card); }
footer { margin-top: 3rem; padding-bottom: 2rem; font-size: .85rem; color: var(--faint); }
:focus-visible { outline: 2px solid var(--alive); outline-offset: 2px; }
@media (max-width: 62rem) { .figures { grid-template-columns: repeat(3, minmax(0, 1fr)); } }
@media (max-width: 56rem) { .card { grid-column: span 3; } .card:last-child { grid-column: span 6; } }
@media (max-width: 40rem) { .card, .card.main, .card:last-child { grid-column: span 6; } .figures { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
@media print {
  :root { color-scheme: light; --page: #fff; --card: #fff; --sunk: #f2f2f2; --line: #bbb; --ink: #000; --faint: #444; --killed: #a3160f; --failed: #8a4b00; --well: #1f6b3a; --alive: #1d549b; --accent: #6b3fa0; }
  .picture { min-width: 0; }
  .scroll, .scroll:has(table), pre { overflow: visible; max-height: none; }
  th { position: static; }
  .card, .stack, .picture, tr, li { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  details::details-content { content-visibility: visible; height: auto; }
}
)";

} // namespace

std::string_view page_style() {
  return style;
}

} // namespace whodunit
