"""Verdicts on statements.

groups of spans -> who tells it, from how many hands -> verdict with its reason -> the important ones first
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import PurePath

from rashomon.config import StatementConfig
from rashomon.textmatch import (
    content_words,
    likeness,
    match_keys,
    matchable,
    overlap,
    text_words,
    weighed,
    words,
)
from rashomon.types import Article, Document, Figure, Origin, Span, Statement, Verdict

_CONFIG = StatementConfig()


@dataclass(frozen=True, slots=True)
class _Story:
    """What a verdict looks at: the reports, which of them share a hand, and the figures in conflict."""

    articles: Mapping[str, Article]
    origin: Mapping[str, int]
    conflicts: tuple[Figure, ...]


def compare_statements(
    groups: tuple[tuple[Span, ...], ...],
    articles: tuple[Article, ...],
    figures: tuple[Figure, ...],
    origins: tuple[Origin, ...],
) -> tuple[Statement, ...]:
    """A statement for each group: what is sure first, most independent origins first, then the early.

    Of what one report alone tells, only what names, counts or quotes is kept, and at most
    ``StatementConfig.most_singles`` of it; every group that several reports tell is listed.
    """
    origin = {i: number for number, o in enumerate(origins) for i in o.document_ids}
    conflicts = tuple(figure for figure in figures if figure.verdict == "differ")
    story = _Story({a.document.id: a for a in articles}, origin, conflicts)
    stated = [_statement(group, story) for group in groups if _reports(group) > 1]
    stated.sort(key=lambda s: (s.verdict == "undecided", *_order(s.members, story)))
    stated += [_statement(group, story) for group in _telling_singles(groups, story)]
    return tuple(replace(statement, id=f"t{n}") for n, statement in enumerate(stated, 1))


def _order(group: tuple[Span, ...], story: _Story) -> tuple[int, int, tuple[float, str, int]]:
    return -_hands(group, story), -_reports(group), _place(group, story)


def _telling_singles(groups: Iterable[tuple[Span, ...]], story: _Story) -> list[tuple[Span, ...]]:
    """What one report alone tells, the weightiest first."""
    weighted = [(-_weight(g, story), _place(g, story), g) for g in groups if _reports(g) == 1]
    telling = [item for item in weighted if -item[0] >= _CONFIG.least_single]
    telling.sort(key=lambda item: item[:2])
    return [group for _, _, group in telling[: _CONFIG.most_singles]]


def _reports(group: Iterable[Span]) -> int:
    return len({span.document_id for span in group})


def _hands(group: Iterable[Span], story: _Story) -> int:
    """Independent origins: reports that go back to one hand count once."""
    return len({story.origin.get(span.document_id, span.document_id) for span in group})


def _place(group: tuple[Span, ...], story: _Story) -> tuple[float, str, int]:
    """How early it stands, 0 to 1, for news tells first what matters; then what makes the order unique."""
    depths = [span.start / max(len(story.articles[span.document_id].document.text), 1) for span in group]
    return sum(depths) / len(depths), group[0].document_id, group[0].start


def _weight(group: tuple[Span, ...], story: _Story) -> int:
    """How much a statement names, counts and quotes: each mention, quantity, date and quote is one."""
    total = 0
    for span in group:
        found = story.articles[span.document_id].annotations
        marks = (
            *(m.span for m in found.mentions),
            *(q.span for q in found.quantities),
            *(d.span for d in found.dates),
            *(q.content for q in found.quotes),
        )
        total += sum(mark.start < span.end and span.start < mark.end for mark in marks)
    return total


def _statement(group: tuple[Span, ...], story: _Story) -> Statement:
    verdict, reason = next(found for rule in _RULES if (found := rule(group, story)))
    return Statement("", verdict, reason, group)


def _one_report(group: tuple[Span, ...], story: _Story) -> tuple[Verdict, str] | None:
    if _reports(group) > 1:
        return None
    document = story.articles[group[0].document_id].document
    return "single", f"found in {_name(document)} alone; not found in the text of the other reports"


def _figures_differ(group: tuple[Span, ...], story: _Story) -> tuple[Verdict, str] | None:
    """Figures in conflict stand in the members of two reports."""
    for figure in story.conflicts:
        inside = [v for v in figure.values if any(_within(v.span, member) for member in group)]
        if len({v.span.document_id for v in inside}) > 1:
            told = ", ".join(dict.fromkeys(f"“{v.span.text}”" for v in inside))
            return "differ", f"{_count(group, story)}; the figures for {figure.what} differ: {told}"
    return None


def _negated(group: tuple[Span, ...], story: _Story) -> tuple[Verdict, str] | None:
    """One of two members that are otherwise nearly the same words has a negation."""
    for one, other in combinations(group[: _CONFIG.most_compared], 2):
        languages = [story.articles[s.document_id].document.language for s in (one, other)]
        if one.document_id == other.document_id or languages[0] != languages[1]:
            continue
        negations = {n for n in text_words(languages[0]).negations if " " not in n}
        found = [sorted(negations.intersection(words(s.text))) for s in (one, other)]
        if bool(found[0]) == bool(found[1]):
            continue
        texts = [matchable(s.text, languages[0]) for s in (one, other)]
        like = likeness(texts[0], texts[1], {})
        if like.least >= _CONFIG.nearly_same and like.shared >= _CONFIG.enough_shared:
            told = ", ".join(f"“{n}”" for n in (found[0] or found[1]))
            return (
                "differ",
                f"{_count(group, story)}; {told} stands in one of two that share their other words",
            )
    return None


def _counted_otherwise(group: tuple[Span, ...], story: _Story) -> tuple[Verdict, str] | None:
    """No two reports have a figure of one unit in common: whether they count the same thing is open."""
    told: defaultdict[str, dict[str, set[float]]] = defaultdict(dict)
    for span in group:
        for q in story.articles[span.document_id].annotations.quantities:
            numbers = {n for n in (q.value, q.low, q.high) if n is not None}
            if _within(q.span, span):
                told[q.unit].setdefault(span.document_id, set()).update(numbers)
    for unit, reports in sorted(told.items()):
        values = [numbers for _, numbers in sorted(reports.items())]
        if len(values) > 1 and not any(a & b for a, b in combinations(values, 2)):
            counts = " | ".join(", ".join(f"{n:g}" for n in sorted(numbers)) for numbers in values)
            reason = f"figures of the unit {unit} differ ({counts}), maybe of different things"
            return "undecided", f"{_count(group, story)}; {reason}"
    return None


def _told_by_several(group: tuple[Span, ...], story: _Story) -> tuple[Verdict, str] | None:
    """Agreement where each member has a partner in another report that is like it; else it is not sure."""
    shared, close = _shared_words(group, story), _closeness(group, story)
    told = f"; shared: {', '.join(shared)}" if shared else "; no word is shared by most"
    sure = close >= _CONFIG.least_close and len(shared) >= _CONFIG.fewest_shared
    words = f"{_count(group, story)}{told}; {close:.0%} of the words of a member and its nearest are shared"
    return ("agree", words) if sure else ("undecided", f"{words}, too few to be sure that they tell the same")


def _closeness(group: tuple[Span, ...], story: _Story) -> float:
    """The share of words that a member and its nearest of another report have in common, in the mean."""
    members = group[: _CONFIG.most_compared]
    texts = [weighed(matchable(s.text, story.articles[s.document_id].document.language), {}) for s in members]
    nearest = [
        max(
            (
                overlap(text, other).score / 2
                for other, o in zip(texts, members, strict=True)
                if o.document_id != s.document_id
            ),
            default=0.0,
        )
        for text, s in zip(texts, members, strict=True)
    ]
    return sum(nearest) / len(nearest)


_RULES = (_one_report, _figures_differ, _negated, _counted_otherwise, _told_by_several)


def _shared_words(group: tuple[Span, ...], story: _Story) -> tuple[str, ...]:
    """Words of the first member that most others have too, by stem, sound, concept or number."""
    members = group[: _CONFIG.most_compared]
    languages = [story.articles[s.document_id].document.language for s in members]
    keys = [match_keys(s.text, language) for s, language in zip(members, languages, strict=True)]
    holders = Counter(key for found in keys for key in {k for word in found for k in word})
    needed = len(members) // 2 + 1
    spelled = content_words(members[0].text, languages[0])
    common = [
        w for w, found in zip(spelled, keys[0], strict=False) if any(holders[k] >= needed for k in found)
    ]
    numbers = [n[0][2:] for n in keys[0][len(spelled) :] if holders[n[0]] >= needed]
    return tuple(dict.fromkeys((*common, *numbers)))[: _CONFIG.most_shared_words]


def _within(inner: Span, outer: Span) -> bool:
    return inner.document_id == outer.document_id and outer.start <= inner.start and inner.end <= outer.end


def _count(group: tuple[Span, ...], story: _Story) -> str:
    hands = _hands(group, story)
    return f"{_reports(group)} reports, {hands} {'origin' if hands == 1 else 'origins'}"


def _name(document: Document) -> str:
    return document.outlet or PurePath(document.source).name
