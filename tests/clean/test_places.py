"""Every paragraph stands in the source where it says, whatever the page is made of."""

from __future__ import annotations

import html
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.clean import clean, source_of
from rashomon.clean.places import find_places, trace
from rashomon.clean.stream import hidden_stream, shown_stream, text_stream, visible
from rashomon.types import Document, Page, Place
from rashomon.verify import stands

LEAD = "The ferry stayed in port on Monday because of the wind, the harbour master said."
SECOND = "It had been due in Oslo in the evening with two hundred passengers on board, most of them pupils."
LAST = "The harbour was last shut for two days in March, when a storm took the roof off the old terminal."


def proven(document: Document, source: str, media_type: str) -> None:
    for block in document.blocks:
        cuts = [source[place.start : place.end] for place in block.places]
        assert stands(document.text[block.start : block.end], cuts, media_type), block


def placed(source: str, *lines: tuple[str, str], media_type: str = "text/html") -> list[list[str]]:
    """The pieces of the source at the places of each line; an ambiguous one in brackets."""
    return [
        [f"[{source[p.start : p.end]}]" if p.ambiguous else source[p.start : p.end] for p in places]
        for places in find_places(source, media_type, lines)
    ]


CASES: list[tuple[str, str, list[tuple[str, str]], list[list[str]]]] = [
    (
        "tags inside",
        "<p>A <b>fer</b>ry &amp; crew</p>",
        [("A ferry & crew", "body")],
        [["A <b>fer</b>ry &amp; crew"]],
    ),
    ("an entity at the edge", "<p>&bdquo;No&ldquo;</p>", [("„No“", "body")], [["&bdquo;No&ldquo;"]]),
    ("a comment with a tag in it", "<p>a<!-- > <p>x -->b</p>", [("ab", "body")], [["a<!-- > <p>x -->b"]]),
    ("a tag with > in it", '<p>a<i title="x > a">b</i></p>', [("ab", "body")], [['a<i title="x > a">b']]),
    ("no text in scripts", "<script>port</script><p>port</p>", [("port", "body")], [["port"]]),
    (
        "escaped twice",
        "<p>&amp;quot;No&amp;quot;</p>",
        [("&quot;No&quot;", "body")],
        [["&amp;quot;No&amp;quot;"]],
    ),
    ("composed by us", "<p>e\u0301te<b>\u0301</b>!</p>", [("été!", "body")], [["e\u0301te<b>\u0301</b>!"]]),
    ("soft hyphens", "<p>har\u00adbour</p>", [("harbour", "body")], [["har\u00adbour"]]),
    (
        "right to left",
        "<p>\u200fשלום\u200f <b>עולם</b></p>",
        [("שלום עולם", "body")],
        [["שלום\u200f <b>עולם"]],
    ),
    (
        "order decides",
        "<p>Yes.</p><p>No.</p><p>Yes.</p>",
        [("Yes.", "body"), ("No.", "body"), ("Yes.", "body")],
        [["Yes."], ["No."], ["Yes."]],
    ),
    ("nothing decides", f"<p>{LEAD}</p><p>{LEAD}</p>", [(LEAD, "body")], [[f"[{LEAD}]"]]),
    (
        "between two that are sure",
        f"<p>Yes.</p><p>{LEAD}</p><p>Yes.</p><p>{LAST}</p><p>Yes.</p>",
        [(LEAD, "body"), ("Yes.", "body"), (LAST, "body")],
        [[LEAD], ["Yes."], [LAST]],
    ),
    (
        "the headline next to the article",
        f"<title>Ferry stays</title><li>Ferry stays</li><h1>Ferry stays</h1><p>{LEAD}</p>",
        [("Ferry stays", "headline"), (LEAD, "body")],
        [["[Ferry stays]"], [LEAD]],
    ),
    (
        "a headline in the head alone",
        f'<meta property="og:title" content="Ferry &quot;stays&quot;"><p>{LEAD}</p>',
        [('Ferry "stays"', "headline"), (LEAD, "body")],
        [["Ferry &quot;stays&quot;"], [LEAD]],
    ),
    (
        "a headline in JSON-LD alone",
        '<script type="application/ld+json">{"headline": "Ferry \\u201cstays\\u201d"}</script>'
        f"<p>{LEAD}</p>",
        [("Ferry “stays”", "headline"), (LEAD, "body")],
        [["Ferry \\u201cstays\\u201d"], [LEAD]],
    ),
    (
        "something taken out",
        f"<p>{LEAD[:40]} <aside>Read more</aside> {LEAD[40:]}</p><p>{LAST}</p>",
        [(LEAD, "body"), (LAST, "body")],
        [[LEAD[:40], LEAD[40:]], [LAST]],
    ),
    ("not there", f"<p>{LEAD}</p>", [("Ω", "body"), (LEAD, "body")], [[], [LEAD]]),
]


@pytest.mark.parametrize(
    ("source", "lines", "expected"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_places_in_html(source: str, lines: list[tuple[str, str]], expected: list[list[str]]) -> None:
    assert placed(source, *lines) == expected


TEXTS: list[tuple[str, str, list[str], list[list[str]]]] = [
    ("line ends of Windows", "One.\r\n\r\nTwo\r\nmore.", ["One.", "Two more."], [["One."], ["Two\r\nmore."]]),
    ("bullets are left out", "• rope\n• sails", ["rope", "sails"], [["rope"], ["sails"]]),
    (
        "a box taken out",
        "Ann Lee Ann Mary LeePay rises MORE said no",
        ["Ann Lee said no"],
        [["Ann Lee", "said no"]],
    ),
    ("the site cut off", "Ferry stays | Harbour News", ["Ferry stays"], [["Ferry stays"]]),
    ("entities left in", "Q&amp;A", ["Q&A"], [["Q&amp;A"]]),
]


@pytest.mark.parametrize(
    ("source", "lines", "expected"), [case[1:] for case in TEXTS], ids=[c[0] for c in TEXTS]
)
def test_places_in_text(source: str, lines: list[str], expected: list[list[str]]) -> None:
    assert placed(source, *((line, "body") for line in lines), media_type="text/plain") == expected


def test_every_character_is_traced() -> None:
    first = "<h1>Ferry</h1><p>The <b>fer</b>ry &amp; cre\u0301w &#8220;stay&#8221;.</p>"
    source = f"{first}<p>{LEAD}</p><p>{SECOND}</p>"
    (places,) = find_places(source, "text/html", [("The ferry & créw “stay”.", "body")])
    text = "The ferry & créw “stay”."
    document = clean(Page("a.html", source.encode(), "text/html"))
    assert text in document.text
    start = document.text.index(text)
    expected = {"f": "f", "&": "&amp;", "é": "e\u0301", "“": "&#8220;", "”": "&#8221;", ".": "."}
    for character, spelled in expected.items():
        at = start + text.index(character)
        assert [source[p.start : p.end] for p in trace(document, source, "text/html", at, at + 1)] == [
            spelled
        ]
    (whole,) = trace(document, source, "text/html", start, start + len(text))
    assert whole == places[0]
    assert trace(document, source, "text/html", start + 3, start + 4) == ()


def test_a_span_over_two_paragraphs_has_two_places() -> None:
    source = f"<p>{LEAD}</p>\n<p>{SECOND}</p>\n<p>{LAST}</p>"
    document = clean(Page("a.html", source.encode(), "text/html"))
    start = document.text.index("master")
    found = trace(document, source, "text/html", start, document.text.index("Oslo") + 4)
    assert [source[p.start : p.end] for p in found] == ["master said.", "It had been due in Oslo"]


# ---------------------------------------------------------------- whatever a page is made of

LETTERS = (
    "abc ДёЖ שלום سلام 中文 éàñ e\u0301 й \u00ad\u200b\u200f\u202e 한 ཀ .,„“\"' 😀 \u0345 <>&; \n\r\t\u2028"
)
WORDS = st.text(alphabet=sorted(set(LETTERS)), min_size=1, max_size=40)
ENTITIES = st.sampled_from(
    "&amp; &lt; &quot; &nbsp; &eacute; &#8217; &#x2014; &#150; &hellip; &amp;amp; &shy; &copy &#x0;".split()
)
COMMENTS = st.sampled_from(
    [
        "<!-- x -->",
        "<!-->",
        "<!--->",
        "<!-- <p> > -- -->",
        "<![CDATA[ a ]]>",
        "<?php x ?>",
        "<!x>",
        "</>",
        "</ x>",
    ]
)
HIDDEN = st.sampled_from(
    [
        "<script>var a = '<p>';</script>",
        "<style>p > a {}</style>",
        '<img alt="a > b">',
        "<br/>",
        "<a href=x?y=1>",
    ]
)
INLINE = st.sampled_from(["b", "i", "span", 'a href="/x?a=1&amp;b=2"', "em title='\"'"])


def inline(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(lambda tag, inner: f"<{tag}>{inner}</{tag.split()[0]}>", INLINE, children)


PIECES = st.recursive(
    WORDS.map(html.escape) | ENTITIES | COMMENTS | HIDDEN,
    lambda inner: inline(st.lists(inner, max_size=4).map("".join)),
    max_leaves=12,
)
BLOCKS = st.builds(
    lambda tag, inner: f"<{tag}>{''.join(inner)}</{tag}>",
    st.sampled_from(["p", "p", "div", "li", "h2", "blockquote", "td"]),
    st.lists(PIECES, max_size=6),
)
SLOW = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)


@SLOW
@given(st.lists(BLOCKS, min_size=1, max_size=8))
def test_any_html(blocks: list[str]) -> None:
    body = "\n".join((f"<p>{LEAD}</p>", *blocks, f"<p>{LAST}</p>"))
    page = Page("a.html", f"<html><body><article>{body}</article></body></html>".encode(), "text/html")
    document = clean(page)
    assert document.blocks
    proven(document, source_of(page), page.media_type)


@SLOW
@given(st.lists(WORDS | ENTITIES, max_size=12), st.sampled_from(["\n\n", "\r\n\r\n", "\r", "\u2028"]))
def test_any_text(lines: list[str], between: str) -> None:
    source = between.join((LEAD, *lines, LAST))
    page = Page("a.txt", source.encode("utf-8", "replace"), "text/plain")
    document = clean(page)
    proven(document, source_of(page), page.media_type)


@SLOW
@given(st.text(max_size=200))
def test_streams_are_traced_to_their_characters(text: str) -> None:
    for stream in (text_stream(text), shown_stream(text), hidden_stream(text)):
        ranges = [stream.source(i, i + 1) for i in range(len(stream.text))]
        assert all(0 <= start < end <= len(text) for start, end in ranges)
        assert ranges == sorted(ranges)
        for character, (start, end) in zip(stream.text, ranges, strict=True):
            if end - start == 1 and "\\" not in text and text[start] != "\0":
                assert (
                    unicodedata.normalize("NFC", text[start:end]) == character
                    or stream.text.isascii() is False
                )


@SLOW
@given(st.text(max_size=60) | st.sampled_from(["a &amp; b", "e\u0301 a", "a\u00a0b", "a\u00adb", "a  b"]))
def test_characters_of_a_line_are_those_of_its_stream(text: str) -> None:
    assert visible(text) == text_stream(text).text


@pytest.mark.parametrize(
    "source",
    [
        "<a " * 60_000,
        "<!--" * 60_000,
        '<a b="' * 60_000,
        "<script>" * 60_000,
        "&amp;" * 60_000,
        "&#1" * 60_000,
        "e\u0301" * 60_000,
        "</" * 100_000,
        "&#" + "1" * 200_000,
    ],
    ids=lambda source: source[:8],
)
def test_no_source_takes_long(source: str) -> None:
    lines = [(f"line {i} of a text that is not there", "body") for i in range(200)]
    assert find_places(source, "text/html", [*lines, ("a " * 60_000, "body")]) is not None


def test_many_lines_that_stand_nowhere_are_given_up() -> None:
    source = "<p>" + "ab" * 500_000
    lines = [(f"{'ab' * 30}{i}", "body") for i in range(5_000)]
    assert all(places == () for places in find_places(source, "text/html", lines))


def test_controls_in_a_heading_do_not_stop_the_page() -> None:
    odd = "<p></style>, <div>--!></p><p>x&amp;&lt;<h1>&#1;</style></p><p><select><option></p>"
    source = f"<article><h1><i&nbsp a=b>c</h1><p>{LEAD}</p>{odd}<p>{LAST}</p></article>"
    document = clean(Page("a.html", source.encode(), "text/html"))
    assert LEAD in document.text
    proven(document, source, "text/html")


def test_place_is_a_value() -> None:
    assert Place(1, 2) == Place(1, 2, ambiguous=False)
