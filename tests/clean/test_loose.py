"""Lines that are no paragraph, by the weight of many weak signs."""

from __future__ import annotations

import pytest

from rashomon.clean.judged import Judged, Page
from rashomon.clean.lines import Kind, Line, look
from rashomon.clean.loose import weighed
from rashomon.clean.words import phrases
from rashomon.lineroles import LineRole

LEAD = "The ferry stayed in port on Monday because of the wind, the harbour master said."
NEXT = "It had been due in Oslo in the evening with two hundred passengers on board, most of them pupils."
TITLE = "ferry stays in port as wind rises"

Told = tuple[str, LineRole, Kind, float]
BODY: list[Told] = [(LEAD, "body", "text", 0.0), (NEXT, "body", "text", 0.1)]
GONE: Told = ("Share", "share", "text", 0.0)


def items(*texts: str, linked: float = 0.0, role: LineRole = "list", kind: Kind = "item") -> list[Told]:
    return [(text, role, kind, linked) for text in texts]


#: The lines beneath or between paragraphs, whether each is kept.
PAGES: list[tuple[str, list[Told], list[bool]]] = [
    ("tags beneath the text", [*BODY, *items("Boats", "Storms", "Norway")], [False] * 3),
    ("a list inside", [*BODY, *items("an anchor", "a sail", "a flag"), *BODY], [True] * 3),
    (
        "linked entries inside",
        [*BODY, *items("an anchor", "a sail", "a flag", linked=0.3), *BODY],
        [False] * 3,
    ),
    ("a heading inside", [*BODY, *items("The night", role="subhead", kind="head"), *BODY], [True]),
    ("a question of an interview", [*BODY, *items("And now?", role="subhead", kind="text"), *BODY], [True]),
    (
        "a list of figures at the end",
        [*BODY, *items("Oslo: 4 boats", "Kiel: 12", "Riga: 7 boats")],
        [True] * 3,
    ),
    (
        "an announced list at the end",
        [
            *BODY,
            ("The town names the boats that may sail on Monday:", "body", "text", 0.0),
            *items("Anna", "Berta"),
        ],
        [True, True, True],
    ),
    (
        "between furniture beneath the text",
        [*BODY, GONE, *items("Our sites", role="subhead", kind="text"), GONE],
        [False],
    ),
    (
        "the cells of a small table",
        [*BODY * 9, *items("Anna", "12", "Berta", role="table", kind="cell"), *BODY],
        [True, False, True],
    ),
    (
        "the cells of a large table",
        [*BODY, *items("Anna of Oslo", "12", "Berta of Kiel", "7", role="table", kind="cell"), *BODY],
        [True] * 4,
    ),
]


@pytest.mark.parametrize(("lines", "kept"), [case[1:] for case in PAGES], ids=[case[0] for case in PAGES])
def test_signs_add_up(lines: list[Told], kept: list[bool]) -> None:
    page: Page = [Judged(look(Line(text, kind, linked)), role, "told") for text, role, kind, linked in lines]
    result = weighed(page, TITLE, phrases("en"))
    assert [j.kept for j, told in zip(result, lines, strict=True) if told not in (*BODY, GONE)] == kept


def test_the_reason_tells_the_signs_and_their_weight() -> None:
    page: Page = [
        Judged(look(Line(text, kind, linked)), role, "told") for text, role, kind, linked in PAGES[0][1]
    ]
    assert weighed(page, TITLE, phrases("en"))[3].reason == "item, beneath the text, in a run: 3.5 of 2.5"


def test_a_page_of_nothing_is_survived() -> None:
    assert weighed([], None, phrases("en")) == []
