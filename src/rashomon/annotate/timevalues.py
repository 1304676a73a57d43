"""What a phrase of time comes to: a contract date, or the first and the last of several, with the reason.

    phrase + (the day it counts from, tense of its clause, day and year spoken of before) -> value, reason

Values and granularity follow TIMEX3 (ISO 24617-1) as far as a contract date can say them. What has no
contract date of its own (a weekend, a quarter, a decade) is told by its ends, as ISO 8601 writes an interval:
"2021-07/2021-09". "Last week" alone has no value: its days say less than it does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.annotate.timewords import TimePhrase
from rashomon.chronology import (
    WEEKDAYS,
    day_of,
    granularity,
    make_date,
    period,
    season_of,
    shift_days,
    shift_months,
    weekday_from,
    weekday_up_to,
)
from rashomon.config import DatesConfig

CONFIG = DatesConfig()


@dataclass(frozen=True, slots=True)
class Context:
    """What a phrase is read against. ``page`` is the day it counts from, ``origin`` says what day that is.

    ``tense`` is 1 where its clause speaks of what is to come, -1 of what was, 0 where it does not tell;
    ``sentence_year`` and ``last_year`` are years told before, ``last`` is what was told last.
    """

    page: date | None
    origin: str
    tense: int = 0
    sentence_year: int | None = None
    last_year: int | None = None
    last: str | None = None

    @property
    def anchor(self) -> str:
        """The day counted from, in words."""
        return f"{self.page}, {self.origin}"


Resolved = tuple[str, str] | None


def resolve(phrase: TimePhrase, context: Context) -> Resolved:
    """The value of a phrase with the reason for it, or None where nothing tells it."""
    resolver = _RESOLVERS.get(phrase.kind)
    return resolver(phrase, context) if resolver else None


def _relative_year(phrase: TimePhrase, context: Context) -> tuple[int, str] | None:
    if phrase.relyear == "that":
        return (context.last_year, "the year spoken of before") if context.last_year else None
    if phrase.relyear is None or context.page is None:
        return None
    return context.page.year + int(phrase.relyear), f"counted from {context.anchor}"


def _told_year(phrase: TimePhrase, context: Context) -> tuple[int, str] | None:
    if phrase.year is not None:
        return phrase.year, "told in full"
    return _relative_year(phrase, context)


def _nearest_year(phrase: TimePhrase, context: Context) -> tuple[int, str] | None:
    """The year of a day told without one: the weekday decides, then the tense, then nearness."""
    page = context.page
    if context.sentence_year and phrase.weekday is None:
        return context.sentence_year, "the year told before it in the sentence"
    if page is None or phrase.month is None or phrase.day is None:
        return None
    days = [d for y in (-1, 0, 1) if (d := make_date(page.year + y, phrase.month, phrase.day))]
    if phrase.weekday is not None:
        days = [d for d in days if d.weekday() == phrase.weekday] or days
        nearest = min(days, key=lambda d: abs((d - page).days), default=None)
        return (
            (nearest.year, f"the {WEEKDAYS[phrase.weekday]} nearest to {context.anchor}") if nearest else None
        )
    past = max((d for d in days if d <= page), default=None)
    ahead = min((d for d in days if d >= page), default=None)
    if ahead and (phrase.rel == 1 or (context.tense > 0 and phrase.rel != -1)):
        return ahead.year, f"the next after {context.anchor}"
    if ahead and context.tense == 0 and phrase.rel is None and (ahead - page).days <= CONFIG.days_ahead:
        return (
            ahead.year,
            f"{(ahead - page).days} days from {context.anchor}" if ahead > page else context.anchor,
        )
    return (past.year, f"the last before {context.anchor}") if past else None


def _date(phrase: TimePhrase, context: Context) -> Resolved:
    """A day, or the first and last day of a range, whose month and year may be told at its end alone."""
    told = _told_year(phrase, context) or _nearest_year(phrase, context)
    if told is None or phrase.month is None or phrase.day is None:
        return None
    last_month = phrase.to_month or phrase.month
    wraps = last_month < phrase.month
    first = make_date(told[0] - (wraps and phrase.year is not None), phrase.month, phrase.day)
    if first is None or phrase.to_day is None:
        return (first.isoformat(), told[1]) if first else None
    last = make_date(first.year + wraps, last_month, phrase.to_day)
    return (f"{first}/{last}", told[1]) if last and last > first else None


def _month(phrase: TimePhrase, context: Context) -> Resolved:
    if phrase.month is None:
        return None
    told, page = _told_year(phrase, context), context.page
    if told is None and page is not None:
        ahead = (phrase.month - page.month) % 12
        coming = (
            phrase.rel == 1 or (phrase.rel != -1 and context.tense > 0) or (phrase.rel == 0 and ahead <= 1)
        )
        passed = ahead == 0 and phrase.rel != 1
        if passed or coming:
            year = page.year + (phrase.month < page.month)
            told = year, f"the next from {context.anchor}"
        else:
            told = page.year - (phrase.month > page.month), f"the last before {context.anchor}"
    if told is None:
        return None
    if phrase.to_month is None:
        return f"{told[0]:04}-{phrase.month:02}", told[1]
    wraps = phrase.to_month < phrase.month
    year = told[0] - (wraps and phrase.year is not None)
    return f"{year:04}-{phrase.month:02}/{year + wraps:04}-{phrase.to_month:02}", told[1]


def _weekday(phrase: TimePhrase, context: Context) -> Resolved:
    page = context.page
    if page is None or phrase.weekday is None:
        return None
    name = WEEKDAYS[phrase.weekday]
    if phrase.relweek is not None:
        day = shift_days(page, 7 * phrase.relweek - page.weekday() + phrase.weekday)
        return (day.isoformat(), f"the {name} of a week counted from {context.anchor}") if day else None
    if phrase.rel == 1 or (phrase.rel != -1 and context.tense > 0):
        day = weekday_from(page + timedelta(phrase.rel == 1), phrase.weekday)
        return day.isoformat(), f"the {name} from {context.anchor}"
    day = weekday_up_to(page - timedelta(phrase.rel == -1), phrase.weekday)
    return day.isoformat(), f"the {name} up to {context.anchor}"


def _season(phrase: TimePhrase, context: Context) -> Resolved:
    told, page = _told_year(phrase, context), context.page
    if told is None and page is not None and phrase.season:
        year, now = season_of(page)
        reason = f"counted from {context.anchor}"
        if phrase.count is not None:
            told = page.year - phrase.count, reason
        elif phrase.rel is not None:
            order = ("SP", "SU", "FA", "WI")
            gone = order.index(phrase.season) < order.index(now)
            told = year + (phrase.rel if phrase.rel == 0 or gone != (phrase.rel < 0) else 0), reason
            if phrase.rel < 0 and not gone:
                told = year - 1, reason
    return (f"{told[0]:04}-{phrase.season}", told[1]) if told and phrase.season else None


def _year(phrase: TimePhrase, context: Context) -> Resolved:
    """A year, or the first and the last of several: "2014-2016", "2014-15"."""
    year, last = phrase.year, phrase.to_year
    if year is None:
        return None
    if last is None:
        return f"{year:04}", "told in full"
    if last < 100:
        # "2019-20" is two years in a row; "2019-05" rather a month.
        last = year + 1 if last == (year + 1) % 100 else year
    return (f"{year:04}/{last:04}", "told in full") if last > year else (f"{year:04}", "told in full")


def _relyear(phrase: TimePhrase, context: Context) -> Resolved:
    told = _relative_year(phrase, context)
    return (f"{told[0]:04}", told[1]) if told else None


def _relmonth(phrase: TimePhrase, context: Context) -> Resolved:
    if context.page is None or phrase.rel is None:
        return None
    month = shift_months(context.page.replace(day=1), phrase.rel)
    return f"{month:%Y-%m}", f"counted from {context.anchor}"


def _weekend(phrase: TimePhrase, context: Context) -> Resolved:
    """The last weekend begun, or the next where one is told or the clause speaks of what is to come."""
    if context.page is None:
        return None
    coming = phrase.rel == 1 or (phrase.rel != -1 and context.tense > 0)
    before = context.page - timedelta(1 if phrase.rel == -1 and context.page.weekday() == 5 else 0)
    saturday = weekday_up_to(before, 5)
    if phrase.rel == -1 and context.page.weekday() == 6:
        saturday -= timedelta(7)
    if coming:
        saturday = weekday_from(context.page - timedelta(context.page.weekday() == 6), 5)
        saturday += timedelta(7 * (phrase.rel == 1 and context.page.weekday() > 4))
    return (
        f"{saturday}/{saturday + timedelta(1)}",
        f"the weekend {'from' if coming else 'up to'} {context.anchor}",
    )


def _part_of_year(months: int) -> Callable[[TimePhrase, Context], Resolved]:
    """Quarters (3 months) and halves (6): the first and the last month of one."""

    def part(phrase: TimePhrase, context: Context) -> Resolved:
        if phrase.count is None or not 1 <= phrase.count <= 12 // months:
            return None
        first, told, page = months * (phrase.count - 1) + 1, _told_year(phrase, context), context.page
        if told is None and context.sentence_year:
            told = context.sentence_year, "the year told before it in the sentence"
        if told is None and page is not None:
            coming = context.tense > 0 and phrase.rel != -1
            if coming:
                told = page.year + (first + months - 1 < page.month), f"the next from {context.anchor}"
            else:
                told = page.year - (first > page.month), f"the last begun before {context.anchor}"
        if told is None:
            return None
        return f"{told[0]:04}-{first:02}/{told[0]:04}-{first + months - 1:02}", told[1]

    return part


def _decade(phrase: TimePhrase, context: Context) -> Resolved:
    return (f"{phrase.year:04}/{phrase.year + 9:04}", "ten years") if phrase.year else None


def _century(phrase: TimePhrase, context: Context) -> Resolved:
    if phrase.count is None or not 11 <= phrase.count <= 21:
        return None
    return f"{100 * phrase.count - 99:04}/{100 * phrase.count:04}", "a hundred years"


def _dayword(phrase: TimePhrase, context: Context) -> Resolved:
    if context.page is None or phrase.offset is None:
        return None
    day = shift_days(context.page, phrase.offset)
    return (day.isoformat(), f"counted from {context.anchor}") if day else None


def _relday(phrase: TimePhrase, context: Context) -> Resolved:
    last = day_of(context.last)
    if last is None or phrase.offset is None:
        return None
    day = shift_days(last, phrase.offset)
    return (day.isoformat(), f"counted from {last}, told before it") if day else None


def _counted_from(last: str, unit: str) -> date | None:
    """The day that units are counted from, where the date told last is as fine as they are."""
    days = period(last)
    coarse = {"year": ("day", "month", "season", "year"), "month": ("day", "month")}.get(unit, ("day",))
    fine = days is not None and (unit == "decade" or granularity(last) in coarse)
    return days.first if days and fine else None


def _ago(phrase: TimePhrase, context: Context) -> Resolved:
    """So many units before or after: "ago" counts from the page, "earlier" from the day told before."""
    count, sign, unit = 1 if phrase.count is None else phrase.count, phrase.sign or -1, phrase.unit or ""
    day, anchor = context.page, context.anchor
    if phrase.from_text:
        day, anchor = _counted_from(context.last or "", unit), f"{context.last}, told before it"
    elif phrase.sign and context.tense <= 0:
        return None
    value = _shifted(day, sign * count, unit, fine=phrase.from_text) if day else None
    first = period(value)
    # "Two years later" has not passed before the page was written.
    ahead = context.page is not None and first is not None and first.first > context.page
    if value is None or (phrase.from_text and ahead and context.tense <= 0):
        return None
    units = unit if count == 1 else f"{unit}s"
    return value, f"{count} {units} {'before' if sign < 0 else 'after'} {anchor}"


def _shifted(day: date, count: int, unit: str, *, fine: bool) -> str | None:
    """A day so many units on, as fine as the unit; a week tells no more than a month unless ``fine``."""
    if unit in ("year", "decade"):
        year = day.year + count * (10 if unit == "decade" else 1)
        return f"{year:04}" if make_date(year, 1, 1) else None
    if unit == "month":
        return f"{shift_months(day.replace(day=1), count):%Y-%m}"
    shifted = shift_days(day, count * (7 if unit == "week" else 1)) if unit in ("week", "day") else None
    if shifted is None:
        return None
    return shifted.isoformat() if fine or unit == "day" else f"{shifted:%Y-%m}"


_RESOLVERS: Mapping[str, Callable[[TimePhrase, Context], Resolved]] = {
    "date": _date,
    "holiday": _date,
    "month": _month,
    "weekday": _weekday,
    "weekend": _weekend,
    "season": _season,
    "quarter": _part_of_year(3),
    "half": _part_of_year(6),
    "year": _year,
    "decade": _decade,
    "century": _century,
    "relyear": _relyear,
    "relmonth": _relmonth,
    "dayword": _dayword,
    "relday": _relday,
    "ago": _ago,
}
