from collections.abc import Sequence

import pytest

from rashomon.clean import html
from rashomon.clean.alignment import align, with_boxes
from rashomon.clean.layout import Shown, shown_lines
from rashomon.clean.lines import Line
from rashomon.clean.nodes import nodes_of

LONG = [
    "The ferry to the islands stayed in port on Monday because of the wind, the harbour master said.",
    "It had been due to leave at seven in the morning with two hundred people and their cars on board.",
    "The storm is expected to move on to the east coast during the night and to weaken on Tuesday.",
    "Last year the port was shut for two days in March, when a storm took the roof off the terminal.",
]


def shown(body: str) -> tuple[Shown, ...]:
    lines = shown_lines(nodes_of(html.parse(f"<body>{body}</body>")))
    assert lines is not None
    return lines


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def boxed(body: str, lines: Sequence[str]) -> list[tuple[str, str | None]]:
    found = with_boxes([Line(text) for text in lines], shown(body))
    return [(line.text, line.mark.role if line.mark else None) for line in found]


def test_align_by_letters_in_order() -> None:
    page = shown("<li>Storm</li>" + paragraphs(LONG[0], "Storm", LONG[1]) + "<li>Storm</li>")
    assert align([LONG[0], "Storm", LONG[1].replace(" ", "  ")], page) == [
        range(1, 2),
        range(2, 3),
        range(3, 4),
    ]


def test_a_line_over_several_and_one_that_is_not_there() -> None:
    page = shown(f"<p>{LONG[0]}<br>{LONG[1]}</p>")
    assert align([f"{LONG[0]} {LONG[1]}", "Elsewhere", ""], page) == [range(2), range(0), range(0)]


def test_what_was_left_out_of_a_line_does_not_hide_it() -> None:
    page = shown(f"<p>{LONG[0]} <b>Read on.</b> {LONG[1]}</p>")
    assert align([f"{LONG[0]} {LONG[1]}"], page) == [range(1)]


def test_the_box_around_a_line() -> None:
    body = paragraphs(*LONG) + "<div class=newsletter-box><p>The week in one letter</p></div>"
    assert boxed(body, [*LONG, "The week in one letter"])[-1] == ("The week in one letter", "newsletter")


def test_a_box_that_holds_the_article_says_nothing() -> None:
    body = f"<div class=related>{paragraphs(*LONG)}</div>"
    assert boxed(body, LONG) == [(text, None) for text in LONG]


def test_boxes_around_each_paragraph_say_nothing() -> None:
    body = "".join(f"<div class=social>{text}</div>" for text in LONG)
    assert boxed(body, LONG) == [(text, None) for text in LONG]


@pytest.mark.parametrize(
    ("between", "restored"),
    [
        ("<ul><li>Ropes</li><li>Sails</li></ul>", ["Ropes", "Sails"]),
        ("<h2>What comes next</h2>", ["What comes next"]),
        (
            "<div><p>The port is the only one on this coast that ferries can use.</p></div>",
            ["The port is the only one on this coast that ferries can use."],
        ),
        ("<ul><li><a href=x>Ferry back in port</a></li></ul>", []),
        ("<div class=related><ul><li>Ropes</li></ul></div>", []),
        (
            "<figure><figcaption>The port at seven on that windy Monday morning.</figcaption></figure>",
            [],
        ),
        ("<div><h2>What comes next</h2></div>", []),
        ("<div>0:45</div>", []),
        (f"<p>{LONG[0]}</p>", []),
    ],
)
def test_what_was_left_out_between_paragraphs(between: str, restored: list[str]) -> None:
    body = paragraphs(*LONG[:2]) + between + paragraphs(*LONG[2:])
    assert [text for text, _ in boxed(body, LONG)] == [*LONG[:2], *restored, *LONG[2:]]


def test_nothing_comes_back_from_above_or_below_the_article() -> None:
    body = "<ul><li>Ropes</li></ul>" + paragraphs(*LONG) + "<ul><li>Sails</li></ul>"
    assert [text for text, _ in boxed(body, LONG)] == LONG


def test_posts_are_quotes() -> None:
    post = (
        "<blockquote class=twitter-tweet><p>No ferry today.</p>— Ann Lee (@annlee) May 4, 2021</blockquote>"
    )
    body = paragraphs(*LONG[:2]) + f"<div class=embed-social>{post}</div>" + paragraphs(*LONG[2:])
    found = with_boxes([Line(text) for text in LONG], shown(body))
    assert [(line.text, line.kind) for line in found[2:4]] == [
        ("No ferry today.", "quote"),
        ("— Ann Lee (@annlee) May 4, 2021", "quote"),
    ]


def test_empty() -> None:
    assert with_boxes([], ()) == ()
    assert with_boxes([Line(LONG[0])], ()) == (Line(LONG[0]),)
