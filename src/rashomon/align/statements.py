"""Clauses and sentences that tell the same thing.

sentences -> clauses -> candidate pairs (shared weight) -> likeness -> best partners -> average link, again
for the links that no group holds -> the same with whole sentences, where their clauses found nothing
-> members without what no other member tells
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from heapq import nsmallest
from itertools import groupby, permutations
from math import log2

from rashomon.align.clauses import Clause, clauses_of
from rashomon.align.linkage import overlapping
from rashomon.config import StatementConfig
from rashomon.likeness import Likeness, Matchable, Weighed, matchable, overlap, report_weights, weighed
from rashomon.textmatch import clause_bounds
from rashomon.types import Actor, Article, Span

_CONFIG = StatementConfig()


def align_statements(
    articles: tuple[Article, ...], actors: tuple[Actor, ...]
) -> tuple[tuple[Span, ...], ...]:
    """Groups of spans; one told alone is a group of one."""
    clauses = clauses_of(articles, actors, _CONFIG.fewest_words, _CONFIG.fewest_words_of_a_sentence)
    contexts = {(c.span.document_id, c.sentence): c.context for c in clauses}
    reports = groupby(contexts.items(), key=lambda item: item[0][0])
    weights = report_weights((text for _, text in report) for _, report in reports)
    strict = _strictness(len(articles))
    groups = _groups(clauses, _links(clauses, weights), _CONFIG.least_mean * strict)
    sentences = _sentences(clauses)
    untold = _untold(sentences, _links(sentences, weights), groups, clauses)
    of_sentences = _groups(sentences, untold, _CONFIG.least_mean_of_sentences * strict)
    told = {sentences[i].sentence for group in of_sentences for i in group}
    grouped = {i for group in groups for i in group}
    alone = [i for i, c in enumerate(clauses) if i not in grouped and c.sentence not in told]
    spans = (*_members(groups, clauses, weights), *_members(of_sentences, sentences, weights))
    return tuple(sorted((*spans, *_alone(clauses, alone)), key=_place))


def _sentences(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The whole sentences, as clauses that have no other beside them."""
    firsts = (next(run) for _, run in groupby(clauses, lambda clause: clause.sentence))
    return tuple(Clause(c.whole, c.whole, c.sentence, c.context, c.context) for c in firsts)


def _links(clauses: tuple[Clause, ...], weights: Mapping[str, float]) -> dict[tuple[int, int], float]:
    # What one report alone tells has nothing to be held against.
    reports = len({clause.span.document_id for clause in clauses})
    pairs = _candidates(clauses, weights) if reports > 1 else ()
    return _partners(clauses, _scores(clauses, pairs, weights))


def _untold(
    sentences: tuple[Clause, ...],
    links: Mapping[tuple[int, int], float],
    groups: Iterable[tuple[int, ...]],
    clauses: tuple[Clause, ...],
) -> dict[tuple[int, int], float]:
    """The links of sentences of which one at least is in no group with the other's report.

    Two that are a clause each have been compared.
    """
    count = Counter(clause.sentence for clause in clauses)
    told = {
        (clauses[i].sentence, clauses[j].span.document_id)
        for group in groups
        for i, j in permutations(group, 2)
    }
    return {
        (i, j): score
        for (i, j), score in links.items()
        if count[sentences[i].sentence] + count[sentences[j].sentence] > 2
        and not {
            (sentences[i].sentence, sentences[j].span.document_id),
            (sentences[j].sentence, sentences[i].span.document_id),
        }
        <= told
    }


def _groups(
    clauses: tuple[Clause, ...], links: Mapping[tuple[int, int], float], least: float
) -> tuple[tuple[int, ...], ...]:
    """Groups of clauses, those of the same sentences in one: these agree clause by clause."""
    joined: defaultdict[frozenset[int], set[int]] = defaultdict(set)
    for group, inside in overlapping(links, least, _CONFIG.most_rounds):
        kept = _without_strangers(group, inside)
        joined[frozenset(clauses[i].sentence for i in kept)].update(kept)
    return tuple(tuple(sorted(group)) for sentences, group in joined.items() if len(sentences) > 1)


def _without_strangers(group: tuple[int, ...], links: Mapping[tuple[int, int], float]) -> tuple[int, ...]:
    """A group without members that are near to none, measured by the others: a mean hides them."""
    nearest = {i: max(links.get((min(i, j), max(i, j)), 0.0) for j in group if j != i) for i in group}
    usual = min(_CONFIG.near, sum(nearest.values()) / len(group))
    return tuple(i for i in group if nearest[i] >= _CONFIG.least_nearest * usual)


def _strictness(reports: int) -> float:
    """What the thresholds are multiplied by: the more reports, the nearer the nearest by chance."""
    return 1 + _CONFIG.stricter_by_doubling * log2(max(1.0, reports / _CONFIG.few_reports))


def _place(group: tuple[Span, ...]) -> tuple[tuple[str, int], ...]:
    return tuple((span.document_id, span.start) for span in group)


def _members(
    groups: Iterable[tuple[int, ...]], clauses: tuple[Clause, ...], weights: Mapping[str, float]
) -> Iterator[tuple[Span, ...]]:
    """The spans of groups, clauses of one sentence in one, without an end that no other member tells."""
    texts, text_of = _distinct((clause.text for clause in clauses), weights)
    for group in groups:
        told: list[Span] = []
        for sentence, run in groupby(group, lambda i: clauses[i].sentence):
            piece = [clauses[i] for i in run]
            others = sorted({text_of[i] for i in group if clauses[i].sentence != sentence})
            language = piece[0].text.language
            told.append(_trimmed(_stretch(piece), language, [texts[n] for n in others], weights))
        yield tuple(told)


def _trimmed(
    span: Span, language: str | None, others: Sequence[Weighed], weights: Mapping[str, float]
) -> Span:
    bounds = clause_bounds(span.text, language, _CONFIG.fewest_words_of_a_piece)
    if len(bounds) < 2:
        return span
    pieces = (weighed(matchable(span.text[start:end], language), weights) for start, end in bounds)
    told = [max((overlap(piece, other).of_left for other in others), default=0.0) for piece in pieces]
    least = _CONFIG.told_in_a_piece * max(told)
    kept = [bound for bound, share in zip(bounds, told, strict=True) if share >= least]
    start, end = kept[0][0], kept[-1][1]
    return Span(span.document_id, span.start + start, span.start + end, span.text[start:end])


def _alone(clauses: tuple[Clause, ...], alone: Sequence[int]) -> Iterator[tuple[Span]]:
    """What no group has of a sentence, in one piece where it stands in one."""
    for _, run in groupby(enumerate(alone), lambda item: (clauses[item[1]].sentence, item[1] - item[0])):
        yield (_stretch([clauses[i] for _, i in run]),)


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
            for place, i in enumerate(found):
                partners = shared[i]
                for j in found[place + 1 :]:
                    partners[j] += weight
    near: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for i, partners in shared.items():
        for j, weight in partners.items():
            if weight >= _CONFIG.least_candidate:
                near[i].append((-weight, j))
                near[j].append((-weight, i))
    pairs = {
        (min(i, j), max(i, j))
        for i, others in near.items()
        for _, j in nsmallest(_CONFIG.most_candidates, others)
    }
    return sorted(pairs)


def _scores(
    clauses: tuple[Clause, ...], pairs: Iterable[tuple[int, int]], weights: Mapping[str, float]
) -> dict[tuple[int, int], float]:
    """How far two clauses tell the same: what each has of the other, the same of their sentences."""
    texts, text_of = _distinct((clause.text for clause in clauses), weights)
    contexts, context_of = _distinct((clause.context for clause in clauses), weights)

    @cache
    def of_texts(one: int, other: int) -> Likeness:
        return overlap(texts[one], texts[other])

    @cache
    def of_contexts(one: int, other: int) -> float:
        return overlap(contexts[one], contexts[other]).score

    scores = {}
    for i, j in pairs:
        if clauses[i].sentence != clauses[j].sentence:
            like = of_texts(text_of[i], text_of[j])
            score = like.least + like.score / 2 + _CONFIG.context * of_contexts(context_of[i], context_of[j])
            scores[i, j] = score * min(1.0, like.shared / _CONFIG.enough_shared)
    return scores


def _distinct(texts: Iterable[Matchable], weights: Mapping[str, float]) -> tuple[list[Weighed], list[int]]:
    """The different texts made ready, and the number each has among them: copies are compared once."""
    numbers: dict[Matchable, int] = {}
    number_of = [numbers.setdefault(text, len(numbers)) for text in texts]
    return [weighed(text, weights) for text in numbers], number_of


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
