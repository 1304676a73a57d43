"""Who says it where no capital tells a name: words on one side of a verb, up to a mark or a loose word."""

from __future__ import annotations

from rashomon.annotate.attribution import Context
from rashomon.annotate.noun_phrases import Phrase, is_break
from rashomon.annotate.quote_sources import before_brackets

#: Longest subject, in tokens.
MAX_SUBJECT = 20
_MAX_SHORT = 4
#: Words that end a subject, beside marks.
_LOOSE = ("prepositions", "time_words", "adverbs", "complementizers", "addressee", "clause_words")


def is_loose(context: Context, at: int) -> bool:
    """Whether a word is no part of a subject: of time, place or means, a number, another verb of saying."""
    low = context.low(at)
    led = low.startswith(context.words.words.loose_prefixes or ("\0",))
    known = any(context.has(k, at) for k in _LOOSE) or low in context.words.according
    count = low[:1].isdigit() and (context.has("time_words", at + 1) or not context.words.words.unspaced)
    return led or known or count or low in context.words.cues


def subject_right(context: Context, after: int) -> Phrase | None:
    """The subject behind its verb, up to a mark, a conjunction or a loose word."""
    start = after
    while context.has("adverbs", start) or context.has("auxiliaries", start):
        start += 1
    end = start
    while end < len(context.tokens) and end - start < MAX_SUBJECT:
        if is_break(context.tokens[end]) or (is_loose(context, end) and not context.has("roles", end)):
            break
        end += 1
    return Phrase(start, end, start) if start < end else None


def subject_left(context: Context, cue: int) -> Phrase | None:
    """The subject before its verb, without the loose words on both sides of it."""
    cue = outer = before_brackets(context.tokens, cue)
    while outer > 0 and cue - outer < 2 * MAX_SUBJECT and _joins(context, outer - 1):
        outer -= 1
    start = outer
    while start < cue and (is_loose(context, start) or context.has("conjunctions", start)):
        if context.has("prepositions", start):
            ends = [i for i in range(start, cue) if context.has("phrase_ends", i)]
            if not ends:
                break
            start = ends[0]
        start += 1
    if context.has("prepositions", start) and not context.has("surnames", start):
        return None
    end = start + 1
    while end < cue and not is_loose(context, end) and not context.has("auxiliaries", end):
        end += 1
    return Phrase(start, end, outer) if start < cue and end - start <= MAX_SUBJECT else None


def segment(context: Context, end: int) -> range:
    """The words right before ``end``, back to a mark."""
    start = end
    while start > 0 and not is_break(context.tokens[start - 1]):
        start -= 1
    return range(start, end)


def _joins(context: Context, at: int) -> bool:
    """Whether a phrase runs over a token: words, the point inside of a foreign name, marks of a list."""
    token = context.tokens[at]
    return token.kind == "w" or token.low in ("·", "•", "‧", "、")


def capitals_left(context: Context, start: int, stop: int) -> Phrase | None:
    """The first name or role before a comma or the quotation that has no ending of a case."""
    at = start
    while at < stop:
        end = next((i for i in range(at, stop) if is_break(context.tokens[i])), stop)
        opening = _run_behind(context, at, end) if at == start else None
        for found in (_run_before(context, at, end), _short_segment(context, at, end), opening):
            if found and not _is_adverbial(context, found):
                return found
        at = end + 1
    return None


def _short_segment(context: Context, start: int, end: int) -> Phrase | None:
    """ "[Otel yönetimi], …": a few words that a comma sets off at the beginning."""
    loose = any(is_loose(context, i) or context.has("according_after", i) for i in range(start, end))
    short = start == 0 and end - start <= _MAX_SHORT and context.low(end) == ","
    return Phrase(start, end, start) if short and not loose and context.tokens[0].capital else None


def maker(context: Context, start: int, stop: int) -> Phrase | None:
    """ "[Otelden] yapılan açıklamada, “…” denildi": the institution a statement comes from."""
    at = next((i for i in range(start + 1, stop) if context.has("agents", i)), None)
    if at is None:
        return None
    first = at - 1
    while first > start and _can_name(context, first - 1):
        first -= 1
    return Phrase(first, at, first) if context.tokens[first].capital else None


def _can_name(context: Context, at: int) -> bool:
    own = context.low(at) in context.words.words.pronouns
    return context.tokens[at].capital or context.has("roles", at) or own


def _run_before(context: Context, start: int, end: int) -> Phrase | None:
    """Names and roles up to ``end``: "olayı gören [bir esnaf]"."""
    at = end
    while at > start and _can_name(context, at - 1) and (at == end or not _has_case(context, at - 1)):
        at -= 1
    if at > start and at < end and context.has("determiners", at - 1):
        at -= 1
    return Phrase(at, end, at) if at < end else None


def _run_behind(context: Context, start: int, end: int) -> Phrase | None:
    """Names and roles from ``start`` on: "[Ali Kaya] yaptığı açıklamada", past those in a case."""
    told = [i for i in range(start, end) if context.has("according_after", i)]
    at = told[-1] + 1 if told else start
    while at < end:
        while at < end and (is_loose(context, at) or context.has("determiners", at)):
            at += 1
        first = at
        while at < end and _can_name(context, at) and not (at > first and _has_case(context, at - 1)):
            at += 1
        if at == first:
            return None
        if not _has_case(context, at - 1):
            return Phrase(first, at, first)
    return None


def capitals_right(context: Context, after: int) -> Phrase | None:
    """The subject behind a verb of saying that leans on it ("diyen Ali Kaya")."""
    at = after
    while at < len(context.tokens) and at - after < MAX_SUBJECT and not is_break(context.tokens[at]):
        if at > after and not _can_name(context, at) and any(_can_name(context, i) for i in range(after, at)):
            break
        at += 1
    names = [i for i in range(after, at) if _can_name(context, i)]
    return Phrase(names[0], names[-1] + 1, after) if names else None


def _has_case(context: Context, at: int) -> bool:
    """An ending behind an apostrophe that is no genitive: "Ankara'da"."""
    tail = context.low(at).partition("'")[2]
    return bool(tail) and not tail.startswith(context.words.words.genitives or ("\0",))


def _is_adverbial(context: Context, phrase: Phrase) -> bool:
    """ "Konuşmasında, …": a last word in a case, or one word whose capital only opens the sentence."""
    last = phrase.end - 1
    low = context.low(last)
    if is_loose(context, last) or "'" in low:
        return True
    opening = phrase.start == 0 and not any(context.has("roles", i) for i in range(phrase.end))
    return opening and phrase.end <= 2 and low.endswith(context.words.words.case_endings or ("\0",))
