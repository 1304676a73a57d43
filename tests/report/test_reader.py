from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.report import people, reader, sections
from rashomon.report.reader import Reading, Stretch
from rashomon.report.view import StoryView, make_edition
from rashomon.types import ActorLabel, Comparison, Statement, Voice

from .builder import comparison as build
from .builder import copy, courier, ferry_with, gazette, span, vestnik


def _reading(story: StoryView) -> Reading:
    statements = sections.statements(story)
    return reader.reading(story, sections.figures(story), statements, sections.arrange(statements).shown)


def _stretches(story: StoryView, report: str) -> list[Stretch]:
    told = reader.paragraphs(story.reports[report], _reading(story))
    return [stretch for _, stretches in told for stretch in stretches]


def _words(stretch: Stretch) -> str:
    return "".join(piece.text for piece in stretch.pieces)


def test_a_text_is_cut_and_none_of_it_lost() -> None:
    story = ferry_with()
    for report in story.reports.values():
        told = "".join(map(_words, _stretches(story, report.id)))
        assert "".join(told.split()) == "".join(report.document.text.split())


FIRE = "A fire broke out on the ferry Halcyon off the island of Orrin late on Monday."
HURT = "12 people were hurt"
FAILED = "The Halcyon had failed a safety check in January, harbour records show."
PARK = "Пострадали 14 человек"


@pytest.mark.parametrize(
    ("verdict", "members", "standing", "sign"),
    [
        ("agree", (span(gazette, FIRE), span(vestnik, PARK)), "several", "2"),
        ("agree", (span(gazette, FIRE), span(copy, FIRE)), "echo", "="),
        ("differ", (span(gazette, FIRE), span(vestnik, PARK)), "differ", "≠"),
        ("undecided", (span(gazette, FIRE), span(vestnik, PARK)), "loose", "~"),
        ("single", (span(gazette, FIRE),), "alone", "1"),
    ],
)
def test_standing(verdict: str, members: tuple[object, ...], standing: str, sign: str) -> None:
    statement = Statement("t1", verdict, "", members)  # type: ignore[arg-type]
    told = [s for s in _stretches(ferry_with(statements=(statement,), timeline=()), "gazette") if s.standing]
    assert [(_words(s), s.standing, s.sign, s.anchors) for s in told] == [(FIRE, standing, sign, ("s1-t1",))]


def test_words_of_two_statements_have_the_graver_standing_and_both_anchors() -> None:
    statements = (
        Statement("t1", "single", "", (span(courier, FAILED),)),
        Statement("t2", "differ", "", (span(courier, "had failed a safety check"), span(gazette, FIRE))),
    )
    told = [s for s in _stretches(ferry_with(statements=statements, timeline=()), "courier") if s.standing]
    assert [(_words(s), s.standing, s.sign, s.anchors) for s in told] == [
        ("The Halcyon ", "alone", "", ("s1-t1",)),
        ("had failed a safety check", "differ", "≠", ("s1-t2", "s1-t1")),
        (" in January, harbour records show.", "alone", "1", ("s1-t1",)),
    ]


def test_shares_are_parts_of_the_text() -> None:
    story = ferry_with(statements=(Statement("t1", "single", "", (span(courier, FAILED),)),), timeline=())
    (share,) = reader.shares(story.reports["courier"], _reading(story))
    percent = 100 * len(FAILED) / len(courier.text)
    assert (share.standing, share.left) == ("alone", 0.0)
    assert share.width == pytest.approx(percent, abs=0.1)
    assert share.percent == round(percent)


def test_figures_that_differ_are_words_that_differ() -> None:
    marks = _reading(ferry_with()).marks["vestnik"]
    found = {(mark.kind, vestnik.text[mark.start : mark.end]) for mark in marks if mark.target == "s1-f1"}
    assert found == {("figure", "14 человек"), ("words", "14 человек")}


def test_what_is_not_found_in_a_text() -> None:
    story = ferry_with()
    views = sections.statements(story)
    missing = {
        r.id: [o.statement_id for o, _ in reader.missing(story, r, views)] for r in story.reports.values()
    }
    assert missing == {"gazette": [], "courier": ["t1"], "vestnik": [], "diario": [], "copy": []}


def test_links_lead_to_the_first_place_of_a_label_in_each_voice() -> None:
    actor = build().stories[0].actors[2]
    told: tuple[tuple[Voice, str], ...] = (
        ("outlet", "Protesters"),
        ("outlet", "passengers"),
        ("quoted", "nobody"),
        ("quoted", "minister"),
    )
    labels = tuple(ActorLabel("people", span(gazette, words), voice) for voice, words in told)
    story = ferry_with(actors=(replace(actor, labels=labels),))
    marks = [mark for mark in _reading(story).marks["gazette"] if mark.kind == "label"]
    linked = {gazette.text[mark.start : mark.end]: mark.linked for mark in marks}
    assert linked == {"Protesters": True, "passengers": False, "nobody": True, "minister": False}


def test_a_passage_alone_whose_figure_others_tell_otherwise_is_told_differently() -> None:
    story = ferry_with(statements=(Statement("t1", "single", "", (span(courier, HURT),)),))
    (stretch,) = [s for s in _stretches(story, "courier") if s.standing]
    assert (stretch.standing, stretch.sign) == ("differ", "≠")


def test_of_many_texts_names_are_marked_where_the_list_leads() -> None:
    whole = build()
    more = tuple(replace(gazette, id=f"more{n}", outlet=f"Outlet {n}") for n in range(reader.MOST_NAMED))
    ids = (*whole.stories[0].story.document_ids, *(d.id for d in more))
    actors = tuple(
        replace(
            a, mentions=a.mentions + tuple(replace(m, document_id=d.id) for d in more for m in a.mentions)
        )
        for a in whole.stories[0].actors
    )
    ferry = replace(whole.stories[0], story=replace(whole.stories[0].story, document_ids=ids), actors=actors)
    story = make_edition(Comparison((*whole.documents, *more), (ferry,))).stories[0]
    named = [m for marks in _reading(story).marks.values() for m in marks if m.kind == "name"]
    assert 0 < len(named) <= people.MOST_COUNTED * len(actors)
