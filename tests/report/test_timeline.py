from __future__ import annotations

import pytest

from rashomon.report import sections, timeline
from rashomon.report.view import StoryView, make_edition
from rashomon.types import Comparison, DateMention, Statement, TimelineEntry

from .builder import courier, ferry_with, gazette, span


@pytest.fixture
def story(comparison: Comparison) -> StoryView:
    return make_edition(comparison).stories[0]


def test_a_season_stands_where_it_begins() -> None:
    days = ["2030", "2031-03-01", "2031-SP", "2031-03-02", "2031-FA"]
    entries = tuple(TimelineEntry(day, ("t1",)) for day in sorted(days))
    story = ferry_with(timeline=entries)
    told = [day.date for day in timeline.timeline(story, sections.statements(story))]
    assert told == days


def test_a_date_is_told_in_the_words_that_have_it() -> None:
    first, second = span(gazette, "The ferry was built in 2009."), span(courier, "in January")
    member = span(courier, "The Halcyon had failed a safety check in January, harbour records show.")
    story = ferry_with(
        statements=(Statement("t1", "agree", "", (first, member)),),
        timeline=(TimelineEntry("2031-01", ("t1",)),),
        dates=(DateMention(second, "2031-01", "month", ""),),
    )
    assert timeline.timeline(story, sections.statements(story))[0].told[0][1].span == member


def test_a_day_tells_how_it_was_read(story: StoryView) -> None:
    days = timeline.timeline(story, sections.statements(story))
    told = {day.date: [(place.text, reason) for place, reason in day.reasons] for day in days}
    assert told == {
        "2031-01": [("in January", "January before 2031-03-04")],
        "2031-03-03": [("late on Monday", "Monday before 2031-03-04")],
        "2031-03-04": [("Tuesday", "the day of the report")],
    }


def test_a_sentence_is_told_once_a_day() -> None:
    member = span(courier, "The Halcyon had failed a safety check in January, harbour records show.")
    statements = tuple(Statement(f"t{n}", "single", "", (member,)) for n in range(2))
    story = ferry_with(statements=statements, timeline=(TimelineEntry("2031-01", ("t0", "t1")),))
    told = timeline.timeline(story, sections.statements(story))[0].told
    assert [view.statement.id for view, _ in told] == ["t0"]


def test_words_within_others_of_the_day_are_told_once() -> None:
    whole = span(courier, "The Halcyon had failed a safety check in January, harbour records show.")
    part = span(courier, "failed a safety check in January")
    statements = tuple(Statement(f"t{n}", "single", "", (member,)) for n, member in enumerate((part, whole)))
    story = ferry_with(statements=statements, timeline=(TimelineEntry("2031-01", ("t0", "t1")),))
    told = timeline.timeline(story, sections.statements(story))[0].told
    assert [view.statement.id for view, _ in told] == ["t1"]
