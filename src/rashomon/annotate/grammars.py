"""The [numbers] of a language made ready for what stands around a numeral: its hedges, units and nouns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from rashomon.annotate.numberwords import NumberWords, alternatives, lexicon
from rashomon.languages import section
from rashomon.lexicon.units import symbols


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


@cache
def grammar(language: str) -> Grammar:
    """The grammar of figures of a language; one without a file has signs only."""
    words = section(language, "numbers", NumberWords)
    units = symbols() | {
        phrase.replace("’", "'"): unit for unit, phrases in words.units.items() for phrase in phrases
    }
    joins = "|".join(map(re.escape, words.range_to.split())) or "(?!)"
    starts = "|".join(map(re.escape, words.between.split())) or "(?!)"
    ands = "|".join(map(re.escape, words.between_and.split())) or "(?!)"
    articles = "".join(
        rf"(?:(?:{alternatives(words.range_articles.split())})\s+)?" * bool(words.range_articles)
    )
    return Grammar(
        words,
        re.compile(
            rf"(?<!\w)(?:(?P<low>{alternatives(words.low)})|(?P<high>{alternatives(words.high)})|(?P<about>{alternatives(words.about)})"
            rf"|(?P<skip>{alternatives(words.skip)}))[\s\u00a0]*$|(?P<tilde>[~≈])\s*$|(?P<gt>[>≥])\s*$|(?P<lt>[<≤])\s*$",
            re.IGNORECASE,
        ),
        re.compile(
            rf"[\s\u00a0]+(?:(?P<low>{alternatives(words.low_after)})|(?P<high>{alternatives(words.high_after)}))(?!\w)",
            re.I,
        ),
        re.compile(
            rf"\s?[-–—]\s?|\s+(?:{joins})\s+{articles}|\s+(?P<and>{ands})\s+{articles}", re.IGNORECASE
        ),
        re.compile(rf"(?<!\w)(?:{starts})\s+{articles}(?:[$€£]\s?)?$", re.IGNORECASE),
        units,
        {form: concept for concept, forms in words.nouns.items() for form in forms.split()},
        frozenset(words.stop.split()),
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
        re.compile(rf",\s|,?\s(?:{ands})\s", re.IGNORECASE),
        frozenset(words.warmer.split()),
        lexicon(language).half,
    )
