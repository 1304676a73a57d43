"""Stories -> those that belong to the same history: the same actors and places, another event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.config import GroupConfig
from rashomon.group.clusters import Group, Pair
from rashomon.group.times import Times, awaits
from rashomon.group.vectors import Vector
from rashomon.group.views import weights_of
from rashomon.types import Related, Relation

#: Signs of a key that tells a name beyond doubt: "n/" and three consonants, or more.
_TELLING = 5


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
    for pair, (like, *alike_most) in witnesses.items():
        for (here, there), (i, j) in zip((pair, pair[::-1]), (alike_most, alike_most[::-1]), strict=True):
            names = shared_names(vectors[i], vectors[j])
            if len(names) >= config.related_names:
                own, other = ([vectors[k].times for k in groups[n]] for n in (here, there))
                relation, apart = time_between(own, other, config)
                reason = f"both name {', '.join(names[: config.names_in_reason])}; {apart}"
                related[here].append(
                    (-like, ids[there], _link(vectors, groups[there], ids[there], relation, reason))
                )
    return [
        tuple(link for _, _, link in sorted(found, key=lambda x: x[:2])[: config.most_related])
        for found in related
    ]


def _witnesses(
    groups: Sequence[Group], alike: Mapping[Pair, int], config: GroupConfig
) -> dict[Pair, tuple[int, int, int]]:
    """For each pair of groups their most alike documents, one of each, where these are alike enough."""
    group_of = {i: n for n, group in enumerate(groups) for i in group}
    witnesses: dict[Pair, tuple[int, int, int]] = {}
    for pair, like in alike.items():
        i, j = sorted(pair, key=group_of.__getitem__)
        groups_of_pair = group_of[i], group_of[j]
        if group_of[i] != group_of[j] and like >= config.related:
            witnesses[groups_of_pair] = max(witnesses.get(groups_of_pair, (0, 0, 0)), (like, -i, -j))
    return {pair: (like, -i, -j) for pair, (like, i, j) in witnesses.items()}


def _link(
    vectors: Sequence[Vector], target: Group, story_id: str, relation: Relation, reason: str
) -> Related:
    if len(target) == 1:
        return Related(relation, reason, document_id=vectors[target[0]].id)
    return Related(relation, reason, story_id=story_id)


def shared_names(here: Vector, there: Vector) -> tuple[str, ...]:
    """Names both documents tell, as the first one writes them, the most telling first."""
    keys = [key for key in here.names if len(key) >= _TELLING and key in there.names]
    weights = zip(weights_of(here.bridge, keys), weights_of(there.bridge, keys), strict=True)
    shared = sorted((-a * b, key) for (a, b), key in zip(weights, keys, strict=True) if a and b)
    return tuple(dict.fromkeys(here.names[key] for _, key in shared))


def time_between(here: Sequence[Times], there: Sequence[Times], config: GroupConfig) -> tuple[Relation, str]:
    """Whether the other story is earlier or later, by the first day each is told, and how long."""
    first = [min((t.days[0] for t in story if len(t.days) == 1), default=None) for story in (here, there)]
    if first[0] is None or first[1] is None:
        if any(awaits(other, own, config) for other in there for own in here):
            return "earlier", "the other one awaits a day that has come here"
        if any(awaits(own, other, config) for other in there for own in here):
            return "later", "a day awaited here has come there"
        return "same-topic", "the day of one is not known"
    days = first[1] - first[0]
    if days == 0:
        return "same-topic", "told on the same day"
    count = f"{abs(days)} day{'s' if abs(days) > 1 else ''}"
    return ("earlier", f"{count} earlier") if days < 0 else ("later", f"{count} later")
