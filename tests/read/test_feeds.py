"""Feeds: entries with their text become pages, the others are told in one line."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.clean import clean
from rashomon.read.articles import pages_of
from rashomon.types import Page, Sidecar

TEXT = "The ferry stayed in port on Monday because of the storm, the harbour master said."
MARKUP = f"<p>{TEXT}</p>\n<p>It will sail on Tuesday, she said, if the wind has dropped by then.</p>"
CDATA = f"<![CDATA[{MARKUP}]]>"
ESCAPED = MARKUP.replace("<", "&lt;").replace(">", "&gt;")
LONG = " ".join([TEXT] * 10)
TOLD = Sidecar(
    url="https://news.example/1",
    published="2021-03-04T10:00:00+01:00",
    title="Ferry & storm",
    authors=("Ann Lee",),
)


def pages(text: str | bytes) -> list[Page]:
    body = text if isinstance(text, bytes) else text.encode()
    return list(pages_of(body, "feed", Sidecar(), may_be_json=body[:1] == b"{"))


def rss(
    items: str, root: str = 'rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
) -> str:
    end = root.partition(" ")[0]
    return f'<?xml version="1.0"?>\n<{root}><channel><title>Harbour News</title>{items}</channel></{end}>'


HEAD = (
    "<title>Ferry &amp;amp; storm</title><link>https://news.example/1</link>"
    "<pubDate>Thu, 04 Mar 2021 10:00:00 +0100</pubDate><author>ann@news.example (Ann Lee)</author>"
)
ATOM_HEAD = (
    '<title type="html">Ferry &amp;amp; storm</title><link rel="self" href="https://news.example/feed"/>'
    '<link href="https://news.example/1"/><published>2021-03-04T10:00:00+01:00</published>'
    "<updated>2021-03-09T10:00:00Z</updated><author><name>Ann Lee</name></author>"
)


def atom(entry: str) -> str:
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour News</title><entry>{entry}</entry></feed>'
    )


def json_feed(**item: object) -> str:
    head = {
        "id": "1",
        "url": "https://news.example/1",
        "title": "Ferry & storm",
        "date_published": "2021-03-04T10:00:00+01:00",
        "authors": [{"name": "Ann Lee"}],
    }
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [head | item]})


RDF = 'rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
WITH_CONTENT = [
    (
        rss(f"<item>{HEAD}<description>short</description><content:encoded>{CDATA}</content:encoded></item>"),
        True,
    ),
    (rss(f"<item>{HEAD}<content:encoded>{ESCAPED}</content:encoded></item>"), True),
    (rss(f"<item>{HEAD}<content:encoded>{MARKUP}</content:encoded></item>"), True),
    (rss(f"<item>{HEAD}<description>{LONG}</description></item>"), False),
    # The namespace was declared nowhere, and an extension repeats the names.
    (
        rss(
            f"<item><media:title>x</media:title>{HEAD}<content:encoded>{CDATA}</content:encoded></item>",
            "rss",
        ),
        True,
    ),
    (
        rss(f"<item>{HEAD}<media:content>x</media:content><content:encoded>{CDATA}</content:encoded></item>"),
        True,
    ),
    (
        rss("", RDF).replace("</rdf:RDF>", f"<item>{HEAD}<description>{LONG}</description></item></rdf:RDF>"),
        False,
    ),
    (atom(f'{ATOM_HEAD}<content type="html">{ESCAPED}</content>'), True),
    (
        atom(
            f'{ATOM_HEAD}<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{MARKUP}</div></content>'
        ),
        True,
    ),
    (atom(f'{ATOM_HEAD}<content type="text">{TEXT}</content>'), False),
    (atom(f"{ATOM_HEAD}<summary>{LONG}</summary>"), False),
    (json_feed(content_html=MARKUP), True),
    (json_feed(content_text=TEXT), False),
    (json_feed(summary=LONG, authors=None, author={"name": "Ann Lee"}), False),
]


@pytest.mark.parametrize(("feed", "is_html"), WITH_CONTENT)
def test_an_entry_with_its_text_is_a_page(feed: str, is_html: bool) -> None:
    (page,) = pages(feed)
    assert (page.source, page.problem, page.sidecar) == ("feed#1", None, TOLD)
    assert page.media_type == ("text/html" if is_html else "text/plain")
    document = clean(page)
    assert TEXT in document.text and document.published == "2021-03-04T10:00+01:00"


WITHOUT = [
    rss(f"<item>{HEAD}<description>Only a teaser.</description></item>"),
    rss(f"<item>{HEAD}<content:encoded>{TEXT} […]</content:encoded></item>"),
    rss(f"<item>{HEAD}<content:encoded><![CDATA[<p>{TEXT} [&hellip;]</p>]]></content:encoded></item>"),
    atom(f'{ATOM_HEAD}<content type="image/png">aGFyYm91cg==</content>'),
    atom(f'{ATOM_HEAD}<content type="text/html" src="https://news.example/1.html"/>'),
    json_feed(summary="Only a teaser."),
]


@pytest.mark.parametrize("feed", WITHOUT)
def test_an_entry_without_its_text_is_told(feed: str) -> None:
    (page,) = pages(feed)
    assert page.problem == "1 of 1 feed entries carry no content, the first: Ferry & storm"


def test_entries_without_text_are_told_in_one_line() -> None:
    empty = "".join(f"<item><title>No. {n}</title></item>" for n in range(30))
    told, page = pages(rss(f"{empty}<item>{HEAD}<content:encoded>{CDATA}</content:encoded></item>"))
    assert told.problem == "30 of 31 feed entries carry no content, the first: No. 0"
    assert (page.source, page.problem) == ("feed#31", None)


def test_a_sitemap_names_pages_and_carries_none() -> None:
    news = "<news:news><news:title>Ferry</news:title></news:news>"
    urls = "".join(f"<url><loc>https://news.example/{n}</loc>{news}</url>" for n in range(3))
    (page,) = pages(
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="n">{urls}</urlset>'
    )
    assert page.problem == "3 of 3 sitemap entries carry no content, the first: Ferry"


@pytest.mark.parametrize(
    ("item", "sidecar"),
    [
        ("<guid>https://news.example/2</guid>", Sidecar(url="https://news.example/2")),
        ('<guid isPermaLink="false">https://news.example/2</guid>', Sidecar()),
        ("<pubDate>4 March, early</pubDate><link>/relative</link>", Sidecar()),
        ("<dc:date>2021-03-04</dc:date>", Sidecar(published="2021-03-04")),
        ("<updated>2021-03-04T10:00:00Z</updated>", Sidecar()),
        (
            "<dc:creator>Ann Lee</dc:creator><dc:creator>Bo Kim</dc:creator>",
            Sidecar(authors=("Ann Lee", "Bo Kim")),
        ),
        ("<author>desk@news.example</author>", Sidecar()),
    ],
)
def test_what_an_entry_says_of_itself_is_believed_where_it_is_clear(item: str, sidecar: Sidecar) -> None:
    (page,) = pages(rss(f"<item>{item}<content:encoded>{CDATA}</content:encoded></item>"))
    assert page.sidecar == sidecar


CONTENT = f"<content:encoded>{CDATA}</content:encoded></item>"
BROKEN = [
    # A stray ampersand, a name of HTML, a control sign; a comment and a blank line before all.
    "\n<!-- x -->" + rss(f"<item><title>A & B caf&eacute;\x02</title>{CONTENT}").partition("?>")[2],
    # Cut off; an end without a beginning; a beginning without an end, in markup that is not escaped.
    rss(f"<item><title>A &amp; B café</title>{CONTENT}<item><title>"),
    rss(f"<item><title>A & B café</b></title>{CONTENT}"),
    rss(f"<item><description>A<br>b <img src='x'></description><title>A & B café</title>{CONTENT}"),
]


@pytest.mark.parametrize("feed", BROKEN)
def test_broken_xml_is_read_as_far_as_it_goes(feed: str) -> None:
    page = next(page for page in pages(feed) if page.problem is None)
    assert page.sidecar.title == "A & B café" and TEXT.encode() in page.body


def test_a_feed_that_is_cut_off_is_told() -> None:
    whole = rss(f"<item>{HEAD}<content:encoded>{CDATA}</content:encoded></item>")
    told = [page.problem for page in pages(whole[: whole.index("</channel>")]) if page.problem]
    assert told == ["cut off: its last entries may be missing"]


@pytest.mark.parametrize("codec", ["windows-1251", "koi8-r", "utf-16", "utf-8"])
def test_a_feed_in_another_encoding(codec: str) -> None:
    text = "<p>Паром остался в порту из-за шторма, сказал в понедельник начальник порта.</p>"
    feed = rss(f"<item><title>Паром</title><content:encoded><![CDATA[{text}]]></content:encoded></item>")
    (page,) = pages(feed.replace('"1.0"?', f'"1.0" encoding="{codec}"?').encode(codec))
    assert (page.sidecar.title, page.body.decode()) == ("Паром", text)


def test_entities_of_a_feed_are_not_resolved(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "secret").write_text("secret words")
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 50}">' for n in range(1, 9))
    types = f'<!DOCTYPE rss [<!ENTITY e0 "ha"><!ENTITY file SYSTEM "{tmp_path}/secret">{bomb}]>'
    feed = rss(f"<item><title>&e8;&file;</title><content:encoded>{CDATA}</content:encoded></item>")
    (page,) = pages(feed.replace("\n<rss", f"\n{types}<rss"))
    assert len(str(page.sidecar)) < 300 and "secret words" not in str(page.sidecar)


FEED_PARTS = st.lists(
    st.one_of(
        st.text(max_size=8),
        st.sampled_from(
            (
                "<item> </item> <entry> </entry> <title> </title> <content type='xhtml'> <a:b> </a:b> "
                "<![CDATA[ ]]> & <"
            ).split()
        ),
    ),
    max_size=30,
).map("".join)


@given(st.sampled_from(["rss", "feed", "urlset", "rdf:RDF", "newsItem", "nitf", "newsMessage"]), FEED_PARTS)
@settings(max_examples=200, deadline=None)
def test_any_feed_gives_pages_or_problems(root: str, inner: str) -> None:
    assert pages(f"<{root}>{inner}</{root}>")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from("title content_html content_text summary author authors name url".split()), inner
        )
    ),
    max_leaves=12,
)


@given(st.lists(JSON, max_size=4))
@settings(max_examples=150, deadline=None)
def test_any_json_feed_gives_pages_or_problems(items: list[object]) -> None:
    assert pages(json.dumps({"version": "https://jsonfeed.org/version/1", "items": items}))
