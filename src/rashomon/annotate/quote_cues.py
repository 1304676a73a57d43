"""Cues: the words that say that somebody says something, and whether they do so here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.annotate.quote_units import Token
from rashomon.annotate.quote_words import CueClass, Lexicon

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


def match_phrase(
    tokens: tuple[Token, ...], at: int, table: dict[str, tuple[tuple[str, ...], ...]]
) -> int | None:
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
        cue = _cue_at(tokens, at, words) if tokens[at].kind == "w" else None
        if cue:
            cues.append(cue)
        at = cue.end if cue else at + 1
    return tuple(cues)


def _cue_at(tokens: tuple[Token, ...], at: int, words: Lexicon) -> Cue | None:
    low = tokens[at].low
    if (end := match_phrase(tokens, at, words.own_account)) is not None:
        return Cue(at, end, "own_account")
    if (end := match_phrase(tokens, at, words.according)) is not None:
        return Cue(at, end, "according") if _is_source_phrase(tokens, at, end, words) else None
    if (end := match_phrase(tokens, at, words.relayed_by)) is not None:
        return Cue(at, end, "relayed_by")
    if (end := match_phrase(tokens, at, words.phrases_about)) is not None:
        return Cue(at, end, "accuse")
    if (end := match_phrase(tokens, at, words.relays)) is not None:
        return Cue(at, end, "relay")
    if low in words.sets["according_after"]:
        return Cue(at, at + 1, "according_after")
    if low in words.sets["terse"]:
        behind = at > 0 and (tokens[at - 1].kind == "q" or tokens[at - 1].low in (",", "–", "—"))
        ahead = at + 1 < len(tokens) and (
            tokens[at + 1].capital or tokens[at + 1].low in words.sets["determiners"]
        )
        return Cue(at, at + 1, "say", ambiguous=True) if behind and ahead else None
    end = match_phrase(tokens, at, words.phrases)
    kind = words.cues.get(low)
    if end is None and kind is None:
        return None
    if tokens[at].capital and at > 0 and tokens[at - 1].kind == "w":
        return None
    if end is None and not _is_verb_here(tokens, at, words):
        return None
    return Cue(
        at,
        end or at + 1,
        kind if end is None and kind else "say",
        participle=low in words.sets["participles"],
        tell=low in words.sets["tell"],
        ambiguous=low in words.sets["ambiguous"],
    )


def _is_source_phrase(tokens: tuple[Token, ...], at: int, end: int, words: Lexicon) -> bool:
    """Not "il secondo gruppo", not "secondo in lista"."""
    if end - at > 1 or end >= len(tokens):
        return end < len(tokens)
    return not (
        (at > 0 and tokens[at - 1].low in words.sets["determiners"])
        or tokens[end].low in words.sets["prepositions"]
    )


def _is_verb_here(tokens: tuple[Token, ...], at: int, words: Lexicon) -> bool:
    """Not negated, no noun ("Moscow's claims"), no bare participle ("the reported loss")."""
    before = tokens[at - 1] if at else None
    near = [t.low for t in tokens[max(0, at - 4) : at]]
    if any(w in words.sets["negations"] for w in near[-3:]):
        return False
    low = tokens[at].low
    if low in words.sets["past_participles"] and not any(w in words.sets["auxiliaries"] for w in near):
        return False
    if before is None:
        return low not in words.sets["ambiguous"]
    if before.low in words.sets["infinitive_marks"] or before.low in words.sets["passives"]:
        return False
    if before.low in words.sets["modals"] and low not in words.sets["core"]:
        return False
    if low in words.sets["ambiguous"]:
        return not (
            before.low in words.sets["determiners"]
            or before.low in words.sets["prepositions"]
            or before.low.endswith(("'s", "s'"))
            or before.low[:1].isdigit()
        )
    if low in words.sets["participles"] and before.low in words.sets["prepositions"]:
        return False
    return before.low not in words.sets["determiners"]
