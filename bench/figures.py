"""Figures and dates that a translation keeps: English against other languages, line by line, on NTREX-128.

    python -m bench.figures [--verbose] [LANGUAGE ...]

Precision is the share of what is read in the other language that is read in the English line too, recall
the share of the English that is read in the other. Translators convert and round, so neither can be 1.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from time import perf_counter

from bench.shared import SHARED, here
from rashomon.annotate.dates import find_clues
from rashomon.annotate.quantities import find_quantities
from rashomon.types import Block, Document, Quantity, Sentence, Span, TimeClue

FILES = {"ru": "rus", "es": "spa", "de": "deu", "fr": "fra", "it": "ita", "pt": "por", "uk": "ukr", "pl": "pol", "tr": "tur"}


@dataclass(frozen=True, slots=True)
class Line:
    """What was read from one line."""

    text: str
    quantities: tuple[Quantity, ...]
    clues: tuple[TimeClue, ...]


def read(text: str, language: str) -> Line:
    """A line read as a document of its own."""
    block = Block(0, len(text), "body")
    document = Document("line", "line", "", language=language, text=text, blocks=(block,))
    sentences = (Sentence(Span("line", 0, len(text), text), 0),)
    return Line(text, find_quantities(document, sentences, ()), find_clues(document, sentences))


def _numbers(line: Line, least: float) -> list[float]:
    told = {abs(n) for q in line.quantities for n in (q.value, q.low, q.high) if n is not None}
    return sorted(n for n in told if n >= least)


READERS: dict[str, Callable[[Line], Iterable[float]]] = {
    "numbers >= 1000": lambda line: _numbers(line, 1000),
    "numbers >= 10": lambda line: _numbers(line, 10),
    "weekdays": lambda line: {c.weekday for c in line.clues if c.weekday is not None},
    "months": lambda line: {c.month for c in line.clues if c.month is not None},
    "years": lambda line: {c.year for c in line.clues if c.year is not None},
}


def _found(number: float, among: Iterable[float]) -> bool:
    return any(abs(number - other) <= 0.02 * max(abs(number), abs(other)) for other in among)


def _exact(number: float, among: Iterable[float]) -> bool:
    return number in among


def measure(english: list[Line], other: list[Line], name: str, verbose: bool) -> tuple[float, float]:
    """Precision and recall of one kind over all lines."""
    kept = told = read_back = known = 0
    same = _found if name.startswith("numbers") else _exact
    for left, right in zip(english, other, strict=True):
        a, b = list(READERS[name](left)), list(READERS[name](right))
        missed, extra = [n for n in a if not same(n, b)], [n for n in b if not same(n, a)]
        known, read_back = known + len(a), read_back + len(a) - len(missed)
        told, kept = told + len(b), kept + len(b) - len(extra)
        if verbose and (missed or extra):
            print(f"  {name}: missed {missed} extra {extra}\n    {left.text}\n    {right.text}")
    return kept / max(told, 1), read_back / max(known, 1)


def main(arguments: list[str]) -> None:
    """Print a line for each language and kind."""
    if not here("data/ntrex/src.eng.txt"):
        return
    verbose = "--verbose" in arguments
    languages = [a for a in arguments if a in FILES] or list(FILES)
    folder = SHARED / "data" / "ntrex"
    english = [read(line, "en") for line in (folder / "src.eng.txt").read_text("utf-8").splitlines()]
    for language in languages:
        lines = (folder / f"ref.{FILES[language]}.txt").read_text("utf-8").splitlines()
        start = perf_counter()
        other = [read(line, language) for line in lines]
        seconds = perf_counter() - start
        for name in READERS:
            precision, recall = measure(english, other, name, verbose)
            print(f"{language}  {name:16} precision {precision:.3f}  recall {recall:.3f}")
        print(f"{language}  {len(lines) / seconds:.0f} lines a second")


if __name__ == "__main__":
    main(sys.argv[1:])
