"""How much a word tells: a fixed table, so that no document weighs differently beside others.

``rarity.tsv`` was counted by scripts/build_word_weights.py from the texts that rarity.md names. A line
is language, level, words: words are beginnings of five letters, a level is the rarity in half bits,
2 * log2(passages / passages with the word). The language "*" holds what all languages share: concepts
("c/") and sounds of names ("n/").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

#: Level of what the table does not hold: rarer than one passage in 2**8.
RAREST = 16
SHARED = "*"
_IMPORTED = re.compile(r"c/([a-z]+)/(.{1,5}).*")


@cache
def _tables() -> Mapping[str, Mapping[str, int]]:
    tables: dict[str, dict[str, int]] = {}
    for line in files("rashomon").joinpath("group", "rarity.tsv").read_text("utf-8").splitlines():
        language, level, words = line.split("\t")
        tables.setdefault(language, {}).update(dict.fromkeys(words.split(" "), int(level)))
    return MappingProxyType(tables)


def rarity(word: str, language: str | None) -> int:
    """The level of a word, 0 (in every passage) to RAREST; a language without table knows only rare words.

    A concept of a user's dictionary ("c/en/jerrycan") is as rare as the word it is named by.
    """
    if imported := _IMPORTED.fullmatch(word):
        language, word = imported[1], imported[2]
    return _tables().get(language or "", {}).get(word, RAREST)
