"""Dates of publication as pages write them: ISO and RFC, numbers, and month names of any language.

Month names come from the Unicode CLDR by way of babel.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Literal

YEARS = range(1990, 2101)

_ISO = re.compile(
    r"(?<![\d-])(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)? ?(Z|[+-]\d\d:?\d\d)?)?(?![\d-])",
    re.I,
)
_COMPACT = re.compile(r"^(\d{4})(\d\d)(\d\d)(?:T?\d{4,6})?$")
_NUMBERS = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)(?![\d/-]|\.\d)")
_YEAR_FIRST = re.compile(r"(?<![\d./-])(\d{4})([./])(\d{1,2})\2(\d{1,2})(?![\d/-])")
_CJK = re.compile(r"(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]")
_DAY_MONTH = re.compile(
    r"(?<![\d.:,])(\d{1,2})(?:st|nd|rd|th|er|º|ª)?\.? (?:de |d')?([^\W\d_]{3,12})\.?,? (?:de |del )?"
    r"(\d{4})(?!\d)",
    re.I,
)
_MONTH_DAY = re.compile(
    r"(?<!\w)([^\W\d_]{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? (?:at \d\d?:\d\d \w+ )?(\d{4})(?!\d)", re.I
)
CLOCK = re.compile(
    r"(?<![\d.:,$€£])([01]?\d|2[0-3])(?:[:h.]|Uhr)([0-5]\d)(?![\d.%])(?: ?([ap])\.?m\.?(?!\w))?", re.I
)
_URL = re.compile(r"/(\d{4})[/-]?(\d\d?|[a-z]{3})[/-]?(\d\d?)(?=[/_.-]|$)", re.I)
_URL_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_ENGLISH_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


@cache
def calendar_names(language: str, kind: Literal["months", "days"]) -> Mapping[str, int]:
    """Folded names of a language and of English, long and short, in and out of a date, with their numbers.

    Months count from 1, days from Monday, 0 (Unicode CLDR).
    """
    from babel import Locale, UnknownLocaleError

    names: dict[str, int] = {}
    for code in (language, "en"):
        try:
            locale = Locale.parse(code)
        except (UnknownLocaleError, ValueError):
            continue
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in getattr(locale, kind)[context][width].items():
                    names.setdefault(name.casefold().strip("."), number)
    return MappingProxyType(names)


@cache
def months(language: str) -> Mapping[str, int]:
    """Month names of a language and of English, with the short form CLDR leaves out."""
    return MappingProxyType({"sept": 9, **calendar_names(language, "months")})


def valid(year: int, month: int, day: int) -> str | None:
    """The day in ISO form, or None where there is no such day or nobody wrote news for the web on it."""
    try:
        return date(year, month, day).isoformat() if year in YEARS else None
    except ValueError:
        return None


def parse_stamp(text: str, language: str | None = None) -> str | None:
    """A date a page gives in its own words or its head: YYYY-MM-DD, with the time where it is told."""
    text = text.strip()[:300]
    if found := _ISO.search(text):
        day = valid(*map(int, found.groups()[:3]))
        time, zone = found.group(4), found.group(5)
        return day + (f"T{time}{(zone or '').upper()}" if time else "") if day else None
    if found := _COMPACT.match(text):
        return valid(*map(int, found.groups()[:3]))
    return visible_date(text, language)


def visible_date(text: str, language: str | None) -> str | None:
    """The first full date, with day, month and year, that a text tells."""
    found = find_date(text, language)
    return found[0] if found else None


def find_date(text: str, language: str | None) -> tuple[str, int, int] | None:
    """The first full date of a text in ISO form, and where it stands."""
    for read in (_with_names, _with_numbers):
        if found := read(text, language or "en"):
            return found
    return None


def _with_names(text: str, language: str) -> tuple[str, int, int] | None:
    known = months(language)
    for pattern, (d, m) in ((_DAY_MONTH, (1, 2)), (_MONTH_DAY, (2, 1))):
        for found in pattern.finditer(text):
            if month := known.get(found.group(m).casefold()):
                day = valid(int(found.group(3)), month, int(found.group(d)))
                return (day, found.start(), found.end()) if day else None
    return None


def _with_numbers(text: str, language: str) -> tuple[str, int, int] | None:
    for pattern in (_CJK, _YEAR_FIRST, _ISO):
        if found := pattern.search(text):
            numbers = [int(g) for g in found.groups() if g and g.isdigit()]
            told = valid(*numbers[:3])
            return (told, found.start(), found.end()) if told else None
    found = _NUMBERS.search(text)
    if not found:
        return None
    first, second = int(found.group(1)), int(found.group(3))
    year = int(found.group(4)) + (2000 if len(found.group(4)) == 2 else 0)
    # 05/07/2019 is May in one country and July in another that write the same language.
    if language == "en" and found.group(2) != "." and first != second and max(first, second) <= 12:
        return None
    day, month = (second, first) if second > 12 else (first, second)
    told = valid(year, month, day)
    return (told, found.start(), found.end()) if told else None


def date_in_url(url: str) -> str | None:
    """The day in the path of an address: /2019/05/30/, /2019/may/30/, /2019-05-30, /20190530."""
    path = re.sub(r"^[a-z]+://[^/]*", "", url, flags=re.I)[:500]
    for found in (*_URL.finditer(path), *_URL_COMPACT.finditer(path)):
        month = found.group(2).lower()
        if not month.isdigit() and month not in _ENGLISH_MONTHS:
            continue
        number = int(month) if month.isdigit() else _ENGLISH_MONTHS.index(month) + 1
        if day := valid(int(found.group(1)), number, int(found.group(3))):
            return day
    return None


_DATE_LIKE = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d"
    r"|\d{1,2}\.? (?:de )?[^\W\d_]{3,10}\.?,? (?:de )?\d{4}|[^\W\d_]{3,10}\.? \d{1,2},? \d{4}"
)


def is_time_stamp(text: str) -> bool:
    """True where a clock time, alone or with a date, takes up most of the text."""
    return bool(CLOCK.search(text)) and (is_dated_label(text) or len(CLOCK.sub("", text)) <= 12)


def is_dated_label(text: str) -> bool:
    """True where a date takes up most of the text: 'Published 4 May 2021', 'World - 4 May 2021'."""
    rest = CLOCK.sub("", _DATE_LIKE.sub("", text))
    return bool(_DATE_LIKE.search(text)) and len(re.findall(r"[^\W\d_]{3,}", rest)) <= 5
