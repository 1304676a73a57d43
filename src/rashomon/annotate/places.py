"""Cities: which of those that share a name, and whether it is a city at all."""

from __future__ import annotations

from collections import Counter

from rashomon.annotate.name_words import Vocabulary
from rashomon.annotate.runs import Run, known_at
from rashomon.annotate.tokens import Token
from rashomon.config import NameConfig
from rashomon.lexicon.cities import City, cities
from rashomon.lexicon.names import nation

_DEFAULT = NameConfig()


def place_context(sentences: tuple[tuple[Token, ...], ...], words: Vocabulary, language: str) -> Counter[str]:
    """How often a document names each country (ISO 3166 codes in lower case), by noun or by adjective."""
    countries: Counter[str] = Counter()
    for tokens in sentences:
        for i, token in enumerate(tokens):
            known = known_at(tokens, i, words) if token.capital else None
            key = known.alias.key if known and known.alias else nation(token.text, language)
            table, _, code = key.partition(":")
            if table in ("place", "state"):
                countries["us" if table == "state" else code] += 1
    return countries


def find_place(
    run: Run, countries: Counter[str], words: Vocabulary, config: NameConfig = _DEFAULT
) -> str | None:
    """The key of the city that a run names, of its country where it stands for that, or None.

    Of cities with one name the one in a country the document names goes first, then the largest.
    """
    same = _named(run, words)
    if not same:
        return None
    city = max(same, key=lambda c: (countries[c.country] > 0, c.population))
    if not _is_meant(city, run, countries[city.country] > 0, words, config):
        return None
    return f"place:{city.country}" if city.capital and _acts(run, words) else city.key


def _named(run: Run, words: Vocabulary) -> tuple[City, ...]:
    if len(run.part) == 1 and _is_common(run.part[0], words):
        return ()
    name = run.name.title() if run.name.isupper() and len(run.name) > 3 else run.name
    found = cities().get(name, ())
    for ending in words.genitive:
        if not found and len(name) > 4 and name.endswith(ending):
            found = cities().get(name.removesuffix(ending), ())
    return found


def _is_common(token: Token, words: Vocabulary) -> bool:
    lower = token.lower
    return lower in words.function_words or lower in words.common or lower in words.place_prepositions


def _is_meant(city: City, run: Run, near: bool, words: Vocabulary, config: NameConfig) -> bool:
    """Whether the run means the city; ``near``: the document names its country."""
    located = is_located(run, words)
    known = near or city.population >= config.city
    if len(run.part) == 1 and (run.name in words.given_names or run.name in words.stop):
        return located and known
    if located or len(run.part) > 1:
        return known
    return city.population >= (config.city if near else config.large_city)


def is_located(run: Run, words: Vocabulary) -> bool:
    """Whether a word of place ("in", "near") stands before the run, an article between or not."""
    for i in range(run.first - 1, max(-1, run.first - 3), -1):
        if not run.tokens[i + 1].glued:
            return False
        if run.tokens[i].lower in words.place_prepositions:
            return True
        if run.tokens[i].lower not in words.role_links:
            return False
    return False


def _acts(run: Run, words: Vocabulary) -> bool:
    """Whether a capital stands for its government: "Lima hopes", "Lima's claims", "Lima and Quito agree"."""
    tokens, last = run.tokens, run.last
    if last >= len(tokens) or is_located(run, words):
        return False
    if tokens[last - 1].possessive and not tokens[last].capital:
        return True
    verb = last
    if tokens[last].lower in words.coordinators and last + 1 < len(tokens) and tokens[last + 1].capital:
        verb = last + 2
    glued = all(token.glued for token in tokens[last : verb + 1])
    return glued and verb < len(tokens) and tokens[verb].lower in words.political_verbs
