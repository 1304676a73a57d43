"""Undated pages dated from their own evidence and the rest of their story.

    phrases of time in the lead -> days that fit -> file name, years told, ages of events, dated pages of the
    story -> one day or all

Nothing is taken from today's calendar: the same pages give the same days in any year.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from rashomon.align.years import (
    Finding,
    OwnDay,
    StoryDays,
    ages_of,
    from_day_and_month,
    from_name,
    named_day,
    newest_year,
    page_name,
    some,
)
from rashomon.chronology import (
    day_of,
    make_date,
    weekday_from,
    weekday_up_to,
)
from rashomon.config import PublicationConfig
from rashomon.types import Article, Document, Provenance, TimeClue

CONFIG = PublicationConfig()
_Trust = Literal["reported", "likely", "open"]


def date_documents(articles: tuple[Article, ...]) -> tuple[Document, ...]:
    """The documents of one story, dated where evidence leaves one day, else with candidates."""
    newest, alone = newest_year(articles), newest_year(articles, alone=True)
    ages = tuple(age for a in sorted(articles, key=lambda a: a.document.id) for age in ages_of(a))
    found: dict[str, Finding] = {}
    while True:
        dated = tuple((a, day) for a in articles if (day := _day(a.document, found)))
        story = StoryDays(dated, newest, alone, ages)
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


_NOTHING = Finding((), "")


def _day(document: Document, found: dict[str, Finding]) -> date | None:
    days = found.get(document.id, _NOTHING).days
    return day_of(document.published) or (days[0] if len(days) == 1 else None)


def _with(document: Document, finding: Finding | None) -> Document:
    if finding is None or document.published is not None:
        return document
    values = tuple(day.isoformat() for day in finding.days)
    if len(values) == 1:
        told = Provenance("published", values[0], finding.reason, "inferred")
        return replace(
            document,
            published=values[0],
            published_from=finding.reason,
            published_candidates=(),
            provenance=(*(p for p in document.provenance if p.field != "published"), told),
        )
    return replace(document, published_from=finding.reason, published_candidates=values)


def _solve(article: Article, story: StoryDays) -> Finding:
    lead = _lead(article)
    weekday = next((c for c in lead if c.kind == "weekday" and c.weekday is not None and c.rel is None), None)
    own = _own_day(article, lead, weekday)
    named = named_day(article.document)
    if own is not None:
        return from_day_and_month(own, named, story)
    if weekday is not None and story.dated:
        return _from_weekday(article, weekday, _trust(article, weekday), story)
    weekend = next((c for c in lead if c.kind == "weekend"), None)
    if weekend is not None and story.dated:
        return _from_weekend(weekend, story)
    if named is not None and not story.dated:
        return from_name(named, weekday if weekday and weekday.reported else None)
    return _around(story)


def _own_day(article: Article, lead: list[TimeClue], weekday: TimeClue | None) -> OwnDay | None:
    """The day of the line above the article, else one of the lead; its weekday may stand apart from it."""
    document, loose = article.document, False
    if line := document.day_line:
        told = f"'{line.text[:60]}' above its text"
        return OwnDay(told, line.year, line.month, line.day, line.weekday)
    anchor = next((c for c in lead if _is_anchor(c, document)), None)
    if anchor is None:
        return None
    told, number = f"'{anchor.span.text}'", anchor.weekday
    if number is None and weekday is not None:
        told, number = f"{told} and '{weekday.span.text}'", weekday.weekday
        loose = _trust(article, weekday) != "reported"
    return OwnDay(f"{told} in its lead", anchor.year, anchor.month or 0, anchor.day or 0, number, loose)


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


def _from_weekday(article: Article, weekday: TimeClue, trust: _Trust, story: StoryDays) -> Finding:
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
    mates = sorted((dated, page_name(other)) for other, dated in story.dated if dated in days)
    fitting, evidence = _fitting(article, days, number, story)
    if mates:
        fitting, evidence = [mates[0][0]], f"{mates[0][1]} of its story is of {mates[0][0]}, that weekday"
    told = f"'{weekday.span.text}' in its lead"
    if trust == "reported" or (mates and trust == "likely"):
        return Finding(tuple(fitting), f"{told}, taken for its own day; {evidence}")
    near = sorted({day + timedelta(later) for day in fitting for later in (0, 1)})
    return Finding(tuple(near), f"{told}, which is its own day or the one before; {evidence}")


def _fitting(article: Article, days: list[date], number: int, story: StoryDays) -> tuple[list[date], str]:
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


def _from_weekend(weekend: TimeClue, story: StoryDays) -> Finding:
    """'over the weekend': the week from the Sunday that the dated pages are nearest to."""
    nearest = max(day for _, day in story.dated)
    sunday = weekday_up_to(nearest, 6)
    days = tuple(sunday + timedelta(n) for n in range(7))
    return Finding(days, f"'{weekend.span.text}' in its lead, the weekend before {nearest} in its story")


def _around(story: StoryDays) -> Finding:
    """The days of the dated pages and a few around, where they are few enough to list."""
    if not story.dated:
        return _NOTHING
    first = min(day for _, day in story.dated) - timedelta(CONFIG.days_around)
    last = max(day for _, day in story.dated) + timedelta(CONFIG.days_around)
    days = tuple(first + timedelta(n) for n in range((last - first).days + 1))
    if len(days) > CONFIG.most_candidates:
        return _NOTHING
    return Finding(
        days,
        f"the dated pages of its story are of these days, give or take {CONFIG.days_around}; "
        "the page itself tells no day",
    )


def _shared(article: Article, day: date, own: int, story: StoryDays) -> set[date]:
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
            days.update(some(make_date(clue.year or published.year, clue.month, clue.day)))
    return days
