"""The calendar proof of undated pages: the right day or candidates that have it, never a wrong day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from time_builder import article, document

from rashomon.align.publication import date_documents
from rashomon.types import Dateline, Document, Span

DAYS = st.dates(date(2001, 1, 1), date(2038, 12, 31))


def _solved(text: str, source: str = "d1.txt", language: str = "en") -> Document:
    page = article(replace(document(text, language), source=source))
    return date_documents((page,))[0]


def _holds(dated: Document, day: date) -> bool:
    """Whether the day is the one found, or one of the candidates, or nothing is claimed."""
    if dated.published is not None:
        return dated.published == day.isoformat()
    return not dated.published_candidates or day.isoformat() in dated.published_candidates


@settings(max_examples=60, deadline=None)
@given(DAYS, st.integers(0, 700), st.lists(st.integers(800, 12_000), max_size=3))
def test_a_month_of_the_last_two_years_leads_to_the_day(day: date, recent: int, older: list[int]) -> None:
    told = [day - timedelta(days) for days in (*older, recent)]
    text = f"The mayor said on {day:%A}, {day:%B} {day.day}, that the dam holds.\n"
    text += "\n".join(f"A part of it was built in {d:%B %Y}." for d in told)
    assert _holds(_solved(text), day)


@settings(max_examples=60, deadline=None)
@given(DAYS, st.integers(0, 2))
def test_without_a_year_the_day_is_a_candidate(day: date, later: int) -> None:
    spoken = day - timedelta(later)
    text = f"The mayor said on {spoken:%A}, {spoken:%B} {spoken.day}, that the dam holds."
    dated = _solved(text)
    assert dated.published is None
    assert spoken.isoformat() in dated.published_candidates
    assert all(date.fromisoformat(d).weekday() == spoken.weekday() for d in dated.published_candidates)


@settings(max_examples=60, deadline=None)
@given(DAYS, st.integers(1, 40), st.integers(-1, 0))
def test_the_age_of_an_event_tells_the_year(day: date, years: int, slack: int) -> None:
    told = day.year - years + slack
    text = f"The mayor said on {day:%A}, {day:%B} {day.day}, that the dam holds.\n"
    text += f"It was built {years} years ago, in {told}."
    assert _holds(_solved(text), day)


@settings(max_examples=60, deadline=None)
@given(DAYS, st.integers(0, 3), st.booleans())
def test_the_name_of_a_file_tells_the_day_it_was_saved(day: date, later: int, named: bool) -> None:
    saved = day + timedelta(later)
    told = f"{day:%A}, {day:%B} {day.day}," if named else f"{day:%A}"
    dated = _solved(f"The mayor said on {told} that the dam holds.", f"pile/paper-{saved}.txt")
    assert _holds(dated, day)
    assert dated.published or dated.published_candidates


@settings(max_examples=40, deadline=None)
@given(DAYS, st.integers(1, 6))
def test_a_weekday_beside_a_page_of_the_same_day_is_that_day(day: date, before: int) -> None:
    event = day - timedelta(before)
    other = article(document(f"The dam broke on {event:%A}.", "en", day.isoformat(), "a"))
    page = article(document(f"Repairs will take a year, the mayor said on {day:%A}.", "en", None, "b"))
    assert _holds(date_documents((other, page))[1], day)


SETTLED = [
    # What tells the year, in the lead of a page of Wednesday, June 5, 2019.
    ("It was built ten years ago, in 2009.", "d1.txt", "2019-06-05"),
    ("It was built last year, in 2018.", "d1.txt", "2019-06-05"),
    ("It was built in 2009.", "pile/paper-2019-06-06.txt", "2019-06-05"),
    ("It was built in 2009.", "pile/20190605.txt", "2019-06-05"),
    # A file named years later, or on another weekday, tells nothing.
    ("It was built in 2009.", "pile/paper-2021-06-06.txt", None),
    # The year of a report told alone may be new: the month told is not its own year's then.
    ("It was built in May 2012. In 2017 it was raised.", "d1.txt", None),
    # The first such Wednesday comes before the month that is told.
    ("It was built in November 2013.", "d1.txt", None),
]


@pytest.mark.parametrize(("hint", "source", "published"), SETTLED)
def test_what_settles_the_year(hint: str, source: str, published: str | None) -> None:
    dated = _solved(f"The mayor said on Wednesday, June 5, that the dam holds.\n{hint}", source)
    assert dated.published == published
    assert published or "2019-06-05" in dated.published_candidates


def test_a_day_found_says_where_it_is_from() -> None:
    dated = _solved("The mayor said on Wednesday, June 5, that the dam holds.\nIt was built in May 2018.")
    (told,) = (p for p in dated.provenance if p.field == "published")
    assert (told.value, told.confidence) == ("2019-06-05", "inferred")
    assert told.source == dated.published_from


def test_a_weekday_apart_from_the_day_may_be_the_one_before() -> None:
    """A dateline of Thursday, June 6, 2019, and an event of Wednesday; June 6 is a Wednesday in 2018."""
    page = document("LAKEVILLE, June 6 - On Wednesday the old dam broke.\nIt was built in May 2018.")
    line = Dateline(Span("d1", 0, 19, page.text[:19]), "LAKEVILLE", None, Span("d1", 11, 17, "June 6"))
    (dated,) = date_documents((article(replace(page, dateline=line)),))
    assert dated.published is None
    assert dated.published_candidates[:2] == ("2018-06-06", "2019-06-06")


@pytest.mark.xfail(reason="a page that tells no month of its last five years", strict=True)
def test_a_page_of_2022_whose_newest_month_is_of_2015() -> None:
    text = "The mayor said on Monday, December 12, that the dam holds.\nIt was built in September 2015."
    assert _holds(_solved(text), date(2022, 12, 12))
