"""Whether two names may be one person's, across spellings and scripts.

    name -> Latin words -> spelling rules -> rapidfuzz, first and last name apart
                        -> learned spellings, where the scripts differ

The threshold of 82 and the traps come from 34 Russian-English pairs with 14 traps measured before
we began: transliteration with rules found 20 of them with 5 false, so both names must agree here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from itertools import combinations

from rapidfuzz.fuzz import ratio

from rashomon.config import ActorConfig
from rashomon.lexicon.transliteration import latin_spelling, script_of, spelled, spelling_score

_DEFAULT = ActorConfig()
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
#: Spellings of one sound in the Latin scripts of the press, applied in order to lower case ASCII.
_SOUNDS: tuple[tuple[str, str], ...] = (
    ("dsch", "j"), ("tsch", "ch"), ("tch", "ch"), ("shch", "sh"), ("sch", "sh"), ("dzh", "j"), ("dj", "j"),
    ("zh", "j"), ("kh", "h"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
    ("ks", "x"), ("ch", "sh"), ("ts", "z"), ("tz", "z"), ("q", "k"), ("c", "k"),
    ("w", "v"), ("y", "i"), ("j", "i"), ("'", ""),
)  # fmt: skip
#: Words in front of a surname that some reports leave out.
_PARTICLES = frozenset(
    "al el ad as an ar at az ash ul bin ibn ben de la di da der von van du le dos del y".split()
)
#: What a hundredth of a nat a letter takes off a similarity of 100.
_PER_COST = 18 / 80
#: Words of a name that are looked at in pairs.
_MOST_WORDS = 6


@lru_cache(maxsize=50_000)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name in lower case ASCII, particles and initials left out."""
    return tuple(map(latin_spelling, written_words(name)))


@lru_cache(maxsize=50_000)
def written_words(name: str) -> tuple[str, ...]:
    """The same words as they are written."""
    words = tuple(_WORD.findall(name))
    kept = tuple(
        word for word in words if (latin := latin_spelling(word)) not in _PARTICLES and len(latin) > 1
    )
    return kept or words


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """A lower case ASCII word with one spelling for each sound and no doubled letter."""
    for spelling, plain in _SOUNDS:
        word = word.replace(spelling, plain)
    return re.sub(r"(.)\1+", r"\1", word)


@lru_cache(maxsize=50_000)
def first_sound(word: str) -> str:
    """The first sound of a lower case ASCII word, "" of none."""
    return sound(word)[:1]


@lru_cache(maxsize=50_000)
def person_keys(name: str) -> tuple[tuple[str, ...], ...]:
    """What full names share that ``same_person`` may join, so that only few are compared.

    The sound of the surname; or the first consonants of the first name and of the surname (its second
    one, for spellings as Selenskyj and Zelensky); or two words; or Korean syllables.
    """
    words = name_words(name)
    if len(words) < 2:
        return ()
    first, last = _bones(sound(words[0]))[:1], _bones(sound(words[-1]))
    keys = [("surname", sound(words[-1])), ("bones", first, last[:1]), ("bones", first, last[1:2])]
    keys += [("words", *sorted(pair)) for pair in combinations(words[:_MOST_WORDS], 2)]
    if _is_korean(name):
        keys.append(("korean",))
    return tuple(dict.fromkeys(keys))


def _bones(word: str) -> str:
    """The consonants of a word."""
    return re.sub("[aeiou]", "", word)


@lru_cache(maxsize=200_000)
def word_similarity(one: str, other: str) -> float:
    """0 to 100: how alike two words of names sound; consonants alone count for long Arabic names."""
    if one == other:
        return 100.0
    a, b = sound(one), sound(other)
    best = max(ratio(one, other), ratio(a, b))
    bones = _bones(a), _bones(b)
    if bones[0] == bones[1] and len(bones[0]) > 2 and a[0] == b[0]:
        best = max(best, 85.0)
    return float(best)


@lru_cache(maxsize=200_000)
def spelling_similarity(one: str, other: str) -> float:
    """0 to 100: how alike two words of names are as written, in whatever script.

    Across scripts what the learned spellings leave of 100, or half of it and half of what plain romanisation
    gives. Of 250 Russian names kept from training 82 finds .94 (romanisation .89), and for .02 (.07) of them
    any of 249 others; of Arabic ones .86 (.70) and .08 (.12).
    """
    romanised = word_similarity(latin_spelling(one), latin_spelling(other))
    if (script_of(one) is None) == (script_of(other) is None):
        return romanised
    foreign, latin = (other, one) if script_of(one) is None else (one, other)
    letters = max(len(spelled(foreign)), len(latin), 1)
    learned = max(0.0, 100.0 + _PER_COST * spelling_score(foreign, latin) / letters)
    return (learned + max(learned, romanised)) / 2


def same_person(one: str, other: str, config: ActorConfig = _DEFAULT) -> bool:
    """Whether two full names may be one person's: last and first words must agree."""
    a, b = name_words(one), name_words(other)
    if len(a) < 2 or len(b) < 2:
        return False
    if set(a) <= set(b) or set(b) <= set(a) or _same_korean(one, other):
        return True
    a, b = written_words(one), written_words(other)
    if len(a) == len(b) == 3 and spelling_similarity(a[1], b[1]) < config.first_name:
        # Brothers, and Koreans of one family: the middle names tell them apart.
        return False
    last, first = spelling_similarity(a[-1], b[-1]), spelling_similarity(a[0], b[0])
    return last >= config.last_name and first >= config.first_name


def same_surname(full: str, short: str, config: ActorConfig = _DEFAULT) -> bool:
    """Whether a short name may be the surname of a full one."""
    words, last = name_words(full), name_words(short)
    if not words or not last:
        return False
    # The first sound rules most names of one script out before any spelling is compared.
    if script_of(full) == script_of(short) and first_sound(words[-1]) != first_sound(last[-1]):
        return False
    similar = spelling_similarity(written_words(full)[-1], written_words(short)[-1])
    return similar >= config.surname and len(last) <= len(words)


@cache
def _korean() -> Mapping[str, frozenset[str]]:
    rows = files("rashomon").joinpath("lexicon", "korean.tsv").read_text("utf-8").splitlines()
    table: dict[str, frozenset[str]] = {}
    for row in rows:
        if row and not row.startswith("#"):
            syllable, latin = row.split("\t")
            table[syllable] = table.get(syllable, frozenset()) | frozenset(latin.split())
    return table


@cache
def _korean_latin() -> frozenset[str]:
    return frozenset(latin for same in _korean().values() for latin in same)


@lru_cache(maxsize=50_000)
def _syllables(name: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORD.findall(name))


@lru_cache(maxsize=50_000)
def _is_korean(name: str) -> bool:
    """Whether a name may be Korean, in Cyrillic or in Latin letters."""
    words = _syllables(name)
    return len(words) > 2 and (
        all(word in _korean() for word in words) or all(word in _korean_latin() for word in words)
    )


def _same_korean(one: str, other: str) -> bool:
    """Korean names in Cyrillic and Latin, syllable by syllable."""
    if not (_is_korean(one) and _is_korean(other)):
        return False
    a, b = _syllables(one), _syllables(other)
    if len(a) != len(b):
        return False
    cyrillic, latin = (a, b) if a[0] in _korean() else (b, a)
    return all(y in _korean().get(x, frozenset()) for x, y in zip(cyrillic, latin, strict=True))
