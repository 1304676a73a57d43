"""The [numbers] of a language made ready for what stands around a numeral: its hedges, units and nouns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from rashomon.annotate.numberwords import MARKS, NumberWords, alternatives, edges, lexicon, with_proclitics
from rashomon.languages import section
from rashomon.lexicon.units import symbols

#: Words up to this long are other words with an ending ('yen', Japan's money, is 'yeni', new).
_SHORT = 4
_SIGNS = r"[%°€£$¥₽₹]|[^\s\w]|\d+|_"
_RIGHT = re.compile(rf"[^\W\d_]+(?:[{MARKS}]+[^\W\d_]*)*(?:['’](?=[^\W\d_]))?(?:\.[^\W\d_]+\.)?|{_SIGNS}")


@dataclass(frozen=True, slots=True)
class Grammar:
    """The [numbers] of a language, made ready to be looked up; ``unit_starts`` are the first words of units
    of several."""

    words: NumberWords
    before: re.Pattern[str]
    after: re.Pattern[str]
    join: re.Pattern[str]
    between: re.Pattern[str]
    units: Mapping[str, str]
    unit_starts: frozenset[str]
    nouns: Mapping[str, str]
    stop: frozenset[str]
    falling: frozenset[str]
    determined: re.Pattern[str]
    sum_of: frozenset[str]
    breaks: tuple[str, ...]
    levels: frozenset[str]
    starts: frozenset[str]
    plurals: tuple[tuple[str, ...], tuple[str, ...]]
    irregular: frozenset[str]
    others: frozenset[str]
    partitive: frozenset[str]
    since: frozenset[str]
    stems: tuple[tuple[str, str], ...]
    inflected: frozenset[str]
    listed: re.Pattern[str]
    warmer: frozenset[str]
    half: re.Pattern[str]
    right: re.Pattern[str]
    signs: Mapping[str, str]
    classifiers: Mapping[str, str]


@cache
def grammar(language: str) -> Grammar:
    """The grammar of figures of a language; one without a file has signs only."""
    words = section(language, "numbers", NumberWords)
    units = symbols() | {
        form.replace("’", "'"): unit
        for unit, phrases in words.units.items()
        for form in _inflected(with_proclitics(phrases, words.proclitics), words)
    }
    nouns = {
        form: concept
        for concept, forms in words.nouns.items()
        for form in _inflected(with_proclitics(forms.split(), words.proclitics), words)
    }
    signs = {phrase: unit for unit, phrases in words.signs.items() for phrase in phrases}
    classifiers = {form: concept for concept, forms in words.classifiers.items() for form in forms.split()}
    right = _words_of([*units, *nouns, *classifiers], words) if words.unspaced else _RIGHT
    gap = r"\s*" if words.unspaced else r"\s+"
    ahead = r"\s*" if words.unspaced or words.proclitics else r"\s+"
    open_, close = edges(words)
    joins = "|".join(map(re.escape, words.range_to.split())) or "(?!)"
    starts = "|".join(map(re.escape, words.between.split())) or "(?!)"
    ands = "|".join(map(re.escape, words.between_and.split())) or "(?!)"
    articles = "".join(
        rf"(?:(?:{alternatives(words.range_articles.split())})\s+)?" * bool(words.range_articles)
    )
    return Grammar(
        words,
        re.compile(
            rf"{open_}(?:(?P<low>{alternatives(words.low)})|(?P<high>{alternatives(words.high)})|(?P<about>{alternatives(words.about)})"
            rf"|(?P<sign>{alternatives(signs)})|(?P<rate>{alternatives(words.rates)})"
            rf"|(?P<skip>{alternatives(words.skip)}))[\s\u00a0]*$|(?P<tilde>[~≈])\s*$|(?P<gt>[>≥])\s*$|(?P<lt>[<≤])\s*$",
        ),
        re.compile(
            rf"(?:(?P<low>{_following(words.low_after, gap)})"
            rf"|(?P<high>{_following(words.high_after, gap)})){close}",
            re.I,
        ),
        re.compile(
            rf"\s?[-–—～~]\s?|{gap}(?:{joins}){ahead}{articles}|{gap}(?P<and>{ands}){ahead}{articles}",
            re.IGNORECASE,
        ),
        re.compile(rf"{open_}(?:{starts}){gap}{articles}(?:[$€£]\s?)?$", re.IGNORECASE),
        units,
        frozenset(first[0] for unit in units if (first := right.match(unit)) and first.end() < len(unit)),
        nouns,
        with_proclitics(words.stop.split(), words.proclitics),
        frozenset(words.falling.split()),
        re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words.determiners.split())) or '(?!)'})[\s\u00a0]$"),
        frozenset(words.sum_of.split()),
        tuple(words.breaks.split()),
        frozenset(words.levels.split()),
        frozenset(words.change_from.split()),
        (
            tuple(ending.removeprefix("*") for ending in words.plurals.split() if ending[0] != "-"),
            tuple(ending[1:] for ending in words.plurals.split() if ending[0] == "-"),
        ),
        frozenset(words.irregular.split()),
        frozenset(words.others.split()),
        frozenset(words.partitive.split()),
        frozenset(words.since.split()),
        tuple(
            sorted(
                ((stem, unit) for unit, text in words.stems.items() for stem in text.split()),
                key=lambda pair: -len(pair[0]),
            )
        ),
        frozenset(words.inflected.split()),
        re.compile(rf"[,،、]{ahead}|[,،]?{gap}(?:{ands}){ahead}", re.IGNORECASE),
        frozenset(words.warmer.split()),
        lexicon(language).half,
        right,
        signs,
        classifiers,
    )


def _inflected(forms: Iterable[str], words: NumberWords) -> Iterable[str]:
    """The forms and, of those long enough to be told from other words, each with each ending."""
    endings = words.endings.split()
    return sorted({f + e for f in forms for e in ("", *(endings if len(f) > _SHORT else ()))})


def _following(phrases: Iterable[str], gap: str) -> str:
    """Any of the phrases after a gap; one that begins with "-" only behind that ending of the number."""
    phrases = sorted(phrases)
    loose = alternatives(p for p in phrases if p[0] != "-")
    tied = (p[1:].partition(" ") for p in phrases if p[0] == "-")
    return "|".join((rf"{gap}(?:{loose})", *(rf"(?<={e}){gap}{alternatives((p,))}" for e, _, p in tied)))


def _words_of(known: Iterable[str], words: NumberWords) -> re.Pattern[str]:
    """The words of a text without spaces: the longest that is known, else each letter."""
    lists = (words.stop, words.others, words.partitive)
    forms = {*known, *(word for text in lists for word in text.split())}
    return re.compile(rf"{alternatives(forms)}|[A-Za-z]+|[^\W\d_]|{_SIGNS}")
