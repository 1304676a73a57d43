"""Articles -> stories, and the links between them.

vectors -> candidate pairs -> likeness -> with time: average link -> stories
                                       -> without time: related stories

A story is a function of the set of documents: they are taken in the order of their ids, all weights
are fixed and all arithmetic that decides is in integers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.config import GroupConfig
from rashomon.group.clusters import Group, Pair, clusters
from rashomon.group.pairs import candidate_pairs, likeness
from rashomon.group.related import relate
from rashomon.group.times import WHOLE, nearness, read_times
from rashomon.group.vectors import Vector, make_vector
from rashomon.types import Article, Story

DEFAULT = GroupConfig()


@dataclass(frozen=True, slots=True)
class Grouping:
    """Which documents tell one event, and what that was told from; ``groups`` count in ``vectors``."""

    vectors: tuple[Vector, ...]
    groups: tuple[Group, ...]
    alike: Mapping[Pair, int]

    @property
    def document_ids(self) -> tuple[tuple[str, ...], ...]:
        """The documents of each story."""
        return tuple(tuple(self.vectors[i].id for i in group) for group in self.groups)


def group_articles(articles: tuple[Article, ...], config: GroupConfig = DEFAULT) -> Grouping:
    """A partition of the articles into events; the same set of articles gives the same one."""
    by_id = {article.document.id: article for article in articles}
    vectors = tuple(make_vector(by_id[i], config) for i in sorted(by_id))
    alike = _likenesses(vectors, config)
    return Grouping(vectors, clusters(len(vectors), _scores(vectors, alike, config), WHOLE), alike)


def make_stories(
    grouping: Grouping, articles: tuple[Article, ...], config: GroupConfig = DEFAULT
) -> tuple[Story, ...]:
    """The stories of a grouping in the order of their ids, with those of one history related.

    ``articles`` are those that were grouped, by now dated by their stories where they can be: earlier
    and later are told from these days. A story's documents are in the order of time, then id.
    """
    times = {article.document.id: read_times(article) for article in articles}
    vectors = tuple(replace(vector, times=times[vector.id]) for vector in grouping.vectors)
    groups = tuple(tuple(sorted(group, key=lambda i: _in_time(vectors[i]))) for group in grouping.groups)
    ids = ["s" + vectors[group[0]].id[1:] for group in groups]
    related = relate(vectors, groups, ids, grouping.alike, config)
    untitled = frozenset(article.document.id for article in articles if not article.document.title)
    titles = _titles(vectors, groups, grouping.alike, untitled)
    return tuple(
        Story(ids[n], titles[n], tuple(vectors[i].id for i in groups[n]), related[n])
        for n in sorted(range(len(groups)), key=ids.__getitem__)
    )


def group_stories(articles: tuple[Article, ...], config: GroupConfig = DEFAULT) -> tuple[Story, ...]:
    """The stories of articles whose days are all that can be known of them."""
    return make_stories(group_articles(articles, config), articles, config)


def _likenesses(vectors: Sequence[Vector], config: GroupConfig) -> dict[Pair, int]:
    found = (
        (pair, likeness(vectors[pair[0]], vectors[pair[1]], config))
        for pair in candidate_pairs(vectors, config)
    )
    return {pair: like for pair, like in found if like}


def _scores(vectors: Sequence[Vector], alike: Mapping[Pair, int], config: GroupConfig) -> dict[Pair, int]:
    """Likeness with time: two reports of one day count whole, those of other months not at all."""
    scores = (
        ((i, j), like * nearness(vectors[i].times, vectors[j].times, config) // WHOLE)
        for (i, j), like in alike.items()
    )
    return {pair: score for pair, score in scores if score}


def _in_time(vector: Vector) -> tuple[bool, int, str]:
    return (not vector.times.days, vector.times.days[0] if vector.times.days else 0, vector.id)


def _titles(
    vectors: Sequence[Vector], groups: Sequence[Group], alike: Mapping[Pair, int], untitled: frozenset[str]
) -> list[str]:
    """Each story's title: that of the document most like its fellows, the earliest of equals.

    Rather one that tells something, that its page gives, and in the language most of the documents are in.
    """
    group_of = {i: n for n, group in enumerate(groups) for i in group}
    central = dict.fromkeys(group_of, 0)
    for (i, j), like in alike.items():
        if group_of[i] == group_of[j]:
            central[i] += like
            central[j] += like
    labels = _labels(vectors, groups)

    def best(group: Group) -> int:
        languages = Counter(vectors[i].language for i in group if vectors[i].language)

        def worth(i: int) -> tuple[bool, bool, int, int]:
            vector = vectors[i]
            told = vector.title not in labels
            return told, vector.id not in untitled, languages[vector.language], central[i]

        return max(group, key=worth)

    return [vectors[best(group)].title for group in groups]


def _labels(vectors: Sequence[Vector], groups: Sequence[Group]) -> frozenset[str]:
    """Titles that tell no event: too short to tell one, or standing over two stories ('News of the day')."""
    stories = Counter(title for group in groups for title in {vectors[i].title for i in group})
    return frozenset(t for t, n in stories.items() if n > 1 or len(t.split()) < DEFAULT.least_title_words)
