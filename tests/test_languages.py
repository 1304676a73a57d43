"""The language files: each loads, and each section fits the shape that reads it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files

import pytest

from rashomon.errors import LanguageFileError
from rashomon.languages import detect_language, known_languages, section

FILES = sorted(
    entry.name for entry in files("rashomon").joinpath("lang").iterdir() if entry.name.endswith(".toml")
)


@dataclass(frozen=True)
class NoWords:
    """A shape that no section has."""

    none_such: tuple[str, ...] = ()


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_toml_with_sections_only(name: str) -> None:
    tables = tomllib.loads(files("rashomon").joinpath("lang", name).read_text("utf-8"))
    assert tables
    assert all(isinstance(table, dict) for table in tables.values())


def test_six_languages_are_known() -> None:
    assert {"de", "en", "es", "fr", "it", "ru"} <= set(known_languages())


def test_a_language_may_have_a_file_for_one_stage_only() -> None:
    assert {"en", "nl", "zh"} <= set(known_languages("clean")) <= set(known_languages())
    assert "nl" not in known_languages("numbers")
    assert known_languages("no such section") == ()


def test_an_unknown_language_gets_the_defaults() -> None:
    assert section("xx", "quotes", NoWords) == NoWords()


def test_a_key_nobody_reads_is_told() -> None:
    with pytest.raises(LanguageFileError, match=r"lang/en.toml \[quotes\]: no such key"):
        section("en", "quotes", NoWords)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The harbour wall gave way on Monday, the mayor said.", "en"),
        ("Стена гавани обрушилась в понедельник, сообщил мэр города.", "ru"),
        ("Die Hafenmauer brach am Montag, sagte die Bürgermeisterin.", "de"),
        (
            "Hráz nad městem povolila v pondělí ráno. Starosta řekl, že voda zaplavila čtyřicet domů a že "
            "lidé odešli včas. Podle hasičů nebyl nikdo zraněn. Most zůstane uzavřen do konce týdne.",
            "cs",
        ),
        (
            "Wał nad miastem pękł w poniedziałek rano. Burmistrz powiedział, że woda zalała czterdzieści "
            "domów, a ludzie wyszli na czas. Według strażaków nikt nie został ranny. Most jest zamknięty.",
            "pl",
        ),
        (
            "Дамба над містом прорвалася в понеділок уранці. Мер сказав, що вода залила сорок будинків, а "
            "люди вийшли вчасно. За словами рятувальників, ніхто не постраждав. Міст закрито до суботи.",
            "uk",
        ),
        (
            "De dijk boven de stad brak maandagochtend. De burgemeester zei dat het water veertig huizen "
            "heeft bereikt en dat de mensen op tijd weg waren. Volgens de brandweer raakte niemand gewond.",
            "nl",
        ),
        ("12 345", None),
        ("", None),
    ],
)
def test_detect_language(text: str, code: str | None) -> None:
    assert detect_language(text) == code
