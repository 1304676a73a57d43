"""What a report calls an actor: cases are a text and its labels."""

from __future__ import annotations

import pytest

from rashomon.annotate.entities import find_mentions
from rashomon.annotate.labels import find_labels
from rashomon.annotate.sentences import split_sentences
from rashomon.types import Block, Document, LabelMention, Quote, Span

#: Language, text, and (surface, name it stands for) of the labels that must be there.
CASES = [
    (
        "en",
        "Hamas fighters left. The gunmen of the Taliban came.",
        [("fighters", "Hamas"), ("gunmen", "Taliban")],
    ),
    (
        "en",
        "Former mayor Otto Brandt met Eva Lang, a veteran lobbyist, in court.",
        [("Former mayor", "Otto Brandt"), ("veteran lobbyist", "Eva Lang")],
    ),
    ("en", "Protesters threw stones at the Syrian regime.", [("Protesters", None), ("Syrian regime", None)]),
    (
        "en",
        "Otto Brandt was heard. Brandt is silent, but the former dictator wept.",
        [("former dictator", "Otto Brandt")],
    ),
    (
        "en",
        "Otto Brandt spoke. Brandt met the lawmaker, and his neighbour saw Brandt.",
        [("lawmaker", None)],
    ),
    (
        "en",
        "Eva Lang, a spokesman for the company, left. The company is new. Lang, who spoke, is ill.",
        [("company", None)],
    ),
    ("en", "The spokeswoman, Eva Lang, said no.", [("spokeswoman", "Eva Lang")]),
    (
        "en",
        "A trade war is near; state media deny it.",
        [("trade war", None), ("state media", "state media")],
    ),
    ("de", "Machthaber Otto Brandt floh. Die Aufständischen jubelten.", [("Machthaber", "Otto Brandt")]),
    ("de", "Die Terroristen des IS flohen.", [("Terroristen", "IS")]),
    ("es", "Los combatientes de Hamás huyeron.", [("combatientes", "Hamás")]),
    ("fr", "Les combattants du Hezbollah ont fui devant les rebelles.", [("combattants", "Hezbollah")]),
    (
        "it",
        "L'ex premier Luca Neri e i ribelli armati.",
        [("ex premier", "Luca Neri"), ("ribelli armati", None)],
    ),
    ("ru", "Боевики ИГ отступили. Террористическая группировка молчит.", [("Боевики", "ИГ")]),
    (
        "ru",
        "Боевики ИГ отступили. Террористическая группировка молчит.",
        [("Террористическая группировка", None)],
    ),
]

#: Sources of quotes whose head is another noun.
ATTRIBUTES = [
    ("en", "The dam leaks, according to court papers.", "court papers", "court", False),
    ("en", "The dam leaks, according to the court.", "the court", "court", True),
    ("ru", "Дамба течёт, сообщило руководство страны.", "руководство страны", "страны", False),
    ("ru", "Дамба течёт, сообщил местный чиновник.", "местный чиновник", "чиновник", True),
    ("es", "La presa falla, según soldados locales.", "soldados locales", "soldados", True),
]


@pytest.mark.parametrize(("language", "text", "source", "noun", "told"), ATTRIBUTES)
def test_the_head_of_a_source_is_who_speaks(
    language: str, text: str, source: str, noun: str, told: bool
) -> None:
    start = text.index(source)
    content = Span("d", 0, 8, text[:8])
    quote = Quote("q", "indirect", content, None, Span("d", start, start + len(source), source), source)
    found = {label.span.text for label in _labels(text, language, (quote,))}
    assert any(noun in label for label in found) == told


#: Nouns beside a name that do not stand for it.
NOT_TIED = [
    ("en", "According to Otto Brandt, the rebels left.", "rebels"),
    ("en", "The leader of Hamas left.", "leader"),
    ("it", "Secondo Luca Neri, i manifestanti sono pochi.", "manifestanti"),
]


def _labels(text: str, language: str, quotes: tuple[Quote, ...] = ()) -> tuple[LabelMention, ...]:
    document = Document("d", "s", "0", language=language, text=text, blocks=(Block(0, len(text), "body"),))
    sentences = split_sentences(document)
    return find_labels(document, sentences, find_mentions(document, sentences), quotes)


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_labels(language: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    found = {label.span.text: label.actor_name for label in _labels(text, language)}
    assert found.items() >= dict(expected).items()


@pytest.mark.parametrize(("language", "text", "term"), NOT_TIED)
def test_not_tied(language: str, text: str, term: str) -> None:
    assert [label.actor_name for label in _labels(text, language) if label.span.text == term] == [None]


@pytest.mark.parametrize(
    ("language", "text"),
    [("es", "El tribunal ha condenado el golpe."), ("it", "Luca Neri ha accusato la stampa.")],
)
def test_a_participle_is_no_label(language: str, text: str) -> None:
    assert {label.term for label in _labels(text, language)}.isdisjoint({"condenado", "accusato"})


def test_a_generic_noun_is_told_as_such() -> None:
    labels = _labels("The company and the jailed dictator met a wife.", "en")
    assert {label.term: label.generic for label in labels} == {
        "company": True,
        "jailed dictator": False,
        "wife": True,
    }


def test_a_courtesy_title_is_no_label() -> None:
    assert _labels("Then Mr. Brandt met Mrs. Lang.", "en") == ()


def test_voice() -> None:
    text = 'The rebels left. "The bandits left," he said. He called the thugs weak.'
    quote = Quote("q", "direct", Span("d", 18, 34, text[18:34]), None, None, None)
    voices = {label.term: label.voice for label in _labels(text, "en", (quote,))}
    assert voices == {"rebels": "outlet", "bandits": "quoted", "thug": "outlet"}


@pytest.mark.parametrize("text", ["", "rebel", "\ud800 rebels", "rebels of " * 5000])
def test_any_text(text: str) -> None:
    assert all(text[x.span.start : x.span.end] == x.span.text for x in _labels(text, "en"))
