"""How a language writes and hedges numbers and what it counts: the [numbers] of its file, and its words
made ready to be looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from rashomon.languages import section

#: Marks that stand in a word but are no letters: the vowels of Arabic.
MARKS = "\u064b-\u0652\u0670"
_NO_LETTERS = re.compile(f"[\u0640{MARKS}]")


@lru_cache(maxsize=50_000)
def bare(word: str) -> str:
    """A word without the marks it may be written with."""
    return word if word.isascii() else _NO_LETTERS.sub("", word)


def lowered(text: str) -> str:
    """The text in lower case, letter for letter: patterns are matched so, as ignoring case is slow."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower()[:1] or c for c in text)


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
    ``and_half`` are phrases that add a half to a number or to its unit; ``singles`` are nouns an article
    before them counts ('a mile'); ``combining`` the forms of numbers that begin a word, and ``stems`` how
    such a word, or one joined to digits by a hyphen, goes on with what is counted ('trzydniowy',
    '250-kilogramowa'); a scale with "*" is such a stem too. ``inflected`` are endings of a cardinal
    joined to its digits ('12-ти'); ``ordinal_words`` make a number before them an ordinal ('forty
    first'), ``ranked`` nouns are told by their number and not counted ('34 minucie'), and
    ``dotted_ordinals`` says that digits with a full stop are ordinals. ``cases`` says that a name before
    a number may be in the genitive; ``range_articles`` may stand in a range ('entre el 3 y el 5'),
    ``warmer`` are words of a difference in temperature, ``phones`` words before a telephone number,
    ``clock_articles`` what stands before a time of the day told in hours, ``negated`` words that make a one
    after them none. ``lives`` count people only beside ``life_verbs``, by what befell them.
    ``proclitics`` are written onto the word after them (Arabic), ``endings`` onto digits behind an apostrophe
    (Turkish); a hedge that begins with "-" asks for such an ending of the number before it. ``teens`` tells
    where the unit of a teen in two words stands, "before" or "after" the ten; ``duals`` are counted nouns of
    which there are two; ``short_scales`` scale words that are no abbreviations, short as they are, and
    ``homonyms`` number words that are other words too, and so need a noun known to be counted. ``capitals``
    are pairs of a capital and a small letter that are not Unicode's (Turkish "İi Iı"). ``signs``
    are units before the number ('%5'), ``rates`` words before one that make a distance a speed;
    ``late_hedges`` says that a hedge may stand behind what is counted ('30人以上').
    ``unspaced`` says that words are not parted by spaces (Chinese): there ``classifiers`` stand between a
    number and its noun and say what is counted where the noun is not known, ``odd`` are words within a
    number that mean 'and some more', ``points`` decimal points in words, and ``idioms`` regular
    expressions of words that only look like numbers.
    """

    decimal: str = "."
    group: str = ","
    compound: bool = False
    apostrophes: bool = False
    vigesimal: bool = False
    dotted_ordinals: bool = False
    cases: bool = False
    unspaced: bool = False
    proclitics: str = ""
    endings: str = ""
    teens: str = ""
    duals: str = ""
    short_scales: str = ""
    late_hedges: bool = False
    homonyms: str = ""
    capitals: str = ""
    signs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rates: tuple[str, ...] = ()
    classifiers: Mapping[str, str] = field(default_factory=dict)
    odd: str = ""
    points: str = ""
    idioms: tuple[str, ...] = ()
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
    clock_articles: str = ""
    negated: str = ""
    lives: str = ""
    life_verbs: Mapping[str, str] = field(default_factory=dict)
    articles: str = ""
    connectors: str = ""
    halves: str = ""
    and_half: tuple[str, ...] = ()
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
    age_after: tuple[str, ...] = ()
    numbered: str = ""
    falling: str = ""
    levels: str = ""
    place_in: str = ""
    since: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of numbers, ready to be looked up; ``combined`` is a word that begins with a number, and
    ``known`` are the words and digits without one of which no number is told."""

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
    half: re.Pattern[str]
    known: frozenset[str]
    singles: frozenset[str]
    others: frozenset[str]
    ordinals: frozenset[str]
    ordinal_stems: tuple[str, ...]
    combining: Mapping[str, float]
    combined: re.Pattern[str]
    duals: frozenset[str]
    short_scales: frozenset[str]
    ending: re.Pattern[str] | None


def edges(words: NumberWords) -> tuple[str, str]:
    """What must stand before and after a word, as regular expressions."""
    if words.unspaced:
        return "", ""
    proclitics = rf"(?:{alternatives(words.proclitics.split())})?" if words.proclitics else ""
    return rf"(?<!\w){proclitics}", r"(?!\w)"


def with_proclitics(forms: Iterable[str], proclitics: str) -> frozenset[str]:
    """The forms, and each of them with each proclitic before it."""
    return frozenset(before + form for form in forms for before in ("", *proclitics.split()))


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
    if words.proclitics:
        forms = {f: v for form, v in forms.items() for f in with_proclitics((form,), words.proclitics)}
        scales = {f: v for form, v in scales.items() for f in with_proclitics((form,), words.proclitics)}
        vague |= {(f, *p[1:]): v for p, v in vague.items() for f in with_proclitics(p[:1], words.proclitics)}
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
        re.compile(rf"\s+(?:{alternatives(words.and_half)})(?!\w)", re.IGNORECASE),
        frozenset(
            {
                *forms,
                *scales,
                *words.halves.split(),
                *(max(p, key=len) for p in vague),
                *words.singles.split(),
                *"0123456789",
            }
        ),
        frozenset(words.singles.split()),
        frozenset(words.others.split()),
        frozenset(word for word in told if word[-1] != "*"),
        tuple(word[:-1] for word in told if word[-1] == "*"),
        combining,
        re.compile(rf"(?P<number>(?:{alternatives(combining)})+)(?=(?:{alternatives(tails)}))"),
        with_proclitics(words.duals.split(), words.proclitics),
        with_proclitics(words.short_scales.split(), words.proclitics),
        re.compile(rf"['’](?:{alternatives(words.endings.split())})(?!\w)") if words.endings else None,
    )
