"""Who wrote an article: the persons among what its head, marked elements and bylines name.

'By Ann Lee, Political Editor, and Bob Ray | Daily News' -> Ann Lee, Bob Ray
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rashomon.clean.agencies import find_agency, given_names, outlet_names
from rashomon.clean.daylines import read_stamp
from rashomon.clean.described import SelfDescription
from rashomon.clean.judged import Judged
from rashomon.clean.lines import is_names
from rashomon.clean.names import outlet_name
from rashomon.clean.normalize import fold
from rashomon.clean.words import Phrases
from rashomon.types import Confidence

MAX_BYLINE_LINE = 20
MAX_NAME = 60
MAX_AUTHORS = 30
_AND = r"and|und|y|e|et|и|og|och|ve|&"
_PARTS = re.compile(rf"[;|·•\n]| / | (?:{_AND}) (?=[^\W\d_])")
_NO_NAME = re.compile(
    r"https?:|www\.|@|^[#/]|\d{{2,}}|\[|\.(?:com|net|org|html?)\b|^\W*$".replace("{{2,}}", "{2,}")
)
#: What programs write where nobody signed.
_NOBODY = frozenset(
    "undefined null none nan admin administrator root anonymous unknown author webmaster redazione redaktion "
    "redacción rédaction редакция newsroom staff editor editors guest".split()
)
_TITLES = re.compile(r"^(?:m\.?d\.?|ph\.?d\.?|d\.?o\.?|r\.?n\.?|jr\.?|sr\.?|esq\.?|[A-Z]{2,6})$", re.I)


def find_authors(
    described: SelfDescription, judged: Sequence[Judged], words: Phrases
) -> tuple[tuple[str, ...], str, Confidence] | None:
    """(names, where they were read, how sure), or None where nobody is named."""
    houses = {fold(n) for n in (*described.site_names, described.publisher or "", *described.houses) if n}
    for place in dict.fromkeys(place for _, place in described.authors):
        told = [value for value, source in described.authors if source == place]
        if names := _persons(told, houses, words):
            return names, place, "stated"
    for text in described.writers:
        if names := _of_marked(text, houses, words):
            return names, f"element of the author '{text[:60]}'", "shown"
    found = _of_lines(judged, words)
    return (found[0], f"byline '{found[1][:60]}'", "shown") if found else None


def _persons(told: Iterable[str], houses: set[str], words: Phrases) -> tuple[str, ...]:
    """The persons of what the head names, without the houses and roles some write behind a name."""
    names: dict[str, None] = {}
    for value in told:
        for group in _PARTS.split(value):
            first, *behind = (_without_by(part.strip(), words) for part in group.split(", "))
            # "Ann Lee, Political Editor": behind a comma stands a person only where a given name says so.
            persons = [first, *(part for part in behind if _likely_person(part, first))]
            names |= dict.fromkeys(name for name in persons if is_person(name, houses, words))
    return tuple(names)[:MAX_AUTHORS]


def is_person(name: str, houses: Iterable[str], words: Phrases) -> bool:
    """Whether a name the head gives can be that of a person: no house, agency, address, or user's name."""
    folded = fold(name)
    if not name or len(name) > MAX_NAME or folded in houses or folded in outlet_names() or folded in _NOBODY:
        return False
    agency = find_agency(name)
    if (
        _NO_NAME.search(name)
        or _TITLES.match(name)
        or outlet_name(name, words)
        or (agency and agency[1] == 0)
    ):
        return False
    if " " not in name and (folded in words.section_words or folded in words.outlet_words):
        return False
    return " " in name or name.lower() == name.upper() or name[0].isupper()


def _likely_person(part: str, first: str) -> bool:
    tokens = part.split()
    if not 2 <= len(tokens) <= 4:
        return False
    return tokens[0] in given_names() or first.partition(" ")[0] not in given_names()


def _without_by(text: str, words: Phrases) -> str:
    """A name without the word for 'by' before it."""
    first, _, rest = text.partition(" ")
    return rest.strip() if rest and first.casefold().strip(":") in words.by else text


def _of_marked(text: str, houses: set[str], words: Phrases) -> tuple[str, ...]:
    """The names in an element marked as that of the author, where it holds little else."""
    stamp = read_stamp(text, words)
    for part in stamp.names if stamp else re.split(r"[|·•]", text):
        bare = _without_by(part.strip(" :,-–—"), words)
        if not 4 <= len(bare) <= 120 or not is_names(bare, words) or len(bare.split()) < 2:
            continue
        named = bare != part.strip(" :,-–—") or bare.split()[0].title() in given_names()
        if named and (names := _persons([bare], houses, words)):
            return tuple(name for name in names if len(name.split()) >= 2)
    return ()


def _of_lines(judged: Sequence[Judged], words: Phrases) -> tuple[tuple[str, ...], str] | None:
    """The names in the byline above the article, and the line."""
    for j in judged[:MAX_BYLINE_LINE]:
        if j.role not in ("byline", "timestamp"):
            continue
        stamp = read_stamp(j.text, words) if j.role == "timestamp" else None
        for text in stamp.names if stamp else (j.text,):
            if authors := _names_of(text, words, stamp is not None):
                return authors, j.text
    return None


def _names_of(text: str, words: Phrases, beside_day: bool) -> tuple[str, ...]:
    """The persons a byline names; beside a day only who has a given name we know, not 'New York'."""
    if outlet_name(text, words) or find_agency(text):
        return ()
    tokens = text.split()
    first = 1 if tokens and tokens[0].casefold().strip(":") in words.by else 0
    text = " ".join(tokens[first:])
    if len(tokens) - first < 2 or not is_names(text, words):
        return ()
    if beside_day and tokens[first] not in given_names():
        return ()
    # "Ann Lee in London": where somebody writes from is no name.
    text = re.split(r" (?:in|aus|à|en) (?=[^\W\d_])", text)[0]
    names = re.split(rf", | (?:{_AND}) ", text)
    return tuple(name.strip(" ,") for name in names if len(name.split()) >= 2)
