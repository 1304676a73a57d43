"""Extracted text: its lines, hard wraps, bullets, boxes run into a sentence."""

from __future__ import annotations

import pytest

from rashomon.clean.text import lines_of, without_inline_boxes
from rashomon.clean.words import phrases

WRAPPED = """The ferry company said on Monday that all of its boats
would stay in port until the storm had passed, which
the weather service expects to be the case on Friday
morning at the latest, when the wind will have turned
to the west and the waves will be under two metres of
height again, the mayor of the town said."""


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("One line.", [("One line.", "text")]),
        ("One.\nTwo.\n\nThree.", [("One.", "text"), ("Two.", "text"), ("Three.", "text")]),
        ("# Ferries\n\n• stay in port", [("Ferries", "head"), ("stay in port", "item")]),
        ("- a quotation may begin so", [("- a quotation may begin so", "text")]),
        ("1. the first of many", [("1. the first of many", "text")]),
        ("«Паром стоит»", [("«Паром стоит»", "text")]),
    ],
)
def test_lines_and_their_kinds(text: str, lines: list[tuple[str, str]]) -> None:
    assert [(line.text, line.kind) for line in lines_of(text)] == lines


def test_hard_wraps_are_joined() -> None:
    assert [line.text for line in lines_of(WRAPPED)] == [WRAPPED.replace("\n", " ")]


def test_a_hyphen_at_the_end_of_a_line_joins_a_word() -> None:
    wrapped = WRAPPED.replace("which\nthe weather", "which the wea-\nther")
    assert "the wea-ther service" in lines_of(wrapped)[0].text


def test_short_lines_are_no_wraps() -> None:
    assert len(lines_of("Ferries\nstay\nin\nport\ntoday\nsay\nfirms")) == 7


def test_a_box_run_into_a_sentence_is_taken_out() -> None:
    line = lines_of("Captain Ann Lee Ann Mary LeeFerries stay in port Storm passes MORE said on Monday.")
    assert [found.text for found in without_inline_boxes(line, phrases("en"))] == [
        "Captain Ann Lee said on Monday."
    ]
