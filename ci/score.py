#!/usr/bin/env python3
"""Prints the figures of the gold's own scorer and, with --floors, fails where one is below ci/floors.toml.

usage: score.py GOLD ANNOTATIONS LEDGER [--floors]
"""
import json
import pathlib
import subprocess
import sys


def main():
    gold, annotations, ledger, *rest = sys.argv[1:]
    command = [sys.executable, f"{gold}/score.py", "--gold", f"{gold}/gold", "--annotations", annotations, "--ledger", ledger]
    done = subprocess.run([*command, "--json"], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"the scorer failed:\n{done.stderr}")
    figures = json.loads(done.stdout)
    for name in sorted(figures):
        print(f"{name:18}", "  ".join(f"{key}={value}" for key, value in figures[name].items()))
    below = 0
    for name, floor in floors():
        row = figures.get(name, {})
        value = next((row[key] for key in ("F1", "share", "jaccard") if key in row), 0)
        if value < floor:
            below += 1
            print(f"{name}: {value} is below its floor of {floor}")
    sys.exit(1 if below and "--floors" in rest else 0)


def floors():
    """The rows `"name" = number` of ci/floors.toml."""
    for line in (pathlib.Path(__file__).parent / "floors.toml").read_text().splitlines():
        name, _, value = line.partition("=")
        if value and not line.startswith("#"):
            yield name.strip().strip('"'), float(value)


if __name__ == "__main__":
    main()
