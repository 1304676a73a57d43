"""Contract dates (YYYY, YYYY-MM, YYYY-MM-DD, YYYY-SP/SU/FA/WI) and the arithmetic of the calendar.

Weekdays count from Monday, 0, as in ``datetime``. Seasons are the northern, meteorological ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Granularity = Literal["year", "season", "month", "day"]

#: The first month of each season; winter begins in December of its year.
SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
FIRST_YEAR, LAST_YEAR = 1000, 2999
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_VALUE = re.compile(r"(\d{4})(?:-(?:(SP|SU|FA|WI)|(\d\d)(?:-(\d\d))?))?(?:$|(?<=-\d\d)[T ].*)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Period:
    """The days a contract date covers, both inclusive."""

    first: date
    last: date


#: The length of a contract date that is a day, and no time is told.
DAY_LENGTH = len("2000-01-31")


def make_date(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day or the year is no year of the news."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def period(value: str | None) -> Period | None:
    """The days of a contract date (a time is passed over), or None where it is none."""
    match = _VALUE.match(value or "")
    if not match:
        return None
    year, season, month, day = int(match[1]), match[2], match[3], match[4]
    first = make_date(year, SEASON_STARTS[season] if season else int(month or 1), int(day or 1))
    if first is None:
        return None
    if day:
        return Period(first, first)
    return Period(first, shift_months(first, 3 if season else 1 if month else 12) - timedelta(1))


def day_of(value: str | None) -> date | None:
    """The one day a contract date names ("2016-12-12T09:30Z" too), or None where it names more or none."""
    days = period(value)
    return days.first if days and days.first == days.last else None


def granularity(value: str) -> Granularity:
    """How finely a contract date is told."""
    date_part = value[:10]
    if len(date_part) == 4:
        return "year"
    if date_part[5:] in SEASON_STARTS:
        return "season"
    return "month" if len(date_part) == 7 else "day"


def shift_months(day: date, months: int) -> date:
    """The same day some months on; the last day of a shorter month stands for one it lacks."""
    count = min(max(day.year * 12 + day.month - 1 + months, FIRST_YEAR * 12), LAST_YEAR * 12 + 11)
    year, month = divmod(count, 12)
    for number in range(day.day, 27, -1):
        if shifted := make_date(year, month + 1, number):
            return shifted
    return date(year, month + 1, min(day.day, 28))


def shift_days(day: date, days: int) -> date | None:
    """The day some days on, or None beyond the years of the news."""
    try:
        shifted = day + timedelta(days)
    except OverflowError:
        return None
    return shifted if FIRST_YEAR <= shifted.year <= LAST_YEAR else None


def weekday_up_to(day: date, weekday: int) -> date:
    """The latest such weekday that is not after the day."""
    return day - timedelta((day.weekday() - weekday) % 7)


def weekday_from(day: date, weekday: int) -> date:
    """The first such weekday that is not before the day."""
    return day + timedelta((weekday - day.weekday()) % 7)


def season_of(day: date) -> tuple[int, str]:
    """The season a day lies in, with the year it is named by (January 2017 is winter 2016)."""
    name = max(
        (s for s in SEASON_STARTS if SEASON_STARTS[s] <= day.month),
        key=SEASON_STARTS.__getitem__,
        default="WI",
    )
    return (day.year if day.month >= 3 else day.year - 1), name
