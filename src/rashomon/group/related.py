"""Stories -> those that belong to the same history: the same actors and places, another event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.config import GroupConfig
from rashomon.group.clusters import Group, Pair
from rashomon.group.vectors import Vector
from rashomon.types import Related, Relation


def relate(
    vectors: Sequence[Vector],
    groups: Sequence[Group],
    ids: Sequence[str],
    alike: Mapping[Pair, int],
    config: GroupConfig,
) -> list[tuple[Related, ...]]:
    """For each group what it is related to, the most alike first.

    A story of one document goes by its document.
    """
    witnesses = _witnesses(groups, alike, config)
    related: list[list[tuple[int, str, Related]]] = [[] for _ in groups]
    for (a, b), (like, i, j) in witnesses.items():
        names = shared_names(vectors[i], vectors[j], config)
        if len(names) < config.related_names:
            continue
        for here, there in ((a, b), (b, a)):
            relation, apart = time_between(
                [vectors[k] for k in groups[here]], [vectors[k] for k in groups[there]]
            )
            reason = f"both name {', '.join(names)}; {apart}"
            target = groups[there]
            link = (
                Related(relation, reason, document_id=vectors[target[0]].id)
                if len(target) == 1
                else Related(relation, reason, story_id=ids[there])
            )
            related[here].append((-like, ids[there], link))
    return [
        tuple(link for _, _, link in sorted(found, key=lambda x: x[:2])[: config.most_related])
        for found in related
    ]


def _witnesses(
    groups: Sequence[Group], alike: Mapping[Pair, int], config: GroupConfig
) -> dict[Pair, tuple[int, int, int]]:
    """For each pair of groups their most alike documents, where these are alike enough."""
    group_of = {i: n for n, group in enumerate(groups) for i in group}
    witnesses: dict[Pair, tuple[int, int, int]] = {}
    for (i, j), like in alike.items():
        a, b = sorted((group_of[i], group_of[j]))
        if a != b and like >= config.related:
            witnesses[a, b] = max(witnesses.get((a, b), (0, 0, 0)), (like, -i, -j))
    return {pair: (like, -i, -j) for pair, (like, i, j) in witnesses.items()}


def shared_names(left: Vector, right: Vector, config: GroupConfig) -> tuple[str, ...]:
    """Names both documents tell, as the left one writes them, the most telling first."""
    weights = left.bridge.weights, right.bridge.weights
    shared = sorted(
        (key for key in left.names if key in right.names and all(key in w for w in weights)),
        key=lambda key: (-weights[0][key] * weights[1][key], key),
    )
    return tuple(dict.fromkeys(left.names[key] for key in shared))[: config.names_in_reason]


def time_between(here: Sequence[Vector], there: Sequence[Vector]) -> tuple[Relation, str]:
    """Whether the other story is earlier or later, by the first day each is told, and how long."""
    first = [min((v.times.days[0] for v in story if v.times.days), default=None) for story in (here, there)]
    if first[0] is None or first[1] is None:
        return "same-topic", "the day of one is not known"
    days = first[1] - first[0]
    if days == 0:
        return "same-topic", "told on the same day"
    count = f"{abs(days)} day{'s' if abs(days) > 1 else ''}"
    return ("earlier", f"{count} earlier") if days < 0 else ("later", f"{count} later")
