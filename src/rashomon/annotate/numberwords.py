"""How a language writes and hedges numbers and what it counts: the [numbers] of its file, and its words
made ready to be looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from rashomon.languages import section


def alternatives(phrases: Iterable[str]) -> str:
    """A regular expression for any of the phrases, the longest first; it matches nothing for none."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in ordered) or "(?!)"


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The [numbers] of a language file: how numbers are written, hedged and counted.

    Values of ``words``, ``scales`` and ``articles`` are forms parted by spaces; phrases with spaces
    stand in lists. ``compound`` says that numbers are written in one word (German, Italian),
    ``apostrophes`` that they may have one inside (Ukrainian),
    ``vigesimal`` that 70 and 90 count on from 60 and 80 (French). ``rounded`` are number words that
    mean 'about' by themselves; ``plurals`` are the endings a counted noun may have ("-" before those it
    may not, "*" for any other), ``irregular`` nouns that are plural without them;
    ``others`` words such as 'more' between a number and its noun;
    ``determiners`` words before a measure that make it tell of the noun after it ('a $9 loan'), ``sum_of``
    more prepositions between a sum and its noun ('$9 in cash'), ``breaks`` endings of verbs and adverbs;
    ``levels`` prepositions that lead, after a verb of change, to what it came to ('rose to 17').
    ``singles`` are nouns an article before them counts ('a mile'); ``combining`` the forms of numbers that
    begin a word, and ``stems`` how such a word, or one joined to digits by a hyphen, goes on with what is
    counted ('trzydniowy', '250-kilogramowa'); a scale with "*" is such a stem too. ``inflected`` are endings
    of a cardinal joined to its digits ('12-ти'); ``ordinal_words`` make a number before them an ordinal
    ('forty first'), ``ranked`` nouns are told by their number and not counted ('34 minucie'), and
    ``dotted_ordinals`` says that digits with a full stop are ordinals. ``cases`` says that a name before a
    number may be in the genitive; ``range_articles`` may stand in a range ('entre el 3 y el 5'), ``warmer``
    are words of a difference in temperature, ``age_decades`` phrases around the first of ten years ('in his {}s'), ``phones`` words before a telephone number.
    """

    decimal: str = "."
    group: str = ","
    compound: bool = False
    apostrophes: bool = False
    vigesimal: bool = False
    dotted_ordinals: bool = False
    cases: bool = False
    words: Mapping[str, str] = field(default_factory=dict)
    scales: Mapping[str, str] = field(default_factory=dict)
    vague: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    combining: Mapping[str, str] = field(default_factory=dict)
    stems: Mapping[str, str] = field(default_factory=dict)
    singles: str = ""
    inflected: str = ""
    ordinal_words: str = ""
    ranked: str = ""
    range_articles: str = ""
    warmer: str = ""
    phones: str = ""
    articles: str = ""
    connectors: str = ""
    halves: str = ""
    rounded: str = ""
    low: tuple[str, ...] = ()
    high: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    low_after: tuple[str, ...] = ()
    high_after: tuple[str, ...] = ()
    range_to: str = ""
    between: str = ""
    between_and: str = ""
    change_from: str = ""
    skip: tuple[str, ...] = ()
    units: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    nouns: Mapping[str, str] = field(default_factory=dict)
    frames: Mapping[str, str] = field(default_factory=dict)
    stop: str = ""
    partitive: str = ""
    plurals: str = ""
    irregular: str = ""
    others: str = ""
    determiners: str = ""
    breaks: str = ""
    sum_of: str = ""
    adjectives_after: bool = False
    capital_nouns: bool = False
    clock: tuple[str, ...] = ()
    ordinals: str = ""
    age_before: tuple[str, ...] = ()
    age_decades: tuple[str, ...] = ()
    age_after: tuple[str, ...] = ()
    numbered: str = ""
    falling: str = ""
    levels: str = ""
    place_in: str = ""
    since: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of numbers, ready to be looked up; ``combined`` is a word that begins with a number."""

    words: Mapping[str, float]
    scales: Mapping[str, float]
    vague: Mapping[tuple[str, ...], float]
    vague_starts: frozenset[str]
    articles: frozenset[str]
    connectors: frozenset[str]
    halves: frozenset[str]
    rounded: frozenset[str]
    stems: tuple[str, ...]
    scale_stems: Mapping[str, float]
    singles: frozenset[str]
    others: frozenset[str]
    ordinals: frozenset[str]
    ordinal_stems: tuple[str, ...]
    combining: Mapping[str, float]
    combined: re.Pattern[str]


@cache
def lexicon(language: str) -> Lexicon:
    """The words of numbers of a language; one without a file has none."""
    words = section(language, "numbers", NumberWords)
    forms = {form: float(value) for value, text in words.words.items() for form in text.split()}
    scales = {form: float(value) for value, text in words.scales.items() for form in text.split()}
    scale_stems = {form[:-1]: scales.pop(form) for form in list(scales) if form[-1] == "*"}
    vague = {tuple(p.split()): float(value) for value, phrases in words.vague.items() for p in phrases}
    connectors = frozenset(words.connectors.split())
    parts = {*forms, *connectors, *(s for s in scales if scales[s] <= 1000)} if words.compound else set()
    combining = {form: float(value) for value, text in words.combining.items() for form in text.split()}
    tails = sorted({*scale_stems, *(stem for text in words.stems.values() for stem in text.split())})
    told = words.ordinal_words.split()
    return Lexicon(
        forms,
        scales,
        vague,
        frozenset(phrase[0] for phrase in vague),
        frozenset(words.articles.split()),
        connectors,
        frozenset(words.halves.split()),
        frozenset(words.rounded.split()),
        tuple(sorted((p for p in parts if len(p) > 1), key=len, reverse=True)),
        scale_stems,
        frozenset(words.singles.split()),
        frozenset(words.others.split()),
        frozenset(word for word in told if word[-1] != "*"),
        tuple(word[:-1] for word in told if word[-1] == "*"),
        combining,
        re.compile(rf"(?P<number>(?:{alternatives(combining)})+)(?=(?:{alternatives(tails)}))"),
    )
