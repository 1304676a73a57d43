"""The command line: thin."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from rashomon.config import Config
from rashomon.pipeline import compare_pages
from rashomon.read.files import read_pages
from rashomon.report.json import to_json


def main(argv: list[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    parser = argparse.ArgumentParser(prog="rashomon")
    commands = parser.add_subparsers(dest="command", required=True)
    compare = commands.add_parser("compare")
    compare.add_argument("paths", nargs="+")
    compare.add_argument("--json")
    arguments = parser.parse_args(argv)
    config = Config()
    comparison = compare_pages(read_pages(arguments.paths, config.read), config)
    if arguments.json:
        Path(arguments.json).write_text(to_json(comparison, config), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
