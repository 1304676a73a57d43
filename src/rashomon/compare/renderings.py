"""Two renderings of the same words, clause by clause: what one hedges, turns, counts otherwise, drops.

Each rule takes the renderings and yields differences; the words concerned are their spans.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations, permutations

from rashomon.config import RenderingConfig
from rashomon.likeness import Likeness, Weighed, matchable, overlap, weighed
from rashomon.textmatch import clause_bounds, content_words, fold, text_words, words
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


def aligned(renderings: tuple[Rendering, ...]) -> tuple[tuple[Span, ...], ...]:
    """A row for each clause that several quotes render: the clauses that do, in the order of the quotes.

    Clauses are joined where one is the counterpart of the other, so one may stand beside two.
    """
    compared = renderings[: _CONFIG.most_renderings]
    row_of: dict[Span, set[Span]] = {c.span: {c.span} for r in compared for c in r.clauses}
    for one, other in permutations(compared, 2):
        for clause in one.clauses:
            if found := _counterpart(clause, other):
                joined = row_of[clause.span] | row_of[found[0].span]
                row_of.update(dict.fromkeys(joined, joined))
    order = {span: number for number, span in enumerate(row_of)}
    rows = {tuple(sorted(row, key=order.__getitem__)) for row in row_of.values() if len(row) > 1}
    return tuple(sorted(rows, key=lambda row: [order[span] for span in row]))


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
        if i + size <= len(found) and tuple(folded[i : i + size]) in wanted
    )


def _hedges(renderings: tuple[Rendering, ...]) -> Iterator[Difference]:
    """A hedge in one rendering where the clause that renders the same has none."""
    for one in renderings:
        others = [r for r in renderings if r.span.document_id != one.span.document_id]
        found: list[Span] = []
        without: list[Span] = []
        for clause in one.clauses:
            hedges = _hedges_in(clause.span, one.language)
            plain = [c.span for other in others if hedges for c in _unhedged(clause, other)]
            found += hedges if plain else ()
            without += plain
        if without:
            told = ", ".join(f"“{hedge.text}”" for hedge in found)
            yield Difference("hedge", (*found, *dict.fromkeys(without)), f"{told} here; {_count(without)}")


def _hedges_in(span: Span, language: str | None) -> tuple[Span, ...]:
    """The hedges of a span, but for those in a phrase that weakens nothing."""
    firm = _found(span, text_words(language).firm)
    hedges = _found(span, text_words(language).hedges)
    return tuple(h for h in hedges if not any(f.start <= h.start and h.end <= f.end for f in firm))


def _unhedged(clause: Clause, other: Rendering) -> Iterator[Clause]:
    """The clause of another rendering that renders this one, if it has no hedge."""
    found = _counterpart(clause, other)
    if found and not _hedges_in(found[0].span, other.language):
        yield found[0]


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
                pair = clause.span, found[0].span
                yield Difference("negation", pair, reason, (pair,))


def _numbers(renderings: tuple[Rendering, ...]) -> Iterator[Difference]:
    """Another number of the same unit in the clause that renders the same, told once with all who tell it."""
    pairs: list[tuple[Quantity, Quantity]] = []
    for one, other in combinations(renderings, 2):
        for clause in one.clauses if one.span.document_id != other.span.document_id else ():
            if found := _counterpart(clause, other):
                pairs += _unlike(one, clause.span, other, found[0].span)
    for unit in dict.fromkeys(left.unit for left, _ in pairs):
        told = dict.fromkeys(q for pair in pairs if pair[0].unit == unit for q in pair)
        values: dict[float | None, list[Span]] = {}
        for quantity in told:
            values.setdefault(quantity.value, []).append(quantity.span)
        reason = ", ".join(f"“{spans[0].text}” in {len(spans)}" for spans in values.values())
        reason += " of the renderings that count it"
        sides = tuple((left.span, right.span) for left, right in pairs if left.unit == unit)
        yield Difference("number", tuple(q.span for q in told), reason, sides)


def _unlike(one: Rendering, left: Span, other: Rendering, right: Span) -> Iterator[tuple[Quantity, Quantity]]:
    """The figures of two clauses that count the same otherwise."""
    rights = tuple(_inside(other.quantities, right))
    for quantity in _inside(one.quantities, left):
        if _counts_otherwise(quantity, rights):
            yield from ((quantity, q) for q in rights if q.unit == quantity.unit)


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
                reason = f"no other rendering has this clause (at most {max(shares):.0%} of its words)"
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


def word_for_word(one: Span, other: Span) -> float:
    """The share of the words of the shorter that the other has in the same order, 0 to 1."""
    left, right, matcher = _matched(one, other)
    shortest = min(len(left), len(right))
    return _same(matcher) / shortest if shortest else 0.0


def _matched(one: Span, other: Span) -> tuple[list[re.Match[str]], list[re.Match[str]], SequenceMatcher[str]]:
    """The words of two spans, and what they have in the same order."""
    left, right = list(_WORD.finditer(one.text)), list(_WORD.finditer(other.text))
    folded = [fold(m[0]) for m in left], [fold(m[0]) for m in right]
    return left, right, SequenceMatcher(None, *folded, autojunk=False)


def _same(matcher: SequenceMatcher[str]) -> int:
    return sum(block.size for block in matcher.get_matching_blocks())


def _reworded(one: Span, other: Span) -> Difference | None:
    left, right, matcher = _matched(one, other)
    same = _same(matcher)
    shortest = min(len(left), len(right))
    told = f"{same} of {shortest} words are the same and in the same order"
    changed = [op for op in matcher.get_opcodes() if op[0] == "replace"][: _CONFIG.most_changes]
    if same < _CONFIG.word_for_word * shortest:
        reason = f"another translation or paraphrase: {told}"
        return Difference("wording", (one, other), reason, ((one, other),))
    if not changed:
        return None
    here = [part(one, left[op[1]].start(), left[op[2] - 1].end()) for op in changed]
    there = [part(other, right[op[3]].start(), right[op[4] - 1].end()) for op in changed]
    pairs = tuple(zip(here, there, strict=True))
    words_told = ", ".join(f"“{a.text}” / “{b.text}”" for a, b in pairs)
    return Difference("wording", (*here, *there), f"{told}; {words_told}", pairs)


_RULES = (_hedges, _negations, _numbers, _dropped, _wordings)


def _count(found: list[Span]) -> str:
    """How many renderings have no hedge: "3 other renderings have no hedge"."""
    reports = len({span.document_id for span in found})
    return "the other rendering has no hedge" if reports == 1 else f"{reports} other renderings have no hedge"
