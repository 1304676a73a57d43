"""The units that statements are made of: clauses with content enough to tell something alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.textmatch import Matchable, clause_bounds, matchable
from rashomon.types import Actor, Article, Span


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause, its sentence with the number it has in the story, and both ready to be compared."""

    span: Span
    whole: Span
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
            whole = sentence.span
            bounds = clause_bounds(whole.text, language, fewest_words)
            if not bounds:
                continue
            context = _matchable(whole, language, known)
            for start, end in bounds:
                span = Span(whole.document_id, whole.start + start, whole.start + end, whole.text[start:end])
                text = context if len(bounds) == 1 else _matchable(span, language, known)
                found.append(Clause(span, whole, number, text, context))
            number += 1
    return tuple(found)


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
    return matchable(span.text, language, sorted(set(inside)))
