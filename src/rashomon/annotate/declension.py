"""Persons' names in their base form, in languages whose names change with their case.

candidates -> the full name that another is a form of, or the given name -> names in the nominative
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from dataclasses import replace

from rashomon.annotate.endings import bases
from rashomon.annotate.name_words import Vocabulary, given_names
from rashomon.annotate.short_names import Candidate

#: So many persons of one surname are looked through; a page that has more is no report.
_MOST_NAMESAKES = 50


def in_base_form(found: list[Candidate], words: Vocabulary) -> list[Candidate]:
    """The persons' names in the nominative, where the document tells it or a given name proves it."""
    if not words.cases:
        return found
    counts = Counter(c.mention.name for c in found if _is_open(c) and len(c.tokens) > 1)
    by_last: dict[str, list[str]] = defaultdict(list)
    for name in counts:
        same = by_last[name.split()[-1]]
        if len(same) < _MOST_NAMESAKES:
            same.append(name)
    full = {name: _full(name, by_last, words) for name in counts}
    proven = {name.split()[-1] for name in full.values() if name.split()[0] in words.given_names}
    others = {name.split()[-1] for name in full.values()} - proven
    surnames = proven | {last for last in others if proven.isdisjoint(bases(last, words.cases))}
    return [_renamed(_without_opening(c, proven, words), full, surnames, words) for c in found]


def _without_opening(candidate: Candidate, proven: set[str], words: Vocabulary) -> Candidate:
    """ "Smlouvu Novákové [nikdo neviděl]": the surname alone, where a common word opens the sentence."""
    first, *rest = candidate.tokens
    loose = _is_open(candidate) and len(rest) == 1 and first.opening and first.text not in words.given_names
    if not loose or proven.isdisjoint((rest[0].text, *bases(rest[0].text, words.cases))):
        return candidate
    whole = candidate.mention.span
    text = whole.text[rest[0].start - whole.start :]
    mention = replace(
        candidate.mention, span=replace(whole, start=rest[0].start, text=text), name=rest[0].text
    )
    return replace(candidate, mention=mention, tokens=(rest[0],))


def _is_open(candidate: Candidate) -> bool:
    return candidate.mention.key is None and candidate.mention.kind in ("person", "other")


def _renamed(candidate: Candidate, full: dict[str, str], surnames: set[str], words: Vocabulary) -> Candidate:
    if not _is_open(candidate):
        return candidate
    name = candidate.mention.name
    base = full[name] if name in full else _surname(name, surnames, words)
    return replace(candidate, mention=replace(candidate.mention, name=base)) if base != name else candidate


def _surname(name: str, surnames: set[str], words: Vocabulary) -> str:
    """A surname alone: the one of a person named in full that it may be a form of."""
    known = name in surnames or name in words.given_names
    return name if known else next((b for b in bases(name, words.cases) if b in surnames), name)


def _full(name: str, by_last: dict[str, list[str]], words: Vocabulary) -> str:
    """A name of several words: the one in the document that it is a form of, else by its given name."""
    parts = name.split()
    for last in bases(parts[-1], words.cases):
        for other in by_last.get(last, ()):
            if _is_form(parts, other.split(), words):
                return other
    given = words.given_bases.get(parts[0])
    if given is None:
        return name
    surname = _guessed(parts[-1], given, words)
    # "Jana Nowaka" is Jan Nowak; with no surname that tells, Jana is the name of another language.
    told = surname != parts[-1] or parts[0] not in given_names()
    return " ".join([given, *parts[1:-1], surname]) if told else name


def _is_form(parts: list[str], others: list[str], words: Vocabulary) -> bool:
    return len(parts) == len(others) and all(
        part == other or other in bases(part, words.cases) for part, other in zip(parts, others, strict=True)
    )


def _guessed(surname: str, given: str, words: Vocabulary) -> str:
    """The surname beside a given name in another case; women's stay unless they end as women's do."""
    woman = _ends_open(given)
    return next((b for b in bases(surname, words.cases) if not woman or _ends_open(b)), surname)


def _ends_open(name: str) -> bool:
    return unicodedata.normalize("NFD", name[-1].lower())[0] in "aая"
