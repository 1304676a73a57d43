"""Whole pages: what is kept, in which role, and what is gone."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.clean import clean
from rashomon.types import Document, Page, Sidecar

UNTOLD = Sidecar()
TITLE = "Ferry stays in port as wind rises over the bay"
LEAD = "The ferry stayed in port on Monday because of the wind, the harbour master said."
SECOND = "It had been due in Oslo in the evening with two hundred passengers on board, most of them pupils."
THIRD = "“We will sail when the wind drops,” the captain told passengers who waited in the hall for news."
LAST = "The harbour was last shut for two days in March, when a storm took the roof off the old terminal."
BODY = [LEAD, SECOND, THIRD, LAST]


def document(*lines: str, between: str = "\n\n", sidecar: Sidecar = UNTOLD) -> Document:
    return clean(Page("a.txt", between.join(lines).encode(), "text/plain", sidecar))


def roles(of: Document) -> list[tuple[str, str]]:
    return [(block.role, of.text[block.start : block.end]) for block in of.blocks]


#: What stands in a page -> (role, line) of what is kept besides the body.
PAGES: list[tuple[str, list[str], list[tuple[str, str]]]] = [
    ("nothing else", BODY, []),
    ("headline", [TITLE, *BODY], [("headline", TITLE)]),
    ("headline twice", [TITLE, TITLE, *BODY], [("headline", TITLE)]),
    ("label above it", ["All news", TITLE, *BODY], [("headline", TITLE)]),
    (
        "a teaser between two copies of it",
        [TITLE, "Town sells its last two buses to a museum", TITLE, *BODY],
        [("headline", TITLE)],
    ),
    (
        "deck",
        [TITLE, "Two hundred pupils have to wait for the evening boat", *BODY],
        [("headline", TITLE), ("deck", "Two hundred pupils have to wait for the evening boat")],
    ),
    ("byline and outlet", [TITLE, "Ann Lee and Bob Ray", "USA TODAY", *BODY], [("headline", TITLE)]),
    ("time stamp", [TITLE, "Published 4:05 a.m. ET July 6, 2021", *BODY], [("headline", TITLE)]),
    ("subhead", [*BODY[:2], "A captain waits", *BODY[2:]], [("subhead", "A captain waits")]),
    ("short sentence", [*BODY[:2], "It rained.", *BODY[2:]], [("body", "It rained.")]),
    ("capitals", [*BODY[:2], "TOWN SELLS ITS LAST TWO BUSES TO A MUSEUM", *BODY[2:]], []),
    ("a subhead in capitals", [*BODY[:2], "“LAST BOATS”", *BODY[2:]], [("subhead", "“LAST BOATS”")]),
    ("caption under the name of an image", ["20_11_harbour_1", "The ferry in port on Monday.", *BODY], []),
    (
        "pull quote",
        [*BODY[:2], "We will sail when the wind drops,” the captain told passengers", *BODY[2:]],
        [],
    ),
    ("the same paragraph twice", [*BODY, LEAD], []),
    ("links at the end", [*BODY, "Ferry firm fined over late boats", "Bus museum to open"], []),
    (
        "comments",
        [*BODY, "Comments", "bob: It is late every week and nobody cares about that, I tell you."],
        [],
    ),
    (
        "newsletter and what follows",
        [
            *BODY,
            "Sign up for our newsletter",
            "Why not coffee?",
            "Beans, roasted slowly",
            "Most read",
            "Our sites",
        ],
        [],
    ),
    (
        "other stories with places of their own",
        [
            *BODY,
            *(
                f"({c}) The mayor of the town said on Monday that all was well."
                for c in ("Rome", "Bonn", "Lima")
            ),
        ],
        [],
    ),
    (
        "a box of links",
        [*BODY[:2], "- Town sells its last two buses", "- Ferry firm fined over late boats again", *BODY[2:]],
        [],
    ),
    ("headline with its kicker", [TITLE, f"Weather: {TITLE}", *BODY], [("headline", TITLE)]),
    ("tags at the end", [*BODY, *(f"• {tag}" for tag in ("Kiel", "Oslo", "Boats", "Wind"))], []),
    (
        "a list at the end",
        [*BODY, "The port is out of:", "• rope", "• sails"],
        [("body", "The port is out of:"), ("list", "rope"), ("list", "sails")],
    ),
    (
        "bio",
        [*BODY, "About the author", "Ann Lee is a writer who lives in a lighthouse with three dogs."],
        [],
    ),
    (
        "a list",
        [
            *BODY[:3],
            "What was missing:",
            "• rope, of which there was none left",
            "• sails, torn in the storm",
            LAST,
        ],
        [
            ("body", "What was missing:"),
            ("list", "rope, of which there was none left"),
            ("list", "sails, torn in the storm"),
        ],
    ),
]


@pytest.mark.parametrize(("lines", "others"), [p[1:] for p in PAGES], ids=[p[0] for p in PAGES])
def test_pages_of_text(lines: list[str], others: list[tuple[str, str]]) -> None:
    found = roles(document(*lines))
    assert [text for role, text in found if text in BODY] == BODY
    assert [(role, text) for role, text in found if text not in BODY] == others


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n", "\r\n\r\n", "\n \n"])
def test_line_ends_change_nothing(between: str) -> None:
    assert document(TITLE, *BODY, between=between).text == document(TITLE, *BODY).text


def test_wrapped_lines_are_joined() -> None:
    words = "The quick harbour master said that no boat would leave the port before the wind had dropped. "
    paragraph = (words * 4).split()
    lines, line = [], ""
    for word in paragraph:
        if len(line) + len(word) > 66:
            lines.append(line.strip())
            line = ""
        line += f"{word} "
    text = (
        "\n".join([*lines, line.strip()]) + "\n\nShort end of it all.\n\n" + "\n".join([*lines, line.strip()])
    )
    assert document(text).text.startswith((words * 4).strip())


def test_a_box_inside_a_sentence_is_taken_out() -> None:
    box = "Ann Lee Ann Mary LeeSenate votes on pay Five facts about boats MORE said no to the plan on Monday."
    assert document(box, *BODY).text.startswith("Ann Lee said no to the plan on Monday.")


def test_an_article_in_one_line_is_kept_whole() -> None:
    assert document(" ".join(BODY)).text == " ".join(BODY)


def test_characters_are_made_plain_once() -> None:
    found = document("The\u00a0fer\u00adry \u200b stayed  in\tpo\u0301rt &amp; sea, the harbour master said.")
    assert found.text == "The ferry stayed in p\u00f3rt & sea, the harbour master said."


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("cp1251", '<meta charset="windows-1251">'),
        ("koi8-r", '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">'),
        ("cp1251", ""),
        ("utf-16-le", ""),
    ],
)
def test_encodings(encoding: str, declared: str) -> None:
    russian = (
        "Паром остался в порту из-за ветра, сообщил в понедельник капитан порта. Он должен был прийти в Осло."
    )
    page = f"<html><head>{declared}</head><body><p>{russian}</p><p>{russian} Вечером.</p></body></html>"
    found = clean(Page("a.html", page.encode(encoding), "text/html"))
    assert russian in found.text
    assert found.language == "ru"


def test_html_keeps_what_the_reader_sees_of_the_article() -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    page = f"""<html><head><title>{TITLE} | Port Post</title>
      <meta name="description" content="Two hundred pupils have to wait for the evening boat"></head><body>
      <nav><ul><li><a href=/>Home</a></li><li><a href=/w>World</a></li></ul></nav>
      <h1>{TITLE}</h1><p class=deck>Two hundred pupils have to wait for the evening boat</p>
      <article>{body}<p><a href=/b>Town sells its last two buses</a></p></article>
      <footer><p>© 2021 Port Post</p></footer><script>var a = 1;</script></body></html>"""
    found = clean(Page("a.html", page.encode(), "text/html"))
    assert [text for _, text in roles(found)] == [
        TITLE,
        "Two hundred pupils have to wait for the evening boat",
        *BODY,
    ]


def test_a_fragment_without_head_is_read() -> None:
    found = clean(Page("a.html", f"<p>{LEAD}</p>\n<p>{SECOND}</p>".encode(), "text/html"))
    assert found.text == f"{LEAD}\n\n{SECOND}"


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (b"<div>" * 60_000 + b"text", "text/html"),
        (b"<html><script>" + b"var a = 1;" * 1000 + b"</script></html>", "text/html"),
        (b"<html></html>", "text/html"),
        (b"... --- ...", "text/plain"),
        (b"", "text/plain"),
    ],
)
def test_pages_without_an_article_say_so(body: bytes, media_type: str) -> None:
    found = clean(Page("a", body, media_type))
    assert (found.skipped, found.text, found.blocks) == ("no article text found", "", ())


def test_a_book_is_no_article() -> None:
    assert document("It sailed. " * 20_000).skipped == "no article: 219,999 characters"


def test_a_log_of_many_lines_is_no_article() -> None:
    assert document(*["It sailed."] * 20_001, between="\n").skipped == "no article: 20,001 lines"


def test_the_problem_of_a_page_is_the_reason_it_is_skipped() -> None:
    one, other = (clean(Page(source, b"", "text/plain", problem="empty file")) for source in "ab")
    assert one.skipped == "empty file"
    assert one.id != other.id


def test_the_identity_comes_from_the_content() -> None:
    page = Page("a.txt", LEAD.encode(), "text/plain")
    elsewhere = Page("b/c.txt", LEAD.encode(), "text/plain")
    described = Page("a.txt", LEAD.encode(), "text/plain", Sidecar(outlet="Port Post"))
    assert clean(page).id == clean(elsewhere).id != clean(described).id
    assert clean(page).sha256 == clean(described).sha256


PIECES = st.sampled_from(
    "<p>|</p>|<div>|<table><tr><td>|<script>|&nbsp;|<h1>|<!--|<?xml version='1.0' encoding='utf-16'?>|"
    "<meta charset=utf-16>|<a href=x>|KIEL (AFP) - |Read more\n|\r\n|12:30\n|By Ann Lee\n|<ul>|<svg>|MORE|"
    '<script type=\'application/ld+json\'>{"@graph":[{"headline":1,"datePublished":{}}]}</script>|'
    "<title>x - y</title>|<time datetime=''>|The harbour master said on Monday that it was late.\n\n".split(
        "|"
    )
)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.one_of(
        st.binary(max_size=300), st.text(max_size=200).map(lambda t: t.encode("utf-8", "surrogatepass"))
    ),
    st.lists(PIECES, max_size=15),
    st.sampled_from(["text/html", "text/plain"]),
)
def test_no_bytes_break_it(noise: bytes, pieces: list[str], media_type: str) -> None:
    found = clean(Page("a", "".join(pieces).encode() + noise, media_type))
    assert bool(found.skipped) != bool(found.text)
    assert found.text == "\n\n".join(found.text[b.start : b.end] for b in found.blocks)
    assert found == clean(Page("a", "".join(pieces).encode() + noise, media_type))


PROMISE = "Harbour at Eight: the whole coast in your hand before work."
BOXES: list[tuple[str, list[str]]] = [
    (
        "a box for subscribers",
        ["Sign up for our newsletter", PROMISE, "By signing up you agree to our terms."],
    ),
    ("headlines under a label", ["Related", "Town sells its last two buses", "Is it safe to sail?"]),
    ("a credit of a house nobody knows", ["Pupils wait in the hall on Monday. Courier/Ann Lee"]),
    ("the signature of a post", ["— Ann Lee (@annlee) May 4, 2021"]),
    ("a place to write to", ["Are you in Oslo? Share your experiences by writing to us."]),
    ("an appeal for money", ["Support local journalism. Become a friend of the Harbour News today."]),
]


@pytest.mark.parametrize(("name", "box"), BOXES, ids=[name for name, _ in BOXES])
def test_a_box_between_paragraphs_is_gone(name: str, box: list[str]) -> None:
    assert document(*BODY[:2], *box, *BODY[2:]).text == "\n\n".join(BODY)


def test_a_paragraph_between_two_promos_stays() -> None:
    between = [BODY[0], "Sign up for our newsletter", *BODY[1:3], "Subscribe to our newsletter", BODY[3]]
    assert document(*between).text == "\n\n".join(BODY)


def test_a_caption_above_a_credit_goes_and_the_deck_stays() -> None:
    deck = "Two hundred pupils have to wait for the evening boat"
    page = document(TITLE, deck, "Pupils in the hall of the terminal", "Photo: Ann Lee", *BODY)
    assert page.text == "\n\n".join([TITLE, deck, *BODY])


def test_text_after_an_embedded_post_stays() -> None:
    between = [BODY[0], "Your browser does not support video", *BODY[1:]]
    assert document(*between).text == "\n\n".join(BODY)


def test_comments_of_the_markup_hide_no_paragraph() -> None:
    paragraphs = "".join(f"<p><!-- slot -->{p}</p><!-- ad -->" for p in BODY)
    html = f"<html><body><article><h1>{TITLE}</h1>{paragraphs}</article></body></html>"
    assert clean(Page("a.html", html.encode(), "text/html")).text == "\n\n".join([TITLE, *BODY])
