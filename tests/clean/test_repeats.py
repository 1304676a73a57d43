"""Lines told twice: a second copy of an article goes, a refrain stays."""

from __future__ import annotations

from rashomon.clean.lines import Line
from rashomon.clean.roles import assign_roles
from rashomon.clean.words import phrases

ARTICLE = [
    f"The ferry number {number} stayed in port on {day} because of the wind, its captain said."
    for number, day in enumerate(("Monday", "Tuesday", "Thursday", "Friday", "Sunday"), 1)
]


def kept(lines: list[str]) -> list[bool]:
    return [j.kept for j in assign_roles([Line(text) for text in lines], None, phrases("en"))]


def test_an_article_printed_twice_is_told_once() -> None:
    assert kept([*ARTICLE, *ARTICLE]) == [True] * 5 + [False] * 5


def test_lines_that_come_again_in_another_order_stay_where_much_repeats() -> None:
    assert all(kept([*ARTICLE, *ARTICLE[::-1]]))


def test_one_paragraph_printed_twice_is_told_once() -> None:
    assert kept([*ARTICLE, ARTICLE[1]]) == [True] * 5 + [False]
