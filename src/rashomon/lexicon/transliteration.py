"""Names in other scripts and in Latin letters: how well two spellings fit, and the best Latin one.

    name -> script -> units of spelling (name_units/<script>.tsv) -> best path

A unit is a chunk of one or two letters and the Latin letters that stand for it, with a weight: the mean
of log P(latin | chunk) and log P(chunk | latin) in hundredths of a nat, at most 0. The units were learned
by scripts/train_names.py with EM over all ways to align the spellings of a name (the joint multigram
model: Bisani & Ney 2008, "Joint-sequence models for grapheme-to-phoneme conversion"), from names of
Wikidata. A line is a chunk, then Latin letters and weight in turn ("-" for none).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from unicodedata import combining, normalize

from anyascii import anyascii

#: First and last letter of each script with a table; Japanese is told by any of its own letters.
_SCRIPTS = (
    ("cyrillic", "\u0400", "\u052f"),
    ("hebrew", "\u0590", "\u05ff"),
    ("arabic", "\u0600", "\u077f"),
    ("japanese", "\u3040", "\u30ff"),
    ("korean", "\u1100", "\u11ff"),
    ("chinese", "\u3400", "\u9fff"),
)
#: What a letter that no unit explains costs, on either side: tuned where 9 is no better.
_UNEXPLAINED = -600
_NEVER = -(10**9)
#: Letters of a chunk, and the longest word that is aligned: longer ones are no names.
_LONGEST_CHUNK = 2
_LONGEST_WORD = 40

Units = Mapping[str, tuple[tuple[str, int], ...]]


@cache
def units(script: str) -> Units:
    """The chunks of a script, each with Latin letters and weights."""
    text = files("rashomon").joinpath("lexicon", "name_units", f"{script}.tsv").read_text("utf-8")
    found = {}
    for line in text.splitlines():
        chunk, *cells = line.split("\t")
        letters = (cell.replace("-", "") for cell in cells[::2])
        found[chunk] = tuple(zip(letters, map(int, cells[1::2]), strict=True))
    return MappingProxyType(found)


@lru_cache(maxsize=1 << 16)
def script_of(word: str) -> str | None:
    """The script of the first letter that has a table; None for Latin and all others."""
    scripts = [name for letter in spelled(word) for name, first, last in _SCRIPTS if first <= letter <= last]
    return "japanese" if "japanese" in scripts else next(iter(scripts), None)


def spelled(word: str) -> str:
    """The letters of a word as the tables have them: small, marks apart, Korean syllables in letters."""
    return "".join(
        letter for letter in normalize("NFD", word.casefold()) if letter.isalpha() or combining(letter)
    )


def latin_letters(word: str) -> str:
    """A word in Latin script as the tables have it: small letters from a to z."""
    return "".join(letter for letter in anyascii(word).lower() if "a" <= letter <= "z")


@lru_cache(maxsize=1 << 16)
def latin_spelling(word: str) -> str:
    """The likeliest Latin letters of a word in a script with a table; plain romanisation for all others.

    Cyrillic is among the others: it writes all sounds, and plain letters keep .80 of the consonants of its
    names, likeliest ones .78. For Arabic it is .31 and .68, for Chinese .29 and .51.
    """
    script = script_of(word)
    if script in (None, "cyrillic") or len(word) > _LONGEST_WORD:
        return latin_letters(word)
    table, source = units(script), spelled(word)
    best: list[tuple[int, str]] = [(0, "")] + [(_NEVER, "")] * len(source)
    for i, letter in enumerate(source):
        cost, latin = best[i]
        best[i + 1] = max(best[i + 1], (cost + 2 * _UNEXPLAINED, latin + latin_letters(letter)), key=_cost)
        for end in range(i + 1, min(i + _LONGEST_CHUNK, len(source)) + 1):
            for letters, weight in table.get(source[i:end], ()):
                best[end] = max(best[end], (cost + weight, latin + letters), key=_cost)
    return best[-1][1]


def _cost(way: tuple[int, str]) -> int:
    return way[0]


@lru_cache(maxsize=1 << 16)
def spelling_score(word: str, latin: str) -> int:
    """How well a word fits a Latin spelling: the weight of its best alignment, 0 for a perfect fit.

    Of names that are one, four in five lose less than 80 a letter of the longer spelling (two in three in
    Chinese); of the best of 250 others one in twenty does. A letter without unit on either side costs as
    much as a very unlikely one.
    """
    source, target = spelled(word)[:_LONGEST_WORD], latin_letters(latin)[:_LONGEST_WORD]
    script = script_of(word)
    table = units(script) if script else {}
    rows = [[_NEVER] * (len(target) + 1) for _ in range(len(source) + 1)]
    rows[0][0] = 0
    for i, row in enumerate(rows):
        for j in range(len(target)):
            row[j + 1] = max(row[j + 1], row[j] + _UNEXPLAINED)
        if i < len(source):
            rows[i + 1] = [
                max(*pair) for pair in zip(rows[i + 1], (w + _UNEXPLAINED for w in row), strict=True)
            ]
        for end in range(i + 1, min(i + _LONGEST_CHUNK, len(source)) + 1):
            _extend(row, rows[end], table.get(source[i:end], ()), target)
    return rows[-1][-1]


def _extend(row: list[int], after: list[int], chunk: tuple[tuple[str, int], ...], target: str) -> None:
    """The ways in ``row`` go on by one chunk, wherever its letters stand in the target."""
    for letters, weight in chunk:
        j = target.find(letters)
        while j >= 0:
            end = j + len(letters)
            after[end] = max(after[end], row[j] + weight)
            j = target.find(letters, j + 1) if j < len(target) else -1
