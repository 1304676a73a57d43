"""What stands around a numeral: bounds and hedges before it, a unit or a counted noun after it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from rashomon.annotate.digits import Numeral
from rashomon.annotate.frames import frame_of
from rashomon.annotate.grammars import Grammar
from rashomon.annotate.numberwords import bare, lowered
from rashomon.lexicon.units import convert, is_currency

_CURRENCY_BEFORE = re.compile(
    r"(?:US|A|C|HK)?([$€£¥₽₹₴₺₩₪])[\s\u00a0]?$|(?<!\w)(USD|EUR|GBP|CHF|RUB)[\s\u00a0]$"
)
_TO_DIGIT = re.compile(r"[-–]\d")
_SHORT_SCALE = re.compile(r"\d[\s\u00a0]?[^\W\d_]{1,4}$")
#: How far words are looked for, in characters before and after a number and in words after it.
_BEFORE, _AFTER, _TOKENS = 48, 90, 16


@dataclass(frozen=True, slots=True)
class Bound:
    """How a number is hedged, and where the hedge begins; ``currency`` is the unit told before it and
    ``rate`` marks a distance told by the hour."""

    kind: str
    start: int
    currency: str | None
    rate: bool = False


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


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number stands: from its hedge or sign to its last digit, and where its words may end."""

    start: int
    end: int
    ceiling: int


def read_bound(text: str, start: int, floor: int, rules: Grammar) -> Bound:
    """The hedge before a number, looked for back to ``floor``; words such as 'another' are passed over."""
    left, kind, currency, rate = text[max(floor, start - _BEFORE) : start], "", None, False
    if money := _CURRENCY_BEFORE.search(left):
        currency = rules.units[(money[1] or money[2]).lower()]
        start -= len(left) - money.start()
        left = left[: money.start()]
    at, left = start, lowered(left)
    for _ in range(3):
        match = rules.before.search(left)
        if match is None:
            break
        name = {"tilde": "about", "gt": "low", "lt": "high"}.get(match.lastgroup or "", match.lastgroup or "")
        at -= len(left) - match.start()
        left = left[: match.start()]
        if name == "sign":
            currency, start = currency or rules.signs[match[name]], at
        elif name == "rate":
            rate, start = True, at
        elif name != "skip":
            kind, start = kind or name, at
    return Bound(kind, start, currency, rate)


def is_level(text: str, start: int, floor: int, language: str, rules: Grammar) -> bool:
    """Whether a number is what something came to: its preposition stands after a verb of change."""
    return _tells_change(_before(text, start, floor, rules.levels), language, rules)


def is_start(text: str, start: int, floor: int, language: str, rules: Grammar) -> bool:
    """Whether a number is what something was before it changed: 'rose from 12'."""
    return _tells_change(_before(text, start, floor, rules.starts), language, rules)


def _before(text: str, start: int, floor: int, last: frozenset[str]) -> list[str]:
    """The words before a number, in lower case; none where the last is not among those asked for."""
    left = text[max(floor, start - _BEFORE) : start].lower()
    found = left.rsplit(None, 1)
    return re.findall(r"[^\W\d_]+(?:['’]\w+)?", left) if found and found[-1] in last else []


def _tells_change(words: list[str], language: str, rules: Grammar) -> bool:
    return any(word in rules.falling or frame_of(word, language) == "change" for word in words[-6:-1])


def is_range(text: str, first: Numeral, second: Numeral, rules: Grammar) -> bool:
    """Whether two numerals are the ends of one range: '10 to 15', 'between 10 and 15'."""
    joint = rules.join.fullmatch(text, first.end, second.start)
    if joint is None or first.vague or second.vague or _TO_DIGIT.match(text, second.end):
        return False
    left = text[max(0, first.start - 20) : first.start]
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


def read_counted(text: str, where: Place, currency: str | None, language: str, rules: Grammar) -> Counted:
    """The unit or noun after a number, at most a few words on; 'of' may lead to it ('millions of')."""
    end, ceiling = where.end, where.ceiling
    tokens = list(islice(rules.right.finditer(text, end, min(ceiling, end + _AFTER)), _TOKENS))
    if tokens and tokens[0].start() == end and tokens[0][0] in "'’":
        tokens = tokens[1:]
    if (
        tokens
        and tokens[0].start() == end
        and tokens[0][0] == "."
        and _SHORT_SCALE.search(text, end - 12, end)
    ):
        # The full stop of an abbreviation: '3 Mrd. Euro'.
        tokens = tokens[1:]
    hyphen = len(tokens) > 1 and tokens[0][0] in "-‑" and tokens[0].start() == end == tokens[1].start() - 1
    tokens = tokens[hyphen + (hyphen and _word(tokens[1]) in rules.inflected) :]
    left = text[max(0, where.start - 12) : where.start].lower()
    attributive = hyphen or bool(rules.determined.search(left))
    joined = tokens[0] if tokens and tokens[0].start() <= end + hyphen else None
    if found := _measure(text, tokens, attributive, language, rules) or _stem(joined, rules):
        return found
    if currency:
        return Counted(
            currency, end, _of(text, tokens, attributive, language, rules, more=rules.sum_of), True, True
        )
    if tokens and _word(tokens[0]) in rules.partitive:
        tokens = tokens[1:]
        if found := _measure(text, tokens, attributive, language, rules):
            return found
        tokens = tokens[_word(tokens[0]) in rules.stop :] if tokens else tokens
    if tokens and _word(tokens[0]) in rules.others:
        tokens = tokens[1:]
        if found := _measure(text, tokens, attributive, language, rules):
            return found
    if tokens and (word := _word(tokens[0])) in rules.classifiers:
        found = _noun(text, end, tokens[1:], language, rules)
        kind = rules.classifiers[word]
        return found if found.known else Counted(kind or word, tokens[0].end(), None, bool(kind), False)
    return _compound(joined, rules) if hyphen and joined else _noun(text, end, tokens, language, rules)


def _stem(token: re.Match[str] | None, rules: Grammar) -> Counted | None:
    """The unit an adjective joined to a number holds: '250-kilogramowa', 'dreitägig'."""
    if token is None:
        return None
    word = _word(token)
    unit = next((unit for stem, unit in rules.stems if word.startswith(stem)), None)
    return Counted(unit, token.end(), None, True, True) if unit else None


def _compound(token: re.Match[str], rules: Grammar) -> Counted:
    """What a number with a hyphen counts, 'a 22-count indictment'; an ending or an adverb is none."""
    word, noun = _word(token), _is_compound(_word(token), rules)
    unit = rules.nouns.get(word, word) if noun else ""
    return Counted(
        unit,
        token.end() if noun else token.start() - 1,
        token[0] if noun else None,
        word in rules.nouns,
        False,
    )


def _is_compound(word: str, rules: Grammar) -> bool:
    return (
        len(word) > 3
        and word.isalpha()
        and word not in rules.stop
        and word not in rules.words.ordinals.split()
    )


def is_difference(text: str, start: int, end: int, rules: Grammar) -> bool:
    """Whether words beside a measure say that it is a difference: '2 degrees warmer', 'up by 2 degrees'."""
    left, right = text[max(0, start - 24) : start].lower(), text[end : end + 32].lower()
    beside = [*re.findall(r"[^\W\d_]+", left)[-2:], *re.findall(r"[^\W\d_]+", right)[:3]]
    return not rules.warmer.isdisjoint(beside)


def _word(token: re.Match[str]) -> str:
    return bare(token[0].lower()).rstrip("'’")


def by_the_hour(counted: Counted) -> Counted:
    """A distance told by the hour is a speed."""
    distance = convert(1.0, counted.unit)[1] == "metre"
    return replace(counted, unit=f"{counted.unit} per hour") if distance else counted


def _measure(
    text: str, tokens: list[re.Match[str]], attributive: bool, language: str, rules: Grammar
) -> Counted | None:
    """The unit of measure that begins with the first token, the longest one the language file has."""
    if not tokens:
        return None
    first = bare(tokens[0][0].lower()).replace("’", "'")
    for length in (4, 3, 2, 1) if first in rules.unit_starts else (1,):
        phrase = tokens[:length]
        if len(phrase) == length:
            written = bare(text[phrase[0].start() : phrase[-1].end()].lower())
            key = re.sub(r"\s+", " ", written).replace("’", "'").rstrip("'")
            unit = rules.units.get(key)
            if unit is None and language == "ru" and length == 1 and phrase[0][0].isalpha():
                unit = rules.units.get(_russian(key)[1])
            if unit:
                # 'kilometres off the coast' are no kilometres of coast.
                distance = convert(1.0, unit)[1] == "metre" and not attributive
                more = rules.sum_of if is_currency(unit) else frozenset()
                of = None if distance else _of(text, tokens[length:], attributive, language, rules, more=more)
                return Counted(unit, phrase[-1].end(), of, True, True)
    return None


def _words(tokens: list[re.Match[str]], rules: Grammar) -> list[re.Match[str]]:
    kept = []
    for token in tokens[:4]:
        word = token[0]
        # "US" is a name, "us" is not; "Stati" are countries in Italian, "stati" a verb.
        named = word[0].isupper() and ((word.isupper() and len(word) > 1) or word.lower() in rules.nouns)
        if not word[0].isalpha() or (_word(token) in rules.stop and not named):
            break
        kept.append(token)
    return kept


def _of(
    text: str,
    tokens: list[re.Match[str]],
    attributive: bool,
    language: str,
    rules: Grammar,
    *,
    more: frozenset[str] = frozenset(),
) -> str | None:
    """What a measure is of ('gallons of water'), or whose it is ('5 percent tariff', '9-foot wall')."""
    start = 0
    while start < min(len(tokens), 7) and _word(tokens[start]) in rules.partitive | more:
        start += 1
    if 0 < start < len(tokens) and _word(tokens[start]) in rules.stop:
        start += 1
    kept = _words(tokens[start : start + 3], rules)
    verb = (i for i, word in enumerate(kept) if i and rules.breaks and word[0].endswith(rules.breaks))
    kept = kept[: next(verb, len(kept))]
    if not kept:
        return None
    if not start:
        if attributive and not rules.words.adjectives_after:
            # 'a $9 spending bill', 'a four-week moving average', but 'the 90-metre ship sank'.
            two = more or (rules.breaks and kept[0][0].endswith(rules.breaks))
            kept = kept[: 2 if two else 1]
            return text[kept[0].start() : kept[-1].end()]
        return kept[0][0] if attributive or _names_a_frame(kept[0][0], language, rules) else None
    at = _head([word[0] for word in kept], language, rules)
    if at is None:
        # What is measured has no plural: water, land.
        at = 0
    return text[kept[0].start() : kept[at].end()]


def _names_a_frame(word: str, language: str, rules: Grammar) -> bool:
    """Whether a word right after a measure is the noun it measures: '5 percent tariff'."""
    if rules.words.adjectives_after or (rules.words.capital_nouns and word[0].islower()):
        return False
    return frame_of(word.lower(), language) not in (None, "change")


def _noun(text: str, end: int, tokens: list[re.Match[str]], language: str, rules: Grammar) -> Counted:
    words = _words(tokens, rules)
    lowered = [_word(w) for w in words]
    at = next((i for i, word in enumerate(lowered) if word in rules.nouns), None)
    if at is not None:
        following = lowered[at + 1 : at + 2]
        if following and not rules.words.adjectives_after and not _plural(lowered[at], rules):
            # 'nursing home residents': the last of two nouns is what is counted.
            at += _plural(following[0], rules)
        unit, known = rules.nouns.get(lowered[at], lowered[at]), lowered[at] in rules.nouns
    else:
        at = _head([w[0] for w in words], language, rules)
        if at is None:
            return Counted("", end, None, False, False)
        unit, known = _russian(lowered[at])[1] if language == "ru" else lowered[at], False
    return Counted(unit, words[at].end(), text[words[0].start() : words[at].end()], known, False)


def _head(words: list[str], language: str, rules: Grammar) -> int | None:
    """The index of the counted noun among the words after a number; verbs and lone adjectives are none."""
    if language == "ru":
        kinds = [_russian(word.lower())[0] for word in words]
        return next(
            (i for i, k in enumerate(kinds) if k == "NOUN" and all(x in ("ADJF", "PRTF") for x in kinds[:i])),
            None,
        )
    if rules.words.capital_nouns:
        return next((i for i, word in enumerate(words) if word[0].isupper()), None)
    first = words[:1] if rules.words.adjectives_after else words
    return next((i for i, word in enumerate(first) if _plural(word.lower(), rules)), None)


def _plural(word: str, rules: Grammar) -> bool:
    endings, others = rules.plurals
    if word in rules.irregular or len(word) <= 2 or not word.endswith(endings):
        return word in rules.irregular
    longest = max(len(e) for e in endings if word.endswith(e))
    return longest > max((len(e) for e in others if word.endswith(e)), default=-1)
