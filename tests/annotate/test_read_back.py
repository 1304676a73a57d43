"""Numbers and dates as babel writes them in a language are read back; any text is read in time."""

from __future__ import annotations

from datetime import date
from time import perf_counter

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given, settings
from hypothesis import strategies as st
from time_builder import document, sentences

from rashomon.annotate.dates import find_dates
from rashomon.annotate.numerals import read_numerals
from rashomon.annotate.quantities import find_quantities

LANGUAGES = ("en", "ru", "es", "de", "fr", "it", "pt", "uk", "pl")


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.integers(0, 10**12), st.sampled_from(LANGUAGES))
def test_whole_numbers(number: int, language: str) -> None:
    text = format_decimal(number, locale=language)
    assert [n.value for n in read_numerals(text, language)] == [number]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.integers(1, 10**8), st.sampled_from(LANGUAGES))
def test_decimal_numbers(hundredths: int, language: str) -> None:
    text = format_decimal(hundredths / 100, format="#,##0.00", locale=language)
    assert [n.value for n in read_numerals(text, language)] == [pytest.approx(hundredths / 100)]


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.dates(date(1900, 1, 1), date(2049, 12, 31)), st.sampled_from(LANGUAGES), st.booleans())
def test_dates(day: date, language: str, full: bool) -> None:
    page = document(format_date(day, "full" if full else "long", locale=language), language)
    assert [d.value for d in find_dates(page, sentences(page))] == [day.isoformat()]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.text(st.sampled_from("0123456789 .,-–%$°'’½ aоые\n\ud800"), max_size=80), st.sampled_from(LANGUAGES)
)
def test_spans_of_any_text(text: str, language: str) -> None:
    page = document(text, language)
    for found in find_quantities(page, sentences(page), ()):
        assert text[found.span.start : found.span.end] == found.span.text


HARD = [
    "1 ",
    "1, ",
    "1-",
    "a mile ",
    "2 and a half ",
    "двадцатидвух",
    "3 - ",
    "1°",
    "in his 40s, ",
    "dwudziesto",
]


@pytest.mark.parametrize("piece", HARD)
@pytest.mark.parametrize("language", ["en", "ru", "pl"])
def test_time_is_linear(piece: str, language: str) -> None:
    def seconds(times: int) -> float:
        page = document(piece * times, language)
        start = perf_counter()
        find_quantities(page, sentences(page), ())
        return perf_counter() - start

    seconds(10)
    short, long = seconds(400), seconds(4000)
    assert long < 40 * short + 0.1
