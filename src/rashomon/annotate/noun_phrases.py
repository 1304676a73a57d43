"""Where a noun phrase begins, and what leans on it: appositions, relative clauses, lists."""

from __future__ import annotations

from typing import NamedTuple

from rashomon.annotate.quote_units import Token
from rashomon.annotate.quote_words import Lexicon

#: Longest noun phrase and apposition, in tokens.
MAX_PHRASE = 16
#: How far back the asides of a subject and the list it stands in are followed, in tokens.
_MAX_ASIDES = 70
_MAX_SEGMENT = 10


class Phrase(NamedTuple):
    """Tokens ``start`` to ``end`` (exclusive); ``outer`` is where all that leans on the phrase begins."""

    start: int
    end: int
    outer: int


def is_break(token: Token) -> bool:
    """A comma, colon, dash, bracket or quoted piece: no plain noun phrase runs over it."""
    return token.kind != "w"


def is_noun(token: Token, words: Lexicon) -> bool:
    """Whether a relative pronoun behind the word can lean on it."""
    return token.kind == "w" and token.low not in words.cues and token.low not in words.sets["prepositions"]


def phrase_start(tokens: tuple[Token, ...], end: int, words: Lexicon) -> int:
    """Walks left from ``end`` to where the noun phrase begins."""
    at = end
    while at > 0 and end - at < MAX_PHRASE:
        token = tokens[at - 1]
        if is_break(token) and not _inside_phrase(tokens, at - 1):
            break
        if token.low in words.sets["clause_words"] or token.low in words.sets["complementizers"]:
            break
        bound = token.low in words.sets["auxiliaries"] and token.low not in words.sets["determiners"]
        if bound and end - at < MAX_PHRASE - 4 and at < end:
            break
        if token.low in words.sets["conjunctions"] and not _joins_names(tokens, at - 1, end, words):
            break
        owned = at > 1 and tokens[at - 2].low.endswith(("'s", "s'"))  # "familiar with Lee's thinking"
        verb = token.low in words.cues and token.low not in words.sets["ambiguous"]
        if verb and not token.capital and not owned:
            break
        at -= 1
    return at


def _inside_phrase(tokens: tuple[Token, ...], at: int) -> bool:
    """Marks that do not end a phrase: a quoted name after a word, % & and the like."""
    apart = at > 0 and tokens[at].low == "-" and tokens[at].start > tokens[at - 1].end  # a dash
    return tokens[at].low in ("%", "&", "/", "'", "-") and at > 0 and not apart


def _joins_names(tokens: tuple[Token, ...], at: int, end: int, words: Lexicon) -> bool:
    """Whether "and" joins two nouns of one subject, and not two clauses."""
    left = tokens[max(0, at - 8) : at]
    right = tokens[at + 1 : end]
    if not left or not right:
        return False
    for token in reversed(left):
        if any(token.low in words.sets[k] for k in ("auxiliaries", "finite")) or token.low in words.cues:
            return False
        if is_break(token) or token.low in words.sets["clause_words"]:
            break
    own = right[0].low in words.sets["determiners"] and left[-1].capital  # "Lee and his lawyers"
    return left[-1].kind == "w" and (right[0].capital == left[-1].capital or own)


def with_apposition(tokens: tuple[Token, ...], comma: int, words: Lexicon) -> Phrase | None:
    """The name before "…, a spokesman for the ministry," when a comma stands right before the cue."""
    far = _before_asides(tokens, comma, words)
    if far:
        return far
    at = comma
    while at > 0 and comma - at < MAX_PHRASE + 4 and tokens[at - 1].low != "," and tokens[at - 1].kind != "q":
        at -= 1
    if at < 2 or tokens[at - 1].low != "," or at == comma:
        return None
    start = phrase_start(tokens, at - 1, words)
    name = tokens[start : at - 1]
    first = tokens[at]
    leans = (
        (comma - at <= 3 and all(t.capital for t in name))
        or any(t.low in words.sets["roles"] for t in name)
        or (first.low in words.sets["prepositions"] and all(t.capital for t in name))
        or first.low in words.sets["determiners"]
        or first.low in words.sets["clause_words"]
        or first.low in words.sets["roles"]
        or first.low[:1].isdigit()
        or all(t.low in words.sets["adverbs"] for t in tokens[at:comma])
        or any(t.low in words.sets["roles"] for t in tokens[at:comma])
    )
    if not leans:
        return None
    return Phrase(start, comma, start) if 0 < at - 1 - start <= 10 else None


def _before_asides(tokens: tuple[Token, ...], comma: int, words: Lexicon) -> Phrase | None:
    """The subject before several asides: "Ann Lee, 49, a teacher in Port Arden, [said]"."""
    at = comma
    while (
        at > 0 and comma - at < _MAX_ASIDES and tokens[at - 1].kind != "q" and tokens[at - 1].low not in ";:"
    ):
        at -= 1
    while at < comma:
        end = next(i for i in range(at, comma + 1) if tokens[i].low == "," or i == comma)
        start = at + (tokens[at].low in words.sets["conjunctions"])
        if end < comma and _can_head(tokens[start:end], words) and _are_asides(tokens, end, comma, words):
            return Phrase(start, comma, start)
        at = end + 1
    return None


def _can_head(segment: tuple[Token, ...], words: Lexicon) -> bool:
    """Whether words up to a comma are a name or another noun phrase that can speak, and no clause."""
    if not 0 < len(segment) <= _MAX_SEGMENT or any(is_break(t) and t.low not in "&/()" for t in segment):
        return False
    leads = ("prepositions", "time_words", "adverbs", "clause_words", "complementizers", "conjunctions")
    if (
        any(segment[0].low in words.sets[k] for k in leads)
        and segment[0].low not in words.sets["determiners"]
    ):
        return False
    named = any(t.capital for t in segment[1:]) or any(t.low in words.sets["roles"] for t in segment)
    named = named or (len(segment) == 1 and segment[0].capital)
    return named and not any(_is_verb(t, words) for t in segment)


def _is_verb(token: Token, words: Lexicon) -> bool:
    if token.capital or token.low in words.sets["roles"]:
        return False
    cue = token.low in words.cues and token.low not in words.sets["ambiguous"]
    bound = token.low in words.sets["auxiliaries"] and token.low not in words.sets["determiners"]
    return cue or bound or any(token.low in words.sets[k] for k in ("finite", "clause_words"))


def _are_asides(tokens: tuple[Token, ...], start: int, end: int, words: Lexicon) -> bool:
    """Whether nothing but appositions and relative clauses stand between two commas."""
    relative = False
    at = start + 1
    while at < end:
        stop = next(i for i in range(at, end + 1) if tokens[i].low == "," or i == end)
        segment = tokens[at:stop]
        opens = segment and segment[0].low in words.sets["clause_words"]
        leans = opens or (segment and _leans(segment, words))
        if not leans and not (relative and segment and segment[0].low not in words.sets["conjunctions"]):
            return False
        relative = relative or bool(opens)
        at = stop + 1
    return True


def _leans(segment: tuple[Token, ...], words: Lexicon) -> bool:
    first = segment[0]
    if first.low[:1].isdigit() or (len(segment) <= 4 and all(t.capital for t in segment)):
        return True
    opens = any(first.low in words.sets[k] for k in ("determiners", "prepositions", "roles", "adverbs"))
    ending = words.words.gerund
    opens = opens or (bool(ending) and first.low.endswith(ending))
    clause = any(t.low in words.sets["clause_words"] for t in segment)
    return opens and (clause or not any(t.low in words.sets["auxiliaries"] for t in segment))


def antecedent(tokens: tuple[Token, ...], end: int, words: Lexicon) -> Phrase | None:
    """The noun phrase a relative pronoun behind ``end`` leans on: of "rebuked | critics [who]" the noun."""
    start = phrase_start(tokens, end, words)
    for i in range(end - 2, start, -1):
        token = tokens[i]
        endings = words.words.past_endings or ("\0",)
        past = token.low.endswith(endings) and not token.capital and token.low not in words.sets["roles"]
        behind = tokens[i - 1].capital or _is_adverb(tokens[i - 1], words)
        if (past and behind) or token.low in words.sets["finite"]:
            start = i + 1
            break
    while start < end - 1 and tokens[start].low in words.sets["prepositions"]:
        start += 1
    return Phrase(start, end, start) if start < end and is_noun(tokens[end - 1], words) else None


def _is_adverb(token: Token, words: Lexicon) -> bool:
    ending = words.words.adverb_ending
    return token.low in words.sets["adverbs"] or (bool(ending) and token.low.endswith(ending))


def listed(tokens: tuple[Token, ...], start: int, end: int, words: Lexicon) -> int:
    """Where a list with these last members begins: "miners, farmers, and | fishermen"."""
    and_before = start > 1 and tokens[start - 1].low in words.sets["conjunctions"]
    comma = start - 2 if and_before else start - 1
    joined = any(t.low in words.sets["conjunctions"] for t in tokens[start + 1 : end])
    if comma < 1 or tokens[comma].low != "," or not (and_before or joined):
        return start
    first, members = start, 0
    while comma > 0 and tokens[comma].low == "," and members < 6:
        at = comma
        while at > 0 and not is_break(tokens[at - 1]) and comma - at <= _MAX_SEGMENT:
            at -= 1
        lead = at + (tokens[at].low in words.sets["conjunctions"])
        segment = tokens[lead:comma]
        known = any(t.low in words.sets["roles"] for t in segment) or (
            bool(segment) and (segment[0].capital or members > 0 or and_before)
        )
        if not known or (at and tokens[at - 1].low != ",") or not _is_member(segment, words):
            break
        first, members, comma = lead, members + 1, at - 1
    return first if members > and_before else start


def _is_member(segment: tuple[Token, ...], words: Lexicon) -> bool:
    """Whether words between commas can stand in a list of speakers: no adverbial, no clause."""
    leads = ("prepositions", "time_words", "adverbs", "clause_words", "conjunctions")
    led = (
        any(segment[0].low in words.sets[k] for k in leads)
        and segment[0].low not in words.sets["determiners"]
    )
    return not led and not any(_is_verb(t, words) or t.low in words.sets["time_words"] for t in segment)


def apposition_end(tokens: tuple[Token, ...], at: int, words: Lexicon) -> int:
    """Past ", a police spokesman" where it follows."""
    if at + 1 >= len(tokens) or tokens[at].low != ",":
        return at
    first = tokens[at + 1]
    role = any(t.low in words.sets["roles"] for t in tokens[max(0, at - 6) : at])
    named = role and first.capital and (not words.words.capital_nouns or _is_bare_name(tokens, at + 1, words))
    if first.low.isdigit() and (at + 2 >= len(tokens) or tokens[at + 2].low == ","):
        return at + 2
    if not (first.low in words.sets["determiners"] or first.low in words.sets["roles"] or named):
        return at
    end = at + 1
    while end < len(tokens) and end - at < MAX_PHRASE and not is_break(tokens[end]):
        if tokens[end].low in words.sets["time_words"] or tokens[end].low in words.relays:
            break
        end += 1
    clause = ("reported_mood", "hypothetical", "auxiliaries")
    return at if any(t.low in words.sets[k] for t in tokens[at + 1 : end] for k in clause) else end


def _is_bare_name(tokens: tuple[Token, ...], at: int, words: Lexicon) -> bool:
    """Two or three capitalised words up to a mark: "der Chef der Bahn, Uwe Kern"."""
    end = at
    while end < len(tokens) and end - at < 4 and not is_break(tokens[end]):
        end += 1
    name = tokens[at:end]
    return 2 <= len(name) <= 3 and all(t.capital and t.low not in words.sets["roles"] for t in name)
