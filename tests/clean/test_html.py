import time

import pytest

from rashomon.clean import clean, clean_page, html
from rashomon.clean.layout import shown_lines
from rashomon.clean.nodes import nodes_of
from rashomon.types import Page

BODY = [
    "The ferry to the islands stayed in port on Monday because of the wind, the harbour master said.",
    "It had been due to leave at seven in the morning with two hundred people and their cars on board.",
    "The storm is expected to move on to the east coast during the night and to weaken on Tuesday.",
    "Last year the port was shut for two days in March, when a storm took the roof off the terminal.",
    "Nobody was hurt, but four boats sank at their moorings and the pier had to be built again.",
]


def page(inside: str, *, after: str = "") -> Page:
    source = (
        "<!doctype html><html><head><title>Ferry stays in port</title></head><body>"
        f"<article><h1>Ferry stays in port</h1>{inside}</article>{after}</body></html>"
    )
    return Page("a.html", source.encode(), "text/html")


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def kept(source: Page) -> list[str]:
    document = clean(source)
    return [document.text[block.start : block.end] for block in document.blocks if block.role != "headline"]


@pytest.mark.parametrize(
    ("name", "role", "text"),
    [
        ("breaking-news", "related", "Nad morzem znowu wieje mocny wiatr od zachodu, mówią rybacy z portu."),
        ("promoBox", "promo", "Elke week het beste van de haven in uw postvak, geheel gratis voor lezers."),
        (
            "c-paywall__note",
            "promo",
            "Puerto y mar: el boletín de la costa, cada lunes en su buzón de correo.",
        ),
        ("image-credit", "credit", "Порт Осло в понедельник утром, снимок из архива газеты."),
        ("grid advert", "ad", "De nye støvlene tåler både regn og sjø, og koster bare halvparten nå."),
    ],
)
def test_boxes_in_any_language(name: str, role: str, text: str) -> None:
    box = f'<div class="{name}"><p>{text}</p></div>'
    source = page(paragraphs(*BODY[:3]) + box + paragraphs(*BODY[3:]))
    assert kept(source) == BODY
    (line,) = [line for line in clean_page(source).lines if line.text == text]
    assert (line.role, line.reason) == (role, f"inside <div.{name.rsplit(maxsplit=1)[-1]}>")


def test_embedded_posts_stay() -> None:
    post = (
        '<div class="embed"><blockquote class="twitter-tweet"><p>There will be no ferry to the islands today.'
        '</p>&mdash; Harbour Office (@harbour) <a href="x">May 4, 2021</a></blockquote></div>'
    )
    text = kept(page(paragraphs(*BODY[:3]) + post + paragraphs(*BODY[3:])))
    assert text[3] == "There will be no ferry to the islands today."
    assert text[4].startswith("— Harbour Office (@harbour)")
    assert [*text[:3], *text[5:]] == BODY


def test_lists_and_tables_of_the_article_stay() -> None:
    rows = "<ul><li>Ropes of forty metres</li><li>Sails of canvas</li></ul>"
    text = kept(page(paragraphs(*BODY[:2], "The port is out of:") + rows + paragraphs(*BODY[2:])))
    assert text == [*BODY[:2], "The port is out of:", "Ropes of forty metres", "Sails of canvas", *BODY[2:]]


def test_live_blogs_stay() -> None:
    entries = "".join(
        f'<div class="live-entry"><h3>Update number {i}</h3><p>{text}</p></div>'
        for i, text in enumerate(BODY)
    )
    text = kept(page(f"<div class=live-blog>{entries}</div>"))
    assert [line for line in text if line in BODY] == BODY


def test_where_nothing_is_found_the_lines_shown_are_the_page() -> None:
    tree = html.parse("<table><tr><td>Ferry</td></tr></table>")
    shown = shown_lines(nodes_of(tree))
    assert shown is not None
    assert [line.text for line in html.article_lines(tree, shown)] == ["Ferry"]


@pytest.mark.parametrize(
    "source",
    [
        "",
        "<",
        "<!-- -->",
        "<html></html>",
        "<?xml version='1.0' encoding='utf-8'?><p>x</p>",
        "<p>\ud800</p>",
        "<div>" * 100_000 + "x" + "</div>" * 100_000,
        "<b>" * 2_000_000,
        "<p>x</p>" * 200_000,
        "<p>" + "word " * 8_000_000,
        "<p>" + "&amp;" * 1_000_000,
    ],
    ids=[
        "empty",
        "bracket",
        "comment",
        "no text",
        "xml",
        "surrogate",
        "nested",
        "open",
        "many",
        "long",
        "entities",
    ],
)
def test_any_source_in_short_time(source: str) -> None:
    start = time.process_time()
    tree = html.parse(source)
    shown = shown_lines(nodes_of(tree)) if tree is not None else None
    if shown is not None and sum(len(line.text) for line in shown) < 1_000_000:
        html.article_lines(tree, shown)
    assert time.process_time() - start < 5


def test_a_page_too_large_is_told() -> None:
    source = Page("a.html", b"<html><p>x" + b"<b>" * 400_000, "text/html")
    assert clean(source).skipped == "no article: 400,002 tags"


def test_controls_behind_an_element_do_not_stop_the_reading() -> None:
    text = "The ferry stayed in port on Monday because of the wind, the harbour master said. " * 3
    page = f"<html><body><p>{text}</p><div><script>x()</script>&#1; {text}</div></body></html>"
    assert "harbour master" in clean(Page("a.html", page.encode(), "text/html")).text
