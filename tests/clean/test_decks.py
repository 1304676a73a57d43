"""The deck of a page of HTML, which stands outside what is taken for its article."""

from __future__ import annotations

import pytest

from rashomon.clean import clean
from rashomon.types import Page

TITLE = "Ferry stays in port as wind rises over the bay"
DECK = "Two hundred pupils have to wait for the evening boat, and the harbour master blames the wind."
CAPTION = "The ferry lies at the quay of the old harbour on Monday afternoon, in wind and rain."
BODY = [
    "The ferry stayed in port on Monday because of the wind, the harbour master said in the afternoon.",
    "It had been due in Oslo in the evening with two hundred passengers on board, most of them pupils.",
    "“We will sail when the wind drops,” the captain told passengers who waited in the hall for news.",
    "The harbour was last shut for two days in March, when a storm took the roof off the old terminal.",
]

#: What stands between headline and article, what the page is described by, its deck.
HEADS: list[tuple[str, list[str], str, str | None]] = [
    ("above the byline", [DECK, "By Ann Lee", "May 4, 2021"], CAPTION, DECK),
    ("described", ["May 4, 2021", DECK, "Listen"], DECK, DECK),
    ("under the headline", [DECK, "Listen to this report"], "", DECK),
    ("the description is the title", ["Listen to this report"], TITLE, None),
    ("a caption above the byline", [CAPTION, "Photo: Ann Lee", "By Bob Ray"], "", None),
    ("nothing", ["By Ann Lee"], "", None),
]


@pytest.mark.parametrize(("head", "description", "deck"), [c[1:] for c in HEADS], ids=[c[0] for c in HEADS])
def test_the_deck(head: list[str], description: str, deck: str | None) -> None:
    above = "".join(f"<div>{line}</div>" for line in head)
    article = "".join(f"<p>{line}</p>" for line in BODY)
    html = (
        f'<html><head><title>{TITLE}</title><meta name="description" content="{description}"></head>'
        f"<body><header><h1>{TITLE}</h1>{above}</header><article>{article}</article></body></html>"
    )
    document = clean(Page("a.html", html.encode(), "text/html"))
    found = [document.text[b.start : b.end] for b in document.blocks if b.role == "deck"]
    assert found == ([deck] if deck else [])
    assert all(line in document.text for line in BODY)
