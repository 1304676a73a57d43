"""The noun phrase that stands beside a cue: who is said to have said it."""

from __future__ import annotations

from rashomon.annotate.circumstances import past_aside, past_circumstances
from rashomon.annotate.noun_phrases import (
    MAX_PHRASE,
    Phrase,
    antecedent,
    apposition_end,
    is_break,
    is_noun,
    listed,
    phrase_start,
    with_apposition,
)
from rashomon.annotate.quote_units import Token
from rashomon.annotate.quote_words import Lexicon

_MAX_SKIPPED = 6
_MAX_BRACKETS = 8
_DASHES = frozenset(("–", "—", "--"))


def left_source(tokens: tuple[Token, ...], cue: int, words: Lexicon) -> Phrase | None:
    """The subject to the left of the cue, with its apposition: "Ann Lee, a police spokeswoman, [said]"."""
    at = cue - (cue > 1 and tokens[cue - 1].low in words.sets["object_pronouns"])
    while at > 0 and cue - at < _MAX_SKIPPED and _between(tokens[at - 1], words):
        at -= 1
    if 0 < at < cue and tokens[at - 1].low in words.sets["prepositions"]:
        at -= 1
    at = before_brackets(tokens, at)
    if at > 0 and tokens[at - 1].kind == "w" and tokens[at - 1].low.startswith("-"):
        outer = at - 1
        while outer > 0 and at - outer < 4 and tokens[outer - 1].low in words.sets["auxiliaries"]:
            outer -= 1
        return Phrase(at - 1, at, outer)
    if (
        at > 1
        and words.words.pronouns.get(tokens[at - 1].low, "i") in "mfpn"
        and _opens_clause(tokens, at - 2, words)
    ):
        return Phrase(at - 1, at, at - 1)  # "a general he said was there"
    if at > 1 and tokens[at - 1].low in _DASHES:
        dash = next((i for i in range(at - 2, max(0, at - 22), -1) if tokens[i].low in _DASHES), 0)
        head = phrase_start(tokens, dash, words)
        return Phrase(head, dash, head) if head < dash else None
    if at > 1 and tokens[at - 1].low == ",":
        return with_apposition(tokens, at - 1, words)
    if at > 1 and tokens[at - 1].low in words.sets["relatives"]:
        end = at - 2 if tokens[at - 2].low == "," else at - 1
        found = antecedent(tokens, end, words)
        if found:
            return found
    return _beside(tokens, at, cue, words)


def before_brackets(tokens: tuple[Token, ...], at: int) -> int:
    """ "Lee (Arden) [said]": where the brackets open that close right before ``at``."""
    if at < 4 or tokens[at - 1].low != ")":
        return at
    return next((i for i in range(at - 2, max(0, at - _MAX_BRACKETS), -1) if tokens[i].low == "("), at)


def _beside(tokens: tuple[Token, ...], at: int, cue: int, words: Lexicon) -> Phrase | None:
    """The noun phrase that ends at ``at``; what a relative pronoun in it leans on, if one is there."""
    start = phrase_start(tokens, at, words)
    if all(t.kind != "w" for t in tokens[start:at]) and start < at:
        return None
    if start == at == 0 and cue == 1 and tokens[at].capital:
        start, at = phrase_start(tokens, cue, words), cue
    if start > 1 and tokens[start - 1].low in words.sets["relatives"] and is_noun(tokens[start - 2], words):
        return antecedent(tokens, start - 1, words)
    start = _behind_clause(tokens, listed(tokens, start, at, words), at, words)
    return _without_lead(tokens, start, at, words)


def _behind_clause(tokens: tuple[Token, ...], start: int, end: int, words: Lexicon) -> int:
    """Where "[the council met on Friday and] Arden | announced" begins: no name ends in a time."""
    joints = [i for i in range(start + 2, end - 1) if tokens[i].low in words.sets["conjunctions"]]
    return next((i + 1 for i in reversed(joints) if tokens[i - 1].low in words.sets["time_words"]), start)


def _opens_clause(tokens: tuple[Token, ...], before: int, words: Lexicon) -> bool:
    """Whether a pronoun behind the token is a subject, and not as in "one of them", in English clauses."""
    return words.words.bare_clause and tokens[before].low not in words.sets["prepositions"]


def _without_lead(tokens: tuple[Token, ...], start: int, end: int, words: Lexicon) -> Phrase | None:
    """The phrase without "In a statement on Monday" before it; None where nothing else is left."""
    inner = start
    if not words.words.verb_second and start < end and tokens[start].low in words.sets["prepositions"]:
        told = [
            i
            for i in range(start, end)
            if tokens[i].low in words.sets["time_words"] or tokens[i].low in words.sets["media_nouns"]
        ]
        inner = told[-1] + 1 if told else start + 1
    vague = ("time_words", "adverbs")
    if all(t.low in words.sets["auxiliaries"] for t in tokens[inner:end]):
        return None
    if all(any(t.low in words.sets[k] for k in vague) for t in tokens[inner:end]) and end - inner != 1:
        return None
    return Phrase(inner, end, start) if inner < end else None


def _between(token: Token, words: Lexicon) -> bool:
    ending = words.words.adverb_ending
    adverb = bool(ending) and token.low.endswith(ending) and not token.capital and len(token.low) > 6
    kinds = ("auxiliaries", "adverbs", "time_words")
    return any(token.low in words.sets[k] for k in kinds) or (adverb and token.low not in words.sets["roles"])


def right_source(tokens: tuple[Token, ...], after: int, words: Lexicon) -> Phrase | None:
    """The subject to the right of the cue: "said Major Ann Lee, a police spokeswoman"."""
    at = after
    if at < len(tokens) and tokens[at].low.startswith("-"):
        if _is_subject(tokens[at], words):
            return Phrase(at, at + 1, at)
        at = after = at + 1  # "disse-nos a diretora"
    while at < len(tokens) and at - after < 4 and _between(tokens[at], words):
        if words.words.inverts and tokens[at].low in words.sets["determiners"]:
            break  # "[explique] son directeur", though "pour son compte"
        at += 1
    if words.words.inverts:
        at = _past_told(tokens, at, words)
    start = at
    owner = at + 1 < len(tokens) and tokens[at].low in words.sets["determiners"]  # "said her lawyer"
    owner = owner and tokens[at + 1].kind == "w" and not _between(tokens[at + 1], words)
    if at < len(tokens) and tokens[at].low in words.words.pronouns and not tokens[at].capital and not owner:
        return Phrase(at, at + 1, at)
    while at < len(tokens) and at - start < MAX_PHRASE:
        token = tokens[at]
        if is_break(token) and not (token.low in ("&", "/") or (token.kind == "q" and at > start)):
            break
        if at > start and (_ends_right_phrase(token, words) or _begins_adverbial(tokens, at, words)):
            break
        at += 1
    # "[dijo] el alcalde y añadió": the next deed begins.
    while at > start and any(tokens[at - 1].low in words.sets[k] for k in ("prepositions", "conjunctions")):
        at -= 1
    if at == start or not _can_be_source(tokens[start:at], words):
        return None
    return Phrase(start, apposition_end(tokens, at, words), start)


def _past_told(tokens: tuple[Token, ...], at: int, words: Lexicon) -> int:
    """Past "mardi à la radio", and past ", dans un communiqué," where somebody stands behind."""
    at = past_circumstances(tokens, at, words)
    behind = past_aside(tokens, at, words)
    if behind == at:
        return at
    end = next((i for i in range(behind, len(tokens)) if is_break(tokens[i])), len(tokens))
    who = tokens[behind:end]
    speaks = any(t.capital or t.low in words.sets["roles"] for t in who)
    clause = any(t.low in words.sets[k] for t in who for k in ("auxiliaries", "finite", "complementizers"))
    return behind if speaks and len(who) <= MAX_PHRASE and not clause else at


def _is_subject(clitic: Token, words: Lexicon) -> bool:
    """Whether a pronoun behind a hyphen is the subject: "dit-il", not "disse-nos"."""
    return clitic.low.lstrip("-").removeprefix("t-") in words.words.pronouns


def _begins_adverbial(tokens: tuple[Token, ...], at: int, words: Lexicon) -> bool:
    """ "[said the mayor] in an interview": when and by what means, no part of the name."""
    if tokens[at].low not in words.sets["prepositions"]:
        return False
    near = [t.low for t in tokens[at + 1 : at + 5]]
    return any(w in words.sets["media_nouns"] or w in words.sets["time_words"] for w in near)


def _ends_right_phrase(token: Token, words: Lexicon) -> bool:
    low = token.low
    return (
        low in words.sets["clause_words"]
        or low in words.sets["complementizers"]
        or low in words.sets["time_words"]
        or low in words.relays
        or low in words.relayed_by
        or low in words.sets["addressee"]
        or (low in words.sets["adverbs"] and not token.capital)
        or (low in words.cues and low not in words.sets["ambiguous"])
    )


def _can_be_source(tokens: tuple[Token, ...], words: Lexicon) -> bool:
    first = tokens[0]
    if first.low in words.sets["prepositions"]:
        return False
    return (
        first.capital
        or first.low.lstrip("-").removeprefix("t-") in words.words.pronouns
        or first.low in words.sets["determiners"]
        or any(t.low in words.sets["roles"] or (t.capital and words.words.head_last) for t in tokens)
    )


def institution_behind(tokens: tuple[Token, ...], at: int, words: Lexicon) -> Phrase | None:
    """The institution behind the preposition at ``at``: "[заявили] в министерстве", "[hieß es] in einer
    Mitteilung der Polizei"; None for "in a statement", "on Monday".
    """
    start = at + 1
    near = range(start, min(start + 4, len(tokens)))
    told = [i for i in near if tokens[i].low in words.sets["account_nouns"]]
    if not told and any(tokens[i].low in words.sets["media_nouns"] for i in near):
        return None
    end = start
    while end < len(tokens) and end - start < MAX_PHRASE:
        token = tokens[end]
        if is_break(token) and not (token.kind == "q" and end > start):
            break
        if end > start and (_ends_right_phrase(token, words) or _begins_adverbial(tokens, end, words)):
            break
        end += 1
    start = told[-1] + 1 if told else start
    if start >= end or any(tokens[start].low in words.sets[k] for k in ("time_words", "prepositions")):
        return None
    return Phrase(start, end, start) if not tokens[start].low[:1].isdigit() else None


def first_subject(tokens: tuple[Token, ...], words: Lexicon, stop: int) -> Phrase | None:
    """The noun phrase that opens a sentence: names, or words up to a noun that can speak."""
    at = 0
    leads = ("prepositions", "clause_words", "adverbs", "time_words")
    if tokens and any(tokens[0].low in words.sets[kind] for kind in leads):
        at = next((i + 1 for i in range(min(stop, 15)) if tokens[i].low == ","), stop)
        if at == stop and tokens[0].low in words.sets["clause_words"]:
            at = 1  # "As X echoed the criticism, [saying]"
    start = at
    end = start
    for i in range(start, min(stop, start + 8)):
        token = tokens[i]
        pronoun = token.low in words.words.pronouns
        if (
            is_break(token)
            or token.low in words.sets["auxiliaries"]
            or token.low in words.sets["clause_words"]
        ):
            break
        if (
            pronoun
            or (token.capital and i > start)
            or token.low in words.sets["roles"]
            or (token.capital and token.low not in words.sets["determiners"])
        ):
            end = i + 1
        elif end > start and token.low not in words.sets["prepositions"]:
            break
    return Phrase(start, end, start) if end > start else None


def late_subject(tokens: tuple[Token, ...], after: int, words: Lexicon) -> Phrase | None:
    """The subject behind the verb and the person told: "lo hanno riferito all'agenzia X [i medici]"."""
    at = after
    if at < len(tokens) and tokens[at].low in words.sets["prepositions"]:
        ends = words.sets["phrase_ends"] & words.sets["determiners"]
        at = next(
            (
                i
                for i in range(at + 2, min(at + 14, len(tokens)))
                if tokens[i].low in ends and tokens[i - 1].capital
            ),
            at,
        )
    return right_source(tokens, at, words)
