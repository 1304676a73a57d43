"""Names across scripts: is the right one of 1,500 Latin spellings ranked first?

    python -m bench.names [LANGUAGE...]

Reads ../shared/data/names (Wikidata). A tenth of the Latin spellings, by a digest, is kept from training
with all names that are written so; the candidates are the first 1,500 of them in the order of the digest,
the questions the first 300 names of theirs, whether seen once or often. Many that were seen once are no
pairs of one name at all, so a second figure counts those alone that were seen twice or more. ``key`` is
the share of names whose sound key, as grouping uses it, is that of the Latin spelling.
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from bench.shared import SHARED, here
from rashomon.lexicon.transliteration import latin_letters, spelled, spelling_score
from rashomon.textmatch import sound_key

LANGUAGES = {
    "russian": "cyrillic",
    "arabic": "arabic",
    "hebrew": "hebrew",
    "chinese": "chinese",
    "japanese": "japanese",
    "korean": "korean",
}
CANDIDATES, QUESTIONS = 1500, 300


class Name(NamedTuple):
    """A word of a name, its Latin spelling, and how many bearers write it so."""

    word: str
    latin: str
    bearers: int


def names(language: str) -> Iterator[Name]:
    """The pairs of a language, one word each."""
    with gzip.open(SHARED / "data" / "names" / f"{language}.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            latin, word, count = line.rstrip("\n").split("\t")
            name = Name(spelled(word), latin_letters(latin), int(count))
            if 1 < len(name.latin) <= 16 and 0 < len(name.word) <= 24:
                yield name


def digest(latin: str) -> bytes:
    """A fixed random order of spellings."""
    return sha256(latin.encode()).digest()


def is_held_out(latin: str) -> bool:
    """Whether a Latin spelling is kept from training."""
    return digest(latin)[0] < 26


def ranked_first(questions: Sequence[Name], candidates: Sequence[str]) -> float:
    """The share of names that fit their own spelling better than any other; a tie counts against it."""
    right = 0
    for name in questions:
        own = spelling_score(name.word, name.latin)
        right += all(spelling_score(name.word, c) < own for c in candidates if c != name.latin)
    return right / len(questions)


def report(language: str) -> None:
    """Print the line of a language."""
    kept = sorted((n for n in names(language) if is_held_out(n.latin)), key=lambda n: (digest(n.latin), n))
    candidates = list(dict.fromkeys(n.latin for n in kept))[:CANDIDATES]
    asked = sorted((n for n in kept if n.latin in set(candidates)), key=lambda n: digest(n.word))
    often = [n for n in asked if n.bearers > 1]
    key = sum(sound_key(n.word) == sound_key(n.latin) for n in often) / len(often)
    print(
        f"{language:9} first of {len(candidates)}: {ranked_first(asked[:QUESTIONS], candidates):.3f}  "
        f"seen twice {ranked_first(often[:QUESTIONS], candidates):.3f}  key {key:.3f}",
        flush=True,
    )


def main() -> int:
    """One line a language."""
    for language in sys.argv[1:] or LANGUAGES:
        if here(f"data/names/{language}.tsv.gz"):
            report(language)
    return 0


if __name__ == "__main__":
    sys.exit(main())
