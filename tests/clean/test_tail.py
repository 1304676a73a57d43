"""Where the tail of a page begins."""

from __future__ import annotations

from rashomon.clean.lines import Line
from rashomon.clean.roles import assign_roles
from rashomon.clean.words import phrases

TEXT = [
    "The harbour tells of its boats on three networks, and most people read them on Monday morning.",
    "How many read what is counted by the harbour itself, which publishes the figures every spring.",
    "The table shows the figures of the last year in thousands, as the harbour master has them.",
]


def test_the_name_of_a_network_in_a_table_opens_no_tail() -> None:
    cells = ["Network", "Readers", "YouTube", "12.5 thousand readers", "Instagram", "31.0 thousand readers"]
    last = "Next year the harbour will count again."
    lines = [*map(Line, TEXT), *(Line(cell, "cell") for cell in cells), Line(last)]
    judged = assign_roles(lines, None, phrases("en"))
    assert [j.kept for j in judged if "thousand readers" in j.text or j.text == last] == [True] * 3


def test_comments_open_the_tail() -> None:
    lines = [*map(Line, TEXT), Line("Comments"), Line("First!"), Line("Nice boats you have there, harbour.")]
    judged = assign_roles(lines, None, phrases("en"))
    assert [j.kept for j in judged] == [True] * 3 + [False] * 3
