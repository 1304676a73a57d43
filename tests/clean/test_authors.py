"""Who wrote a page: persons of the head, of marked elements, of bylines; no houses, roles, addresses."""

from __future__ import annotations

import json

import pytest

from rashomon.clean import clean
from rashomon.types import Document, Page

BODY = (
    "<p>The ferry stayed in port on Monday because of the wind, the harbour master said.</p>"
    "<p>It had been due in Oslo in the evening with two hundred passengers on board.</p>"
)
SITE = '<meta property="og:site_name" content="Harbour News">'


def page(head: str = "", above: str = "", lang: str = "en") -> Document:
    html = (
        f"<html lang={lang}><head><title>Ferry stays in port</title>{SITE}{head}</head>"
        f"<body><h1>Ferry stays in port</h1>{above}{BODY}</body></html>"
    )
    return clean(Page("a.html", html.encode(), "text/html"))


def ld(author: object) -> str:
    told = {"@type": "NewsArticle", "headline": "Ferry stays in port", "author": author}
    return f'<script type="application/ld+json">{json.dumps(told)}</script>'


@pytest.mark.parametrize(
    ("author", "authors"),
    [
        ("Ann Lee", ("Ann Lee",)),
        ("By Ann Lee", ("Ann Lee",)),
        ("Ann Lee and Bob Ray", ("Ann Lee", "Bob Ray")),
        ("Ann Lee, Bob Ray & Cy Fox", ("Ann Lee", "Bob Ray", "Cy Fox")),
        ("Ann Lee; Bob Ray", ("Ann Lee", "Bob Ray")),
        ("Anna Berg und Karl Holm", ("Anna Berg", "Karl Holm")),
        ("Ann Lee, Political Editor", ("Ann Lee",)),
        ("Ann Lee, Harbour News", ("Ann Lee",)),
        ("Ann Lee | Harbour News", ("Ann Lee",)),
        ("Ann Lee, MD, FRCP", ("Ann Lee",)),
        ("Ann Lee, Reuters", ("Ann Lee",)),
        ("José de la Rey", ("José de la Rey",)),
        ("山田太郎", ("山田太郎",)),
        ("Анна Берг", ("Анна Берг",)),
        ("Reuters", ()),
        ("Harbour News", ()),
        ("ann@harbour.example", ()),
        ("https://harbour.example/ann", ()),
        ("@annlee", ()),
        ("#identity", ()),
        ("admin", ()),
        ("undefined", ()),
        ("annlee", ()),
        ("user83291", ()),
        ("News", ()),
        ([{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Ann Lee"}], ("Ann Lee",)),
        ({"@type": "Organization", "name": "The Newsroom"}, ()),
    ],
)
def test_authors_of_the_head(author: object, authors: tuple[str, ...]) -> None:
    assert page(ld(author)).authors == authors


@pytest.mark.parametrize("agency", ["AFP", "Agence France-Presse"])
def test_an_organization_that_signs_is_the_agency_and_no_author(agency: str) -> None:
    document = page(ld({"@type": "Organization", "name": agency}))
    assert (document.agency, document.authors) == ("AFP", ())


@pytest.mark.parametrize(
    ("above", "lang", "authors"),
    [
        ("<p class=byline>By Ann Lee</p>", "en", ("Ann Lee",)),
        ("<p class=byline>By Ann Lee and Bob Ray</p>", "en", ("Ann Lee", "Bob Ray")),
        ("<a rel=author href=/ann>Ann Lee</a>", "en", ("Ann Lee",)),
        ("<span itemprop=author>Ann Lee</span>", "en", ("Ann Lee",)),
        ("<div class=author-box>By Ann Lee | 4 May 2021</div>", "en", ("Ann Lee",)),
        ("<p class=author>Read more from our newsroom every day</p>", "en", ()),
        ("<div class=comments><span class=author>Ann Lee</span></div>", "en", ()),
    ],
)
def test_authors_that_are_shown(above: str, lang: str, authors: tuple[str, ...]) -> None:
    assert page("", above, lang).authors == authors
