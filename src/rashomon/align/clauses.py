"""The units that statements are made of: clauses with content enough to tell something alone."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from rashomon.likeness import Matchable, matchable
from rashomon.textmatch import attributions, bearers, blanked, clause_bounds
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
    articles: tuple[Article, ...],
    actors: tuple[Actor, ...],
    fewest_words: int,
    fewest_words_of_a_sentence: int,
    fewest_words_beside_names: int = 2,
) -> tuple[Clause, ...]:
    """The clauses of all reports in order; a sentence with fewer content words tells too little.

    Who says it ("the minister said") is no content: the words of sources and cues count for nothing.
    """
    names = _names(articles, actors)
    found: list[Clause] = []
    number = 0
    for article in articles:
        language = article.document.language
        known = names[article.document.id], _facts(article)
        said, named = attributions(article.annotations), bearers(article.annotations)
        for sentence in article.annotations.sentences:
            whole = sentence.span
            content = blanked(whole.text, whole.start, said)
            context = _matchable(whole, content, language, *known)
            told = matchable(blanked(content, whole.start, named), language)
            if len(context.words) < fewest_words_of_a_sentence or len(told.words) < fewest_words_beside_names:
                continue
            bounds = clause_bounds(whole.text, language, fewest_words, content) or ((0, len(whole.text)),)
            for start, end in bounds:
                span = Span(whole.document_id, whole.start + start, whole.start + end, whole.text[start:end])
                text = _matchable(span, content[start:end], language, *known) if len(bounds) > 1 else context
                found.append(Clause(span, whole, number, text, context))
            number += 1
    return tuple(found)


#: What other stages have read in a document: start, end, key, in order.
_Marks = list[tuple[int, int, str]]


def _names(articles: tuple[Article, ...], actors: tuple[Actor, ...]) -> dict[str, _Marks]:
    """For each document the mentions of actors."""
    found: dict[str, _Marks] = {a.document.id: [] for a in articles}
    for actor in actors:
        for mention in actor.mentions:
            if mention.document_id in found:
                found[mention.document_id].append((mention.start, mention.end, f"a/{actor.id}"))
    return {document: sorted(marks) for document, marks in found.items()}


def _facts(article: Article) -> _Marks:
    """The days a report tells, other than its own, its quantities, and what they count."""
    own = (article.document.published or "")[:10]
    days = [(d.span.start, d.span.end, f"d/{d.value[:10]}") for d in article.annotations.dates]
    quantities = [
        (q.span.start, q.span.end, f"q/{number:g} {q.unit}")
        for q in article.annotations.quantities
        for number in (q.value, q.low, q.high)
        if number is not None
    ]
    frames = [(q.span.start, q.span.end, f"f/{q.frame}") for q in article.annotations.quantities if q.frame]
    return sorted((*(day for day in days if day[2] != f"d/{own}"), *quantities, *frames))


def _matchable(span: Span, content: str, language: str | None, names: _Marks, facts: _Marks) -> Matchable:
    """The keys of what a span tells: ``content`` is its text with blanks for who says it."""
    inside = ((start - span.start, end - span.start, key) for start, end, key in _within(names, span))
    heard = [(start, end, key) for start, end, key in inside if content[start:end].strip()]
    told = sorted({key for _, _, key in _within(facts, span)})
    return matchable(content, language, heard, told)


def _within(marks: _Marks, span: Span) -> _Marks:
    first, last = (bisect_left(marks, (place, 0, "")) for place in (span.start, span.end))
    return [mark for mark in marks[first:last] if mark[1] <= span.end]
