"""Pairs of concepts of which one turns what is told into its opposite: rise and fall, win and lose."""

from __future__ import annotations

from collections.abc import Set
from functools import cache
from importlib.resources import files


@cache
def opposites() -> tuple[tuple[str, str], ...]:
    """The pairs of opposites.tsv, each once, as ids of concepts."""
    text = (files("rashomon.lexicon") / "opposites.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple((one, other) for one, other in rows)


def opposed(left: Set[str], right: Set[str]) -> tuple[str, str] | None:
    """The first pair of opposites of which one text has the one alone and the other text the other."""
    for one, other in opposites():
        for a, b in ((one, other), (other, one)):
            if a in left and b not in left and b in right and a not in right:
                return a, b
    return None
