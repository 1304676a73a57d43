"""Write the reference of the command line and of the Python names into docs/reference.

    python scripts/write_reference.py

Both are read from the code, so that they cannot say anything else; tests/test_docs.py holds it.
"""

from __future__ import annotations

import argparse
import inspect
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import ModuleType

import rashomon
from rashomon import types
from rashomon.cli import EXIT_CODES, make_parser

DOCS = Path(__file__).parent.parent / "docs"


def cli_reference() -> str:
    """Every command with its arguments and options, as Markdown."""
    parser = make_parser()
    lines = ["# The command line", "", str(parser.description), "", *_commands("rashomon", parser)]
    return "\n".join([*lines, "## Exit codes", "", EXIT_CODES.removeprefix("exit codes: "), ""])


def _commands(name: str, parser: argparse.ArgumentParser) -> Iterator[str]:
    subparsers = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
    for several in subparsers:
        for command, inner in several.choices.items():
            yield from _commands(f"{name} {command}", inner)
    if not subparsers:
        yield from (f"## {name}", "", f"    {_usage(name, parser)}", "", str(parser.description), "")
        yield from ("| | |", "|---|---|")
        told = [action for action in parser._actions if action.dest != "help"]
        for action in sorted(told, key=lambda a: bool(a.option_strings)):
            yield f"| `{_name(action)}` | {_help(action)} |"
        yield ""


def _usage(name: str, parser: argparse.ArgumentParser) -> str:
    told = [action for action in parser._actions if action.dest != "help"]
    positional = [_name(action) for action in told if not action.option_strings]
    options = [_name(a) if a.required else f"[{_name(a)}]" for a in told if a.option_strings]
    return " ".join([name, *positional, *options])


def _name(action: argparse.Action) -> str:
    metavar = str(action.metavar or action.dest.upper())
    if action.option_strings:
        return " ".join([action.option_strings[0], *([metavar] if action.nargs != 0 else [])])
    return {"+": f"{metavar}...", "*": f"[{metavar}...]", "?": f"[{metavar}]"}.get(str(action.nargs), metavar)


def _help(action: argparse.Action) -> str:
    return (action.help or "") % {"default": action.default}


def api_reference() -> str:
    """The functions, errors and values of the package, with their docstrings, as Markdown."""
    offered = {name: getattr(rashomon, name) for name in sorted(rashomon.__all__)}
    functions = {name: value for name, value in offered.items() if inspect.isfunction(value)}
    errors = {n: v for n, v in offered.items() if inspect.isclass(v) and issubclass(v, Exception)}
    lines = [
        "# The Python names",
        "",
        "What `import rashomon` offers. All of it is typed.",
        "",
        "## Functions",
        "",
    ]
    for name, function in functions.items():
        lines += [f"### rashomon.{name}", "", f"    {name}{_signature(function)}", "", *_doc(function), ""]
    lines += ["## Errors", ""]
    lines += [f"- `rashomon.{name}`: {' '.join(_doc(error))}" for name, error in errors.items()]
    return "\n".join([*lines, "", "## Values", "", *_values(types)])


def _signature(function: object) -> str:
    # As it is written in the source: without the modules that annotations come from.
    return re.sub(r"'", "", str(inspect.signature(function)))  # type: ignore[arg-type]


def _doc(value: object) -> list[str]:
    return (inspect.getdoc(value) or "").splitlines()


def _values(module: ModuleType) -> Iterator[str]:
    yield "Everything that flows, frozen, in the order in which it comes about (`rashomon.types`)."
    yield ""
    for name, value in vars(module).items():
        if inspect.isclass(value) and is_dataclass(value) and value.__module__ == module.__name__:
            yield from (f"### {name}", "", *_doc(value), "")
            yield from (f"- `{field.name}`: `{field.type}`" for field in fields(value))
            yield ""


def main() -> None:
    """Write both files."""
    (DOCS / "reference").mkdir(exist_ok=True)
    (DOCS / "reference" / "cli.md").write_text(cli_reference(), "utf-8")
    (DOCS / "reference" / "python.md").write_text(api_reference(), "utf-8")


if __name__ == "__main__":
    main()
