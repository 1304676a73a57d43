"""The roles a line of a page can have, and what each one is."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

LineRole = Literal[
    "headline",
    "deck",
    "subhead",
    "body",
    "list",
    "table",
    "dateline",
    "byline",
    "timestamp",
    "update",
    "agency",
    "caption",
    "credit",
    "label",
    "related",
    "promo",
    "newsletter",
    "ad",
    "share",
    "bio",
    "comments",
    "picker",
    "legal",
    "links",
    "media",
    "code",
    "repeat",
    "site",
    "end",
]

#: What a line of each role is, in words.
MEANINGS: Mapping[LineRole, str] = MappingProxyType(
    {
        "headline": "the title of the article",
        "deck": "what stands between headline and first paragraph and tells the story in a sentence or two",
        "subhead": "a heading inside the article",
        "body": "a paragraph of the article",
        "list": "an entry of a list that belongs to the article",
        "table": "a cell of a table that belongs to the article",
        "dateline": "place, day and agency of a report in a line of their own",
        "byline": "who wrote the article",
        "timestamp": "when the article came out or was changed, or how long it takes to read",
        "update": "a note that the article was changed or corrected, or that it will be",
        "agency": "who sent the report or helped with it: 'Reporting by', 'With material from dpa'",
        "caption": "what a picture shows",
        "credit": "whose picture it is",
        "label": "the name of a section, a rubric or a box; a number or a mark alone",
        "related": "the headline of another story, or what announces such headlines",
        "promo": "what the publisher asks of its readers: to subscribe, donate, follow, write in",
        "newsletter": "the box of a newsletter",
        "ad": "an advertisement or the word for it",
        "share": "a button: share, print, save, play",
        "bio": "who the author is",
        "comments": "the comments of readers and the form for them",
        "picker": "the names of emoji in a row",
        "legal": "copyright, terms, privacy, the imprint",
        "links": "a menu, a row of links, an address",
        "media": "what a player or an embedded post shows, the name of a file",
        "code": "left over of a script, a style or markup",
        "repeat": "what another line tells in the same words",
        "site": "what stands on other pages of the site in the same words",
        "end": "what opens the foot of the page, and all that stands beneath it",
    }
)

#: The roles of the text of an article; captions are kept apart, all other lines go.
TEXT_ROLES: frozenset[LineRole] = frozenset(
    {"headline", "deck", "subhead", "dateline", "body", "list", "table"}
)
