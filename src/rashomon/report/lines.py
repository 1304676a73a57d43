"""A cleaned page for the eye and for programs: its article, or every line of it with role and reason."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict

from rich.console import Console
from rich.text import Text

from rashomon.report.json import document_value, spelled
from rashomon.report.wording import shorten
from rashomon.types import CleanedPage, Document, PageLine

#: Widths of columns on a terminal, and of the reason where there is room for it.
_ROLE, _REASON, _NARROW = 12, 44, 100
_FIELD = 11
KEPT, APART, DROPPED = "+", "=", "-"
_STYLES = {KEPT: "green", APART: "cyan", DROPPED: "red"}
#: A page must not move the cursor or change the colours of the terminal, nor open columns of its own.
_UNFIT = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_TOLD = ("title", "outlet", "agency", "authors", "published", "modified", "language", "url")


def to_json_line(cleaned: CleanedPage) -> str:
    """One JSON object in one line: the document as in comparison.json, captions with places, all lines."""
    value = {
        "schema": "rashomon.page/1",
        **document_value(cleaned.document),
        "captions": [asdict(caption) for caption in cleaned.document.captions],
        "lines": [asdict(line) for line in cleaned.lines],
    }
    return spelled(json.dumps(value, ensure_ascii=False, allow_nan=False)) + "\n"


def article_text(document: Document) -> str:
    """What is known of a page, each value with where it was read, and the text beneath."""
    head = (f"{name:{_FIELD}}{value}" for name, value in _head(document))
    return "\n".join((*head, "", *map(one_line, document.text.split("\n")))) + "\n"


def _head(document: Document) -> Iterator[tuple[str, str]]:
    yield "source", one_line(document.source)
    read = {told.field: told for told in document.provenance}
    for name in _TOLD:
        value = getattr(document, name)
        if value:
            told = "; ".join(value) if isinstance(value, tuple) else value
            where = f"  ({one_line(read[name].source)}, {read[name].confidence})" if name in read else ""
            yield name, f"{one_line(told)}{where}"


def line_rows(cleaned: CleanedPage) -> Iterator[str]:
    """Tab-separated: source, + (kept), = (held apart) or - (dropped), role, reason, text."""
    for line in cleaned.lines:
        yield "\t".join(
            map(one_line, (cleaned.document.source, mark(line), line.role, line.reason, line.text))
        )


def print_lines(cleaned: CleanedPage, console: Console) -> None:
    """One row of the terminal for each line of the page, in colour; the reason where there is room."""
    console.print(Text(one_line(cleaned.document.source), style="bold"), soft_wrap=True)
    reason = _REASON if console.width >= _NARROW else 0
    room = max(20, console.width - _ROLE - reason - 2)
    for line in cleaned.lines:
        row = Text.assemble((f"{mark(line)} {line.role:{_ROLE}}", _STYLES[mark(line)]))
        if reason:
            row.append(f"{shorten(one_line(line.reason), reason - 2):{reason}}", style="dim")
        row.append(shorten(one_line(line.text), room), style="" if line.kept else "dim")
        console.print(row, soft_wrap=True)


def mark(line: PageLine) -> str:
    """What became of a line: in the text, held apart, or dropped."""
    if line.kept:
        return KEPT
    return APART if line.role == "caption" else DROPPED


def one_line(text: str) -> str:
    """A text on one line, that no terminal acts on."""
    return harmless(" ".join(text.split()))


def harmless(text: str) -> str:
    """A text without what a terminal acts on: controls but line ends, turns of direction, half pairs."""
    return _UNFIT.sub("\ufffd", text)
