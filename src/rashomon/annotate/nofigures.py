"""Numbers that count nothing: years, clock times, names, ordinals, list numbers.

Each rule is asked in its turn whether the number is of its kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from rashomon.annotate.measures import Bound, Counted
from rashomon.annotate.numberwords import NumberWords
from rashomon.annotate.numerals import Numeral
from rashomon.languages import section
from rashomon.lexicon.units import is_currency

_GLUED_BEFORE = re.compile(r"(?:[^\W_]|[#/:_@\\]|[^\W\d_][-‑.–]|\d[.,:/–-]|\+)$")
_GLUED_AFTER = re.compile(r"[^\W_]|[:/]\d|[-‑–]\d|[-‑][A-ZА-ЯЁ]|\.\d|,\d|_|@")
_NAME_BEFORE = re.compile(r"(?<![.!?:;»”\"\n(]\s)(?<![.!?:;«„“\"\n(])(?<=[\s«])[A-ZА-ЯЁÀ-Þ][\w.-]+\s$")
_LIST = re.compile(r"[.)]\s")
_CELL_BEFORE = re.compile(r"\d\s?%[\s\u00a0]+$")
_CELL_AFTER = re.compile(r"[ \u00a0]+\d")
_DOTTED = re.compile(r"\.[\s\u00a0]([^\W\d_]+)")
_QUOTED_BEFORE = re.compile(r"[\"“„«‘]$")
_QUOTED_AFTER = re.compile(r"\s[^\W\d_]+[\"”“»’]")
_LOWER = re.compile(r"(?:^|\s)[^\W\d_A-Z]{4,}\s")
_SCORE_BEFORE = re.compile(r"(?:^|[\s(])\d{1,3}\s[-–—:]\s$")
_SCORE_AFTER = re.compile(r"\s[-–—:]\s\d{1,3}(?!\d)")
_HOURS = re.compile(r"[0-2]?\d[.:h][0-5]\d$|[0-2]?\d$")


@dataclass(frozen=True, slots=True)
class Around:
    """A numeral with all that was read around it; ``left`` and ``right`` are the text of its sentence."""

    text: str
    numeral: Numeral
    bound: Bound
    counted: Counted
    left: str
    right: str
    language: str
    frame: str | None

    @property
    def plain(self) -> bool:
        """Whether it stands in bare digits, without hedge, unit or known noun."""
        n = self.numeral
        return not (n.spelled or self.bound.kind or self.bound.currency or self.counted.known or n.scale > 1)


class _Words(NamedTuple):
    clock: re.Pattern[str]
    ordinals: frozenset[str]
    numbered: frozenset[str]
    ranked: frozenset[str]
    phones: frozenset[str]
    dotted: bool
    of_names: bool


@cache
def _words(language: str) -> _Words:
    words = section(language, "numbers", NumberWords)
    clock = "|".join(re.escape(w) for w in sorted(words.clock, key=len, reverse=True)) or "(?!)"
    return _Words(
        re.compile(rf"[\s\u00a0]?(?:{clock})(?!\w)", re.IGNORECASE),
        frozenset(words.ordinals.split()),
        frozenset(words.numbered.split()),
        frozenset(words.ranked.split()),
        frozenset(words.phones.split()),
        words.dotted_ordinals,
        words.capital_nouns or words.cases,
    )


def is_glued(around: Around) -> bool:
    """Part of a name, version, address, score or telephone number."""
    if around.numeral.spelled or (around.counted.known and around.right[:1].isalpha()):
        return bool(around.left and around.left[-1].isalnum())
    hugging = _GLUED_AFTER.match(around.right) and not around.counted.measure
    return bool(hugging or (not around.bound.currency and _GLUED_BEFORE.search(around.left)))


def is_clock(around: Around) -> bool:
    """A time of the day."""
    if around.numeral.spelled and around.numeral.value > 24:
        return False
    clock = _words(around.language).clock.match(around.right)
    return bool(clock and (around.numeral.spelled or _HOURS.match(_surface(around))))


def is_ordinal(around: Around) -> bool:
    """A rank: '3rd', whose suffix hugs the digits, '3.' before a noun, and what is told by its number."""
    if around.numeral.spelled:
        return False
    words = _words(around.language)
    if suffix := re.match(r"-?[^\W\d_]+|°(?=[\s\u00a0]?[^\W\d_]{3})", around.right):
        told = suffix[0].lower()
        return told in words.ordinals or told.strip("-") in words.ordinals
    if words.dotted and around.numeral.scale == 1 and (noun := _DOTTED.match(around.right)):
        return noun[1].islower() or noun[1].lower() in words.ranked
    noun = re.match(r"[\s\u00a0]([^\W\d_]+)", around.right)
    return bool(noun and not around.bound.kind and noun[1].lower() in words.ranked)


def is_numbered(around: Around) -> bool:
    """The number of a thing: 'chapter 5', 'No. 10'."""
    if around.numeral.spelled or around.bound.kind or around.bound.currency:
        return False
    word = re.search(r"([^\W\d_]+|№)\.?[\s\u00a0-]?$", around.left)
    return bool(word and word[1].lower() in _words(around.language).numbered)


def is_name(around: Around) -> bool:
    """Part of a name ('Boeing 747'); where nouns have capitals too, or names a genitive, only with no noun
    after it."""
    if around.counted.unit and _words(around.language).of_names:
        return False
    return around.plain and around.frame is None and bool(_NAME_BEFORE.search(around.left))


def is_year(around: Around) -> bool:
    """Four bare digits of our times, without a known noun."""
    return (
        around.plain
        and 1500 <= around.numeral.value <= 2100
        and bool(re.fullmatch(r"\d{4}", _surface(around)))
    )


def is_list_number(around: Around) -> bool:
    """The number of a paragraph or point."""
    return around.plain and not around.left.strip() and bool(_LIST.match(around.right))


def is_lone_one(around: Around) -> bool:
    """'One' as article or pronoun, unless it counts people, a measure or what befell them."""
    n = around.numeral
    if n.value != 1 or n.scale > 1 or not n.spelled:
        return False
    return not (around.counted.known and (around.frame or around.counted.measure))


def counts_nothing(around: Around) -> bool:
    """No unit, no noun and no frame, and too small or spelled out to stand for itself."""
    if around.counted.unit or around.bound.currency:
        return False
    n = around.numeral
    if n.vague:
        return around.frame is None and n.value < 1000
    large = n.value >= 1e6 or (not n.spelled and (n.value >= 100 or n.step == 0.1))
    return not (around.bound.kind or around.frame or large)


def is_telephone(around: Around) -> bool:
    """Groups of digits that are no thousands: '0800 555 111', or what stands after 'call' or 'phone'."""
    digits = _surface(around)
    if around.plain and not around.counted.unit and around.numeral.value >= 100:
        beside = re.findall(r"[^\W\d_]+", f"{around.left[-60:]} {around.right[:60]}".lower())
        if not _words(around.language).phones.isdisjoint(beside):
            return True
    zero = len(digits) > 1 and digits[0] == "0" and digits[1].isdigit()
    return not around.numeral.spelled and (zero or bool(re.search(r"\d[\s\u00a0]$", around.left)))


def is_cell(around: Around) -> bool:
    """One of a row of numbers with nothing between them, as tables leave it."""
    if around.numeral.spelled:
        return False
    after = around.text[around.counted.end : around.counted.end + 4]
    return bool(_CELL_BEFORE.search(around.left) or _CELL_AFTER.match(after))


def is_score(around: Around) -> bool:
    """One of two numbers with a dash between them that is no range: '38 - 17'."""
    if not around.plain:
        return False
    return bool(_SCORE_BEFORE.search(around.left) or _SCORE_AFTER.match(around.right))


def is_title(around: Around) -> bool:
    """A name that begins with a number, as a capital or marks around it show: '60 Minutes'."""
    if around.numeral.spelled or around.bound.currency:
        return False
    if not around.counted.known:
        return bool(_QUOTED_BEFORE.search(around.left) and _QUOTED_AFTER.match(around.right))
    if not around.counted.measure:
        return False
    if is_currency(around.counted.unit) or section(around.language, "numbers", NumberWords).capital_nouns:
        return False
    word = re.match(r"[\s\u00a0]([^\W\d_]{4,})", around.right)
    return bool(word and word[1].istitle() and _LOWER.search(around.left))


RULES: tuple[Callable[[Around], bool], ...] = (
    is_glued,
    is_clock,
    is_ordinal,
    is_numbered,
    is_name,
    is_year,
    is_list_number,
    is_telephone,
    is_score,
    is_title,
    is_cell,
    is_lone_one,
    counts_nothing,
)


def is_no_figure(around: Around) -> str | None:
    """The name of the first rule that says the number is no figure, or None for a figure."""
    return next((rule.__name__ for rule in RULES if rule(around)), None)


def _surface(around: Around) -> str:
    return around.text[around.numeral.start : around.numeral.end]
