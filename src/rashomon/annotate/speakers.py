"""Who said it: sources tied to the persons and institutions the document names.

source span -> name, short name, role or pronoun -> the full name told earlier; what is not told stays None
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace

from rashomon.annotate.quote_words import Lexicon, lexicon
from rashomon.annotate.russian_sources import nominative, read_syntax
from rashomon.annotate.speaker_names import (
    Person,
    Role,
    acronyms_of,
    nominative_role,
    noun_phrase,
    persons_of,
    plain_name,
    role_words,
    same_role,
)
from rashomon.annotate.spoken_names import with_spoken, without_case
from rashomon.types import Document, Mention, Quote, Sentence, Span

#: A quotation without cue goes on with the speaker before when no more than this stands between them.
_MAX_CARRY = 220
#: How far back a pronoun and "the company" look, in code points.
_MAX_BACK = 900


@dataclass(slots=True)
class _State:
    """What was said up to here: who spoke last, and which pronoun went with whom."""

    speaker: str | None = None
    end: int = -1
    person: str | None = None
    person_at: int = -1
    institution: str | None = None
    institution_at: int = -_MAX_BACK
    #: The institution that spoke last under a name: "the company" may mean it.
    named: str | None = None
    named_at: int = -_MAX_BACK
    plural: str | None = None
    plural_at: int = -_MAX_BACK
    genders: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Reading:
    document: Document
    words: Lexicon
    persons: tuple[Person, ...]
    starts: tuple[int, ...]
    acronyms: dict[str, str]
    #: How organizations and places stand in the text.
    institutions: frozenset[str]
    blocks: tuple[int, ...]
    spoken: tuple[tuple[int, int], ...]
    #: Where sentences begin.
    sentences: tuple[int, ...]


def resolve_speakers(
    document: Document,
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    quotes: tuple[Quote, ...],
) -> tuple[Quote, ...]:
    """The quotes with ``speaker`` set where the text tells it."""
    words = lexicon(document.language)
    persons = persons_of(document, sentences, mentions, words)
    if words.words.verb:
        persons = with_spoken(persons, quotes, words)
    reading = _Reading(
        document,
        words,
        persons,
        tuple(p.start for p in persons),
        acronyms_of(document.text, mentions),
        frozenset(m.span.text for m in mentions if m.kind != "person"),
        tuple(b.start for b in document.blocks),
        tuple((q.content.start, q.content.end) for q in quotes if q.kind != "indirect"),
        tuple(sorted(s.span.start for s in sentences)),
    )
    state = _State(genders={p.name: p.gender for p in persons if p.gender})
    resolved = []
    for quote in quotes:
        speaker = _speaker(reading, quote, state)
        relayed = plain_name(quote.relayed_by, words) if quote.relayed_by else None
        resolved.append(replace(quote, speaker=speaker, relayed_by=relayed))
        _remember(reading, state, quote, speaker)
    return tuple(resolved)


def _speaker(reading: _Reading, quote: Quote, state: _State) -> str | None:
    if quote.source is None and quote.cue and reading.words.words.verb:
        return state.speaker if quote.cue.start - state.end <= _MAX_BACK else None
    if quote.source is None and quote.cue and reading.words.words.drops_pronouns:
        return _by_pronoun(reading, quote.cue, "any", state) or _last_speaker(reading, quote, state)
    if quote.source is None:
        return _carried(reading, quote, state)
    source = quote.source
    low = source.text.lower().lstrip("-").removeprefix("t-")
    pronoun = reading.words.words.pronouns.get(low) or reading.words.words.possessives.get(low)
    if pronoun:
        return _by_pronoun(reading, source, pronoun, state)
    return (
        _named_person(reading, source)
        or _by_role(reading, source)
        or _institution_before(reading, source, state)
        or _plain(reading, source)
    )


def _last_speaker(reading: _Reading, quote: Quote, state: _State) -> str | None:
    """ "…, opowiada świadek. „…” – dodaje.": right behind, in one paragraph, a role may go on as well."""
    start = quote.content.start
    same = bisect_right(reading.blocks, state.end) == bisect_right(reading.blocks, start)
    return state.speaker if same and 0 <= start - state.end <= _MAX_CARRY else None


def _carried(reading: _Reading, quote: Quote, state: _State) -> str | None:
    """A quotation without cue right behind another goes on with its speaker."""
    impersonal = quote.cue is not None and quote.cue.text.lower() in reading.words.words.impersonal
    if state.speaker is None or (quote.cue is not None and not impersonal):
        return None
    last = bisect_right(reading.blocks, state.end)
    here = bisect_right(reading.blocks, quote.content.start)
    near = (here == last and quote.kind != "mixed") or quote.content.start - state.end <= _MAX_CARRY
    blocks = 0 if quote.kind == "mixed" or impersonal else 1
    return state.speaker if here - last <= blocks and near else None


def _named_person(reading: _Reading, source: Span) -> str | None:
    """The person whose name heads the source: not "X's lawyer", not "a spokesman for X"."""
    text = reading.document.text
    i = bisect_right(reading.starts, source.start - 1)
    while i < len(reading.persons) and reading.persons[i].start < source.end:
        person = reading.persons[i]
        segment = re.split(r"[,;:]", text[source.start : person.start])[-1].lower().split()
        leans = any(w in reading.words.sets["prepositions"] for w in segment)
        head = person.role_start is not None and person.role_start <= source.start + 1
        if _describes_next(reading, i, source):
            i += 1
            continue
        if (head or not leans) and not person.modifier and person.end <= source.end + 1:
            return person.name
        i += 1
    return None


def _describes_next(reading: _Reading, i: int, source: Span) -> bool:
    """Whether a name only tells whose the next one is: "[Lang] ally Eva Brandt"; nouns alone part the two."""
    if i + 1 >= len(reading.persons) or reading.persons[i + 1].start >= source.end:
        return False
    between = reading.document.text[reading.persons[i].end : reading.persons[i + 1].start].lower()
    loose = ("prepositions", "conjunctions", "determiners", "relatives", "auxiliaries")
    words = between.split()
    plain = between[:1] == " " and all(word.isalpha() for word in words)
    return plain and bool(words) and not any(w in reading.words.sets[k] for w in words for k in loose)


def _by_pronoun(reading: _Reading, source: Span, pronoun: str, state: _State) -> str | None:
    """The last speaker or subject whose gender does not speak against it."""
    if pronoun == "p":
        return state.plural if source.start - state.plural_at <= _MAX_BACK else None
    if pronoun == "n":
        return state.institution if source.start - state.institution_at <= _MAX_BACK else None
    if pronoun not in ("m", "f", "any"):
        return None
    candidates: list[tuple[int, str]] = []
    if state.person and source.start - state.person_at <= _MAX_BACK:
        candidates.append((state.person_at, state.person))
    i = bisect_right(reading.starts, source.start) - 1
    while i >= 0 and source.start - reading.persons[i].start <= _MAX_BACK:
        person = reading.persons[i]
        if person.subject and not _inside(reading.spoken, person.start):
            candidates.append((person.start, person.name))
        i -= 1
    candidates += _introduced_last(reading, source.start)
    fitting = [c for c in candidates if pronoun == "any" or state.genders.get(c[1], pronoun) == pronoun]
    if not fitting:
        return None
    name = max(fitting)[1]
    if pronoun != "any":
        state.genders.setdefault(name, pronoun)
    return name


def _introduced_last(reading: _Reading, at: int) -> list[tuple[int, str]]:
    """ "... was echoed by spokesman X. He said": who alone ends the sentence before, with a role."""
    sentence = bisect_right(reading.sentences, at) - 1
    if sentence < 1:
        return []
    start, end = reading.sentences[sentence - 1], reading.sentences[sentence]
    told = [p for p in reading.persons if start <= p.start < end and not p.modifier]
    if len({p.name for p in told}) != 1 or _inside(reading.spoken, told[-1].start):
        return []
    last = told[-1]
    rest = reading.document.text[last.end : end]
    return [(last.start, last.name)] if last.heads and (len(rest.split()) <= 1 or rest[:1] == ",") else []


def _inside(ranges: tuple[tuple[int, int], ...], at: int) -> bool:
    i = bisect_right(ranges, (at, len(ranges) and 1 << 60)) - 1
    return i >= 0 and ranges[i][0] <= at < ranges[i][1]


def _by_role(reading: _Reading, source: Span) -> str | None:
    """ "The county spokesman": the one person introduced with such a role, or the last one before."""
    wanted = role_words(source.text, reading.words)
    if wanted is None:
        return None
    fitting = [p for p in reading.persons if _has_role(p, wanted, reading.words)]
    if len({p.name for p in fitting}) == 1:
        return fitting[0].name
    before = [p for p in fitting if p.start < source.start]
    if not before:
        return None
    best = max(before, key=lambda p: (len(p.context & wanted.context), p.start))
    return best.name if best.context & wanted.context or not wanted.context else None


def _has_role(person: Person, wanted: Role, words: Lexicon) -> bool:
    return any(same_role(head, other, words) for head in person.heads for other in wanted.heads)


def _institution_before(reading: _Reading, source: Span, state: _State) -> str | None:
    """ "The company", "[according to] the reports": the institution that spoke last."""
    parts = plain_name(source.text, reading.words).lower().split()
    reports = len(parts) == 1 and parts[0] in reading.words.sets["report_nouns"]
    parts = source.text.lower().split()
    definite = len(parts) == 2 and parts[0] in reading.words.sets["definite"]
    known = reports or (definite and parts[1] in reading.words.sets["anaphoric"])
    near = source.start - state.named_at <= _MAX_BACK
    return state.named if known and near else None


def _plain(reading: _Reading, source: Span) -> str | None:
    text = source.text
    if reading.document.language == "ru":
        text = nominative(read_syntax(reading.document.text), source.start, source.end)
    plain = plain_name(text, reading.words)
    if reading.document.language != "ru":
        plain = nominative_role(plain, reading.words)
    plain = without_case(plain, reading.words)
    name = noun_phrase(plain, reading.words, cut=text.startswith(plain))
    if name is None:
        return None
    if name != plain:
        bare = plain_name(name, reading.words)
        name = name if bare.split()[0].lower() in reading.words.sets["prepositions"] else bare
    fuller = {p.name for p in reading.persons if p.name.endswith(f" {name}")}
    if len(fuller) == 1:
        return fuller.pop()
    return reading.acronyms.get(name, name) or None


def _looks_like_name(reading: _Reading, source: Span | None) -> bool:
    """A surname nobody introduced: one or two capitalised words without article, no role, no institution."""
    parts = source.text.split() if source else []
    if not source or not 1 <= len(parts) <= 2 or not all(w[0].isupper() and not w.isupper() for w in parts):
        return False
    roles = reading.words.sets["roles"] | reading.words.sets["determiners"]
    known = any(n.lower() in roles for n in parts) or source.text in reading.institutions
    return not known and not reading.words.words.pronouns.get(source.text.lower())


def _remember(reading: _Reading, state: _State, quote: Quote, speaker: str | None) -> None:
    if speaker is None:
        return
    state.speaker, state.end = speaker, max(quote.content.end, quote.source.end if quote.source else 0)
    at = max(quote.content.start, quote.source.start if quote.source else 0)
    if any(p.name == speaker for p in reading.persons):
        state.person, state.person_at = speaker, at
        return
    if _looks_like_name(reading, quote.source):
        state.person, state.person_at = speaker, at
    if quote.source and plain_name(quote.source.text, reading.words).lower().endswith("s"):
        state.plural, state.plural_at = speaker, at
    else:
        state.institution, state.institution_at = speaker, at
        if not speaker.islower() and not any(
            w in reading.words.sets["prepositions"] for w in speaker.split()
        ):
            state.named, state.named_at = speaker, at
