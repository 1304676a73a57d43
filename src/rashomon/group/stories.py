"""A grouping -> stories with their titles and the links between them.

grouping -> ids and titles; likeness without time -> related stories
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from rashomon.config import GroupConfig
from rashomon.group.clusters import Group, Pair
from rashomon.group.grouping import Grouping, group_articles
from rashomon.group.related import relate
from rashomon.group.times import read_times
from rashomon.group.vectors import Vector
from rashomon.types import Article, Story

DEFAULT = GroupConfig()


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
    related = relate(
        vectors, groups, ids, grouping.pairs.alike(grouping.pairs.likeness >= config.related), config
    )
    untitled = frozenset(article.document.id for article in articles if not article.document.title)
    titles = _titles(vectors, groups, _inside(grouping), untitled)
    return tuple(
        Story(ids[n], titles[n], tuple(vectors[i].id for i in groups[n]), related[n])
        for n in sorted(range(len(groups)), key=ids.__getitem__)
    )


def group_stories(articles: tuple[Article, ...], config: GroupConfig = DEFAULT) -> tuple[Story, ...]:
    """The stories of articles whose days are all that can be known of them."""
    return make_stories(group_articles(articles, config), articles, config)


def _inside(grouping: Grouping) -> dict[Pair, int]:
    """The likeness of the pairs inside the stories."""
    story_of = np.zeros(len(grouping.vectors), np.int64)
    for n, core in enumerate(grouping.joined):
        story_of[list(core)] = n
    found = grouping.pairs.found
    return grouping.pairs.alike(story_of[found.later] == story_of[found.earlier])


def _in_time(vector: Vector) -> tuple[bool, int, str]:
    return (not vector.times.days, vector.times.days[0] if vector.times.days else 0, vector.id)


def _titles(
    vectors: Sequence[Vector], groups: Sequence[Group], alike: Mapping[Pair, int], untitled: frozenset[str]
) -> list[str]:
    """Each story's title: that of the document most like its fellows, the earliest of equals.

    Rather one that tells something, that its page gives, and in the language most of the documents are in.
    """
    central = dict.fromkeys((i for group in groups for i in group), 0)
    for (i, j), like in alike.items():
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
