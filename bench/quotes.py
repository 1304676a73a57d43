"""Quotes against three annotated corpora: PolNeAR (English), Wikinews (German), FrameNet (French).

python -m bench.quotes [--split dev|train] [--limit N] [--errors N]

A quote counts as found when the content's characters overlap by half or more (intersection over union);
"exact" leaves quotation marks and punctuation at the edges aside. Quotes under one cue are one attribution,
as in PARC 3, whose scheme PolNeAR follows. Of PolNeAR only attributions with a cue of speech count;
what is found of the others is no error.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.shared import SHARED, here
from rashomon.annotate.quotes import find_quotes
from rashomon.annotate.sentences import split_sentences
from rashomon.types import Block, Document, Quote, Span

FOLDER = "data/quotes"
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\n)[^\n]+)*")
_EDGE = re.compile(r"^[\W_]+|[\W_]+$")
MIN_IOU = 0.5

Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Content, kind, cue and source of one attribution, gold or found; ranges in code points."""

    content: Ranges
    kind: str
    cue: str
    source: str
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Sample:
    """An annotated text."""

    id: str
    language: str
    text: str
    gold: tuple[Attribution, ...]


def read_samples(file: Path, split: str, speech: re.Pattern[str] | None) -> Iterator[Sample]:
    """The texts of a split; with ``speech`` only attributions with such a cue count."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if split in (row["split"], "all") or row["split"] == "all":
                gold = (_gold(row["text"], quote, speech) for quote in row["quotes"])
                yield Sample(row["id"], row["lang"], row["text"], tuple(g for g in gold if g.content))


def _gold(text: str, quote: dict[str, Any], speech: re.Pattern[str] | None) -> Attribution:
    def words(key: str) -> str:
        return " ".join(text[int(a) : int(b)] for a, b in quote[key])

    content = tuple((int(a), int(b)) for a, b in quote["content"])
    cue = words("cue").lower().replace("\xa0", " ")
    counts = speech is None or bool(speech.search(cue))
    return Attribution(content, str(quote["type"]).lower(), cue, words("source"), counts)


def document_of(sample: Sample) -> Document:
    """The text as a cleaned page would give it: paragraphs as blocks."""
    blocks = tuple(Block(m.start(), m.end(), "body") for m in _PARAGRAPH.finditer(sample.text))
    return Document(sample.id, sample.id, "", language=sample.language, text=sample.text, blocks=blocks)


def find(document: Document) -> tuple[Quote, ...]:
    """The quotes, by the function a run uses."""
    return find_quotes(document, split_sentences(document))


def pieces(quotes: Iterable[Quote]) -> tuple[Attribution, ...]:
    """Each quote by itself, and the clause around a quoted fragment as one more, as Wikinews has it."""
    found: dict[Ranges, Attribution] = {}
    for quote in quotes:
        cue, source = quote.cue.text if quote.cue else "", quote.source.text if quote.source else ""
        for span, kind in ((quote.content, quote.kind), (quote.clause, "indirect")):
            if span:
                content = ((span.start, span.end),)
                found.setdefault(content, Attribution(content, kind, cue, source))
    return tuple(found.values())


def joined(quotes: Iterable[Quote], speech: re.Pattern[str] | None) -> tuple[Attribution, ...]:
    """One attribution for all quotes under the same cue; one for each quote without cue."""
    groups: dict[tuple[int, int], list[Quote]] = {}
    for quote in quotes:
        key = (quote.cue.start, quote.cue.end) if quote.cue else (-1, quote.content.start)
        groups.setdefault(key, []).append(quote)
    found = []
    for group in groups.values():
        cue = group[0].cue.text.lower() if group[0].cue else ""
        kinds = {q.kind for q in group}
        found.append(
            Attribution(
                merged((q.clause or q.content) for q in group),
                kinds.pop() if len(kinds) == 1 else "mixed",
                cue,
                group[0].source.text if group[0].source else "",
                speech is None or not cue or bool(speech.search(cue)),
            )
        )
    return tuple(found)


def merged(spans: Iterable[Span]) -> Ranges:
    """The ranges of the spans, overlapping ones made one."""
    ranges: list[tuple[int, int]] = []
    for start, end in sorted((s.start, s.end) for s in spans):
        if ranges and start <= ranges[-1][1] + 2:
            ranges[-1] = (ranges[-1][0], max(end, ranges[-1][1]))
        else:
            ranges.append((start, end))
    return tuple(ranges)


def iou(a: Ranges, b: Ranges) -> float:
    """Intersection over union of two sets of ranges."""
    common = sum(max(0, min(e, f) - max(s, t)) for s, e in a for t, f in b)
    total = sum(e - s for s, e in a) + sum(e - s for s, e in b) - common
    return common / total if total else 0.0


def _same(text: str, a: Ranges, b: Ranges) -> bool:
    def core(ranges: Ranges) -> str:
        return _EDGE.sub("", text[ranges[0][0] : ranges[-1][1]])

    return core(a) == core(b)


@dataclass(slots=True)
class Tally:
    """Counts over a corpus."""

    gold: int = 0
    found: int = 0
    overlap: int = 0
    exact: int = 0
    seconds: float = 0.0
    documents: int = 0
    of_kind: Counter[str] | None = None
    hit_kind: Counter[str] | None = None


def tally(samples: Iterable[Sample], speech: re.Pattern[str] | None, errors: int) -> Tally:
    """Match greedily by overlap, best first."""
    total = Tally(of_kind=Counter(), hit_kind=Counter())
    for sample in samples:
        document = document_of(sample)
        begin = time.perf_counter()
        quotes = find(document)
        total.seconds += time.perf_counter() - begin
        total.documents += 1
        found = pieces(quotes) if sample.language == "de" else joined(quotes, speech)
        _match(sample, found, total, errors)
    return total


def _match(sample: Sample, found: tuple[Attribution, ...], total: Tally, errors: int) -> int:
    pairs = sorted(
        ((iou(g.content, f.content), -i, -j) for i, g in enumerate(sample.gold) for j, f in enumerate(found)),
        reverse=True,
    )
    gold_of: dict[int, int] = {}
    taken: set[int] = set()
    for score, i, j in pairs:
        if score >= MIN_IOU and -j not in gold_of and -i not in taken:
            gold_of[-j] = -i
            taken.add(-i)
    assert total.of_kind is not None and total.hit_kind is not None
    for i, gold in enumerate(sample.gold):
        if gold.counts:
            total.gold += 1
            total.of_kind[gold.kind] += 1
            total.hit_kind[gold.kind] += i in taken
    shown = 0
    for j, item in enumerate(found):
        hit = gold_of.get(j)
        if (hit is None and item.counts) or (hit is not None and sample.gold[hit].counts):
            total.found += 1
        if hit is not None and sample.gold[hit].counts:
            total.overlap += 1
            total.exact += _same(sample.text, sample.gold[hit].content, item.content)
        elif hit is None and item.counts and shown < errors:
            shown += _show("extra", sample, item)
    for i, gold in enumerate(sample.gold):
        if gold.counts and i not in taken and shown < errors:
            shown += _show("missed", sample, gold)
    return shown


def _show(what: str, sample: Sample, item: Attribution) -> int:
    start, end = item.content[0][0], item.content[-1][1]
    text = sample.text
    around = f"{text[max(0, start - 60) : start]}[[{text[start:end]}]]{text[end : end + 50]}".replace(
        "\n", " / "
    )
    print(f"  {what} {item.kind} <{item.cue}> <{item.source}>: {around}")
    return 1


def _f1(hits: int, found: int, gold: int) -> float:
    return 200 * hits / (found + gold) if found + gold else 0.0


def report(name: str, total: Tally) -> None:
    """One line of scores and one of recall by kind."""
    print(
        f"{name}: overlap F1 {_f1(total.overlap, total.found, total.gold):.1f}"
        f" (P {100 * total.overlap / max(total.found, 1):.1f}"
        f" R {100 * total.overlap / max(total.gold, 1):.1f})"
        f"  exact F1 {_f1(total.exact, total.found, total.gold):.1f}  gold {total.gold} found {total.found}"
        f"  {total.documents / max(total.seconds, 1e-9):.0f} documents/s"
    )
    kinds = total.of_kind or Counter()
    hits = total.hit_kind or Counter()
    print("   recall: " + "  ".join(f"{k} {100 * hits[k] / n:.1f} of {n}" for k, n in sorted(kinds.items())))


def main() -> int:
    """Measure on all three corpora."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--split", default="dev")
    parser.add_argument("--limit", type=int, default=100_000)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--corpus", default="")
    options = parser.parse_args()
    corpora = ("polnear-en", "wikinews-de", "framenet-fr")
    if not here(f"{FOLDER}/cue_speech.re", *(f"{FOLDER}/{name}.jsonl.gz" for name in corpora)):
        return 0
    speech = re.compile((SHARED / FOLDER / "cue_speech.re").read_text("utf-8").strip())
    for name in corpora:
        if options.corpus in name:
            only = speech if name == "polnear-en" else None
            samples = list(read_samples(SHARED / FOLDER / f"{name}.jsonl.gz", options.split, only))
            report(name, tally(samples[: options.limit], only, options.errors))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
