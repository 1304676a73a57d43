"""Clauses and sentences that tell the same thing.

sentences -> clauses -> candidate pairs (shared weight) -> likeness -> best partners -> average link
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import combinations, groupby
from math import log2

from rashomon.align.clauses import Clause, clauses_of
from rashomon.align.linkage import average_link
from rashomon.config import StatementConfig
from rashomon.textmatch import overlap, report_weights, weighed
from rashomon.types import Actor, Article, Span

_CONFIG = StatementConfig()
#: The group of what is in no group.
_ALONE = (-1,)


def align_statements(
    articles: tuple[Article, ...], actors: tuple[Actor, ...]
) -> tuple[tuple[Span, ...], ...]:
    """Groups of spans; one told alone is a group of one."""
    clauses = clauses_of(articles, actors, _CONFIG.fewest_words, _CONFIG.fewest_words_of_a_sentence)
    contexts = {(c.span.document_id, c.sentence): c.context for c in clauses}
    reports = groupby(contexts.items(), key=lambda item: item[0][0])
    weights = report_weights((text for _, text in report) for _, report in reports)
    # What one report alone tells has nothing to be held against.
    pairs = _candidates(clauses, weights) if len(articles) > 1 else ()
    scores = _scores(clauses, pairs, weights)
    links = _partners(clauses, scores)
    strict = _strictness(len(articles))
    groups = average_link(links, _CONFIG.least_mean * strict)
    groups = _without_strangers(groups, links)
    groups = _with_second_members(clauses, groups, links, _CONFIG.least_second * strict)
    groups = _without_strangers(groups, links)
    return tuple(sorted(_with_the_rest(clauses, groups), key=_place))


def _strictness(reports: int) -> float:
    """What the thresholds are multiplied by: the more reports, the nearer the nearest by chance."""
    return 1 + _CONFIG.stricter_by_doubling * log2(max(1.0, reports / _CONFIG.few_reports))


def _without_strangers(
    groups: tuple[tuple[int, ...], ...], links: Mapping[tuple[int, int], float]
) -> tuple[tuple[int, ...], ...]:
    """The groups without members that are near to none, measured by the others: a mean hides them."""
    kept = []
    for group in groups:
        nearest: defaultdict[int, float] = defaultdict(float)
        for pair in combinations(group, 2):
            for i in pair:
                nearest[i] = max(nearest[i], links.get(pair, 0.0))
        usual = min(_CONFIG.near, sum(nearest[i] for i in group) / len(group))
        kept.append(tuple(i for i in group if nearest[i] >= _CONFIG.least_nearest * usual))
    return tuple(group for group in kept if len(group) > 1)


def _with_second_members(
    clauses: tuple[Clause, ...],
    groups: tuple[tuple[int, ...], ...],
    links: Mapping[tuple[int, int], float],
    least: float,
) -> tuple[tuple[int, ...], ...]:
    """A clause that tells two things in one breath is a member of a second group, where it fits as well."""
    group_of = {i: number for number, group in enumerate(groups) for i in group}
    sums: defaultdict[tuple[int, int], float] = defaultdict(float)
    for (i, j), value in links.items():
        for one, other in ((i, j), (j, i)):
            if other in group_of and group_of.get(one) != group_of[other]:
                sums[one, group_of[other]] += value
    joining: defaultdict[int, list[int]] = defaultdict(list)
    reports = [{clauses[i].span.document_id for i in group} for group in groups]
    for (i, number), value in sums.items():
        fits = clauses[i].span.document_id not in reports[number]
        if fits and value >= least * len(groups[number]):
            joining[number].append(i)
    return tuple(tuple(sorted((*group, *joining[number]))) for number, group in enumerate(groups))


def _place(group: tuple[Span, ...]) -> tuple[tuple[str, int], ...]:
    return tuple((span.document_id, span.start) for span in group)


def _with_the_rest(
    clauses: tuple[Clause, ...], groups: tuple[tuple[int, ...], ...]
) -> Iterator[tuple[Span, ...]]:
    """The groups as spans, then what is told alone: what no group has of a sentence, in one piece.

    A member is its whole sentence, unless another group has a clause of that: then it is the clause.
    """
    groups_of: dict[int, tuple[int, ...]] = {}
    for number, group in enumerate(groups):
        groups_of.update((i, (*groups_of.get(i, ()), number)) for i in group)
    members: defaultdict[int, list[Span]] = defaultdict(list)
    for _, run in groupby(range(len(clauses)), lambda i: clauses[i].sentence):
        sentence = tuple(run)
        holders = {groups_of[i] for i in sentence if i in groups_of}
        if len(holders) < 2:
            for number in next(iter(holders), _ALONE):
                members[number].append(clauses[sentence[0]].whole)
            continue
        for numbers, piece in groupby(sentence, lambda i: groups_of.get(i, _ALONE)):
            span = _stretch([clauses[i] for i in piece])
            for number in numbers:
                members[number].append(span)
    alone = members.pop(_ALONE[0], [])
    yield from map(tuple, members.values())
    yield from ((span,) for span in alone)


def _stretch(piece: Sequence[Clause]) -> Span:
    """From the first clause of a sentence to the last, in the words of the sentence."""
    whole, start, end = piece[0].whole, piece[0].span.start, piece[-1].span.end
    return Span(whole.document_id, start, end, whole.text[start - whole.start : end - whole.start])


def _candidates(clauses: tuple[Clause, ...], weights: Mapping[str, float]) -> Iterable[tuple[int, int]]:
    """For each clause the nearest others by the weight they share in keys that not everything has."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for index, clause in enumerate(clauses):
        for key in clause.text.keys:
            holders[key].append(index)
    shared: defaultdict[int, defaultdict[int, float]] = defaultdict(lambda: defaultdict(float))
    most = max(_CONFIG.most_holders, 2 * len({clause.span.document_id for clause in clauses}))
    for key in sorted(holders):
        found, weight = holders[key], weights.get(key, 1.0)
        if len(found) <= most:
            for i in found:
                partners = shared[i]
                for j in found:
                    partners[j] += weight
    pairs = set()
    for i, partners in shared.items():
        near = [(-weight, j) for j, weight in partners.items() if weight >= _CONFIG.least_candidate]
        pairs |= {(min(i, j), max(i, j)) for _, j in nsmallest(_CONFIG.most_candidates, near)}
    return sorted(pairs)


def _scores(
    clauses: tuple[Clause, ...], pairs: Iterable[tuple[int, int]], weights: Mapping[str, float]
) -> dict[tuple[int, int], float]:
    """How far two clauses tell the same: what each has of the other, the same of their sentences."""
    texts = [weighed(clause.text, weights) for clause in clauses]
    contexts = {clause.sentence: clause.context for clause in clauses}
    sentences = {sentence: weighed(context, weights) for sentence, context in contexts.items()}
    of_sentences: dict[tuple[int, int], float] = {}
    scores = {}
    for i, j in pairs:
        key = (clauses[i].sentence, clauses[j].sentence)
        if key[0] == key[1]:
            continue
        if key not in of_sentences:
            of_sentences[key] = overlap(sentences[key[0]], sentences[key[1]]).score
        like = overlap(texts[i], texts[j])
        score = like.least + like.score / 2 + _CONFIG.context * of_sentences[key]
        scores[i, j] = score * min(1.0, like.shared / _CONFIG.enough_shared)
    return scores


def _partners(
    clauses: tuple[Clause, ...], scores: Mapping[tuple[int, int], float]
) -> dict[tuple[int, int], float]:
    """The scores of pairs in which one is the other's best in its report; of one side only, for less."""
    best: dict[tuple[int, str], tuple[float, int]] = {}
    for (i, j), score in scores.items():
        for one, other in ((i, j), (j, i)):
            key = (one, clauses[other].span.document_id)
            best[key] = max(best.get(key, (0.0, 0)), (score, -other))
    links = {}
    for (i, j), score in scores.items():
        sides = (best[i, clauses[j].span.document_id] == (score, -j)) + (
            best[j, clauses[i].span.document_id] == (score, -i)
        )
        links[i, j] = score if score >= _CONFIG.surely else score * _CONFIG.by_sides[sides]
    return {pair: score for pair, score in links.items() if score > 0}
