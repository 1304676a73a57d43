"""Words, stems, numbers and names, each case a line of data."""

from __future__ import annotations

import pytest

from rashomon.textmatch import (
    clause_bounds,
    concepts,
    content_stems,
    fold,
    name_keys,
    numbers_in,
    sound_key,
    text_words,
)

LANGUAGES = ("en", "ru", "de", "es", "fr", "it")


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_its_words(code: str) -> None:
    words = text_words(code)
    assert len(words.stop_words.split()) > 100
    assert min(map(len, (words.hedges, words.negations, words.joints))) > 4


STEMS = [
    ("The harbours were closed at dawn.", "en", ("harbo", "close", "dawn")),
    ("Порты были закрыты на рассвете", "ru", ("порты", "закры", "рассв")),
    ("L’ancien maire est à l'hôpital", "fr", ("ancie", "maire", "hopit")),
    ("", "en", ()),
    ("7 of 12", "en", ()),
    ("a word", None, ("word",)),
    ("港口于5日关闭", "zh", ("港口", "关闭")),
    ("Прем'єр об’єднання", "uk", ("прем'", "об’єд")),
    ("أيضًا أُغلِقَ الميناء", "ar", ("اغلق", "المين")),
    ("Liman'da gemiler", "tr", ("liman", "gemil")),
]


@pytest.mark.parametrize(("text", "language", "stems"), STEMS)
def test_content_stems(text: str, language: str | None, stems: tuple[str, ...]) -> None:
    assert content_stems(text, language) == stems


NUMBERS = [
    ("1,500 or 1.500 or 1 500", ("1500", "1500", "1500")),
    ("3,5 and 2.25", ("3.5", "2.25")),
    ("12,000,000 in 2013", ("12000000", "2013")),
    ("none", ()),
]


@pytest.mark.parametrize(("text", "numbers"), NUMBERS)
def test_numbers_in(text: str, numbers: tuple[str, ...]) -> None:
    assert numbers_in(text) == numbers


SAME_NAME = [
    ("Wassiljew", "Васильев"),
    ("Vasiliev", "Васильев"),
    ("Schmidt", "Шмидт"),
    ("Toulouse", "Тулуза"),
    pytest.param("Hughes", "Хьюз", marks=pytest.mark.xfail(strict=True, reason="silent letters")),
]


@pytest.mark.parametrize(("one", "other"), SAME_NAME)
def test_names_have_one_key_in_every_script(one: str, other: str) -> None:
    assert sound_key(one) == sound_key(other) != ""


def test_name_keys_are_of_capitalised_words_only() -> None:
    assert name_keys("The mayor met Ingrid Lindqvist in Oslo", "en") == name_keys(
        "Ingrid Lindqvist Oslo", "en"
    )


@pytest.mark.parametrize("text", ["", " ", "\ud800", "\x00", "9" * 5000, "«", "é" * 3000])
def test_any_text_is_taken(text: str) -> None:
    for function in (content_stems, name_keys, concepts):
        assert isinstance(function(text, "en"), tuple)
    assert isinstance(fold(text) + str(numbers_in(text)), str)


CLAUSES = [
    ("The dam broke early on Tuesday", "en", ["The dam broke early on Tuesday"]),
    (
        "The dam broke early on Tuesday, while trains stood still between hills and coast",
        "en",
        ["The dam broke early on Tuesday", "while trains stood still between hills and coast"],
    ),
    # A piece with too little content stays with the one before.
    ("The dam broke early on Tuesday, he said", "en", ["The dam broke early on Tuesday, he said"]),
    # A joint opens a clause without a comma.
    (
        "Der Damm brach früh am Dienstag während Züge zwischen Küste und Bergen standen",
        "de",
        ["Der Damm brach früh am Dienstag", "während Züge zwischen Küste und Bergen standen"],
    ),
    ("Oh well", "en", []),
    ("", "en", []),
]


@pytest.mark.parametrize(("text", "language", "clauses"), CLAUSES)
def test_clause_bounds(text: str, language: str, clauses: list[str]) -> None:
    assert [text[start:end] for start, end in clause_bounds(text, language, 3)] == clauses
