"""Concepts that turn what is told into its opposite."""

from __future__ import annotations

import pytest

from rashomon.lexicon.opposites import opposed, opposites
from rashomon.textmatch import concepts

CASES = [
    ("en", "Shares rose", "en", "Shares fell", ("rise", "fall")),
    ("en", "Shares rose", "de", "Die Aktien fielen", ("rise", "fall")),
    ("en", "Shares rose", "en", "Shares rose, then fell", None),
    ("en", "Shares rose", "en", "Shares are sold", None),
]


@pytest.mark.parametrize(("language", "one", "also", "other", "pair"), CASES)
def test_opposed(language: str, one: str, also: str, other: str, pair: tuple[str, str] | None) -> None:
    assert opposed(set(concepts(one, language)), set(concepts(other, also))) == pair


def test_every_opposite_is_a_concept() -> None:
    known = {concept for pair in opposites() for concept in pair}
    words = "rose fell drop grew won lost failed succeeded opened closed started ended stopped allowed banned"
    assert set(concepts(words, "en")) & known
    assert all(one != other for one, other in opposites())
