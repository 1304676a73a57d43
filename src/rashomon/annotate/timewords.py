"""Where a text speaks of time: the phrases of a language, found and taken apart, not yet resolved.

sentence -> what its words may tell -> the patterns worth trying -> TimePhrase
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from rashomon.annotate.digits import latin_digits
from rashomon.annotate.numberwords import lowered
from rashomon.annotate.timepatterns import (
    ROMAN,
    WORD,
    Patterns,
    kinds_of,
    patterns,
    rules_for,
)
from rashomon.languages import known_languages
from rashomon.types import Document, Sentence

_OPENING = '"“„«'
_TITLE = re.compile(r"(?:\s[^\W\d_]+){1,2}[\"”“»]")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """A phrase of time, taken apart: numbers as numbers, words as what they mean.

    ``kind`` is a key of the templates; ``rel`` an offset (-1 last, 0 this, 1 next);
    ``that`` marks the year spoken of before; ``offset`` is in days. ``sign`` is 1 for what comes after, and
    ``from_text`` marks what counts from the day told before. ``to_...`` is the end of a range, which begins
    at ``to_start``; what comes before it ends at ``first_end``.
    """

    start: int
    end: int
    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    to_day: int | None = None
    to_month: int | None = None
    to_year: int | None = None
    first_end: int | None = None
    to_start: int | None = None
    weekday: int | None = None
    season: str | None = None
    rel: int | None = None
    relyear: str | None = None
    count: int | None = None
    unit: str | None = None
    offset: int | None = None
    relweek: int | None = None
    sign: int | None = None
    from_text: bool = False


def _groups(match: re.Match[str], text: str) -> dict[str, str]:
    """What the placeholders caught, as the text has it with white space folded, without the numbers of the
    groups."""
    return {
        name.partition("_")[0]: _SPACE.sub(" ", text[match.start(name) : match.end(name)])
        for name, told in match.groupdict().items()
        if told
    }


def _written_right(groups: Mapping[str, str], start: int, language: Patterns) -> bool:
    """Whether names of months and weekdays stand in the case the language writes them in."""
    names = [groups[name] for name in ("month", "weekday") if name in groups]
    if language.words.case == "upper":
        return all(name[0].isupper() for name in names)
    if language.words.case == "lower" and start > 0:
        return all(name[0].islower() or name.isupper() for name in names)
    return True


def _take_apart(groups: Mapping[str, str], kind: str, start: int, end: int, language: Patterns) -> TimePhrase:
    def number(name: str, table: str = "") -> int | None:
        if name not in groups:
            return None
        word = groups[name].lower()
        word = "".join(word.split()) if language.unspaced else word
        value = word if word.isdecimal() else language.values.get(table, {}).get(word)
        return int(float(value)) if value else None

    def key(name: str) -> str | None:
        return language.values[name].get(groups[name].lower()) if name in groups else None

    relative = key("rel") or key("relmonth") or key("relweekend")
    tens = 1900 + int(groups["dd"]) if "dd" in groups else None
    holiday, week, roman = key("holiday"), key("relweek"), ROMAN.get(groups.get("roman", "").upper())
    return TimePhrase(
        start,
        end,
        kind,
        year=number("year") or number("bare") or number("tens") or tens or number("decadeword", "decadeword"),
        month=number("month", "month") or number("mm") or _of_holiday(holiday, 0),
        day=number("day", "n") or number("iday") or _of_holiday(holiday, 1),
        to_day=number("to", "n"),
        to_month=number("tomonth", "month"),
        to_year=number("toyear") or number("toyy"),
        weekday=number("weekday", "weekday"),
        season=key("season"),
        rel=int(relative) if relative else None,
        relyear=key("relyear"),
        count=number("n", "n") or number("ordinal", "ordinal") or number("century") or number("qn") or roman,
        unit=key("unit"),
        offset=number("dayword", "dayword") if "dayword" in groups else number("relday", "relday"),
        relweek=int(week) if week else None,
        sign=int(sign) if (sign := key("shift") or key("ahead")) else None,
        from_text="shift" in groups,
    )


def _of_holiday(month_and_day: str | None, part: int) -> int | None:
    return int(month_and_day.split("-")[part]) if month_and_day else None


def _followed_by(match: re.Match[str], words: frozenset[str]) -> bool:
    """Whether one of the words comes next: '1950 people' is no year, 'Sunday Times' no day."""
    following = WORD.search(match.string, match.end())
    return bool(following and following.start() <= match.end() + 1 and following[0].lower() in words)


def _is_title(match: re.Match[str]) -> bool:
    """Whether a weekday begins what stands alone in quotation marks: a programme called “Sunday Morning”."""
    before = match.string[max(0, match.start() - 1) : match.start()]
    return before in _OPENING and bool(before) and bool(_TITLE.match(match.string, match.end()))


def _is_ordinal(match: re.Match[str], groups: Mapping[str, str], language: Patterns) -> bool:
    """Whether a word that is a weekday and an ordinal has a noun after it: 'na segunda fase'."""
    words = language.words
    if groups.get("weekday", "").lower() not in words.short.split():
        return False
    if match[0].split()[0] not in words.before.split():
        return True
    following = WORD.match(match.string, match.end() + 1)
    return bool(following and match.string[match.end()].isspace() and following[0] not in words.after)


#: The placeholders of the end of a range.
_ENDS = ("to", "tomonth", "toyear", "toyy")
#: Tables whose words stand in names of other things: "Black Friday".
_NAMED = frozenset({"weekday", "month"})
#: Phrases that a word after them may make part of a name.
_NAMING = frozenset({"weekday", "holiday"})


def _in_sentence(sentence: Sentence, code: str, language: Patterns) -> Iterator[TimePhrase]:
    text = latin_digits(sentence.span.text)
    small = lowered(text)
    kinds = kinds_of(small, code)
    rules = rules_for(code, kinds)
    if not rules:
        return
    named = [m.span() for m in language.named.finditer(small)] if kinds & _NAMED else []
    at = sentence.span.start
    for rule in rules:
        for match in rule.pattern.finditer(small):
            groups = _groups(match, text)
            if _is_other(match, groups, rule.kind, named, language):
                continue
            if _written_right(groups, match.start(), language):
                phrase = _take_apart(groups, rule.kind, at + match.start(), at + match.end(), language)
                starts = [match.start(f"{name}_1") for name in _ENDS if groups.get(name)]
                if starts:
                    ends = [match.end(name) for name in match.groupdict() if match[name]]
                    first = max(end for end in ends if end <= min(starts))
                    phrase = replace(phrase, first_end=at + first, to_start=at + min(starts))
                yield phrase


def _is_other(
    match: re.Match[str],
    groups: Mapping[str, str],
    kind: str,
    named: list[tuple[int, int]],
    language: Patterns,
) -> bool:
    """Whether what reads as a phrase of time is another thing: a number of people, a name."""
    return (
        match[0].strip(".") in language.ambiguous
        or (("bare" in groups or kind == "year") and _followed_by(match, language.counted))
        or any(first < match.end() and match.start() < last for first, last in named)
        or (kind in _NAMING and bool(language.names) and _followed_by(match, language.names))
        or (kind == "weekday" and (_is_title(match) or _is_ordinal(match, groups, language)))
    )


@lru_cache(maxsize=8)
def time_phrases(document: Document, sentences: tuple[Sentence, ...]) -> tuple[TimePhrase, ...]:
    """The phrases of time in the order of the text; of those that overlap the longest stays.

    Kept for the last few documents, as dates, quantities and clues all ask for the same.
    """
    if document.language not in known_languages("dates"):
        return ()
    code = document.language or ""
    language = patterns(code)
    found = [phrase for sentence in sentences for phrase in _in_sentence(sentence, code, language)]
    kept: list[TimePhrase] = []
    taken: set[int] = set()
    # "from March 27", "week of March 27": one that tells a day goes first.
    for phrase in sorted(found, key=lambda p: (p.day is None, p.start - p.end, p.start)):
        if phrase.start not in taken and phrase.end - 1 not in taken:
            kept.append(phrase)
            taken.update(range(phrase.start, phrase.end))
    return tuple(sorted(kept, key=lambda p: p.start))
