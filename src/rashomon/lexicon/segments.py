"""Words of a script that parts them by nothing: the longest known ones, and pairs of letters between them.

    segment("总统访问了博茨瓦纳", known, 4) == ("总统", "访问", "了", "博茨", "茨瓦", "瓦纳")

Maximal matching from the left (Wong and Chan, "Chinese word segmentation based on maximum matching and word
binding force", 1996); overlapping pairs of letters stand for the words that are not known, as retrieval
has them (Nie et al., "On the use of words and n-grams for Chinese information retrieval", 2000).
"""

from __future__ import annotations

import re
from collections.abc import Set

#: Han and kana stand without blanks; other letters and digits among them are words of their own.
_PIECE = re.compile(r"([⺀-鿿豈-﫿\U00020000-\U0003ffff]+)|[^\W_⺀-鿿豈-﫿\U00020000-\U0003ffff]+")


def segment(run: str, known: Set[str], longest: int) -> tuple[str, ...]:
    """The words of a run of letters; ``longest`` is the length of the longest known word."""
    words: list[str] = []
    for piece in _PIECE.finditer(run):
        words += _han_words(piece[0], known, longest) if piece[1] else [piece[0]]
    return tuple(words)


def _han_words(run: str, known: Set[str], longest: int) -> list[str]:
    words: list[str] = []
    place = unknown = 0
    while place < len(run):
        lengths = range(min(longest, len(run) - place), 0, -1)
        length = next((n for n in lengths if run[place : place + n] in known), 0)
        if length:
            words += [*_pairs(run[unknown:place]), run[place : place + length]]
            unknown = place + length
        place += length or 1
    return words + _pairs(run[unknown:])


def _pairs(letters: str) -> list[str]:
    return [letters[i : i + 2] for i in range(len(letters) - 1)]
