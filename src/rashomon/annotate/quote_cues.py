"""Cues: the words that say that somebody says something, and whether they do so here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.annotate.quote_units import Token
from rashomon.annotate.quote_words import CueClass, Lexicon

#: How far a participle stands behind its auxiliary where they bracket the clause ("hat ... gesagt").
_BRACKET = 12
PhraseTable = dict[str, tuple[tuple[str, ...], ...]]
CueKind = CueClass | Literal["according", "according_after", "own_account", "relay", "relayed_by"]


@dataclass(frozen=True, slots=True)
class Cue:
    """Tokens ``start`` to ``end`` (exclusive) of a unit."""

    start: int
    end: int
    kind: CueKind
    participle: bool = False
    tell: bool = False
    ambiguous: bool = False


def match_phrase(tokens: tuple[Token, ...], at: int, table: PhraseTable) -> int | None:
    """The token index after the longest phrase of the table that stands at ``at``."""
    for phrase in table.get(tokens[at].low, ()):
        if all(at + k < len(tokens) and tokens[at + k].low == word for k, word in enumerate(phrase)):
            return at + len(phrase)
    return None


def find_cues(tokens: tuple[Token, ...], words: Lexicon) -> tuple[Cue, ...]:
    """All cues of a unit outside its quoted pieces, in order, none overlapping another."""
    cues: list[Cue] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        cue = _cue_at(tokens, at, words) if token.kind == "w" and token.low in words.cue_starts else None
        if cue:
            cues.append(cue)
        at = cue.end if cue else at + 1
    return tuple(cues)


def _cue_at(tokens: tuple[Token, ...], at: int, words: Lexicon) -> Cue | None:
    tables: tuple[tuple[CueKind, PhraseTable], ...] = (
        ("own_account", words.own_account),
        ("according", words.according),
        ("relayed_by", words.relayed_by),
        ("accuse", words.phrases_about),
        ("relay", words.relays),
    )
    for kind, table in tables:
        end = match_phrase(tokens, at, table)
        if end is not None:
            good = kind != "according" or _is_source_phrase(tokens, at, end, words)
            return Cue(at, end, kind) if good else None
    if at == 0 and tokens[at].low in words.sets["according_quoted"]:
        return Cue(at, at + 1, "according")
    if tokens[at].low in words.sets["according_after"]:
        return Cue(at, at + 1, "according_after")
    if tokens[at].low in words.sets["terse"]:
        return Cue(at, at + 1, "say", ambiguous=True) if _is_terse_here(tokens, at, words) else None
    return _verb_at(tokens, at, words)


def _verb_at(tokens: tuple[Token, ...], at: int, words: Lexicon) -> Cue | None:
    low = tokens[at].low
    end = match_phrase(tokens, at, words.phrases)
    kind = words.cues.get(low)
    name = tokens[at].capital and at > 0 and tokens[at - 1].kind == "w"
    if name or (end is None and (kind is None or not _is_verb_here(tokens, at, words))):
        return None
    return Cue(
        at,
        end or at + 1,
        kind if end is None and kind else "say",
        participle=low in words.sets["participles"],
        tell=low in words.sets["tell"],
        ambiguous=low in words.sets["ambiguous"],
    )


def _is_terse_here(tokens: tuple[Token, ...], at: int, words: Lexicon) -> bool:
    """ ", so Ann Lee": right behind the words told, right before a name."""
    if at == 0 or at + 1 >= len(tokens):
        return False
    behind = tokens[at - 1].kind == "q" or tokens[at - 1].low in (",", "–", "—")
    named = any(tokens[at + 1].low in words.sets[k] for k in ("determiners", "roles"))
    return behind and (tokens[at + 1].capital or named)


def _is_source_phrase(tokens: tuple[Token, ...], at: int, end: int, words: Lexicon) -> bool:
    """Not "il secondo gruppo", not "secondo in lista"."""
    if end - at > 1 or end >= len(tokens):
        return end < len(tokens)
    return not (
        (at > 0 and tokens[at - 1].low in words.sets["determiners"])
        or tokens[end].low in words.sets["prepositions"]
    )


def _is_verb_here(tokens: tuple[Token, ...], at: int, words: Lexicon) -> bool:
    """Not negated, no noun ("the city's claims"), no bare participle ("the reported loss")."""
    low = tokens[at].low
    near = [t.low for t in tokens[max(0, at - (_BRACKET if words.words.verb_second else 4)) : at]]
    if _is_negated(tokens, at, words) or _has_object_before(tokens, at, words):
        return not _is_negated(tokens, at, words)
    if low in words.sets["past_participles"] and not any(w in words.sets["auxiliaries"] for w in near):
        return False
    if not near:
        return low not in words.sets["ambiguous"]
    before = near[-1]
    if len(before) > 2 and before.endswith(("'s", "s'")) and before[:-2] not in words.words.pronouns:
        return False
    forbidden = ["infinitive_marks", "determiners"]
    if low not in words.sets["participles"]:
        forbidden.append("passives")
    if low not in words.sets["core"]:
        forbidden.append("modals")
    if low in words.sets["ambiguous"] or low in words.sets["participles"]:
        forbidden.append("prepositions")
    if low in words.sets["core"] and _stands_for_noun(before, low, words):
        forbidden.remove("determiners")
    article = before in words.sets["articles"] and low in words.sets["ambiguous"]
    unbound = low in words.sets["participles"] or low.endswith(words.words.infinitive_endings or ("\0",))
    leaning = (unbound and before in words.sets["infinitive_prepositions"]) or (
        before in words.sets["object_pronouns"] and not article
    )
    if not leaning and any(before in words.sets[kind] for kind in forbidden):
        return False
    return low not in words.sets["ambiguous"] or not _is_noun_here(tokens, at, words)


def _behind_auxiliary(before: Token, word: Token, words: Lexicon) -> bool:
    """ "ha reclamado", "a écrit": no noun; "had claims" may be one where participles are not told."""
    bound = before.low in words.sets["auxiliaries"] and before.low not in words.sets["determiners"]
    return bound and (words.words.inverts or word.low in words.sets["past_participles"])


def _has_object_before(tokens: tuple[Token, ...], at: int, words: Lexicon) -> bool:
    """ "comme le rappelle X": behind "as" the article is a pronoun, and the word a verb."""
    pronoun = at > 1 and tokens[at - 1].low in words.sets["object_pronouns"]
    return pronoun and tokens[at - 2].low in words.sets["as_words"]


def _stands_for_noun(before: str, low: str, words: Lexicon) -> bool:
    """ "another says", "some say": a determiner alone as the subject of a plain verb of saying."""
    kinds = ("articles", "definite")
    return not any(before in words.sets[k] for k in kinds) and (
        low not in words.sets["ambiguous"] or before in words.sets["roles"]
    )


def _is_negated(tokens: tuple[Token, ...], at: int, words: Lexicon) -> bool:
    """ "did not say", but not "Prices will not rise, said ...": a negation reaches no further than a mark."""
    for token in reversed(tokens[max(0, at - 3) : at]):
        if token.kind != "w":
            return False
        if token.low in words.sets["negations"]:
            return True
    return False


def _is_noun_here(tokens: tuple[Token, ...], at: int, words: Lexicon) -> bool:
    """ "the city's claims", "an unconfirmed report": behind a possessive, a number, an article."""
    before = tokens[at - 1]
    if before.low.endswith(("'s", "s'")) or before.low[:1].isdigit():
        return True
    past = before.low.endswith(words.words.past_endings or ("\0",)) and before.low not in words.sets["roles"]
    if at > 1 and past and tokens[at - 2].low.endswith(("'s", "s'")):
        return True  # "Lee's repeated claims"
    subject = (
        before.kind != "w"
        or before.capital
        or before.low in words.sets["roles"]
        or (before.low in words.sets["adverbs"] and tokens[at - 2].low not in words.sets["determiners"])
        or _behind_auxiliary(before, tokens[at], words)
    )
    return not subject and any(t.low in words.sets["determiners"] for t in tokens[max(0, at - 3) : at - 1])
