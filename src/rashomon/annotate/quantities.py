"""Figures with bounds, units and what is counted.

numerals -> hedge before, unit or noun after -> no figure? -> frame, place, time, source -> Quantity
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from rashomon.annotate.dates import find_dates
from rashomon.annotate.digits import Numeral
from rashomon.annotate.frames import Surroundings, find_frame, find_place, frame_of, frame_of_lives, is_lives
from rashomon.annotate.grammars import Grammar, grammar
from rashomon.annotate.measures import (
    Bound,
    Counted,
    Place,
    by_the_hour,
    is_difference,
    is_level,
    is_range,
    is_start,
    range_low,
    read_bound,
    read_counted,
)
from rashomon.annotate.nofigures import Around, is_glued, is_no_figure
from rashomon.annotate.numberwords import NumberWords, alternatives
from rashomon.annotate.numerals import read_numerals
from rashomon.annotate.quote_words import lexicon
from rashomon.annotate.timewords import time_phrases
from rashomon.config import FiguresConfig
from rashomon.languages import known_languages, section
from rashomon.lexicon.names import nation
from rashomon.lexicon.units import (
    convert,
    difference,
    is_dimension,
    is_toll,
    may_be_told_in,
    may_measure,
    of_millions,
)
from rashomon.types import DateMention, Document, Quantity, Quote, Sentence, Span

#: Characters beside a number that rules look at: enough for words, bounded for texts without sentences.
_BESIDE = 120
#: Numbers of one list that are looked at: '33, 34 and 39 years'.
_LISTED = 6
_CONFIG = FiguresConfig()
_LIST_BEFORE = re.compile(r"\s\d{1,3}(?:(?:,|\s[^\W\d_]{1,3})\s\d{1,3})*(?:,|\s[^\W\d_]{1,3})\s$")
_GAPS = re.compile(r"[\s-]+")
_MORE_DIGITS = re.compile(r"[:.]\d")
_AGE_BETWEEN_COMMAS = re.compile(r"(?<=[a-zß-ÿа-яё]),\s$")


@dataclass(frozen=True, slots=True)
class _Reader:
    document: Document
    language: str
    rules: Grammar
    dates: tuple[DateMention, ...]
    date_starts: tuple[int, ...]
    quotes: tuple[Quote, ...]
    quote_starts: tuple[int, ...]


def find_quantities(
    document: Document, sentences: tuple[Sentence, ...], quotes: tuple[Quote, ...]
) -> tuple[Quantity, ...]:
    """Quantities in the order of the text."""
    if document.language not in known_languages("numbers"):
        return ()
    dates = find_dates(document, sentences)
    by_start = tuple(sorted(quotes, key=lambda q: q.content.start))
    reader = _Reader(
        document,
        document.language or "",
        grammar(document.language or ""),
        dates,
        tuple(d.span.start for d in dates),
        by_start,
        tuple(q.content.start for q in by_start),
    )
    times = [(p.start, p.end) for p in time_phrases(document, sentences) if p.kind != "ago"]
    numerals = _outside(read_numerals(document.text, reader.language), times)
    return tuple(
        q for span, inside in _by_sentence(numerals, sentences) for q in _in_sentence(reader, span, inside)
    )


def _outside(numerals: tuple[Numeral, ...], times: list[tuple[int, int]]) -> list[Numeral]:
    """The numerals that are no part of a date."""
    starts = [start for start, _ in times]
    kept = []
    for numeral in numerals:
        at = bisect_right(starts, numeral.start) - 1
        if at < 0 or times[at][1] <= numeral.start:
            kept.append(numeral)
    return kept


def _by_sentence(
    numerals: list[Numeral], sentences: tuple[Sentence, ...]
) -> Iterator[tuple[Span, tuple[Numeral, ...]]]:
    at = 0
    for sentence in sentences:
        inside = []
        while at < len(numerals) and numerals[at].start < sentence.span.end:
            if numerals[at].start >= sentence.span.start:
                inside.append(numerals[at])
            at += 1
        if inside:
            yield sentence.span, tuple(inside)


def _in_sentence(reader: _Reader, sentence: Span, numerals: tuple[Numeral, ...]) -> Iterator[Quantity]:
    skipped = False
    for index, numeral in enumerate(numerals):
        if skipped:
            skipped = False
            continue
        floor = numerals[index - 1].end if index else sentence.start
        upper = numeral
        if index + 1 < len(numerals) and _range(reader, sentence, numeral, numerals[index + 1]):
            upper, skipped = numerals[index + 1], True
        following = index + 1 + skipped
        ceiling = numerals[following].start if following < len(numerals) else sentence.end
        quantity = _read(
            reader, sentence, (numeral, upper), (floor, ceiling), numerals[following : following + _LISTED]
        )
        if quantity:
            yield quantity


def _range(reader: _Reader, sentence: Span, first: Numeral, second: Numeral) -> bool:
    text, rules = reader.document.text, reader.rules
    return is_range(text, first, second, rules) and not is_start(
        text, first.start, sentence.start, reader.language, rules
    )


def _in_list(
    reader: _Reader, sentence: Span, last: Numeral, after: tuple[Numeral, ...], own: Counted
) -> Counted:
    """What a bare number counts: in a list ('33, 34 and 39 years'), what its last number does."""
    text, at = reader.document.text, last
    for numeral in after:
        if not reader.rules.listed.fullmatch(text, at.end, numeral.start) or numeral.spelled:
            break
        at = numeral
    if own.unit or at is last or last.spelled:
        return own
    where = Place(at.start, at.end, sentence.end)
    shared = read_counted(text, where, None, reader.language, reader.rules)
    return Counted(shared.unit, own.end, None, True, shared.measure) if shared.known else own


def _read(
    reader: _Reader,
    sentence: Span,
    ends: tuple[Numeral, Numeral],
    reach: tuple[int, int],
    after: tuple[Numeral, ...],
) -> Quantity | None:
    """The quantity a numeral, or both ends of a range, tell; its words stand within ``reach``, and the
    numerals ``after`` it may be of one list with it."""
    (first, last), (floor, ceiling) = ends, reach
    text, rules = reader.document.text, reader.rules
    before = text[max(0, first.start - 2) : first.start]
    if first is last and not first.spelled and before[:1].isdigit() and before[1:].isspace():
        # One of a row of digits: a table or a telephone number; told early, as such rows are long.
        return None
    bound = read_bound(text, first.start, floor, rules)
    end = last.end
    if hedge := rules.after.match(text, end, sentence.end):
        bound, end = replace(bound, kind=hedge.lastgroup or ""), hedge.end()
    where = Place(bound.start, end, sentence.end)
    counted = read_counted(text, where, bound.currency, reader.language, rules)
    late = rules.words.late_hedges and bool(counted.unit) and not bound.kind
    if late and (hedge := rules.after.match(text, counted.end, sentence.end)):
        bound, counted = replace(bound, kind=hedge.lastgroup or ""), replace(counted, end=hedge.end())
    counted = _in_list(reader, sentence, last, after, counted)
    if counted.measure and last.step == 1 and (half := rules.half.match(text, counted.end)):
        # 'a kilometre and a half'
        last = replace(last, value=last.value + 0.5, step=0.1)
        first, counted = last if first is ends[1] else first, replace(counted, end=half.end())
        ends = first, last
    if last.scale >= 1e6 and not first.vague:
        counted = replace(counted, unit=of_millions(counted.unit))
    counted = by_the_hour(counted) if bound.rate else counted
    canonical = convert(1.0, counted.unit)[1]
    level = any(
        is_level(text, at, sentence.start, reader.language, rules) for at in {first.start, bound.start}
    )
    if level and bound.kind == "high" and text[bound.start : first.start].split()[0].lower() in rules.levels:
        bound = Bound("", bound.start, bound.currency)
    around_it = Surroundings(
        text, bound.start, end, sentence.start if level else floor, ceiling, reader.language, level
    )
    frame = _age(reader, sentence, ends, counted) or _frame(around_it, counted, canonical)
    if frame and is_dimension(frame) and not may_measure(frame, convert(last.value, counted.unit)[0]):
        frame = None
    if frame != "age" and may_be_told_in("ago", canonical) and _is_dated(reader, first.start):
        frame = "ago"
    if is_start(text, bound.start, sentence.start, reader.language, rules):
        frame = None
    left = text[max(sentence.start, first.start - _BESIDE) : first.start]
    right = text[last.end : min(sentence.end, last.end + _BESIDE)]
    around = Around(text, first, bound, counted, left, right, reader.language, frame)
    if is_glued(around) if first is not last else frame != "age" and is_no_figure(around):
        return None
    return _quantity(reader, sentence, ends, _Around(bound, counted, frame, level))


def _frame(around: Surroundings, counted: Counted, unit: str) -> str | None:
    """The frame told beside a number; of a noun nobody knows the noun's own, or one right beside it."""
    if is_lives(counted.of, around.language):
        return frame_of_lives(around)
    if not counted.unit or counted.known or nation(counted.unit, around.language):
        return find_frame(around, unit)
    own = frame_of(counted.unit, around.language)
    if own is not None:
        return own if may_be_told_in(own, unit) else None
    led = lexicon(around.language).sets["prepositions"]
    behind = re.finditer(r"[^\W\d_]+", around.text[counted.end : min(around.ceiling, counted.end + _BESIDE)])
    stop = next((counted.end + word.start() for word in behind if word[0].lower() in led), around.ceiling)
    beside = replace(around, end=counted.end, ceiling=stop, words=_CONFIG.frame_words_of_unknown)
    return find_frame(beside, unit)


def _age(reader: _Reader, sentence: Span, ends: tuple[Numeral, Numeral], counted: Counted) -> str | None:
    """Whether the number is somebody's age: told by a phrase around it, or between two commas."""
    text, words, (numeral, last) = reader.document.text, reader.rules.words, ends
    if not 1 <= numeral.value <= 115 or numeral.value % 1:
        return None
    left = text[max(sentence.start, numeral.start - 40) : numeral.start].lower()
    if listed := _LIST_BEFORE.search(left):
        left = left[: listed.start() + 1]
    right = text[last.end : min(sentence.end, last.end + 24)].lower()
    if _MORE_DIGITS.match(right):
        return None
    if _GAPS.sub(" ", right).strip().startswith(words.age_after):
        return "age"
    if counted.unit not in ("", "year"):
        return None
    if counted.unit == "" and right.startswith(",") and _AGE_BETWEEN_COMMAS.search(left):
        return "age" if not numeral.spelled and numeral.value >= 10 else None
    return "age" if _age_before(reader.language).search(left) else None


@cache
def _age_before(language: str) -> re.Pattern[str]:
    phrases = section(language, "numbers", NumberWords).age_before
    return re.compile(rf"(?<!\w)(?:{alternatives(phrases)})\s$")


@dataclass(frozen=True, slots=True)
class _Around:
    bound: Bound
    counted: Counted
    frame: str | None
    level: bool


def _quantity(reader: _Reader, sentence: Span, ends: tuple[Numeral, Numeral], around: _Around) -> Quantity:
    document, text = reader.document, reader.document.text
    (first, last), bound, counted, frame = ends, around.bound, around.counted, around.frame
    end = max(counted.end, last.end)
    unit = _unit(counted, frame, reader.language)
    if difference(unit) != unit and is_difference(text, bound.start, counted.end, reader.rules):
        unit = difference(unit)
    number, canonical = convert(last.value, unit)
    signed = unit in ("percent", "point", "percentage point") and not around.level
    if signed and _falls(reader, text[sentence.start : bound.start]):
        number = -number
    value, low, high = _bounds(number, first, bound.kind)
    if first is not last:
        value, low, high = None, convert(range_low(first, last), unit)[0], number
    span = Span(document.id, bound.start, end, text[bound.start : end])
    return Quantity(
        span,
        value,
        low,
        high,
        canonical,
        of=counted.of,
        frame=frame,
        place=find_place(Surroundings(text, bound.start, end, sentence.start, sentence.end, reader.language)),
        as_of=_as_of(reader, sentence, first.start),
        attributed_to=_source(reader, first.start),
        approximate=bound.kind == "about" or first.vague or first.rounded,
        step=convert(last.step, unit)[0],
    )


def _unit(counted: Counted, frame: str | None, language: str) -> str:
    """The unit told, or what the frame says: years of age, people where the noun is a toll ('deaths') or one
    of a nation, and lives where nobody takes or saves them ('a cat with nine lives').
    """
    if frame == "age":
        return "year"
    if counted.unit and not counted.known and is_toll(frame) and frame_of(counted.unit, language) == frame:
        return "person"
    if frame is None and is_lives(counted.of, language):
        return "life"
    if counted.unit and not counted.known and nation(counted.unit, language):
        return "person"
    return counted.unit


def _bounds(number: float, numeral: Numeral, kind: str) -> tuple[float | None, float | None, float | None]:
    if kind == "low" or (numeral.vague and kind != "high"):
        return None, number, None
    if kind == "high":
        return None, None, number
    return number, None, None


def _is_dated(reader: _Reader, at: int) -> bool:
    """Whether a time is told to say when: "12 years ago" is a date as well."""
    index = bisect_right(reader.date_starts, at)
    return index > 0 and reader.dates[index - 1].span.end > at


def _falls(reader: _Reader, left: str) -> bool:
    return any(word in reader.rules.falling for word in re.findall(r"[^\W\d_]+", left[-40:].lower())[-3:])


def _as_of(reader: _Reader, sentence: Span, at: int) -> str | None:
    """The date told nearest to the number in its sentence; 'since 2011' begins it and is not its date."""
    index = bisect_left(reader.date_starts, at)
    around = reader.dates[max(0, index - 1) : index + 1]
    dates = [d for d in around if sentence.start <= d.span.start < sentence.end]
    if not dates:
        return None
    nearest = min(dates, key=lambda d: abs(d.span.start - at))
    if reader.document.published and nearest.value > reader.document.published[:10]:
        # What is told of a day to come was counted before it.
        return None
    between = reader.document.text[min(at, nearest.span.start) : nearest.span.end].lower()
    begun = not reader.rules.since.isdisjoint(re.findall(r"[^\W\d_]+", between))
    return None if begun and nearest.span.start > at else nearest.value


def _source(reader: _Reader, at: int) -> str | None:
    """Who says the number: the speaker of the quote it stands in."""
    index = bisect_right(reader.quote_starts, at)
    for quote in reversed(reader.quotes[max(0, index - 4) : index]):
        if quote.content.end > at:
            return quote.speaker or (quote.source.text if quote.source else None)
    return None
