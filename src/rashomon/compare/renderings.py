"""Two renderings of the same words, clause by clause: what one hedges, turns, counts otherwise, drops.

Each rule takes the renderings and yields differences; the words concerned are their spans.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from rashomon.config import RenderingConfig
from rashomon.textmatch import (
    Likeness,
    Weighed,
    clause_bounds,
    content_words,
    fold,
    matchable,
    overlap,
    text_words,
    weighed,
    words,
)
from rashomon.types import Difference, Quantity, Span

_CONFIG = RenderingConfig()
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a rendering, ready to be compared."""

    span: Span
    text: Weighed


@dataclass(frozen=True, slots=True)
class Rendering:
    """One quote of an utterance: its words, its clauses and the quantities told in it."""

    span: Span
    language: str | None
    direct: bool
    text: Weighed
    clauses: tuple[Clause, ...]
    quantities: tuple[Quantity, ...]


def rendering(span: Span, language: str | None, direct: bool, quantities: tuple[Quantity, ...]) -> Rendering:
    """A quote's words made ready; a quote too short for a clause is one clause."""
    bounds = clause_bounds(span.text, language, _CONFIG.fewest_words) or ((0, len(span.text)),)
    clauses = tuple(_clause(part(span, start, end), language) for start, end in bounds)
    return Rendering(span, language, direct, weighed(matchable(span.text, language), {}), clauses, quantities)


def part(span: Span, start: int, end: int) -> Span:
    """A piece of a span, by places in its own text."""
    return Span(span.document_id, span.start + start, span.start + end, span.text[start:end])


def _clause(span: Span, language: str | None) -> Clause:
    return Clause(span, weighed(matchable(span.text, language), {}))


def differences(renderings: tuple[Rendering, ...]) -> tuple[Difference, ...]:
    """All that is found to differ, the telling kinds first; a wording that many repeat is taken once."""
    once: dict[tuple[str, ...], Rendering] = {}
    for r in renderings:
        once.setdefault(words(r.span.text), r)
    compared = tuple(once.values())[: _CONFIG.most_renderings]
    return tuple(difference for rule in _RULES for difference in rule(compared))


def _counterpart(clause: Clause, other: Rendering) -> tuple[Clause, Likeness] | None:
    """The clause of another rendering that renders this one, with how like they are, if there is one."""
    scored = [(overlap(clause.text, c.text), c) for c in other.clauses]
    like, best = max(scored, key=lambda pair: pair[0].score)
    alike = like.most >= _CONFIG.counterpart
    return (best, like) if alike and like.shared >= _CONFIG.shared_words else None


def _found(span: Span, phrases: tuple[str, ...]) -> tuple[Span, ...]:
    """Where words or phrases of a list stand in a span."""
    wanted = {tuple(_WORD.findall(phrase.casefold())) for phrase in phrases}
    sizes = sorted({len(phrase) for phrase in wanted if phrase})
    found = list(_WORD.finditer(span.text))
    folded = [m[0].casefold() for m in found]
    return tuple(
        part(span, found[i].start(), found[i + size - 1].end())
        for i in range(len(found))
        for size in sizes
        if tuple(folded[i : i + size]) in wanted
    )


def _hedges(renderings: tuple[Rendering, ...]) -> Iterator[Difference]:
    """A hedge in one rendering where the clause that renders the same has none."""
    for one in renderings:
        for clause in one.clauses:
            hedges = _found(clause.span, text_words(one.language).hedges)
            without = tuple(
                found[0].span
                for other in renderings
                if other.span.document_id != one.span.document_id and hedges
                for found in (_counterpart(clause, other),)
                if found and not _found(found[0].span, text_words(other.language).hedges)
            )
            if without:
                told = ", ".join(f"“{hedge.text}”" for hedge in hedges)
                reason = f"{told} in this rendering; {_count(without)} none in the same words"
                yield Difference("hedge", (*hedges, *without), reason)


def _negations(renderings: tuple[Rendering, ...]) -> Iterator[Difference]:
    """The same clause with and without a negation, in one language and otherwise nearly word for word."""
    for one, other in combinations(renderings, 2):
        if one.language != other.language or one.span.document_id == other.span.document_id:
            continue
        listed = text_words(one.language).negations
        for clause in one.clauses:
            found = _counterpart(clause, other)
            if not found or found[1].least < _CONFIG.nearly_same:
                continue
            left, right = _found(clause.span, listed), _found(found[0].span, listed)
            if bool(left) != bool(right):
                told = ", ".join(f"“{n.text}”" for n in left or right)
                reason = f"{told} stands in one of two renderings that share their other words"
                yield Difference("negation", (clause.span, found[0].span), reason)


def _numbers(renderings: tuple[Rendering, ...]) -> Iterator[Difference]:
    """Another number of the same unit in the clause that renders the same."""
    for one, other in combinations(renderings, 2):
        for clause in one.clauses:
            found = _counterpart(clause, other)
            if not found or one.span.document_id == other.span.document_id:
                continue
            for left in _inside(one.quantities, clause.span):
                rights = tuple(_inside(other.quantities, found[0].span))
                if _counts_otherwise(left, rights):
                    alike = [q for q in rights if q.unit == left.unit]
                    told = " and ".join(f"“{q.span.text}”" for q in alike)
                    reason = f"“{left.span.text}” in one rendering, {told} in the other"
                    yield Difference("number", (left.span, *(q.span for q in alike)), reason)


def _counts_otherwise(one: Quantity, others: tuple[Quantity, ...]) -> bool:
    """Whether a figure is told of the same thing with another value, as far as unit and frame tell."""
    alike = [q for q in others if q.unit == one.unit]
    same_thing = all(q.frame is None or one.frame is None or q.frame == one.frame for q in alike)
    return (
        bool(alike)
        and same_thing
        and one.value is not None
        and all(_apart(one.value, q.value) for q in alike)
    )


def _inside(quantities: tuple[Quantity, ...], span: Span) -> Iterator[Quantity]:
    return (q for q in quantities if span.start <= q.span.start and q.span.end <= span.end)


def _apart(one: float, other: float | None) -> bool:
    return other is not None and abs(one - other) > 0.01 * max(abs(one), abs(other))


def _dropped(renderings: tuple[Rendering, ...]) -> Iterator[Difference]:
    """A clause with content of which no other report's rendering has the words."""
    for one in renderings:
        others = [r for r in renderings if r.span.document_id != one.span.document_id]
        for clause in one.clauses:
            if len(content_words(clause.span.text, one.language)) < _CONFIG.fewest_words:
                continue
            shares = [overlap(clause.text, other.text).of_left for other in others]
            if shares and max(shares) <= _CONFIG.dropped:
                reason = (
                    f"this clause is not found in the other renderings ({max(shares):.0%} of its words are)"
                )
                yield Difference("dropped", (clause.span,), reason)


def _wordings(renderings: tuple[Rendering, ...]) -> Iterator[Difference]:
    """Other words for the same in two quotations of one language: single ones, or another translation."""
    for one, other in combinations(renderings, 2):
        same_report = one.span.document_id == other.span.document_id
        if same_report or one.language != other.language or not (one.direct and other.direct):
            continue
        like = overlap(one.text, other.text)
        if like.least >= _CONFIG.comparable and (found := _reworded(one.span, other.span)):
            yield found


def _reworded(one: Span, other: Span) -> Difference | None:
    left, right = list(_WORD.finditer(one.text)), list(_WORD.finditer(other.text))
    folded = [fold(m[0]) for m in left], [fold(m[0]) for m in right]
    matcher = SequenceMatcher(None, *folded, autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    shortest = min(len(left), len(right))
    told = f"{same} of {shortest} words are the same and in the same order"
    changed = [op for op in matcher.get_opcodes() if op[0] == "replace"][: _CONFIG.most_changes]
    if same < _CONFIG.word_for_word * shortest:
        return Difference("wording", (one, other), f"another translation or paraphrase: {told}")
    if not changed:
        return None
    here = [part(one, left[op[1]].start(), left[op[2] - 1].end()) for op in changed]
    there = [part(other, right[op[3]].start(), right[op[4] - 1].end()) for op in changed]
    pairs = ", ".join(f"“{a.text}” / “{b.text}”" for a, b in zip(here, there, strict=True))
    return Difference("wording", (*here, *there), f"{told}; {pairs}")


_RULES = (_hedges, _negations, _numbers, _dropped, _wordings)


def _count(found: tuple[Span, ...]) -> str:
    return "another one has" if len(found) == 1 else f"{len(found)} others have"
