"""Clauses of several reports that tell the same thing, and what stays apart."""

from __future__ import annotations

from dataclasses import replace

import pytest
from story_builder import article, counting

from rashomon.align.linkage import average_link, overlapping
from rashomon.align.statements import align_statements
from rashomon.types import Actor, Article, Quote, Span

ENGLISH = """The northern dam near Velmora broke on Tuesday after three weeks of rain.
Four hundred families were brought to schools in the hills, the governor said.
The railway company has stopped all trains between the coast and the capital.
Nobody has yet explained why the sirens stayed silent that evening."""

OTHER = """Trains between the capital and the coast have been stopped by the railway company.
A poet read from her new book in the town hall of Ostrava.
After three weeks of heavy rain the northern dam near Velmora broke on Tuesday."""

GERMAN = """Die Polizei hat in Velmora 14 Demonstranten verhaftet, teilte der Minister mit.
Das Konzert wurde ohne Angabe von Gründen auf den Herbst verschoben."""

SPANISH = """El ministro dijo que la policía detuvo en Velmora a 14 manifestantes.
Las cosechas de trigo fueron este año muy buenas en toda la llanura."""


def _joined(*articles: Article, actors: tuple[Actor, ...] = ()) -> set[frozenset[str]]:
    """The groups of several members, as the first words of each."""
    groups = align_statements(articles, actors)
    texts = {a.document.id: a.document.text for a in articles}
    for span in (span for group in groups for span in group):
        assert texts[span.document_id][span.start : span.end] == span.text
    return {frozenset(" ".join(s.text.split()[:3]) for s in group) for group in groups if len(group) > 1}


def test_the_same_told_in_another_order_of_words() -> None:
    assert _joined(article("a", "en", ENGLISH), article("b", "en", OTHER)) == {
        frozenset({"The northern dam", "After three weeks"}),
        frozenset({"The railway company", "Trains between the"}),
    }


def test_the_same_told_in_another_language() -> None:
    assert _joined(article("a", "de", GERMAN), article("b", "es", SPANISH)) == {
        frozenset({"Die Polizei hat", "El ministro dijo"})
    }


def test_every_sentence_with_content_is_in_a_group() -> None:
    groups = align_statements((article("a", "en", ENGLISH), article("b", "en", OTHER)), ())
    assert sum(map(len, groups)) == 7
    assert [len(group) for group in groups].count(1) == 3


def test_a_sentence_that_tells_two_things_is_a_member_by_its_clauses() -> None:
    both = article(
        "a",
        "en",
        "The cabinet of Norland raised the tax on imported steel, "
        "while farmers in the southern valley lost their wheat harvest to hail.",
    )
    tax = article("b", "en", "Norland's cabinet has raised the tax on steel imported from abroad.")
    hail = article("c", "en", "Hail took the wheat harvest of farmers in the southern valley.")
    assert _joined(both, tax, hail) == {
        frozenset({"The cabinet of", "Norland's cabinet has"}),
        frozenset({"while farmers in", "Hail took the"}),
    }


def test_a_figure_that_two_reports_have_brings_their_sentences_together() -> None:
    one = article("a", "en", "Rescuers counted 1,214 houses without roofs in Velmora.\n" + OTHER)
    two = article("b", "ru", "В Вельморе без крыш остались 1214 домов, сообщили спасатели.")
    read = (counting(one, "1,214", 1214, "house"), counting(two, "1214", 1214, "house"))
    assert _joined(*read) == {frozenset({"Rescuers counted 1,214", "В Вельморе без"})}


def test_an_actor_is_found_under_either_name() -> None:
    one = article("a", "en", "The envoy of the Holy Order left Velmora before noon.\n" + OTHER)
    two = article("b", "en", "Brother Anselm was not seen at dinner in Velmora.\n" + ENGLISH)
    mentions = (Span("a", 0, 27, "The envoy of the Holy Order"), Span("b", 0, 14, "Brother Anselm"))
    pair = frozenset({"The envoy of", "Brother Anselm was"})
    assert pair not in _joined(one, two)
    assert pair in _joined(one, two, actors=(Actor("p1", "Brother Anselm", "person", mentions),))


def test_the_order_of_the_reports_changes_nothing() -> None:
    reports = (article("a", "en", ENGLISH), article("b", "en", OTHER), article("c", "de", GERMAN))
    there, back = align_statements(reports, ()), align_statements(reports[::-1], ())
    assert {frozenset(g) for g in there} == {frozenset(g) for g in back}


@pytest.mark.parametrize("text", ["", ".", "\ud800 a b c d e f", "word " * 20_000, "a,b;c:d " * 3000])
def test_any_text_is_taken(text: str) -> None:
    assert align_statements((article("a", "en", text), article("b", "xx", text)), ()) is not None


def test_a_report_without_sentences_tells_nothing() -> None:
    empty = article("a", "en", ENGLISH)
    bare = replace(empty, annotations=replace(empty.annotations, sentences=()))
    assert align_statements((bare,), ()) == ()


def test_who_says_it_is_no_content() -> None:
    one = "Ada Lund, the minister of transport, said the dam would hold."
    two = "Ada Lund, the minister of transport, said nobody likes rain."
    reports = article("a", "en", one), article("b", "en", two)
    sources = [
        replace(
            r,
            annotations=replace(
                r.annotations,
                quotes=(
                    Quote(
                        r.document.id,
                        "indirect",
                        Span(r.document.id, 42, len(text), text[42:]),
                        Span(r.document.id, 37, 41, text[37:41]),
                        Span(r.document.id, 0, 35, text[:35]),
                        "Ada Lund",
                    ),
                ),
            ),
        )
        for r, text in zip(reports, (one, two), strict=True)
    ]
    assert _joined(*reports)
    assert not _joined(*sources)


def test_a_clause_that_is_near_to_no_member_is_no_member() -> None:
    order = "The president signed the order on foster care, officials said in Velmora on Friday."
    other = "Courts in Velmora hear of foster care for children every spring and autumn."
    reports = (article("a", "en", order), article("b", "en", order), article("c", "en", other))
    assert [len(group) for group in align_statements(reports, ())] == [2, 1]


def test_what_no_other_member_tells_at_an_end_is_left_out() -> None:
    one = article(
        "a",
        "en",
        "The council of Velmora closed both swimming pools, its finances being in a very poor state.\n"
        "Nobody came to the fair.",
    )
    other = article(
        "b", "en", "Both swimming pools were closed by the council of Velmora.\nIt rained all day."
    )
    (group,) = [group for group in align_statements((one, other), ()) if len(group) > 1]
    assert [span.text for span in group] == [
        "The council of Velmora closed both swimming pools",
        "Both swimming pools were closed by the council of Velmora.",
    ]


LINKS = [
    ({}, ()),
    ({(0, 1): 0.9}, ((0, 1),)),
    ({(0, 1): 0.3}, ()),
    # A chain does not swallow all: 0-2 has no link, so the mean of three is too low.
    ({(0, 1): 0.9, (1, 2): 0.7}, ((0, 1),)),
    ({(0, 1): 0.9, (1, 2): 0.7, (0, 2): 0.5}, ((0, 1, 2),)),
    ({(0, 1): 0.9, (2, 3): 0.8, (1, 2): 0.6}, ((0, 1), (2, 3))),
]


@pytest.mark.parametrize(("links", "clusters"), LINKS)
def test_average_link(links: dict[tuple[int, int], float], clusters: tuple[tuple[int, ...], ...]) -> None:
    assert average_link(links, 0.5) == clusters


def test_copies_of_one_report_are_members_however_many() -> None:
    copies = tuple(article(f"r{n:03}", "en", ENGLISH) for n in range(170))
    assert [len(group) for group in align_statements(copies, ())] == [170] * 4


OVERLAPPING = [
    # 1 is in two: its link to 2 is clustered by itself.
    ({(0, 1): 0.9, (1, 2): 0.7}, 2, [(0, 1), (1, 2)]),
    ({(0, 1): 0.9, (1, 2): 0.7}, 1, [(0, 1)]),
    # A link too weak is in no round in a cluster.
    ({(0, 1): 0.9, (1, 2): 0.3}, 3, [(0, 1)]),
    ({(0, 1): 0.9, (1, 2): 0.7, (0, 2): 0.5}, 3, [(0, 1, 2)]),
    ({}, 2, []),
]


@pytest.mark.parametrize(("links", "rounds", "clusters"), OVERLAPPING)
def test_overlapping_clusters(
    links: dict[tuple[int, int], float], rounds: int, clusters: list[tuple[int, ...]]
) -> None:
    assert [cluster for cluster, _ in overlapping(links, 0.6, rounds)] == clusters
