"""The concept table on NTREX-128: how many words it knows, and whether a sentence finds its translation.

python -m bench.lexicon

A sentence is its concepts, weighted by squared idf over the 1,997 English sentences; a translation finds
its original when the original's cosine is the highest of all (ties count against it).
"""

from __future__ import annotations

import math
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from bench.shared import SHARED, here
from rashomon.lexicon.concepts import concepts_of
from rashomon.textmatch import content_words

FILES = {"en": "src.eng", "ru": "ref.rus", "es": "ref.spa", "de": "ref.deu", "fr": "ref.fra", "it": "ref.ita"}
_WORD = re.compile(r"[^\W\d_]+")


def _concepts(line: str, language: str) -> Counter[str]:
    words = _WORD.findall(line.casefold())
    return Counter(concept for word in words for concept in concepts_of(word, language))


def coverage(lines: list[str], language: str) -> float:
    """Share of the content words of all lines that the table knows."""
    words = [word.casefold() for line in lines for word in content_words(line, language) if word.isalpha()]
    return sum(bool(concepts_of(word, language)) for word in words) / len(words)


def found_first(english: list[Counter[str]], foreign: list[Counter[str]]) -> float:
    """Share of foreign sentences whose own English sentence scores highest of all."""
    documents = Counter(concept for bag in english for concept in bag)
    idf = {concept: math.log(len(english) / n) ** 2 for concept, n in documents.items()}
    norms = [math.sqrt(sum((n * idf[c]) ** 2 for c, n in bag.items())) or 1.0 for bag in english]
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for index, bag in enumerate(english):
        for concept, n in bag.items():
            postings[concept].append((index, n * idf[concept] / norms[index]))
    right = 0
    for own, bag in enumerate(foreign):
        scores: dict[int, float] = defaultdict(float)
        for concept, n in sorted(bag.items()):
            for index, weight in postings.get(concept, ()):
                scores[index] += n * idf[concept] * weight
        best = scores.pop(own, 0.0)
        right += best > max(scores.values(), default=0.0)
    return right / len(foreign)


def main() -> int:
    """One line a language: coverage, and the share of sentences that find their English original."""
    if not here(*(f"data/ntrex/{name}.txt" for name in FILES.values())):
        return 0
    folder = Path(SHARED) / "data" / "ntrex"
    lines = {code: (folder / f"{name}.txt").read_text("utf-8").splitlines() for code, name in FILES.items()}
    bags = {code: [_concepts(line, code) for line in text] for code, text in lines.items()}
    for code, text in lines.items():
        first = "" if code == "en" else f"  found first {found_first(bags['en'], bags[code]):.3f}"
        print(f"{code}  covered {coverage(text, code):.3f}{first}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
