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
        ("12 345", None),
        ("", None),
    ],
)
def test_detect_language(text: str, code: str | None) -> None:
    assert detect_language(text) == code
