"""The year of a day told without one: "Monday, December 12".

weekday, day and month -> the days of all years that fit -> file name, dated pages, ages of events, newest
year told -> one day, or all of them with the reason
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from rashomon.chronology import WEEKDAYS, make_date, weekday_up_to
from rashomon.config import PublicationConfig
from rashomon.types import Article, Document, TimeClue

CONFIG = PublicationConfig()


@dataclass(frozen=True, slots=True)
class Finding:
    """What the evidence leaves: one day, or several, and how that was found."""

    days: tuple[date, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class StoryDays:
    """What is known of the story so far: its dated pages, the newest year any page tells with a month, the
    newest one told alone, and the years that ages of events leave."""

    dated: tuple[tuple[Article, date], ...]
    newest: TimeClue | None
    alone: TimeClue | None
    ages: tuple[Age, ...]


@dataclass(frozen=True, slots=True)
class Age:
    """What "ten years ago, in 2012" says of the page: it is of 2022, or a year before or after."""

    first: int
    last: int
    told: str


@dataclass(frozen=True, slots=True)
class OwnDay:
    """The report's own day as it tells it, and in words where.

    ``loose`` says that its weekday stands apart from it and may be the day before.
    """

    told: str
    year: int | None
    month: int
    day: int
    weekday: int | None
    loose: bool = False

    @property
    def weekdays(self) -> tuple[int, ...]:
        """The weekdays that it can be."""
        if self.weekday is None:
            return ()
        return (self.weekday, (self.weekday + 1) % 7) if self.loose else (self.weekday,)


#: What tells the part of a year an event was in; a quarter is spoken of before it comes.
PARTS = ("date", "month", "season")


def newest_year(articles: tuple[Article, ...], *, alone: bool = False) -> TimeClue | None:
    """The clue with the newest year that is not spoken of as coming; the first such in the story.

    A year told without month or season is passed over, or asked for ``alone``: elections are spoken of long
    before their year.
    """
    kinds = ("year",) if alone else PARTS
    clues = [c for a in articles for c in a.annotations.clues if c.year and c.rel != 1 and c.kind in kinds]
    newest = max((c.year or 0 for c in clues), default=0)
    return min(
        (c for c in clues if c.year == newest), key=lambda c: (c.span.document_id, c.span.start), default=None
    )


_BETWEEN = re.compile(r"[\s,()–—-]{0,4}")


def ages_of(article: Article) -> Iterable[Age]:
    """The years a page can be of by an age told right beside its year: "last year, in 2012"."""
    text, clues = article.document.text, article.annotations.clues
    for one, other in pairwise(clues):
        ago, year = (one, other) if other.years_ago is None else (other, one)
        beside = one.sentence == other.sentence and _BETWEEN.fullmatch(text[one.span.end : other.span.start])
        if ago.years_ago is not None and year.year and year.kind in ("year", *PARTS) and beside:
            # "Ten years ago" is told of nine and a half, and still in January.
            slack = 1 if ago.kind == "ago" else 0
            own = year.year + ago.years_ago
            yield Age(own - slack, own + slack, text[one.span.start : other.span.end])


_DAY_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)")


def named_day(document: Document) -> date | None:
    """The day in the name of the file: 'paper-2019-05-30.html', '20190530.txt'."""
    found = _DAY_IN_NAME.search(document.source.rpartition("/")[2])
    return make_date(int(found[1]), int(found[3]), int(found[4])) if found else None


def from_name(named: date, weekday: TimeClue | None) -> Finding:
    """A file may be named after the day it was saved: the weekday of the lead decides."""
    told = f"the name of its file tells {named}"
    if weekday is not None and weekday.weekday is not None:
        day = weekday_up_to(named, weekday.weekday)
        if (named - day).days <= CONFIG.days_saved:
            return Finding((day,), f"'{weekday.span.text}' in its lead; {told}")
    return Finding(tuple(named - timedelta(n) for n in range(CONFIG.days_saved, -1, -1)), told)


def from_day_and_month(own: OwnDay, named: date | None, story: StoryDays) -> Finding:
    """'Monday, December 12': the years in which it is a Monday, narrowed by what the story tells."""
    month, day, told = own.month, own.day, own.told
    if own.year:
        return Finding(tuple(some(make_date(own.year, month, day))), told)
    if named is not None:
        years = (named.year, named.year - 1)
        before = [d for year in years for d in some(make_date(year, month, day)) if d <= named + timedelta(1)]
        fits = [
            d
            for d in before
            if (named - d).days <= CONFIG.story_days and (not own.weekdays or d.weekday() in own.weekdays)
        ]
        if fits:
            return Finding(
                tuple(fits[:1]), f"{told}; the year from the name of its file, which tells {named}"
            )
    if story.dated:
        return _near(own, story)
    return _by_years(own, story)


def _by_years(own: OwnDay, story: StoryDays) -> Finding:
    """The days of all years that fit; one is settled by ages of events, or as the first from the newest year
    that its story tells with a month."""
    floor = story.newest.year if story.newest else None
    first = floor or CONFIG.first_year
    every = [d for y in range(first, CONFIG.last_year + 1) for d in some(make_date(y, own.month, own.day))]
    fitting = [d for d in every if own.weekday is None or d.weekday() in own.weekdays]
    days, told = fitting[: CONFIG.most_candidates], own.told
    aged = [d for d in fitting if all(age.first <= d.year <= age.last for age in story.ages)]
    if story.ages and aged:
        days, told = aged[: CONFIG.most_candidates], f"{told}; '{story.ages[0].told}' tells the year"
        if len(aged) == 1:
            return Finding(
                (aged[0],), f"{told}, and in {aged[0].year} that day is a {WEEKDAYS[aged[0].weekday()]}"
            )
    if story.newest is None or floor is None or own.weekday is None or not days:
        return Finding(tuple(days), f"{told}; no page of its story tells a month with its year")
    if open_because := _left_open(days, story.newest, story.alone):
        return Finding(tuple(days), f"{told}; {open_because}, which leaves every one of these years")
    return Finding((days[0],), _proof(f"{told}, a {WEEKDAYS[days[0].weekday()]}", days, story.newest, floor))


def _left_open(days: list[date], newest: TimeClue, alone: TimeClue | None) -> str | None:
    """Why the first of some days is not surely the page's, if it is not."""
    floor = newest.year or 0
    begun = make_date(floor, newest.month or 1, newest.day or 1)
    if days[0].year - floor > CONFIG.year_gap:
        return f"'{newest.span.text}' is the newest year the story tells"
    if days[1:] and days[1].year - floor <= 2 * CONFIG.year_gap:
        return f"{days[0]} and {days[1]} are as near to '{newest.span.text}'"
    if begun and days[0] < begun:
        return f"{days[0]} comes before '{newest.span.text}', the newest the story tells"
    if alone is not None and (alone.year or 0) > days[0].year:
        return f"'{alone.span.text}' is told too"
    return None


def _proof(told: str, days: list[date], newest: TimeClue, floor: int) -> str:
    """Why the first of some days a weekday fits is the page's, and how far away the next is."""
    later = (
        f"; the next such year, {days[1].year}, comes {days[1].year - floor} years after it"
        if days[1:]
        else ""
    )
    return (
        f"{told}; '{newest.span.text}' is the newest year the story tells, and {days[0].year} is the first "
        f"from then on in which that day is a {WEEKDAYS[days[0].weekday()]}{later}, and of 281 dated pages "
        "11 told no month of their last five years"
    )


def _near(own: OwnDay, story: StoryDays) -> Finding:
    """A day and month beside dated pages: the year that brings it nearest to them."""
    days = [
        d
        for _, dated in story.dated
        for year in (dated.year - 1, dated.year, dated.year + 1)
        for d in some(make_date(year, own.month, own.day))
        if abs((d - dated).days) <= CONFIG.story_days and (not own.weekdays or d.weekday() in own.weekdays)
    ]
    unique = tuple(sorted(set(days)))
    names = ", ".join(sorted(page_name(a) for a, _ in story.dated)[:3])
    return Finding(unique, f"{own.told}; the year from the dated pages of its story: {names}")


def page_name(article: Article) -> str:
    """The name of the file of a page."""
    return article.document.source.rpartition("/")[2]


def some(day: date | None) -> Iterable[date]:
    """The day, or nothing."""
    return () if day is None else (day,)
