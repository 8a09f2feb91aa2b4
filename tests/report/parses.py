#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs commands under `autopsy --html` and reads each page as XML and as HTML. Usage: parses.py WHODUNIT"""
import html.parser
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

HOSTILE_NAME = "\"><script>x="
COMMANDS = [
    ["true"],
    ["sh", "-c", "sleep 9 & kill $!; wait; kill -9 $$"],
    ["sh", "-c", "kill -SEGV $$"],
    ["sleep", "1000"],
    ["/no/such/command"],
    ["printf", "</pre><script>alert(1)</script>\\033[31m\\377\\0&amp;"],
    ["./" + HOSTILE_NAME, "</code><img src=x>"],
]
OPTIONS = [["--contain"], ["--backtrace", "--syscalls", "20"]]


class Reader(html.parser.HTMLParser):
    """What a browser would load, run or follow."""

    def __init__(self):
        super().__init__()
        self.bad = []

    def handle_starttag(self, tag, attrs):
        if tag in {"script", "img", "link", "iframe", "object", "embed", "form", "base", "a"}:
            self.bad.append(f"<{tag}>")
        self.bad += [name for name, _ in attrs if name.startswith("on") or name in {"src", "href", "action"}]


def complaints(page):
    text = page.decode("utf-8")
    root = xml.etree.ElementTree.fromstring(text)
    reader = Reader()
    reader.feed(text)
    yield from reader.bad
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    if len(ids) != len(set(ids)):
        yield "an id is there twice"
    for element in root.iter():
        for name in element.get("aria-labelledby", "").split():
            if name not in ids:
                yield f"nothing has the id {name}"
    for picture in root.iter("svg"):
        if picture.get("role") == "img" and [part.tag for part in picture[:2]] != ["title", "desc"]:
            yield "a picture without title and description"
        if picture.get("role") != "img" and picture.get("aria-hidden") != "true":
            yield "an icon that a screen reader would try to tell"
    if root.find("body/main") is None or len(root.findall("body/header/h1")) != 1:
        yield "no main part, or not one heading"


def main():
    whodunit = os.path.abspath(sys.argv[1])
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        shutil.copy(shutil.which("true"), HOSTILE_NAME)
        for command in COMMANDS:
            for options in OPTIONS:
                subprocess.run([whodunit, "autopsy", "--timeout", "300ms", "--json", "--html", "page.html", *options, "--",
                                *command], stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=60)
                with open("page.html", "rb") as page:
                    for complaint in complaints(page.read()):
                        bad += 1
                        print(f"{command} {options}: {complaint}")
                os.remove("page.html")
    return 1 if bad else 0


sys.exit(main())
