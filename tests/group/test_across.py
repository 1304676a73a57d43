"""Groups of two languages that tell one event are one story."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from rashomon.config import GroupConfig
from rashomon.group import across as module
from rashomon.group.across import Columns, join_languages, pool
from rashomon.group.clusters import Group
from rashomon.group.grouping import add_articles, group_articles
from rashomon.group.pairs import likeness
from rashomon.group.vectors import Vector, make_vector

from .pile import article

CONFIG = GroupConfig()
NO_SCORES = (np.zeros(0, np.int64),) * 3
#: Titles: event, language, day, words. No English one has more than two features of a German one.
TITLES = [
    ("flood", "en", "2019-03-12", "Flood at Lake Orvane: Bergholm evacuated"),
    ("flood", "en", "2019-03-12", "Bergholm evacuates hospital as water of the Orvane rises"),
    ("flood", "de", "2019-03-12", "Hochwasser am Orvane: Krankenhaus in Bergholm geräumt"),
    ("flood", "pt", "2019-03-13", "Inundação do Orvane: hospital de Bergholm evacuado"),
    ("flood", "ru", "2019-03-12", "Наводнение на Орване: эвакуирована больница в Бергхольме"),
    ("vote", "en", "2019-03-12", "Parliament of Lumeria votes on budget of minister Kessim"),
    ("vote", "de", "2019-03-12", "Parlament von Lumeria stimmt über Haushalt von Ministerin Kessim ab"),
]
PILE = [
    article(str(n), title, "", day, language) for n, (_, language, day, title) in enumerate(TITLES, start=1)
]


def _vectors() -> list[Vector]:
    return [make_vector(page, CONFIG) for page in PILE]


def _joined(
    vectors: Sequence[Vector], cores: tuple[Group, ...], scores: Columns = NO_SCORES
) -> tuple[Group, ...]:
    return join_languages(vectors, cores, scores, CONFIG).groups


def test_groups_of_one_event_are_joined_and_others_are_not() -> None:
    assert _joined(_vectors(), ((0, 1), (2,), (3,), (4,), (5,), (6,))) == ((0, 1, 2, 3, 4), (5, 6))


def test_two_groups_of_one_language_go_by_the_scores_of_their_pairs() -> None:
    groups = ((0,), (1,), (2,))
    scores = (np.array([0]), np.array([1]), np.array([999]))
    assert len(_joined(_vectors(), groups, scores)) < len(_joined(_vectors(), groups))


def test_a_late_group_is_another_event() -> None:
    late = make_vector(article("9", TITLES[2][3], "", "2019-05-01", "de"), CONFIG)
    assert _joined([*_vectors()[:2], late], ((0, 1), (2,))) == ((0, 1), (2,))


def test_a_group_that_is_no_more_leaves_none_of_its_links() -> None:
    vectors = _vectors()
    before = join_languages(vectors, ((0, 1), (2,), (4,)), NO_SCORES, CONFIG)
    assert before.groups == ((0, 1, 2, 4),)
    now = np.array([0, -1, 1])
    after = join_languages(vectors, ((0, 1), (4,)), NO_SCORES, CONFIG, known=before, now=now)
    anew = join_languages(vectors, ((0, 1), (4,)), NO_SCORES, CONFIG)
    assert after.groups == anew.groups
    assert after.links.tolist() == anew.links.tolist()


def test_only_what_changed_is_pooled_and_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[str, str]] = []

    def counted(left: Vector, right: Vector, config: GroupConfig) -> int:
        compared.append((left.id, right.id))
        return likeness(left, right, config)

    *others, late = PILE
    known = group_articles(tuple(others))
    monkeypatch.setattr(module, "likeness", counted)
    grown = add_articles(known, (late,))
    assert compared
    assert all(late.document.id in pair for pair in compared)
    assert {*map(id, known.across.pooled)} < {*map(id, grown.across.pooled)}


def test_a_pool_is_the_mean_of_its_members() -> None:
    one, other = _vectors()[:2]
    alone, twice, both = pool([one]), pool([one, one]), pool([one, other])
    assert alone is one
    assert twice.bridge.ids.tolist() == one.bridge.ids.tolist()
    assert set(both.bridge.ids.tolist()) == {*one.bridge.ids.tolist(), *other.bridge.ids.tolist()}
    assert both.times.days == one.times.days


@pytest.mark.parametrize("count", [0, 1])
def test_few_documents_are_no_trouble(count: int) -> None:
    assert len(group_articles(tuple(PILE[:count])).joined) == count


def test_a_whole_pile_is_grouped_over_languages() -> None:
    found = group_articles(tuple(PILE))
    stories = {tuple(TITLES[int(i[1:]) - 1][0] for i in ids) for ids in found.document_ids}
    assert stories == {("flood",) * 5, ("vote",) * 2}
