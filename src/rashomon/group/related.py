"""Stories -> those that belong to the same history: the same actors and places, another event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

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
    others: list[list[tuple[int, str, int, Pair]]] = [[] for _ in groups]
    for (here, there), (like, i, j) in witnesses.items():
        others[here].append((-like, ids[there], there, (i, j)))
        others[there].append((-like, ids[here], here, (j, i)))
    return [
        tuple(islice(_links(vectors, groups, n, sorted(found), config), config.most_related))
        for n, found in enumerate(others)
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


def _links(
    vectors: Sequence[Vector],
    groups: Sequence[Group],
    here: int,
    others: Iterable[tuple[int, str, int, Pair]],
    config: GroupConfig,
) -> Iterator[Related]:
    """What a group is related to, of others with their likeness, id, number and witnesses."""
    for _, story_id, there, (i, j) in others:
        names = shared_names(vectors[i], vectors[j])
        if len(names) >= config.related_names:
            own, other = ([vectors[k].times for k in groups[n]] for n in (here, there))
            relation, apart = time_between(own, other, config)
            reason = f"both name {', '.join(names[: config.names_in_reason])}; {apart}"
            alone = len(groups[there]) == 1
            target = {"document_id": vectors[groups[there][0]].id} if alone else {"story_id": story_id}
            yield Related(relation, reason, **target)


def shared_names(here: Vector, there: Vector) -> tuple[str, ...]:
    """Names both documents tell, as the first one writes them, the most telling first."""
    keys = [key for key in here.names.keys() & there.names.keys() if len(key) >= _TELLING]
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
