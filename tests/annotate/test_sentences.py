"""Where a sentence ends, as splits of one text: the cases are the sentences, joined by a space."""

from __future__ import annotations

import pytest

from rashomon.annotate.sentences import split_sentences
from rashomon.types import Block, Document

CASES = [
    ("en", ["Mr. Stone of the U.S. Embassy left at 5 p.m. on Monday.", "He was not alone."]),
    ("en", ["She lives in the U.S.", "They do not."]),
    ("en", ["Gen. A. B. Hill spoke to Dr. Wu vs. Smith Inc. Chairman Low.", "It was No. 5 on the list."]),
    ("en", ['"Is it over?" she asked.', '"It is. We are glad," he said.', "Nobody else spoke."]),
    ("en", ["Prices rose 2.5 percent...", "Then they fell!"]),
    ("de", ["Am 3. Oktober kam er, z. B. nach Bonn, d.h. an den Rhein.", "Dr. Klein war am 5. dort."]),
    ("de", ["„Das war gut. Sehr gut“, sagte sie.", "Dann ging sie."]),
    ("es", ["El Sr. Gil viajó a EE. UU. con la Dra. Ríos.", "¿Qué hizo?", "Nada."]),
    ("fr", ["M. Petit et Mme Roy citent l’art. 5 et J.-C. Blanc.", "« C’est fini. Voilà », dit-il."]),
    ("it", ["Il sig. Neri cita l'art. 5, ecc. del codice.", "Poi tace."]),
    ("ru", ["В 2016 г. А. С. Петров жил на ул. Мира, т. е. в центре.", "Об этом писали."]),
    ("ru", ["«Это так. Да», — сказал он.", "Всё."]),
    ("xx", ["Foo bar. baz B. Quux.", "Qux!"]),
    (None, ["One here.", "Two there."]),
]


def _document(text: str, language: str | None, *blocks: tuple[int, int]) -> Document:
    spans = blocks or ((0, len(text)),)
    return Document(
        "d", "s", "0", language=language, text=text, blocks=tuple(Block(a, b, "body") for a, b in spans)
    )


@pytest.mark.parametrize(("language", "sentences"), CASES)
def test_split(language: str | None, sentences: list[str]) -> None:
    found = split_sentences(_document(" ".join(sentences), language))
    assert [s.span.text for s in found] == sentences


def test_no_sentence_crosses_a_block_and_spans_are_exact() -> None:
    text = "A title\n\n  First one. Second\n\n \n\nLast."
    document = _document(text, "en", (0, 7), (9, 28), (30, 31), (33, len(text)))
    found = split_sentences(document)
    assert [(s.span.text, s.block) for s in found] == [
        ("A title", 0),
        ("First one.", 1),
        ("Second", 1),
        ("Last.", 3),
    ]
    assert all(text[s.span.start : s.span.end] == s.span.text for s in found)


@pytest.mark.parametrize(
    "text", ["", "a", "\ud800. B", '"' * 50_000, "A. " * 20_000, "«a. " * 20_000, "." * 99_999]
)
def test_any_text_is_cut(text: str) -> None:
    found = split_sentences(_document(text, "en"))
    assert "".join("".join(s.span.text.split()) for s in found) == "".join(text.split())
