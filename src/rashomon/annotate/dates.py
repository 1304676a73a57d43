"""Time expressions, resolved against the day they count from.

phrases of time -> (page's day, tense of the clause, year and day spoken of) -> contract dates
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from rashomon.annotate.clocks import find_clocks
from rashomon.annotate.numberwords import lowered
from rashomon.annotate.tense import beside_past, tense_of
from rashomon.annotate.timevalues import Context, resolve
from rashomon.annotate.timewords import TimePhrase, time_phrases
from rashomon.chronology import day_of, granularity, make_date
from rashomon.config import DatesConfig
from rashomon.types import DateMention, Document, Sentence, Span, TimeClue

CONFIG = DatesConfig()
_Anchor = tuple[date | None, str]
_PAGE = "the page's date"


def _anchors(document: Document, phrases: tuple[TimePhrase, ...]) -> list[_Anchor]:
    """The day that relative phrases count from: the page's, or where the text shows it, its dateline's or
    that of its last change; several where evidence leaves several days for the page."""
    page = day_of(document.published)
    if page is None:
        left = [day for value in document.published_candidates if (day := day_of(value))]
        return [(day, _PAGE) for day in left] or [(None, _PAGE)]
    changed = day_of(document.modified)
    if changed and timedelta(0) < changed - page <= timedelta(CONFIG.days_changed):
        told = (
            make_date(p.year, p.month, p.day)
            for p in phrases
            if p.year and p.month and p.day and p.kind == "date"
        )
        # A page that tells of a day after it was published was written on.
        if any(day and page < day <= changed for day in told):
            return [(changed, "the day of its last change")]
    sent = _dateline_day(document, phrases, page)
    return [(sent, "the day of its dateline")] if sent else [(page, _PAGE)]


def _dateline_day(document: Document, phrases: tuple[TimePhrase, ...], page: date) -> date | None:
    """The day the report was sent, where it is one of the few before the page's."""
    line = document.dateline.day if document.dateline else None
    if line is None:
        return None
    for phrase in phrases:
        if phrase.kind == "date" and line.start <= phrase.start < line.end and phrase.month and phrase.day:
            years = [phrase.year] if phrase.year else [page.year, page.year - 1]
            days = (make_date(year, phrase.month, phrase.day) for year in years)
            late = timedelta(CONFIG.days_sent)
            return next((day for day in days if day and timedelta(0) < page - day <= late), None)
    return None


def _mentions(document: Document, phrase: TimePhrase, value: str, reason: str) -> tuple[DateMention, ...]:
    """One mention, or the first and the last of a range: of its words where they stand apart, else of all."""
    first, _, last = value.partition("/")
    if not last:
        return (_mention(document, phrase.start, phrase.end, value, reason),)
    return (
        _mention(
            document, phrase.start, phrase.first_end or phrase.end, first, f"the start of the range; {reason}"
        ),
        _mention(
            document, phrase.to_start or phrase.start, phrase.end, last, f"the end of the range; {reason}"
        ),
    )


def _mention(document: Document, start: int, end: int, value: str, reason: str) -> DateMention:
    return DateMention(
        Span(document.id, start, end, document.text[start:end]), value, granularity(value), reason
    )


@lru_cache(maxsize=8)
def find_dates(document: Document, sentences: tuple[Sentence, ...]) -> tuple[DateMention, ...]:
    """Dates in the order of the text, and times of day where the sentence tells the day; a relative one needs
    ``document.published``.

    Where several days are left for the page, a date is given if it is the same for each of them. Kept for the
    last few documents, as quantities ask for the same.
    """
    told_times = _in_context(document, sentences)
    anchors = _anchors(document, tuple(phrase for phrase, _, _ in told_times))
    lasts: list[str | None] = [None] * len(anchors)
    found: list[DateMention] = []
    last_year, sentence_year, current = None, None, -1
    for phrase, sentence, tense in told_times:
        if sentence != current:
            sentence_year = None
            # A day told two sentences before is no longer what "the next day" counts from.
            if sentence > current + 1:
                lasts = [None] * len(anchors)
            current = sentence
        outcomes = [
            resolve(phrase, Context(page, origin, tense, sentence_year, last_year, last))
            for (page, origin), last in zip(anchors, lasts, strict=True)
        ]
        lasts = [o[0].rpartition("/")[2] if o else last for o, last in zip(outcomes, lasts, strict=True)]
        told = {outcome for outcome in outcomes if outcome}
        if None in outcomes or len({value for value, _ in told}) != 1:
            continue
        value, reason = min(told)
        found += _mentions(document, phrase, value, reason)
        if phrase.year or phrase.relyear:
            last_year = int(value[:4])
            sentence_year = last_year if phrase.kind == "date" and phrase.year else sentence_year
    clocks = find_clocks(document, sentences, tuple(found))
    return tuple(sorted((*found, *clocks), key=lambda d: (d.span.start, d.span.end, d.value)))


@lru_cache(maxsize=8)
def _in_context(
    document: Document, sentences: tuple[Sentence, ...]
) -> tuple[tuple[TimePhrase, int, int], ...]:
    """Each phrase of time with the index of its sentence and the tense of its clause; kept for the last few
    documents, as dates, quantities and clues all ask for the same."""
    at, read, text, language = 0, -1, "", document.language or ""
    found: list[tuple[TimePhrase, int, int]] = []
    for phrase in time_phrases(document, sentences):
        while at + 1 < len(sentences) and sentences[at].span.end <= phrase.start:
            at += 1
        span = sentences[at].span
        if at != read:
            read, text = at, lowered(span.text)
        start, end = phrase.start - span.start, phrase.end - span.start
        found.append((phrase, at, tense_of(text, start, end, language)))
    return tuple(found)


def find_clues(document: Document, sentences: tuple[Sentence, ...]) -> tuple[TimeClue, ...]:
    """What an undated page says of time, unresolved: from it its story may find the day."""
    text = lowered(document.text)
    return tuple(
        TimeClue(
            Span(document.id, phrase.start, phrase.end, document.text[phrase.start : phrase.end]),
            # "Monday of last week" is no weekday of the page's own.
            phrase.kind if phrase.relweek is None else "relweek",
            phrase.year,
            phrase.month,
            phrase.day,
            phrase.weekday if phrase.relweek is None else None,
            phrase.rel if phrase.rel is not None else (1 if tense > 0 else None),
            sentence,
            tense < 0 and beside_past(text, phrase.start, phrase.end, document.language or ""),
            _years_ago(phrase),
        )
        for phrase, sentence, tense in _in_context(document, sentences)
    )


def _years_ago(phrase: TimePhrase) -> int | None:
    """How many years before the page's own a phrase tells, where it says so and no more."""
    if phrase.kind == "ago" and phrase.unit in ("year", "decade") and not (phrase.from_text or phrase.sign):
        count = 1 if phrase.count is None else phrase.count
        return count * (10 if phrase.unit == "decade" else 1)
    if phrase.kind == "relyear" and phrase.relyear not in (None, "that"):
        return -int(phrase.relyear or 0)
    return None
