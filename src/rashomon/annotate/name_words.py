"""Words that tell a name from another word: section [names], made ready for looking up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from rashomon.annotate.endings import Paradigm, bases, forms, paradigms
from rashomon.annotate.quote_words import unfold
from rashomon.annotate.sentences import SentenceWords
from rashomon.languages import section
from rashomon.lexicon.names import Alias, organizations, states, territories

#: A word as names need it: "U.S.", "al-Hariri", "O'Neill", "COVID-19"; the stop of "Mr." is apart.
WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_](?:[^\W_]|[-‐](?=[^\W_])|['’](?=[^\W\d_]))*")


@dataclass(frozen=True, slots=True)
class NameWords:
    """Section [names]; all lists in lower case but ``honorifics``, ``stop`` and ``acronym_stop``.

    ``institutions`` maps words ("defence ministry") to a concept that all languages share.
    ``nouns_capitalised``: a capital letter says nothing (German).
    """

    honorifics: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    role_phrases: tuple[str, ...] = ()
    role_modifiers: tuple[str, ...] = ()
    role_links: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    organization_heads: tuple[str, ...] = ()
    organization_links: tuple[str, ...] = ()
    place_heads: tuple[str, ...] = ()
    event_heads: tuple[str, ...] = ()
    thing_heads: tuple[str, ...] = ()
    place_prepositions: tuple[str, ...] = ()
    stop: tuple[str, ...] = ()
    acronym_stop: tuple[str, ...] = ()
    function_words: tuple[str, ...] = ()
    elisions: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    common_nouns: tuple[str, ...] = ()
    coordinators: tuple[str, ...] = ()
    political_verbs: tuple[str, ...] = ()
    institutions: Mapping[str, str] = field(default_factory=dict)
    genitive: tuple[str, ...] = ()
    #: A nominative ending and those of the other cases: "ová/ové/ovou"; how names are brought to a base form.
    cases: tuple[str, ...] = ()
    name_endings: tuple[str, ...] = ()
    nouns_capitalised: bool = False
    adjectives_follow: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language as sets, and its known names by their first word."""

    honorifics: frozenset[str]
    roles: frozenset[str]
    long_roles: tuple[str, ...]
    #: Heads of organizations that end German compounds.
    long_heads: tuple[str, ...]
    role_phrases: frozenset[tuple[str, ...]]
    role_modifiers: frozenset[str]
    role_links: frozenset[str]
    particles: frozenset[str]
    organization_heads: frozenset[str]
    organization_links: frozenset[str]
    place_heads: frozenset[str]
    event_heads: frozenset[str]
    #: Nouns before the names of ships, films and the like.
    thing_heads: frozenset[str]
    place_prepositions: frozenset[str]
    abbreviated: frozenset[str]
    stop: frozenset[str]
    acronym_stop: frozenset[str]
    function_words: frozenset[str]
    elisions: frozenset[str]
    articles: frozenset[str]
    suffixes: frozenset[str]
    companions: frozenset[str]
    coordinators: frozenset[str]
    political_verbs: frozenset[str]
    #: Words that are no name when they stand alone with a capital.
    common: frozenset[str]
    institutions: Mapping[tuple[str, ...], str]
    genitive: tuple[str, ...]
    cases: tuple[Paradigm, ...]
    nouns_capitalised: bool
    adjectives_follow: bool
    #: With their forms in other cases, which ``given_bases`` leads back.
    given_names: frozenset[str]
    given_bases: Mapping[str, str]
    aliases: Mapping[tuple[str, ...], Alias]
    longest_alias: int
    #: The first words of known names.
    first_words: frozenset[str]
    #: Words whose full stop belongs to a name they end ("inc.").
    name_endings: frozenset[str]

    def may_begin(self, word: str) -> bool:
        """Whether a known name may begin with a word, or with it in another form."""
        return (
            word in self.first_words
            or (word.isupper() and word.title() in self.first_words)
            or any(word.endswith(e) and word.removesuffix(e) in self.first_words for e in self.genitive)
            or (word[:1].isupper() and not self.first_words.isdisjoint(bases(word, self.cases)))
        )


#: The lists of NameWords that are looked up as they stand.
_SETS = (
    *("honorifics", "roles", "role_modifiers", "role_links", "particles", "organization_heads"),
    *(
        "organization_links",
        "place_heads",
        "event_heads",
        "thing_heads",
        "place_prepositions",
        "acronym_stop",
        "elisions",
    ),
    *("articles", "suffixes", "companions", "coordinators", "political_verbs"),
)


def plain(word: str) -> str:
    """A word with one kind of apostrophe."""
    return word.replace("’", "'")


def words_of(text: str) -> tuple[str, ...]:
    """The words of a name, as aliases are looked up by."""
    return tuple(plain(m.group()).removesuffix("'s") for m in WORD.finditer(text))


@cache
def _given_names() -> Mapping[str, tuple[str, ...]]:
    rows = files("rashomon").joinpath("lexicon", "given_names.tsv").read_text("utf-8").splitlines()
    told = (row.split("\t") for row in rows if not row.startswith("#"))
    return {language: tuple(names.split()) for language, names in told}


def given_names() -> frozenset[str]:
    """Given names of all languages together: a German report names Frenchmen too."""
    return frozenset(name for names in _given_names().values() for name in names)


def _given_forms(language: str, cases: tuple[Paradigm, ...]) -> Mapping[str, str]:
    """The names of a language in its other cases, and the base form of each; no form that is one of them."""
    own = _given_names().get(language, ())
    return {form: name for name in reversed(own) for form in forms(name, cases) if form not in own}


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of a language; an unknown one has names of the world and nothing else."""
    words = section(language, "names", NameWords)
    cutting = section(language, "sentences", SentenceWords)
    aliases = {words_of(alias.text): alias for alias in reversed(_aliases(language)) if words_of(alias.text)}
    sets = {name: frozenset(unfold(getattr(words, name))) for name in _SETS}
    cases = paradigms(words.cases)
    given_bases = _given_forms(language, cases)
    return Vocabulary(
        **sets,
        long_roles=_long(unfold(words.roles)),
        common=frozenset(words.common_nouns).union(
            *(
                sets[k]
                for k in ("roles", "role_modifiers", "organization_heads", "place_heads", "event_heads")
            )
        ),
        abbreviated=frozenset(cutting.titles),
        long_heads=_long(words.organization_heads) if words.nouns_capitalised else (),
        role_phrases=frozenset(words_of(phrase) for phrase in words.role_phrases),
        stop=frozenset(words.stop) | frozenset(_calendar(language)),
        function_words=frozenset(words.function_words) | frozenset(cutting.starters),
        institutions={words_of(text): concept for text, concept in words.institutions.items()},
        genitive=words.genitive,
        cases=cases,
        nouns_capitalised=words.nouns_capitalised,
        adjectives_follow=words.adjectives_follow,
        given_names=given_names() | given_bases.keys(),
        given_bases=given_bases,
        aliases=aliases,
        longest_alias=max(map(len, aliases), default=1),
        first_words=frozenset(key[0] for key in aliases),
        name_endings=frozenset(words.name_endings),
    )


def _long(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words long enough to be told at the end of a compound."""
    return tuple(word for word in words if len(word) > 4)


def _aliases(language: str) -> tuple[Alias, ...]:
    # Where two entities share a name the earlier table has it: organizations, countries, states.
    return organizations(language) + territories(language) + states()


def _calendar(language: str) -> Iterator[str]:
    """Months and weekdays with a capital, from CLDR."""
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale(language)
    except (UnknownLocaleError, ValueError):
        return
    for names in (locale.months, locale.days):
        for width in ("wide", "abbreviated"):
            for name in names["format"][width].values():
                # "Mar." and the like, but not the one-letter forms of some languages; where months are
                # written small, a capital tells a name ("Jan").
                capital = name.removesuffix(".").capitalize()
                if not (name[0].islower() and capital in given_names()):
                    yield capital
