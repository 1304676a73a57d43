"""One event is one story, whatever the order of the pages; other events of its history are related."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.group.grouping import group_articles
from rashomon.group.stories import group_stories, make_stories
from rashomon.types import Article

from .pile import CRASH_GERMAN, CRASH_ONE, CRASH_TWO, ELSEWHERE, PILE, article


def groups(*articles: Article) -> set[frozenset[str]]:
    return {frozenset(story.document_ids) for story in group_stories(articles)}


def test_one_event_in_three_languages_is_one_story() -> None:
    assert groups(*PILE) == {frozenset({"d1", "d2", "d3", "d4"}), frozenset({"d5"}), frozenset({"d6"})}


def test_an_earlier_event_is_related_with_its_reason_and_another_is_not() -> None:
    stories = {story.document_ids: story for story in group_stories(PILE)}
    (link,) = stories["d1", "d3", "d4", "d2"].related
    assert (link.document_id, link.story_id, link.relation) == ("d5", None, "earlier")
    assert link.reason.startswith("both name ")
    assert "283 days earlier" in link.reason
    (back,) = stories[("d5",)].related
    assert (back.document_id, back.story_id, back.relation) == (None, "s1", "later")
    assert stories[("d6",)].related == ()


def test_a_story_is_named_by_its_earliest_document_and_told_in_order_of_time() -> None:
    story = next(s for s in group_stories((CRASH_TWO, CRASH_ONE)))
    assert (story.id, story.document_ids) == ("s1", ("d1", "d2"))
    assert story.title in {CRASH_ONE.document.title, CRASH_TWO.document.title}


def test_a_page_without_title_is_called_by_its_first_words() -> None:
    (story,) = group_stories((article("1", "", "Rain fell on the hills all day."),))
    assert story.title == "Rain fell on the hills all day."


@pytest.mark.parametrize(
    ("one", "two", "title"),
    [
        ("Ferry hits pier in the capital", "Engine failure suspected", "Ferry hits pier in the capital"),
        ("Top stories", "Engine failure suspected", "Engine failure suspected"),
        ("", "Engine failure suspected", "Engine failure suspected"),
        ("Top stories", "", CRASH_GERMAN.document.title),
    ],
)
def test_a_story_is_called_as_most_of_its_reports_would_call_it(one: str, two: str, title: str) -> None:
    pile = (_called(CRASH_ONE, one), _called(CRASH_TWO, two), CRASH_GERMAN)
    grouping = group_articles(pile)
    # The German report is most like its fellows, and the first English one comes next.
    like = {(0, 1): 100, (0, 2): 900, (1, 2): 800}
    pairs = zip(grouping.pairs.found.earlier.tolist(), grouping.pairs.found.later.tolist(), strict=True)
    likeness = np.array([like[min(pair), max(pair)] for pair in pairs])
    central = replace(grouping, pairs=replace(grouping.pairs, likeness=likeness))
    assert [story.title for story in make_stories(central, pile)] == [title]


def test_a_title_over_two_stories_tells_neither() -> None:
    heading = "News of the day"
    pile = (_called(CRASH_ONE, heading), CRASH_TWO, _called(ELSEWHERE, heading))
    assert group_stories(pile)[0].title == CRASH_TWO.document.title


def _called(article: Article, title: str) -> Article:
    return replace(article, document=replace(article.document, title=title))


@pytest.mark.parametrize("undated", [0, 1])
def test_being_undated_does_not_split(undated: int) -> None:
    pair = [CRASH_ONE, CRASH_TWO]
    pair[undated] = replace(pair[undated], document=replace(pair[undated].document, published=None))
    assert len(groups(*pair)) == 1


def test_being_undated_does_not_merge() -> None:
    undated = replace(ELSEWHERE, document=replace(ELSEWHERE.document, published=None))
    assert len(groups(CRASH_ONE, CRASH_TWO, undated)) == 2


def test_months_apart_are_two_events_however_alike() -> None:
    later = article("9", CRASH_ONE.document.title or "", CRASH_ONE.document.text, "2019-09-12")
    assert len(groups(CRASH_ONE, later)) == 2


def test_nothing_gives_nothing() -> None:
    assert group_stories(()) == ()


@given(st.permutations(PILE))
@settings(max_examples=20, deadline=None)
def test_no_order_shows(order: list[Article]) -> None:
    assert group_stories(tuple(order)) == group_stories(PILE)


@given(st.lists(st.tuples(st.text(max_size=40), st.text(max_size=200)), max_size=6), st.data())
@settings(max_examples=40, deadline=None)
def test_any_text_is_partitioned_in_any_order(pages: list[tuple[str, str]], data: st.DataObject) -> None:
    articles = [article(f"{n:02}", title, text) for n, (title, text) in enumerate(pages)]
    stories = group_stories(tuple(articles))
    assert sorted(i for s in stories for i in s.document_ids) == [a.document.id for a in articles]
    assert group_stories(tuple(data.draw(st.permutations(articles)))) == stories


def test_a_long_page_of_junk_is_read_in_part() -> None:
    junk = article("8", "x" * 100_000, "lorem ipsum, " * 80_000)
    assert len(groups(junk, CRASH_ONE)) == 2
