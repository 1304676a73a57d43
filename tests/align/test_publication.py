"""Undated pages, alone and beside others of their story."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from time_builder import article, document

from rashomon.align.publication import date_documents
from rashomon.types import Article, DayLine


def _page(text: str, key: str = "d1", published: str | None = None, language: str = "en") -> Article:
    return article(document(text, language, published, key))


ALONE = [
    # A year without month is no evidence: it may be spoken of long before it comes.
    ("en", "The mayor said on Wednesday that the dam of 2018 holds.", None),
    # The 5th of June is a Wednesday in 2013, 2019 and 2024; the last year told is 2018.
    (
        "en",
        "The mayor said on Wednesday, June 5, that the dam holds.\nIt was built in May 2018.",
        "2019-06-05",
    ),
    ("ru", "Об этом в среду, 5 июня, сообщил мэр.\nПлотину построили летом 2018 года.", "2019-06-05"),
    ("en", "The mayor said on Wednesday, June 5, 2019, that the dam holds.", "2019-06-05"),
    ("en", "The mayor said on Wednesday that the dam holds. It was built in May 2018.", None),
    ("en", "Since June 5 the dam holds, the mayor said on Wednesday. It was built in May 2018.", None),
]


@pytest.mark.parametrize(("language", "text", "published"), ALONE)
def test_a_page_alone(language: str, text: str, published: str | None) -> None:
    (dated,) = date_documents((_page(text, language=language),))
    assert dated.published == published
    assert (dated.published_from is not None) == (published is not None)


def test_no_year_told_leaves_candidates() -> None:
    (dated,) = date_documents((_page("The mayor said on Wednesday, June 5, that the dam holds."),))
    assert dated.published is None
    assert {"2013-06-05", "2019-06-05"} <= set(dated.published_candidates)
    assert len(dated.published_candidates) <= 8


def test_years_far_from_any_told_leave_candidates() -> None:
    text = "The mayor said on Wednesday, June 5, that the dam holds.\nIt was built in May 2014."
    (dated,) = date_documents((_page(text),))
    assert (dated.published, dated.published_candidates[0]) == (None, "2019-06-05")


def test_the_year_may_stand_on_another_page_of_the_story() -> None:
    pages = (
        _page("The mayor said on Wednesday, June 5, that the dam holds.", "a"),
        _page("The dam holds, the mayor told reporters on Wednesday.\nIt was built in May 2018.", "b"),
    )
    assert [d.published for d in date_documents(pages)] == ["2019-06-05", "2019-06-05"]


def test_a_weekday_beside_a_dated_page_by_the_days_both_tell() -> None:
    dated = _page("The dam broke on Sunday.", "a", "2019-06-03")
    late = _page("Repairs will take a year, the mayor said Friday.\nThe dam broke on Sunday.", "b")
    found = date_documents((dated, late))[1]
    assert found.published == "2019-06-07"
    assert "2019-06-02" in (found.published_from or "")


def test_a_weekday_nobody_reports_on_may_be_of_the_day_before() -> None:
    dated = _page("The dam broke.", "a", "2019-06-03")
    late = _page("The dam looks old and grey after the big storm of Friday.", "b")
    found = date_documents((dated, late))[1]
    assert (found.published, len(found.published_candidates)) == (None, 4)


def test_a_weekday_that_fits_two_weeks_stays_open() -> None:
    dated = _page("The dam broke.", "a", "2019-06-03")
    late = _page("Repairs will take a year, the mayor said Friday.", "b")
    found = date_documents((dated, late))[1]
    assert (found.published, found.published_candidates) == (None, ("2019-05-31", "2019-06-07"))


def test_a_told_date_is_never_changed() -> None:
    page = _page("The mayor said on Wednesday, June 5, 2019, that the dam holds.", "a", "2020-01-01")
    assert date_documents((page,)) == (page.document,)


def test_the_order_of_the_pages_does_not_count() -> None:
    pages = (
        _page("The mayor said on Wednesday, June 5, that the dam holds.", "a"),
        _page("The dam holds, the mayor told reporters on Wednesday.\nIt was built in May 2018.", "b"),
        _page("The dam broke over the weekend.", "c"),
    )
    outcomes = {tuple(sorted(map(str, date_documents(order)))) for order in permutations(pages)}
    assert len(outcomes) == 1


DAY_LINES = [
    # The line above the article goes before the days its lead tells.
    (DayLine("Wednesday, June 5", None, 6, 5, 2), None, "2019-06-05"),
    (DayLine("Wednesday, June 5", None, 6, 5, 2), "2013-06-07", "2013-06-05"),
    (DayLine("5 June", None, 6, 5), "2013-06-07", "2013-06-05"),
    (DayLine("5 June 2012", 2012, 6, 5), None, "2012-06-05"),
]


@pytest.mark.parametrize(("line", "other", "published"), DAY_LINES)
def test_the_day_above_the_article(line: DayLine, other: str | None, published: str) -> None:
    page = _page("The dam holds, the mayor said on Tuesday, June 4.\nIt was built in May 2018.", "a")
    page = replace(page, document=replace(page.document, day_line=line))
    beside = _page("The dam holds, the mayor told reporters.", "b", other)
    dated = date_documents((page, beside))[0]
    assert dated.published == published
    assert line.text in (dated.published_from or "")
