"""Dates, figures and counts as a reader of a report sees them. English is the language of the page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from babel import Locale

from rashomon.types import DifferenceKind, Document, Quantity, QuoteKind, RenderingKind, Verdict

VERDICTS: dict[Verdict, str] = {
    "differ": "told differently",
    "agree": "told alike",
    "single": "one report",
    "undecided": "no verdict",
}
DIFFERENCES: dict[DifferenceKind, str] = {
    "hedge": "hedged",
    "dropped": "left out",
    "wording": "other words",
    "negation": "turned",
    "number": "other number",
}
QUOTES: dict[QuoteKind, str] = {"direct": "direct", "indirect": "indirect", "mixed": "partly quoted"}
RENDERINGS: dict[RenderingKind, str] = {
    "copy": "taken over",
    "verbatim": "word for word",
    "re-translation": "two translations",
    "translation": "across languages",
    "paraphrase": "in other words",
}
_MONTHS = "January February March April May June July August September October November December".split()
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
#: SI names as the annotations use them: from this value on, this symbol for so many of the unit.
_SI = {
    "metre": ((1000, 1000, "km"), (1, 1, "m"), (0, 0.01, "cm")),
    "kilogram": ((1000, 1000, "t"), (1, 1, "kg"), (0, 0.001, "g")),
    "square metre": ((1_000_000, 1_000_000, "km²"), (0, 1, "m²")),
    "metre per second": ((0, 1 / 3.6, "km/h"),),
}
#: Counted things that read well after a number. Any other is told by the words beside the number.
_COUNTED = {
    "person": ("person", "people"),
    **{unit: (unit, unit + "s") for unit in ("second", "minute", "hour", "day", "week", "month", "year")},
}
_LARGE = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def day(date: str | None) -> str:
    """A contract date in words: 2031-03-04 is "4 March 2031", 2031-SP is "spring 2031"."""
    if not date:
        return "date not known"
    calendar, _, time = date.replace(" ", "T").partition("T")
    parts = calendar.split("-")
    if len(parts) == 1:
        return calendar
    if parts[1] in _SEASONS:
        return f"{_SEASONS[parts[1]]} {parts[0]}"
    if not (parts[1].isdigit() and 1 <= int(parts[1]) <= 12):
        return date
    words = f"{_MONTHS[int(parts[1]) - 1]} {parts[0]}"
    if len(parts) > 2:
        words = f"{parts[2].lstrip('0')} {words}"
    return f"{words}, {time[:5]}" if len(time) >= 5 else words


def published(document: Document) -> str:
    """The day of a report; where the evidence does not decide, the candidates or how many they are."""
    candidates = document.published_candidates
    if document.published is None and len(candidates) > 3:
        return f"one of {len(candidates)} days, {_range(min(candidates), max(candidates))}"
    if document.published is None and candidates:
        return " or ".join(map(day, candidates))
    return day(document.published)


def days(documents: Iterable[Document]) -> str:
    """From the first day of the documents to the last, in words."""
    told = sorted({d.published[:10] for d in documents if d.published})
    if not told:
        return "dates not known"
    return day(told[0]) if len(told) == 1 else _range(told[0], told[-1])


def _range(first: str, last: str) -> str:
    """Two dates in words, what both have told once: "2 – 3 March 2024"."""
    start, end = day(first).split(), day(last).split()
    shared = 0
    while len(start) == len(end) and shared < len(start) - 1 and start[-1 - shared] == end[-1 - shared]:
        shared += 1
    return f"{' '.join(start[: len(start) - shared])} – {' '.join(end)}"


@cache
def language_name(code: str | None) -> str:
    """The English name of an ISO 639-1 code."""
    return str(Locale("en").languages.get(code or "", code or "language not known"))


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """1 report, 2 reports."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def shorten(text: str, length: int) -> str:
    """White space folded; cut at a word where it is longer, which […] tells as in any quotation."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    cut = text.rfind(" ", length // 2, length)
    return text[: cut if cut > 0 else length].rstrip(" ,;:—–-") + " […]"


def number(value: float) -> str:
    """Digits in groups of three; whole millions and billions in words: "1.5 million"."""
    for size, word in _LARGE:
        if abs(value) >= size:
            short = f"{value / size:.3f}".rstrip("0").rstrip(".")
            return f"{short} {word}" if float(short) * size == value else _grouped(value)
    return _grouped(value)


def _grouped(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"


def bounds(quantity: Quantity) -> tuple[float | None, float | None]:
    """The lowest and the highest value a figure can mean; None is open."""
    if quantity.value is not None:
        return quantity.value, quantity.value
    return quantity.low, quantity.high


def amount(quantity: Quantity) -> str:
    """A figure with its bound and unit: "≥ 300 people", "≈ 12%", "USD 1.5 million".

    SI units are rounded to three digits, since they are often converted.
    """
    low, high = bounds(quantity)
    known = [x for x in (low, high) if x is not None]
    if not known:
        return shorten(quantity.span.text, 40)
    told = [plain(x, quantity.unit, max(map(abs, known))) for x in known]
    sign = "≤ " if low is None else "≥ " if high is None else ""
    about = "≈ " if quantity.approximate else ""
    words = "–".join(dict.fromkeys(told))
    return sign + about + _with_unit(words, quantity.unit, max(known, key=abs))


def is_currency(unit: str) -> bool:
    """Whether a unit is money: an ISO 4217 code."""
    return re.fullmatch(r"[A-Z]{3}", unit) is not None


def is_measure(unit: str) -> bool:
    """Whether a unit is one of measure, time or money, and not a counted noun."""
    timed = unit in _COUNTED and unit != "person"
    return timed or unit == "percent" or unit in _SI or is_currency(unit)


def _si(unit: str, largest: float) -> tuple[float, float, str] | None:
    return next((step for step in _SI.get(unit, ()) if largest >= step[0]), None)


def plain(value: float, unit: str, largest: float) -> str:
    """The number alone, in the unit it is shown in."""
    step = _si(unit, largest)
    if step is not None:
        return number(float(f"{value / step[1]:.3g}"))
    return f"{value:.0f}" if _is_year(unit, value) else number(value)


def _with_unit(words: str, unit: str, largest: float) -> str:
    step = _si(unit, abs(largest))
    if is_currency(unit):
        return f"{unit} {words}"
    if unit == "percent":
        return f"{words}%"
    if step is not None:
        return f"{words} {step[2]}"
    if unit in _COUNTED and not _is_year(unit, largest):
        return f"{words} {_COUNTED[unit][largest != 1]}"
    return words


def _is_year(unit: str, value: float) -> bool:
    """A year of the calendar is no count of years."""
    return unit == "year" and 1000 <= value <= 2999 and value == int(value)
