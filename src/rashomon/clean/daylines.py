"""Lines above an article that tell its day: 'By Ann Lee / Sunday, March 3', 'Publié le 2 mars 2024 à 21h15'.

    line -> without clock, day, weekday and the words of such lines -> what is left may only be names

Names of months and weekdays come from the Unicode CLDR by way of babel.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rashomon.clean.dates import CLOCK, calendar_names, find_date, months
from rashomon.clean.words import Phrases
from rashomon.types import DayLine

MAX_CHARACTERS, MAX_WORDS = 140, 22
#: Words of one name beside the day, and of all of them: author, section, outlet, place.
MAX_NAME_WORDS, MAX_NAMES_WORDS = 4, 9
_DAY_MONTH = re.compile(
    r"(?<![\d.:,])(\d{1,2})(?:st|nd|rd|th|er|º|ª)?\.? (?:de |d')?([^\W\d_]{3,12})(?!\w)", re.I
)
_MONTH_DAY = re.compile(r"(?<!\w)([^\W\d_]{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?(?![\w:.]\d|\w)", re.I)
#: Zones of time, and hours without minutes.
_ZONE = re.compile(
    r"\(?\b(?:[A-Z]{1,3}T|UTC|GMT|MEZ|MESZ|МСК|мск)(?: ?[+-]\d{1,2}(?::\d\d)?)?\b\)?"
    r"|[+-]\d\d:?\d\d\b|\b\d{1,2} ?[hH]\b"
)
_PARTS = re.compile(r" ?[|/•·,;:()\[\]—–]+ ?| - |^- | -$")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A line that tells a day: the day, whether of a change, and the names that stand with it."""

    line: DayLine
    full: str | None
    changed: bool
    names: tuple[str, ...]


def weekdays(language: str) -> Mapping[str, int]:
    """Folded weekday names of a language and of English; Monday is 0."""
    return calendar_names(language, "days")


def read_stamp(text: str, words: Phrases) -> Stamp | None:
    """The day a line tells, where it tells little else; None for all other lines."""
    if len(text) > MAX_CHARACTERS or not any(map(str.isdigit, text)) or text.count(" ") >= MAX_WORDS:
        return None
    language = words.language or "en"
    without_clock = CLOCK.sub(" | ", text)
    told = _day(without_clock, language)
    if told is None:
        return None
    rest, year, month, day, full = told
    tokens = [token.casefold().strip(".,:;()") for token in re.findall(r"[^\W\d_][\w.'-]*", rest)]
    weekday = next((weekdays(language)[t] for t in tokens if t in weekdays(language)), None)
    known = {*weekdays(language), *words.stamp, *words.changed, *words.by}
    stamped = any(token in words.published or token in words.changed for token in tokens)
    names = _names(_ZONE.sub(" ", rest), known)
    if names is None:
        return None
    # Without year a deck may tell the day of an event: '..., March 3'.
    certain = full or weekday is not None or stamped or without_clock != text
    if names and not certain:
        return None
    return Stamp(DayLine(text, year, month, day, weekday), full, is_changed(text, words), names)


def _day(text: str, language: str) -> tuple[str, int | None, int, int, str | None] | None:
    """(what is left, year, month, day, the whole date) of the first day a text tells."""
    if whole := find_date(text, language):
        full, start, end = whole
        year, month, day = map(int, full.split("-"))
        rest = text[:start] + " | " + text[end:]
        # "Published 4 May 2021, updated 5 May 2021": one more date says no more.
        if second := find_date(rest, language):
            rest = rest[: second[1]] + " | " + rest[second[2] :]
        return rest, year, month, day, full
    known = months(language)
    for pattern, (d, m) in ((_DAY_MONTH, (1, 2)), (_MONTH_DAY, (2, 1))):
        for found in pattern.finditer(text):
            month, day = known.get(found.group(m).casefold(), 0), int(found.group(d))
            if month and 1 <= day <= 31:
                return text[: found.start()] + " | " + text[found.end() :], None, month, day, None
    return None


def _names(rest: str, known: Iterable[str]) -> tuple[str, ...] | None:
    """The names among the rest of a line; None where the rest is more than names."""
    names = []
    for part in _PARTS.split(rest):
        words = [w for w in part.split() if w.casefold().strip(".,:;'\"") not in known]
        words = [w for w in words if any(map(str.isalpha, w))]
        if not words:
            continue
        if (
            len(words) > MAX_NAME_WORDS
            or not words[0][:1].isupper()
            or part.rstrip().endswith((".", "?", "!"))
        ):
            return None
        names.append(" ".join(words))
    return tuple(names) if sum(name.count(" ") + 1 for name in names) <= MAX_NAMES_WORDS else None


def is_changed(text: str, words: Phrases) -> bool:
    """True where the first word about the day speaks of a change: 'Updated 4 May'."""
    folded = text.casefold()
    changed = min((folded.find(word) for word in words.changed if word in folded), default=None)
    told = (re.search(rf"\b{re.escape(word)}", folded) for word in words.published)
    first = min((found.start() for found in told if found), default=None)
    return changed is not None and (first is None or changed < first)
