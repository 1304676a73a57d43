from __future__ import annotations

from dataclasses import replace

from rashomon.report import lineage
from rashomon.report.view import StoryView, make_edition
from rashomon.types import Comparison, Descent

from .builder import comparison as build


def _story(links: tuple[Descent, ...] | None = None) -> StoryView:
    whole = build()
    ferry = whole.stories[0]
    told = ferry if links is None else replace(ferry, lineage=links)
    return make_edition(Comparison(whole.documents, (told,))).stories[0]


def test_rows_are_those_that_take_part_who_is_credited_first() -> None:
    drawn = lineage.lineage(_story())
    assert [row.name for row in drawn.rows] == [
        "NPA",
        "Selwyn Gazette",
        "Вестник побережья",
        "El Diario",
        "Orrin Today",
    ]
    assert drawn.height == 5 * lineage.ROW


def test_an_arrow_ends_at_the_taker_and_only_where_it_is_known() -> None:
    arcs = lineage.lineage(_story()).arcs
    assert [(arc.kind, bool(arc.head)) for arc in arcs] == [
        ("credit", True),
        ("copy", True),
        ("same-briefing", False),
    ]
    # From the second row, the Gazette, to the fifth: each is 32 high.
    assert arcs[1].path.startswith("M80 48C")
    assert arcs[1].path.endswith(" 80 144")
    assert arcs[1].head == "M73 139.5L80 144L73 148.5"


def test_longer_arcs_reach_further_out() -> None:
    arcs = lineage.lineage(_story()).arcs
    reach = {arc.kind: float(arc.path.split("C")[1].split(" ")[0]) for arc in arcs}
    assert 0 < reach["copy"] < reach["credit"] == reach["same-briefing"]


def test_names_and_shares_in_words() -> None:
    told = [(link.source_name, link.target.name, link.share) for link in lineage.lineage(_story()).links]
    assert told == [
        ("NPA", "Selwyn Gazette", ""),
        ("Selwyn Gazette", "Orrin Today", "90% of its words"),
        ("Вестник побережья", "El Diario", ""),
    ]


def test_no_links_no_drawing() -> None:
    drawn = lineage.lineage(_story(()))
    assert (drawn.links, drawn.rows, drawn.arcs, drawn.height) == ((), (), (), 0)


def test_too_many_rows_are_listed_only() -> None:
    many = tuple(
        Descent("gazette", None, "credit", True, "", credit=f"Agency {n}") for n in range(lineage.MOST_ROWS)
    )
    drawn = lineage.lineage(_story(many))
    assert len(drawn.links) == lineage.MOST_ROWS
    assert drawn.rows == ()


def test_an_agency_that_credits_itself_is_no_link() -> None:
    own = Descent("gazette", None, "credit", True, "", credit="Selwyn Gazette")
    assert lineage.lineage(_story((own,))).links == ()


def test_who_is_credited_may_have_a_report_of_the_story() -> None:
    credited = Descent("copy", None, "credit", True, "", credit="Selwyn Gazette")
    drawn = lineage.lineage(_story((credited,)))
    assert [row.report.id for row in drawn.rows if row.report] == ["gazette", "copy"]
    assert len(drawn.rows) == 2
