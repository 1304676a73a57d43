"""What documents of two languages share."""

from __future__ import annotations

import pytest

from rashomon.group.bridge import bridge_keys, names_in


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
