"""Words two reports have in common outside quotations: where they stand in the one and in the other.

words outside quotations -> shingles (Broder 1997) -> seeds, extended along both texts -> passages

A long statement quoted by two reporters is no copying, so quoted words are left out on both sides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rashomon.config import OriginConfig
from rashomon.textmatch import fold
from rashomon.types import Article, Document, Passage, Span

DEFAULT = OriginConfig()
_WORD = re.compile(r"[^\W_]+")
_Shingle = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnText:
    """The words of a document outside direct quotations, with where they stand.

    ``shingles`` are keyed by the index of their first word; none reaches across a quotation.
    """

    document: Document
    words: tuple[tuple[int, int], ...]
    shingles: Mapping[int, _Shingle]
    known: frozenset[_Shingle]


@dataclass(frozen=True, slots=True)
class Reuse:
    """What two texts share: passages, and the words of each text that stand in them word for word."""

    passages: tuple[Passage, ...]
    shared: int


@dataclass(frozen=True, slots=True)
class _Run:
    """``length`` words in the same order: where the stretch they stand in begins and ends in both texts."""

    left: int
    right: int
    left_end: int
    right_end: int
    length: int


def own_text(article: Article, config: OriginConfig = DEFAULT) -> OwnText:
    """The words an article tells in its own voice."""
    text = article.document.text
    quoted = bytearray(len(text))
    for quote in article.annotations.quotes:
        if quote.kind == "direct":
            content = quote.content
            quoted[content.start : content.end] = b"\1" * (content.end - content.start)
    words: list[tuple[int, int]] = []
    gaps: list[int] = []
    for match in _WORD.finditer(text):
        if not quoted[match.start()]:
            words.append(match.span())
        elif not gaps or gaps[-1] != len(words):
            gaps.append(len(words))
    folded = [fold(text[start:end]) for start, end in words]
    shingles = {
        i: tuple(folded[i : i + config.shingle])
        for first, last in zip([0, *gaps], [*gaps, len(words)], strict=True)
        for i in range(first, last - config.shingle + 1)
    }
    return OwnText(article.document, tuple(words), shingles, frozenset(shingles.values()))


def by_likeness(texts: Sequence[OwnText]) -> list[tuple[OwnText, OwnText]]:
    """All pairs of texts, those that share most shingles first; of equals in the order given."""
    pairs = [(-len(one.known & other.known), one, other) for one, other in combinations(texts, 2)]
    return [(one, other) for _, one, other in sorted(pairs, key=lambda pair: pair[0])]


def find_reuse(source: OwnText, target: OwnText, config: OriginConfig = DEFAULT, least: float = 1) -> Reuse:
    """The passages of two texts of one language: runs of the same words, a few words changed between.

    The passages stand in the order of the target; ``shared`` counts the words of the runs. Where they
    cannot be ``least`` words, nothing is aligned.
    """
    # Each shingle that both have adds five words at most.
    most = config.shingle * len(source.known & target.known)
    if source.document.language != target.document.language or most < max(least, config.least_passage):
        return Reuse((), 0)
    joined = _joined(_runs(source, target, config), config)
    told = [run for run in joined if run.length >= config.least_passage]
    passages = tuple(
        Passage(_span(source, run.right, run.right_end), _span(target, run.left, run.left_end))
        for run in told
    )
    return Reuse(passages, sum(run.length for run in told))


def _runs(source: OwnText, target: OwnText, config: OriginConfig) -> Iterator[_Run]:
    """The longest runs of the same words, in the order of the target; each word of it is in one at most."""
    places: defaultdict[_Shingle, list[int]] = defaultdict(list)
    for j, shingle in source.shingles.items():
        if shingle in target.known and len(places[shingle]) < config.most_places:
            places[shingle].append(j)
    done = expected = 0
    for i, shingle in target.shingles.items():
        if i < done or shingle not in places:
            continue
        # Of several places that which follows the run before: a copy keeps the order.
        j = min(places[shingle], key=lambda place: (place < expected, abs(place - expected), place))
        length = config.shingle
        while target.shingles.get(i + length - config.shingle + 1) is not None and (
            target.shingles[i + length - config.shingle + 1]
            == source.shingles.get(j + length - config.shingle + 1)
        ):
            length += 1
        done, expected = i + length, j + length
        yield _Run(i, j, done, expected, length)


def _joined(runs: Iterator[_Run], config: OriginConfig) -> list[_Run]:
    """Runs with no more than a few words between them, in both texts, are one passage."""
    joined: list[_Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if (
            last
            and 0 <= run.left - last.left_end <= config.words_between
            and 0 <= run.right - last.right_end <= config.words_between
        ):
            length = last.length + run.length
            joined[-1] = _Run(last.left, last.right, run.left_end, run.right_end, length)
        else:
            joined.append(run)
    return joined


def _span(text: OwnText, first: int, last: int) -> Span:
    document = text.document
    start, end = text.words[first][0], text.words[last - 1][1]
    return Span(document.id, start, end, document.text[start:end])
