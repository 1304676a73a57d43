"""Weekdays in the forms of each language, and words that only look like them."""

from __future__ import annotations

import pytest
from time_builder import document, sentences

from rashomon.annotate.dates import find_clues

#: language, text, weekdays (Monday is 0)
WEEKDAYS = [
    ("ru", "после субботнего матча и воскресных забегов", [5, 6]),
    ("ru", "к средам и четвергам", [2, 3]),
    ("uk", "після п’ятничного матчу", [4]),
    ("de", "am Freitagabend und am Samstagmorgen", [4, 5]),
    ("pt", "Foi detido na segunda.", [0]),
    ("pt", "Chove até quarta, na quinta à noite e de segunda feira em diante", [2, 3]),
    ("pt", "avisos para segunda e terça-feira", [0, 1]),
    ("pt", "na segunda fase, a quarta maior cidade e a terça parte", []),
    ("en", "She spoke of it on “Sunday Morning” last year.", []),
    ("en", "“Monday morning,” he said", [0]),
    ("en", "It was on Saturday Night Live", []),
]


@pytest.mark.parametrize(("language", "text", "weekdays"), WEEKDAYS)
def test_weekdays(language: str, text: str, weekdays: list[int]) -> None:
    page = document(text, language)
    found = [clue.weekday for clue in find_clues(page, sentences(page))]
    assert [day for day in found if day is not None] == weekdays
