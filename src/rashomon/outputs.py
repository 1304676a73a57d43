"""What a comparison can be written as: the one list that the command line and the Python API go by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from rashomon.bundle import make_bundle
from rashomon.config import Config
from rashomon.errors import OutputError
from rashomon.report.annotations import to_annotations
from rashomon.report.claims import to_schema_org
from rashomon.report.files import check_writable, make_folder, write_whole
from rashomon.report.html import to_html
from rashomon.report.json import to_json, to_value
from rashomon.report.load import from_value
from rashomon.report.markdown import to_markdown
from rashomon.report.tables import NO_PARQUET, Table, make_tables, to_csv, to_parquet
from rashomon.report.tei import to_tei
from rashomon.types import Comparison, Page

#: The whole result.
RESULT = "json"
#: What is written from the comparison itself, as one file.
REPORTS: Mapping[str, tuple[str, Callable[[Comparison], str]]] = {
    "html": ("the report", to_html),
    "markdown": ("a brief for pasting", to_markdown),
}
#: The one zip with everything that proves a result.
BUNDLE = "bundle"
#: What is written from the result as JSON has it, so that an old result can be exported too: one file ...
EXPORTS: Mapping[str, tuple[str, Callable[[Mapping[str, Any]], str]]] = {
    "annotations": ("W3C Web Annotations (JSON-LD)", to_annotations),
    "schema-org": ("schema.org claims and quotations (JSON-LD)", to_schema_org),
    "tei": ("the utterances as a critical apparatus (TEI P5)", to_tei),
}
#: ... or a folder with a file a table.
TABLES: Mapping[str, tuple[str, Callable[[Table], str | bytes]]] = {
    "csv": ("tables as CSV", to_csv),
    "parquet": ("tables as Parquet, with the extra 'tables'", to_parquet),
}
#: Every way to write a comparison, as the command line names it.
KINDS = (RESULT, *REPORTS, *EXPORTS, *TABLES, BUNDLE)


@dataclass(frozen=True, slots=True)
class Made:
    """A comparison with what it was made from and by."""

    comparison: Comparison
    pages: Sequence[Page]
    config: Config


def check_targets(targets: Mapping[str, str]) -> None:
    """Raise OutputError now, before long work, where a kind's target (a path, or "-") cannot be written."""
    if list(targets.values()).count("-") > 1:
        raise OutputError("only one result can go to standard output")
    for kind, target in targets.items():
        if kind in TABLES:
            _check_folder(target, kind)
        elif kind == BUNDLE and target == "-":
            raise OutputError("a bundle goes to a file")
        else:
            check_writable(target)


def _check_folder(target: str, kind: str) -> None:
    folder = Path(target)
    if kind == "parquet" and not find_spec("pyarrow"):
        raise OutputError(NO_PARQUET)
    if target == "-":
        raise OutputError(f"{kind} needs a folder")
    if folder.exists() and not folder.is_dir():
        raise OutputError(f"{target} is no folder")
    check_writable(str(folder / "documents") if folder.is_dir() else target)


def write_targets(made: Made, targets: Mapping[str, str]) -> None:
    """Write a comparison in each way asked for, each file whole or not at all."""
    comparison, config = made.comparison, made.config
    if RESULT in targets:
        write_whole(targets[RESULT], to_json(comparison, config))
    _write_reports(comparison, targets)
    if BUNDLE in targets:
        write_whole(targets[BUNDLE], make_bundle(comparison, made.pages, config))
    if any(kind in targets for kind in (*EXPORTS, *TABLES)):
        _write_exports(to_value(comparison, config), targets)


def write_result(value: Mapping[str, Any], targets: Mapping[str, str]) -> None:
    """Write a result, parsed and valid, in each way asked for that needs no more than it."""
    if any(kind in targets for kind in REPORTS):
        _write_reports(from_value(value), targets)
    _write_exports(value, targets)


def _write_reports(comparison: Comparison, targets: Mapping[str, str]) -> None:
    for kind, (_, report) in REPORTS.items():
        if kind in targets:
            write_whole(targets[kind], report(comparison))


def _write_exports(value: Mapping[str, Any], targets: Mapping[str, str]) -> None:
    for kind, (_, export) in EXPORTS.items():
        if kind in targets:
            write_whole(targets[kind], export(value))
    wanted = [(targets[kind], kind, write) for kind, (_, write) in TABLES.items() if kind in targets]
    if wanted:
        tables = make_tables(value)
        for folder, kind, write in wanted:
            _write_tables(tables, Path(folder), kind, write)


def _write_tables(
    tables: Iterable[Table], folder: Path, kind: str, write: Callable[[Table], str | bytes]
) -> None:
    files = {table.name: write(table) for table in tables}
    make_folder(folder)
    for name, content in files.items():
        write_whole(str(folder / f"{name}.{kind}"), content)
