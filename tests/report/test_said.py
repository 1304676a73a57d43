from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.report import said
from rashomon.report.view import StoryView, make_edition
from rashomon.types import Comparison, Difference

from .builder import comparison as build
from .builder import courier, gazette, span, vestnik


@pytest.fixture
def story(comparison: Comparison) -> StoryView:
    return make_edition(comparison).stories[0]


def _differing(*differences: Difference) -> said.UtteranceView:
    """The minister's words with other differences."""
    whole = build()
    ferry = whole.stories[0]
    utterance = replace(ferry.utterances[0], differences=differences)
    story = make_edition(Comparison(whole.documents, (replace(ferry, utterances=(utterance,)),))).stories[0]
    return said.utterances(story)[0]


def test_what_differs_comes_first(story: StoryView) -> None:
    assert [view.utterance.verdict for view in said.utterances(story)] == ["differ", "agree"]


def test_other_quotes_are_those_no_report_renders_again(story: StoryView) -> None:
    told = {speaker.name: [q.quote.quote.id for q in speaker.quotes] for speaker in said.other_quotes(story)}
    assert told == {"Ilse Marrow": ["q7"], "Speaker not named": ["q8"]}


MAY, LOST, HOUR = span(gazette, "may have"), span(gazette, "lost"), span(gazette, "hour")
CLAUSE = span(courier, "nobody was left behind when the Halcyon burned")


@pytest.mark.parametrize(
    ("differences", "told"),
    [
        pytest.param(
            (Difference("hedge", (MAY, CLAUSE), "“may have” stands here; 1 has none"),),
            [("hedge", ["may have"], "“may have” stands here; 1 has none")],
            id="what it was compared with is not what differs",
        ),
        pytest.param(
            (
                Difference("hedge", (MAY,), "“May have” stands here"),
                Difference("hedge", (LOST,), "“may have” stands here"),
            ),
            [("hedge", ["may have", "lost"], "“May have” stands here")],
            id="one reason",
        ),
        pytest.param(
            (Difference("number", (MAY, LOST), "“may have” in one, “lost” in the other"),),
            [("number", ["may have", "lost"], "")],
            id="a reason that only repeats the words",
        ),
        pytest.param(
            (
                Difference("number", (MAY, LOST), "“may have” in one, “lost” in the other"),
                Difference("number", (HOUR, LOST), "“hour” in one, “lost” in the other"),
            ),
            [("number", ["may have", "lost", "hour"], "")],
            id="numbers against the same number",
        ),
        pytest.param(
            (Difference("dropped", (LOST,), "gone"), Difference("negation", (HOUR,), "turned")),
            [("negation", ["hour"], "turned"), ("dropped", ["lost"], "gone")],
            id="the gravest first",
        ),
    ],
)
def test_differences_are_told_once(
    differences: tuple[Difference, ...], told: list[tuple[str, list[str], str]]
) -> None:
    view = _differing(*differences, Difference("wording", (HOUR,), "other words"))
    assert [(d.kind, [place.text for place in d.words], d.reason) for d in view.turned] == told
    assert [d.reason for d in view.worded] == ["other words"]


def test_only_words_that_differ_are_marked() -> None:
    whole = span(gazette, build().stories[0].quotes[0].quote.content.text)
    assert [
        piece.kinds for piece in _differing(Difference("hedge", (whole,), "all")).renderings[0].pieces
    ] == [()]
    compared = Difference("hedge", (MAY, LOST), "“may have” stands here")
    marked = [p.text for p in _differing(compared).renderings[0].pieces if p.kinds]
    assert marked == ["may have"]


def test_a_few_quoted_words_stand_in_their_sentence(story: StoryView) -> None:
    partly = said.other_quotes(story)[-1].quotes[0]
    assert (partly.before, partly.place.text, partly.after) == (
        "Она назвала ",
        "собравшихся в порту бунтовщиками",
        ".",
    )
    assert said.other_quotes(story)[0].quotes[0].before == ""


def test_the_clause_of_a_few_quoted_words_is_shown_whole() -> None:
    whole = build()
    ferry = whole.stories[0]
    partly = ferry.quotes[-1]
    clause = span(vestnik, "назвала собравшихся в порту бунтовщиками")
    quotes = (*ferry.quotes[:-1], replace(partly, quote=replace(partly.quote, clause=clause)))
    story = make_edition(Comparison(whole.documents, (replace(ferry, quotes=quotes),))).stories[0]
    shown = said.other_quotes(story)[-1].quotes[0]
    assert (shown.before, shown.after) == ("назвала ", "")
