"""Outlet, agency, authors, title and date of a page, and where they stay unknown."""

from __future__ import annotations

import json

import pytest

from rashomon.clean import clean
from rashomon.types import Document, Page, Sidecar

UNTOLD = Sidecar()
BODY = (
    "The ferry stayed in port on Monday because of the wind, the harbour master said.\n\n"
    "It had been due in Oslo in the evening with two hundred passengers on board.\n\n"
    "“We will sail when the wind drops,” the captain told passengers in the hall."
)
PARAGRAPHS = "".join(f"<p>{p}</p>" for p in BODY.split("\n\n"))


def text(before: str = "", after: str = "", sidecar: Sidecar = UNTOLD) -> Document:
    whole = "\n\n".join(filter(None, ("Ferry stays in port as wind rises", before, BODY, after)))
    return clean(Page("a.txt", whole.encode(), "text/plain", sidecar))


def html(head: str = "", before: str = "", after: str = "", sidecar: Sidecar = UNTOLD) -> Document:
    page = (
        f"<html lang=en><head>{head}</head><body>{before}<article>{PARAGRAPHS}</article>{after}</body></html>"
    )
    return clean(Page("a.html", page.encode(), "text/html", sidecar))


def ld(**article: object) -> str:
    told = {"@type": "NewsArticle", "headline": "Ferry stays in port", **article}
    return (
        f'<script type="application/ld+json">{json.dumps({"@graph": [{"@type": "WebSite"}, told]})}</script>'
    )


@pytest.mark.parametrize(
    ("after", "outlet"),
    [
        ("Discover more from Harbour News", "Harbour News"),
        ("© 2021 Harbour News, Inc. All rights reserved.", "Harbour News"),
        ("Copyright © 2021 The Harbour News, LLC.", "The Harbour News"),
        ("Sign up for the Harbour News newsletter", "Harbour News"),
        ("Sign up for Daily Newsletters", None),
        ("Harbour News is committed to bringing you the whole story.", "Harbour News"),
        ("Contact us - Harbour - newsroom@harbour.example - Terms", "Harbour"),
        ("Read more: Ferry firm fined", None),
        ("", None),
    ],
)
def test_the_outlet_from_what_stands_around_the_article(after: str, outlet: str | None) -> None:
    assert text(after=after).outlet == outlet


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ('<meta property="og:site_name" content="Harbour News">', "Harbour News"),
        (ld(publisher={"@type": "Organization", "name": "Harbour News"}), "Harbour News"),
        (
            '<meta property="og:site_name" content="HARBOUR.NET">'
            + ld(publisher={"name": "Harbour Daily News"}),
            "Harbour Daily News",
        ),
        (
            '<meta property="og:site_name" content="harbour.net">'
            + ld(publisher={"name": "Harbour Media GmbH"}),
            "harbour.net",
        ),
        ("<title>Ferry stays in port | Harbour News</title>" + ld(), "Harbour News"),
        ("<title>Ferry - a story of wind</title>", None),
        ('<link rel="canonical" href="https://www.theguardian.com/a">', "The Guardian"),
    ],
)
def test_the_outlet_from_the_head(head: str, outlet: str | None) -> None:
    assert html(head).outlet == outlet


@pytest.mark.parametrize(
    ("before", "after", "agency"),
    [
        ("KIEL (Reuters) - The port was shut at noon, the harbour master said on Monday.", "", "Reuters"),
        ("", "The Associated Press contributed to this report.", "AP"),
        ("", "The port opens again on Tuesday, the town of Kiel said in a note. (dpa)", "dpa"),
        ("", "Reporting by Ann Lee", None),
        ("KIEL, May 4 (NORDPRESS) — The port was shut at noon on Monday, they said.", "", "NORDPRESS"),
        ("KIEL (CNN) — The port was shut at noon on Monday, the harbour master said.", "", None),
        ("By Ann Lee", "The Associated Press contributed to this report.", None),
        ("By Ann Lee", "With files from AFP", None),
        ("By Ann Lee", "The port opens again on Tuesday, the town of Kiel said. (With AFP)", None),
        ("", "The port opens again on Tuesday, the town of Kiel said. (With AFP)", "AFP"),
        ("", "Harbour News' Ilvy Stone and The Associated Press contributed to this report.", None),
        ("", "Contributing: Bob Ray; The Associated Press", None),
        ("By Ann Lee", "The port opens again on Tuesday, the town of Kiel said in a note. (dpa)", "dpa"),
        ("By Ann Lee", "© 2018 The Associated Press. All rights reserved.", "AP"),
        ("By Ann Lee, Associated Press", "", "AP"),
        ("", "The port may open again on Tuesday - if the wind drops, he told Reuters.", None),
        ("", "“No comment,” the captain of the ferry told Reuters on Monday evening.", None),
        ("", "", None),
    ],
)
def test_the_agency(before: str, after: str, agency: str | None) -> None:
    assert text(before, after).agency == agency


def test_the_agency_among_the_authors() -> None:
    assert html('<meta name="author" content="Agence France-Presse">').agency == "AFP"
    after = "<p>The Associated Press contributed to this report.</p>"
    assert html(ld(author={"@type": "Person", "name": "Ann Lee"}), after=after).agency is None


@pytest.mark.parametrize(("byline", "agency"), [("", "dpa"), ("Von Anna Lehmann", None)])
def test_the_agency_whose_material_a_reporter_used(byline: str, agency: str | None) -> None:
    body = (
        "Die Fähre blieb am Montag wegen des Windes im Hafen, sagte der Hafenmeister der Stadt.\n\n"
        "Sie sollte am Abend mit zweihundert Fahrgästen in Oslo ankommen, hieß es weiter."
    )
    whole = "\n\n".join(filter(None, ("Fähre bleibt im Hafen", byline, body, "Mit Material von dpa")))
    assert clean(Page("a.txt", whole.encode(), "text/plain")).agency == agency


def test_the_agency_passed_on_in_the_lead() -> None:
    body = (
        "Паром остался в порту из-за ветра, сообщил в понедельник капитан порта, передает ТАСС.\n\n"
        "Он должен был прийти в Осло вечером, на борту были двести пассажиров."
    )
    assert clean(Page("a.txt", body.encode(), "text/plain")).agency == "ТАСС"


@pytest.mark.parametrize(
    ("before", "authors"),
    [
        ("By Ann Lee and Bob Ray", ("Ann Lee", "Bob Ray")),
        ("Ann Lee\n\nUSA TODAY", ("Ann Lee",)),
        ("USA TODAY", ()),
        ("", ()),
    ],
)
def test_authors_of_a_byline(before: str, authors: tuple[str, ...]) -> None:
    assert text(before).authors == authors


def test_authors_of_the_head_come_without_their_house() -> None:
    head = '<meta property="og:site_name" content="Harbour News">' + ld(
        author=[{"name": "Ann Lee, Harbour News"}]
    )
    assert html(head).authors == ("Ann Lee",)


@pytest.mark.parametrize(
    ("head", "before", "published", "place"),
    [
        (
            ld(datePublished="2021-05-04T10:15:00Z", dateModified="2021-05-06"),
            "",
            "2021-05-04T10:15Z",
            "JSON-LD",
        ),
        ('<meta property="article:published_time" content="2021-05-04">', "", "2021-05-04", "meta article"),
        ('<meta name="date" content="4 May 2021">', "", "2021-05-04", "meta date"),
        ("", '<header><time datetime="2021-05-04">4 May</time></header>', "2021-05-04", "time element"),
        ("", '<header><time class="updated" datetime="2021-05-04">4 May</time></header>', None, ""),
        ("", "<h1>Ferry stays in port</h1><p>Published 10:15, 4 May 2021</p>", "2021-05-04", "visible line"),
        ('<link rel="canonical" href="https://n.example/2021/05/04/a">', "", "2021-05-04", "URL path"),
        ('<meta name="article:published_time" content="0001-01-01">', "", None, ""),
        ('<meta property="article:modified_time" content="2021-05-04">', "", None, ""),
        ("", "", None, ""),
    ],
)
def test_the_date_and_where_it_was_read(head: str, before: str, published: str | None, place: str) -> None:
    document = html("<title>Ferry stays in port</title>" + head, before)
    assert document.published == published
    assert (document.published_from or "").startswith(place)


@pytest.mark.parametrize(
    "after",
    [
        "Comments\n\nBob: Too late again! 12 May 2021, 10:15",
        "© 2021 Harbour News",
        "The port opened on 4 May 2019.",
    ],
)
def test_neither_comments_nor_copyright_nor_the_story_date_a_page(after: str) -> None:
    assert text(after=after).published is None


def test_the_sidecar_goes_before_all_else() -> None:
    sidecar = Sidecar(
        "https://n.example/b", "Port Post", "5 May 2021", "Ferry late", ("Cy Fox",), "AFP", "en"
    )
    head = '<meta property="og:site_name" content="Harbour News">' + ld(
        datePublished="2021-01-01", author="Ann Lee"
    )
    told = html(head, sidecar=sidecar)
    assert (told.url, told.outlet, told.published, told.title) == (
        "https://n.example/b",
        "Port Post",
        "2021-05-05",
        "Ferry late",
    )
    assert (told.authors, told.agency, told.language, told.published_from) == (
        ("Cy Fox",),
        "AFP",
        "en",
        "sidecar",
    )


@pytest.mark.parametrize(
    ("head", "before", "title"),
    [
        (
            "<title>Ferry stays in port | Harbour News</title>",
            "<h1>Ferry stays in port</h1>",
            "Ferry stays in port",
        ),
        ("<title>Ferry stays in port - CNN</title>", "<h1>Menu of pages</h1>", "Ferry stays in port"),
        (
            '<meta property="og:title" content="Ferry stays in port"><title>x</title>',
            "",
            "Ferry stays in port",
        ),
        ("", "", None),
    ],
)
def test_the_title_of_a_page(head: str, before: str, title: str | None) -> None:
    document = html(head, before)
    assert document.title == title
    assert [document.text[b.start : b.end] for b in document.blocks if b.role == "headline"] == (
        [title] if title else []
    )


@pytest.mark.parametrize(
    ("before", "after", "outlet"),
    [
        ("Harbour Courier\n\nTuesday, May 4, 2021", "", "Harbour Courier"),
        ("By Ann Lee, Harbour Courier, May 4, 2021", "", "Harbour Courier"),
        ("Ann Lee\n\nTuesday, May 4, 2021", "", None),
        ("World News\n\nTuesday, May 4, 2021", "", None),
        ("", "Become a member of the Harbour Courier today.", "Harbour Courier"),
        ("", "Follow Ann Lee on Twitter", None),
        ("", "Follow Harbour Courier on Twitter", "Harbour Courier"),
    ],
)
def test_an_outlet_that_names_itself(before: str, after: str, outlet: str | None) -> None:
    assert text(before, after).outlet == outlet


def test_where_an_author_writes_from_is_no_name() -> None:
    assert text("Ann Lee in Kiel").authors == ("Ann Lee",)


def test_each_value_tells_where_it_was_read() -> None:
    head = (
        '<meta property="og:site_name" content="Harbour News"><meta name="description" content="Wind.">'
        '<link rel="canonical" href="https://n.example/2021/05/04/a">'
        + ld(datePublished="2021-05-04", dateModified="2021-05-06", author="Ann Lee")
    )
    document = html("<title>Ferry stays in port</title>" + head, "<h1>Ferry stays in port</h1>")
    told = {p.field: (p.value, p.source, p.confidence) for p in document.provenance}
    assert told == {
        "title": ("Ferry stays in port", "h1", "shown"),
        "deck": ("Wind.", "meta description", "stated"),
        "outlet": ("Harbour News", "head of the page", "stated"),
        "authors": ("Ann Lee", "JSON-LD author", "stated"),
        "published": ("2021-05-04", "JSON-LD datePublished", "stated"),
        "modified": ("2021-05-06", "JSON-LD dateModified", "stated"),
        "language": ("en", "html lang and text", "stated"),
        "url": ("https://n.example/2021/05/04/a", "link canonical", "stated"),
    }
    assert document.modified == "2021-05-06"
    sure = html(head, sidecar=Sidecar(published="2021-05-03")).provenance
    assert [p.confidence for p in sure if p.field == "published"] == ["told"]
    assert text().provenance[-1].field == "language"


def test_a_page_without_an_article_still_tells_its_day() -> None:
    head = '<meta property="article:published_time" content="2021-05-04">'
    document = clean(Page("a.html", f"<html><head>{head}</head><body></body></html>".encode(), "text/html"))
    assert document.skipped
    assert document.published == "2021-05-04"


@pytest.mark.parametrize(
    ("source", "outlet"),
    [
        ("pile/the-hill.txt", "The Hill"),
        ("guardian-2.txt", "The Guardian"),
        ("interfax.html", "Интерфакс"),
        ("news.txt", None),
        ("post.txt", None),
        ("sun.txt", None),
        ("guardian.jsonl#3", None),
        ("-", None),
    ],
)
def test_the_outlet_a_file_is_named_after(source: str, outlet: str | None) -> None:
    document = clean(Page(source, BODY.encode(), "text/plain"))
    assert document.outlet == outlet
    assert [p.confidence for p in document.provenance if p.field == "outlet"] == (
        ["inferred"] if outlet else []
    )


@pytest.mark.parametrize(("source", "agency"), [("Source: AFP", "AFP"), ("With files from AFP", None)])
def test_a_source_is_named_beneath_what_somebody_signed(source: str, agency: str | None) -> None:
    assert text("By Ann Lee", source).agency == agency
