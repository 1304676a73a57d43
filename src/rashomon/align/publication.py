"""Undated pages dated from their own evidence and the rest of their story.

    phrases of time in the lead -> days that fit -> years told, dated pages of the story -> one day or all

Nothing is taken from today's calendar: the same pages give the same days in any year.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from rashomon.chronology import (
    WEEKDAYS,
    day_of,
    make_date,
    weekday_from,
    weekday_up_to,
    years_with_weekday,
)
from rashomon.config import PublicationConfig
from rashomon.types import Article, Document, TimeClue

CONFIG = PublicationConfig()
_Trust = Literal["reported", "likely", "open"]


@dataclass(frozen=True, slots=True)
class _Finding:
    """What the evidence leaves: one day, or several, and how that was found."""

    days: tuple[date, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class _Story:
    """What is known of the story so far: its dated pages and the newest year any page tells."""

    dated: tuple[tuple[Article, date], ...]
    newest: TimeClue | None


def date_documents(articles: tuple[Article, ...]) -> tuple[Document, ...]:
    """The documents of one story, dated where evidence leaves one day, else with candidates."""
    newest = _newest_year(articles)
    found: dict[str, _Finding] = {}
    while True:
        dated = tuple((a, day) for a in articles if (day := _day(a.document, found)))
        story = _Story(dated, newest)
        fresh = {
            a.document.id: finding
            for a in articles
            if a.document.published is None and len(found.get(a.document.id, _NOTHING).days) != 1
            if (finding := _solve(a, story)).days
        }
        # Every page is judged on the same state, so that their order does not count.
        settled = {key: finding for key, finding in fresh.items() if len(finding.days) == 1}
        found |= fresh
        if not settled:
            return tuple(_with(a.document, found.get(a.document.id)) for a in articles)


_NOTHING = _Finding((), "")


def _day(document: Document, found: dict[str, _Finding]) -> date | None:
    days = found.get(document.id, _NOTHING).days
    return day_of(document.published) or (days[0] if len(days) == 1 else None)


def _with(document: Document, finding: _Finding | None) -> Document:
    if finding is None or document.published is not None:
        return document
    values = tuple(day.isoformat() for day in finding.days)
    if len(values) == 1:
        return replace(document, published=values[0], published_from=finding.reason, published_candidates=())
    return replace(document, published_from=finding.reason, published_candidates=values)


def _newest_year(articles: tuple[Article, ...]) -> TimeClue | None:
    """The clue with the newest year that is not spoken of as coming; the first such in the story.

    A year told without month or season is passed over: elections are spoken of long before their year.
    """
    clues = [c for a in articles for c in a.annotations.clues if c.year and c.rel != 1 and c.kind != "year"]
    newest = max((c.year or 0 for c in clues), default=0)
    return min(
        (c for c in clues if c.year == newest), key=lambda c: (c.span.document_id, c.span.start), default=None
    )


def _solve(article: Article, story: _Story) -> _Finding:
    lead = _lead(article)
    weekday = next((c for c in lead if c.kind == "weekday" and c.weekday is not None and c.rel is None), None)
    own = _own_day(article.document, lead, weekday)
    if own is not None:
        return _from_day_and_month(own, story)
    if weekday is not None and story.dated:
        return _from_weekday(article, weekday, _trust(article, weekday), story)
    weekend = next((c for c in lead if c.kind == "weekend"), None)
    if weekend is not None and story.dated:
        return _from_weekend(weekend, story)
    return _around(story)


@dataclass(frozen=True, slots=True)
class _OwnDay:
    """The report's own day as it tells it, and in words where."""

    told: str
    year: int | None
    month: int
    day: int
    weekday: int | None


def _own_day(document: Document, lead: list[TimeClue], weekday: TimeClue | None) -> _OwnDay | None:
    """The day of the line above the article, else one of the lead; its weekday may stand apart from it."""
    if line := document.day_line:
        told = f"'{line.text[:60]}' above its text"
        return _OwnDay(told, line.year, line.month, line.day, line.weekday)
    anchor = next((c for c in lead if _is_anchor(c, document)), None)
    if anchor is None:
        return None
    told, number = f"'{anchor.span.text}'", anchor.weekday
    if number is None and weekday is not None:
        told, number = f"{told} and '{weekday.span.text}'", weekday.weekday
    return _OwnDay(f"{told} in its lead", anchor.year, anchor.month or 0, anchor.day or 0, number)


def _is_anchor(clue: TimeClue, document: Document) -> bool:
    """Whether a date of the lead is the report's own day: it stands in the dateline or with its weekday.

    A lead tells other days too ('since April 1', the day of a photograph), but rarely with their weekday.
    """
    day = document.dateline.day if document.dateline else None
    in_dateline = day is not None and clue.span.start < day.end and day.start < clue.span.end
    return bool(clue.kind == "date" and clue.month and clue.day and (clue.weekday is not None or in_dateline))


def _lead(article: Article) -> list[TimeClue]:
    """The clues of the dateline and of the first sentences that are text."""
    dateline = _dateline_end(article)
    first = set(_told(article)[: CONFIG.lead_sentences])
    # A dateline has no tense, though the sentence behind it may speak of what is to come.
    return [
        c for c in article.annotations.clues if c.span.end <= dateline or (c.rel != 1 and c.sentence in first)
    ]


def _dateline_end(article: Article) -> int:
    return article.document.dateline.span.end if article.document.dateline else 0


def _told(article: Article) -> list[int]:
    """The sentences that are text, behind the dateline."""
    document, dateline = article.document, _dateline_end(article)
    return [
        i
        for i, s in enumerate(article.annotations.sentences)
        if document.blocks[s.block].role in ("body", "dateline") and s.span.end > dateline
    ]


def _trust(article: Article, weekday: TimeClue) -> _Trust:
    """How surely the weekday of the lead is the report's own day; nowhere may it tell the day after.

    "reported" where the first sentence reports on it ('said on Monday'), "likely" where the first sentence
    tells it or another one of the lead reports on it, else "open".
    """
    following = ((weekday.weekday or 0) + 1) % 7
    clues = article.annotations.clues
    if any(c.kind == "weekday" and c.weekday == following and c.rel != 1 for c in clues):
        return "open"
    first = weekday.sentence in _told(article)[:1] or weekday.span.end <= _dateline_end(article)
    if first and weekday.reported:
        return "reported"
    return "likely" if first or weekday.reported else "open"


def _from_day_and_month(own: _OwnDay, story: _Story) -> _Finding:
    """'Monday, December 12': the years in which it is a Monday, narrowed by what the story tells."""
    month, day, number, told = own.month, own.day, own.weekday, own.told
    if own.year:
        return _Finding(tuple(_some(make_date(own.year, month, day))), told)
    if story.dated:
        return _near(month, day, number, told, story)
    floor = story.newest.year if story.newest else None
    first = floor or CONFIG.first_year
    years = (
        years_with_weekday(month, day, number, first, CONFIG.last_year)
        if number is not None
        else tuple(range(first, first + CONFIG.most_candidates))
    )
    days = tuple(d for year in years for d in _some(make_date(year, month, day)))[: CONFIG.most_candidates]
    if floor is None or story.newest is None or number is None or not days:
        return _Finding(days, f"{told}; no page of its story tells a month with its year")
    years_told = f"'{story.newest.span.text}' is the newest year the story tells"
    if days[0].year - floor > CONFIG.year_gap:
        return _Finding(days, f"{told}; {years_told}, which leaves every one of these years")
    later = (
        f"; the next such year, {days[1].year}, comes {days[1].year - floor} years after it"
        if days[1:]
        else ""
    )
    return _Finding(
        days[:1],
        f"{told}, a {WEEKDAYS[number]}; {years_told}, and {days[0].year} is the first from then "
        f"on in which that day is a {WEEKDAYS[number]}{later}, and of 281 dated pages 11 told no "
        "month of their last five years",
    )


def _near(month: int, day: int, weekday: int | None, told: str, story: _Story) -> _Finding:
    """A day and month beside dated pages: the year that brings it nearest to them."""
    days = [
        d
        for _, dated in story.dated
        for year in (dated.year - 1, dated.year, dated.year + 1)
        for d in _some(make_date(year, month, day))
        if abs((d - dated).days) <= CONFIG.story_days and (weekday is None or d.weekday() == weekday)
    ]
    unique = tuple(sorted(set(days)))
    names = ", ".join(sorted(_name(a) for a, _ in story.dated)[:3])
    return _Finding(unique, f"{told}; the year from the dated pages of its story: {names}")


def _from_weekday(article: Article, weekday: TimeClue, trust: _Trust, story: _Story) -> _Finding:
    """'on Friday' in the lead beside dated pages: the Friday one of them is of, or whose other days they
    tell too; where it is not surely the page's own day, the day after it as well."""
    number = weekday.weekday or 0
    days = sorted(
        {
            day
            for _, dated in story.dated
            for day in (weekday_up_to(dated, number), weekday_from(dated, number))
            if abs((day - dated).days) <= CONFIG.story_days
        }
    )
    mates = sorted((dated, _name(other)) for other, dated in story.dated if dated in days)
    fitting, evidence = _fitting(article, days, number, story)
    if mates:
        fitting, evidence = [mates[0][0]], f"{mates[0][1]} of its story is of {mates[0][0]}, that weekday"
    told = f"'{weekday.span.text}' in its lead"
    if trust == "reported" or (mates and trust == "likely"):
        return _Finding(tuple(fitting), f"{told}, taken for its own day; {evidence}")
    near = sorted({day + timedelta(later) for day in fitting for later in (0, 1)})
    return _Finding(tuple(near), f"{told}, which is its own day or the one before; {evidence}")


def _fitting(article: Article, days: list[date], number: int, story: _Story) -> tuple[list[date], str]:
    """Those of some days a week apart from which the page tells most days that other pages tell."""
    shared = {day: _shared(article, day, number, story) for day in days}
    best = max(map(len, shared.values()), default=0)
    fitting = [day for day in days if len(shared[day]) == best]
    if not best or len(fitting) > 1:
        return days, "the dated pages of its story leave these days"
    common = ", ".join(str(d) for d in sorted(shared[fitting[0]]))
    rest = ", ".join(str(d) for d in days if d != fitting[0])
    more = f"; with {rest} it would tell fewer days that they tell" if rest else ""
    return fitting, f"then it tells of {common}, as other pages of its story do{more}"


def _from_weekend(weekend: TimeClue, story: _Story) -> _Finding:
    """'over the weekend': the week from the Sunday that the dated pages are nearest to."""
    nearest = max(day for _, day in story.dated)
    sunday = weekday_up_to(nearest, 6)
    days = tuple(sunday + timedelta(n) for n in range(7))
    return _Finding(days, f"'{weekend.span.text}' in its lead, the weekend before {nearest} in its story")


def _around(story: _Story) -> _Finding:
    """The days of the dated pages and a few around, where they are few enough to list."""
    if not story.dated:
        return _NOTHING
    first = min(day for _, day in story.dated) - timedelta(CONFIG.days_around)
    last = max(day for _, day in story.dated) + timedelta(CONFIG.days_around)
    days = tuple(first + timedelta(n) for n in range((last - first).days + 1))
    if len(days) > CONFIG.most_candidates:
        return _NOTHING
    return _Finding(
        days,
        f"the dated pages of its story are of these days, give or take {CONFIG.days_around}; "
        "the page itself tells no day",
    )


def _shared(article: Article, day: date, own: int, story: _Story) -> set[date]:
    """The days before its own that a page would tell, were it of this day, and other pages tell."""
    mine = {d for d in _told_days(article, day) if d.weekday() != own}
    return mine & {d for other, dated in story.dated for d in _told_days(other, dated)}


def _told_days(article: Article, published: date) -> set[date]:
    """The days of the last weeks a page of this date tells by weekday, by date or as a weekend."""
    days: set[date] = set()
    for clue in article.annotations.clues:
        if clue.rel == 1:
            continue
        if clue.kind == "weekday" and clue.weekday is not None:
            days.add(weekday_up_to(published - timedelta(clue.rel == -1), clue.weekday))
        elif clue.kind == "weekend":
            sunday = weekday_up_to(published, 6)
            days |= {sunday, sunday - timedelta(1)}
        elif clue.kind == "date" and clue.month and clue.day:
            days.update(_some(make_date(clue.year or published.year, clue.month, clue.day)))
    return days


def _name(article: Article) -> str:
    return article.document.source.rpartition("/")[2]


def _some(day: date | None) -> Iterable[date]:
    return () if day is None else (day,)
