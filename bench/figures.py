"""Figures and dates that a translation keeps: English against other languages, line by line, on NTREX-128.

    python -m bench.figures [--verbose] [--peers] [LANGUAGE ...]

Precision is the share of what is read in the other language that is told in the English line too, recall
the share of the English that is told in the other. Numbers are compared in the unit of their kind
(kilometres an hour, kilograms, degrees Celsius), and are the same within 2%; converted ones within 7%, as
translators take a mile for a kilometre and a half; dozens are tens; degrees without a scale may be of
either, or a difference. Translators also drop and add, so neither figure can be 1. Then documents a second
on the annotated piles, and how figures and dates are judged there.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from time import perf_counter, process_time

from bench.figure_peers import Peer, peers
from bench.shared import SHARED, here
from rashomon.annotate.dates import find_clues, find_dates
from rashomon.annotate.quantities import find_quantities
from rashomon.annotate.sentences import split_sentences
from rashomon.clean import clean_page
from rashomon.config import Config
from rashomon.lexicon.units import comparable, difference, in_common, is_converted
from rashomon.read.files import read_pages
from rashomon.types import Block, Document, Quantity, Sentence, Span, TimeClue

FILES = {
    "ru": "rus",
    "es": "spa",
    "de": "deu",
    "fr": "fra",
    "it": "ita",
    "pt": "por",
    "uk": "ukr",
    "pl": "pol",
    "tr": "tur",
    "ar": "arb",
    "zh": "zho-CN",
}
#: Two numbers are the same up to this much apart; converted ones up to the second; 'dozens' is told as 'tens'
#: in most languages.
ROUNDING, CONVERTED, VAGUE = 0.02, 0.07, 0.2
_FAHRENHEIT = "degree Fahrenheit"
_METRIC = frozenset(float(f"1e{n}") for n in range(-6, 13))


@dataclass(frozen=True, slots=True)
class Line:
    """What was read from one line."""

    text: str
    quantities: tuple[Quantity, ...]
    clues: tuple[TimeClue, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the unit it is compared in; ``told`` is the unit it was told in, ``vague``
    marks 'dozens'."""

    value: float
    unit: str = ""
    told: str = ""
    vague: bool = False


def read(text: str, language: str) -> Line:
    """A line read as a document of its own."""
    block = Block(0, len(text), "body")
    document = Document("line", "line", "", language=language, text=text, blocks=(block,))
    sentences = (Sentence(Span("line", 0, len(text), text), 0),)
    return Line(text, find_quantities(document, sentences, ()), find_clues(document, sentences))


def numbers(line: Line) -> list[Number]:
    """Every number of a line once: values and bounds."""
    told = {
        Number(
            abs(n),
            common.unit,
            quantity.unit if _metric(quantity) else "",
            quantity.approximate and quantity.value is None,
        )
        for quantity in line.quantities
        for common in (comparable(quantity),)
        for n in (common.value, common.low, common.high)
        if n is not None
    }
    return sorted(told, key=lambda n: (n.value, n.unit, n.told, n.vague))


def same_number(left: Number, right: Number) -> bool:
    """Whether two numbers are one but for rounding and conversion."""
    if "degree" in (left.told, right.told):
        return any(_near(a, b, CONVERTED) for a in _degrees(left) for b in _degrees(right))
    converted = left.unit == right.unit and is_converted(left.unit) and left.told != right.told
    vague = left.vague and right.vague
    return _near(left.value, right.value, VAGUE if vague else CONVERTED if converted else ROUNDING)


def _metric(quantity: Quantity) -> bool:
    """Whether a length was told in metres, or a power of ten of them; other quantities keep their unit."""
    return quantity.unit != "metre" or quantity.step in _METRIC


def _degrees(number: Number) -> tuple[float, ...]:
    value = number.value
    if number.told != "degree":
        return (value,)
    return value, in_common(value, _FAHRENHEIT)[0], in_common(value, difference(_FAHRENHEIT))[0]


def _near(left: float, right: float, share: float) -> bool:
    return abs(left - right) <= share * max(abs(left), abs(right))


def _of_at_least(least: float) -> Callable[[Line], tuple[list[Number], list[Number]]]:
    """The numbers asked for, and those among which they may be found: 10.2 is near 9.9."""

    def reader(line: Line) -> tuple[list[Number], list[Number]]:
        told = numbers(line)
        return [n for n in told if n.value >= least], told

    return reader


def _of_clues(field: str) -> Callable[[Line], tuple[list[Number], list[Number]]]:
    def reader(line: Line) -> tuple[list[Number], list[Number]]:
        told = sorted({getattr(c, field) for c in line.clues if getattr(c, field) is not None})
        return [Number(n) for n in told], [Number(n) for n in told]

    return reader


READERS: dict[str, Callable[[Line], tuple[list[Number], list[Number]]]] = {
    "numbers >= 1000": _of_at_least(1000),
    "numbers >= 10": _of_at_least(10),
    "weekdays": _of_clues("weekday"),
    "months": _of_clues("month"),
    "years": _of_clues("year"),
}


def measure(english: list[Line], other: list[Line], name: str, verbose: bool) -> tuple[float, float]:
    """Precision and recall of one kind over all lines."""
    kept = told = read_back = known = 0
    same: Callable[[Number, Number], bool] = same_number if name.startswith("numbers") else _equal
    for left, right in zip(english, other, strict=True):
        (asked, among), (said, there) = READERS[name](left), READERS[name](right)
        missed = [n for n in asked if not any(same(n, m) for m in there)]
        extra = [n for n in said if not any(same(n, m) for m in among)]
        known, read_back = known + len(asked), read_back + len(asked) - len(missed)
        told, kept = told + len(said), kept + len(said) - len(extra)
        if verbose and (missed or extra):
            print(
                f"  {name}: missed {_shown(missed)} extra {_shown(extra)}\n    {left.text}\n    {right.text}"
            )
    return kept / max(told, 1), read_back / max(known, 1)


def _equal(left: Number, right: Number) -> bool:
    return left.value == right.value


def _shown(told: Iterable[Number]) -> str:
    return "[" + ", ".join(f"{n.value:g} {n.told}".strip() for n in told) + "]"


def _translations(languages: list[str], verbose: bool) -> None:
    english = [read(line, "en") for line in _lines("src.eng")]
    for language in languages:
        lines = _lines(f"ref.{FILES[language]}")
        start = perf_counter()
        other = [read(line, language) for line in lines]
        seconds = perf_counter() - start
        for name in READERS:
            print(_row(language, name, *measure(english, other, name, verbose)))
        print(f"{language}  {len(lines) / seconds:.0f} lines a second")


def _speed() -> None:
    """Documents a second on the pages of the piles, once the words of every language are at hand."""
    piles = sorted(p for p in (SHARED / "stories").iterdir() if (p / "pages").is_dir())
    documents = [
        cleaned.document
        for pile in piles
        for page in read_pages([str(pile / "pages")], Config().read)
        if (cleaned := clean_page(page)) and cleaned.document.text
    ]
    split = [(document, split_sentences(document)) for document in documents]
    for again in (False, True):
        start = process_time()
        for document, sentences in split:
            find_dates(document, sentences)
            find_clues(document, sentences)
            find_quantities(document, sentences, ())
        if again:
            seconds = process_time() - start
            print(f"{len(split) / seconds:.0f} documents a second, figures and dates of {len(split)} pages")


def _piles() -> None:
    """What the scorer of the piles says of figures and dates."""
    command = f"{sys.executable} -m rashomon.cli compare {{pages}} --json {{out}} --quiet"
    folders = sorted(str(p) for p in (SHARED / "stories").iterdir() if (p / "gold.yaml").exists())
    script = str(SHARED / "score" / "score_story.py")
    told = subprocess.run(
        [sys.executable, script, "-v", command, *folders], capture_output=True, text=True, check=False
    ).stdout
    for line in told.splitlines():
        name = line.partition(":")[0]
        if line[:1].strip():
            kept = re.findall(r"(?:figures_\w+|dates) [\d.]+", line)
            print(f"{name}: {'  '.join(kept)}")
        elif name.strip() in ("figures_found", "figures_verdict", "dates"):
            print(line)


def _peers(others: Iterable[Peer], languages: list[str]) -> None:
    """The first lines read by other libraries, against what they read of the English; and by us."""
    for peer in others:
        for language in languages:
            if language not in peer.languages:
                continue
            names = {"en": "src.eng", language: f"ref.{FILES[language]}"}
            lines = {code: _lines(name)[: peer.lines] for code, name in names.items()}
            start = perf_counter()
            english, other = ([peer.read(line, code) for line in told] for code, told in lines.items())
            seconds = perf_counter() - start
            pairs = list(zip(english, other, strict=True))
            kept = sum(_near_any(n, a) for a, b in pairs for n in b) / max(sum(map(len, other)), 1)
            found = sum(_near_any(n, b) for a, b in pairs for n in a) / max(sum(map(len, english)), 1)
            who = f"{peer.name}, {len(pairs)} lines, {2 * len(pairs) / seconds:.0f} a second"
            print(f"{_row(language, peer.kind, kept, found)}  {who}")
            left, right = ([read(line, code) for line in told] for code, told in lines.items())
            print(
                _row(language, peer.kind, *measure(left, right, peer.kind, False)),
                " Rashomon, the same lines",
            )


def _row(language: str, kind: str, precision: float, recall: float) -> str:
    return f"{language}  {kind:16} precision {precision:.3f}  recall {recall:.3f}"


def _lines(name: str) -> list[str]:
    return (SHARED / "data" / "ntrex" / f"{name}.txt").read_text("utf-8").splitlines()


def _near_any(number: float, among: Iterable[float]) -> bool:
    return any(_near(number, other, ROUNDING) for other in among)


def main(arguments: list[str]) -> None:
    """Print a line for each language and kind."""
    if not here("data/ntrex/src.eng.txt"):
        return
    languages = [a for a in arguments if a in FILES] or list(FILES)
    _translations(languages, "--verbose" in arguments)
    if "--peers" in arguments:
        _peers(peers(), languages)
    if here("stories", "score/score_story.py"):
        _speed()
        _piles()


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except BrokenPipeError:
        # The reader of the pipe has left.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
