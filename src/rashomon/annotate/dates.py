"""Time expressions, resolved against the page's date.

    phrases of time -> (page's date, tense of the clause, year spoken of) -> contract dates

Values and granularity follow TIMEX3 (ISO 24617-1) as far as a contract date can say them: a week or
a weekend has no value and is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from rashomon.annotate.russian import morphology
from rashomon.annotate.timewords import TimePhrase, patterns, time_phrases
from rashomon.chronology import (
    WEEKDAYS,
    day_of,
    granularity,
    make_date,
    season_of,
    shift_days,
    shift_months,
    weekday_from,
    weekday_up_to,
)
from rashomon.config import DatesConfig
from rashomon.types import DateMention, Document, Sentence, Span, TimeClue

CONFIG = DatesConfig()


@dataclass(frozen=True, slots=True)
class _Context:
    """What a phrase is read against. ``tense`` is 1 where its clause speaks of what is to come,
    -1 of what was, 0 where it does not tell."""

    published: date | None
    tense: int
    sentence_year: int | None
    last_year: int | None


_Resolved = tuple[str, str] | None


def _relative_year(phrase: TimePhrase, context: _Context) -> tuple[int, str] | None:
    if phrase.relyear == "that":
        return (context.last_year, "the year spoken of before") if context.last_year else None
    if phrase.relyear is None or context.published is None:
        return None
    return context.published.year + int(phrase.relyear), f"counted from {context.published}, the page's date"


def _told_year(phrase: TimePhrase, context: _Context) -> tuple[int, str] | None:
    if phrase.year is not None:
        return phrase.year, "told in full"
    return _relative_year(phrase, context)


def _nearest_year(phrase: TimePhrase, context: _Context) -> tuple[int, str] | None:
    """The year of a day told without one: the weekday decides, then the tense, then nearness."""
    page = context.published
    if context.sentence_year and phrase.weekday is None:
        return context.sentence_year, "the year told before it in the sentence"
    if page is None or phrase.month is None or phrase.day is None:
        return None
    days = [d for y in (-1, 0, 1) if (d := make_date(page.year + y, phrase.month, phrase.day))]
    if phrase.weekday is not None:
        days = [d for d in days if d.weekday() == phrase.weekday] or days
        nearest = min(days, key=lambda d: abs((d - page).days), default=None)
        return (
            (nearest.year, f"the {WEEKDAYS[phrase.weekday]} nearest to {page}, the page's date")
            if nearest
            else None
        )
    past = max((d for d in days if d <= page), default=None)
    ahead = min((d for d in days if d >= page), default=None)
    if ahead and (phrase.rel == 1 or (context.tense > 0 and phrase.rel != -1)):
        return ahead.year, f"the next after {page}, the page's date"
    if ahead and context.tense == 0 and phrase.rel is None and (ahead - page).days <= CONFIG.days_ahead:
        return ahead.year, f"{(ahead - page).days} days from {page}, the page's date"
    return (past.year, f"the last before {page}, the page's date") if past else None


def _date(phrase: TimePhrase, context: _Context) -> _Resolved:
    told = _told_year(phrase, context) or _nearest_year(phrase, context)
    if told is None or phrase.month is None or phrase.day is None:
        return None
    day = make_date(told[0], phrase.month, phrase.day)
    return (day.isoformat(), told[1]) if day else None


def _month(phrase: TimePhrase, context: _Context) -> _Resolved:
    if phrase.month is None:
        return None
    told, page = _told_year(phrase, context), context.published
    if told is None and page is not None:
        ahead = (phrase.month - page.month) % 12
        coming = (
            phrase.rel == 1 or (phrase.rel != -1 and context.tense > 0) or (phrase.rel == 0 and ahead <= 1)
        )
        passed = ahead == 0 and phrase.rel != 1
        if passed or coming:
            year = page.year + (phrase.month < page.month)
            told = year, f"the next from {page}, the page's date"
        else:
            told = page.year - (phrase.month > page.month), f"the last before {page}, the page's date"
    return (f"{told[0]:04}-{phrase.month:02}", told[1]) if told else None


def _weekday(phrase: TimePhrase, context: _Context) -> _Resolved:
    page = context.published
    if page is None or phrase.weekday is None:
        return None
    name = WEEKDAYS[phrase.weekday]
    if phrase.rel == 1 or (phrase.rel != -1 and context.tense > 0):
        day = weekday_from(page + timedelta(phrase.rel == 1), phrase.weekday)
        return day.isoformat(), f"the {name} from {page}, the page's date"
    day = weekday_up_to(page - timedelta(phrase.rel == -1), phrase.weekday)
    return day.isoformat(), f"the {name} up to {page}, the page's date"


def _season(phrase: TimePhrase, context: _Context) -> _Resolved:
    told, page = _told_year(phrase, context), context.published
    if told is None and page is not None and phrase.season:
        year, now = season_of(page)
        reason = f"counted from {page}, the page's date"
        if phrase.count is not None:
            told = page.year - phrase.count, reason
        elif phrase.rel is not None:
            order = ("SP", "SU", "FA", "WI")
            gone = order.index(phrase.season) < order.index(now)
            told = year + (phrase.rel if phrase.rel == 0 or gone != (phrase.rel < 0) else 0), reason
            if phrase.rel < 0 and not gone:
                told = year - 1, reason
    return (f"{told[0]:04}-{phrase.season}", told[1]) if told and phrase.season else None


def _year(phrase: TimePhrase, context: _Context) -> _Resolved:
    return (f"{phrase.year:04}", "told in full") if phrase.year else None


def _relyear(phrase: TimePhrase, context: _Context) -> _Resolved:
    told = _relative_year(phrase, context)
    return (f"{told[0]:04}", told[1]) if told else None


def _relmonth(phrase: TimePhrase, context: _Context) -> _Resolved:
    if context.published is None or phrase.rel is None:
        return None
    month = shift_months(context.published.replace(day=1), phrase.rel)
    return f"{month:%Y-%m}", f"counted from {context.published}, the page's date"


def _dayword(phrase: TimePhrase, context: _Context) -> _Resolved:
    if context.published is None or phrase.offset is None:
        return None
    day = shift_days(context.published, phrase.offset)
    return (day.isoformat(), f"counted from {context.published}, the page's date") if day else None


def _ago(phrase: TimePhrase, context: _Context) -> _Resolved:
    page, count = context.published, 1 if phrase.count is None else phrase.count
    if page is None:
        return None
    reason = f"{count} {phrase.unit}s before {page}, the page's date"
    if phrase.unit in ("year", "decade"):
        return f"{page.year - count * (10 if phrase.unit == 'decade' else 1):04}", reason
    if phrase.unit == "month":
        return f"{shift_months(page.replace(day=1), -count):%Y-%m}", reason
    day = shift_days(page, -count * (7 if phrase.unit == "week" else 1))
    if day is None or phrase.unit not in ("week", "day"):
        return None
    return (day.isoformat(), reason) if phrase.unit == "day" else (f"{day:%Y-%m}", reason)


_RESOLVERS: Mapping[str, Callable[[TimePhrase, _Context], _Resolved]] = {
    "date": _date,
    "month": _month,
    "weekday": _weekday,
    "season": _season,
    "year": _year,
    "relyear": _relyear,
    "relmonth": _relmonth,
    "dayword": _dayword,
    "ago": _ago,
}


@cache
def _tense_words(language: str) -> re.Pattern[str] | None:
    words = patterns(language).words
    past = [re.escape(w) for w in sorted(words.past, key=len, reverse=True)]
    coming = [re.escape(w) for w in sorted(words.coming, key=len, reverse=True)]
    groups = [
        f"(?P<{name}>{'|'.join(forms)})"
        for name, forms in (("coming", coming), ("past", past), ("form", [words.past_forms]))
        if any(forms)
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?!\w)", re.IGNORECASE) if groups else None


def _tense(text: str, start: int, end: int, language: str) -> int:
    """The tense of a phrase: of its clause's words the nearest before it, else the first after it; where
    the clause tells none, of the sentence's."""
    left, right = max(0, start - CONFIG.tense_reach), min(len(text), end + CONFIG.tense_after)
    near = (
        max(left, _cut(text, left, start)),
        next((m.start() for m in _CUT.finditer(text, end, right)), right),
    )
    for first, last in (near, (left, right)):
        told = [*reversed(_tenses(text, first, start, language)), *_tenses(text, end, last, language)]
        if told:
            return told[0]
    return 0


@lru_cache(maxsize=20_000)
def _is_past(word: str) -> bool:
    """Whether a Russian word is a verb or a short participle: many a noun ends as they do."""
    tag = morphology().parse(word)[0].tag
    return tag.POS in ("VERB", "PRTS")


_WORD = re.compile(r"[^\W\d_]+")
_CUT = re.compile(r"[,;:](?=\s)|\s[-–—](?=\s)")


def _cut(text: str, first: int, last: int) -> int:
    return max((m.end() for m in _CUT.finditer(text, first, last)), default=first)


def _tenses(text: str, first: int, last: int, language: str) -> list[int]:
    """What the words of tense in a piece of text say, in their order."""
    pattern = _tense_words(language)
    matches = pattern.finditer(text, first, last) if pattern else ()
    return [
        1 if m.lastgroup == "coming" else -1
        for m in matches
        if m.lastgroup != "form" or language != "ru" or _is_past(m[0].lower())
    ]


def _mentions(document: Document, phrase: TimePhrase, value: str, reason: str) -> tuple[DateMention, ...]:
    """One mention, or the first and the last day of a range."""
    end = phrase.to_day_start or phrase.end
    text = document.text[phrase.start : end].rstrip()
    first = Span(document.id, phrase.start, phrase.start + len(text), text)
    whole = Span(document.id, phrase.start, phrase.end, document.text[phrase.start : phrase.end])
    if phrase.to_day is None or phrase.to_day_start is None:
        return (DateMention(whole, value, granularity(value), reason),)
    last = make_date(int(value[:4]), int(value[5:7]), phrase.to_day)
    if last is None:
        return ()
    tail = Span(document.id, phrase.to_day_start, phrase.end, document.text[phrase.to_day_start : phrase.end])
    return (
        DateMention(first, value, "day", reason),
        DateMention(tail, last.isoformat(), "day", f"the end of the range; {reason}"),
    )


def find_dates(document: Document, sentences: tuple[Sentence, ...]) -> tuple[DateMention, ...]:
    """Dates in the order of the text; a relative one needs ``document.published``.

    Where several days are left for the page, a date is given if it is the same for each of them.
    """
    told = day_of(document.published)
    candidates = [day for value in document.published_candidates if (day := day_of(value))]
    pages: list[date | None] = [told] if told or not candidates else [*candidates]
    found: list[DateMention] = []
    last_year, sentence_year, current = None, None, -1
    for phrase, sentence, tense in _in_context(document, sentences):
        if sentence != current:
            current, sentence_year = sentence, None
        outcomes = {_resolve(phrase, _Context(page, tense, sentence_year, last_year)) for page in pages}
        values = {outcome[0] for outcome in outcomes if outcome}
        if None in outcomes or len(values) != 1:
            continue
        value, reason = min(outcome for outcome in outcomes if outcome)
        found += _mentions(document, phrase, value, reason)
        if phrase.year or phrase.relyear:
            last_year = int(value[:4])
            sentence_year = last_year if phrase.kind == "date" and phrase.year else sentence_year
    return tuple(found)


def _resolve(phrase: TimePhrase, context: _Context) -> _Resolved:
    resolver = _RESOLVERS.get(phrase.kind)
    return resolver(phrase, context) if resolver else None


def _in_context(document: Document, sentences: tuple[Sentence, ...]) -> Iterator[tuple[TimePhrase, int, int]]:
    """Each phrase of time with the index of its sentence and the tense of its clause."""
    at, language = 0, document.language or ""
    for phrase in time_phrases(document, sentences):
        while at + 1 < len(sentences) and sentences[at].span.end <= phrase.start:
            at += 1
        span = sentences[at].span
        yield phrase, at, _tense(span.text, phrase.start - span.start, phrase.end - span.start, language)


def _beside_past(text: str, start: int, end: int, language: str) -> bool:
    """Whether a verb of the past stands at most two words before a phrase, or right after it."""
    left, right = max(0, start - CONFIG.beside), min(len(text), end + CONFIG.beside)
    before = [w.start() for w in _WORD.finditer(text, _cut(text, left, start), start)][-3:]
    after = [w.end() for w in _WORD.finditer(text, end, right)][:1]
    return any(
        -1 in _tenses(text, first, last, language)
        for first, last in ((min(before, default=start), start), (end, max(after, default=end)))
    )


def find_clues(document: Document, sentences: tuple[Sentence, ...]) -> tuple[TimeClue, ...]:
    """What an undated page says of time, unresolved: from it its story may find the day."""
    return tuple(
        TimeClue(
            Span(document.id, phrase.start, phrase.end, document.text[phrase.start : phrase.end]),
            phrase.kind,
            phrase.year,
            phrase.month,
            phrase.day,
            phrase.weekday,
            phrase.rel if phrase.rel is not None else (1 if tense > 0 else None),
            sentence,
            tense < 0 and _beside_past(document.text, phrase.start, phrase.end, document.language or ""),
        )
        for phrase, sentence, tense in _in_context(document, sentences)
    )
