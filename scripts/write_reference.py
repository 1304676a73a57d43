"""Write the reference of the command line, the Python names, the result, its tables and the settings.

    python scripts/write_reference.py

All of it is read from the code, so that it cannot say anything else; tests/test_docs.py holds it.
"""

from __future__ import annotations

import argparse
import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import rashomon
from rashomon import config, types
from rashomon.cli import EXIT_CODES, make_parser
from rashomon.report.schema import load_schema
from rashomon.report.tables import make_tables

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


def result_reference() -> str:
    """Every key of a result, as its schema describes it, as Markdown."""
    schema = load_schema()
    lines = ["# The result", "", f"`{schema['title']}`: {schema['description']}", "", _BESIDE, ""]
    lines += [*_keys(schema), "", "## Kinds of values", ""]
    for name, told in schema["$defs"].items():
        lines += [f"### {name}", "", *_shape(told), ""]
    lines += ["## Tables", "", _TABLES, ""]
    for table in make_tables({"documents": [], "stories": []}):
        columns = ", ".join(
            f"`{name}`" + ("" if kind == "text" else f" ({kind})") for name, kind in table.columns
        )
        lines.append(f"- **{table.name}**: {columns}")
    return "\n".join([*lines, ""])


_BESIDE = """\
The schema itself lies in the package as `rashomon/report/schema.json`; every result is valid under it.
A key marked with * is always there."""
_TABLES = """\
What `--csv` and `--parquet` write: a file a table. `story` is the id of the story, `start` and `end` count
code points of the document's `text`. A cell of CSV that a spreadsheet would run as a formula begins with an
apostrophe."""


def _shape(told: Mapping[str, Any]) -> Iterator[str]:
    yield told.get("description", "Text that is not empty.")
    if "enum" in told:
        yield from ("", f"One of {_choices(told)}.")
    if "properties" in told:
        yield from ("", *_keys(told))


def _keys(told: Mapping[str, Any]) -> Iterator[str]:
    yield from ("| key | value | |", "|---|---|---|")
    for key, value in told["properties"].items():
        star = "*" if key in told["required"] else ""
        yield f"| `{key}`{star} | {_kind(value)} | {value['description']} |"


def _kind(value: Mapping[str, Any]) -> str:
    """What a value is, in words; what it may be besides null stands first."""
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        return f"[{name}](#{name})"
    if "anyOf" in value:
        return " or ".join(map(_kind, value["anyOf"]))
    if "enum" in value:
        return _choices(value)
    if "const" in value:
        return f"`{value['const']}`"
    if value["type"] == "array":
        return f"list of {_kind(value['items'])}"
    names = value["type"] if isinstance(value["type"], list) else [value["type"]]
    return " or ".join(names)


def _choices(value: Mapping[str, Any]) -> str:
    return ", ".join(f"`{choice}`" for choice in value["enum"])


def settings_reference() -> str:
    """Every threshold with its value and how it was tuned, as Markdown."""
    lines = ["# The settings", "", _SETTINGS, ""]
    lines_of = inspect.getsource(config).splitlines()
    for part in fields(config.Config):
        shape = type(getattr(config.Config(), part.name))
        lines += [f"## {part.name}", "", *_doc(shape), "", "| | | |", "|---|---|---|"]
        comments = _comments(lines_of, shape.__name__)
        for field in fields(shape):
            value = getattr(shape(), field.name)
            lines.append(f"| `{field.name}` | `{value!r}` | {comments.get(field.name, '')} |")
        lines.append("")
    return "\n".join(lines)


_SETTINGS = """\
The thresholds of a run; they stand in each result under `settings`. They are no options: a result says by
them how it was made, and a change is a change of `config.py`. A row without words goes with the one above."""


def _comments(lines: list[str], shape: str) -> dict[str, str]:
    """The comment above each field of a class, where it has one of its own."""
    start = lines.index(f"class {shape}:")
    comments: dict[str, str] = {}
    told: list[str] = []
    for line in lines[start + 1 :]:
        if line.startswith(("class ", "@")):
            break
        if line.startswith("    #:"):
            told.append(line.removeprefix("    #:").strip())
        elif told and (field := re.match(r"    (\w+):", line)):
            comments[field[1]] = " ".join(told).replace("|", "\\|")
            told = []
    return comments


#: What each file of docs/reference is written by.
PAGES: Mapping[str, Callable[[], str]] = {
    "cli": cli_reference,
    "python": api_reference,
    "result": result_reference,
    "settings": settings_reference,
}


def main() -> None:
    """Write all of them."""
    folder = DOCS / "reference"
    folder.mkdir(exist_ok=True)
    for name, written in PAGES.items():
        (folder / f"{name}.md").write_text(written(), "utf-8")


if __name__ == "__main__":
    main()
