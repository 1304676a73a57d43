"""The concept lexicon on NTREX-128: how many words it knows, and whether a sentence finds its translation.

python -m bench.lexicon

A sentence is its concepts, weighted by squared idf over the 1,997 English sentences; a translation finds
its original when the original's cosine is the highest of all (ties count against it). The second pair of
figures is with a dictionary of Wiktionary's translations imported, where there is one.
"""

from __future__ import annotations

import math
import sys
from collections import Counter, defaultdict
from pathlib import Path

from bench.shared import SHARED, here
from rashomon.lexicon.concepts import concepts_of, using
from rashomon.lexicon.dictionaries import Dictionary, read_dictionary
from rashomon.textmatch import concepts, content_words

FILES = {
    "en": "src.eng", "ru": "ref.rus", "es": "ref.spa", "de": "ref.deu", "fr": "ref.fra", "it": "ref.ita",
    "pt": "ref.por", "pl": "ref.pol", "uk": "ref.ukr", "tr": "ref.tur", "ar": "ref.arb", "zh": "ref.zho-CN",
}  # fmt: skip
#: The codes by which the dictionaries name languages, where they are not ours.
DICTIONARIES = {"ar": "arb", "zh": "cmn"}


def coverage(lines: list[str], language: str) -> float:
    """Share of the content words of all lines that the lexicon knows."""
    words = [word.casefold() for line in lines for word in content_words(line, language) if word.isalpha()]
    return sum(bool(concepts_of(word, language)) for word in words) / len(words)


def bags(lines: list[str], language: str) -> list[Counter[str]]:
    """The concepts of each line."""
    return [Counter(concepts(line, language)) for line in lines]


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


def dictionary_of(language: str) -> tuple[Dictionary, ...]:
    """The dictionary from English, or none."""
    path = Path(SHARED) / "data" / "dictionaries" / f"en-{DICTIONARIES.get(language, language)}.tsv.gz"
    return (read_dictionary(path, "en", language),) if path.exists() else ()


def main() -> int:
    """A line a language: coverage, and the share of sentences that find their original; both twice."""
    if not here(*(f"data/ntrex/{name}.txt" for name in FILES.values())):
        return 0
    folder = Path(SHARED) / "data" / "ntrex"
    lines = {code: (folder / f"{name}.txt").read_text("utf-8").splitlines() for code, name in FILES.items()}
    print(f"en  covered {coverage(lines['en'], 'en'):.3f}")
    for code in [code for code in FILES if code != "en"]:
        told = f"{code} "
        for dictionaries in ((), dictionary_of(code)):
            with using(dictionaries):
                first = found_first(bags(lines["en"], "en"), bags(lines[code], code))
                told += f"  covered {coverage(lines[code], code):.3f}  found first {first:.3f}"
        print(told)
    return 0


if __name__ == "__main__":
    sys.exit(main())
