"""What is told to have happened on each date, and how the date was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.chronology import period
from rashomon.report.sections import StatementView, within
from rashomon.report.view import Place, StoryView, most_readable
from rashomon.types import DateMention, Span


@dataclass(frozen=True, slots=True)
class Day:
    """A date of the timeline: its statements, each with the words in which the date stands.

    ``reasons`` are the ways the date was read, each with words it was read from.
    """

    date: str
    told: tuple[tuple[StatementView, Place], ...]
    reasons: tuple[tuple[Place, str], ...] = ()


def timeline(story: StoryView, views: tuple[StatementView, ...]) -> tuple[Day, ...]:
    """Each date of the timeline with what is told of it; a season or month stands where it begins."""
    dates: dict[str, list[DateMention]] = {}
    for date in story.comparison.dates:
        dates.setdefault(date.value, []).append(date)
    days = []
    for entry in story.comparison.timeline:
        ids = set(entry.statement_ids)
        told = [view for view in views if view.statement.id in ids]
        if told:
            read = dates.get(entry.date, [])
            places = [(view, _dated(view, [date.span for date in read])) for view in told]
            # Two statements can have one sentence between them, which is told once.
            once = {place.text: (view, place) for view, place in reversed(places)}
            told_once = tuple(reversed(once.values()))
            reasons = {date.reason: (story.place(date.span), date.reason) for date in reversed(read)}
            days.append(Day(entry.date, _widest(told_once), tuple(reversed(reasons.values()))))
    return tuple(sorted(days, key=lambda day: (_first_day(day.date), day.date)))


def _widest(told: Sequence[tuple[StatementView, Place]]) -> tuple[tuple[StatementView, Place], ...]:
    """Without words that stand within others of the day, where as many reports tell those."""

    def covered(view: StatementView, place: Place) -> bool:
        wider = [p.span for v, p in told if p.span != place.span and len(v.told) >= len(view.told)]
        return within(place.span, wider)

    return tuple((view, place) for view, place in told if not covered(view, place))


def _dated(view: StatementView, dates: Sequence[Span]) -> Place:
    """The words of a statement in which the date stands, else any of its words."""
    places = [place for _, found in view.told for place in found]
    inside = (
        place
        for place in places
        for date in dates
        if date.document_id == place.span.document_id
        and place.span.start <= date.start
        and date.end <= place.span.end
    )
    return most_readable(list(inside) or places)


def _first_day(value: str) -> str:
    days = period(value)
    return days.first.isoformat() if days else value
