from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.report import people
from rashomon.report.view import StoryView, make_edition
from rashomon.types import ActorLabel, Comparison

from .builder import comparison as build
from .builder import courier, diario, ferry_with, gazette, span, vestnik


@pytest.fixture
def story(comparison: Comparison) -> StoryView:
    return make_edition(comparison).stories[0]


def test_voices_are_told_for_every_report(story: StoryView) -> None:
    told = {voice.name: [cell.told for cell in voice.cells] for voice in people.voices(story)}
    assert told == {
        "Ilse Marrow": [
            "1 direct quote, 17 words",
            "1 direct quote, 1 indirect quote, 14 words",
            "1 direct quote, 8 words",
            "1 direct quote, 4 words",
            "not found in this text",
        ],
        "coast guard": [
            "1 indirect quote, 16 words",
            "1 indirect quote, 4 words",
            "not found in this text",
            "not found in this text",
            "named, not quoted",
        ],
    }


def test_the_area_of_a_dot_is_the_number_of_words(story: StoryView) -> None:
    dots = [cell.radius for voice in people.voices(story) for cell in voice.cells]
    assert dots == [9.0, 8.2, 6.2, 4.4, 0.0, 8.7, 4.4, 0.0, 0.0, 0.0]


def test_labels_by_voice(story: StoryView) -> None:
    view = people.labels(story)[0]
    assert view.actor.name == "crowd at the harbour"
    told = [
        ([r.id for r in row.reports], [t.term for t in row.own], [t.term for t in row.quoted])
        for row in view.rows
    ]
    assert told == [
        (["gazette"], ["protesters"], []),
        (["courier"], [], ["rioters"]),
        (["vestnik"], [], ["бунтовщики"]),
        (["diario"], ["manifestantes"], []),
    ]


def test_reports_that_call_it_alike_share_a_row() -> None:
    actor = build().stories[0].actors[1]
    said = tuple(
        ActorLabel(term, span(doc, words), "outlet")
        for term, doc, words in (
            ("rescuers", gazette, "Protesters"),
            ("Rescuers", courier, "rioters"),
            ("guardia", diario, "manifestantes"),
        )
    )
    view = people.labels(ferry_with(actors=(replace(actor, labels=said),)))[0]
    assert [[report.id for report in row.reports] for row in view.rows] == [
        ["gazette", "courier"],
        ["diario"],
    ]
    assert (view.reports, view.compares) == (3, True)


def test_spellings(story: StoryView) -> None:
    named = {tally.name: tally.detail for tally in people.naming(story)}
    assert named["Ilse Marrow"] == "Ильзе Марроу"


def test_a_name_within_a_title_is_no_spelling() -> None:
    actor = build().stories[0].actors[0]
    titled = (span(gazette, "Transport Minister Ilse Marrow"), span(vestnik, "Ильзе Марроу"))
    story = ferry_with(actors=(replace(actor, mentions=titled),))
    assert people.naming(story)[0].detail == "Ильзе Марроу"


def test_more_names_than_a_list_has_are_counted(monkeypatch: pytest.MonkeyPatch, story: StoryView) -> None:
    every = people.named(story)
    assert every.left == 0
    monkeypatch.setattr(people, "MOST_NAMES", 1)
    named = people.named(story)
    shown = len(named.several) + len(named.once)
    assert named.several == every.several[:1]
    assert shown + named.left == len(every.several) + len(every.once)
