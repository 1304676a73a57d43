"""Concepts of the news: what a word is about, whatever language says it.

    concepts_of("авиаудары", "ru") == concepts_of("Luftangriffe".casefold(), "de") == ("air", "attack")

``concepts/<code>.tsv`` holds the marks of a language, a line a concept: its id, a tab, the marks, with
blanks between them. A new language is one file; a line without marks, or none, where it has no word.

    ``minister``    a stem: the word itself, or the stem with a rest of up to eight letters, two after a
                    stem of three letters and four after one of four ("ministerial")
    ``war+``        a stem that takes only the inflectional endings of its language (the row "+")
    ``loi=``        this form and no other

The longest mark that fits wins; the row "-" lists words that begin like a mark and mean something else,
and after a "*" endings that look like the second half of a compound ("*haft" in "fehlerhaft").
The id of a row may name several concepts ("air+attack"): the word says all of them. Marks are written
casefolded; what else is peculiar to a language stands in its lang/<code>.toml ([concepts]). A form that is
also a function word ("été", "stato") is left out: it would say its concept everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial
from importlib.resources import files
from unicodedata import combining, normalize

from rashomon.languages import section
from rashomon.lexicon.dictionaries import Dictionary
from rashomon.lexicon.imported import Language, Vocabulary, explain

#: Longest rest a short stem may take, in letters, by its length: short stems begin too many other words.
#: The figures are read off the wrong matches in NTREX-128.
_REST = {3: 2, 4: 4}
_SHORTEST_STEM = min(_REST)
#: Letters an inflected half of a compound may add to its mark.
_INFLECTION = 4
#: Letters the halves of a compound must have, and the more they must have when the head is not known:
#: otherwise every verb with a separable prefix would be a compound.
_SHORTEST_HEAD, _SHORTEST_TAIL = 3, 4
_SAFE_HEAD, _SAFE_TAIL = 5, 6
#: No compound of the news is longer; junk without spaces may be.
_LONGEST_COMPOUND = 60
#: The dictionaries of the user, in the order they are asked.
_DICTIONARIES: ContextVar[tuple[Dictionary, ...]] = ContextVar("dictionaries", default=())


@dataclass(frozen=True, slots=True)
class ConceptWords:
    """[concepts] of a language file.

    ``same``: signs to be read as others, or as nothing; marks may be written with either.
    ``accents_optional``: capitals and careless pages drop the accents.
    ``joints``: compounds are written as one word, and these letters may join their halves.
    ``prefixes``: articles and particles that are written onto the word after them.
    ``longest_rest``: letters that may follow a stem of five letters and more.
    """

    same: Mapping[str, str] = field(default_factory=dict)
    accents_optional: bool = False
    joints: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    longest_rest: int = 8


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one language by their kind ("=", "+", none) with their concept ids.

    ``endings`` are the inflectional ones, ``no_halves`` those that are no half of a compound.
    """

    exact: dict[str, tuple[str, ...]] = field(default_factory=dict)
    inflected: dict[str, tuple[str, ...]] = field(default_factory=dict)
    stems: dict[str, tuple[str, ...]] = field(default_factory=dict)
    no_halves: set[str] = field(default_factory=set)
    endings: frozenset[str] = frozenset()
    longest_ending: int = 0


@cache
def _words(language: str) -> tuple[dict[int, str], ConceptWords]:
    words = section(language, "concepts", ConceptWords)
    return str.maketrans(dict(words.same)), words


def fold(word: str, language: str) -> str:
    """A casefolded word as the marks of the language are keyed."""
    if word.isascii():
        return word
    same, words = _words(language)
    word = word.translate(same)
    if words.accents_optional:
        return "".join(c for c in normalize("NFD", word) if not combining(c))
    return word


@cache
def concept_languages() -> tuple[str, ...]:
    """Codes of the languages whose words are known, in order."""
    names = (entry.name for entry in files("rashomon").joinpath("lexicon", "concepts").iterdir())
    return tuple(sorted(name.removesuffix(".tsv") for name in names if name.endswith(".tsv")))


def read_marks(language: str) -> tuple[tuple[str, str], ...]:
    """The lines of a language's file as they are written, id and marks, "+" (endings) and "-" among them."""
    path = files("rashomon").joinpath("lexicon", "concepts", f"{language}.tsv")
    lines = (line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    return tuple((concept, marks) for concept, _, marks in (line.partition("\t") for line in lines))


@cache
def _marks(language: str) -> Marks | None:
    if language not in concept_languages():
        return None
    rows = [(concept, fold(marks, language).split()) for concept, marks in read_marks(language)]
    endings = {ending for concept, found in rows if concept == "+" for ending in found}
    table = Marks(endings=frozenset(endings), longest_ending=max(map(len, endings), default=0))
    for concept, found in rows:
        if concept == "+":
            continue
        ids = () if concept == "-" else tuple(concept.split("+"))
        for mark in found:
            if mark.startswith("*"):
                table.no_halves.add(mark[1:])
            elif mark.endswith("="):
                table.exact[mark[:-1]] = ids
            elif mark.endswith("+"):
                table.inflected[mark[:-1]] = ids
            else:
                table.stems[mark] = ids
    return table


def _whole(word: str, marks: Marks, longest_rest: int) -> tuple[tuple[str, ...] | None, int]:
    """What the longest mark says of a word (None: no mark fits), and how many letters it leaves over."""
    for known in (marks.exact, marks.inflected, marks.stems):
        if (listed := known.get(word)) is not None:
            return listed, 0
    size = len(word)
    for length in range(size - 1, max(0, size - marks.longest_ending - 1), -1):
        if (listed := marks.inflected.get(word[:length])) is not None and word[length:] in marks.endings:
            return listed, 0
    for length in range(size - 1, max(_SHORTEST_STEM, size - longest_rest) - 1, -1):
        rest = size - length
        if (stem := marks.stems.get(word[:length])) is not None and rest <= _REST.get(length, longest_rest):
            return stem, rest
    return None, size


def _without_prefix(word: str, marks: Marks, words: ConceptWords) -> tuple[str, ...]:
    """What the word says after a particle that is written onto it, the longest that leaves a known one."""
    for prefix in words.prefixes:
        if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST_STEM:
            found, _ = _whole(word[len(prefix) :], marks, words.longest_rest)
            if found:
                return found
    return ()


def _halves(word: str, marks: Marks, joints: tuple[str, ...]) -> tuple[str, ...]:
    """What the two halves of a compound say: the longest known tail, and the head before it."""
    for cut in range(_SHORTEST_HEAD, len(word) - _SHORTEST_TAIL + 1):
        if word[cut:] in marks.no_halves:
            return ()
        tail, _ = _whole(word[cut:], marks, _INFLECTION)
        if not tail:
            continue
        heads = (word[: cut - len(joint)] for joint in joints if word[:cut].endswith(joint))
        for known in (h for h in heads if len(h) >= _SHORTEST_HEAD):
            head, _ = _whole(known, marks, _INFLECTION)
            if head:
                return (*head, *(c for c in tail if c not in head))
        if cut >= _SAFE_HEAD and len(word) - cut >= _SAFE_TAIL:
            return tail
    return ()


def own_concepts(word: str, language: str) -> tuple[str, ...]:
    """The concepts of a word by our own lexicon alone."""
    marks = _marks(language)
    if marks is None:
        return ()
    word = fold(word, language)
    words = _words(language)[1]
    found, rest = _whole(word, marks, words.longest_rest)
    if found is None and words.prefixes:
        return _without_prefix(word, marks, words)
    if words.joints and rest >= _SHORTEST_TAIL and len(word) <= _LONGEST_COMPOUND:
        halves = _halves(word, marks, words.joints)
        # A stem explains the start of a compound at best: two halves say more, one alone does not.
        return halves if len(halves) > 1 or found is None else found
    return found or ()


def active_dictionaries() -> tuple[Dictionary, ...]:
    """The dictionaries asked after our own lexicon: what depends on them is to be cached by them."""
    return _DICTIONARIES.get()


@contextmanager
def using(dictionaries: tuple[Dictionary, ...]) -> Iterator[None]:
    """Words are looked up in these dictionaries too, in this thread; processes begin with ``start_using``."""
    token = _DICTIONARIES.set(dictionaries)
    try:
        yield
    finally:
        _DICTIONARIES.reset(token)


def start_using(dictionaries: tuple[Dictionary, ...]) -> None:
    """The same to the end of the process: what a worker begins with."""
    _DICTIONARIES.set(dictionaries)


@lru_cache(maxsize=8)
def _vocabularies(dictionary: Dictionary) -> dict[str, Vocabulary]:
    return explain(dictionary, _language)


def _language(code: str) -> Language:
    marks = _marks(code)
    endings = sorted(marks.endings, key=lambda e: (-len(e), e)) if marks else ()
    return Language(partial(fold, language=code), tuple(endings), partial(own_concepts, language=code))


def concepts_of(word: str, language: str) -> tuple[str, ...]:
    """The concepts one casefolded word names, in the order it names them; () where none is known.

    A German compound that the table does not list is read by its halves: "grenzstadt" is ("border", "city").
    """
    return _concepts_of(word, language, _DICTIONARIES.get())


@lru_cache(maxsize=1 << 18)
def _concepts_of(word: str, language: str, dictionaries: tuple[Dictionary, ...]) -> tuple[str, ...]:
    found = own_concepts(word, language)
    for dictionary in () if found else dictionaries:
        if vocabulary := _vocabularies(dictionary).get(language):
            found = found or vocabulary.concepts(fold(word, language))
    return found


def known_forms(language: str) -> frozenset[str]:
    """The words of a language without their endings: where words are written without blanks, all it has."""
    marks = _marks(language)
    own = marks.exact.keys() | marks.inflected.keys() | marks.stems.keys() if marks else set()
    imported = (_vocabularies(dictionary).get(language) for dictionary in _DICTIONARIES.get())
    return frozenset(own.union(*(vocabulary.forms for vocabulary in imported if vocabulary)))
