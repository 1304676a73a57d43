from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.report import people, sections
from rashomon.report.view import StoryView, make_edition
from rashomon.types import Comparison, DateMention, Difference, Statement, StoryComparison, TimelineEntry

from .builder import comparison as build
from .builder import courier, gazette, span


@pytest.fixture
def story(comparison: Comparison) -> StoryView:
    return make_edition(comparison).stories[0]


def _with(**changes: object) -> StoryView:
    """The ferry story with parts of it replaced."""
    whole = build()
    ferry: StoryComparison = replace(whole.stories[0], **changes)  # type: ignore[arg-type]
    return make_edition(Comparison(whole.documents, (ferry,))).stories[0]


def test_reports_of_one_hand_share_letter_and_hue(story: StoryView) -> None:
    told = [(r.id, r.origin, r.hue) for r in story.reports.values()]
    assert told == [
        ("gazette", "A", 0),
        ("courier", "B", None),
        ("vestnik", "C", 1),
        ("diario", "C", 1),
        ("copy", "A", 0),
    ]


def test_two_reports_of_one_outlet_are_told_apart() -> None:
    whole = build()
    documents = tuple(
        replace(d, outlet="Same") if d.id in ("gazette", "copy") else d for d in whole.documents
    )
    story = make_edition(Comparison(documents, whole.stories)).stories[0]
    assert [r.name for r in story.reports.values() if r.outlet == "Same"] == ["Same (1)", "Same (2)"]


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        ({"outlet": "Selwyn Gazette"}, "Selwyn Gazette"),
        ({"outlet": None}, "gazette.example"),
        ({"outlet": None, "url": "https://www.a.example/x"}, "a.example"),
        ({"outlet": None, "url": None}, "NPA"),
        ({"outlet": None, "url": None, "agency": None}, "gazette.html"),
    ],
)
def test_outlet(facts: dict[str, str | None], name: str) -> None:
    whole = build()
    documents = tuple(replace(d, **facts) if d.id == "gazette" else d for d in whole.documents)  # type: ignore[arg-type]
    assert make_edition(Comparison(documents, whole.stories)).stories[0].reports["gazette"].outlet == name


def test_what_differs_comes_first(story: StoryView) -> None:
    assert [view.figure.verdict for view in sections.figures(story)] == ["differ", "undecided", "single"]
    assert [view.utterance.verdict for view in sections.utterances(story)] == ["differ", "agree"]
    assert [view.several for view in sections.statements(story)] == [True, True, False]


def test_values_rise_and_stand_on_one_axis(story: StoryView) -> None:
    values = sections.figures(story)[0].values
    assert [value.amount for value in values] == ["12 people", "≥ 12 people", "≥ 12 people", "14 people"]
    dots = [value.dot for value in values if value.dot]
    assert [(dot.left, dot.right) for dot in dots] == [(30, 30), (30, None), (30, None), (170, 170)]


@pytest.mark.parametrize(
    ("units", "amounts"),
    [
        (["person", "person"], ["14 people", "14 people"]),
        (["person", ""], ["14 people", "14 people"]),
        (["person", "dead"], ["14", "14"]),
        (["day", ""], ["14 days", "14"]),
        (["percent", "person"], ["14%", "14 people"]),
    ],
)
def test_counted_nouns_of_one_figure_are_one(units: list[str], amounts: list[str]) -> None:
    figure = build().stories[0].figures[0]
    first, second = span(gazette, "At least"), span(gazette, "2009")
    values = tuple(
        replace(figure.values[2], span=place, unit=unit)
        for place, unit in zip((first, second), units, strict=True)
    )
    view = sections.figures(_with(figures=(replace(figure, values=values),)))[0]
    told = [value.amount for value in view.values for _ in range(1 + len(value.again))]
    assert told == amounts


def test_the_same_told_again_is_one_row() -> None:
    figure = build().stories[0].figures[0]
    twice = replace(figure.values[2], span=span(gazette, "2009"))
    values = (replace(figure.values[2], span=span(gazette, "At least")), twice)
    view = sections.figures(_with(figures=(replace(figure, values=values),)))[0]
    assert [(value.place.text, [p.text for p in value.again]) for value in view.values] == [
        ("At least", ["2009"])
    ]


def test_differences_of_one_reason_are_told_together() -> None:
    utterance = build().stories[0].utterances[0]
    hedge = Difference("hedge", (span(gazette, "may have"),), "“May have” stands here")
    again = Difference("hedge", (span(gazette, "lost"),), "“may have” stands here")
    turned = Difference("negation", (span(gazette, "nobody"),), "turned")
    wording = Difference("wording", (span(gazette, "hour"),), "other words")
    story = _with(utterances=(replace(utterance, differences=(wording, hedge, again, turned)),))
    view = sections.utterances(story)[0]
    assert [(d.kind, [s.text for s in d.spans]) for d in view.turned] == [
        ("negation", ["nobody"]),
        ("hedge", ["may have", "lost"]),
    ]
    assert view.worded == (wording,)


def test_a_mark_under_the_whole_of_a_quotation_is_left_out() -> None:
    utterance = build().stories[0].utterances[0]
    quote = build().stories[0].quotes[0].quote.content
    story = _with(utterances=(replace(utterance, differences=(Difference("hedge", (quote,), "all"),)),))
    assert [piece.kinds for piece in sections.utterances(story)[0].renderings[0].pieces] == [()]


def test_a_season_stands_where_it_begins() -> None:
    days = ["2030", "2031-03-01", "2031-SP", "2031-03-02", "2031-FA"]
    entries = tuple(TimelineEntry(day, ("t1",)) for day in sorted(days))
    story = _with(timeline=entries)
    told = [day.date for day in sections.timeline(story, sections.statements(story))]
    assert told == days


def test_a_date_is_told_in_the_words_that_have_it() -> None:
    first, second = span(gazette, "The ferry was built in 2009."), span(courier, "in January")
    member = span(courier, "The Halcyon had failed a safety check in January, harbour records show.")
    story = _with(
        statements=(Statement("t1", "agree", "", (first, member)),),
        timeline=(TimelineEntry("2031-01", ("t1",)),),
        dates=(DateMention(second, "2031-01", "month", ""),),
    )
    assert sections.timeline(story, sections.statements(story))[0].told[0][1].span == member


def test_a_sentence_is_told_once_a_day() -> None:
    member = span(courier, "The Halcyon had failed a safety check in January, harbour records show.")
    statements = tuple(Statement(f"t{n}", "single", "", (member,)) for n in range(2))
    story = _with(statements=statements, timeline=(TimelineEntry("2031-01", ("t0", "t1")),))
    told = sections.timeline(story, sections.statements(story))[0].told
    assert [view.statement.id for view, _ in told] == ["t0"]


def test_nobody_speaks_last(story: StoryView) -> None:
    assert [tally.name for tally in people.speaking(story)] == [
        "Ilse Marrow",
        "coast guard",
        "Speaker not named",
    ]
    assert [speaker.name for speaker in sections.other_quotes(story)] == ["Ilse Marrow", "Speaker not named"]


def test_labels_by_voice(story: StoryView) -> None:
    view = people.labels(story)[0]
    assert view.actor.name == "crowd at the harbour"
    told = [(row.report.id, [t.term for t in row.own], [t.term for t in row.quoted]) for row in view.rows]
    assert told == [
        ("gazette", ["protesters"], []),
        ("courier", [], ["rioters"]),
        ("vestnik", [], ["бунтовщики"]),
        ("diario", ["manifestantes"], []),
    ]


def test_spellings(story: StoryView) -> None:
    named = {tally.name: tally.detail for tally in people.naming(story)}
    assert named["Ilse Marrow"] == "Ильзе Марроу"


def test_context_is_cut_at_words_and_paragraphs(story: StoryView) -> None:
    place = story.place(span(gazette, "more than 300 passengers"))
    assert place.context(20) == ("… were injured and ", " were taken off the …")
    assert story.place(span(gazette, "At least")).context(12)[0] == ""
