"""Dates of publication as pages write them: ISO and RFC, numbers, and month names of any language.

Month names come from the Unicode CLDR by way of babel.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from functools import cache
from types import MappingProxyType
from typing import Literal

YEARS = range(1990, 2101)
#: The first day of a text stands among its first characters, or it is no day of publication.
MAX_TEXT = 2_000

#: How a country orders a day in numbers; None where it is not known.
Order = Literal["day first", "month first"] | None

_ISO = re.compile(
    r"(?<![\d-])(\d{4})-(\d\d)-(\d\d)"
    r"(?:[T ](\d\d:\d\d)(?::\d\d(?:[.,]\d+)?)? ?(Z|[+-]\d\d:?\d\d)?)?(?![\d-])",
    re.I,
)
_COMPACT = re.compile(r"^(\d{4})(\d\d)(\d\d)(?:T?\d{4,6})?$")
_EPOCH = re.compile(r"^(\d{10})(?:\d{3})?$")
_NUMBERS = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)(?![\d/-]|\.\d)")
_YEAR_FIRST = re.compile(r"(?<![\d./-])(\d{4})([./-]) ?(\d{1,2})\2 ?(\d{1,2})(?![\d/-])")
_CJK = re.compile(r"(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]")
#: MONTH is any name of a month: "3. März 2019", "3 de marzo de 2019", "March 3rd, 2019", "03-Mar-2019",
#: "Tue Mar 03 10:15:00 CET 2019", "2019. március 3.", "2019 m. kovo 3 d.", "2019. gada 3. marts".
_NAMED = (
    r"(?<![\d.:,])(?P<d>\d{1,2})(?:st|nd|rd|th|er|º|ª|°)?\.?[ /-]?(?:de |d'|of |ב)?(?P<m>MONTH)(?!\w)"
    r"\.?[,،/-]? ?(?:de |del |năm )?(?P<y>\d{4})(?!\d)",
    r"(?<!\w)(?P<m>MONTH)\.?[ -](?P<d>\d{1,2})(?:st|nd|rd|th)?[,،]? ?"
    r"(?:(?:at )?\d\d?:\d\d(?::\d\d)?(?: [A-Za-z.]{2,5}){0,2} )?-?(?P<y>\d{4})(?!\d)",
    r"(?<!\d)(?P<y>\d{4})[.,]?(?: \w{1,5}\.?)? (?P<m>MONTH)(?!\w) (?P<d>\d{1,2})(?!\d)",
    r"(?<!\d)(?P<y>\d{4})[.,]?(?: \w{1,5}\.?)? (?P<d>\d{1,2})\. (?P<m>MONTH)(?!\w)",
)
#: No full date has fewer: 1/2/21.
_FOUR_DIGITS = re.compile(r"(?:\D*+\d){4}")
#: Thailand counts years from the death of the Buddha.
_BUDDHIST = 543
CLOCK = re.compile(
    r"(?<![\d.:,$€£])([01]?\d|2[0-3])(?:[:h.]|Uhr)([0-5]\d)(?![\d.%])(?: ?([ap])\.?m\.?(?!\w))?", re.I
)
#: Countries that write the month first (Unicode CLDR), and domains of countries that the world uses.
_MONTH_FIRST = frozenset({"US", "PH", "PW", "FM", "GU", "PR", "VI", "MH", "AS", "GOV", "MIL", "EDU"})
_OPEN_DOMAINS = frozenset({"IO", "CO", "TV", "ME", "AI", "FM", "LY", "CC", "WS", "GG", "CA", "TO", "EU"})
_URL = re.compile(r"/(\d{4})(?:[/-](\d\d?|[a-z]{3})[/-](\d\d?)|[/-](\d\d)(\d\d))(?=[/_.-]|$)", re.I)
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
                    # Greek names are longer folded than in small letters.
                    for spelled in (name.casefold(), name.lower()):
                        names.setdefault(spelled.strip("."), number)
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


@cache
def _named(language: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of dates with the name of a month, for one language and English."""
    names = sorted(months(language), key=lambda name: (-len(name), name))
    spelled = "|".join(re.escape(name) for name in names if any(map(str.isalpha, name)))
    return tuple(re.compile(form.replace("MONTH", spelled), re.I) for form in _NAMED)


def parse_stamp(text: str, language: str | None = None, order: Order = None) -> str | None:
    """A date a page gives in its own words or its head: YYYY-MM-DD, with the time where it is told."""
    text = text.strip()[:300]
    if found := _ISO.search(text):
        day = valid(*map(int, found.groups()[:3]))
        time, zone = found.group(4), found.group(5)
        return day + (f"T{time}{(zone or '').upper()}" if time else "") if day else None
    if (found := _COMPACT.match(text)) and (day := valid(*map(int, found.groups()[:3]))):
        return day
    if found := _EPOCH.match(text):
        told = datetime.fromtimestamp(int(found.group(1)), UTC)
        return f"{told:%Y-%m-%dT%H:%MZ}" if told.year in YEARS else None
    return visible_date(text, language, order)


def visible_date(text: str, language: str | None, order: Order = None) -> str | None:
    """The first full date, with day, month and year, that a text tells."""
    found = find_date(text, language, order)
    return found[0] if found else None


def find_date(text: str, language: str | None, order: Order = None) -> tuple[str, int, int] | None:
    """The first full date of a text in ISO form, and where it stands; None where it can be two days."""
    found = find_readings(text, language, order)
    return (found[0][0], found[1], found[2]) if found and len(found[0]) == 1 else None


def find_readings(
    text: str, language: str | None, order: Order = None
) -> tuple[tuple[str, ...], int, int] | None:
    """The days the first full date of a text can mean, and where it stands; 05/07/2019 is two days."""
    text = text[:MAX_TEXT]
    if not _FOUR_DIGITS.match(text):
        return None
    return _with_names(text, language or "en") or _with_numbers(text, language or "en", order)


def _with_names(text: str, language: str) -> tuple[tuple[str, ...], int, int] | None:
    known = months(language)
    found = [match for pattern in _named(language) if (match := pattern.search(text))]
    for match in sorted(found, key=re.Match.start):
        month = known.get(match["m"].casefold())
        year = int(match["y"]) - (_BUDDHIST if language == "th" and int(match["y"]) > 2400 else 0)
        if month and (day := valid(year, month, int(match["d"]))):
            return (day,), match.start(), match.end()
    return None


def _with_numbers(text: str, language: str, order: Order) -> tuple[tuple[str, ...], int, int] | None:
    for pattern, fields in ((_CJK, (1, 2, 3)), (_ISO, (1, 2, 3)), (_YEAR_FIRST, (1, 3, 4))):
        if found := pattern.search(text):
            told = valid(*(int(found.group(i)) for i in fields))
            return ((told,), found.start(), found.end()) if told else None
    found = _NUMBERS.search(text)
    if not found:
        return None
    first, second = int(found.group(1)), int(found.group(3))
    year = int(found.group(4)) + (2000 if len(found.group(4)) == 2 else 0)
    # 05/07/2019 is May in one country and July in another that write the same language.
    told_order = order if language == "en" and found.group(2) != "." else order or "day first"
    readings = [(second, first), (first, second)]
    if told_order and max(first, second) <= 12:
        readings = readings[:1] if told_order == "day first" else readings[1:]
    days = dict.fromkeys(day for month, number in readings if (day := valid(year, month, number)))
    return (tuple(days), found.start(), found.end()) if days else None


def order_of(texts: Iterable[str], region: str | None, host: str) -> Order:
    """How a page orders a day in numbers: as an unambiguous date of it shows, then by its country."""
    for text in texts:
        for found in _NUMBERS.finditer(text):
            first, second = int(found.group(1)), int(found.group(3))
            if first > 12 >= second >= 1:
                return "day first"
            if second > 12 >= first >= 1:
                return "month first"
    country = region or host.rpartition(".")[2].upper()
    if country in _MONTH_FIRST:
        return "month first"
    return "day first" if len(country) == 2 and country not in _OPEN_DOMAINS else None


def date_in_url(url: str) -> str | None:
    """The day in the path of an address: /2019/05/30/, /2019/may/30/, /2019-05-30, /20190530."""
    path = re.sub(r"^[a-z]+://[^/]*", "", url, flags=re.I)[:500]
    for found in (*_URL.finditer(path), *_URL_COMPACT.finditer(path)):
        year, month, number = filter(None, found.groups())
        month = month.lower()
        if not month.isdigit() and month not in _ENGLISH_MONTHS:
            continue
        month_number = int(month) if month.isdigit() else _ENGLISH_MONTHS.index(month) + 1
        if day := valid(int(year), month_number, int(number)):
            return day
    return None


_DATE_LIKE = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d"
    r"|\d{1,2}\.? (?:de )?[^\W\d_]{3,10}\.?,? (?:de )?\d{4}|[^\W\d_]{3,10}\.? \d{1,2},? \d{4}"
)


_DIGIT = re.compile(r"\d")


def is_time_stamp(text: str) -> bool:
    """True where a clock time, alone or with a date, takes up most of the text."""
    if not _DIGIT.search(text) or not CLOCK.search(text):
        return False
    return is_dated_label(text) or len(CLOCK.sub("", text)) <= 12


def is_dated_label(text: str) -> bool:
    """True where a date takes up most of the text: 'Published 4 May 2021', 'World - 4 May 2021'."""
    rest = CLOCK.sub("", _DATE_LIKE.sub("", text))
    return bool(_DATE_LIKE.search(text)) and len(re.findall(r"[^\W\d_]{3,}", rest)) <= 5
