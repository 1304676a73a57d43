"""When a document may be from, and how near in time two are.

Where a page tells no day, the weekdays it speaks of are the evidence: reports of one event speak of
the same ones, and a day that one still awaits is past when another is written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from math import isqrt
from operator import mul

from rashomon.chronology import day_of
from rashomon.config import GroupConfig
from rashomon.types import Article

#: Whole nearness, in thousandths.
WHOLE = 1000
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Times:
    """What a document tells of its time.

    ``days`` are the proleptic ordinals of the days it may be from, empty where nothing tells;
    ``weekdays`` how often it speaks of each weekday, from Monday on; ``coming`` the days
    (month, day) it speaks of as still to come. ``minute`` counts to its publication since the year 1, in
    UTC; None where no time of day, or no zone, is told.
    """

    days: tuple[int, ...] = ()
    weekdays: tuple[int, ...] = (0,) * _WEEK
    coming: frozenset[tuple[int, int]] = frozenset()
    minute: int | None = None


def read_times(article: Article) -> Times:
    """The times of one article, from its date or its candidates and from its clues."""
    document = article.document
    told = (document.published,) if document.published else document.published_candidates
    days = tuple(sorted({day.toordinal() for text in told if (day := day_of(text))}))
    weekdays, coming = Counter[int](), set[tuple[int, int]]()
    for clue in article.annotations.clues:
        if clue.rel == 1 and clue.month and clue.day:
            coming.add((clue.month, clue.day))
        elif clue.weekday is not None:
            weekdays[clue.weekday] += 1
    if len(days) == 1:
        weekdays[date.fromordinal(days[0]).weekday()] += 1
    minute = _minute(document.published or "")
    return Times(days, tuple(weekdays[i] for i in range(_WEEK)), frozenset(coming), minute)


def _minute(published: str) -> int | None:
    try:
        moment = datetime.fromisoformat(published)
        if moment.tzinfo is None:
            return None
        moment = moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return (moment.toordinal() * 24 + moment.hour) * 60 + moment.minute


def days_apart(left: Times, right: Times) -> int | None:
    """Days between two documents, the fewest their candidates allow; None where one has no day."""
    if len(left.days) == len(right.days) == 1:
        return abs(left.days[0] - right.days[0])
    return min((abs(a - b) for a in left.days for b in right.days), default=None)


def minutes_apart(left: Times, right: Times) -> int | None:
    """Minutes between two documents, whole days where one tells no time of day; None where one has no day."""
    if left.minute is not None and right.minute is not None:
        return abs(left.minute - right.minute)
    days = days_apart(left, right)
    return None if days is None else days * 24 * 60


def nearness(left: Times, right: Times, config: GroupConfig) -> int:
    """What the time between two documents leaves of their likeness, in thousandths."""
    days = days_apart(left, right)
    if days is not None:
        if days > config.window:
            return 0
        return WHOLE * config.half_life**2 // (config.half_life**2 + days**2)
    if awaits(left, right, config) or awaits(right, left, config):
        return config.awaited
    shared = shared_weekdays(left, right, config)
    return config.other_weekdays + (config.same_weekdays - config.other_weekdays) * shared // WHOLE


def awaits(left: Times, right: Times, config: GroupConfig) -> bool:
    """Whether the left document awaits a day which is at hand or just past in the right one."""
    return bool(left.coming) and any(
        (day.month, day.day) in left.coming for day in _lately(right.days, config.window)
    )


def _lately(days: Iterable[int], window: int) -> Iterable[date]:
    return (date.fromordinal(day - back) for day in days for back in range(window) if day > back)


def shared_weekdays(left: Times, right: Times, config: GroupConfig) -> int:
    """How far two documents speak of the same weekdays: a cosine, drawn to one half where little is told."""
    product: int = sum(map(mul, left.weekdays, right.weekdays))
    own, other = (int(sum(map(mul, weekdays, weekdays))) for weekdays in (left.weekdays, right.weekdays))
    lengths = isqrt(own * other * WHOLE**2)
    doubt = config.weekday_doubt
    return (2 * product + doubt) * WHOLE**2 // (2 * (lengths + doubt * WHOLE))
