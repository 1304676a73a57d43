"""Cities: which of those that share a name, and whether it is a city at all."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from rashomon.annotate.name_words import Vocabulary
from rashomon.annotate.runs import known_at
from rashomon.annotate.tokens import Token
from rashomon.config import NameConfig
from rashomon.lexicon.cities import City, cities
from rashomon.lexicon.names import nation

_DEFAULT = NameConfig()


@dataclass(frozen=True, slots=True)
class PlaceContext:
    """How often a document names each country (ISO 3166 codes in lower case)."""

    countries: Counter[str]


def place_context(sentences: list[tuple[Token, ...]], words: Vocabulary, language: str) -> PlaceContext:
    """The countries a document names, by noun or by adjective."""
    countries: Counter[str] = Counter()
    for tokens in sentences:
        for i, token in enumerate(tokens):
            known = known_at(tokens, i, words) if token.capital else None
            key = known.alias.key if known and known.alias else nation(token.text, language)
            table, _, code = key.partition(":")
            if table in ("place", "state"):
                countries["us" if table == "state" else code] += 1
    return PlaceContext(countries)


def find_place(
    tokens: tuple[Token, ...],
    first: int,
    last: int,
    context: PlaceContext,
    words: Vocabulary,
    config: NameConfig = _DEFAULT,
) -> str | None:
    """The key of the city that tokens ``first``..``last`` name, or None.

    Of cities with one name the one in a country the document names goes first, then the largest.
    """
    same = _named(tokens, first, last, words)
    if not same:
        return None
    city = max(same, key=lambda c: (context.countries[c.country] > 0, c.population))
    if not _is_meant(city, tokens, first, last, context, words, config):
        return None
    return f"place:{city.country}" if city.capital and _acts(tokens, first, last, words) else city.key


def _acts(tokens: tuple[Token, ...], first: int, last: int, words: Vocabulary) -> bool:
    """Whether a capital stands for its government: "Lima hopes", "Lima's claims", "Lima and Quito agree"."""
    if is_located(tokens, first, words) or last >= len(tokens):
        return False
    if tokens[last - 1].possessive and not tokens[last].capital:
        return True
    follower = last
    if tokens[last].lower in words.coordinators and last + 1 < len(tokens) and tokens[last + 1].capital:
        follower = last + 2
    glued = all(token.glued for token in tokens[last : follower + 1])
    return glued and follower < len(tokens) and tokens[follower].lower in words.political_verbs


def _named(tokens: tuple[Token, ...], first: int, last: int, words: Vocabulary) -> tuple[City, ...]:
    if last - first == 1 and _is_common(tokens[first], words):
        return ()
    name = " ".join(token.text for token in tokens[first:last])
    if name.isupper() and len(name) > 3:
        name = name.title()
    found = cities().get(name, ())
    for ending in words.genitive:
        if not found and len(name) > 4 and name.endswith(ending):
            found = cities().get(name.removesuffix(ending), ())
    return found


def _is_common(token: Token, words: Vocabulary) -> bool:
    lower = token.lower
    return lower in words.function_words or lower in words.common or lower in words.place_prepositions


def _is_meant(
    city: City,
    tokens: tuple[Token, ...],
    first: int,
    last: int,
    context: PlaceContext,
    words: Vocabulary,
    config: NameConfig,
) -> bool:
    located = is_located(tokens, first, words)
    near = context.countries[city.country] > 0
    if last - first == 1 and (tokens[first].text in words.given_names or tokens[first].text in words.stop):
        return located and (near or city.population >= config.city)
    if located or last - first > 1:
        return near or city.population >= config.city
    return city.population >= (config.large_city if not near else config.city)


def is_located(tokens: tuple[Token, ...], first: int, words: Vocabulary) -> bool:
    """Whether a word of place ("in", "near") stands before token ``first``, an article between or not."""
    for i in range(first - 1, max(-1, first - 3), -1):
        if not tokens[i + 1].glued:
            return False
        if tokens[i].lower in words.place_prepositions:
            return True
        if tokens[i].lower not in words.role_links:
            return False
    return False
