"""Verdicts on figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    # "More than 30" and 31; but 45 is more than one would say so of, and 29 is not.
    (_told(low=30), _told(31), "agree"),
    (_told(high=30), _told(29), "agree"),
    (_told(low=30), _told(45), "differ"),
    (_told(low=30), _told(28), "undecided"),
    (_told(0), _told(0), "agree"),
    (_told(0), _told(5), "differ"),
]


@pytest.mark.parametrize(("left", "right", "verdict"), PAIRS)
def test_relation(left: Quantity, right: Quantity, verdict: str) -> None:
    assert relate(left, right).verdict == verdict
    assert relate(right, left).verdict == verdict


COUNTS = st.integers(1, 2_000_000)
SHAPES = st.sampled_from(["value", "low", "high", "about"])


def _shaped(number: float, shape: str) -> Quantity:
    shapes = {
        "value": _told(number),
        "low": _told(low=number),
        "high": _told(high=number),
        "about": _told(number, about=True),
    }
    return shapes[shape]


@given(COUNTS, COUNTS, SHAPES, SHAPES)
def test_the_order_of_two_values_does_not_count(one: int, other: int, shape: str, second: str) -> None:
    a, b = _shaped(one, shape), _shaped(other, second)
    assert relate(a, b).verdict == relate(b, a).verdict


@given(COUNTS, SHAPES)
def test_a_value_agrees_with_itself(number: int, shape: str) -> None:
    assert relate(_shaped(number, shape), _shaped(number, shape)).verdict == "agree"


@given(COUNTS, st.floats(1.0, 1.19), st.sampled_from(["low", "high"]))
def test_a_number_within_a_bound_is_no_conflict(number: int, times: float, side: str) -> None:
    kept = number * times if side == "low" else number / times
    assert relate(_shaped(number, side), _told(kept)).verdict == "agree"


@given(COUNTS, COUNTS)
def test_a_range_agrees_with_all_that_lies_in_it(one: int, other: int) -> None:
    low, high = sorted((one, other))
    assert relate(_told(low=low, high=high), _told((low + high) // 2 or 1)).verdict == "agree"


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


#: Unit, frame, the words counted, and what the figure is called.
NAMES = [
    ("metre", "distance", None, "distance"),
    ("metre", "rain", "rain", "rain"),
    ("metre", None, "ferry", "ferry (size)"),
    ("strike", "strikes", "overnight strikes", "overnight strikes"),
    ("person", None, "persone", "people"),
    ("charge", None, "criminal charges", "criminal charges"),
    ("tentativi", None, "tentativi", "tentativi"),
    ("miners", "dead", "young miners", "miners killed"),
    ("case", "infected", "cases", "cases of infection"),
    ("life", None, "vite", "lives"),
    ("", None, None, "number"),
]


@pytest.mark.parametrize(("unit", "frame", "words", "name"), NAMES)
def test_what_a_figure_is_called(unit: str, frame: str | None, words: str | None, name: str) -> None:
    told = Quantity(Span("a", 0, 2, "12"), 12, None, None, unit, of=words, frame=frame)
    assert compare_figures(((told,),), ARTICLES)[0].what == name


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


def _measured(value: float, unit: str, step: float, text: str) -> Quantity:
    return Quantity(Span(text[:1], 0, len(text), text), value, None, None, unit, step=step)


def test_units_of_one_kind_are_converted_and_the_reason_says_to_what() -> None:
    miles, kilometres = (
        _measured(60.0, "mile per hour", 1.0, "60 mph"),
        _measured(97.0, "kilometre per hour", 1.0, "97 km/h"),
    )
    relation = relate(miles, kilometres)
    assert relation.verdict == "agree"
    assert "'60 mph' (96.6 kilometres per hour)" in relation.reason
    assert relate(miles, _measured(140.0, "kilometre per hour", 1.0, "140 km/h")).verdict == "differ"


def test_a_temperature_is_no_difference_of_temperature() -> None:
    warm = _measured(41.0, "degree Fahrenheit", 1.0, "41°F")
    assert relate(warm, _measured(5.0, "degree Celsius", 1.0, "5°C")).verdict == "agree"
    warmer = _measured(9.0, "Fahrenheit degree", 1.0, "9°F warmer")
    assert relate(warmer, _measured(5.0, "Celsius degree", 1.0, "5°C warmer")).verdict == "agree"
