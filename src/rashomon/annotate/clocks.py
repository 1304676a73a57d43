"""Times of day: "at 5:30 p.m. ET on Friday" is 2019-03-08T17:30-05:00.

    dates of a sentence, [clock] of its language -> hours and minutes beside them -> dates with a time

A time is told only where its sentence tells the day, and its zone only where the text does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from rashomon.annotate.numberwords import alternatives, lowered
from rashomon.chronology import day_of, weekday_from, weekday_up_to
from rashomon.languages import section
from rashomon.types import DateMention, Document, Sentence, Span


@dataclass(frozen=True, slots=True)
class ClockWords:
    """The [clock] of a language file.

    ``at`` are words before a time, ``near`` such as stand before other numbers too ("before 5:30"), and
    ``at_sure`` such as stand before nothing else. ``hour`` are words after an hour that make it a time behind
    ``at``, ``sure`` such as do so alone ("Uhr"). ``am`` and ``pm`` tell the half of the day, where ``bare``
    is set without a word before the hour; ``noon`` is 12:00, and ``dotted`` allows "14.30". ``zones`` map
    what is added to Greenwich time to its names; "US-5", "EU+1" have summer time, "RU+3" has not since 2014.
    """

    at: tuple[str, ...] = ()
    at_sure: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    bare: bool = False
    dotted: bool = False
    hour: tuple[str, ...] = ()
    sure: tuple[str, ...] = ()
    am: tuple[str, ...] = ()
    pm: tuple[str, ...] = ()
    noon: tuple[str, ...] = ()
    zones: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Clock:
    words: ClockWords
    pattern: re.Pattern[str]
    zones: Mapping[str, str]


@cache
def _clock(language: str) -> _Clock | None:
    words = section(language, "clock", ClockWords)
    if not words.at:
        return None
    zones = {name: key for key, names in words.zones.items() for name in names}
    pattern = (
        rf"(?<![\w.,:/$€£+-])(?:(?:(?P<certain>{alternatives(words.at_sure)})|(?P<at>{alternatives(words.at)})"
        rf"|(?P<near>{alternatives(words.near)}))\s+)?"
        rf"(?:(?P<noon>{alternatives(words.noon)})(?!\w)|"
        r"(?P<h>2[0-3]|[01]?\d)(?:(?P<sep>\s?h\s?|[:.])(?P<m>[0-5]\d))?(?!\d|[.,:]\d|\s?[%°])"
        rf"(?:\s?(?:(?P<sure>{alternatives(words.sure)})|(?P<hour>{alternatives(words.hour)}))(?!\w))?"
        rf"(?:\s?(?:(?P<am>{alternatives(words.am)})|(?P<pm>{alternatives(words.pm)}))(?!\w))?)"
        rf"(?:,?\s?\(?(?P<zone>{alternatives(zones)})(?![\w+-])\)?)?(?!\w)"
    )
    return _Clock(words, re.compile(pattern), zones)


def find_clocks(
    document: Document, sentences: tuple[Sentence, ...], dates: tuple[DateMention, ...]
) -> tuple[DateMention, ...]:
    """The times of day of sentences that tell a day, each of the day told nearest to it."""
    clock = _clock(document.language or "")
    days = [d for d in dates if d.granularity == "day"]
    if clock is None or not days:
        return ()
    found: list[DateMention] = []
    at = 0
    for sentence in sentences:
        span, here = sentence.span, []
        while at < len(days) and days[at].span.start < span.end:
            if days[at].span.start >= span.start:
                here.append(days[at])
            at += 1
        for match in clock.pattern.finditer(lowered(span.text)) if here else ():
            start, end = span.start + match.start(), span.start + match.end()
            if _is_time(match, clock.words) and not any(
                d.span.start < end and start < d.span.end for d in here
            ):
                told = Span(document.id, start, end, document.text[start:end])
                found.append(_timed(told, match, clock.zones, here))
    return tuple(found)


def _is_time(match: re.Match[str], words: ClockWords) -> bool:
    """Whether a number is an hour: it says so itself, or stands as hours do, behind a word of time."""
    told = match.groupdict()
    if told["noon"] or told["sure"] or told["certain"]:
        return True
    led, zoned, half = bool(told["at"]), bool(told["zone"]), bool(told["am"] or told["pm"])
    if half:
        return int(told["h"]) <= 12 and bool(words.bare or led or told["near"] or told["m"])
    if not told["m"]:
        return bool(told["hour"]) and (led or zoned)
    sign = told["sep"].strip()
    if sign == "h":
        return True
    return led or zoned or (sign == ":" and bool(told["near"])) if sign == ":" or words.dotted else zoned


def _timed(
    span: Span, match: re.Match[str], zones: Mapping[str, str], days: list[DateMention]
) -> DateMention:
    start, end = span.start, span.end
    nearest = min(days, key=lambda d: (max(d.span.start - end, start - d.span.end), d.span.start))
    hour, minute = int(match["h"] or 12), match["m"] or "00"
    if match["pm"] and hour < 12:
        hour += 12
    if match["am"] and hour == 12:
        hour = 0
    zone = zones.get(re.sub(r"\s+", " ", match["zone"] or "").lower(), "")
    day = day_of(nearest.value)
    offset = _offset(zone, day) if zone and day else ""
    return DateMention(
        span,
        f"{nearest.value}T{hour:02}:{minute}{offset}",
        "time",
        f"the time of day of '{nearest.span.text}', {nearest.reason}",
    )


def _offset(zone: str, day: date) -> str:
    """What a zone adds to Greenwich time on a day. Summer time goes by the rules of today, which hold in
    Europe since 1996 and in America since 2007; before that such a zone is left out."""
    rule, hours = zone[:2], zone[2:]
    if rule == "RU":
        return f"{int(hours):+03}:00" if day >= date(2014, 10, 26) else ""
    if rule not in ("US", "EU"):
        return zone
    if rule == "US":
        first, last = weekday_from(date(day.year, 3, 8), 6), weekday_from(date(day.year, 11, 1), 6)
    else:
        first, last = weekday_up_to(date(day.year, 3, 31), 6), weekday_up_to(date(day.year, 10, 31), 6)
    if day.year < (2007 if rule == "US" else 1996):
        return ""
    told = int(hours) + (first <= day <= last - timedelta(1))
    return f"{told:+03}:00"
