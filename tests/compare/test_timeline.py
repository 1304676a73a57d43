"""Days in order, with what is told of them."""

from __future__ import annotations

from dataclasses import replace

from story_builder import article

from rashomon.compare.timeline import make_timeline
from rashomon.types import Article, DateMention, Span, Statement, TimelineEntry


def _dated(item: Article, *found: tuple[str, str]) -> Article:
    text, name = item.document.text, item.document.id
    dates = tuple(
        DateMention(Span(name, text.index(words), text.index(words) + len(words), words), value, "day", "")
        for words, value in found
    )
    return replace(item, annotations=replace(item.annotations, dates=dates))


def test_days_stand_in_order_with_the_statements_told_of_them() -> None:
    one = _dated(
        article("a", "en", "The dam broke on Tuesday.\nIt was built in 1961.\nNo day is told."),
        ("Tuesday", "2031-05-06"),
        ("1961", "1961"),
    )
    two = _dated(article("b", "en", "On May 6 the dam broke."), ("May 6", "2031-05-06"))
    (broke, built, none), (again,) = (tuple(s.span for s in x.annotations.sentences) for x in (one, two))
    statements = (
        Statement("t1", "agree", "", (broke, again)),
        Statement("t2", "single", "", (built,)),
        Statement("t3", "single", "", (none,)),
    )
    assert make_timeline(statements, (one, two)) == (
        TimelineEntry("1961", ("t2",)),
        TimelineEntry("2031-05-06", ("t1",)),
    )


def test_the_day_of_publication_is_no_event_where_nobody_tells_it() -> None:
    one = article("a", "en", "The dam broke.")
    one = replace(one, document=replace(one.document, published="2031-05-06"))
    assert make_timeline((Statement("t1", "single", "", (one.annotations.sentences[0].span,)),), (one,)) == ()
