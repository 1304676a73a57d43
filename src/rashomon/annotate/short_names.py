"""Short names and the full ones they stand for, inside one document."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from rashomon.annotate.name_words import Vocabulary
from rashomon.annotate.tokens import Token
from rashomon.lexicon.names import Alias
from rashomon.types import Mention


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention on the way. ``sure``: something but its capitals proves it.

    ``title_case``: unproven, where every word has a capital; ``unlocated``: a city without a word of
    place before it, which may as well be a surname.
    """

    mention: Mention
    tokens: tuple[Token, ...]
    alias: Alias | None
    sure: bool
    title_case: bool = False
    unlocated: bool = False


@dataclass(frozen=True, slots=True)
class _Names:
    """What the document tells in full: parts of persons' names, acronyms, events, first names by place."""

    people: Mapping[str, str]
    acronyms: Mapping[str, Mention]
    events: Mapping[str, str]
    shared: Mapping[int, str]
    places: Mapping[int, Alias]
    told: Mapping[str, Mention]
    sure: frozenset[str]
    names_of: Mapping[str, frozenset[str]]
    things: frozenset[str]


def tie_short_names(text: str, found: list[Candidate], words: Vocabulary) -> tuple[Mention, ...]:
    """Short names get the full one's name and kind; what stays unproven goes where capitals say nothing."""
    by_key: dict[str, set[str]] = defaultdict(set)
    for candidate in found:
        if candidate.mention.key:
            by_key[candidate.mention.key].add(candidate.mention.name)
    names = _Names(
        _people(found, words),
        _acronyms(text, found),
        _events(found, words),
        _shared_surnames(text, found, words),
        _shared_places(text, found, words),
        {c.mention.name: c.mention for c in found if c.sure or not (c.title_case or words.nouns_capitalised)},
        frozenset(c.mention.name for c in found if c.sure),
        {key: frozenset(same) for key, same in by_key.items()},
        frozenset(c.mention.name for c in found if c.sure and c.mention.kind == "other" and not c.alias),
    )
    tied = (_tie(candidate, names, words) for candidate in found)
    return tuple(_without_other_role(text, mention, words) for mention in tied if mention is not None)


def _without_other_role(text: str, mention: Mention, words: Vocabulary) -> Mention:
    """In English "the judge" before a surname alone is somebody else: "told [the judge] [Doe] had lied"."""
    role, alone = mention.role, " " not in mention.span.text and mention.name != mention.span.text
    if role is None or not alone or words.adjectives_follow or words.nouns_capitalised:
        return mention
    before = text[max(0, role.start - 12) : role.start].split()
    definite = bool(before) and before[-1].lower() in words.articles
    return replace(mention, role=None) if definite and role.text.islower() else mention


def _tie(candidate: Candidate, names: _Names, words: Vocabulary) -> Mention | None:
    if _needs_another_name(candidate, names):
        # Letters that are no state here are what any capitals are.
        state = (candidate.mention.key or "").startswith("state:")
        return replace(candidate.mention, kind="organization", key=None) if state else None
    tied = next((full for rule in _TIES if (full := rule(candidate, names))), None)
    if tied is not None:
        return tied
    unproven = words.nouns_capitalised and not candidate.sure and candidate.mention.name not in names.sure
    return None if unproven or candidate.title_case else candidate.mention


def _needs_another_name(candidate: Candidate, names: _Names) -> bool:
    alias = candidate.alias
    if alias is None or not alias.contextual:
        return False
    return names.names_of.get(alias.key, frozenset()) <= {candidate.mention.name}


def _first_of_two(candidate: Candidate, names: _Names) -> Mention | None:
    name = names.shared.get(candidate.mention.span.start)
    return replace(candidate.mention, kind="person", name=name) if name else None


def _half_of_place(candidate: Candidate, names: _Names) -> Mention | None:
    alias = names.places.get(candidate.mention.span.start)
    return replace(candidate.mention, kind=alias.kind, name=alias.name, key=alias.key) if alias else None


def _acronym(candidate: Candidate, names: _Names) -> Mention | None:
    full = None if candidate.mention.key else names.acronyms.get(candidate.mention.name)
    return replace(full, span=candidate.mention.span, role=None) if full else None


def _part_of_person(candidate: Candidate, names: _Names) -> Mention | None:
    name = names.people.get(candidate.mention.name)
    open_kind = candidate.mention.kind in ("person", "other") or candidate.unlocated
    return replace(candidate.mention, kind="person", name=name, key=None) if name and open_kind else None


def _part_of_event(candidate: Candidate, names: _Names) -> Mention | None:
    name = names.events.get(candidate.mention.name)
    open_key = not candidate.mention.key or candidate.unlocated
    return replace(candidate.mention, kind="other", name=name, key=None) if name and open_key else None


def _told_elsewhere(candidate: Candidate, names: _Names) -> Mention | None:
    """In title case: what another sentence tells of the name."""
    full = names.told.get(candidate.mention.name) if candidate.title_case else None
    return replace(full, span=candidate.mention.span, role=None) if full else None


def _thing(candidate: Candidate, names: _Names) -> Mention | None:
    """A ship told with its noun once is a ship wherever it is named."""
    mention = candidate.mention
    thing = mention.name in names.things and mention.kind in ("person", "other") and mention.role is None
    return replace(mention, kind="other") if thing else None


_TIES = (_half_of_place, _thing, _first_of_two, _acronym, _part_of_person, _part_of_event, _told_elsewhere)


def _people(found: list[Candidate], words: Vocabulary) -> dict[str, str]:
    """Each part of a full name and the full name; a part of two people is the one's told more often."""
    proven = (c for c in found if c.sure or len(c.tokens) > 1)
    told = Counter(c.mention.name for c in proven if c.mention.kind == "person")
    ends = {" ".join(name.split()[i:]) for name in told for i in range(1, name.count(" ") + 1)}
    ends |= {
        name for name in told for e in words.genitive if name.endswith(e) and name.removesuffix(e) in told
    }
    full = {name: count for name, count in told.items() if name not in ends}
    people: dict[str, str] = {}
    # Sorting is stable: of names told equally often the first one in the text goes first.
    for name in sorted(full, key=lambda n: -full[n]):
        parts = name.split()
        # "al-Hariri" is told as "Hariri" too.
        bare = parts[-1].partition("-")[2] if parts[-1][:1].islower() else ""
        owned = (f"{part}{ending}" for part in (parts[-1], name) for ending in words.genitive)
        for part in (parts[-1], bare, " ".join(parts[1:]), " ".join(parts[-2:]), parts[0], *owned):
            if len(part) > 1 and (part[0].isupper() or "-" in part):
                people.setdefault(part, name)
    return people


def _events(found: list[Candidate], words: Vocabulary) -> dict[str, str]:
    """What is left of an event's name without its head: Hurricane Ida, then Ida."""
    events: dict[str, str] = {}
    for c in found:
        if c.mention.kind == "other" and len(c.tokens) > 1 and c.tokens[0].lower in words.event_heads:
            rest = " ".join(t.text for t in c.tokens if t.lower not in words.event_heads)
            events.setdefault(rest, c.mention.name)
    return events


def _shared_surnames(text: str, found: list[Candidate], words: Vocabulary) -> dict[int, str]:
    """Two people, one surname: in "Otto and Eva Lang" the first is Otto Lang. By place of the mention."""
    shared: dict[int, str] = {}
    for c, after in pairwise(found):
        between = text[c.mention.span.end : after.mention.span.start].strip()
        single = c.mention.key is None and len(c.tokens) == 1
        # "Doe and Angry Otto" are no family.
        first_names = {c.mention.name, *(t.text for t in after.tokens[:1])} & words.given_names
        if (
            single
            and first_names
            and between in words.coordinators
            and after.mention.kind == "person"
            and len(after.tokens) > 1
        ):
            shared[c.mention.span.start] = f"{c.mention.name} {after.tokens[-1].text}"
    return shared


def _shared_places(text: str, found: list[Candidate], words: Vocabulary) -> dict[int, Alias]:
    """Two places, one noun: in "North and South Dakota" the first is North Dakota. By place of mention."""
    shared: dict[int, Alias] = {}
    for c, after in pairwise(found):
        between = text[c.mention.span.end : after.mention.span.start].strip()
        if between in words.coordinators and len(c.tokens) == 1 and len(after.tokens) > 1 and after.alias:
            alias = words.aliases.get((c.tokens[0].text, *(t.text for t in after.tokens[1:])))
            if alias and alias.kind == "place" and not c.mention.key:
                shared[c.mention.span.start] = alias
    return shared


def _acronyms(text: str, found: list[Candidate]) -> dict[str, Mention]:
    """Names with their letters told in brackets: Northern Fishery Board (NFB)."""
    told: dict[str, Mention] = {}
    for c, after in pairwise(found):
        letters = after.mention.name
        bracket = text[c.mention.span.end : after.mention.span.start].strip() == "("
        if not bracket or not letters.isupper() or len(c.tokens) < 2:
            continue
        initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", c.mention.name)).upper()
        if letters[0] == initials[:1] and all(letter in initials for letter in letters):
            told[letters] = c.mention
    return told
