"""The parse of Russian texts: exact places, and bounded work on what is no prose."""

from __future__ import annotations

import pytest

from rashomon.annotate.russian import lemma, parse
from rashomon.config import RussianConfig

_SMALL = RussianConfig(text=200, sentence=10, sentences=4)


@pytest.mark.parametrize(
    "text",
    ["", " ", "а", "\ud800 слово", "Слово. " * 100, "слово, " * 100, ". , ! " * 100, "слово" * 100],
)
def test_places_are_exact(text: str) -> None:
    parsed = parse(text, _SMALL)
    assert all(text[token.start : token.end] == token.text for token in parsed.tokens)
    assert all(-1 <= token.head < len(parsed.tokens) for token in parsed.tokens)


def test_a_head_stands_within_its_piece() -> None:
    tokens = parse("слово, " * 25, _SMALL).tokens
    assert len(tokens) == 50
    assert all(token.head // 10 == i // 10 for i, token in enumerate(tokens) if token.head >= 0)


def test_too_many_sentences_are_cut_as_one() -> None:
    tokens = parse("Дождь идёт. " * 6, _SMALL).tokens
    roots = [i for i, token in enumerate(tokens) if token.head < 0 or token.relation == "root"]
    assert len(roots) < 6


def test_the_end_of_a_very_long_text_is_not_parsed() -> None:
    assert max(token.end for token in parse("слово " * 100, _SMALL).tokens) <= _SMALL.text


@pytest.mark.parametrize("word", ["\ud800", "ы" * 500])
def test_what_can_be_no_word_is_its_own_lemma(word: str) -> None:
    assert lemma(word) == word
