"""Concepts of the news: what a word is about, whatever language says it.

    concepts_of("авиаудары", "ru") == concepts_of("Luftangriffe".casefold(), "de") == ("air", "attack")

``concepts.tsv`` is a table, one row a concept, one column a language. A cell lists the marks of the
concept in that language:

    ``minister``    a stem: the word itself, or the stem with a rest that is no longer than the stem
                    less one letter, and never longer than eight ("ministerial", not "war" -> "warning")
    ``war+``        a stem that takes only the inflectional endings of its language (the row "+")
    ``loi=``        this form and no other

The longest mark that fits wins. The id of a row may name several concepts ("air+attack"): the word
says all of them. Marks are written casefolded; accents are optional in Spanish, French and Italian,
where capitals and careless pages drop them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from unicodedata import combining, normalize

#: Longest rest a plain stem may take, in letters: "ировавшими" and "lichkeiten" need eight to ten.
_LONGEST_REST = 8
#: A half of an unknown compound must be this long to be trusted when the other half says nothing.
_SAFE_HALF = 5
_SHORTEST_HALF = 3
_ACCENTS_OPTIONAL = frozenset({"es", "fr", "it"})
#: Languages that write compounds as one word, with the letters that may join the halves.
_COMPOUNDING = {"de": ("", "s", "es", "n", "en", "er", "e")}


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one language: form or stem -> concept ids."""

    exact: dict[str, tuple[str, ...]] = field(default_factory=dict)
    stems: dict[str, tuple[str, ...]] = field(default_factory=dict)


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
        ids = tuple(row["id"].split("+"))
        for language, table in tables.items():
            for mark in fold(row[language], language).split():
                if mark.endswith("="):
                    table.exact[mark[:-1]] = ids
                elif mark.endswith("+"):
                    forms = ["", *fold(endings[language], language).split()]
                    for form in forms:
                        table.exact.setdefault(mark[:-1] + form, ids)
                else:
                    table.stems[mark] = ids
    return tables


def _whole(word: str, marks: Marks) -> tuple[str, ...]:
    """What the longest mark says of a word: a listed form, else its longest stem."""
    if found := marks.exact.get(word):
        return found
    size = len(word)
    for length in range(size, max(2, size - _LONGEST_REST - 1), -1):
        if size - length >= max(length, 3):
            break
        if (stem := marks.stems.get(word[:length])) is not None:
            return stem
    return ()


def _halves(word: str, marks: Marks, joints: tuple[str, ...]) -> tuple[str, ...]:
    """What the two halves of an unknown compound say: the longest known tail, and the head before it."""
    for cut in range(_SHORTEST_HALF, len(word) - _SHORTEST_HALF):
        if not (tail := _whole(word[cut:], marks)):
            continue
        heads = (word[: cut - len(joint)] for joint in joints if word[:cut].endswith(joint))
        head = next((found for h in heads if len(h) >= _SHORTEST_HALF and (found := _whole(h, marks))), ())
        if head or len(word) - cut >= _SAFE_HALF:
            return (*head, *(c for c in tail if c not in head))
    for cut in range(len(word) - _SHORTEST_HALF, _SAFE_HALF - 1, -1):
        if known := marks.stems.get(word[:cut]) or marks.exact.get(word[:cut]):
            return known
    return ()


@lru_cache(maxsize=1 << 18)
def concepts_of(word: str, language: str) -> tuple[str, ...]:
    """The concepts one casefolded word names, in the order it names them; () where none is known.

    A German compound that the table lacks is read by its halves: "grenzstadt" is ("border", "city").
    """
    marks = _marks().get(language)
    if marks is None:
        return ()
    word = fold(word, language)
    found = _whole(word, marks)
    if not found and language in _COMPOUNDING and len(word) >= 2 * _SHORTEST_HALF:
        return _halves(word, marks, _COMPOUNDING[language])
    return found


def concept_of(word: str, language: str) -> str | None:
    """The main concept of one casefolded word, the last it names; None where none is known."""
    found = concepts_of(word, language)
    return found[-1] if found else None
