"""How rare words and concepts are."""

from __future__ import annotations

from rashomon.group.rarity import RAREST, SHARED, rarity


def test_what_is_not_in_the_table_is_rare() -> None:
    assert rarity("xyzzy", "en") == rarity("c/xyzzy", SHARED) == rarity("gover", "xx") == RAREST


def test_an_imported_concept_is_as_rare_as_its_word() -> None:
    assert rarity("c/en/government", SHARED) == rarity("gover", "en") < RAREST
    assert rarity("c/en/jerrycan", SHARED) == RAREST
