#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs commands of every kind under `autopsy --json` and validates each object. Usage: validates.py WHODUNIT SCHEMA
Exit status 77: python3-jsonschema is not installed."""
import json
import subprocess
import sys

try:
    import jsonschema
except ImportError:
    print("python3-jsonschema is not installed")
    sys.exit(77)

COMMANDS = [
    ["true"],
    ["sh", "-c", "exit 3"],
    ["sh", "-c", "kill -9 $$"],
    ["sh", "-c", "kill -SEGV $$"],
    ["sh", "-c", "kill -STOP $$"],
    ["sh", "-c", "sh -c 'kill -9 $$'; exit $?"],
    ["sh", "-c", "trap 'exit 143' TERM; kill $$"],
    ["head", "-c", "3000", "/dev/urandom"],
    ["sleep", "1000"],
    ["sh", "-c", "while :; do :; done"],
    ["/no/such/command"],
    ["/"],
]


def main():
    whodunit, path = sys.argv[1:3]
    with open(path, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    bad = 0
    for command in COMMANDS:
        run = subprocess.run([whodunit, "autopsy", "--json", "--timeout", "300ms", "--output", "1KiB", "--", *command],
                             capture_output=True, check=False, timeout=60)
        for error in validator.iter_errors(json.loads(run.stdout)):
            bad += 1
            print(f"{command}: {'/'.join(map(str, error.absolute_path))}: {error.message[:300]}")
    return 1 if bad else 0


sys.exit(main())
