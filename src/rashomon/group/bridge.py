"""What documents of two languages share: concepts, names by their sound, known entities, numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain, repeat

from rashomon.lexicon.concepts import active_dictionaries, concepts_of
from rashomon.lexicon.dictionaries import Dictionary
from rashomon.lexicon.names import nation, organizations, territories
from rashomon.textmatch import all_words, content_words, fold, numbers_in, sound_key, text_words

#: A name opens no sentence: a capital after these says nothing. Found are the words after none of them.
_OPENS = r""".!?:;…\n"“”«»„'‘’(\[•|–—-"""
_INNER = re.compile(rf"(?:^|[{_OPENS}])[\s{_OPENS}]*+(?:[^\W_]+)?|([^\W_]+)")
#: Digits a number must have to be told from chance: ages and days of the month are shared by all.
_TELLING_DIGITS = 2
#: An abbreviation; where it is written small it may be any word: "us" is no country.
_CAPITALS = re.compile(r"[^\W\d_]{2,5}")
#: Signs of the overlapping pieces in which a text without blanks comes where its words are not known.
_PIECE = 2
#: Longer runs of letters are no names.
_LONGEST_NAME = 40

Words = tuple[str, ...]


def bridge_keys(text: str, language: str | None) -> tuple[str, ...]:
    """The features of a text that every language shares: entities, concepts, sounds of names, numbers."""
    abbreviations = _abbreviations(language or "")
    known, others = _entities_in(_words(text, language), language or "")
    keys = map(_word_keys, others, repeat(language or ""), repeat(active_dictionaries()))
    return (
        *(abbreviations[word] for word in all_words(text, language) if word in abbreviations),
        *known,
        *chain.from_iterable(keys),
        *(f"#/{n}" for n in numbers_in(text) if len(n) >= _TELLING_DIGITS),
    )


def _words(text: str, language: str | None) -> Sequence[str]:
    """The content words of a text; where blanks do not part them, pieces that overlap are one word again."""
    found = content_words(text, language)
    if not text_words(language).unspaced:
        return found
    joined: list[str] = []
    unknown = ""
    for word in found:
        piece = "" if len(word) != _PIECE or concepts_of(word, language or "") else word
        if piece and unknown and piece[0] == unknown[-1] and len(joined[-1]) < _LONGEST_NAME:
            joined[-1] += piece[1:]
        else:
            joined.append(word)
        unknown = piece
    return joined


def _entities_in(found: Sequence[str], language: str) -> tuple[list[str], list[str]]:
    """The keys of the names of several words, or of one, that are known, and the words beside them.

    What a known name says is not said by its words again.
    """
    known, others, end = list[str](), list[str](), 0
    for start in [place for place, word in enumerate(found) if _may_be_name(word)]:
        for words, key in _names_from(found[start], language) if start >= end else ():
            if tuple(map(fold, found[start : start + len(words)])) == words:
                known.append(key)
                others += found[end:start]
                end = start + len(words)
                break
    return known, [*others, *found[end:]]


@lru_cache(maxsize=1 << 16)
def _names_from(word: str, language: str) -> Sequence[tuple[Words, str]]:
    """The known names that a word may open, the longest first: folded words, and the key."""
    return _entities(language).get(fold(word), ())


@lru_cache(maxsize=1 << 16)
def _word_keys(word: str, language: str, dictionaries: tuple[Dictionary, ...]) -> Words:
    """The keys of a word by itself, which depend on the dictionaries in use."""
    if (key := nation(word, language)).startswith("place:"):
        return (f"k/{key}",)
    if found := concepts_of(word.casefold(), language):
        return tuple(f"k/{c}" if c.startswith("place:") else f"c/{c}" for c in found)
    told = _may_be_name(word) and word not in _abbreviations(language) and len(word) <= _LONGEST_NAME
    return (sound,) if told and (sound := name_key(word)) else ()


def _may_be_name(word: str) -> bool:
    """Whether a word is no common one by its first letter; scripts without capitals do not tell."""
    return not word[0].islower()


@cache
def _abbreviations(language: str) -> dict[str, str]:
    """Names of organizations and territories in a few capitals, with their keys."""
    return {
        alias.text: f"k/{alias.key}"
        for alias in (*organizations(language), *territories(language))
        if alias.text.isupper() and _CAPITALS.fullmatch(alias.text) and not alias.contextual
    }


@cache
def _entities(language: str) -> dict[str, list[tuple[Words, str]]]:
    """The other names by their first word, the longest first: folded words, and the key."""
    found: dict[str, set[tuple[Words, str]]] = {}
    for alias in (*organizations(language), *territories(language)):
        words = tuple(map(fold, _words(alias.text, language)))
        if words and not alias.contextual and alias.text not in _abbreviations(language):
            found.setdefault(words[0], set()).add((words, f"k/{alias.key}"))
    return {first: sorted(names, key=lambda n: (-len(n[0]), n)) for first, names in found.items()}


def names_in(text: str, language: str | None) -> tuple[str, ...]:
    """Capitalised words that open no sentence, as written; in German common nouns are among them."""
    inner = content_words(" ".join(w for w in _INNER.findall(text) if not w.islower()), language)
    return tuple(word for word in inner if word[0].isupper() and len(word) > 1)


def name_key(name: str) -> str:
    """The feature of a name's sound; empty where too few consonants tell it from others."""
    sound = sound_key(name)
    return f"n/{sound}" if len(sound) > 1 else ""
