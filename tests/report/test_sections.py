from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.report import sections
from rashomon.report.view import StoryView, make_edition
from rashomon.types import (
    Comparison,
    Span,
    Statement,
)

from .builder import comparison as build
from .builder import courier, diario, ferry_with, gazette, span, vestnik


@pytest.fixture
def story(comparison: Comparison) -> StoryView:
    return make_edition(comparison).stories[0]


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
        (["day", ""], ["14", "14 days"]),
        (["percent", "person"], ["14 people", "14%"]),
        (["EUR", ""], ["EUR 14", "EUR 14"]),
        (["EUR", "USD"], ["EUR 14", "USD 14"]),
    ],
)
def test_counted_nouns_of_one_figure_are_one(units: list[str], amounts: list[str]) -> None:
    figure = build().stories[0].figures[0]
    first, second = span(gazette, "At least"), span(gazette, "2009")
    values = tuple(
        replace(figure.values[2], span=place, unit=unit)
        for place, unit in zip((first, second), units, strict=True)
    )
    view = sections.figures(ferry_with(figures=(replace(figure, values=values),)))[0]
    told = [value.amount for value in view.values for _ in range(1 + len(value.again))]
    assert told == amounts


def test_the_same_told_again_is_one_row() -> None:
    figure = build().stories[0].figures[0]
    twice = replace(figure.values[2], span=span(gazette, "2009"))
    values = (replace(figure.values[2], span=span(gazette, "At least")), twice)
    view = sections.figures(ferry_with(figures=(replace(figure, values=values),)))[0]
    assert [(value.place.text, [p.text for p in value.again]) for value in view.values] == [
        ("At least", ["2009"])
    ]


def test_a_source_told_once_holds_for_the_same_amount_of_the_same_report() -> None:
    figure = build().stories[0].figures[0]
    value = replace(figure.values[2], span=span(gazette, "At least"), attributed_to=None)
    sourced = replace(figure.values[2], span=span(gazette, "2009"), attributed_to="coast guard")
    view = sections.figures(ferry_with(figures=(replace(figure, values=(value, sourced)),)))[0]
    assert [(v.quantity.attributed_to, [p.text for p in v.again]) for v in view.values] == [
        ("coast guard", ["At least"])
    ]


def test_the_axis_is_named_at_its_ends(story: StoryView) -> None:
    assert [view.ends for view in sections.figures(story)] == [
        ("12", "14"),
        ("280", "300"),
        None,
    ]


FIRE = span(gazette, "A fire broke out on the ferry Halcyon")
BURNED = span(courier, "when the Halcyon burned")
CROWD, STAGE = span(gazette, "Protesters gathered"), span(courier, "What rioters want is a stage")


def test_sentences_without_a_verdict_are_not_paired_again() -> None:
    statements = (
        Statement("agreed", "agree", "", (FIRE, BURNED)),
        Statement("again", "undecided", "", (FIRE, STAGE)),
        Statement("new", "undecided", "", (CROWD, STAGE)),
        Statement("alone", "single", "", (CROWD,)),
    )
    arranged = sections.arrange(sections.statements(ferry_with(statements=statements)))
    told = [[view.statement.id for view in part] for part in (arranged.sure, arranged.loose, arranged.alone)]
    assert told == [["agreed"], ["new"], ["alone"]]


def test_words_that_several_tell_are_not_told_by_one_alone() -> None:
    within = Span(FIRE.document_id, FIRE.start, FIRE.start + 20, FIRE.text[:20])
    statements = (
        Statement("agreed", "agree", "", (FIRE, BURNED)),
        Statement("part", "single", "", (within,)),
        Statement("alone", "single", "", (CROWD,)),
    )
    arranged = sections.arrange(sections.statements(ferry_with(statements=statements)))
    assert [view.statement.id for view in arranged.alone] == ["alone"]


def test_rows_with_new_sentences_lead() -> None:
    statements = (
        Statement("first", "agree", "", (FIRE, BURNED)),
        Statement("same", "agree", "", (FIRE, BURNED)),
        Statement("differs", "differ", "", (CROWD, STAGE)),
    )
    arranged = sections.arrange(sections.statements(ferry_with(statements=statements)))
    assert [view.statement.id for view in arranged.lead] == ["differs", "first"]
    assert [view.statement.id for view in arranged.rest] == ["same"]
    assert [view.statement.id for view in arranged.agreed] == ["first"]


def test_figures_that_differ_are_marked_in_the_words(story: StoryView) -> None:
    numbers = sections.differing(sections.figures(story))
    injured = story.place(span(gazette, "At least 12 people were injured and more than 300 passengers"))
    cut, more = sections.pieces(injured, numbers, 200)
    assert [(piece.text, bool(piece.marks)) for piece in cut] == [
        ("At least 12 people", True),
        (" were injured and more than 300 passengers", False),
    ]
    assert not more
    cut, more = sections.pieces(injured, numbers, 30)
    assert ("".join(piece.text for piece in cut), more) == ("At least 12 people were", True)


def test_a_report_with_the_figure_of_a_row_does_not_lack_it() -> None:
    """The Russian report has another number of the injured, in a sentence that is none of the row."""
    hurt = Statement(
        "t", "differ", "", (span(gazette, "At least 12 people"), span(courier, "12 people were hurt"))
    )
    row = sections.statements(ferry_with(statements=(hurt,)))[0]
    assert row.figure == "s1-f1"
    assert [(report.id, [p.text for p in places]) for report, places in row.counted] == [
        ("vestnik", ["14 человек"]),
        ("copy", ["At least 12 people"]),
    ]
    assert [report.id for report in row.absent] == ["diario"]
    alike = sections.statements(ferry_with(statements=(replace(hurt, verdict="agree"),)))[0]
    assert alike.counted == ()


def test_what_tells_most_of_a_report_alone_comes_first() -> None:
    """Its headline, and a sentence whose figure others tell otherwise, come last."""
    title, other = span(vestnik, vestnik.title or ""), span(vestnik, "собравшихся в порту")
    sentences = (span(vestnik, "14 человек", 1), title, other)
    statements = tuple(Statement(f"t{n}", "single", "", (s,)) for n, s in enumerate(sentences))
    story = ferry_with(statements=statements)
    ((_, own),) = sections.only(story, sections.statements(story), sections.figures(story))
    assert [view.statement.id for view in own] == ["t2", "t1", "t0"]


def test_values_in_the_same_sentence_are_told_once(story: StoryView) -> None:
    first = sections.figures(story)[0]
    told = [[v.place.report.id for v in alike] for alike in sections.in_words(first.values)]
    assert told == [["courier"], ["gazette", "copy"], ["vestnik"]]


def test_lanes_are_amounts_that_differ(story: StoryView) -> None:
    told = [[lane[0].amount for lane in view.lanes] for view in sections.figures(story)]
    assert told == [["12 people", "≥ 12 people", "14 people"], ["280", "≈ 300", "≥ 300"], []]


def test_english_words_stand_for_a_statement() -> None:
    spanish = span(diario, "Nadie se quedó atrás")
    story = ferry_with(statements=(Statement("t", "agree", "", (spanish, FIRE)),))
    assert sections.statements(story)[0].first.span == FIRE


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Minister: nobody was left behind", "Minister: nobody was left behind"),
        ("Incendio en un ferri frente a Orrin", "Fire on night ferry off Orrin, scores rescued"),
        ("A title of nobody", "A title of nobody"),
        ("", "Without a title"),
    ],
)
def test_a_foreign_title_gives_way_to_an_english_headline(title: str, shown: str) -> None:
    ferry = build().stories[0]
    assert ferry_with(story=replace(ferry.story, title=title)).title == shown


def test_a_citation_names_the_page_and_no_folder(story: StoryView) -> None:
    assert [story.reports[i].citation for i in ("gazette", "copy")] == [
        "Selwyn Gazette, “Fire on night ferry off Orrin, scores rescued”, 4 March 2031, "
        "https://gazette.example/fire?a=1&b=2",
        "Orrin Today, “Fire on night ferry off Orrin”, 5 March 2031, copy.html",
    ]


def test_context_is_cut_at_words_and_paragraphs(story: StoryView) -> None:
    place = story.place(span(gazette, "more than 300 passengers"))
    assert place.context(20) == ("… were injured and ", " were taken off the …")
    assert story.place(span(gazette, "At least")).context(12)[0] == ""
