"""Days decide where pages tell them; else the weekdays they speak of and the days they await."""

from __future__ import annotations

import pytest

from rashomon.config import GroupConfig
from rashomon.group.times import WHOLE, days_apart, nearness, read_times
from rashomon.types import Span, TimeClue

from .pile import article

CONFIG = GroupConfig()
NEUTRAL = (CONFIG.same_weekdays + CONFIG.other_weekdays) // 2


def clue(
    weekday: int | None = None, month: int | None = None, day: int | None = None, rel: int | None = None
) -> TimeClue:
    kind = "weekday" if weekday is not None else "date"
    return TimeClue(Span("d", 0, 0, ""), kind, None, month, day, weekday, rel, 0)


@pytest.mark.parametrize(
    ("left", "right", "days"),
    [
        ("2020-02-28", "2020-03-01", 2),
        ("2020-02-28T23:00Z", "2020-02-28", 0),
        ("2020", "2020-03-01", None),
        (None, "2020-03-01", None),
    ],
)
def test_days_apart(left: str | None, right: str | None, days: int | None) -> None:
    times = [read_times(article(str(n), "", "", day)) for n, day in enumerate((left, right))]
    assert days_apart(*times) == days


def test_the_nearest_candidate_counts() -> None:
    undated = read_times(article("1", "", "", candidates=("2016-05-11", "2022-05-11")))
    assert days_apart(undated, read_times(article("2", "", "", "2022-05-14"))) == 3


def test_nearness_falls_with_the_days_and_ends_with_the_window() -> None:
    day = read_times(article("1", "", "", "2020-03-01"))
    values = [
        nearness(day, read_times(article("2", "", "", f"2020-03-{n:02}")), CONFIG) for n in (1, 2, 4, 13, 14)
    ]
    assert values[0] == WHOLE
    assert values[2] == WHOLE // 2
    assert values == sorted(values, reverse=True)
    assert values[3] > values[4] == 0


def test_weekdays_speak_where_dates_do_not() -> None:
    friday, more = (article("1", "", "", clues=(clue(4),) * n) for n in (1, 5))
    tuesday, silent = article("2", "", "", clues=(clue(1),) * 3), article("3", "", "")
    times = {name: read_times(a) for name, a in locals().items()}
    assert nearness(times["friday"], times["silent"], CONFIG) == NEUTRAL
    assert nearness(times["silent"], times["silent"], CONFIG) == NEUTRAL
    assert NEUTRAL < nearness(times["friday"], times["friday"], CONFIG) < CONFIG.same_weekdays
    assert nearness(times["more"], times["more"], CONFIG) > nearness(times["friday"], times["friday"], CONFIG)
    assert nearness(times["friday"], times["tuesday"], CONFIG) < NEUTRAL


def test_a_page_that_awaits_the_day_of_the_other_is_of_an_earlier_event() -> None:
    awaiting = read_times(article("1", "", "", clues=(clue(month=7, day=6, rel=1),)))
    told = read_times(article("2", "", "", clues=(clue(month=7, day=6),)))
    of_the_day = read_times(article("3", "", "", "2018-07-08"))
    assert nearness(awaiting, of_the_day, CONFIG) == CONFIG.awaited
    assert nearness(told, of_the_day, CONFIG) == NEUTRAL
    assert nearness(awaiting, read_times(article("3", "", "", "2018-07-05")), CONFIG) > CONFIG.awaited
