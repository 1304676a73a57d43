"""Dates, figures and counts as a reader of a report sees them. English is the language of the page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from babel import Locale

from rashomon.types import Document, Quantity

_MONTHS = "January February March April May June July August September October November December".split()
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
#: Symbols of the SI names the annotations use, and the larger unit that reads better from a thousand on.
_SYMBOLS = {"metre": ("m", "km"), "kilogram": ("kg", "t"), "gram": ("g", "kg"), "watt": ("W", "kW")}
_LARGE = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def day(date: str | None) -> str:
    """A contract date in words: 2031-03-04 is "4 March 2031", 2031-SP is "spring 2031"."""
    if not date:
        return "date not known"
    calendar, _, time = date.partition("T")
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
    """The day of a report; all candidates where the evidence does not decide."""
    if document.published is None and document.published_candidates:
        return " or ".join(map(day, document.published_candidates))
    return day(document.published)


def days(documents: Iterable[Document]) -> str:
    """From the first day of the documents to the last, in words."""
    told = sorted({d.published[:10] for d in documents if d.published})
    if not told:
        return "dates not known"
    return day(told[0]) if len(told) == 1 else f"{day(told[0])} – {day(told[-1])}"


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
    """A figure with its bound and unit: "≥ 300 people", "≈ 12%", "USD 1.5 million"."""
    low, high = bounds(quantity)
    if low is None and high is None:
        return shorten(quantity.span.text, 40)
    largest = max(abs(x) for x in (low, high) if x is not None)
    scale, unit = _unit(quantity.unit, largest)
    year = quantity.unit == "year" and 1000 <= largest <= 2999
    told = [None if x is None else f"{x:.0f}" if year else number(x / scale) for x in (low, high)]
    sign = "≈ " if quantity.approximate else ""
    if told[0] is None:
        words = f"≤ {sign}{told[1]}"
    elif told[1] is None:
        words = f"≥ {sign}{told[0]}"
    else:
        words = sign + (told[0] if told[0] == told[1] else f"{told[0]}–{told[1]}")
    if re.fullmatch(r"[A-Z]{3}", unit):
        return f"{unit} {words}"
    return words + ("%" if unit == "percent" else f" {unit}" if unit else "")


def _unit(unit: str, largest: float) -> tuple[float, str]:
    """What to divide a value by, and the unit it then has."""
    if unit not in _SYMBOLS:
        return 1, "" if unit in ("1", "one", "year") else unit
    small, large = _SYMBOLS[unit]
    return (1000, large) if largest >= 1000 else (1, small)
