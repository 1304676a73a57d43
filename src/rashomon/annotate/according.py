"""Sources without a verb: "according to X", "X zufolge", "nach eigenen Angaben", "Lee: “…”"."""

from __future__ import annotations

from rashomon.annotate.attribution import Attribution, Context, Range, clause_end
from rashomon.annotate.clauses import has_verb
from rashomon.annotate.noun_phrases import Phrase, is_break
from rashomon.annotate.quote_cues import Cue
from rashomon.annotate.quote_sources import first_subject

#: Fewest tokens of what a source is cited for.
_MIN_GOVERNED = 2
#: So many tokens before "according to X" are a clause, and what follows X speaks of X.
_MIN_WHOLE = 8
#: Longest name between commas, with them, in tokens.
_MAX_NAME = 7


def by_preposition(context: Context, cue: Cue) -> Attribution | None:
    """The attribution of an adverbial of source, or None where it names nobody or governs nothing."""
    if cue.kind == "own_account":
        subject = first_subject(context.tokens, context.words, cue.start)
        stop = clause_end(context, cue.end)
        if subject is None or stop - cue.end < _MIN_GOVERNED:
            return None
        named = (subject.start, subject.end)
        return Attribution(cue, named, (cue.end, stop), "according", outer=(cue.start, cue.end))
    if cue.kind == "according_after":
        source = _before_postposition(context, cue.start)
        if source is None:
            return None
        begin, end = source.start, cue.end
        named = (source.start, source.end)
    else:
        end = _with_name(context, cue.end, _source_end(context, cue.end))
        told = _pronoun_within(context, cue)
        if told and context.words.words.source_endings:
            end = cue.end  # "Jego zdaniem | sytuacja ..."
        within = (cue.end, end) if end > cue.end else told
        if within is None:
            return None
        begin, named = cue.start, within
    if context.has("source_nouns", cue.end - 1):
        named = (cue.end - 1, named[1])
    named = without_account(context, named)
    if context.has("according_quoted", cue.start) and not _opens_opinion(context, cue, named, end):
        return None
    content = _around(context, begin, end)
    return Attribution(cue, named, content, "according", outer=(begin, end)) if content else None


def by_colon(context: Context, found: list[Attribution]) -> list[Attribution]:
    """ "Ann Lee: “…”": a name, a colon and a quotation that no cue governs."""
    tokens = context.tokens
    for at in range(1, len(tokens) - 1):
        if tokens[at].low != ":" or tokens[at + 1].kind != "q":
            continue
        start = at
        while start > 0 and tokens[start - 1].kind == "w" and tokens[start - 1].capital and at - start < 5:
            start -= 1
        start = _role_before(context, at) if start == at else start
        governed = any(a.content and a.content[0] <= at + 1 < a.content[1] for a in found)
        if governed or at - start < (1 if start == 0 else 2) or context.words.words.capital_nouns:
            continue
        if any(context.has(k, i) for i in range(start, at) for k in ("media_nouns", "time_words")):
            continue
        cue = Cue(at, at + 1, "say")
        return [Attribution(cue, (start, at), (at + 1, at + 2), "colon", outer=(start, at + 1))]
    return []


def _role_before(context: Context, at: int) -> int:
    """Where "[Così] il ministro: «…»" begins, from its article; ``at`` if no such phrase stands before."""
    start = next((i for i in range(min(3, at)) if context.has("determiners", i)), at)
    phrase = range(start, at)
    plain = all(context.tokens[i].kind == "w" and context.low(i) not in context.words.cues for i in phrase)
    verb = any(context.has(k, i) for i in phrase for k in ("auxiliaries", "finite"))
    role = any(context.has("roles", i) for i in phrase)
    return start if role and plain and not verb and len(phrase) <= _MAX_NAME else at


def without_account(context: Context, named: Range) -> Range:
    """Of "[Angaben] der Feuerwehr [zufolge]" the institution, if one is told."""
    start, end = named
    nouns = [i for i in range(start, min(start + 4, end)) if context.has("account_nouns", i)]
    if not nouns or nouns[-1] + 1 >= end:
        return named
    at = nouns[-1] + 1
    while at < end and context.has("prepositions", at) and not context.has("articles", at):
        at += 1
    return (at, end) if at < end else named


def _opens_opinion(context: Context, cue: Cue, named: Range, end: int) -> bool:
    """ "Pour X, « … »": at the beginning, somebody who can speak, and a quoted piece behind."""
    who = context.tokens[named[0] : named[1]]
    names = any(t.low in context.words.sets["roles"] for t in who) or all(
        t.capital or t.low in context.words.sets["articles"] for t in who
    )
    quoted = any(t.kind == "q" for t in context.tokens[end:])
    return cue.start == 0 and names and len(who) <= 8 and quoted


def _pronoun_within(context: Context, cue: Cue) -> Range | None:
    """ "по его словам": the pronoun inside of the cue is the source."""
    pronouns = context.words.words.pronouns
    at = next((i for i in range(cue.start, cue.end) if context.low(i) in pronouns), None)
    return None if at is None else (at, at + 1)


def _before_postposition(context: Context, end: int) -> Phrase | None:
    """The nearest noun phrase before "zufolge": from its determiner, or the name alone."""
    for at in range(end - 1, max(-1, end - 8), -1):
        if is_break(context.tokens[at]) or context.has("auxiliaries", at):
            return Phrase(at + 1, end, at + 1) if at + 1 < end else None
        genitive = at > 0 and context.tokens[at - 1].capital and not context.has("determiners", at - 1)
        if context.has("determiners", at) and not genitive:
            return Phrase(at, end, at)
    return Phrase(0, end, 0) if 0 < end < 5 else None


def _source_end(context: Context, at: int) -> int:
    """Up to a comma or mark; without one, to a determiner or time word that follows a name."""
    end = at
    while end < len(context.tokens) and end - at < 20:
        token = context.tokens[end]
        if is_break(token) and token.kind != "q" and token.low not in ("/", "&"):
            break
        if token.kind == "q" and (end == at or context.has("according_quoted", at - 1)):
            break
        if end > at and (
            context.has("complementizers", end)
            or context.low(end) in context.words.relays
            or (context.has("clause_words", end) and not context.has("prepositions", end))
        ):
            break
        if end > at and (_ends_source(context, end) or _leaves_case(context, end)):
            break
        end += 1
    return end


def _with_name(context: Context, start: int, end: int) -> int:
    """ "Segundo a ministra, Helena Prado, ...": the name between commas behind a role."""
    stop = next(
        (i for i in range(end + 1, min(end + _MAX_NAME, len(context.tokens))) if context.low(i) == ","), 0
    )
    name = context.tokens[end + 1 : stop]
    role = any(context.has("roles", i) for i in range(start, end))
    named = all(t.capital or context.has("prepositions", end + 1 + i) for i, t in enumerate(name))
    plain = len(name) > 1 and name[0].capital and not any(t.low in context.words.sets["roles"] for t in name)
    return stop if role and named and plain and context.low(end) == "," else end


def _ends_source(context: Context, at: int) -> bool:
    """An article or verb behind a name begins what the source says."""
    sets = ("determiners", "prepositions", "conjunctions")
    if (
        context.words.words.capital_nouns
        and context.tokens[at - 1].capital
        and context.tokens[at].kind == "w"
    ):
        verb = not context.tokens[at].capital and not any(context.has(k, at) for k in sets)
        if verb:
            return True
    return (
        context.has("phrase_ends", at)
        and (context.tokens[at - 1].capital or (context.words.words.inverts and context.has("roles", at - 1)))
        and (not context.has("prepositions", at - 1))
    )


def _leaves_case(context: Context, at: int) -> bool:
    """ "Podle policie | řidič ...": a verb, a preposition or a word in another case begins what is told."""
    endings = context.words.words.source_endings
    token = context.tokens[at]
    if token.kind != "w" or token.capital:
        return False
    if not endings:
        return _follows_head(context, at)
    kinds = ("auxiliaries", "finite", "prepositions", "adverbs", "time_words")
    begins = any(context.has(k, at) for k in kinds) or token.low in context.words.cues
    alone = context.low(at - 1) in context.words.words.pronouns and not context.has("determiners", at - 1)
    begins = begins or alone  # "podle něj | komplikuje ..."
    if begins or not token.low.endswith(endings) or token.low in context.words.words.pronouns:
        return True
    adjective = token.low.endswith(context.words.words.source_adjectives or ("\0",))
    declined = token.low in context.words.nominatives
    return not declined and ((context.tokens[at - 1].capital and not adjective) or context.has("roles", at))


def _follows_head(context: Context, at: int) -> bool:
    """ "volgens de politie | dronken": where verbs come second, what stands behind the noun of the source."""
    if not context.words.words.verb_second or context.words.words.capital_nouns:
        return False
    if any(context.has(k, at) for k in ("auxiliaries", "finite")):
        return True
    leans = ("prepositions", "roles", "conjunctions")
    return context.has("roles", at - 1) and not any(context.has(k, at) for k in leans)


def _around(context: Context, begin: int, end: int) -> Range | None:
    """The clause that an adverbial of source belongs to: what follows at the start, else what precedes."""
    size = len(context.tokens)
    at_start = begin <= 1 or (begin <= 2 and context.has("conjunctions", 0))
    if begin == 1 and context.words.words.source_endings:
        at_start = any(context.has(k, 0) for k in ("conjunctions", "adverbs", "clause_words"))
    if at_start:
        start = end + 1 if context.low(end) in (",", ":") else end
        if context.has("clause_words", start) and context.low(end) == ",":
            start = next((i + 1 for i in range(start, size) if context.low(i) == ","), start)
        stop = clause_end(context, start)
        return (
            (start, stop)
            if stop - start >= _MIN_GOVERNED or (stop > start and (context.tokens[start].kind == "q"))
            else None
        )
    start = 0
    for i in range(begin - 1, -1, -1):
        if context.tokens[i].low == ";":
            start = i + 1
            break
    stop = begin
    while stop > start and context.tokens[stop - 1].low in (",", "-", "–", "—"):
        stop -= 1
    whole = context.words.words.bare_clause and (stop - start >= _MIN_WHOLE or has_verb(context, start, stop))
    if end < size - 1 and context.low(end) not in (".", ";") and not whole:
        stop = clause_end(context, end)
    return (start, stop) if stop - start >= _MIN_GOVERNED else None
