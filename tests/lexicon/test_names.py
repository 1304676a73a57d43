"""Tables of names: every row is well formed and a name leads to one entity."""

from __future__ import annotations

from collections import defaultdict
from importlib.resources import files

import pytest

from rashomon.lexicon.cities import cities
from rashomon.lexicon.names import adjectives, nation, organizations, states, territories

LANGUAGES = ("en", "de", "es", "fr", "it", "ru")
COLUMNS = {"organizations.tsv": 8, "territories.tsv": 7, "demonyms.tsv": 7}

NATIONS = [
    ("en", "Peruvian", "place:pe"),
    ("de", "peruanischen", "place:pe"),
    ("es", "peruanas", "place:pe"),
    ("es", "españolas", "place:es"),
    ("fr", "péruvienne", "place:pe"),
    ("it", "peruviani", "place:pe"),
    ("ru", "перуанский", "place:pe"),
    ("en", "south korean", "place:kr"),
    ("en", "Kurdish", "people:"),
    ("en", "house", ""),
    ("de", "ist", ""),
]


@pytest.mark.parametrize("table", sorted(COLUMNS))
def test_rows_have_all_columns_and_no_key_twice(table: str) -> None:
    lines = files("rashomon").joinpath("lexicon", table).read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert {len(row) for row in rows} == {COLUMNS[table]}
    assert len({row[0] for row in rows}) == len(rows)


def test_more_names_are_of_known_keys_and_told_once() -> None:
    keys, rows = set(), []
    for table in ("organizations.tsv", "territories.tsv", "aliases.tsv"):
        lines = files("rashomon").joinpath("lexicon", table).read_text("utf-8").splitlines()
        cells = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if table == "aliases.tsv":
            rows = cells
        else:
            keys |= {row[0] for row in cells}
    assert {len(row) for row in rows} == {3}
    assert {row[0] for row in rows} <= keys
    assert len({(row[0], row[1]) for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("language", "name", "key"),
    [
        ("pt", "OMS", "org:who"),
        ("uk", "Світовий банк", "org:world-bank"),
        ("pl", "Wielka Brytania", "place:gb"),
        ("tr", "Dünya Bankası", "org:world-bank"),
        ("ar", "البنك الدولي", "org:world-bank"),
        ("zh", "世界银行", "org:world-bank"),
        ("zh", "Airbus", "org:airbus"),
        ("ja", "World Bank", "org:world-bank"),
    ],
)
def test_languages_without_a_column_have_names_too(language: str, name: str, key: str) -> None:
    assert key in {
        alias.key for alias in organizations(language) + territories(language) if alias.text == name
    }


@pytest.mark.parametrize("language", (*LANGUAGES, "pt", "uk", "pl", "tr", "ar", "zh"))
def test_an_organization_has_its_names_to_itself(language: str) -> None:
    keys = defaultdict(set)
    for alias in organizations(language):
        keys[alias.text].add(alias.key)
    assert {text: found for text, found in keys.items() if len(found) > 1} == {}


@pytest.mark.parametrize("language", [*LANGUAGES, "xx", ""])
def test_territories(language: str) -> None:
    keys = {alias.key for alias in territories(language)}
    assert {"place:pe", "place:us", "place:150", "place:x-crimea"} <= keys
    # Two-letter codes are no names: "IS" is not Iceland.
    assert not {alias.text for alias in territories(language)} & {"IS", "IT", "PE", "DE"}


@pytest.mark.parametrize(("language", "word", "key"), NATIONS)
def test_nation(language: str, word: str, key: str) -> None:
    assert nation(word, language) == key


def test_adjectives_of_every_language() -> None:
    assert {language: adjectives(language).get(word) for language, word in
            [("en", "norwegian"), ("de", "norwegisch"), ("es", "noruego"), ("fr", "norvégien"),
             ("it", "norvegese"), ("ru", "норвежский")]} == dict.fromkeys(LANGUAGES, "place:no")  # fmt: skip


def test_states_leave_out_the_cities_of_their_name() -> None:
    names = {alias.text for alias in states()}
    assert {"Ohio", "North Dakota", "N.D."} <= names
    assert not names & {"Washington", "New York"}


def test_a_city_has_one_key_in_every_language() -> None:
    names = ("Warsaw", "Warschau", "Varsovia", "Varsovie", "Varsavia", "Варшава")
    assert len({cities()[name][0].key for name in names}) == 1
    assert cities()["Warsaw"][0].capital
    assert [city.population for city in cities()["Valencia"]] == sorted(
        (city.population for city in cities()["Valencia"]), reverse=True
    )
