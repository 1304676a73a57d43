"""Who says it in Romance languages: past days, means and whom it was told; cases are data."""

from __future__ import annotations

import pytest

from annotate.quote_documents import document, told
from rashomon.annotate.quotes import find_quotes
from rashomon.annotate.sentences import split_sentences

#: A text, and what is told as kind, content, source.
Case = tuple[str, str, list[tuple[str, str, str | None]]]

BEHIND: list[Case] = [
    (
        "fr",
        "« Le pont tient », a dit mardi soir à la radio le maire.",
        [("direct", "Le pont tient", "le maire")],
    ),
    ("fr", "« Le pont tient », a dit à l'AFP une voisine.", [("direct", "Le pont tient", "une voisine")]),
    ("fr", "Le pont tient, a indiqué jeudi 2 juin le maire.", [("indirect", "Le pont tient", "le maire")]),
    (
        "fr",
        "Le pont tient, a assuré, dans un communiqué, la préfecture.",
        [("indirect", "Le pont tient", "la préfecture")],
    ),
    ("fr", "« Le pont tient », explique son directeur.", [("direct", "Le pont tient", "son directeur")]),
    (
        "es",
        "“El puente aguanta”, dijo el martes a Efe el alcalde.",
        [("direct", "El puente aguanta", "el alcalde")],
    ),
    (
        "es",
        "“El puente aguanta”, dijo a la prensa una vecina.",
        [("direct", "El puente aguanta", "una vecina")],
    ),
    (
        "es",
        "El puente aguanta, aseguró en rueda de prensa la alcaldesa.",
        [("indirect", "El puente aguanta", "la alcaldesa")],
    ),
    (
        "it",
        "«Il ponte tiene», ha detto martedì alla stampa il sindaco.",
        [("direct", "Il ponte tiene", "il sindaco")],
    ),
    ("it", "«Il ponte tiene», ha detto all'Ansa una vicina.", [("direct", "Il ponte tiene", "una vicina")]),
    (
        "pt",
        "“A ponte aguenta”, disse na terça (14) o prefeito.",
        [("direct", "A ponte aguenta", "o prefeito")],
    ),
    (
        "pt",
        "“A ponte aguenta”, disse aos jornalistas a vereadora.",
        [("direct", "A ponte aguenta", "a vereadora")],
    ),
    ("pt", "“A ponte aguenta”, disse-nos a vereadora.", [("direct", "A ponte aguenta", "a vereadora")]),
]

CONTENT: list[Case] = [
    (
        "fr",
        "Le maire a annoncé, jeudi 2 juin, avoir fermé le pont.",
        [("indirect", "avoir fermé le pont", "Le maire")],
    ),
    (
        "fr",
        "Le pont, a-t-il ajouté, restera fermé.",
        [("indirect", "Le pont, a-t-il ajouté, restera fermé", "-t-il")],
    ),
    ("fr", "Le pont tient, comme l'a rappelé le maire.", [("indirect", "Le pont tient", "le maire")]),
    (
        "fr",
        "Le porte-parole de l'Union a dit que tout va bien.",
        [("indirect", "tout va bien", "Le porte-parole de l'Union")],
    ),
    ("fr", "Le maire a tenu à souligner que le pont tient.", [("indirect", "le pont tient", "Le maire")]),
    (
        "es",
        "El alcalde dijo el lunes 3 que el puente aguanta.",
        [("indirect", "el puente aguanta", "El alcalde")],
    ),
    (
        "es",
        "Subrayando que el puente aguanta, el alcalde pidió calma.",
        [("indirect", "el puente aguanta", "el alcalde")],
    ),
    (
        "it",
        "Sottolineando che il ponte tiene, il sindaco ha chiesto calma.",
        [("indirect", "il ponte tiene", "il sindaco")],
    ),
    ("it", "Il sindaco si è detto certo che il ponte tiene.", [("indirect", "il ponte tiene", "Il sindaco")]),
    (
        "pt",
        "O prefeito voltou a garantir que a ponte aguenta.",
        [("indirect", "a ponte aguenta", "O prefeito")],
    ),
    (
        "pt",
        "O prefeito limitou-se a dizer que a ponte aguenta.",
        [("indirect", "a ponte aguenta", "O prefeito")],
    ),
    (
        "pt",
        "“A ponte aguenta”, disse um engenheiro que conhece a obra.",
        [("direct", "A ponte aguenta", "um engenheiro")],
    ),
]

#: What tells nothing of anybody.
NOTHING: list[tuple[str, str]] = [
    ("fr", "La mairie a refusé de préciser si le pont tient."),
    ("fr", "Le navire « Étoile du soir » a quitté le port."),
    ("es", "La película “Los puentes de abril” se estrena hoy."),
    ("it", "Il romanzo «I ponti di aprile» esce oggi."),
    ("pt", "A praça ficou conhecida como “Largo Velho” no século passado."),
]


def _told(language: str, text: str) -> list[tuple[str, str, str | None]]:
    doc = document(text, language)
    return told(find_quotes(doc, split_sentences(doc)))


@pytest.mark.parametrize(("language", "text", "expected"), BEHIND, ids=[c[1][:40] for c in BEHIND])
def test_who_stands_behind_the_verb(
    language: str, text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert _told(language, text) == expected


@pytest.mark.parametrize(("language", "text", "expected"), CONTENT, ids=[c[1][:40] for c in CONTENT])
def test_what_is_said(language: str, text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert _told(language, text) == expected


@pytest.mark.parametrize(("language", "text"), NOTHING, ids=[t[:40] for _, t in NOTHING])
def test_nothing_is_told(language: str, text: str) -> None:
    assert _told(language, text) == []


def test_straight_marks_with_spaces_open_and_close_in_turn() -> None:
    assert _told("fr", '" Le pont tient " , a dit le maire .') == [("direct", "Le pont tient", "le maire")]


@pytest.mark.parametrize("language", ["fr", "es", "it", "pt"])
@pytest.mark.parametrize("junk", ['" ' * 20_000, "— disse " * 5_000, "(14) " * 8_000, ", de que " * 5_000])
def test_junk_is_read(language: str, junk: str) -> None:
    doc = document(junk, language)
    for quote in find_quotes(doc, split_sentences(doc)):
        assert doc.text[quote.content.start : quote.content.end] == quote.content.text
