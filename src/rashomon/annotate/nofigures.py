"""Numbers that count nothing: years, clock times, names, ordinals, list numbers.

Each rule is asked in its turn whether the number is of its kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from rashomon.annotate.digits import Numeral
from rashomon.annotate.measures import Bound, Counted
from rashomon.annotate.numberwords import NumberWords, alternatives, edges
from rashomon.languages import section
from rashomon.lexicon.units import is_currency

_GLUED_BEFORE = re.compile(r"(?:[^\W_]|[#/:_@\\]|[^\W\d_][-‑.–]|\d[.,:/–-]|\+)$")
_GLUED_AFTER = re.compile(r"[^\W_]|[:/]\d|[-‑–]\d|[-‑][A-ZА-ЯЁ]|\.\d|,\d|_|@")
_NAME_BEFORE = re.compile(r"(?<![.!?:;»”\"\n(]\s)(?<![.!?:;«„“\"\n(])(?<=[\s«《])[A-ZА-ЯЁÀ-Þ][\w.-]+\s$")
_LIST = re.compile(r"[.)]\s")
_CELL_BEFORE = re.compile(r"\d\s?%[\s\u00a0]+$")
_CELL_AFTER = re.compile(r"[ \u00a0]+\d")
_DOTTED = re.compile(r"\.[\s\u00a0]([^\W\d_]+)")
_QUOTED_BEFORE = re.compile(r"[\"“„«‘]$")
_QUOTED_AFTER = re.compile(r"\s[^\W\d_]+[\"”“»’]")
_SUFFIX = re.compile(r"['’-]?[^\W\d_]+|°(?=[\s\u00a0]?[^\W\d_]{3})")
_NEXT_WORD = re.compile(r"[\s\u00a0]([^\W\d_]+)")
_LAST_WORD = re.compile(r"([^\W\d_]+|№)\.?[\s\u00a0-]?$")
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
    clock_articles: frozenset[str]
    dotted: bool
    of_names: bool
    homonyms: frozenset[str]
    joined: tuple[re.Pattern[str], re.Pattern[str]] | None
    endings: tuple[str, ...]


@cache
def _words(language: str) -> _Words:
    words = section(language, "numbers", NumberWords)
    clock = "|".join(re.escape(w) for w in sorted(words.clock, key=len, reverse=True)) or "(?!)"
    return _Words(
        re.compile(rf"[\s\u00a0]?(?:{clock}){edges(words)[1]}", re.IGNORECASE),
        frozenset(words.ordinals.split()),
        frozenset(words.numbered.split()),
        frozenset(words.ranked.split()),
        frozenset(words.phones.split()),
        frozenset(words.clock_articles.split()),
        words.dotted_ordinals,
        words.capital_nouns or words.cases,
        frozenset(words.homonyms.split()),
        _joined(words),
        tuple(words.ordinals.split()) if words.unspaced else (),
    )


def _joined(words: NumberWords) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """What a language writes onto digits before and after them, so that they are no part of a name."""
    if words.unspaced:
        return re.compile(r"[^\W\d_A-Za-z]+$"), re.compile(r"^[^\W\d_A-Za-z]+")
    if words.proclitics:
        before = alternatives(words.proclitics.split())
        return re.compile(rf"(?<!\w)(?:{before}|[^\W\d_]{{1,3}}\u0640)$"), re.compile(r"(?!)")
    return None


def is_glued(around: Around) -> bool:
    """Part of a name, version, address, score or telephone number."""
    left, right = around.left, around.right
    if joined := _words(around.language).joined:
        left, right = joined[0].sub(" ", left), joined[1].sub(" ", right)
    if around.numeral.spelled or (around.counted.known and right[:1].isalpha()):
        return bool(left and left[-1].isalnum())
    hugging = _GLUED_AFTER.match(right) and not around.counted.measure
    return bool(hugging or (not around.bound.currency and _GLUED_BEFORE.search(left[-2:])))


def is_clock(around: Around) -> bool:
    """A time of the day."""
    if around.numeral.spelled and around.numeral.value > 24:
        return False
    words = _words(around.language)
    clock = words.clock.match(around.right)
    if clock and words.clock_articles and around.counted.unit == "hour":
        # 'a las 17 horas', but 'en 24 horas'
        before = _LAST_WORD.search(around.left[-24:])
        return bool(before and before[1].lower() in words.clock_articles)
    return bool(clock and (around.numeral.spelled or _HOURS.match(_surface(around))))


def is_ordinal(around: Around) -> bool:
    """A rank: '3rd', whose suffix hugs the digits, '3.' before a noun, and what is told by its number."""
    words = _words(around.language)
    if words.endings:
        right = around.right.lstrip()
        counted = around.text[around.numeral.end : around.counted.end].strip()
        return any(right.startswith(e) and len(e) >= len(counted) for e in words.endings)
    if around.numeral.spelled:
        return False
    if suffix := _SUFFIX.match(around.right):
        told = suffix[0].lower()
        return told in words.ordinals or told.strip("-'’") in words.ordinals
    if words.dotted and around.numeral.scale == 1 and (noun := _DOTTED.match(around.right)):
        return noun[1].islower() or noun[1].lower() in words.ranked
    noun = _NEXT_WORD.match(around.right)
    return bool(noun and not around.bound.kind and noun[1].lower() in words.ranked)


def is_numbered(around: Around) -> bool:
    """The number of a thing: 'chapter 5', 'No. 10'."""
    if around.numeral.spelled or around.bound.kind or around.bound.currency:
        return False
    word = _LAST_WORD.search(around.left[-24:])
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
    if around.counted.unit == "point" and not around.frame:
        return True
    return not (around.counted.known and (around.frame or around.counted.measure))


def is_none(around: Around) -> bool:
    """A one that is denied: "not one case"."""
    before = re.findall(r"[^\W\d_]+", around.left[-12:].lower())[-1:]
    denied = before and before[0] in section(around.language, "numbers", NumberWords).negated.split()
    return bool(denied and around.numeral.spelled and around.numeral.value == 1)


def counts_nothing(around: Around) -> bool:
    """No unit, no noun and no frame, and too small or spelled out to stand for itself."""
    if around.numeral.spelled and _surface(around).lower() in _words(around.language).homonyms:
        return not (around.counted.known or around.bound.currency)
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
    if around.counted.unit and not around.counted.measure:
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
    is_none,
    counts_nothing,
)


def is_no_figure(around: Around) -> str | None:
    """The name of the first rule that says the number is no figure, or None for a figure."""
    return next((rule.__name__ for rule in RULES if rule(around)), None)


def _surface(around: Around) -> str:
    return around.text[around.numeral.start : around.numeral.end]
