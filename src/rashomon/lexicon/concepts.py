"""Concepts of the news: what a word is about, whatever language says it.

    concepts_of("авиаудары", "ru") == concepts_of("Luftangriffe".casefold(), "de") == ("air", "attack")

``concepts.tsv`` is a table, one row a concept, one column a language. A cell lists the marks of the
concept in that language:

    ``minister``    a stem: the word itself, or the stem with a rest of up to eight letters, two after a
                    stem of three letters and four after one of four ("ministerial")
    ``war+``        a stem that takes only the inflectional endings of its language (the row "+")
    ``loi=``        this form and no other

The longest mark that fits wins; the row "-" lists words that begin like a mark and mean something else,
and after a "*" endings that look like the second half of a compound ("*haft" in "fehlerhaft").
The id of a row may name several concepts ("air+attack"): the word says all of them. Marks are written
casefolded; accents are optional in Spanish, French and Italian, where capitals and careless pages drop
them. A form that is also a function word ("été", "stato") is left out: it would say its concept everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from unicodedata import combining, normalize

#: Longest rest a plain stem may take, in letters, by the length of the stem: short stems begin too many
#: other words. The figures are read off the wrong matches in NTREX-128.
_REST = {3: 2, 4: 4}
_LONGEST_REST = 8
#: Letters an inflected half of a compound may add to its mark.
_INFLECTION = 4
#: Letters the halves of a compound must have, and the more they must have when the head is not known:
#: otherwise every verb with a separable prefix would be a compound.
_SHORTEST_HEAD, _SHORTEST_TAIL = 3, 4
_SAFE_HEAD, _SAFE_TAIL = 5, 6
#: No compound of the news is longer; junk without spaces may be.
_LONGEST_COMPOUND = 60
_ACCENTS_OPTIONAL = frozenset({"es", "fr", "it"})
#: Languages that write compounds as one word, with the letters that may join the halves.
_COMPOUNDING = {"de": ("", "s", "es", "n", "en", "er", "e")}


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one language, form or stem -> concept ids, and endings that are no half of a compound."""

    exact: dict[str, tuple[str, ...]] = field(default_factory=dict)
    stems: dict[str, tuple[str, ...]] = field(default_factory=dict)
    no_halves: set[str] = field(default_factory=set)


def fold(word: str, language: str) -> str:
    """A casefolded word as the table is keyed: ё as е, and no accents where they are optional."""
    if language == "ru":
        return word.replace("ё", "е")
    if language in _ACCENTS_OPTIONAL and not word.isascii():
        return "".join(c for c in normalize("NFD", word) if not combining(c))
    return word


def read_rows() -> tuple[dict[str, str], ...]:
    """The rows of concepts.tsv as they are written, the row "+" (endings) among them."""
    lines = files("rashomon").joinpath("lexicon", "concepts.tsv").read_text("utf-8").splitlines()
    header, *rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple(dict(zip(header, row, strict=True)) for row in rows)


@cache
def _marks() -> dict[str, Marks]:
    endings, *rows = read_rows()
    tables = {language: Marks() for language in endings if language != "id"}
    for row in rows:
        ids = () if row["id"] == "-" else tuple(row["id"].split("+"))
        for language, table in tables.items():
            for mark in fold(row[language], language).split():
                if mark.startswith("*"):
                    table.no_halves.add(mark[1:])
                elif mark.endswith("="):
                    table.exact[mark[:-1]] = ids
                elif mark.endswith("+"):
                    for ending in ("", *fold(endings[language], language).split()):
                        table.exact.setdefault(mark[:-1] + ending, ids)
                else:
                    table.stems[mark] = ids
    return tables


def _whole(word: str, marks: Marks, longest_rest: int = _LONGEST_REST) -> tuple[tuple[str, ...] | None, int]:
    """What the longest mark says of a word (None: no mark fits), and how many letters it leaves over."""
    if (listed := marks.exact.get(word)) is not None:
        return listed, 0
    size = len(word)
    for length in range(size, 2, -1):
        rest = size - length
        if rest > longest_rest:
            break
        if (stem := marks.stems.get(word[:length])) is not None and rest <= _REST.get(length, _LONGEST_REST):
            return stem, rest
    return None, size


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


@lru_cache(maxsize=1 << 18)
def concepts_of(word: str, language: str) -> tuple[str, ...]:
    """The concepts one casefolded word names, in the order it names them; () where none is known.

    A German compound that the table does not list is read by its halves: "grenzstadt" is ("border", "city").
    """
    marks = _marks().get(language)
    if marks is None:
        return ()
    word = fold(word, language)
    found, rest = _whole(word, marks)
    if language in _COMPOUNDING and rest >= _SHORTEST_TAIL and len(word) <= _LONGEST_COMPOUND:
        halves = _halves(word, marks, _COMPOUNDING[language])
        # A stem explains the start of a compound at best: two halves say more, one alone does not.
        return halves if len(halves) > 1 or found is None else found
    return found or ()


def concept_of(word: str, language: str) -> str | None:
    """The main concept of one casefolded word, the last it names; None where none is known."""
    found = concepts_of(word, language)
    return found[-1] if found else None
