"""What counts in a text, and that nothing outside the text does."""

from __future__ import annotations

import pytest

from rashomon.config import GroupConfig
from rashomon.group.rarity import RAREST, SHARED, rarity
from rashomon.group.vectors import bridge_keys, figures_in, make_vector, names_in

from .pile import article

CONFIG = GroupConfig()


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


def test_figures_leave_out_single_digits_and_years() -> None:
    assert figures_in("In 2019, 14 of 1,230 passengers paid 7 crowns, 12.5 percent") == {"14", "1230", "12.5"}


def test_the_bridge_is_one_for_all_languages() -> None:
    english, russian = bridge_keys("the war", "en"), bridge_keys("война", "ru")
    assert english
    assert set(english) == set(russian)


def test_rarity_is_a_fixed_table() -> None:
    assert rarity("time", "en") < rarity("pier", "en") <= RAREST
    assert rarity("time", "xx") == RAREST
    assert rarity("c/people", SHARED) < RAREST


def test_what_is_rare_and_in_the_title_weighs_more() -> None:
    weights = make_vector(article("1", "Pier", "Pier time. Harbour."), CONFIG).words.weights
    assert weights["pier"] > weights["harbo"] > weights.get("time", 0)
    assert all(isinstance(w, int) and w > 0 for w in weights.values())


def test_an_empty_page_has_no_features() -> None:
    vector = make_vector(article("1", "", ""), CONFIG)
    assert (vector.words.square, vector.bridge.square, vector.title) == (0, 0, "")
