from __future__ import annotations

import pytest

from rashomon.report.wording import amount, counted, day, days, language_name, number, shorten
from rashomon.types import Document, Quantity, Span


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (None, "date not known"),
        ("2031", "2031"),
        ("2031-03", "March 2031"),
        ("2031-03-04", "4 March 2031"),
        ("2031-SP", "spring 2031"),
        ("2031-FA", "autumn 2031"),
        ("2031-03-04T18:20:00Z", "4 March 2031, 18:20"),
        ("2031-03-04 18:20", "4 March 2031, 18:20"),
        ("2031-99", "2031-99"),
    ],
)
def test_day(date: str | None, words: str) -> None:
    assert day(date) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "0"),
        (12, "12"),
        (1234, "1,234"),
        (0.5, "0.5"),
        (1_500_000, "1.5 million"),
        (2_000_000_000, "2 billion"),
        (1_234_567, "1,234,567"),
        (-3_000_000, "-3 million"),
    ],
)
def test_number(value: float, words: str) -> None:
    assert number(value) == words


def _quantity(
    value: float | None, bounds: tuple[float | None, float | None], unit: str, approximate: bool = False
) -> Quantity:
    return Quantity(Span("d", 0, 4, "some"), value, *bounds, unit, approximate=approximate)


OPEN = (None, None)


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (_quantity(12, OPEN, "person"), "12 people"),
        (_quantity(None, (300_000, None), "person"), "≥ 300,000 people"),
        (_quantity(None, (None, 5), "percent"), "≤ 5%"),
        (_quantity(None, (10, 12), "person"), "10–12 people"),
        (_quantity(12, OPEN, "percent", True), "≈ 12%"),
        (_quantity(240_000, OPEN, "metre"), "240 km"),
        (_quantity(64_373.76, OPEN, "metre"), "64.4 km"),
        (_quantity(0.5842, OPEN, "metre"), "58.4 cm"),
        (_quantity(None, (60, None), "strike"), "≥ 60"),
        (_quantity(1, OPEN, "person"), "1 person"),
        (_quantity(84, OPEN, "year"), "84 years"),
        (_quantity(80, OPEN, "metre"), "80 m"),
        (_quantity(1_500_000, OPEN, "EUR"), "EUR 1.5 million"),
        (_quantity(None, (1_000, None), "EUR"), "≥ EUR 1,000"),
        (_quantity(2009, OPEN, "year"), "2009"),
        (_quantity(None, OPEN, "people"), "some"),
    ],
)
def test_amount(quantity: Quantity, words: str) -> None:
    assert amount(quantity) == words


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("as it is", "as it is"),
        ("  folded \n here ", "folded here"),
        ("one two three four", "one two […]"),
        ("oneverylongwordwithoutanyspace", "oneverylongw […]"),
        ("", ""),
    ],
)
def test_shorten(text: str, short: str) -> None:
    assert shorten(text, 12) == short


def test_counted_and_languages() -> None:
    assert (counted(1, "story", "stories"), counted(2_000, "page")) == ("1 story", "2,000 pages")
    assert [language_name(code) for code in ("ru", None, "zz")] == ["Russian", "language not known", "zz"]


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ([], "dates not known"),
        (["2031-03-04"], "4 March 2031"),
        (["2031-03-04T10:00:00Z", "2031-03-04"], "4 March 2031"),
        (["2031-03-04", "2031-03-06"], "4 – 6 March 2031"),
        (["2031-02-28", "2031-03-06"], "28 February – 6 March 2031"),
        (["2030-12-31", "2031-01-01"], "31 December 2030 – 1 January 2031"),
        (["2031", "2031-03-06"], "2031 – 6 March 2031"),
    ],
)
def test_days(told: list[str], words: str) -> None:
    assert days(Document(f"d{n}", "x", "0", published=value) for n, value in enumerate(told)) == words
