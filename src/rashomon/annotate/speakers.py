"""Who said it: sources tied to the persons and institutions the document names.

source span -> name, short name, role or pronoun -> the full name told earlier; what is not told stays None
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace

from rashomon.annotate.quote_words import Lexicon, lexicon
from rashomon.types import Document, Mention, Quote, Sentence, Span

_WORD = re.compile(r"\w+(?:[-.]\w+)*")
#: A quotation without cue goes on with the speaker before when no more than this stands between them.
_MAX_CARRY = 220
#: How far back a pronoun looks, in code points.
_MAX_PRONOUN = 900


@dataclass(frozen=True, slots=True)
class _Person:
    """A person at one place of the text, under the fullest name the document gives."""

    at: int
    end: int
    name: str
    roles: frozenset[str]
    subject: bool


@dataclass(slots=True)
class _State:
    """What was said up to here: who spoke last, and which pronoun went with whom."""

    speaker: str | None = None
    plural: str | None = None
    institution: str | None = None
    at: int = -1
    end: int = -1
    person_at: int = -1
    person: str | None = None
    genders: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Reading:
    document: Document
    words: Lexicon
    persons: tuple[_Person, ...]
    starts: tuple[int, ...]
    names: dict[str, str]
    blocks: tuple[int, ...]

    def full_name(self, name: str) -> str:
        return self.names.get(name, name)


def resolve_speakers(
    document: Document,
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    quotes: tuple[Quote, ...],
) -> tuple[Quote, ...]:
    """The quotes with ``speaker`` set where the text tells it."""
    reading = _read(document, sentences, mentions)
    state = _State()
    resolved = []
    for quote in quotes:
        speaker = _speaker(reading, quote, state)
        relayed = _plain(quote.relayed_by, reading.words) if quote.relayed_by else None
        resolved.append(replace(quote, speaker=speaker, relayed_by=relayed))
        _remember(reading, state, quote, speaker)
    return tuple(resolved)


# ---------------------------------------------------------------- the persons of a document


def _read(document: Document, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...]) -> _Reading:
    words = lexicon(document.language)
    people = [m for m in mentions if m.kind == "person"]
    names = _full_names(people)
    starts = sorted(s.span.start for s in sentences)
    persons = []
    for mention in people:
        i = bisect_right(starts, mention.span.start) - 1
        head = document.text[starts[i] : mention.span.start] if i >= 0 else ""
        persons.append(
            _Person(
                mention.span.start,
                mention.span.end,
                names.get(mention.name, mention.name),
                _roles_beside(document.text, mention, words),
                len(head) < 60 and not _possessive(document.text, mention.span.end),
            )
        )
    persons.sort(key=lambda p: p.at)
    return _Reading(
        document,
        words,
        tuple(persons),
        tuple(p.at for p in persons),
        names,
        tuple(b.start for b in document.blocks),
    )


def _full_names(people: list[Mention]) -> dict[str, str]:
    """Short name -> the fullest name with the same last word, where only one fits."""
    by_last: dict[str, list[str]] = {}
    for mention in people:
        parts = mention.name.split()
        if parts:
            by_last.setdefault(parts[-1].casefold(), []).append(mention.name)
    full: dict[str, str] = {}
    for names in by_last.values():
        longest = max(dict.fromkeys(names), key=lambda n: len(n.split()))
        for name in names:
            if len(name.split()) < len(longest.split()):
                full[name] = longest
    firsts = {n.split()[0].casefold(): n for n in dict.fromkeys(m.name for m in people) if len(n.split()) > 1}
    for mention in people:
        key = mention.name.casefold()
        if " " not in key and mention.name not in full and key in firsts and len(by_last.get(key, [])) >= 1:
            full[mention.name] = firsts[key]
    return full


def _possessive(text: str, end: int) -> bool:
    return text[end : end + 2] in ("'s", "’s")


def _roles_beside(text: str, mention: Mention, words: Lexicon) -> frozenset[str]:
    """Role nouns right before the name, in its apposition, and in ``Mention.role``."""
    before = re.split(r"[.,;:!?()\n“”\"«»]", text[max(0, mention.span.start - 70) : mention.span.start])[-1]
    after = text[mention.span.end : mention.span.end + 130]
    beside = before.split()[-6:]
    if after.startswith(","):
        apposition = re.split(r"[,;:!?()\n“”\"«»]|\.\s", after[1:])[0].split()[:14]
        if apposition and any(w.lower() in words.sets["roles"] for w in apposition[:8]):
            beside += apposition
    if mention.role:
        beside += mention.role.text.split()
    return frozenset(
        w for b in beside for w in _WORD.findall(b.lower().removesuffix("'s").removesuffix("’s"))
    )


# ---------------------------------------------------------------- one quote


def _speaker(reading: _Reading, quote: Quote, state: _State) -> str | None:
    if quote.source is None:
        return _carried(reading, quote, state)
    source = quote.source
    low = source.text.lower().lstrip("-").removeprefix("t-")
    pronoun = reading.words.words.pronouns.get(low)
    if pronoun:
        return _by_pronoun(reading, source, pronoun, state)
    person = _named_person(reading, source)
    if person:
        return person
    return _by_role(reading, source, state) or _plain(source.text, reading.words)


def _carried(reading: _Reading, quote: Quote, state: _State) -> str | None:
    """A quotation without cue right behind another goes on with its speaker."""
    if state.speaker is None or quote.cue is not None or quote.kind == "mixed":
        return None
    first = bisect_right(reading.blocks, state.end)
    here = bisect_right(reading.blocks, quote.content.start)
    near = here == first or quote.content.start - state.end <= _MAX_CARRY
    return state.speaker if here - first <= 1 and near else None


def _named_person(reading: _Reading, source: Span) -> str | None:
    """The person whose name heads the source: not "X's lawyer", not "a spokesman for X"."""
    text = reading.document.text
    i = bisect_right(reading.starts, source.start - 1)
    while i < len(reading.persons) and reading.persons[i].at < source.end:
        person = reading.persons[i]
        before = re.split(r"[,;:]", text[source.start : person.at])[-1].lower().split()
        leans = any(w in reading.words.sets["prepositions"] for w in before[-4:]) and not (
            person.roles & set(before[:2]) and len(before) < 3
        )
        if not leans and not _possessive(text, person.end) and person.end <= source.end + 1:
            return person.name
        i += 1
    return None


def _by_pronoun(reading: _Reading, source: Span, pronoun: str, state: _State) -> str | None:
    if pronoun == "p":
        return state.plural or state.institution
    if pronoun == "n":
        return state.institution
    if pronoun not in ("m", "f"):
        return None
    candidates: list[tuple[int, str]] = []
    if state.person and source.start - state.person_at <= _MAX_PRONOUN:
        candidates.append((state.person_at, state.person))
    i = bisect_right(reading.starts, source.start) - 1
    while i >= 0 and source.start - reading.persons[i].at <= _MAX_PRONOUN:
        if reading.persons[i].subject:
            candidates.append((reading.persons[i].at, reading.persons[i].name))
        i -= 1
    fitting = [c for c in candidates if state.genders.get(c[1], pronoun) == pronoun]
    name = max(fitting, default=(0, None))[1]
    if name:
        state.genders.setdefault(name, pronoun)
    return name


def _by_role(reading: _Reading, source: Span, state: _State) -> str | None:
    """ "The Kremlin spokesman": the last person before it who was introduced with such a role."""
    tokens = [w.removesuffix("'s").removesuffix("’s") for w in _WORD.findall(source.text.lower())]
    roles = [w for w in tokens if w in reading.words.sets["roles"]]
    if not roles or len(tokens) > 6:
        return None
    wanted = {w for w in tokens if w not in reading.words.sets["determiners"]}
    i = bisect_right(reading.starts, source.start) - 1
    best: tuple[int, int] | None = None
    while i >= 0:
        shared = len(wanted & reading.persons[i].roles)
        if roles[-1] in reading.persons[i].roles and shared == len(wanted):
            return reading.persons[i].name
        if roles[-1] in reading.persons[i].roles and shared >= 1 and best is None and len(wanted) <= 2:
            best = (shared, i)
        i -= 1
    return reading.persons[best[1]].name if best else None


def _plain(text: str, words: Lexicon) -> str:
    """The noun phrase without article and without what leans on it behind a comma."""
    plain = re.split(r",\s", text)[0].strip(" ,:;")
    first, _, rest = plain.partition(" ")
    return (
        rest
        if rest and first.lower() in words.sets["determiners"] and first.lower() in words.articles
        else plain
    )


def _remember(reading: _Reading, state: _State, quote: Quote, speaker: str | None) -> None:
    if speaker is None:
        return
    state.speaker, state.end = speaker, max(quote.content.end, quote.source.end if quote.source else 0)
    if any(p.name == speaker for p in reading.persons):
        state.person = speaker
        state.person_at = max(quote.content.start, quote.source.start if quote.source else 0)
    elif speaker.split()[-1].lower().endswith("s"):
        state.plural = speaker
        state.institution = state.institution or speaker
    else:
        state.institution = speaker
