"""Case endings by a table: what a word may be in the nominative, and what forms a name takes.

The table is data: section [names], ``cases``, each entry a nominative ending and its others
("ová/ové/ovou"). No dictionary: whoever asks decides between several base forms.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

#: A nominative ending and those of the other cases.
Paradigm = tuple[str, tuple[str, ...]]
#: Vowels without their accents: an ending that begins with one stands behind no other.
_VOWELS = frozenset("aeiouyаеиоуыэюяєії")
#: Shortest stem that an ending is taken from.
_SHORTEST = 2


def paradigms(entries: tuple[str, ...]) -> tuple[Paradigm, ...]:
    """The table as a language file writes it: ``("á/é/ou",)``."""
    parted = (entry.split("/") for entry in entries)
    return tuple((nominative, tuple(others)) for nominative, *others in parted)


@lru_cache(maxsize=50_000)
def bases(word: str, cases: tuple[Paradigm, ...]) -> tuple[str, ...]:
    """What a word may be in the nominative, in the order of the table; not the word itself."""
    return tuple(
        dict.fromkeys(
            stem + nominative
            for nominative, others in cases
            for ending in others
            if word.endswith(ending) and _fits(stem := word[: len(word) - len(ending)], nominative)
        )
    )


def _fits(stem: str, ending: str) -> bool:
    if len(stem) < _SHORTEST:
        return False
    return not (_is_vowel(stem[-1]) and (not ending or _is_vowel(ending[0])))


def _is_vowel(letter: str) -> bool:
    return unicodedata.normalize("NFD", letter.lower())[0] in _VOWELS


def forms(name: str, cases: tuple[Paradigm, ...]) -> Iterator[str]:
    """The forms a name may take in other cases."""
    for nominative, others in cases:
        stem = name.removesuffix(nominative) if nominative else name
        if name.endswith(nominative) and _fits(stem, nominative):
            yield from (stem + ending for ending in others)
