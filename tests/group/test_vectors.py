"""What counts in a text, and that nothing outside the text does."""

from __future__ import annotations

from rashomon.config import GroupConfig
from rashomon.group.rarity import RAREST, SHARED, rarity
from rashomon.group.vectors import figures_in, make_vector
from rashomon.group.views import weights_of

from .pile import article

CONFIG = GroupConfig()


def test_figures_leave_out_single_digits_and_years() -> None:
    assert figures_in("In 2019, 14 of 1,230 passengers paid 7 crowns, 12.5 percent") == {"14", "1230", "12.5"}


def test_rarity_is_a_fixed_table() -> None:
    assert rarity("time", "en") < rarity("pier", "en") <= RAREST
    assert rarity("time", "xx") == RAREST
    assert rarity("c/people", SHARED) < RAREST


def test_what_is_rare_and_in_the_title_weighs_more() -> None:
    words = make_vector(article("1", "Pier", "Pier time. Harbour."), CONFIG).words
    pier, harbour, time = weights_of(words, ["pier", "harbo", "time"])
    assert pier > harbour > time
    assert (words.weights > 0).all()


def test_an_empty_page_has_no_features() -> None:
    vector = make_vector(article("1", "", ""), CONFIG)
    assert (vector.words.square, vector.bridge.square, vector.title) == (0, 0, "")
