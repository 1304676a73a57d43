"""What stands around a numeral: bounds and hedges before it, a unit or a counted noun after it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from rashomon.annotate.numerals import NumberWords, Numeral
from rashomon.languages import section
from rashomon.lexicon.units import symbols

_CURRENCY_BEFORE = re.compile(
    r"(?:US|A|C|HK)?([$€£¥₽₹₴₺₩₪])[\s\u00a0]?$|(?<!\w)(USD|EUR|GBP|CHF|RUB)[\s\u00a0]$"
)
_RIGHT = re.compile(r"[^\W\d_]+(?:['’](?=[^\W\d_]))?(?:\.[^\W\d_]+\.)?|[%°€£$¥₽₹]|[^\s\w]|\d+|_")
_BEFORE, _AFTER = 48, 90


@dataclass(frozen=True, slots=True)
class Grammar:
    """The [numbers] of a language, made ready to be looked up."""

    words: NumberWords
    before: re.Pattern[str]
    after: re.Pattern[str]
    join: re.Pattern[str]
    between: re.Pattern[str]
    units: Mapping[str, str]
    nouns: Mapping[str, str]
    stop: frozenset[str]
    falling: frozenset[str]
    partitive: frozenset[str]
    since: frozenset[str]


@dataclass(frozen=True, slots=True)
class Bound:
    """How a number is hedged, and where the hedge begins."""

    kind: str
    start: int
    currency: str | None


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: the unit or the noun's concept, its end, and the words that tell it.

    ``known`` says that the unit is one of the language file's.
    """

    unit: str
    end: int
    of: str | None
    known: bool
    measure: bool


def _any(phrases: tuple[str, ...]) -> str:
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in ordered) or "(?!)"


@cache
def grammar(language: str) -> Grammar:
    """The grammar of figures of a language; one without a file has signs only."""
    words = section(language, "numbers", NumberWords)
    units = symbols() | {phrase: unit for unit, phrases in words.units.items() for phrase in phrases}
    joins = "|".join(map(re.escape, words.range_to.split())) or "(?!)"
    starts = "|".join(map(re.escape, words.between.split())) or "(?!)"
    ands = "|".join(map(re.escape, words.between_and.split())) or "(?!)"
    return Grammar(
        words,
        re.compile(
            rf"(?<!\w)(?:(?P<low>{_any(words.low)})|(?P<high>{_any(words.high)})|(?P<about>{_any(words.about)})"
            rf"|(?P<skip>{_any(words.skip)}))[\s\u00a0]*$|(?P<tilde>[~≈])\s*$|(?P<gt>[>≥])\s*$|(?P<lt>[<≤])\s*$",
            re.IGNORECASE,
        ),
        re.compile(
            rf"[\s\u00a0]+(?:(?P<low>{_any(words.low_after)})|(?P<high>{_any(words.high_after)}))(?!\w)", re.I
        ),
        re.compile(rf"\s?[-–—]\s?|\s+(?:{joins})\s+|\s+(?P<and>{ands})\s+", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{starts})\s+(?:[$€£]\s?)?$", re.IGNORECASE),
        units,
        {form: concept for concept, forms in words.nouns.items() for form in forms.split()},
        frozenset(words.stop.split()),
        frozenset(words.falling.split()),
        frozenset(words.partitive.split()),
        frozenset(words.since.split()),
    )


def read_bound(text: str, start: int, floor: int, rules: Grammar) -> Bound:
    """The hedge before a number, looked for back to ``floor``; words such as 'another' are passed over."""
    left, kind, currency = text[max(floor, start - _BEFORE) : start], "", None
    if money := _CURRENCY_BEFORE.search(left):
        currency = rules.units[(money[1] or money[2]).lower()]
        start -= len(left) - money.start()
        left = left[: money.start()]
    at = start
    for _ in range(3):
        match = rules.before.search(left)
        if match is None:
            break
        name = {"tilde": "about", "gt": "low", "lt": "high"}.get(match.lastgroup or "", match.lastgroup or "")
        at -= len(left) - match.start()
        left = left[: match.start()]
        if name != "skip":
            kind, start = kind or name, at
    return Bound(kind, start, currency)


def is_range(text: str, first: Numeral, second: Numeral, rules: Grammar) -> bool:
    """Whether two numerals are the ends of one range: '10 to 15', 'between 10 and 15'."""
    joint = rules.join.fullmatch(text, first.end, second.start)
    if joint is None or first.vague or second.vague or text[second.end : second.end + 1] in ("-", "–"):
        return False
    left = text[max(0, first.start - 20) : first.start]
    if rules.words.change_from and re.search(rf"(?<!\w)(?:{rules.words.change_from})\s+[$€£]?$", left, re.I):
        return False
    if joint["and"] and not rules.between.search(left):
        return False
    return range_low(first, second) < second.value


def range_low(first: Numeral, second: Numeral) -> float:
    """The lower end of a range; it shares the scale of the upper one: '1 to 3 million'."""
    return (
        first.value * second.scale
        if first.scale == 1.0 and first.value < second.value / second.scale
        else first.value
    )


@lru_cache(maxsize=50_000)
def _russian(word: str) -> tuple[str, str]:
    """Part of speech and base form by pymorphy3."""
    from rashomon.annotate.russian import morphology

    parsed = morphology().parse(word)[0]
    return str(parsed.tag.POS), str(parsed.normal_form)


def read_counted(text: str, end: int, ceiling: int, language: str, rules: Grammar) -> Counted:
    """The unit or noun after a number, at most a few words on; 'of' may lead to it ('millions of')."""
    tokens = list(_RIGHT.finditer(text, end, min(ceiling, end + _AFTER)))
    if tokens and tokens[0].start() == end and tokens[0][0] in "'’":
        tokens = tokens[1:]
    if (
        tokens
        and tokens[0][0] in "-‑"
        and tokens[0].start() == end
        and tokens[1:]
        and tokens[1].start() == end + 1
    ):
        tokens = tokens[1:]
    for length in (4, 3, 2, 1):
        phrase = tokens[:length]
        if len(phrase) == length:
            key = re.sub(r"\s+", " ", text[phrase[0].start() : phrase[-1].end()].lower())
            if unit := rules.units.get(key):
                return Counted(unit, phrase[-1].end(), _of(text, tokens[length:], rules), True, True)
    if tokens and tokens[0][0].lower().rstrip("'’") in rules.partitive:
        tokens = tokens[1:]
    return _noun(text, end, tokens, language, rules)


def _words(tokens: list[re.Match[str]], rules: Grammar) -> list[re.Match[str]]:
    kept = []
    for token in tokens[:4]:
        word = token[0]
        # "US" is a name, "us" is not; "Stati" are countries in Italian, "stati" a verb.
        named = word[0].isupper() and ((word.isupper() and len(word) > 1) or word.lower() in rules.nouns)
        if not word[0].isalpha() or (word.lower().rstrip("'’") in rules.stop and not named):
            break
        kept.append(token)
    return kept


def _of(text: str, tokens: list[re.Match[str]], rules: Grammar) -> str | None:
    """The words after a measure that say of what: 'gallons of water', '5 percent tariff'."""
    words = [token[0].lower().rstrip("'’") for token in tokens[:8]]
    start = 0
    while start < len(words) and words[start] in rules.partitive:
        start += 1
    if 0 < start < len(words) and words[start] in rules.stop:
        start += 1
    kept = _words(tokens[start : start + 3], rules)
    return text[kept[0].start() : kept[-1].end()] if kept else None


def _noun(text: str, end: int, tokens: list[re.Match[str]], language: str, rules: Grammar) -> Counted:
    words = _words(tokens, rules)
    if not words:
        return Counted("", end, None, False, False)
    lowered = [w[0].lower() for w in words]
    at = next((i for i, word in enumerate(lowered) if word in rules.nouns), None)
    if at is None:
        at = _head(lowered, language, rules)
        if at is None:
            return Counted("", end, None, False, False)
        unit = _russian(lowered[at])[1] if language == "ru" else lowered[at]
        known = False
    else:
        unit, known = rules.nouns[lowered[at]], True
    return Counted(unit, words[at].end(), text[words[0].start() : words[at].end()], known, False)


def _head(words: list[str], language: str, rules: Grammar) -> int | None:
    """The index of the counted noun among the words after a number."""
    if language == "ru":
        kinds = [_russian(word)[0] for word in words]
        return next(
            (i for i, k in enumerate(kinds) if k == "NOUN" and all(x in ("ADJF", "PRTF") for x in kinds[:i])),
            None,
        )
    if rules.words.adjectives_after:
        return 0
    return min(len(words) - 1, 1)
