"""Lists of a news report: those it tells stay, boxes of facts go."""

from __future__ import annotations

import pytest

from rashomon.clean import clean
from rashomon.types import Page

PARAGRAPH = (
    "<p>The ferry number {} stayed in port on Monday because of the wind, the harbour master said.</p>"
)
FACTS = "<ul><li>Length: 90 metres</li><li>Built in Gdansk</li><li>Top speed 18 knots</li></ul>"


def _text(kind: str, above: str, paragraphs: int = 10) -> str:
    body, rest = ("".join(PARAGRAPH.format(i) for i in range(n, n + paragraphs)) for n in (0, 100))
    head = f'<script type="application/ld+json">{{"@type": "{kind}", "headline": "Ferries stay"}}</script>'
    html = f"<html><head>{head}<title>Ferries stay</title></head><body><article><h1>Ferries stay</h1>"
    return clean(
        Page("a", f"{html}{body}{above}{FACTS}{rest}</article></body></html>".encode(), "text/html")
    ).text


@pytest.mark.parametrize(
    ("kind", "above", "stays"),
    [
        ("NewsArticle", "", False),
        ("ReportageNewsArticle", "<h3>The ship</h3>", False),
        ("NewsArticle", "<p>What is known of the ship so far, the owner said:</p>", True),
        ("BlogPosting", "", True),
    ],
)
def test_lists_of_a_report(kind: str, above: str, stays: bool) -> None:
    assert ("Top speed 18 knots" in _text(kind, above)) is stays


def test_a_short_article_keeps_its_list() -> None:
    assert "Top speed 18 knots" in _text("NewsArticle", "", paragraphs=3)
