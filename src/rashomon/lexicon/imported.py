"""What the words of a user's dictionary say: the concepts of their translations, or ones of their own.

    Dictionary, the concepts we know -> explain -> {language: Vocabulary}

A word says what its first translation says that we know. Where we know none, its translations are
concepts themselves ("en/jerrycan"), for texts of both languages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from rashomon.lexicon.dictionaries import Dictionary

#: The language between two others, where it is one of them: its marks are the fullest.
_PIVOT = "en"
#: Letters that a form must keep when its ending is taken off.
_SHORTEST_BASE = 4
#: Shorter words of a translation are particles ("to croon").
_SHORTEST_WORD = 3
#: More translations than these stand for senses that news has not: on NTREX-128 nine find no more than four.
_MOST_NEW = 4

Concepts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words of one language with their concepts, by their form and by the form without its ending."""

    forms: Mapping[str, Concepts]
    bases: Mapping[str, Concepts]
    endings: tuple[str, ...]

    def concepts(self, form: str) -> Concepts:
        """The concepts of a folded form, listed or inflected otherwise; () where it is none."""
        if (found := self.forms.get(form)) is not None:
            return found
        known = (self.forms.get(base) or self.bases.get(base) for base in _bases(form, self.endings))
        return next(filter(None, known), ())


@dataclass(frozen=True, slots=True)
class Language:
    """What is known of a language: how its words are folded, its endings, the concepts of a word."""

    fold: Callable[[str], str]
    endings: tuple[str, ...]
    concepts: Callable[[str], Concepts]


def explain(dictionary: Dictionary, language: Callable[[str], Language]) -> dict[str, Vocabulary]:
    """The vocabularies that a dictionary gives both its languages, of words whose concepts are not known."""
    code, pivot_code, entries = _directed(dictionary)
    own, pivot = language(code), language(pivot_code)
    found: dict[str, Concepts] = {}
    new: dict[str, Concepts] = {}
    for word, translations in entries:
        form = own.fold(word)
        if " " in word or form in found or own.concepts(form):
            continue
        told = next(filter(None, (_said(t, pivot) for t in translations)), ())
        if not told:
            unknown = _unknown_words(translations, pivot)
            ids = {word: f"{pivot_code}/{_base(word, pivot.endings)}" for word in unknown}
            new.update((word, (concept,)) for word, concept in ids.items())
            told = tuple(dict.fromkeys(ids.values()))
        found[form] = told
    return {code: _vocabulary(found, own.endings), pivot_code: _vocabulary(new, pivot.endings)}


def _directed(dictionary: Dictionary) -> tuple[str, str, Iterable[tuple[str, tuple[str, ...]]]]:
    """The language to be explained, the one that explains, and the words with their translations."""
    if dictionary.source != _PIVOT:
        return dictionary.source, dictionary.target, dictionary.words.items()
    turned: dict[str, list[str]] = {}
    for word, translations in dictionary.words.items():
        for translation in translations:
            turned.setdefault(translation, []).append(word)
    return dictionary.target, _PIVOT, ((word, tuple(told)) for word, told in sorted(turned.items()))


def _said(translation: str, pivot: Language) -> Concepts:
    return tuple(dict.fromkeys(chain.from_iterable(map(pivot.concepts, translation.split()))))


def _unknown_words(translations: tuple[str, ...], pivot: Language) -> list[str]:
    """The translations of one word, particles apart."""
    told = ([w for w in pivot.fold(t).split() if len(w) >= _SHORTEST_WORD] for t in translations)
    return [words[0] for words in told if len(words) == 1][:_MOST_NEW]


def _vocabulary(forms: Mapping[str, Concepts], endings: tuple[str, ...]) -> Vocabulary:
    bases: dict[str, Concepts] = {}
    for form, concepts in forms.items():
        bases.setdefault(_base(form, endings), concepts)
    return Vocabulary(forms, bases, endings)


def _base(form: str, endings: tuple[str, ...]) -> str:
    return next(_bases(form, endings))


def _bases(form: str, endings: tuple[str, ...]) -> Iterator[str]:
    """A form without each of the endings it may have, the longest first; the form itself at last."""
    for ending in endings:
        if form.endswith(ending) and len(form) - len(ending) >= _SHORTEST_BASE:
            yield form[: len(form) - len(ending)]
    yield form
