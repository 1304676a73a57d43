"""Nouns that stand for actors: section [labels], made ready for looking up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from rashomon.annotate.name_words import NameWords, vocabulary
from rashomon.annotate.russian import analyses, lemma, parse
from rashomon.annotate.tokens import Token
from rashomon.languages import section
from rashomon.types import MentionKind

#: Shorter nouns are not looked for at the end of compounds.
_LONG = 6


@dataclass(frozen=True, slots=True)
class LabelWords:
    """Section [labels]: nouns in lower case, in their base form.

    ``people`` and ``groups`` stand for actors, ``events`` for what happened; ``phrases`` are of
    several words (in Russian of lemmas). ``modifiers`` stand beside a noun and belong to it; ``endings``
    ("ies>y") make a base form; ``links`` may part a noun from its name; ``definite`` are articles.
    ``generic`` nouns alone say nothing of anybody ("source", "wife"); they may stand in other lists too.
    ``auxiliaries`` make a verb of the participle after them.
    """

    people: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    definite: tuple[str, ...] = ()
    generic: tuple[str, ...] = ()
    auxiliaries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun of the lists as the text has it: base form, what it stands for, and its size in words."""

    base: str
    kind: MentionKind
    plural: bool
    size: int = 1


@dataclass(frozen=True, slots=True)
class LabelVocabulary:
    """The words of one language, ready."""

    language: str
    nouns: Mapping[str, MentionKind]
    phrases: Mapping[tuple[str, ...], MentionKind]
    longest: int
    #: The first words of phrases.
    first_words: frozenset[str]
    long_nouns: tuple[str, ...]
    modifiers: frozenset[str]
    endings: tuple[tuple[str, str], ...]
    links: frozenset[str]
    definite: frozenset[str]
    generic: frozenset[str]
    auxiliaries: frozenset[str]
    nouns_capitalised: bool
    articles: frozenset[str]
    adjectives_follow: bool

    def base(self, token: Token) -> str:
        """The lemma in Russian, else the word in lower case."""
        return lemma(token.lower) if self.language == "ru" else token.lower

    def noun_at(self, tokens: tuple[Token, ...], i: int) -> tuple[Noun | None, int]:
        """The noun or phrase at token ``i`` and where it ends."""
        longest = self.longest if self.base(tokens[i]) in self.first_words else 1
        for size in range(min(longest, len(tokens) - i), 1, -1):
            part = tokens[i : i + size]
            if all(token.glued for token in part[1:]):
                found = self._phrase(tuple(self.base(token) for token in part))
                if found:
                    return found, i + size
        found = self._noun(tokens[i].lower)
        return found, i + 1

    def _phrase(self, words: tuple[str, ...]) -> Noun | None:
        for last in (words[-1], *(base for base, _ in self._bases(words[-1]))):
            kind = self.phrases.get((*words[:-1], last))
            if kind:
                return Noun(" ".join((*words[:-1], last)), kind, last != words[-1], len(words))
        return None

    def _noun(self, word: str) -> Noun | None:
        if self.language == "ru":
            base = lemma(word)
            kind = self.nouns.get(base)
            return Noun(base, kind, _is_russian_plural(word)) if kind else None
        if word in self.nouns:
            return Noun(word, self.nouns[word], False)
        for base, plural in self._bases(word):
            if base in self.nouns:
                return Noun(base, self.nouns[base], plural)
        if not self.long_nouns or not word.endswith(self.long_nouns):
            return None
        noun = next(noun for noun in self.long_nouns if word.endswith(noun))
        return Noun(word, self.nouns[noun], False)

    def _bases(self, word: str) -> list[tuple[str, bool]]:
        return [
            (word.removesuffix(ending) + instead, True)
            for ending, instead in self.endings
            if word.endswith(ending) and len(word) > len(ending) + 2
        ]

    def adjectives(self, text: str) -> frozenset[int]:
        """Where the adjectives of a Russian text end."""
        return _russian_adjectives(text)


@lru_cache(maxsize=4)
def _russian_adjectives(text: str) -> frozenset[int]:
    return frozenset(token.end for token in parse(text).tokens if token.pos == "ADJ")


@lru_cache(maxsize=20_000)
def _is_russian_plural(word: str) -> bool:
    return any("plur" in str(parsed.tag) for parsed in analyses(word)[:1])


@cache
def label_vocabulary(language: str) -> LabelVocabulary:
    """The label words of a language."""
    words = section(language, "labels", LabelWords)
    names = section(language, "names", NameWords)
    known = vocabulary(language)
    nouns: dict[str, MentionKind] = dict.fromkeys(words.events, "other")
    nouns |= dict.fromkeys(words.generic, "group")
    nouns |= dict.fromkeys(words.groups, "group")
    nouns |= dict.fromkeys(words.people, "person")
    phrases = {tuple(phrase.split()): _kind_of_phrase(phrase, nouns) for phrase in words.phrases}
    phrases |= {tuple(phrase.split()): "person" for phrase in names.role_phrases}
    long_nouns = sorted((n for n in nouns if len(n) >= _LONG), key=lambda n: (-len(n), n))
    return LabelVocabulary(
        language,
        nouns,
        phrases,
        max(map(len, phrases), default=1),
        frozenset(phrase[0] for phrase in phrases),
        tuple(long_nouns) if known.nouns_capitalised else (),
        frozenset(words.modifiers) | known.role_modifiers,
        tuple(_ending(pair) for pair in words.endings),
        frozenset(words.links),
        frozenset(words.definite),
        frozenset(words.generic),
        frozenset(words.auxiliaries),
        known.nouns_capitalised,
        frozenset(words.definite) | known.articles,
        known.adjectives_follow,
    )


def _ending(pair: str) -> tuple[str, str]:
    ending, _, instead = pair.partition(">")
    return ending, instead


def _kind_of_phrase(phrase: str, nouns: Mapping[str, MentionKind]) -> MentionKind:
    """A phrase is of the kind of its first or last word that is listed, else a group."""
    words = phrase.split()
    return next((nouns[word] for word in (words[-1], words[0]) if word in nouns), "group")
