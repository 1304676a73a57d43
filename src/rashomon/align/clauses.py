"""The units that statements are made of: clauses with content enough to tell something alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.textmatch import Matchable, content_words, matchable
from rashomon.types import Actor, Article, Sentence, Span

#: Where a clause may end: a comma, a colon, a semicolon, a dash that stands free.
_CUT = re.compile(r"[;:,](?=\s)|\s[-\u2013\u2014](?=\s)")
_EDGES = " \t\n\r,;:-\u2013\u2014"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause, the number of its sentence, and both made ready to be compared."""

    span: Span
    language: str | None
    sentence: int
    text: Matchable
    context: Matchable


def clauses_of(
    articles: tuple[Article, ...], actors: tuple[Actor, ...], fewest_words: int
) -> tuple[Clause, ...]:
    """The clauses of all reports in order; sentences with fewer content words tell too little."""
    facts = _facts(articles, actors)
    found: list[Clause] = []
    number = 0
    for article in articles:
        language, known = article.document.language, facts[article.document.id]
        for sentence in article.annotations.sentences:
            pieces = tuple(_pieces(article, sentence, fewest_words))
            context = _matchable(sentence.span, language, known) if pieces else None
            for span in pieces:
                text = context if len(pieces) == 1 else _matchable(span, language, known)
                assert text is not None and context is not None
                found.append(Clause(span, language, number, text, context))
            number += 1
    return tuple(found)


def _pieces(article: Article, sentence: Sentence, fewest_words: int) -> Iterator[Span]:
    """The sentence cut where both sides have content enough; nothing where it has too little itself."""
    text, start = sentence.span.text, 0
    ends: list[int] = []
    for cut in [m.end() for m in _CUT.finditer(text)] + [len(text)]:
        if len(content_words(text[start:cut], article.document.language)) >= fewest_words:
            ends.append(cut)
            start = cut
    if ends:
        ends[-1] = len(text)
    for start, end in zip([0, *ends], ends, strict=False):
        yield _trimmed(sentence.span, start, end)


def _trimmed(whole: Span, start: int, end: int) -> Span:
    piece = whole.text[start:end]
    left = len(piece) - len(piece.lstrip(_EDGES))
    right = len(piece.rstrip(_EDGES))
    return Span(whole.document_id, whole.start + start + left, whole.start + start + right, piece[left:right])


def _facts(
    articles: tuple[Article, ...], actors: tuple[Actor, ...]
) -> dict[str, tuple[list[int], list[str]]]:
    """For each document the starts and keys of what other stages found: actors, days, quantities."""
    marks: dict[str, list[tuple[int, str]]] = {a.document.id: [] for a in articles}
    for actor in actors:
        for mention in actor.mentions:
            if mention.document_id in marks:
                marks[mention.document_id].append((mention.start, f"a/{actor.id}"))
    for article in articles:
        found, published = marks[article.document.id], (article.document.published or "")[:10]
        found += [
            (d.span.start, f"d/{d.value[:10]}") for d in article.annotations.dates if d.value != published
        ]
        found += [
            (q.span.start, f"q/{number:g} {q.unit}")
            for q in article.annotations.quantities
            for number in (q.value, q.low, q.high)
            if number is not None
        ]
    ordered = {document: sorted(found) for document, found in marks.items()}
    return {i: ([start for start, _ in found], [key for _, key in found]) for i, found in ordered.items()}


def _matchable(span: Span, language: str | None, known: tuple[list[int], list[str]]) -> Matchable:
    starts, keys = known
    inside: Iterable[str] = keys[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
    return matchable(span.text, language, sorted(set(inside)), letters=False)
