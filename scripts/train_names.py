"""Learns how names are spelled in other scripts and writes src/rashomon/lexicon/name_units/<script>.tsv.

    python -m scripts.train_names src/rashomon/lexicon/name_units [LANGUAGE...]

From pairs of spellings of one name (../shared/data/names, Wikidata, CC0), without those bench/names.py
asks for, by expectation maximisation: all ways to cut both spellings into units are counted by how likely
they are, units that are too rare are dropped, and again (see rashomon.lexicon.transliteration). Takes
some 20 seconds a language.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt
from pathlib import Path

from bench.names import LANGUAGES, Name, is_held_out, names

Unit = tuple[str, str]
#: Letters of a unit on both sides. A Chinese sign is a syllable.
SIZES = {"chinese": (1, 6)}
USUAL_SIZES = (2, 4)
#: Two letters together stand for as many Latin ones: longer ones are learned by heart.
LONGEST_OF_TWO = 2
#: Pairs that are learned from, those of most bearers; Chinese has thousands of signs.
PAIRS = {"chinese": 60_000}
USUAL_PAIRS = 20_000
FIRST_PAIRS, FIRST_ROUNDS, ROUNDS = 6_000, 3, 7
#: A name of nine bearers tells as much as one of more.
MOST_BEARERS = 9
#: Units counted less often are dropped, more of them each round.
LEAST, LEAST_MORE = 0.15, 0.05


def guess(chunk: str, latin: str) -> float:
    """How likely a unit is before anything is known: one letter for one."""
    unlike = abs(len(chunk) - 1) + abs(len(latin) - 1) + 1
    return 0.3**unlike * (1.0 if latin else 0.3)


def counts(pairs: Iterable[Name], sizes: tuple[int, int], known: Mapping[Unit, float]) -> dict[Unit, float]:
    """How often each unit is used, over all alignments of each pair (forward and backward sums)."""
    found: defaultdict[Unit, float] = defaultdict(float)
    for word, latin, bearers in pairs:
        steps = arcs(word, latin, sizes, known)
        forward = {(0, 0): 1.0}
        for (i, j), end, _, p in steps:
            if (i, j) in forward:
                forward[end] = forward.get(end, 0.0) + forward[i, j] * p
        whole = len(word), len(latin)
        if not forward.get(whole):
            continue
        backward = {whole: 1.0}
        weight = sqrt(min(bearers, MOST_BEARERS)) / forward[whole]
        for start, end, unit, p in reversed(steps):
            if start in forward and end in backward:
                backward[start] = backward.get(start, 0.0) + p * backward[end]
                found[unit] += weight * forward[start] * p * backward[end]
    return found


Step = tuple[tuple[int, int], tuple[int, int], Unit, float]


def arcs(word: str, latin: str, sizes: tuple[int, int], known: Mapping[Unit, float]) -> list[Step]:
    """The units that may stand at each place of a pair, from left to right."""
    most, most_latin = sizes
    steps: list[Step] = []
    for i in range(len(word)):
        for j in range(len(latin) + 1):
            for end in range(i + 1, min(i + most, len(word)) + 1):
                longest = most_latin if end == i + 1 else LONGEST_OF_TWO
                for there in range(j + (end > i + 1), min(j + longest, len(latin)) + 1):
                    unit = word[i:end], latin[j:there]
                    p = known.get(unit, 0.0) if known else guess(*unit)
                    if p:
                        steps.append(((i, j), (end, there), unit, p))
    return steps


def learn(pairs: Sequence[Name], sizes: tuple[int, int]) -> dict[Unit, float]:
    """The probability of each unit, chunk and Latin letters together."""
    known: dict[Unit, float] = {}
    for turn in range(ROUNDS):
        counted = counts(pairs if turn >= FIRST_ROUNDS else pairs[:FIRST_PAIRS], sizes, known)
        kept = {unit: n for unit, n in sorted(counted.items()) if n > LEAST + turn * LEAST_MORE}
        total = sum(kept.values())
        known = {unit: n / total for unit, n in kept.items()}
    return known


def lines(known: Mapping[Unit, float]) -> list[str]:
    """The units as they are written: a chunk, then Latin letters and weight in turn, the likeliest first."""
    chunks: defaultdict[str, float] = defaultdict(float)
    latins: defaultdict[str, float] = defaultdict(float)
    for (chunk, latin), p in known.items():
        chunks[chunk] += p
        latins[latin] += p
    rows: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for (chunk, latin), p in known.items():
        weight = round(100 * (log(p) - (log(chunks[chunk]) + log(latins[latin])) / 2))
        rows[chunk].append((-weight, latin or "-"))
    return [
        "\t".join((chunk, *(f"{latin}\t{-cost}" for cost, latin in sorted(row))))
        for chunk, row in sorted(rows.items())
    ]


def main(target: Path, languages: Sequence[str]) -> None:
    """Learn and write the units of each language; ``python -m bench.names`` tells how good they are."""
    for language in languages:
        pairs = sorted(
            (n for n in names(language) if not is_held_out(n.latin)), key=lambda n: (-n.bearers, n)
        )
        pairs = pairs[: PAIRS.get(language, USUAL_PAIRS)]
        known = learn(pairs, SIZES.get(language, USUAL_SIZES))
        path = target / f"{LANGUAGES[language]}.tsv"
        path.write_text("\n".join(lines(known)) + "\n", encoding="utf-8")
        print(
            f"{language}: {len(known)} units of {len(pairs)} names, {path.stat().st_size} bytes", flush=True
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] or list(LANGUAGES))
