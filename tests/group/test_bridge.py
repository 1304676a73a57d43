"""What documents of two languages share."""

from __future__ import annotations

import pytest

from rashomon.group.bridge import bridge_keys, names_in
from rashomon.lexicon.concepts import using
from rashomon.lexicon.dictionaries import Dictionary


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rain fell. Yesterday Oda Kessim came to Alsen.", ("Oda", "Kessim", "Alsen")),
        ("He said: “Nobody knows.” Then Verrin left.", ("Verrin",)),
        ("", ()),
    ],
)
def test_names_open_no_sentence(text: str, names: tuple[str, ...]) -> None:
    assert names_in(text, "en") == names


def test_the_bridge_is_one_for_all_languages() -> None:
    english, russian = bridge_keys("the war", "en"), bridge_keys("война", "ru")
    assert english
    assert set(english) == set(russian)


@pytest.mark.parametrize(
    ("text", "language", "key"),
    [
        ("Kessim visits Japan", "en", "n/csm"),
        ("Kessim visits Japan", "en", "k/place:jp"),
        ("US and allies sign", "en", "k/place:us"),
        ("Estados Unidos e Japão assinam", "pt", "k/place:us"),
        ("O FMI e o governo", "pt", "k/org:imf"),
        ("Світовий банк дав кредит", "uk", "k/org:world-bank"),
        ("أعلنت منظمة الصحة العالمية", "ar", "k/org:who"),
        ("Der japanische Minister", "de", "k/place:jp"),
        ("威尔逊抵达", "zh", "n/vlsn"),
        ("国际奥委会开会", "zh", "k/org:ioc"),
    ],
)
def test_names_are_known_in_every_language(text: str, language: str, key: str) -> None:
    assert key in bridge_keys(text, language)


@pytest.mark.parametrize(
    ("text", "language", "key"),
    [("They told us all", "en", "k/place:us"), ("verrin", "en", "n/vrn"), ("a war", "en", "n/vr")],
)
def test_small_words_are_no_names(text: str, language: str, key: str) -> None:
    assert key not in bridge_keys(text, language)


@pytest.mark.parametrize("language", ["en", "zh", "ar", None])
def test_a_text_without_end_is_read_in_time(language: str | None) -> None:
    for junk in ("威尔" * 50_000, "Verrin" * 20_000, "\ud800" * 1000, ""):
        assert len(set(bridge_keys(junk, language))) < 100


def test_a_dictionary_is_asked_while_it_is_in_use_and_no_longer() -> None:
    before = bridge_keys("zwei schunkeln", "de")
    given = Dictionary("test", "de", "en", {"schunkeln": ("to sway",)}, sha256="of the bridge")
    with using((given,)):
        assert "c/en/sway" in bridge_keys("zwei schunkeln", "de")
    assert bridge_keys("zwei schunkeln", "de") == before
