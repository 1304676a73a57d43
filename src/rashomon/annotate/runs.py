"""Runs of capitalised words, which may be names.

tokens -> known names -> runs of capitals -> roles cut off in front
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rashomon.annotate.name_words import Vocabulary
from rashomon.annotate.tokens import Token
from rashomon.lexicon.cities import cities
from rashomon.lexicon.names import Alias

_LONGEST_RUN = 10


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens ``first``..``last`` (without) of a sentence; ``role`` is where the title before them begins."""

    first: int
    last: int
    alias: Alias | None = None
    role: int | None = None


def find_runs(tokens: tuple[Token, ...], words: Vocabulary) -> Iterator[Run]:
    """Candidates in the order of the text; a known name goes before an unknown run."""
    i = 0
    while i < len(tokens):
        known = known_at(tokens, i, words)
        end = _run_end(tokens, i, words)
        if known and (known.last >= end or not _is_organization(tokens, i, end, words)):
            longer = end > known.last and _is_person_like(tokens, i, end, words)
            if not longer:
                yield known
                i = known.last
                continue
        if end == i:
            i += 1
            continue
        yield from _cut(tokens, i, end, words)
        i = end


def known_at(tokens: tuple[Token, ...], i: int, words: Vocabulary) -> Run | None:
    """The longest known name that begins at token ``i``."""
    for last in range(min(len(tokens), i + words.longest_alias), i, -1):
        if not all(b.glued or a.possessive for a, b in pairwise(tokens[i:last])):
            continue
        key = tuple(token.text for token in tokens[i:last])
        alias = words.aliases.get(key) or _genitive(key, words) or _shouted(key, words)
        if alias and not (alias.contextual and last < len(tokens) and _joins(tokens[last])):
            return Run(i, last, alias)
    return None


def _joins(token: Token) -> bool:
    """Whether a word goes on with a name: "the South" is not what "the South Shetlands" begins with."""
    return token.capital and token.glued


def _genitive(key: tuple[str, ...], words: Vocabulary) -> Alias | None:
    """A known name with a case ending: Frankreichs."""
    for ending in words.genitive:
        if len(key[-1]) > 3 and key[-1].endswith(ending):
            alias = words.aliases.get((*key[:-1], key[-1].removesuffix(ending)))
            if alias:
                return alias
    return None


def _shouted(key: tuple[str, ...], words: Vocabulary) -> Alias | None:
    """A known name in capitals, as datelines and headlines write it; short ones are acronyms."""
    if not all(word.isupper() for word in key) or max(map(len, key)) < 4:
        return None
    return words.aliases.get(tuple(word.title() for word in key))


def _run_end(tokens: tuple[Token, ...], i: int, words: Vocabulary) -> int:
    """Where the run of capitalised words ends that begins at ``i``; ``i`` if none does."""
    if not (_starts(tokens[i], words) or _is_article_of_city(tokens, i, words)):
        return i
    end, headed = i + 1, tokens[i].lower in words.organization_heads
    while end < len(tokens) and end - i < _LONGEST_RUN and tokens[end].glued:
        token = tokens[end]
        if token.capital and token.lower in words.articles and not headed:
            break
        if token.capital and (token.text not in words.stop or tokens[end - 1].text in words.given_names):
            headed = headed or token.lower in words.organization_heads
            end += 1
            continue
        step = _link(tokens, end, words, headed, tokens[i].text in words.given_names)
        if not step:
            break
        end += step
    return end


def _starts(token: Token, words: Vocabulary) -> bool:
    if not token.capital or token.text in words.stop:
        return False
    return not (token.lower in words.function_words and (token.opening or not words.nouns_capitalised))


def _is_article_of_city(tokens: tuple[Token, ...], i: int, words: Vocabulary) -> bool:
    """El Alto, La Spezia: the article belongs to the name."""
    if not tokens[i].capital or tokens[i].lower not in words.articles or i + 1 >= len(tokens):
        return False
    return tokens[i + 1].glued and f"{tokens[i].text} {tokens[i + 1].text}" in cities()


def _link(tokens: tuple[Token, ...], at: int, words: Vocabulary, headed: bool, named: bool) -> int:
    """How many tokens a particle (van) or, in organizations, a link (of the) and its next word take."""
    steps = at
    while steps < len(tokens) and steps - at < 2 and not tokens[steps].capital and tokens[steps].glued:
        word = tokens[steps].lower
        # "de" and the like also mean "of": they belong to a name only after a given name.
        particle = word in words.particles and (
            named or word in words.articles or word not in words.role_links
        )
        if not particle and not (headed and word in words.organization_links):
            return 0
        steps += 1
    if steps == at or steps >= len(tokens) or not tokens[steps].glued:
        return 0
    follower = tokens[steps]
    if tokens[at].lower in words.coordinators and known_at(tokens, steps, words):
        return 0
    return steps - at + 1 if follower.capital and follower.text not in words.stop else 0


def _is_organization(tokens: tuple[Token, ...], first: int, last: int, words: Vocabulary) -> bool:
    """Whether a head ("Council") stands in the run, and not only in the title of a person."""
    if words.adjectives_follow and tokens[first].lower in words.organization_heads:
        return last - first > 1
    if (
        any(not token.capital for token in tokens[first:last])
        and tokens[first].lower in words.organization_heads
    ):
        # "Office of the Trade Representative": the title is part of the name.
        return True
    titles = [i for i in range(first, last) if is_title(tokens[i], words)]
    begin = titles[-1] + 1 if titles else first
    return last - first > 1 and any(token.lower in words.organization_heads for token in tokens[begin:last])


def _is_person_like(tokens: tuple[Token, ...], first: int, last: int, words: Vocabulary) -> bool:
    """A known name that begins a person's: Jordan Peters, Chad Miller."""
    return tokens[first].text in words.given_names and last - first in (2, 3)


def _cut(tokens: tuple[Token, ...], first: int, last: int, words: Vocabulary) -> Iterator[Run]:
    """The run without the titles in front, and parted at known names unless an organization holds it."""
    if _is_organization(tokens, first, last, words):
        yield Run(first, last)
        return
    start = max((i + 1 for i in range(first, last) if is_title(tokens[i], words)), default=first)
    if start == first and first and tokens[first].glued and tokens[first - 1].lower in words.role_links:
        # "ministro del Interior Juan Ríos": the person begins at the given name.
        given = (i for i in range(first, last - 1) if tokens[i].text in words.given_names)
        start = next(given, first)
    if start == last:
        # A title without a name, "the Supreme Court Justice": what stands before it may be one.
        while last > first and (
            is_title(tokens[last - 1], words) or tokens[last - 1].lower in words.role_modifiers
        ):
            last -= 1
        start = first
        if start == last:
            return
    for i in range(start + 1, last):
        known = known_at(tokens, i, words)
        before = words.role_modifiers | words.place_prepositions
        if known and all(token.lower in before for token in tokens[start:i]):
            # "Southern Peru": the known name stands for itself.
            yield from _rest(tokens, i, last, words)
            return
    yield Run(start, last, role=first if start > first else None)


def _rest(tokens: tuple[Token, ...], first: int, last: int, words: Vocabulary) -> Iterator[Run]:
    known = known_at(tokens[:last], first, words)
    if known:
        yield known
        if known.last < last:
            yield from _cut(tokens, known.last, last, words)
    else:
        yield from _cut(tokens, first, last, words)


def is_title(token: Token, words: Vocabulary) -> bool:
    """Whether a word stands before names: President, Mr, Herr, Regierungssprecher."""
    lower = token.lower
    if lower in words.roles or token.text in words.honorifics or token.text + "." in words.honorifics:
        return True
    # German puts the role last in one long word.
    return words.nouns_capitalised and any(lower.endswith(role) for role in words.long_roles)
