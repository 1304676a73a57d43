"""Names in other scripts and in Latin letters."""

from __future__ import annotations

import pytest

from rashomon.lexicon.transliteration import latin_spelling, script_of, spelling_score, units

SCRIPTS = ("cyrillic", "hebrew", "arabic", "japanese", "korean", "chinese")
#: A name, its Latin spelling, and one that looks like it.
CASES = [
    ("Уилкинсон", "Wilkinson", "Dickinson"),
    ("Хименес", "Jimenez", "Simenon"),
    ("Белова", "Belova", "Below"),
    ("Мельник", "Melnyk", "Menken"),
    ("شوقي", "Shawki", "Makki"),
    ("روبرتس", "Roberts", "Ruperts"),
    ("הנדריקס", "Hendrix", "Andersen"),
    ("约翰逊", "Johnson", "Jackson"),
    ("羅伯特", "Robert", "Albert"),
    ("スティーブンス", "Stevens", "Simmons"),
    ("앤더슨", "Anderson", "Henderson"),
]


@pytest.mark.parametrize(("name", "latin", "other"), CASES)
def test_a_name_fits_its_own_spelling_best(name: str, latin: str, other: str) -> None:
    assert spelling_score(name, other) < spelling_score(name, latin) <= 0


@pytest.mark.parametrize(
    ("name", "script"),
    [
        ("Мельник", "cyrillic"),
        ("佐藤さくら", "japanese"),
        ("张", "chinese"),
        ("김", "korean"),
        ("Smith", None),
        ("Παππάς", None),
        ("", None),
    ],
)
def test_a_script_is_told_by_its_letters(name: str, script: str | None) -> None:
    assert script_of(name) == script


@pytest.mark.parametrize(
    ("name", "latin"), [("Nuñez", "nunez"), ("Мельник", "mel'nik"), ("", ""), ("12", ""), ("\ud800", "")]
)
def test_other_scripts_are_romanised(name: str, latin: str) -> None:
    assert latin_spelling(name) == latin.replace("'", "")


def test_vowels_that_are_not_written_are_told_by_chance_alone() -> None:
    assert latin_spelling("محمد").replace("o", "u") in {"muhammad", "mhmd", "muhamad", "muhammed"}


@pytest.mark.parametrize("script", SCRIPTS)
def test_weights_are_logarithms_of_probabilities(script: str) -> None:
    weights = [weight for chunk in units(script).values() for _, weight in chunk]
    assert len(weights) > 500
    assert all(weight <= 0 for weight in weights)


def test_a_word_without_end_is_no_name() -> None:
    assert spelling_score("张" * 100_000, "x" * 100_000) < 0
    assert latin_spelling("ب" * 1000)
