"""Copies with small edits are found; a long statement quoted by two reporters is no copying."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.compare.origins import find_origins, same_house
from rashomon.types import Annotations, Article, Document, Quote, Span

FIRE = """A warehouse on the northern edge of Velburg burned down on Tuesday night after a lightning
strike set its roof alight. Three people were taken to hospital with light injuries, the city's
fire brigade reported. About 120 firefighters worked until the morning to keep the flames from
a neighbouring paint works. The road to the harbour stays closed until the walls have been
checked. Damage is put at two million euros."""
EDITED = """Warehouse burns in Velburg: what is known. A warehouse on the northern edge of Velburg burned
down on Tuesday night after a lightning strike set its roof alight. Four people were taken to
hospital with light injuries, the city's fire brigade reported. About 120 firefighters worked
until the morning to keep the flames from a neighbouring paint works. Damage is put at more
than two million euros."""
STATEMENT = """we will rebuild this hall stone by stone, we will not leave anybody without work over the
winter, and we thank every single one of those who stood in the smoke all night so that the
quarter behind it could sleep"""
OWN = f"""The owner of the hall that went up in flames promised to start again. "{STATEMENT}", Ida Moor
said in front of the ruin. Neighbours brought coffee. Her company has stored coffee and cocoa
there since the seventies."""
OTHER = f"""Velburg's mayor visited the site at noon, with Ida Moor, who runs the company. "{STATEMENT}",
she told him. The council wants to discuss help in a special session, according to the mayor's
office, as early as Monday."""


def article(name: str, text: str, language: str = "en", agency: str | None = None) -> Article:
    quotes: tuple[Quote, ...] = ()
    if (start := text.find(STATEMENT)) >= 0:
        content = Span(name, start, start + len(STATEMENT), STATEMENT)
        quotes = (Quote("q1", "direct", content, None, None, None),)
    document = Document(
        name, f"{name}.txt", "", outlet=f"The {name}", agency=agency, language=language, text=text
    )
    return Article(document, Annotations(name, quotes=quotes))


CASES = [
    ("a copy with edits", [("a", FIRE), ("b", EDITED)], [(("a", "b"), "copy")]),
    ("one statement quoted twice", [("a", OWN), ("b", OTHER)], [(("a",), "own"), (("b",), "own")]),
    (
        "an own report beside copies",
        [("a", FIRE), ("b", OWN), ("c", EDITED)],
        [(("a", "c"), "copy"), (("b",), "own")],
    ),
    ("another language", [("a", FIRE), ("b", EDITED, "nl")], [(("a",), "own"), (("b",), "own")]),
    (
        "one agency in two languages",
        [("a", OWN, "en", "NPX"), ("b", "Alles andere.", "de", "npx")],
        [(("a", "b"), "wire")],
    ),
    (
        "an agency that only contributed",
        [("a", OWN, "en", "NPX"), ("b", FIRE, "en", "NPX")],
        [(("a",), "wire"), (("b",), "wire")],
    ),
    ("an agency on its own page", [("a", FIRE, "en", "The a")], [(("a",), "own")]),
    ("a wire copy", [("a", FIRE, "en", "NPX"), ("b", EDITED)], [(("a", "b"), "wire")]),
    ("a wire story alone", [("a", FIRE, "en", "NPX"), ("b", OTHER)], [(("a",), "wire"), (("b",), "own")]),
    ("empty pages", [("a", ""), ("b", "")], [(("a",), "own"), (("b",), "own")]),
    ("nothing", [], []),
]


@pytest.mark.parametrize(("rows", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_origins(rows: list[tuple[str, ...]], expected: list[tuple[tuple[str, ...], str]]) -> None:
    for order in permutations(rows):
        origins = find_origins(tuple(article(*row) for row in order))
        assert [(origin.document_ids, origin.kind) for origin in origins] == expected
        assert all(origin.reason for origin in origins)


def test_the_reason_counts_words_and_the_spans_show_them() -> None:
    articles = article("a", FIRE), article("b", EDITED)
    (origin,) = find_origins(articles)
    assert " words outside quotations in The " in origin.reason
    texts = {a.document.id: a.document.text for a in articles}
    assert {span.document_id for span in origin.spans} == {"a", "b"}
    for span in origin.spans:
        assert texts[span.document_id][span.start : span.end] == span.text
    assert any("until the morning to keep the flames" in span.text for span in origin.spans)


def test_the_closest_pair_speaks_for_a_group_of_any_size() -> None:
    copies = tuple(article(f"c{n}", FIRE) for n in range(8))
    (origin,) = find_origins((*copies, article("e", EDITED)))
    assert origin.reason == (
        "72 of 72 words outside quotations in The c0 stand word for word in The c1; "
        "the closest of 8 pairs that join 9 reports"
    )


def test_a_lone_page_of_an_agency_says_so() -> None:
    (origin,) = find_origins((article("a", FIRE, agency="NPX"),))
    assert (origin.kind, origin.reason) == ("wire", "credits NPX; no other report shares its words")


@given(st.lists(st.text(max_size=60), max_size=5))
@settings(max_examples=50, deadline=None)
def test_any_text_is_partitioned(texts: list[str]) -> None:
    articles = tuple(article(f"d{n}", text) for n, text in enumerate(texts))
    members = [i for origin in find_origins(articles) for i in origin.document_ids]
    assert sorted(members) == sorted(a.document.id for a in articles)


HOUSES = [
    ("NPX", "npx", True),
    ("NPX", "The state agency NPX", True),
    ("НПКС", "npks", True),
    ("NPB", "Northern Press Bureau", True),
    ("NPB", "The Northern Press Bureau", True),
    ("Northern Herald", "The Southern Herald", False),
    ("NPX", "Northern Press", False),
    ("NPX", "", False),
]


@pytest.mark.parametrize(("one", "other", "same"), HOUSES)
def test_one_house_of_two_names(one: str, other: str, same: bool) -> None:
    assert same_house(one, other) == same_house(other, one) == same
