"""Verdicts on statements.

groups of spans -> who tells it, from how many hands -> verdict with its reason -> the important ones first
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath

from rashomon.compare.groups import (
    Group,
    Reports,
    document_of,
    grouped,
    hands,
    mostly_within,
    persons_named,
    report_count,
    sayings_of,
    within,
)
from rashomon.compare.members import page, story_weights
from rashomon.compare.prominence import centrality, centre, headline_only, marks
from rashomon.compare.verdicts import verdict_on
from rashomon.config import StatementConfig
from rashomon.types import Actor, Article, Document, Figure, Origin, Span, Statement, StoryQuote, Verdict

_CONFIG = StatementConfig()


def compare_statements(
    groups: tuple[tuple[Span, ...], ...],
    articles: tuple[Article, ...],
    figures: tuple[Figure, ...],
    origins: tuple[Origin, ...],
    *,
    actors: tuple[Actor, ...] = (),
    quotes: tuple[StoryQuote, ...] = (),
) -> tuple[Statement, ...]:
    """A statement for each group: what surely is one first, by independent origins, then the central.

    Of what one report alone tells, only what names, counts or quotes is kept, and at most
    ``StatementConfig.most_singles`` of it; every group that several reports tell is listed.
    """
    story = _reports(articles, figures, origins, actors, quotes)
    told = [grouped(spans, story) for spans in groups if report_count(spans) > 1]
    all_judged: list[_Judged] = [(group, *verdict_on(group, story)) for group in told]
    judged = [item for item in all_judged if not _of_one_topic_only(item)]
    joined = {span for group, _, _ in judged for span in group.spans}
    alone = sorted({s for item in all_judged for s in item[0].spans} - joined, key=_at)
    judged.sort(key=lambda item: _order(item[0], item[1], story))
    first = _the_first(_repeated_last(judged))
    stated = [
        Statement("", verdict, reason, group.spans, hands(group.spans, story))
        for group, verdict, reason in first
    ]
    singles = (*groups, *((span,) for span in alone))
    stated += [_alone(spans, story) for spans in _telling_singles(_untold(singles, first), story)]
    return tuple(replace(statement, id=f"t{n}") for n, statement in enumerate(stated, 1))


_Judged = tuple[Group, Verdict, str]


def _reports(
    articles: tuple[Article, ...],
    figures: tuple[Figure, ...],
    origins: tuple[Origin, ...],
    actors: tuple[Actor, ...],
    quotes: tuple[StoryQuote, ...],
) -> Reports:
    return Reports(
        pages={article.document.id: page(article) for article in articles},
        weights=story_weights(articles),
        origin={i: number for number, o in enumerate(origins) for i in o.document_ids},
        conflicts=tuple(figure for figure in figures if figure.verdict == "differ"),
        about=centre(articles),
        agreed=frozenset(v.span for figure in figures if figure.verdict == "agree" for v in figure.values),
        persons=persons_named(actors),
        speakers=sayings_of(actors, quotes),
    )


def _the_first(judged: list[_Judged]) -> list[_Judged]:
    """What is read: of a story of many reports hundreds of things are told twice, and may be one or not."""
    most = {False: _CONFIG.most_sure, True: _CONFIG.most_unsure}
    seen: Counter[bool] = Counter()
    kept = []
    for item in judged:
        unsure = item[1] == "undecided"
        seen[unsure] += 1
        if seen[unsure] <= most[unsure]:
            kept.append(item)
    return kept


def _untold(groups: Iterable[tuple[Span, ...]], judged: list[_Judged]) -> Iterator[tuple[Span, ...]]:
    """What does not stand in a member of what several reports tell."""
    told: defaultdict[str, list[Span]] = defaultdict(list)
    for span in (span for group, _, _ in judged for span in group.spans):
        told[span.document_id].append(span)
    for spans in groups:
        if not all(any(within(span, other) for other in told[span.document_id]) for span in spans):
            yield spans


def _repeated_last(judged: list[_Judged]) -> list[_Judged]:
    """What mostly stands in statements before comes last: a sentence is read once."""
    first: list[_Judged] = []
    last: list[_Judged] = []
    told: defaultdict[str, list[Span]] = defaultdict(list)
    for item in judged:
        spans = item[0].spans
        seen = sum(any(mostly_within(span, other) for other in told[span.document_id]) for span in spans)
        repeated = seen >= _CONFIG.repeated * len(spans)
        for span in spans if not repeated else ():
            told[span.document_id].append(span)
        (last if repeated else first).append(item)
    return first + last


def _of_one_topic_only(item: _Judged) -> bool:
    """Whether the members are too far apart to be laid side by side: each is told alone then."""
    return item[1] == "undecided" and item[0].close < _CONFIG.least_joined


def _at(span: Span) -> tuple[str, int, int]:
    return span.document_id, span.start, span.end


def _order(group: Group, verdict: Verdict, story: Reports) -> tuple[int, float, tuple[float, str, int]]:
    """What surely is one first, by how important and how sure it is; then headlines; then the rest."""
    place = _place(group.spans, story)
    if verdict == "undecided" and not group.sure:
        return 2, -group.close, place
    return int(headline_only(group.spans, story.pages)), -_importance(group, story), place


def _importance(group: Group, story: Reports) -> float:
    """The share of the origins that tell it, how much it tells of what the story is about, and how surely."""
    others = max(1, len(set(story.origin.values())) - 1)
    told = (hands(group.spans, story) - 1) / others
    return told + centrality(group.spans, story.pages, story.about) + 2 * group.close


def _telling_singles(groups: Iterable[tuple[Span, ...]], story: Reports) -> list[tuple[Span, ...]]:
    """What one report alone tells: what counts, names or quotes more first, and what the story is about."""
    weighted = [(marks(g, story.pages), g) for g in groups if report_count(g) == 1]
    telling = [(_weight(count, g, story), g) for count, g in weighted if count >= _CONFIG.least_single]
    telling.sort(key=lambda item: (-item[0], _place(item[1], story)))
    return [group for _, group in telling[: _CONFIG.most_singles]]


def _weight(count: int, group: tuple[Span, ...], story: Reports) -> float:
    few = min(count, _CONFIG.most_marks) / _CONFIG.most_marks
    return few + centrality(group, story.pages, story.about) - headline_only(group, story.pages)


def _place(group: tuple[Span, ...], story: Reports) -> tuple[float, str, int]:
    """How early it stands, 0 to 1, for news tells first what matters; then what makes the order unique."""
    depths = [span.start / max(len(document_of(span, story).text), 1) for span in group]
    return sum(depths) / len(depths), group[0].document_id, group[0].start


def _alone(group: tuple[Span, ...], story: Reports) -> Statement:
    outlet = _name(document_of(group[0], story))
    others = "; not found in the text of the other reports" if len(story.pages) > 1 else ", the only report"
    return Statement("", "single", f"only in {outlet}{others}", group)


def _name(document: Document) -> str:
    return document.outlet or PurePath(document.source).name
