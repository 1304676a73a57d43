"""Whether two names may be one person's, across spellings and scripts.

    name -> Latin words (anyascii) -> spelling rules -> rapidfuzz, first and last name apart

The threshold of 82 and the traps come from 34 Russian-English pairs with 14 traps measured before
we began: transliteration with rules found 20 of them with 5 false, so both names must agree here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from anyascii import anyascii
from rapidfuzz.fuzz import ratio

from rashomon.config import ActorConfig

_DEFAULT = ActorConfig()
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
#: Spellings of one sound in the Latin scripts of the press, applied in order to lower case ASCII.
_SOUNDS: tuple[tuple[str, str], ...] = (
    ("dsch", "j"), ("tsch", "ch"), ("tch", "ch"), ("shch", "sh"), ("sch", "sh"), ("dzh", "j"), ("dj", "j"),
    ("zh", "j"), ("kh", "h"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
    ("ks", "x"), ("ch", "sh"), ("q", "k"), ("c", "k"), ("w", "v"), ("y", "i"), ("j", "i"), ("'", ""),
)  # fmt: skip
#: Words in front of a surname that some reports leave out.
_PARTICLES = frozenset(
    "al el ad as an ar at az ash ul bin ibn ben de la di da der von van du le dos del y".split()
)


@lru_cache(maxsize=50_000)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name in lower case ASCII, particles and initials left out."""
    words = tuple(anyascii(word).lower().replace("'", "") for word in _WORD.findall(name))
    kept = tuple(word for word in words if word not in _PARTICLES and len(word) > 1)
    return kept or words


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """A lower case ASCII word with one spelling for each sound and no doubled letter."""
    for spelling, plain in _SOUNDS:
        word = word.replace(spelling, plain)
    return re.sub(r"(.)\1+", r"\1", word)


@lru_cache(maxsize=50_000)
def initial_sounds(name: str) -> tuple[str, ...]:
    """The first sound of each word of a name, the last word's last; "" for a name without letters."""
    return tuple(sound(word)[:1] for word in name_words(name)) or ("",)


def word_similarity(one: str, other: str) -> float:
    """0 to 100: how alike two words of names sound; consonants alone count for long Arabic names."""
    if one == other:
        return 100.0
    a, b = sound(one), sound(other)
    best = max(ratio(one, other), ratio(a, b))
    bones = re.sub("[aeiou]", "", a), re.sub("[aeiou]", "", b)
    if bones[0] == bones[1] and len(bones[0]) > 2 and a[0] == b[0]:
        best = max(best, 85.0)
    return float(best)


def same_person(one: str, other: str, config: ActorConfig = _DEFAULT) -> bool:
    """Whether two full names may be one person's: last and first words must agree."""
    a, b = name_words(one), name_words(other)
    if len(a) < 2 or len(b) < 2:
        return False
    if a == b or set(a) <= set(b) or set(b) <= set(a) or _same_korean(one, other):
        return True
    if len(a) == len(b) == 3 and word_similarity(a[1], b[1]) < config.first_name:
        # Brothers, and Koreans of one family: the middle names tell them apart.
        return False
    return (
        word_similarity(a[-1], b[-1]) >= config.last_name and word_similarity(a[0], b[0]) >= config.first_name
    )


def same_surname(full: str, short: str, config: ActorConfig = _DEFAULT) -> bool:
    """Whether a short name may be the surname of a full one."""
    words, last = name_words(full), name_words(short)
    # The first sound rules most names out before any spelling is compared.
    if not words or not last or sound(words[-1])[:1] != sound(last[-1])[:1]:
        return False
    return word_similarity(words[-1], last[-1]) >= config.surname and len(last) <= len(words)


@cache
def _korean() -> Mapping[str, frozenset[str]]:
    rows = files("rashomon").joinpath("lexicon", "korean.tsv").read_text("utf-8").splitlines()
    table: dict[str, frozenset[str]] = {}
    for row in rows:
        if row and not row.startswith("#"):
            syllable, latin = row.split("\t")
            table[syllable] = table.get(syllable, frozenset()) | frozenset(latin.split())
    return table


def _same_korean(one: str, other: str) -> bool:
    """Korean names in Cyrillic and Latin, syllable by syllable."""
    a, b = (tuple(word.lower() for word in _WORD.findall(name)) for name in (one, other))
    if len(a) != len(b) or len(a) < 3:
        return False
    cyrillic, latin = (a, b) if a[0] in _korean() else (b, a)
    return all(y in _korean().get(x, frozenset()) for x, y in zip(cyrillic, latin, strict=True))
