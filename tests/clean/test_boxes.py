"""Pictures, boxes and lists of links: what the lines beside a line give away."""

from __future__ import annotations

import pytest

from rashomon.clean.boxes import (
    announces_address,
    beside_pictures,
    dated_headlines,
    mostly_links,
    offers,
    short_cells,
    siblings,
    story_boxes,
)
from rashomon.clean.judged import Judged, Page, Pass
from rashomon.clean.lines import Kind, Line, look
from rashomon.clean.words import phrases
from rashomon.lineroles import LineRole

LEAD = "The ferry stayed in port on Monday because of the wind, the harbour master said."
NEXT = "It had been due in Oslo in the evening with two hundred passengers on board, most of them pupils."
PICTURE = "The ferry at the quay of the old harbour"

#: A line as told here: text, role, kind of element, share that is a link.
Told = tuple[str, LineRole, Kind, float]
BODY: list[Told] = [(LEAD, "body", "text", 0.0), (NEXT, "body", "text", 0.1)]
CREDIT: Told = ("Photo: Ann Lee", "caption", "text", 0.0)
LINK: Told = ("Ferry firm fined over late boats", "related", "item", 1.0)


def page(lines: list[Told]) -> Page:
    return [Judged(look(Line(text, kind, linked)), role, "told") for text, role, kind, linked in lines]


#: A pass, the lines, the role of each line behind it.
PAGES: list[tuple[str, Pass, list[Told], list[str]]] = [
    (
        "a line above a credit inside the article",
        beside_pictures,
        [*BODY, (PICTURE, "subhead", "text", 0.0), CREDIT],
        ["body", "body", "caption", "caption"],
    ),
    (
        "a heading above a picture",
        beside_pictures,
        [*BODY, (PICTURE, "subhead", "head", 0.0), CREDIT],
        ["body", "body", "subhead", "caption"],
    ),
    (
        "a short line above a picture",
        beside_pictures,
        [*BODY, ("The old harbour", "subhead", "text", 0.0), CREDIT],
        ["body", "body", "subhead", "caption"],
    ),
    (
        "half a link",
        mostly_links,
        [*BODY, ("Read this | Ferry firm fined", "subhead", "text", 0.6)],
        ["body", "body", "related"],
    ),
    (
        "a linked name in a line",
        mostly_links,
        [*BODY, ("The ferry firm in figures", "subhead", "text", 0.2)],
        ["body", "body", "subhead"],
    ),
    (
        "a linked sentence",
        mostly_links,
        [(LEAD, "body", "text", 0.9), (NEXT, "body", "text", 0.6)],
        ["body", "body"],
    ),
    (
        "one entry of a list of links without its link",
        siblings,
        [*BODY, LINK, ("Town sells two buses", "list", "item", 0.0), LINK],
        ["body", "body", "related", "related", "related"],
    ),
    (
        "a list of the article with one link",
        siblings,
        [*BODY, LINK, ("two buses", "list", "item", 0.0), ("a tram", "list", "item", 0.0)],
        ["body", "body", "related", "list", "list"],
    ),
    (
        "a menu set as a table",
        short_cells,
        [
            *BODY,
            *((name, "table", "cell", 0.0) for name in ("News", "Sport", "Ports", "Art", "Food", "Weather")),
        ],
        ["body", "body", *["links"] * 6],
    ),
    (
        "a calendar",
        short_cells,
        [*BODY, *((str(day), "table", "cell", 0.0) for day in range(1, 32))],
        ["body", "body", *["links"] * 31],
    ),
    (
        "a table of data",
        short_cells,
        [
            *BODY,
            *((cell, "table", "cell", 0.0) for cell in ("Port", "Ferries", "Oslo", "121", "Kiel", "1,204")),
        ],
        ["body", "body", *["table"] * 6],
    ),
    (
        "the box of another story",
        story_boxes,
        [
            BODY[0],
            ("Ferry firm fined over late boats", "subhead", "head", 0.0),
            ("The court of Kiel found it had sailed late all year.", "body", "text", 0.0),
            ("Read more: Ferry firm fined over late boats", "related", "text", 1.0),
            BODY[1],
        ],
        ["body", "related", "related", "related", "body"],
    ),
    (
        "a section of a live blog with its link",
        story_boxes,
        [("Ferry firm fined over late boats", "subhead", "head", 0.0), *BODY, *BODY, LINK],
        ["subhead", "body", "body", "body", "body", "related"],
    ),
    (
        "an offer to subscribers and its second list",
        offers,
        [
            BODY[0],
            ("All news of the harbour", "list", "item", 0.0),
            ("Unlimited access", "promo", "item", 0.0),
            ("Create an account to read on.", "body", "text", 0.0),
            ("Two more articles a month.", "list", "item", 0.0),
            BODY[1],
            ("A list of the article.", "list", "item", 0.0),
        ],
        ["body", "promo", "promo", "promo", "promo", "body", "list"],
    ),
    (
        "a list right beneath a line that asks to subscribe",
        offers,
        [
            ("Subscribe now", "promo", "text", 0.0),
            *((text, "list", "item", 0.0) for text in ("All news.", "The paper every morning.", "Puzzles.")),
            BODY[0],
        ],
        ["promo", "promo", "promo", "promo", "body"],
    ),
    (
        "an offer above the article's own list",
        offers,
        [("Subscribe now", "promo", "text", 0.0), ("The ferry is late.", "list", "item", 0.0), *BODY],
        ["promo", "list", "body", "body"],
    ),
    (
        "an address and what announces it",
        announces_address,
        [
            *BODY,
            ("Tell us what you think:", "body", "text", 0.0),
            ("post@harbour.example", "links", "text", 0.0),
        ],
        ["body", "body", "promo", "links"],
    ),
    (
        "headlines with days of their own above them",
        dated_headlines,
        [
            *BODY,
            ("12 May 2021, 10:15", "timestamp", "text", 0.0),
            ("Town hall gets a new roof", "subhead", "text", 0.0),
            ("11 May 2021, 09:20", "timestamp", "text", 0.0),
            ("Will the school open in June?", "body", "text", 0.0),
            ("10.05.2021 18:00", "label", "text", 0.0),
            ("Bus fares rise by a tenth", "subhead", "text", 0.0),
        ],
        ["body", "body", "timestamp", "related", "timestamp", "related", "label", "related"],
    ),
    (
        "the entries of a live blog",
        dated_headlines,
        [
            *BODY,
            ("10:30", "label", "text", 0.0),
            ("The first ferry has left the port", "subhead", "text", 0.0),
            ("10:15", "label", "text", 0.0),
            ("Storm warning lifted in the bay", "subhead", "text", 0.0),
            ("10:05", "label", "text", 0.0),
        ],
        ["body", "body", "label", "subhead", "label", "subhead", "label"],
    ),
    (
        "a post and what announces it",
        announces_address,
        [*BODY, ("He wrote:", "body", "text", 0.0), ("“All well.”", "body", "quote", 0.0)],
        ["body", "body", "body", "body"],
    ),
]


@pytest.mark.parametrize(("step", "lines", "roles"), [c[1:] for c in PAGES], ids=[c[0] for c in PAGES])
def test_neighbours_give_a_line_away(step: Pass, lines: list[Told], roles: list[str]) -> None:
    assert [judged.role for judged in step(page(lines), None, phrases("en"))] == roles


@pytest.mark.parametrize(
    "step",
    [
        announces_address,
        beside_pictures,
        dated_headlines,
        mostly_links,
        offers,
        short_cells,
        siblings,
        story_boxes,
    ],
)
def test_a_page_of_nothing_is_survived(step: Pass) -> None:
    assert step([], None, phrases("en")) == []
