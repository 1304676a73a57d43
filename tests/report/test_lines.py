from __future__ import annotations

import io
import json

from rich.console import Console

from rashomon.report.lines import article_text, line_rows, print_lines, to_json_line
from rashomon.types import Block, Caption, CleanedPage, Document, PageLine, Place, Provenance

DOCUMENT = Document(
    "d1",
    "a\tb.html",
    "0" * 64,
    title="Ferry stays in port",
    authors=("Ann Lee", "Bob Ray"),
    text="Ferry stays in port\n\nThe wind \x1b[31mrose.",
    blocks=(Block(0, 19, "headline", (Place(4, 23),)), Block(21, 35, "body", (Place(30, 44, True),))),
    captions=(Caption("The ferry.", (Place(50, 60),)),),
    provenance=(Provenance("title", "Ferry stays in port", "h1", "shown"),),
)
LINES = (
    PageLine("Ferry stays in port", "headline", "the title of the page", True),
    PageLine("The ferry.", "caption", "stands under a picture", False),
    PageLine("Share\tthis", "share", "a button", False),
    PageLine("The wind \x1b[31mrose.", "body", "nothing speaks against it", True),
)
CLEANED = CleanedPage(DOCUMENT, LINES)


def test_article_with_where_each_value_was_read() -> None:
    assert article_text(DOCUMENT).splitlines() == [
        "source     a b.html",
        "title      Ferry stays in port  (h1, shown)",
        "authors    Ann Lee; Bob Ray",
        "",
        "Ferry stays in port",
        "",
        "The wind \ufffd[31mrose.",
    ]


def test_rows_have_five_columns_whatever_a_line_holds() -> None:
    rows = [row.split("\t") for row in line_rows(CLEANED)]
    assert [len(row) for row in rows] == [5] * 4
    assert [row[1] for row in rows] == ["+", "=", "-", "+"]
    assert rows[2] == ["a b.html", "-", "share", "a button", "Share this"]


def test_one_object_in_one_line() -> None:
    line = to_json_line(CLEANED)
    assert line.count("\n") == 1
    value = json.loads(line)
    assert value["schema"] == "rashomon.page/1"
    assert value["blocks"][1]["places"] == [{"start": 30, "end": 44, "ambiguous": True}]
    assert value["captions"][0]["places"] == [{"start": 50, "end": 60, "ambiguous": False}]
    assert value["lines"][2] == {"text": "Share\tthis", "role": "share", "reason": "a button", "kept": False}


def test_a_terminal_shows_roles_and_reasons_where_there_is_room() -> None:
    for width, room in ((120, True), (60, False)):
        out = io.StringIO()
        print_lines(CLEANED, Console(file=out, width=width, force_terminal=True))
        shown = out.getvalue()
        assert "headline" in shown
        assert ("a button" in shown) == room
        assert "[31mrose" not in shown.replace("\ufffd[31mrose", "")
