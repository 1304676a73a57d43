"""Contract dates and the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from rashomon.chronology import (
    Period,
    day_of,
    granularity,
    period,
    season_of,
    shift_days,
    shift_months,
    weekday_from,
    weekday_up_to,
)

PERIODS = [
    ("2019", (date(2019, 1, 1), date(2019, 12, 31))),
    ("2020-02", (date(2020, 2, 1), date(2020, 2, 29))),
    ("2021-12", (date(2021, 12, 1), date(2021, 12, 31))),
    ("2021-12-05", (date(2021, 12, 5), date(2021, 12, 5))),
    ("2021-12-05T10:30:00+02:00", (date(2021, 12, 5), date(2021, 12, 5))),
    ("2018-SU", (date(2018, 6, 1), date(2018, 8, 31))),
    ("2018-WI", (date(2018, 12, 1), date(2019, 2, 28))),
]


@pytest.mark.parametrize(("value", "days"), PERIODS)
def test_period(value: str, days: tuple[date, date]) -> None:
    assert period(value) == Period(*days)


@pytest.mark.parametrize(
    "value", ["", None, "soon", "2021-13", "2021-02-30", "0000", "2021-1-1", "20211", "2021-XX"]
)
def test_no_period(value: str | None) -> None:
    assert period(value) is None


def test_day_of() -> None:
    assert day_of("2020-05-01 08:00") == date(2020, 5, 1)
    assert day_of("2020-05") is None


@pytest.mark.parametrize(
    ("value", "name"), [("2020", "year"), ("2020-WI", "season"), ("2020-05", "month"), ("2020-05-01", "day")]
)
def test_granularity(value: str, name: str) -> None:
    assert granularity(value) == name


@pytest.mark.parametrize(
    ("months", "shifted"),
    [(1, date(2020, 2, 29)), (-1, date(2019, 12, 31)), (13, date(2021, 2, 28)), (-11, date(2019, 2, 28))],
)
def test_shift_months(months: int, shifted: date) -> None:
    assert shift_months(date(2020, 1, 31), months) == shifted


def test_shifts_stay_in_the_years_of_the_news() -> None:
    assert shift_days(date(2020, 1, 1), 10**12) is None
    assert shift_days(date(2020, 1, 1), -1) == date(2019, 12, 31)
    assert shift_months(date(2020, 1, 1), 10**12).year == 2999


def test_weekdays() -> None:
    wednesday = date(2023, 3, 15)
    assert weekday_up_to(wednesday, 2) == wednesday == weekday_from(wednesday, 2)
    assert weekday_up_to(wednesday, 3) == date(2023, 3, 9)
    assert weekday_from(wednesday, 1) == date(2023, 3, 21)


@pytest.mark.parametrize(
    ("day", "season"),
    [(date(2017, 1, 5), (2016, "WI")), (date(2017, 3, 1), (2017, "SP")), (date(2017, 12, 1), (2017, "WI"))],
)
def test_season_of(day: date, season: tuple[int, str]) -> None:
    assert season_of(day) == season
