"""Numbers written in digits, in the conventions of a language."""

from __future__ import annotations

import re
from dataclasses import dataclass

SPACES = " \u00a0\u202f\u2009"
#: Digits of other scripts that pages are written in, one for one: Arabic, Persian, and Latin in full width.
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９", "0123456789" * 3)
_OTHER_DIGITS = re.compile("[٠-٩۰-۹０-９]")
#: The thousands and decimals of Arabic digits.
_ARABIC_SIGNS = str.maketrans("٬،٫", ",,.")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it stands in the text. ``vague`` marks a lower bound such as 'hundreds', ``rounded`` a
    word that means 'about'; ``scale`` is the factor told in words after it ('million'), which a range
    shares; ``step`` is what one more in its last digit would add."""

    start: int
    end: int
    value: float
    spelled: bool = False
    vague: bool = False
    scale: float = 1.0
    step: float = 1.0
    rounded: bool = False


def latin_digits(text: str) -> str:
    """The text with its digits in Latin, as long as before."""
    return text.translate(_DIGITS) if _OTHER_DIGITS.search(text) else text


def read_digits(text: str, decimal: str, group: str) -> float | None:
    """The value of digits with separators, or None for a shape the language does not write.

    A lone separator with three digits after it groups where the language groups by it.
    """
    text = text.translate(_ARABIC_SIGNS)
    separators = [c for c in text if not c.isdigit()]
    if not separators:
        return float(text)
    if len(set(separators)) == 1:
        mark, tail = separators[0], re.split(r"\D", text)[1:]
        grouping = mark in group or (mark in "'’" + SPACES and " " in group)
        if grouping and all(len(part) == 3 for part in tail):
            return float("".join(c for c in text if c.isdigit()))
        if len(separators) > 1 or mark not in ".,":
            return None
        return float(text.replace(mark, "."))
    whole, _, fraction = text.rpartition(separators[-1])
    if separators[-1] not in ".," or separators.count(separators[-1]) > 1:
        return None
    return float("".join(c for c in whole if c.isdigit()) + "." + fraction)
