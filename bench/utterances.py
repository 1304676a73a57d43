"""The same sentence in two renderings: two translations of one source, and a translation with its source.

python -m bench.utterances
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from bench.shared import SHARED, here
from rashomon.likeness import Letters, Weighed, key_weights, letters_of, matchable, overlap, weighed

#: (what, first file, its language, second file, its language), under ../shared/data.
PAIRS = (
    (
        "de-en A/B",
        "utterances/newstest2021.de-en.ref.A.en",
        "en",
        "utterances/newstest2021.de-en.ref.B.en",
        "en",
    ),
    (
        "cs-en A/B",
        "utterances/newstest2021.cs-en.ref.A.en",
        "en",
        "utterances/newstest2021.cs-en.ref.B.en",
        "en",
    ),
    ("de/en", "utterances/newstest2021.de-en.src.de", "de", "utterances/newstest2021.de-en.ref.A.en", "en"),
    ("ntrex ru/en", "ntrex/ref.rus.txt", "ru", "ntrex/src.eng.txt", "en"),
    ("ntrex de/en", "ntrex/ref.deu.txt", "de", "ntrex/src.eng.txt", "en"),
    ("ntrex es/en", "ntrex/ref.spa.txt", "es", "ntrex/src.eng.txt", "en"),
    ("ntrex fr/en", "ntrex/ref.fra.txt", "fr", "ntrex/src.eng.txt", "en"),
    ("ntrex it/en", "ntrex/ref.ita.txt", "it", "ntrex/src.eng.txt", "en"),
)
#: Sentences compared with each other: about what a large story holds in quotes.
SIZE = 300
RECALL = 0.6
THRESHOLDS = (0.6, 0.75, 1.0, 1.3, 1.8)


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()[:SIZE]


def _ready(lines: Sequence[str], language: str) -> list[tuple[Weighed, Letters]]:
    texts = [matchable(line, language) for line in lines]
    weights = key_weights(texts)
    return [(weighed(text, weights), letters_of(line)) for text, line in zip(texts, lines, strict=True)]


def _scores(left: list[tuple[Weighed, Letters]], right: list[tuple[Weighed, Letters]]) -> list[list[float]]:
    return [[overlap(a, b).score + x.cosine(y) for b, y in right] for a, x in left]


def precision_at(scores: list[list[float]], recall: float) -> float:
    """The precision of the pairs of highest score that have so many of the right ones."""
    pairs = sorted(((s, i == j) for i, row in enumerate(scores) for j, s in enumerate(row)), reverse=True)
    right = 0
    for taken, (_, is_right) in enumerate(pairs, 1):
        right += is_right
        if right >= recall * len(scores):
            return right / taken
    return 0.0


def main() -> int:
    """Right partner first, precision at a recall of .60, and both over a threshold, for each pair."""
    if not here("data/utterances", "data/ntrex"):
        return 0
    print(
        f"{SIZE} sentences against {SIZE}; P at R {RECALL}; P/R at a score of "
        + ", ".join(map(str, THRESHOLDS))
    )
    for what, first, left, second, right in PAIRS:
        paths = [SHARED / "data" / name for name in (first, second)]
        scores = _scores(_ready(_lines(paths[0]), left), _ready(_lines(paths[1]), right))
        firsts = sum(row.index(max(row)) == i for i, row in enumerate(scores))
        cells = []
        for threshold in THRESHOLDS:
            over = [(i, j) for i, row in enumerate(scores) for j, s in enumerate(row) if s >= threshold]
            right_ones = sum(i == j for i, j in over)
            cells.append(f"{right_ones / max(len(over), 1):.2f}/{right_ones / len(scores):.2f}")
        at_recall = precision_at(scores, RECALL)
        print(f"{what:12} first {firsts / len(scores):.3f}  P {at_recall:.3f}   {'  '.join(cells)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
