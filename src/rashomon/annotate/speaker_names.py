"""The persons of a document with the roles they were introduced with, and names made plain."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from rashomon.annotate.quote_words import Lexicon
from rashomon.types import Document, Mention, Sentence, Span

_WORD = re.compile(r"\w+(?:[-.]\w+)*")
_STOP = re.compile(r"[,;:!?()\n“”\"«»]|\.\s")
_ACRONYM = re.compile(r"\(([A-Z]{2,6})\)")
_MAX_ROLE = 7
#: Longest name of a speaker, in words.
_MAX_NAME = 12


@dataclass(frozen=True, slots=True)
class Person:
    """A person at one place of the text, under the fullest name the document gives.

    ``heads`` are the role nouns ("spokesman"), ``context`` the words beside them ("county").
    """

    start: int
    end: int
    name: str
    heads: frozenset[str]
    context: frozenset[str]
    role_start: int | None
    subject: bool
    modifier: bool
    gender: str | None


@dataclass(frozen=True, slots=True)
class Role:
    """A source that is a role: its nouns and the words beside them."""

    heads: frozenset[str]
    context: frozenset[str]


def persons_of(
    document: Document, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], words: Lexicon
) -> tuple[Person, ...]:
    """All mentions of persons, in the order of the text."""
    people = sorted((m for m in mentions if m.kind == "person"), key=lambda m: m.span.start)
    starts = sorted(s.span.start for s in sentences)
    persons: list[Person] = []
    for mention in people:
        start = mention.span.start
        i = bisect_right(starts, start) - 1
        sentence_start = starts[i] if i >= 0 else 0
        head = document.text[sentence_start:start]
        segment = start - len(head.rpartition(",")[2])
        alone = not persons or persons[-1].end <= segment
        before, role_start = _role_before(document.text, mention, words)
        after = _apposition(document.text[mention.span.end : mention.span.end + 130], words)
        told = _tokens(before) + _tokens(after)
        persons.append(
            Person(
                start,
                mention.span.end,
                mention.name,
                frozenset(_heads(before, words) + _heads(after, words)),
                frozenset(told),
                role_start,
                alone and _is_subject(head, words),
                _is_modifier(document.text, mention.span.end, words),
                _gender(told, words),
            )
        )
    return tuple(persons)


def _tokens(text: str) -> list[str]:
    return [w.removesuffix("'s").removesuffix("’s") for w in _WORD.findall(text.lower())]


def _role_before(text: str, mention: Mention, words: Lexicon) -> tuple[str, int | None]:
    """The role right before the name: as entities read it, else the role noun that touches the name."""
    if isinstance(mention.role, Span) and mention.role.start < mention.span.start:
        return mention.role.text, mention.role.start
    window = text[max(0, mention.span.start - 70) : mention.span.start]
    segment = _STOP.split(window)[-1]
    found = list(_WORD.finditer(segment))
    at = len(found)
    while at > 0 and len(found) - at < _MAX_ROLE:
        word = found[at - 1].group()
        if not (word.lower() in words.sets["roles"] or word[0].isupper()):
            break
        at -= 1
    if at == len(found) or not any(f.group().lower() in words.sets["roles"] for f in found[at:]):
        return "", None
    return segment[found[at].start() :], mention.span.start - len(segment) + found[at].start()


def _apposition(after: str, words: Lexicon) -> str:
    """ "…, a spokesman for the ministry": what stands behind the name between commas."""
    if not after.startswith(","):
        return ""
    phrase = _STOP.split(after[1:])[0]
    return phrase if any(w in words.sets["roles"] for w in _tokens(phrase)[:8]) else ""


def _heads(phrase: str, words: Lexicon) -> list[str]:
    """Role nouns of a phrase before its first preposition; all where a language puts the noun first."""
    core: list[str] = []
    for word in _tokens(phrase):
        if core and word in words.sets["prepositions"]:
            break
        core.append(word)
    roles = [r for r in (_role_noun(w, words) for w in core) if r and r not in words.sets["institutions"]]
    return roles[-1:] if words.words.head_last else roles[:2]


def _role_noun(word: str, words: Lexicon) -> str | None:
    """The role a word names, alone or as the end of a German compound (Verkehrsministerin)."""
    if word in words.sets["roles"] or not words.words.capital_nouns:
        word = words.nominatives.get(word, word)
        return word if word in words.sets["roles"] else None
    ends = (word[i:] for i in range(1, len(word) - 4))
    return next((end for end in ends if end in words.sets["roles"]), None)


def _is_subject(head: str, words: Lexicon) -> bool:
    """Whether only a lead up to a comma and words of a role stand before the name in its sentence."""
    lead = head.rpartition(",")[2].lower().split()
    return len(lead) <= 8 and not any(
        w in words.cues
        or w in words.words.pronouns
        or any(w in words.sets[k] for k in ("prepositions", "clause_words", "auxiliaries"))
        for w in lead
    )


def _is_modifier(text: str, end: int, words: Lexicon) -> bool:
    """ "Lee's lawyer", "the Lee campaign": the name belongs to another noun."""
    if text[end : end + 2] in ("'s", "’s"):
        return True
    if words.words.declined:
        return False  # the case tells it, and what follows may be the subject
    after = text[end : end + 30].split(maxsplit=1)
    return text[end : end + 1] == " " and bool(after) and after[0].lower().strip(".,") in words.sets["roles"]


def _gender(told: list[str], words: Lexicon) -> str | None:
    male = any(w in words.sets["male"] for w in told)
    female = any(w in words.sets["female"] for w in told)
    return None if male == female else "m" if male else "f"


def role_words(text: str, words: Lexicon) -> Role | None:
    """The role a source names, when it is one definite person ("the county spokesman"), else None."""
    phrase = _STOP.split(text)[0]
    tokens = _tokens(phrase)
    if not tokens or len(tokens) > _MAX_ROLE:
        return None
    if tokens[0] in words.sets["determiners"] and tokens[0] not in words.sets["definite"]:
        return None
    heads = _heads(" ".join(t for t in tokens if t not in words.sets["definite"]), words)
    if words.words.head_last and not words.words.capital_nouns and not _ends_in_role(tokens, words):
        return None  # "Republican planners"
    if not heads or (heads[-1].endswith("s") and heads[-1][:-1] in words.sets["roles"]):
        return None
    context = set(tokens) - set(heads) - words.sets["determiners"] - words.sets["prepositions"]
    return Role(frozenset(heads), frozenset(context))


def _ends_in_role(tokens: list[str], words: Lexicon) -> bool:
    """Whether the last word before a preposition is a role noun."""
    core = next((i for i in range(1, len(tokens)) if tokens[i] in words.sets["prepositions"]), len(tokens))
    return _role_noun(tokens[core - 1], words) is not None


def same_role(one: str, other: str, words: Lexicon) -> bool:
    """The same role noun, or two that mean the same ("spokesman", "spokesperson")."""
    return one == other or any(one in group and other in group for group in words.words.same_roles)


def acronyms_of(text: str, mentions: tuple[Mention, ...]) -> dict[str, str]:
    """NRS -> "National Rescue Service", from "National Rescue Service (NRS)" or the initials of a name."""
    found: dict[str, str] = {}
    for match in _ACRONYM.finditer(text):
        before = text[max(0, match.start() - 120) : match.start()].split()
        letters = match.group(1)
        for size in range(len(letters), min(len(letters) + 3, len(before)) + 1):
            name = before[-size:]
            if _initials(name) == letters and name[0][0].isupper():
                found.setdefault(letters, " ".join(name))
    for mention in mentions:
        letters = _initials(mention.name.split())
        if mention.kind == "organization" and len(letters) > 2:
            found.setdefault(letters, mention.name)
    return found


def plain_name(text: str, words: Lexicon) -> str:
    """The noun phrase without article and without what leans on it behind a comma."""
    plain = " ".join(re.split(r",\s", text)[0].split()).strip(" ,:;")
    first, _, rest = plain.partition(" ")
    if rest and first.lower() in words.sets["articles"]:
        return rest
    for article in words.sets["articles"]:
        if article.endswith("'") and plain.lower().replace("’", "'").startswith(article):
            return plain[len(article) :].strip()
    return plain


def nominative_role(name: str, words: Lexicon) -> str:
    """A phrase that begins with a role noun in another case, with its nominative: "policií města"."""
    first, space, rest = name.partition(" ")
    base = words.nominatives.get(first.lower(), first)
    return (base.capitalize() if first[:1].isupper() else base) + space + rest if base != first else name


def noun_phrase(name: str, words: Lexicon, cut: bool = False) -> str | None:
    """A name, role or institution without the words that run into it; None for what is none of them.

    "by officials of the port" -> "officials of the port"; "a man brought to" -> None.
    ``cut`` tells that no article opened it, so that a participle there is what is left of a verb.
    """
    tokens = name.split()
    lows = _lows(tokens)
    start = _past_loose(lows, tokens, cut, words)
    maker = _maker(lows, tokens, start, cut, words)
    if maker:
        return noun_phrase(" ".join(tokens[maker:]), words) if maker < len(tokens) else None
    rest = lows[start:]
    if not rest or len(rest) > _MAX_NAME or not any(w and w[0].isalnum() for w in rest):
        return None
    spoken = any(_is_finite(w, tokens[start + i], words) for i, w in enumerate(rest))
    hanging = len(rest) > 1 and rest[-1] in words.sets["prepositions"] and tokens[-1].islower()
    pronoun = len(rest) == 1 and rest[0] in words.words.pronouns and tokens[-1] != tokens[-1].upper()
    known = words.sets["determiners"] | words.cues.keys()
    vague = len(rest) == 1 and tokens[-1].islower() and rest[0] in known - words.sets["roles"]
    vague = vague or (len(rest) == 1 and rest[0] in words.sets["determiners"] - words.sets["roles"])
    lead = rest[1] if len(rest) > 1 and tokens[start][:1].islower() else rest[0]
    counted = len(lead) > 2 and lead[0].isdigit() and not _can_speak(rest, words)  # "about 4,000 people"
    bad = spoken or hanging or pronoun or vague or counted
    return None if bad else " ".join(tokens[start:])


def _lows(tokens: list[str]) -> list[str]:
    return [t.lower().replace("’", "'").strip(".,:;()«»“”\"'") for t in tokens]


def _past_loose(lows: list[str], tokens: list[str], cut: bool, words: Lexicon) -> int:
    """Past prepositions, adverbs, "this Monday" and "[has] cited" to where the noun phrase begins."""
    loose = ("prepositions", "conjunctions", "adverbs", "clause_words", "complementizers")
    start = 0
    while start < len(lows):
        lead = _stands_loose(lows[start], loose, words) or _is_time(lows, start, words)
        lead = lead or (cut and _is_cut_verb(lows, tokens, start, words))
        past = (
            start + 1 if lead and not _opens_name(tokens, start) else _past_verb(lows, tokens, start, words)
        )
        if past == start:
            break
        start = past
    return start


def _is_time(lows: list[str], at: int, words: Lexicon) -> bool:
    """ "[este sábado] un tribunal": a day with its determiner, before another phrase."""
    times, determiners = words.sets["time_words"], words.sets["determiners"]
    day = next((i for i in range(at, min(at + 2, len(lows))) if lows[i] in times - determiners), None)
    if day is None or day + 1 >= len(lows) or not (day == at or lows[at] in determiners):
        return False
    return lows[day + 1] in determiners or lows[day + 1] in words.sets["prepositions"]


def _is_cut_verb(lows: list[str], tokens: list[str], at: int, words: Lexicon) -> bool:
    """ "[ha] citado hasta tres fuentes": the participle of a verb, left before its object."""
    if not tokens[at][:1].islower() or lows[at] in words.sets["roles"]:
        return False
    behind = lows[at + 1 : at + 3]
    object_ = any(w in words.sets["determiners"] for w in behind)
    return object_ and lows[at].endswith(words.words.participle_endings or ("\0",))


def _maker(lows: list[str], tokens: list[str], start: int, cut: bool, words: Lexicon) -> int:
    """Where who made a text stands behind its noun or participle: "the report of | the ministry",
    "a note signed by | the mayor"; the end where nobody is told, 0 where the phrase is no such text.
    """
    at = start
    while at < len(lows) and lows[at] in words.sets["determiners"]:
        at += 1
    agent = _agent(lows, tokens, at, cut, words)
    report = next(
        (i for i in range(at, min(at + 2, len(lows))) if lows[i] in words.sets["report_nouns"]), None
    )
    if agent or report is None or _can_speak(lows[at:report], words):
        return agent
    of = (i + 1 for i in range(report + 1, len(lows)) if lows[i] in words.sets["prepositions"])
    behind = next(of, report + 1 if words.words.capital_nouns else len(lows))
    named = not words.words.capital_nouns and any(t[:1].isupper() for t in tokens[behind:])
    return behind if named or _can_speak(lows[behind:], words) else len(lows)


def _agent(lows: list[str], tokens: list[str], at: int, cut: bool, words: Lexicon) -> int:
    """Behind the "by" of a participle: "a story told by | one of the guards"; 0 where a speaker leads."""
    endings = words.words.participle_endings
    if not endings or at >= len(lows) or tokens[at][:1].isupper() or _can_speak(lows[at : at + 1], words):
        return 0
    first = at if cut else at + 1  # "[a note] signed by the mayor"
    for i in range(first + 1, len(lows) - 1):
        if lows[i] in words.sets["agents"] and any(w.endswith(endings) for w in lows[max(first, i - 3) : i]):
            return i + 1
    return 0


def _can_speak(lows: list[str], words: Lexicon) -> bool:
    return any(_role_noun(w, words) for w in lows if w not in words.sets["report_nouns"])


def _stands_loose(low: str, kinds: tuple[str, ...], words: Lexicon) -> bool:
    return not low or (any(low in words.sets[k] for k in kinds) and low not in words.sets["roles"])


def _opens_name(tokens: list[str], at: int) -> bool:
    """ "Over the Rainbow", "Al Ahram": a capital before another is part of a name."""
    return tokens[at][:1].isupper() and at + 1 < len(tokens) and tokens[at + 1][:1].isupper()


def _past_verb(lows: list[str], tokens: list[str], start: int, words: Lexicon) -> int:
    """Past an unknown word before the article of the phrase: "[cited] three sources"."""
    for at in range(start + 1, min(start + 4, len(lows))):
        known = any(tokens[i][:1].isupper() or lows[i] in words.sets["roles"] for i in range(start, at))
        if known or lows[at - 1] in words.sets["prepositions"]:
            return start
        if lows[at] in words.sets["determiners"] and not words.words.capital_nouns:
            leans = lows[at] in words.sets["prepositions"]
            return start if leans or lows[start] in words.sets["determiners"] else at
    return start


def _is_finite(low: str, token: str, words: Lexicon) -> bool:
    """Whether a verb stands in what should be a noun phrase."""
    name = token[:1].isupper() or low in words.sets["roles"] or low in words.sets["ambiguous"]
    known = ("auxiliaries", "finite", "reported_mood", "participles")
    article = ("determiners", "prepositions", "object_pronouns")
    return (
        not name
        and not any(low in words.sets[k] for k in article)
        and (any(low in words.sets[k] for k in known) or (low in words.cues and not low.endswith("ed")))
    )


def _initials(name: list[str]) -> str:
    return "".join(w[0] for w in name if w[0].isupper())
