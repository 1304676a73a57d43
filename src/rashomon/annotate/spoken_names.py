"""Names of persons inside of sources, where no capital or no list tells them: beside the words of a role."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from rashomon.annotate.quote_words import Lexicon
from rashomon.annotate.speaker_names import Person
from rashomon.types import Quote, Span

#: Letters of a name where nothing parts words, and words of one elsewhere.
_MAX_LETTERS = 4
_MAX_FOREIGN = 24
_MAX_WORDS = 4
_POINTS = "·•‧"


def with_spoken(persons: tuple[Person, ...], quotes: tuple[Quote, ...], words: Lexicon) -> tuple[Person, ...]:
    """The persons, and those that sources name; a short name stands for the one full name that ends so."""
    spoken = [p for q in quotes if q.source and (p := _person(q.source, words))]
    starts = sorted(p.start for p in spoken)
    apart = (p for p in persons if bisect_left(starts, p.start) == bisect_left(starts, p.end))
    others = [p for p in apart if without_case(p.name, words) == p.name]
    known = {p.name for p in (*spoken, *others)}
    found = (*others, *(_full(p, known) for p in spoken))
    return tuple(sorted(found, key=lambda p: (p.start, p.end)))


def without_case(name: str, words: Lexicon) -> str:
    """A name as it stands without the ending of who makes a statement: "Otelden" is Otel."""
    stem, apostrophe, ending = name.replace("’", "'").rpartition("'")
    if apostrophe:
        return stem if ending in words.words.agent_endings else name
    for ending in words.words.agent_endings:
        stem = name.removesuffix(ending)
        if stem != name and stem.split()[-1:] and stem.split()[-1].lower() in words.sets["roles"]:
            return stem
    return name


def _full(person: Person, known: Iterable[str]) -> Person:
    longer = {name for name in known if name.endswith(tuple(part + person.name for part in " " + _POINTS))}
    name = longer.pop() if len(longer) == 1 else person.name
    return Person(
        person.start,
        person.end,
        name,
        person.heads,
        person.context,
        person.role_start,
        True,
        False,
        person.gender,
    )


def _person(source: Span, words: Lexicon) -> Person | None:
    """The name in a source and the roles beside it; None for an institution, a bare role, a pronoun."""
    tokens = [(m.start(), m.end(), m.group().lower()) for m in words.token.finditer(source.text)]
    roles = [i for i, (_, _, low) in enumerate(tokens) if low in words.sets["roles"]]
    place = {"first": _behind_titles, "middle": _beside_roles, "last": _behind_roles}[words.words.verb](
        source.text, tokens, roles, words
    )
    if place is None:
        return None
    start, end = tokens[place[0]][0], tokens[place[1] - 1][1]
    outside = [tokens[i][2] for i in roles if not place[0] <= i < place[1]]
    heads = frozenset(low for low in outside if low not in words.sets["institutions"])
    return Person(
        source.start + start,
        source.start + end,
        source.text[start:end],
        heads,
        frozenset(),
        source.start,
        True,
        False,
        None,
    )


_Tokens = list[tuple[int, int, str]]


def _beside_roles(text: str, tokens: _Tokens, roles: list[int], words: Lexicon) -> tuple[int, int] | None:
    """Chinese: "国防部长[李明]", "[李明]教授"; a family name leads, or a point parts a foreign name."""
    last = roles[-1] if roles else -1
    polite = bool(roles) and tokens[last][2] in words.sets["titles"]
    before = (roles[-2] + 1 if polite and len(roles) > 1 else 0, max(last, 0))
    leans = [i for i, (_, _, low) in enumerate(tokens) if low in words.sets["determiners"]]
    last = max(last, leans[-1]) if leans else last
    for start, end in (before,) if polite else ((last + 1, len(tokens)), (0, roles[0] if roles else 0)):
        titled = (start > 0 or polite) and end - start > 1
        if start < end and _is_name(text[tokens[start][0] : tokens[end - 1][1]], titled, words):
            return start, end
    return None


def _is_name(name: str, titled: bool, words: Lexicon) -> bool:
    if name[0].isupper() or any(point in name for point in _POINTS):
        return len(name) <= _MAX_FOREIGN
    known = titled or any(name.startswith(surname) for surname in words.words.surnames)
    ends = name.endswith(words.words.institution_endings or ("\0",)) and len(name) > 2
    return known and 2 <= len(name) <= _MAX_LETTERS + titled and not ends


def _behind_titles(text: str, tokens: _Tokens, roles: list[int], words: Lexicon) -> tuple[int, int] | None:
    """Arabic: past a role and the definite words that tell of what, "wazir al-kharijiya [Ahmad Ali]", or
    up to a role behind the name."""
    if roles and tokens[roles[0]][2] in words.sets["institutions"]:
        return None
    at = 0
    lows = [low for _, _, low in tokens]
    for low in lows:
        titled = low in words.sets["roles"] or low in words.sets["determiners"]
        if not (titled or low.startswith(words.words.definite_prefix)):
            break
        at += 1
    stops = [i for i, low in enumerate(lows) if i > at and (i in roles or low in words.sets["relatives"])]
    end = stops[0] if stops else len(tokens)
    least = 1 if at == 0 or roles else 2
    return (at, end) if least <= end - at <= _MAX_WORDS else None


def _behind_roles(text: str, tokens: _Tokens, roles: list[int], words: Lexicon) -> tuple[int, int] | None:
    """Turkish: the capitals behind the last role, "Sağlık Bakanı [Ayşe Kaya]"."""
    if without_case(text, words) != text:
        return None
    start = roles[-1] + 1 if roles else 0
    named = all(text[tokens[i][0]].isupper() for i in range(start, len(tokens)))
    return (start, len(tokens)) if named and 0 < len(tokens) - start <= _MAX_WORDS else None
