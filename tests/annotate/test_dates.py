"""Time expressions; every page of these cases is of Wednesday, 15 March 2023."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st
from time_builder import document, sentences

from rashomon.annotate.dates import find_clues, find_dates
from rashomon.annotate.sentences import split_sentences
from rashomon.types import Dateline, Span

PAGE = "2023-03-15"
CASES = [
    ("en", "The mayor said on Monday", ["2023-03-13"]),
    ("en", "The mayor said Wednesday", ["2023-03-15"]),
    ("en", "The vote will be held on Thursday", ["2023-03-16"]),
    ("en", "next Wednesday and last Wednesday", ["2023-03-22", "2023-03-08"]),
    ("en", "The bridge was opened in March", ["2023-03"]),
    ("en", "The bridge was opened in May", ["2022-05"]),
    ("en", "The bridge will open in May", ["2023-05"]),
    ("en", "It may march on, she said", []),
    ("en", "since March 2011", ["2011-03"]),
    ("en", "the spring of this year, last summer", ["2023-SP", "2022-SU"]),
    ("en", "two summers ago", ["2021-SU"]),
    ("en", "three years ago and 16 months ago", ["2020", "2021-11"]),
    ("en", "two days ago", ["2023-03-13"]),
    ("en", "yesterday, today and tomorrow", ["2023-03-14", "2023-03-15", "2023-03-16"]),
    ("en", "October 6, 1981", ["1981-10-06"]),
    ("en", "on Friday, 3 March", ["2023-03-03"]),
    ("en", "from February 10-12", ["2023-02-10", "2023-02-12"]),
    ("en", "in 1999, last year, this month", ["1999", "2022", "2023-03"]),
    ("en", "the 2016 flood and the Canal Act 2017", ["2016", "2017"]),
    ("en", "It began in 1987 and ended in June of that year", ["1987", "1987-06"]),
    ("en", "1950 people and $2016", []),
    ("en", "on 14 October 1981, a week after 6 October", ["1981-10-14", "1981-10-06"]),
    ("ru", "Об этом сообщили в среду, 8 марта", ["2023-03-08"]),
    ("ru", "6 октября 1981 года и летом 2014 года", ["1981-10-06", "2014-SU"]),
    ("ru", "в понедельник и вчера", ["2023-03-13", "2023-03-14"]),
    ("ru", "С 27 февраля действует запрет", ["2023-02-27"]),
    ("ru", "три года назад, в прошлом году", ["2020", "2022"]),
    ("ru", "Выборы состоятся в мае", ["2023-05"]),
    ("ru", "12.04.1961", ["1961-04-12"]),
    ("de", "am Montag, den 6. März 2023", ["2023-03-06"]),
    ("de", "vor drei Jahren, im vergangenen Jahr", ["2020", "2022"]),
    ("de", "Er sagte am Dienstagabend", ["2023-03-14"]),
    ("de", "im Sommer 2014", ["2014-SU"]),
    ("es", "el pasado lunes", ["2023-03-13"]),
    ("es", "el 3 de agosto de 2011 y en abril de ese año", ["2011-08-03", "2011-04"]),
    ("es", "en febrero del año pasado, hace 16 meses", ["2022-02", "2021-11"]),
    ("es", "el próximo jueves", ["2023-03-16"]),
    ("fr", "Samedi dernier et hier soir", ["2023-03-11", "2023-03-14"]),
    ("fr", "le 1er février 2011", ["2011-02-01"]),
    ("fr", "il y a trois ans, l'année dernière", ["2020", "2022"]),
    ("it", "il 6 ottobre 1981 e lunedì scorso", ["1981-10-06", "2023-03-13"]),
    ("it", "tre anni fa, nel 1978", ["2020", "1978"]),
    ("xx", "in March 2011", []),
]


@pytest.mark.parametrize(("language", "text", "values"), CASES)
def test_dates(language: str, text: str, values: list[str]) -> None:
    page = document(text, language, PAGE)
    found = find_dates(page, sentences(page))
    assert [d.value for d in found] == values
    assert all(page.text[d.span.start : d.span.end] == d.span.text and d.reason for d in found)


_FOLDER = Path(__file__).parent.parent / "data" / "dates"
_TOLD = [
    (file.stem, *line.split("\t"))
    for file in sorted(_FOLDER.glob("*.tsv"))
    for line in file.read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("language", "text", "values"), _TOLD)
def test_told_dates(language: str, text: str, values: str) -> None:
    """Text and its dates, "-" for none; a range has its first and its last."""
    page = document(text, language, PAGE)
    found = find_dates(page, split_sentences(page))
    assert [d.value for d in found] == ([] if values == "-" else values.split())
    assert all(page.text[d.span.start : d.span.end] == d.span.text and d.reason for d in found)


UNDATED = [
    ("She said on Monday that in March 2011 it rained", ["2011-03"]),
    ("On 3 May, three years ago, yesterday, last year", []),
    ("On 3 May 2020 and on 7 May", ["2020-05-03", "2020-05-07"]),
]


@pytest.mark.parametrize(("text", "values"), UNDATED)
def test_an_undated_page_has_only_absolute_dates(text: str, values: list[str]) -> None:
    page = document(text)
    assert [d.value for d in find_dates(page, sentences(page))] == values


def test_a_date_says_how_it_was_read() -> None:
    page = document("The mayor said on Monday", "en", PAGE)
    (date,) = find_dates(page, sentences(page))
    assert date.reason == "the Monday up to 2023-03-15, the page's date"


ANCHORED = [
    # A report of June 4 on a page of June 5, 2019; then one years old, where the page's day counts.
    ("LAKEVILLE, June 4 - It rained yesterday.", "June 4", None, ["2019-06-04", "2019-06-03"]),
    ("LAKEVILLE, May 4 - It rained yesterday.", "May 4", None, ["2019-05-04", "2019-06-04"]),
    # Changed on June 7: it tells of June 6, or nothing later than its first day.
    ("It rained yesterday, June 6, 2019.", None, "2019-06-07", ["2019-06-06", "2019-06-06"]),
    ("It rained yesterday, June 4, 2019.", None, "2019-06-07", ["2019-06-04", "2019-06-04"]),
]


@pytest.mark.parametrize(("text", "line", "modified", "values"), ANCHORED)
def test_the_day_a_text_counts_from(
    text: str, line: str | None, modified: str | None, values: list[str]
) -> None:
    page = replace(document(text, "en", "2019-06-05"), modified=modified)
    if line:
        at = text.index(line)
        day = Span(page.id, at, at + len(line), line)
        page = replace(
            page, dateline=Dateline(Span(page.id, 0, day.end, text[: day.end]), "LAKEVILLE", None, day)
        )
    assert [d.value for d in find_dates(page, sentences(page))] == values


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(["en", "ru", "uk", "es", "de", "fr", "it", "pt", "pl"]),
    st.dates(date(1900, 1, 1), date(2049, 12, 31)),
    st.sampled_from(["long", "full"]),
)
def test_a_date_as_a_language_writes_it_is_read_back(language: str, day: date, width: str) -> None:
    told = format_date(day, format=width, locale=language)
    page = document(told, language, "2023-03-15")
    assert day.isoformat() in [d.value for d in find_dates(page, sentences(page))]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["en", "ru", "de", "fr", "pl"]), st.text(max_size=200), st.dates())
def test_any_text_keeps_its_spans(language: str, text: str, day: date) -> None:
    page = document(f"{text} 5:30 {day:%d.%m.%Y %A %B} Q3 {text}", language, "2023-03-15")
    found = find_dates(page, sentences(page))
    assert all(page.text[d.span.start : d.span.end] == d.span.text for d in found)


def test_clues_keep_what_was_told() -> None:
    page = document("He spoke on Monday, December 12.\nIt will rain on Friday.")
    first, second = find_clues(page, sentences(page))
    assert (first.weekday, first.month, first.day, first.year, first.rel) == (0, 12, 12, None, None)
    assert (second.weekday, second.rel, second.sentence) == (4, 1, 1)


@pytest.mark.parametrize(
    "text", ["", "x", "may " * 3000, "1 " * 3000, "\ud800 May 3 \udfff", "May 3, " * 1000]
)
def test_any_text_is_read(text: str) -> None:
    page = document(text, "en", PAGE)
    assert all(d.span.text in text for d in find_dates(page, sentences(page)))
