"""What imported words say, beside our own lexicon and in both languages of their dictionary."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor

import pytest

from rashomon.lexicon.concepts import active_dictionaries, concepts_of, known_forms, start_using, using
from rashomon.lexicon.dictionaries import Dictionary
from rashomon.textmatch import concepts, match_keys


def dictionary(source: str, target: str, words: Mapping[str, tuple[str, ...]]) -> Dictionary:
    return Dictionary("test", source, target, words, sha256="")


GERMAN = dictionary("de", "en", {
    "glimmstengel": ("fag", "cigarette"),
    "kanister": ("jerrycan",),
    "schunkeln": ("to sway",),
    "krieg": ("crayfish",),
    "wassermole": ("long jetty of stone",),
    "nach und nach": ("gradually",),
})  # fmt: skip
#: From English to a language of which we know nothing.
FINNISH = dictionary("en", "fi", {"war": ("sota",), "jerrycan": ("kanisteri",), "canister": ("kanisteri",)})
CHINESE = dictionary("zh", "en", {"海啸": ("tsunami",), "罐子": ("jerrycan",)})

#: dictionary, language, word, concepts.
CASES = [
    (GERMAN, "de", "glimmstengel", ("tobacco",)),
    (GERMAN, "de", "glimmstengeln", ("tobacco",)),
    (GERMAN, "de", "kanister", ("en/jerrycan",)),
    (GERMAN, "de", "kanistern", ("en/jerrycan",)),
    (GERMAN, "en", "jerrycan", ("en/jerrycan",)),
    (GERMAN, "en", "jerrycans", ("en/jerrycan",)),
    (GERMAN, "de", "schunkeln", ("en/sway",)),
    (GERMAN, "en", "swaying", ("en/sway",)),
    # What we know ourselves goes before.
    (GERMAN, "de", "krieg", ("war",)),
    (GERMAN, "en", "crayfish", ()),
    (GERMAN, "en", "gradually", ()),
    (GERMAN, "fr", "kanister", ()),
    (FINNISH, "fi", "sota", ("war",)),
    (FINNISH, "fi", "kanisteri", ("en/jerrycan", "en/canist")),
    (FINNISH, "en", "canisters", ("en/canist",)),
    (CHINESE, "zh", "罐子", ("en/jerrycan",)),
]


@pytest.mark.parametrize(("given", "language", "word", "said"), CASES)
def test_imported_words(given: Dictionary, language: str, word: str, said: tuple[str, ...]) -> None:
    with using((given,)):
        assert concepts_of(word, language) == said


def test_without_the_dictionary_nothing_is_left_of_it() -> None:
    before = match_keys("Kanister und Kanister", "de")
    with using((GERMAN, FINNISH)):
        assert "c/en/jerrycan" in match_keys("Kanister und Kanister", "de")[0]
        assert concepts_of("sota", "fi") == ("war",)
    assert match_keys("Kanister und Kanister", "de") == before
    assert concepts_of("sota", "fi") == () == active_dictionaries()


def test_the_first_dictionary_that_knows_a_word_is_asked() -> None:
    other = dictionary("de", "en", {"kanister": ("barrel",), "glimmer": ("gleam",)})
    with using((GERMAN, other)):
        assert concepts_of("kanister", "de") == ("en/jerrycan",)
        assert concepts_of("glimmer", "de") == ("en/gleam",)


def test_runs_without_blanks_are_segmented_by_imported_words_too() -> None:
    with using((CHINESE,)):
        assert "罐子" in known_forms("zh")
        assert concepts("甲罐子", "zh") == ("en/jerrycan",)
    assert concepts("甲罐子", "zh") == ()


def test_workers_begin_with_the_dictionaries() -> None:
    with ProcessPoolExecutor(1, initializer=start_using, initargs=((GERMAN,),)) as pool:
        assert pool.submit(concepts_of, "kanister", "de").result() == ("en/jerrycan",)
    assert concepts_of("kanister", "de") == ()
