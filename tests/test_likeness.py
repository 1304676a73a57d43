"""How near texts are: fragments, languages, names, letters."""

from __future__ import annotations

import pytest

from rashomon.likeness import key_weights, letters_of, likeness, matchable


def test_letters_tell_spellings_of_one_text() -> None:
    one, near, far = map(letters_of, ("the bridge is closed", "the bridge was closed", "quo vadis"))
    assert one.cosine(one) == pytest.approx(1)
    assert one.cosine(near) > 0.6
    assert one.cosine(far) < 0.1
    assert one.cosine(letters_of("")) < 0.1


@pytest.mark.parametrize("text", ["", " ", "\ud800", "\x00", "9" * 5000, "«"])
def test_any_text_is_taken(text: str) -> None:
    assert 0 <= letters_of(text).cosine(letters_of(text)) < 1.001
    assert likeness(matchable(text, "en"), matchable("dam", None), {}).score == 0


def test_a_fragment_is_found_in_its_whole() -> None:
    whole = matchable("The northern dam broke early on Tuesday after rain", "en")
    like = likeness(matchable("the northern dam broke", "en"), whole, {})
    assert (like.of_left, like.most) == (1.0, 1.0)
    assert like.of_right == like.least == pytest.approx(0.5)
    assert like.shared == 3.0


def test_words_of_two_languages_meet_in_concepts_names_and_numbers() -> None:
    german = matchable("Der Präsident besucht Lindqvist am 14. Mai", "de")
    english = matchable("The president visits Lindqvist, 14 guests", "en")
    assert {"c/president", "n/lndcvst", "#/14"} <= german.keys & english.keys


def test_what_many_sentences_have_weighs_less() -> None:
    weights = key_weights([matchable(f"dam {word}", "en") for word in ("north", "south", "coast")])
    assert weights["s/dam"] < weights["s/coast"] == pytest.approx(1.0)


def test_a_name_is_found_by_its_bearer() -> None:
    one = matchable("The envoy spoke", "en", names=[(4, 9, "a/p1")])
    other = matchable("Anselm spoke", "en", names=[(0, 6, "a/p1")])
    assert likeness(one, other, {}).of_left > likeness(one, matchable("Anselm spoke", "en"), {}).of_left
