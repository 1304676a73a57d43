"""The same grouping every way: at once, in parts, one by one, late; what nothing touches is let alone."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from itertools import chain, pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.config import GroupConfig
from rashomon.group import grouping as module
from rashomon.group.grouping import Grouping, add_articles, group_articles
from rashomon.group.pairs import likeness_of
from rashomon.group.stories import make_stories
from rashomon.types import Article

from .pile import CRASH_ONE, CRASH_TWO, EARLIER, ELSEWHERE, PILE, article


def copied(original: Article, name: str, published: str | None = "2019-03-12", more: str = "") -> Article:
    document = original.document
    text = document.text + more
    return replace(original, document=replace(document, id=f"d{name}", published=published, text=text))


#: Near-copies whose ids stand before and after that of their original, and some without or of another day.
COPIES = (
    copied(CRASH_ONE, "0"),
    copied(CRASH_ONE, "7", more=" He was."),
    copied(CRASH_ONE, "8", published=None),
    copied(CRASH_ONE, "9", published="2019-03-16"),
    copied(ELSEWHERE, "50"),
    copied(EARLIER, "a", published=None),
    copied(EARLIER, "b", published="2019-03-01"),
)
EVERYTHING = (*PILE, *COPIES)
AT_ONCE = group_articles(EVERYTHING)
#: As shipped, and so narrow that late documents take the places of others.
CONFIGS = (GroupConfig(), replace(GroupConfig(), window=1, most_distant=1))
STORIES = make_stories(AT_ONCE, EVERYTHING)


def same(one: Grouping, other: Grouping) -> bool:
    return (
        one.document_ids == other.document_ids
        and one.cores == other.cores
        and all(
            np.array_equal(left, right)
            for left, right in (
                (one.firsts, other.firsts),
                (one.pairs.found.later, other.pairs.found.later),
                (one.pairs.found.earlier, other.pairs.found.earlier),
                (one.pairs.found.shared, other.pairs.found.shared),
                (one.pairs.likeness, other.pairs.likeness),
                (one.pairs.scores, other.pairs.scores),
            )
        )
        and one.across.joined == other.across.joined
        and sorted(one.across.links.tolist()) == sorted(other.across.links.tolist())
    )


#: Titles of names alone, which all languages share: groups of each grow, merge and come apart as they come.
NAMES = (
    "Orvane",
    "Bergholm",
    "Kessim",
    "Verrin",
    "Alsen",
    "Lumeria",
    "Norland",
    "Tarvik",
    "Quenby",
    "Zolmar",
)
DAYS = ("2019-03-12", "2019-03-14", "2019-03-20", None)
TITLES = st.tuples(
    st.sampled_from(("en", "de", "es", "fr")),
    st.sampled_from(DAYS),
    st.lists(st.sampled_from(NAMES), min_size=2, max_size=6, unique=True),
)


@st.composite
def batches(draw: st.DrawFn) -> list[tuple[Article, ...]]:
    """Reports in several languages, in parts of any size and order."""
    titles = draw(st.lists(TITLES, min_size=4, max_size=14))
    told = [
        article(f"{n:02}", " ".join(names), "", day, language)
        for n, (language, day, names) in enumerate(titles)
    ]
    order = draw(st.permutations(told))
    bounds = [0, *sorted(draw(st.lists(st.integers(0, len(order)), max_size=6))), len(order)]
    return [tuple(order[a:b]) for a, b in pairwise(bounds)]


@given(batches(), st.sampled_from(CONFIGS))
@settings(max_examples=150, deadline=None)
def test_no_order_and_no_split_shows_over_languages(
    parts: list[tuple[Article, ...]], config: GroupConfig
) -> None:
    grouping = Grouping()
    for part in parts:
        grouping = add_articles(grouping, part, config)
    assert same(grouping, group_articles(tuple(chain.from_iterable(parts)), config))


@given(st.permutations(EVERYTHING), st.lists(st.integers(0, len(EVERYTHING)), max_size=5))
@settings(max_examples=40, deadline=None)
def test_no_order_and_no_split_shows(order: list[Article], cuts: list[int]) -> None:
    bounds = [0, *sorted(cuts), len(order)]
    parts = [tuple(order[a:b]) for a, b in pairwise(bounds)]
    grouping = reduce(add_articles, parts, Grouping())
    assert same(grouping, AT_ONCE)
    assert make_stories(grouping, tuple(order)) == STORIES


@given(st.permutations(EVERYTHING), st.sampled_from(CONFIGS))
@settings(max_examples=20, deadline=None)
def test_one_by_one_is_the_same(order: list[Article], config: GroupConfig) -> None:
    grouping = Grouping()
    for one in order:
        grouping = add_articles(grouping, (one,), config)
    assert same(grouping, group_articles(EVERYTHING, config))


def test_what_is_known_is_not_added_again() -> None:
    assert same(add_articles(AT_ONCE, (CRASH_ONE,)), AT_ONCE)


def test_copies_are_scored_once_and_come_back_as_members() -> None:
    pile = (CRASH_ONE, CRASH_TWO, *(copied(CRASH_ONE, f"c{n}") for n in range(20)))
    grouping = group_articles(pile)
    assert len(grouping.pairs.scores) == 1
    assert grouping.document_ids == (tuple(sorted(a.document.id for a in pile)),)


def test_a_new_document_is_scored_with_those_it_may_belong_to_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    scored = []

    def counted(*pair: object) -> int:
        scored.append(pair)
        return likeness_of(*pair)  # type: ignore[arg-type]

    known = group_articles(tuple(a for a in PILE if a is not CRASH_TWO))
    monkeypatch.setattr(module, "likeness_of", counted)
    late = add_articles(known, (CRASH_TWO,))
    assert 0 < len(scored) == len(late.pairs.scores) - len(known.pairs.scores)
    assert same(late, group_articles(PILE))


@pytest.mark.parametrize("published", ["1900-01-01", "2100-12-31", "0001-01-01", "9999-12-31", None])
def test_odd_days_and_texts_are_grouped(published: str | None) -> None:
    texts = ("", "x", "word " * 100_000, "\n" * 100_000, "\ud800 lone")
    pile = tuple(
        replace(ELSEWHERE, document=replace(ELSEWHERE.document, id=f"d{n}", text=text, published=published))
        for n, text in enumerate(texts)
    )
    together = group_articles(
        (*PILE, *(replace(a, document=replace(a.document, id=f"{a.document.id}x")) for a in pile))
    )
    assert sum(map(len, together.document_ids)) == len(PILE) + len(pile)
