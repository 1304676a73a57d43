"""Verdicts on figures."""

from __future__ import annotations

import pytest

from rashomon.compare.figures import compare_figures, relate
from rashomon.types import Annotations, Article, Document, Quantity, Span


def _told(
    value: float | None = None,
    low: float | None = None,
    high: float | None = None,
    key: str = "a",
    **more: str | bool,
) -> Quantity:
    span = Span(key, 0, 3, "abc")
    return Quantity(
        span,
        value,
        low,
        high,
        "person",
        frame=str(more.get("frame", "dead")),
        of="people",
        approximate=bool(more.get("about")),
    )


PAIRS = [
    (_told(31), _told(31), "agree"),
    (_told(9700), _told(9713), "agree"),
    (_told(31), _told(45), "differ"),
    (_told(low=300_000), _told(low=450_000), "differ"),
    (_told(low=100), _told(low=110), "undecided"),
    (_told(0.5), _told(-1.1), "differ"),
    (_told(low=10, high=15), _told(12), "agree"),
    (_told(low=10, high=15), _told(high=15), "agree"),
    (_told(100, about=True), _told(112), "undecided"),
    (_told(low=1000), _told(high=1000), "agree"),
    (_told(0), _told(0), "agree"),
    (_told(0), _told(5), "differ"),
]


@pytest.mark.parametrize(("left", "right", "verdict"), PAIRS)
def test_relation(left: Quantity, right: Quantity, verdict: str) -> None:
    assert relate(left, right).verdict == verdict
    assert relate(right, left).verdict == verdict


ARTICLES = tuple(
    Article(Document(key, key, "", published=day, text="abc"), Annotations(key))
    for key, day in (("a", "2020-05-05"), ("b", "2020-05-06"))
)


def test_one_report_that_repeats_itself_is_single() -> None:
    (figure,) = compare_figures(((_told(31), _told(45)),), ARTICLES)
    assert (figure.verdict, figure.reason) == ("single", "told by one report, 2 times")


def test_a_difference_tells_numbers_and_days() -> None:
    (figure,) = compare_figures(((_told(low=300_000), _told(low=450_000, key="b")),), ARTICLES)
    assert figure.verdict == "differ"
    assert "at least 300,000 against at least 450,000" in figure.reason
    assert "2020-05-05 to 2020-05-06" in figure.reason
    assert figure.what == "people killed"


def test_order_and_ids() -> None:
    groups = (
        (_told(7, frame="deployed"),),
        (_told(31), _told(31, key="b")),
        (_told(8),),
        (_told(31), _told(45, key="b")),
    )
    figures = compare_figures(groups, ARTICLES)
    assert [(f.id, f.verdict) for f in figures] == [
        ("f1", "differ"),
        ("f2", "agree"),
        ("f3", "single"),
        ("f4", "single"),
    ]
    assert figures[2].values == groups[2]


def test_no_groups() -> None:
    assert compare_figures((), ARTICLES) == ()


def test_lengths_are_told_as_people_do() -> None:
    span = Span("a", 0, 10, "nine miles"), Span("b", 0, 16, "about 14 km")
    miles = Quantity(span[0], 14484.096, None, None, "metre", step=1609.344)
    metric = Quantity(span[1], 14000, None, None, "metre", approximate=True, step=1000)
    (figure,) = compare_figures(((miles, metric),), ARTICLES)
    assert (figure.verdict, figure.what) == ("agree", "length or distance")
    assert "14.5 km" in figure.reason and "equal when rounded" in figure.reason


def test_sums_are_told_as_people_do() -> None:
    span = Span("a", 0, 3, "abc"), Span("b", 0, 3, "abc")
    sums = [
        Quantity(s, n, None, None, "USD", frame="cost") for s, n in zip(span, (5.5e11, 3.75e11), strict=True)
    ]
    (figure,) = compare_figures((tuple(sums),), ARTICLES)
    assert (figure.verdict, figure.what) == ("differ", "cost (USD)")
    assert "550 billion USD against 375 billion USD" in figure.reason
