"""When, where and to whom something was said, between a verb and its subject or content.

"a indiqué mardi 14 janvier à la radio | le ministre", "disse nesta terça-feira (14) | que"
"""

from __future__ import annotations

from rashomon.annotate.quote_units import Token
from rashomon.annotate.quote_words import Lexicon

#: Longest phrase that is passed over, and longest one between two commas, in tokens.
_MAX_PHRASE = 8
_MAX_ASIDE = 14


def past_when(tokens: tuple[Token, ...], at: int, words: Lexicon) -> int:
    """Past days and adverbs: "nesta terça-feira (14)", "le 2 juillet", "hier soir"."""
    while at < len(tokens) and (end := _day_end(tokens, at, words)) > at:
        at = end
    return at


def _day_end(tokens: tuple[Token, ...], at: int, words: Lexicon) -> int:
    vague = tokens[at].low in words.sets["adverbs"] and not tokens[at].capital
    vague = vague and tokens[at].low not in words.sets["determiners"]
    if vague or tokens[at].low in words.sets["time_words"]:
        return at + 1
    if (
        tokens[at].low == "("
        and _is_number(tokens, at + 1)
        and any(t.low == ")" for t in tokens[at + 2 : at + 3])
    ):
        return at + 3
    if at and _is_number(tokens, at) and tokens[at - 1].low in words.sets["time_words"]:
        return at + 1
    i = at
    while i < len(tokens) and i - at < 4 and (_leads(tokens[i], words) or (i > at and _is_number(tokens, i))):
        i += 1
    named = i > at and i < len(tokens) and tokens[i].low in words.sets["time_words"]
    return i + 1 if named else at


def _is_number(tokens: tuple[Token, ...], at: int) -> bool:
    return at < len(tokens) and tokens[at].low.isdigit() and len(tokens[at].low) <= 4


def _leads(token: Token, words: Lexicon) -> bool:
    return token.low in words.sets["prepositions"] or token.low in words.sets["determiners"]


def past_circumstances(tokens: tuple[Token, ...], at: int, words: Lexicon) -> int:
    """Past days, means ("dans un communiqué") and whom it was told ("aos jornalistas")."""
    while at < len(tokens):
        end = past_when(tokens, at, words)
        end = _addressee_end(tokens, end, words) or _means_end(tokens, end, words) or end
        if end == at:
            break
        at = end
    return at


def _means_end(tokens: tuple[Token, ...], at: int, words: Lexicon) -> int | None:
    """The end of a phrase with a noun of media or time: "en rueda de prensa", "au micro de RTL"."""
    if at >= len(tokens) or tokens[at].low not in words.sets["prepositions"]:
        return None
    end = None
    for i in range(at + 1, min(at + _MAX_PHRASE, len(tokens))):
        token = tokens[i]
        if token.kind != "w" or token.low in words.sets["complementizers"]:
            break
        if token.low in words.sets["media_nouns"] or token.low in words.sets["time_words"]:
            end = i + 1
        elif end and not (
            token.low in words.sets["prepositions"] or tokens[i - 1].low in words.sets["prepositions"]
        ):
            break
        elif end and token.capital:
            end = i + 1
    return end


def _addressee_end(tokens: tuple[Token, ...], at: int, words: Lexicon) -> int | None:
    """The end of "[dijo] a Efe [el alcalde]": up to the article that begins the subject."""
    if at >= len(tokens) or tokens[at].low not in words.sets["addressee"]:
        return None
    for i in range(at + 2, min(at + _MAX_PHRASE, len(tokens))):
        if tokens[i].kind != "w" or tokens[i].low in words.sets["complementizers"]:
            return None
        if tokens[i].low in words.sets["articles"] and tokens[i - 1].low not in words.sets["prepositions"]:
            return i
    return None


def past_aside(tokens: tuple[Token, ...], at: int, words: Lexicon) -> int:
    """Past ", jeudi 2 juillet," or ", dans un rapport," where nothing else stands between the commas."""
    if at + 2 >= len(tokens) or tokens[at].low != ",":
        return at
    first = tokens[at + 1]
    if not any(first.low in words.sets[k] for k in ("prepositions", "time_words", "adverbs")):
        return at
    for i in range(at + 2, min(at + _MAX_ASIDE, len(tokens))):
        if tokens[i].low == ",":
            return i + 1
        if tokens[i].kind != "w" or any(
            tokens[i].low in words.sets[k] for k in ("complementizers", "auxiliaries")
        ):
            break
    return at
