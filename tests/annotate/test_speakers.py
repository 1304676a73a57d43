"""Speakers: full and short names, roles, pronouns, institutions, carried quotations; cases are data."""

from __future__ import annotations

from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet

from annotate.quote_documents import document, mention
from rashomon.annotate.entities import find_mentions
from rashomon.annotate.quotes import find_quotes
from rashomon.annotate.sentences import split_sentences
from rashomon.annotate.speakers import resolve_speakers
from rashomon.types import Mention, Quote

#: The words that stand in the text, the full name, the role before them.
Names = tuple[tuple[str, str, str], ...]


def resolved(text: str, names: Names, language: str = "en") -> tuple[Quote, ...]:
    doc = document(text, language)
    mentions: list[Mention] = [mention(doc, words, name, "person", role) for words, name, role in names]
    sentences = split_sentences(doc)
    return resolve_speakers(doc, sentences, tuple(mentions), find_quotes(doc, sentences))


LEE = ("Ann Lee", "Ann Lee", "")
CASES: list[tuple[str, str, Names, list[str | None]]] = [
    ("en", "“The bridge is closed,” Ann Lee said.", (LEE,), ["Ann Lee"]),
    (
        "en",
        "Dunn confidant Ann Lee, a former Republican speaker, said “all is well”. "
        "Republican planners say the bridge is shut.",
        (("Dunn", "Bob Dunn", ""), LEE),
        ["Ann Lee", "Republican planners"],
    ),
    (
        "en",
        "Mayor Ann Lee arrived at noon. “The bridge is closed,” the mayor said.",
        (("Ann Lee", "Ann Lee", "Mayor"),),
        ["Ann Lee"],
    ),
    (
        "en",
        "Ann Lee, a spokeswoman for the county, came at noon. The spokeswoman said the bridge was shut.",
        (LEE,),
        ["Ann Lee"],
    ),
    (
        "en",
        "“The bridge is closed,” Ann Lee said. She added that it would take weeks.",
        (LEE,),
        ["Ann Lee", "Ann Lee"],
    ),
    (
        "en",
        "“The bridge is closed,” Ann Lee said. “It will take weeks.”\n\n“Nobody was hurt.”",
        (LEE,),
        ["Ann Lee", "Ann Lee", "Ann Lee"],
    ),
    (
        "en",
        "Spokesman Bob Dunn and Mayor Ann Lee met. Dunn said talks went well. She said talks had failed.",
        (("Bob Dunn", "Bob Dunn", "Spokesman"), ("Ann Lee", "Ann Lee", "Mayor")),
        ["Bob Dunn", None],
    ),
    ("en", "The coast guard said two boats were missing.", (), ["coast guard"]),
    ("en", "A spokesman for Ann Lee said two boats were missing.", (LEE,), ["spokesman for Ann Lee"]),
    (
        "en",
        "Harbour Trust said two boats were missing. The company said it would search on.",
        (),
        ["Harbour Trust", "Harbour Trust"],
    ),
    (
        "en",
        "National Rescue Service (NRS) crews went out. The NRS said two boats were missing.",
        (),
        ["National Rescue Service"],
    ),
    (
        "en",
        "Mayor Ann Lee met officials. Officials said the bridge was shut.",
        (("Ann Lee", "Ann Lee", "Mayor"),),
        ["Officials"],
    ),
    (
        "ru",
        "«Мост закрыт до утра», — заявил мэр Иван Серов. Он добавил, что пострадавших нет.",
        (("Иван Серов", "Иван Серов", "мэр"),),
        ["Иван Серов", "Иван Серов"],
    ),
    (
        "ru",
        "Мэр Иван Серов приехал утром. Мэр сообщил, что мост закрыт.",
        (("Иван Серов", "Иван Серов", "Мэр"),),
        ["Иван Серов"],
    ),
    (
        "de",
        "„Die Brücke ist gesperrt“, sagte Ministerin Eva Kern. Sie sei nicht sicher.",
        (("Eva Kern", "Eva Kern", "Ministerin"),),
        ["Eva Kern", "Eva Kern"],
    ),
    (
        "fr",
        "«Le pont est fermé», a déclaré le maire Paul Roux. «Il restera fermé», ajoute-t-il.",
        (("Paul Roux", "Paul Roux", "maire"),),
        ["Paul Roux", "Paul Roux"],
    ),
    (
        "es",
        "La ministra Elena Rojas dijo que hay vacunas. “No hay motivo para la alarma”, añadió.",
        (("Elena Rojas", "Elena Rojas", "ministra"),),
        ["Elena Rojas", "Elena Rojas"],
    ),
    (
        "de",
        "Verkehrsministerin Karin Wolf kam am Montag. „Es gibt keine Alternative“, sagte die Ministerin.",
        (("Karin Wolf", "Karin Wolf", "Verkehrsministerin"),),
        ["Karin Wolf"],
    ),
    (
        "en",
        "Mayor Ann Lee spoke. The Lee campaign said it would sue.",
        (("Ann Lee", "Ann Lee", "Mayor"),),
        ["Lee campaign"],
    ),
    ("es", "Según la policía, hay dos desaparecidos.", (), ["policía"]),
]


@pytest.mark.parametrize(("language", "text", "names", "expected"), CASES, ids=[c[1][:50] for c in CASES])
def test_speaker(language: str, text: str, names: Names, expected: list[str | None]) -> None:
    assert [q.speaker for q in resolved(text, names, language)] == expected


def test_nobody_is_guessed() -> None:
    (quote,) = resolved("He said that the bridge was closed.", ())
    assert quote.speaker is None


def test_relay_is_a_plain_name() -> None:
    (quote,) = resolved("The bridge will close, the Daily Post reported, citing two officials.", ())
    assert (quote.speaker, quote.relayed_by) == ("two officials", "Daily Post")


def test_nothing_but_the_speaker_changes() -> None:
    text = "“The bridge is closed,” Ann Lee said."
    doc = document(text)
    found = find_quotes(doc, split_sentences(doc))
    after = resolve_speakers(doc, split_sentences(doc), (mention(doc, "Ann Lee", "Ann Lee"),), found)
    assert [(q.id, q.content, q.cue, q.source) for q in after] == [
        (q.id, q.content, q.cue, q.source) for q in found
    ]


# ---------------------------------------------------------------- sentences in the style of agencies


def _cases() -> list[ParameterSet]:
    """Of tests/data/quotes/<language>.txt: a text, then "kind | content | speaker" a quote ("-": nobody).

    "¶" parts paragraphs; "! " leads what is known to fail.
    """
    found: list[ParameterSet] = []
    for file in sorted((Path(__file__).parents[1] / "data" / "quotes").glob("*.txt")):
        for block in file.read_text("utf-8").strip().split("\n\n"):
            text, *expected = block.split("\n")
            marks = (pytest.mark.xfail(strict=True),) if text.startswith("! ") else ()
            text = text.removeprefix("! ").replace("¶", "\n\n")
            found.append(pytest.param(file.stem, text, expected, marks=marks))
    return found


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    _cases(),
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_agency_sentences(language: str, text: str, expected: list[str]) -> None:
    doc = document(text, language)
    sentences = split_sentences(doc)
    mentions = find_mentions(doc, sentences)
    quotes = resolve_speakers(doc, sentences, mentions, find_quotes(doc, sentences))
    assert [f"{q.kind} | {q.content.text} | {q.speaker or '-'}" for q in quotes] == expected
