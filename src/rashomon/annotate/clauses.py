"""What a cue governs: small rules over tokens, in the order of trust.

colon -> complementiser -> infinitive -> quotation before -> bare clause -> about -> clause before -> object
"""

from __future__ import annotations

from collections.abc import Callable

from rashomon.annotate.attribution import DASHES, MIN_CLAUSE, Context, Range, clause_end
from rashomon.annotate.circumstances import past_aside, past_when
from rashomon.annotate.noun_phrases import Phrase, is_break
from rashomon.annotate.quote_cues import Cue
from rashomon.annotate.quote_sources import first_subject
from rashomon.annotate.quoted_clauses import (
    after_colon,
    before_joint,
    clause_start,
    is_quoted,
    quotation_before,
    quotation_end,
    quotation_stands_before,
    splits_quotation,
)

#: How far behind its cue a complementiser is looked for, in tokens.
_MAX_TO_COMPLEMENTIZER = 16


# Rules: (context, cue, after, begin) -> tokens of the content, or None.


def skip_adverbials(context: Context, at: int) -> int:
    """Past "on Monday", "in a statement", "later" to where the content may begin."""
    tokens = context.tokens
    while at < len(tokens):
        if context.has("adverbs", at) or context.has("time_words", at):
            at += 1
        elif end := _adverbial_end(context, at) or _circumstance_end(context, at):
            at = end
        else:
            break
    return at


def _circumstance_end(context: Context, at: int) -> int | None:
    """Past a day with its number, or an adverbial between commas: ", jeudi 2 juillet,"."""
    if not context.words.words.inverts:
        return None
    end = past_aside(context.tokens, past_when(context.tokens, at, context.words), context.words)
    return end if end > at else None


def _adverbial_end(context: Context, at: int) -> int | None:
    """The end of a prepositional phrase that tells when or by what means something was said."""
    end = None
    infinitive = context.has("infinitive_openers", at) and _is_infinitive(context, at + 1)
    if infinitive or not context.has("prepositions", at):
        return None
    for i in range(at + 1, min(at + 9, len(context.tokens))):
        if is_break(context.tokens[i]) or context.has("complementizers", i) or context.has("prepositions", i):
            break
        if context.has("time_words", i) or context.has("media_nouns", i):
            end = i + 1
        elif end:
            break
    return end


def _complement_clause(context: Context, cue: Cue, after: int, begin: int) -> Range | None:
    if cue.kind == "call" or _is_inserted(context, cue, after, begin):
        return None
    start = after
    if context.words.words.inverts:
        start = past_when(context.tokens, after, context.words)
    if context.words.words.bare_clause and not cue.tell:
        start = skip_adverbials(context, after)
        if not (
            context.has("complementizers", start)
            or context.has("prepositions", start)
            or context.low(start) in (",", "to")
            or (not context.has("core", cue.start) and _soon(context, start))
        ):
            return None
    reach = _MAX_TO_COMPLEMENTIZER
    if quotation_stands_before(context, begin):
        reach = 2  # "A," said X of the vote that ...
    for i in range(start, min(start + reach, len(context.tokens))):
        token = context.tokens[i]
        if context.has("complementizers", i):
            whole = i + 2 < len(context.tokens) and not _is_relative(context, after, i)
            whole = whole and not (after > cue.end and begin > MIN_CLAUSE and _is_loose(context, i, begin))
            begins = i if context.has("questions", i) else i + 1
            opens = cue.participle and cue.start <= 1 and context.words.words.inverts
            main = subject_behind(context, i + 1) if opens else None
            return (begins, main.outer if main else clause_end(context, i + 1)) if whole else None
        if token.kind == "q" or token.low in (";", ":", ".", "(", "[") or token.low in DASHES:
            return None
        leaning = any(c.start == i and c.participle for c in context.cues)  # "she said, adding that"
        if leaning or (i > start and token.low in context.words.cues and not context.has("ambiguous", i)):
            return None
    return None


def subject_behind(context: Context, at: int) -> Phrase | None:
    """The subject of the main clause behind "Rappelant que ...,": with a verb, behind a comma."""
    for i in range(at + MIN_CLAUSE, len(context.tokens) - 2):
        if context.low(i) != ",":
            continue
        subject = first_subject(context.tokens[i + 1 :], context.words, len(context.tokens) - i - 1)
        if subject is None or subject.start > 0:
            continue
        end = subject.end + i + 1
        verbs = ("auxiliaries", "finite")
        if any(context.has(k, end) for k in verbs) or any(c.start == end for c in context.cues):
            return Phrase(i + 1, end, i)
    return None


def _is_inserted(context: Context, cue: Cue, after: int, begin: int) -> bool:
    """ "Prices, dijo X, are ...": between commas; "«…», dijo un testigo que ...": behind a quotation."""
    if not context.words.words.inverts or _has_subject_before(context, begin, cue.start):
        return False
    if after > cue.end and quotation_stands_before(context, begin):
        return True
    between = context.low(begin - 1) == "," == context.low(after)
    return between and not context.has("complementizers", after + 1)


def _is_loose(context: Context, at: int, begin: int) -> bool:
    """ "…, afirmou a bióloga, [que] estuda ...": behind a comma, where what is said stood before."""
    commas = context.low(at - 1) == "," == context.low(begin - 1)
    return context.words.words.inverts and context.has("relatives", at) and commas


def _is_relative(context: Context, after: int, at: int) -> bool:
    """ "[answered] with laws that are still in force": no complement, where one word serves for both."""
    start = skip_adverbials(context, after)
    between = range(start, at)
    told = any(context.has("roles", i) or context.tokens[i].capital for i in between)
    person = context.has("addressee", start) or context.has("object_pronouns", start)
    both = context.has("relatives", at) and context.has("auxiliaries", at + 1)
    loose = any(context.has(k, at - 1) for k in ("adverbs", "time_words", "media_nouns"))
    noun = not loose and any(context.has(k, i) for i in between for k in ("determiners", "prepositions"))
    return both and noun and not told and not person


def _soon(context: Context, at: int) -> bool:
    """Whether a complementiser stands within a few words: "warned reporters that"."""
    return any(context.has("complementizers", i) for i in range(at, at + 5))


def _infinitive(context: Context, cue: Cue, after: int, begin: int) -> Range | None:
    if cue.kind != "ask" or after >= len(context.tokens):
        return None
    start = skip_adverbials(context, after)
    end = clause_end(context, start)
    for i in range(start, min(start + 12, end)):
        if context.has("infinitive_marks", i):
            return start, end
        if is_break(context.tokens[i]):
            break
    if context.words.words.infinitive_endings and not _has_infinitive(context, start, end):
        return None
    plain = not context.words.sets["infinitive_marks"] and not splits_quotation(context, begin)
    return (start, end) if end - start >= MIN_CLAUSE and plain else None


def _has_infinitive(context: Context, start: int, end: int) -> bool:
    """Whether an infinitive or a quoted piece stands near: "asked [him] to wait", not "asked for calm"."""
    near = range(start, min(start + 10, end))
    return any(_is_infinitive(context, i) or context.tokens[i].kind == "q" for i in near)


def _reported_infinitive(context: Context, cue: Cue, after: int, begin: int) -> Range | None:
    """ "affirment ne pas savoir", "sostiene di aver visto": an infinitive as what is said."""
    endings = context.words.words.infinitive_endings
    if not endings or cue.kind == "call":
        return None
    start = at = skip_adverbials(context, after)
    while at - start < 4 and (context.has("infinitive_openers", at) or context.has("negations", at)):
        at += 1
    end = clause_end(context, start)
    return (start, end) if _is_infinitive(context, at) and end - start >= MIN_CLAUSE else None


def _is_infinitive(context: Context, at: int) -> bool:
    """Whether the word looks like an infinitive and is no other known word."""
    other = ("determiners", "prepositions", "adverbs", "time_words", "conjunctions", "roles")
    endings = context.words.words.infinitive_endings
    if at >= len(context.tokens) or context.tokens[at].capital or any(context.has(k, at) for k in other):
        return False
    return len(context.low(at)) > 2 and bool(endings) and context.low(at).endswith(endings)


def _object(context: Context, cue: Cue, after: int, begin: int) -> Range | None:
    if cue.kind not in ("accuse", "announce") or context.has("object_pronouns", cue.start - 1):
        return None
    start = skip_adverbials(context, after)
    end = clause_end(context, start)
    end = next(
        (i for i in range(start, end - 1) if context.low(i) == "," and _is_gerund(context, i + 1)), end
    )
    if start >= end or is_break(context.tokens[start]) or end - start < MIN_CLAUSE:
        return None
    if cue.kind == "announce" and context.has("prepositions", start):
        return None
    first = start + context.has("determiners", start)
    if context.has("ambiguous", first) and context.words.cues.get(context.low(first)) == "ask":
        return None  # "rejected calls to resign": a demand, no words of the one who rejects it
    return start, end


def _is_gerund(context: Context, at: int) -> bool:
    ending = context.words.words.gerund
    return bool(ending) and context.low(at).endswith(ending)


def _bare_clause(context: Context, cue: Cue, after: int, begin: int) -> Range | None:
    """ "X said [on Monday] prices rose": no complementiser, as English may have it."""
    if not context.words.words.bare_clause or cue.kind in ("call", "accuse"):
        return None
    start = skip_adverbials(context, after)
    if cue.tell:
        start = _past_addressee(context, start)
    if context.low(start) == "," and is_quoted(context, start + 1):
        start += 1
    if is_quoted(context, start):
        return start, quotation_end(context, start)
    if start >= len(context.tokens) or is_break(context.tokens[start]):
        return None
    end = clause_end(context, start)
    good = end - start >= MIN_CLAUSE and _begins_clause(context, start, end)
    plain = context.low(cue.start) in context.words.sets["core"]
    return (start, end) if good and (plain or has_verb(context, start, end)) else None


def _clause_after_comma(context: Context, cue: Cue, after: int, begin: int) -> Range | None:
    """ "sagte X, er habe ...": a main clause in the mood of reported speech behind the comma."""
    if not context.words.words.bare_after_comma or cue.kind not in ("say", "think", "announce"):
        return None
    comma = next(
        (i for i in range(after, min(after + 14, len(context.tokens))) if context.low(i) == ","), None
    )
    if comma is None or context.has("clause_words", comma + 1) or context.tokens[comma - 1].kind == "q":
        return None
    end = clause_end(context, comma + 1)
    if end - comma - 1 < MIN_CLAUSE:
        return None
    moods = ("reported_mood", "hypothetical")
    mood = any(context.has(k, i) for i in range(comma + 1, min(comma + 40, end)) for k in moods)
    infinitive = context.has("infinitive_particles", end - 2)
    return (comma + 1, end) if mood or infinitive else None


def _begins_clause(context: Context, start: int, end: int) -> bool:
    """A clause begins with no preposition, unless as in "said after the vote, prices rose"."""
    if not (context.has("prepositions", start) or context.has("clause_words", start)):
        return True
    if context.low(start + 1)[:1].isdigit() or context.has("quantity", start + 1):
        return True
    comma = next((i for i in range(start, min(start + 12, end)) if context.low(i) == ","), None)
    return comma is not None and end - comma > 4 and has_verb(context, comma + 1, end)


def has_verb(context: Context, start: int, end: int) -> bool:
    """Whether an auxiliary or a word that looks like a past tense stands near the beginning."""
    near = range(start, min(start + 14, end))
    return any(context.has("auxiliaries", i) or (i > start and context.has("finite", i)) for i in near)


def _past_addressee(context: Context, at: int) -> int:
    """ "told reporters [he would]": the person told ends where a pronoun or determiner begins a clause."""
    for i in range(at + 1, min(at + 8, len(context.tokens))):
        token = context.tokens[i]
        if token.kind == "q" or token.low in context.words.words.pronouns or context.has("determiners", i):
            return i
        if is_break(token) or context.has("prepositions", i):
            return skip_adverbials(context, i)
    return len(context.tokens)


def _as_clause(context: Context, cue: Cue, after: int, begin: int) -> Range | None:
    """ "As X reported on Monday, prices rose": what stands behind the comma."""
    if cue.kind in ("call", "accuse") or begin == 0 or begin > 3 or not context.has("as_words", begin - 1):
        return None
    at = skip_adverbials(context, after)
    comma = next((i for i in range(at, min(at + 8, len(context.tokens))) if context.low(i) == ","), None)
    if comma is None:
        return None
    end = clause_end(context, comma + 1)
    return (comma + 1, end) if end - comma > MIN_CLAUSE else None


def _clause_before(context: Context, cue: Cue, after: int, begin: int) -> Range | None:
    """ "…, X said": the clause before; "A, he said, B" with what goes on behind it."""
    inverted = after > cue.end or not context.words.words.inverts
    subject = not inverted and _has_subject_before(context, begin, cue.start)
    if cue.kind in ("call", "accuse", "ask") or cue.participle or subject:
        return None
    end = before_joint(context, begin)
    if end in (begin, 0):
        return None
    start = clause_start(context, end)
    rest = _rest_after(context, after, cue.tell)
    leading = any(context.has(kind, start) for kind in ("prepositions", "adverbs", "clause_words"))
    if (
        leading
        and rest is None
        and not any(context.low(i) == "," for i in range(start, end))
        and not (context.has("prepositions", start) and has_verb(context, start, end))
    ):
        return None
    short = leading and end - start < 6 and not has_verb(context, start, end)
    if end - start < MIN_CLAUSE or short:
        if rest and not leading and end > start:
            return start, rest  # "Time, he said, was short"
        behind = next((i for i in range(after, rest or 0) if context.low(i) == ","), None)
        return (behind + 1, rest) if rest and behind is not None else None
    return start, rest or end


def _has_subject_before(context: Context, begin: int, verb: int) -> bool:
    """Whether the subject stands before its verb: "X dijo", but not "a-t-il dit"."""
    return begin < verb and not any(context.low(i).startswith("-") for i in range(begin, verb))


def _rest_after(context: Context, after: int, tell: bool) -> int | None:
    """The end of the clause that goes on behind ", he said,"."""
    at = skip_adverbials(context, after)
    while tell and at - after < 4 and at < len(context.tokens) and not is_break(context.tokens[at]):
        at += 1
    if context.low(at) != "," or at + 3 >= len(context.tokens):
        return None
    first = context.tokens[at + 1]
    loose = _is_gerund(context, at + 1) or any(c.start == at + 1 for c in context.cues)
    if first.low in context.words.sets["clause_words"] or loose:
        return None
    return clause_end(context, at + 1)


def _about(context: Context, cue: Cue, after: int, begin: int) -> Range | None:
    """ "сообщил о ...": what was spoken about, with its preposition."""
    if cue.kind in ("call", "accuse", "think") or not context.has("about", after):
        return None
    end = clause_end(context, after)
    return (after, end) if end - after > MIN_CLAUSE else None


RULES: tuple[Callable[[Context, Cue, int, int], Range | None], ...] = (
    _as_clause,
    after_colon,
    _complement_clause,
    _infinitive,
    _reported_infinitive,
    quotation_before,
    _clause_after_comma,
    _bare_clause,
    _about,
    _clause_before,
    _object,
)
