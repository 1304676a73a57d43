"""Attributions of one unit: cue, source and the words governed, by small ordered rules over tokens.

The rules stand in the order of trust: colon, complementiser, infinitive, object, bare clause, clause before.
The idea of cue-source-content is that of PARC 3 (Pareti 2012).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from rashomon.annotate.quote_cues import Cue, find_cues
from rashomon.annotate.quote_sources import Phrase, is_break, left_source, right_source
from rashomon.annotate.quote_units import Token, Unit
from rashomon.annotate.quote_words import Lexicon

Range = tuple[int, int]
#: How far behind its cue a complementiser is looked for, in tokens.
_MAX_TO_COMPLEMENTIZER = 16
_MIN_CLAUSE = 3
_DASHES = frozenset(("-", "–", "—", "--"))
#: Marks between what is said and who says it.
_SIDE_MARKS = frozenset((",", "!", "?", ".", "...", "…", *_DASHES))


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what in one unit, in token indices; ``content`` is None for "about that he spoke"."""

    cue: Cue
    source: Range | None
    content: Range | None
    rule: str
    relay: Range | None = None
    #: The source is only cited by the relay, which is who used the words.
    cited: bool = False
    #: Where cue and source begin and end, so that other contents stop there.
    outer: Range = (0, 0)


@dataclass(frozen=True, slots=True)
class _Context:
    tokens: tuple[Token, ...]
    cues: tuple[Cue, ...]
    words: Lexicon

    def low(self, at: int) -> str:
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def has(self, kind: str, at: int) -> bool:
        return self.low(at) in self.words.sets[kind]


def find_attributions(unit: Unit, words: Lexicon) -> tuple[Attribution, ...]:
    """All attributions of the unit, in the order of their cues."""
    cues = find_cues(unit.tokens, words)
    context = _Context(unit.tokens, cues, words)
    found: list[Attribution] = []
    for cue in cues:
        if cue.kind in ("relay", "relayed_by"):
            found = _relayed(context, cue, found)
            continue
        attribution = (
            _by_preposition(context, cue)
            if cue.kind.startswith("according")
            else (_by_verb(context, cue, found))
        )
        if attribution:
            found = _added(found, attribution)
    return tuple(_cut(context, found))


# ---------------------------------------------------------------- verbs


def _by_verb(context: _Context, cue: Cue, before: list[Attribution]) -> Attribution | None:
    left = left_source(context.tokens, cue.start, context.words)
    if left is not None and _is_adverbial(context, left):
        behind = right_source(context.tokens, cue.end, context.words)
        left = left if behind is None else None
        if behind is not None:
            return _attribution(context, cue, before, behind, behind)
    if left is None and (shared := _shared_subject(context, cue, before)):
        left = shared
    inverted = _inverted(context, cue, left)
    return _attribution(context, cue, before, inverted or left, inverted)


def _is_adverbial(context: _Context, left: Phrase) -> bool:
    """ "Am Montag [sagte X]": what stands before the verb is no subject, where verbs may come second."""
    return context.words.words.verb_second and (
        context.has("prepositions", left.start)
        or context.has("adverbs", left.start)
        or context.has("time_words", left.start)
    )


def _attribution(
    context: _Context, cue: Cue, before: list[Attribution], source: Phrase | None, inverted: Phrase | None
) -> Attribution | None:
    if cue.participle and not inverted:
        source = _participle_source(context, cue, before) or source
    after = inverted.end if inverted else cue.end
    begin = source.outer if source and not inverted and not cue.participle else cue.start
    while inverted and begin > 0 and context.has("auxiliaries", begin - 1):
        begin -= 1
    for rule in _RULES:
        content = rule(context, cue, after, begin)
        if content and content[1] - content[0] >= 1:
            return Attribution(
                cue,
                (source.start, source.end) if source else None,
                content,
                rule.__name__,
                outer=(begin, max(after, cue.end)),
            )
    if cue.kind == "call" or not cue.ambiguous:
        governs = cue.kind in ("call", "accuse", "ask")
        rest = (cue.end, _clause_end(context, cue.end)) if governs else None
        return Attribution(
            cue, (source.start, source.end) if source else None, rest, "fragment", outer=(begin, after)
        )
    return None


def _inverted(context: _Context, cue: Cue, left: Phrase | None) -> Phrase | None:
    """The subject behind its verb: after a quotation, a comma or a dash, or where nothing stands before."""
    if cue.participle:
        return None
    at = cue.start
    while at > 0 and (context.has("auxiliaries", at - 1) or context.has("adverbs", at - 1)):
        at -= 1
    previous = context.tokens[at - 1] if at else None
    if left is not None and (previous is None or not is_break(previous)):
        return None
    if left is not None and previous is not None and previous.low == "," and context.words.words.bare_clause:
        return None
    if previous is not None and not (
        previous.kind == "q" or previous.low in (",", "!", "?", "...", ".") or (previous.low in _DASHES)
    ):
        return None
    return right_source(context.tokens, cue.end, context.words)


def _shared_subject(context: _Context, cue: Cue, before: list[Attribution]) -> Phrase | None:
    """ "rejected A and said B": the second verb has the subject of the first."""
    at = cue.start
    while at > 0 and (context.has("auxiliaries", at - 1) or context.has("adverbs", at - 1)):
        at -= 1
    if at == 0 or not context.has("conjunctions", at - 1):
        return None
    source = next((a.source for a in reversed(before) if a.source and a.source[0] < at), None)
    subject = Phrase(*source, at) if source else first_subject(context.tokens, context.words, at)
    return subject._replace(outer=at) if subject else None


def _participle_source(context: _Context, cue: Cue, before: list[Attribution]) -> Phrase | None:
    """ "adding", "saying" lean on the subject of the clause before."""
    for attribution in reversed(before):
        if attribution.source and attribution.source[0] < cue.start:
            return Phrase(*attribution.source, attribution.source[0])
    return first_subject(context.tokens, context.words, cue.start)


def first_subject(tokens: tuple[Token, ...], words: Lexicon, stop: int) -> Phrase | None:
    """The noun phrase that opens a sentence: names, or words up to a noun that can speak."""
    at = 0
    if tokens and (
        tokens[0].low in words.sets["prepositions"] or tokens[0].low in words.sets["clause_words"]
    ):
        at = next((i + 1 for i in range(min(stop, 15)) if tokens[i].low == ","), stop)
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
            or token.capital
            and i > start
            or token.low in words.sets["roles"]
            or (token.capital and token.low not in words.sets["determiners"])
        ):
            end = i + 1
        elif end > start and token.low not in words.sets["prepositions"]:
            break
    return Phrase(start, end, start) if end > start else None


# Rules: (context, cue, after, begin) -> tokens of the content, or None.


def _skip_adverbials(context: _Context, at: int) -> int:
    """Past "on Monday", "in a statement", "later" to where the content may begin."""
    tokens = context.tokens
    while at < len(tokens):
        if context.has("adverbs", at) or context.has("time_words", at):
            at += 1
        elif context.has("prepositions", at) and (end := _adverbial_end(context, at)):
            at = end
        else:
            break
    return at


def _adverbial_end(context: _Context, at: int) -> int | None:
    """The end of a prepositional phrase that tells when or by what means something was said."""
    end = None
    for i in range(at + 1, min(at + 9, len(context.tokens))):
        if is_break(context.tokens[i]) or context.has("complementizers", i) or context.has("prepositions", i):
            break
        if context.has("time_words", i) or context.has("media_nouns", i):
            end = i + 1
        elif end:
            break
    return end


def _clause_end(context: _Context, at: int) -> int:
    end = len(context.tokens)
    while end > at and context.tokens[end - 1].kind == "p" and context.tokens[end - 1].low in '.,;:!?…"':
        end -= 1
    for i in range(at, end):
        if context.tokens[i].low == ";":
            return i
    return end


def _after_colon(context: _Context, cue: Cue, after: int, begin: int) -> Range | None:
    if cue.kind in ("call", "accuse"):
        return None
    for i in range(after, min(after + 12, len(context.tokens))):
        token = context.tokens[i]
        if token.low == ":" and i + 1 < len(context.tokens):
            return i + 1, _clause_end(context, i + 1)
        if token.kind == "q":
            split = i - after <= 1 and _splits_quotation(context, begin)
            return (i, _clause_end(context, i)) if i - after <= 1 and not split else None
        if token.low in (";", ".") or context.has("complementizers", i):
            return None
    return None


def _splits_quotation(context: _Context, begin: int) -> bool:
    """Of "A," she said, "B", she said, "B": the quotation before the cue is hers too, if nobody else said it."""
    end = _before_joint(context, begin)
    return (
        end > 0 and context.tokens[end - 1].kind == "q" and not any(c.start < end - 1 for c in context.cues)
    )


def _complement_clause(context: _Context, cue: Cue, after: int, begin: int) -> Range | None:
    if cue.kind == "call":
        return None
    start = after
    if context.words.words.bare_clause and not cue.tell:
        start = _skip_adverbials(context, after)
        if not (
            context.has("complementizers", start)
            or context.has("prepositions", start)
            or context.low(start) in (",", "to")
            or (not context.has("core", cue.start) and _soon(context, start))
        ):
            return None
    for i in range(start, min(start + _MAX_TO_COMPLEMENTIZER, len(context.tokens))):
        token = context.tokens[i]
        if context.has("complementizers", i):
            return (i + 1, _clause_end(context, i + 1)) if i + 2 < len(context.tokens) else None
        if token.kind == "q" or token.low in (";", ":", ".") or token.low in _DASHES:
            return None
        if i > start and token.low in context.words.cues and not context.has("ambiguous", i):
            return None
    return None


def _soon(context: _Context, at: int) -> bool:
    """Whether a complementiser stands within a few words: "warned reporters that"."""
    return any(context.has("complementizers", i) for i in range(at, at + 5))


def _infinitive(context: _Context, cue: Cue, after: int, begin: int) -> Range | None:
    if cue.kind != "ask" or after >= len(context.tokens):
        return None
    start = _skip_adverbials(context, after)
    end = _clause_end(context, start)
    for i in range(start, min(start + 12, end)):
        if context.has("infinitive_marks", i):
            return start, end
        if is_break(context.tokens[i]):
            break
    return (start, end) if end - start >= _MIN_CLAUSE and not context.words.sets["infinitive_marks"] else None


def _object(context: _Context, cue: Cue, after: int, begin: int) -> Range | None:
    if cue.kind not in ("accuse", "announce"):
        return None
    start = _skip_adverbials(context, after)
    end = _clause_end(context, start)
    if start >= end or is_break(context.tokens[start]) or end - start < _MIN_CLAUSE:
        return None
    if cue.kind == "announce" and context.has("prepositions", start):
        return None
    return start, end


def _bare_clause(context: _Context, cue: Cue, after: int, begin: int) -> Range | None:
    words = context.words.words
    if not words.bare_clause or cue.kind not in ("say", "think", "announce"):
        return None
    start = _skip_adverbials(context, after)
    if cue.tell:
        start = _past_addressee(context, start)
    if context.low(start) == "," and start + 1 < len(context.tokens):
        if context.tokens[start + 1].kind == "q":
            return start + 1, _clause_end(context, start + 1)
        return None
    if start >= len(context.tokens) or is_break(context.tokens[start]) and context.tokens[start].kind != "q":
        return None
    end = _clause_end(context, start)
    if context.tokens[start].kind == "q":
        return start, end
    if end - start < _MIN_CLAUSE or not _begins_clause(context, start, end):
        return None
    if context.low(cue.start) in context.words.sets["core"] or _has_verb(context, start, end):
        return start, end
    return None


def _clause_after_comma(context: _Context, cue: Cue, after: int, begin: int) -> Range | None:
    """ "sagte X, er habe ...": a main clause in the mood of reported speech behind the comma."""
    if not context.words.words.bare_after_comma or cue.kind not in ("say", "think", "announce"):
        return None
    comma = next(
        (i for i in range(after, min(after + 14, len(context.tokens))) if context.low(i) == ","), None
    )
    if comma is None or context.has("clause_words", comma + 1) or context.tokens[comma - 1].kind == "q":
        return None
    end = _clause_end(context, comma + 1)
    if end - comma - 1 < _MIN_CLAUSE:
        return None
    mood = any(context.has("reported_mood", i) for i in range(comma + 1, min(comma + 20, end)))
    return (comma + 1, end) if mood else None


def _begins_clause(context: _Context, start: int, end: int) -> bool:
    """A clause begins with no preposition, unless as in "said after the vote, prices rose"."""
    if not (context.has("prepositions", start) or context.has("clause_words", start)):
        return True
    if context.low(start + 1)[:1].isdigit() or context.has("quantity", start + 1):
        return True
    comma = next((i for i in range(start, min(start + 12, end)) if context.low(i) == ","), None)
    return comma is not None and end - comma > 4 and _has_verb(context, comma + 1, end)


def _has_verb(context: _Context, start: int, end: int) -> bool:
    """Whether an auxiliary or a word that looks like a past tense stands near the beginning."""
    near = range(start, min(start + 14, end))
    return any(context.has("auxiliaries", i) or i > start and context.has("finite", i) for i in near)


def _past_addressee(context: _Context, at: int) -> int:
    """ "told reporters [he would]": the person told ends where a pronoun or determiner begins a clause."""
    for i in range(at + 1, min(at + 8, len(context.tokens))):
        token = context.tokens[i]
        if token.kind == "q" or token.low in context.words.words.pronouns or context.has("determiners", i):
            return i
        if is_break(token) or context.has("prepositions", i):
            return _skip_adverbials(context, i)
    return len(context.tokens)


def _quotation_before(context: _Context, cue: Cue, after: int, begin: int) -> Range | None:
    """A quotation, then who said it: "…," said X."""
    if cue.kind == "accuse" or begin == 0:
        return None
    end = _before_joint(context, begin)
    if end == 0 or context.tokens[end - 1].kind != "q":
        return None
    start = end - 1
    while start > 0 and (context.tokens[start - 1].kind == "q" or context.low(start - 1) in _SIDE_MARKS):
        start -= 1
    if start > 0 and context.tokens[start - 1].kind == "w":
        start = _clause_start(context, end)
    at = _skip_adverbials(context, after)
    rest = context.low(at) in _SIDE_MARKS and next(
        (i for i in range(at, min(at + 3, len(context.tokens))) if context.tokens[i].kind == "q"), None
    )
    return start, (_clause_end(context, rest) if rest else end)


def _before_joint(context: _Context, begin: int) -> int:
    """Back over the comma, dash or question mark between a clause and the words of who said it."""
    end = begin
    while (
        end > 0
        and begin - end < 4
        and context.low(end - 1) in _SIDE_MARKS
        and context.tokens[end - 1].kind == "p"
    ):
        end -= 1
    return end


def _clause_start(context: _Context, end: int) -> int:
    """Where the clause before ``end`` begins: behind a semicolon, without leading conjunctions."""
    start = next((i + 1 for i in range(end - 1, -1, -1) if context.tokens[i].low == ";"), 0)
    while (
        start < end
        and context.tokens[start].kind != "q"
        and (context.has("conjunctions", start) or is_break(context.tokens[start]))
    ):
        start += 1
    return start


def _clause_before(context: _Context, cue: Cue, after: int, begin: int) -> Range | None:
    """ "…, X said": the clause before; "A, he said, B" with what goes on behind it."""
    if cue.kind in ("call", "accuse", "ask") or cue.participle:
        return None
    end = _before_joint(context, begin)
    if end == begin or end == 0:
        return None
    start = _clause_start(context, end)
    rest = _rest_after(context, after, cue.tell)
    leading = any(context.has(kind, start) for kind in ("prepositions", "adverbs", "clause_words"))
    if (
        leading
        and rest is None
        and not any(context.low(i) == "," for i in range(start, end))
        and not (context.has("prepositions", start) and _has_verb(context, start, end))
    ):
        return None
    if end - start < _MIN_CLAUSE or (leading and end - start < 6):
        behind = next((i for i in range(after, rest or 0) if context.low(i) == ","), None)
        return (behind + 1, rest) if rest and behind is not None else None
    return start, rest or end


def _rest_after(context: _Context, after: int, tell: bool) -> int | None:
    """The end of the clause that goes on behind ", he said,"."""
    at = _skip_adverbials(context, after)
    while tell and at - after < 4 and at < len(context.tokens) and not is_break(context.tokens[at]):
        at += 1
    if context.low(at) != "," or at + 3 >= len(context.tokens):
        return None
    first = context.tokens[at + 1]
    if first.low in context.words.sets["clause_words"] or first.low in context.words.sets["participles"]:
        return None
    return _clause_end(context, at + 1)


def _about(context: _Context, cue: Cue, after: int, begin: int) -> Range | None:
    """ "сообщил о ...": what was spoken about, with its preposition."""
    if cue.kind in ("call", "accuse", "think") or not context.has("about", after):
        return None
    end = _clause_end(context, after)
    return (after, end) if end - after > _MIN_CLAUSE else None


_RULES: tuple[Callable[[_Context, Cue, int, int], Range | None], ...] = (
    _after_colon,
    _complement_clause,
    _infinitive,
    _quotation_before,
    _clause_after_comma,
    _bare_clause,
    _about,
    _clause_before,
    _object,
)


# ---------------------------------------------------------------- "according to"


def _by_preposition(context: _Context, cue: Cue) -> Attribution | None:
    if cue.kind == "own_account":
        subject = first_subject(context.tokens, context.words, cue.start)
        stop = _clause_end(context, cue.end)
        if subject is None or stop - cue.end < _MIN_CLAUSE:
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
        end = _source_end(context, cue.end)
        if end == cue.end:
            return None
        begin, named = cue.start, (cue.end, end)
    content = _around(context, begin, end)
    return Attribution(cue, named, content, "according", outer=(begin, end)) if content else None


def _before_postposition(context: _Context, end: int) -> Phrase | None:
    """The nearest noun phrase before "zufolge": from its determiner, or the name alone."""
    for at in range(end - 1, max(-1, end - 8), -1):
        if is_break(context.tokens[at]) or context.has("auxiliaries", at):
            return Phrase(at + 1, end, at + 1) if at + 1 < end else None
        if context.has("determiners", at):
            return Phrase(at, end, at)
    return Phrase(0, end, 0) if 0 < end < 5 else None


def _source_end(context: _Context, at: int) -> int:
    """Up to a comma or mark; without one, to a determiner or time word that follows a name."""
    end = at
    while end < len(context.tokens) and end - at < 20:
        token = context.tokens[end]
        if is_break(token) and token.kind != "q":
            break
        if token.kind == "q" and end == at:
            break
        if end > at and (
            context.has("complementizers", end)
            or context.low(end) in context.words.relays
            or (context.has("clause_words", end) and not context.has("prepositions", end))
        ):
            break
        if end > at and _ends_source(context, end):
            break
        end += 1
    return end


def _ends_source(context: _Context, at: int) -> bool:
    """An article or verb behind a name begins what the source says."""
    return (
        context.has("phrase_ends", at)
        and context.tokens[at - 1].capital
        and (not context.has("prepositions", at - 1))
    )


def _around(context: _Context, begin: int, end: int) -> Range | None:
    """The clause that an adverbial of source belongs to: what follows at the start, else what precedes."""
    size = len(context.tokens)
    at_start = begin <= 1 or (begin <= 2 and context.has("conjunctions", 0))
    if at_start:
        start = end + 1 if context.low(end) in (",", ":") else end
        if context.has("clause_words", start) and context.low(end) == ",":
            start = next((i + 1 for i in range(start, size) if context.low(i) == ","), start)
        stop = _clause_end(context, start)
        return (
            (start, stop)
            if stop - start >= _MIN_CLAUSE or stop > start and (context.tokens[start].kind == "q")
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
    if end < size - 1 and not (context.low(end) in (".", ";")):
        stop = _clause_end(context, end)
    return (start, stop) if stop - start >= _MIN_CLAUSE else None


# ---------------------------------------------------------------- together


def _relayed(context: _Context, cue: Cue, found: list[Attribution]) -> list[Attribution]:
    """ "RIA reported, citing Earnest": Earnest speaks, RIA passes it on."""
    end = cue.end
    while end < len(context.tokens) and end - cue.end < 12 and not is_break(context.tokens[end]):
        end += 1
    if cue.kind == "relayed_by" and found:
        last = found[-1]
        source = last.source
        if source and source[0] < cue.start < source[1]:
            source = (source[0], cue.start)
        return [*found[:-1], replace(last, source=source, relay=(cue.end, end))]
    named = context.tokens[cue.end : end]
    if not found or not any(t.low in context.words.sets["roles"] or t.capital for t in named):
        return found
    last = found[-1]
    content = last.content
    if content and content[0] < cue.start < content[1]:
        content = (content[0], max(content[0] + 1, cue.start - (context.low(cue.start - 1) == ",")))
    return [*found[:-1], replace(last, source=(cue.end, end), relay=last.source, content=content, cited=True)]


def _added(found: list[Attribution], new: Attribution) -> list[Attribution]:
    """A later ", according to Y" about what X said makes Y the relay, not a second speaker."""
    if new.content is None:
        return [*found, new]
    for i, old in enumerate(found):
        if (
            old.content
            and old.rule != "fragment"
            and new.content[0] <= old.outer[0]
            and (new.content[1] >= old.outer[1] and new.outer[0] >= old.outer[1])
        ):
            if old.cue.kind == "think" and new.cue.kind == "say":
                return [*found[:i], new, *found[i + 1 :]]
            if new.rule == "according" or new.cue.start > old.content[0]:
                stop = min(old.content[1], new.outer[0])
                found = [
                    *found[:i],
                    replace(old, relay=new.source, content=(old.content[0], stop)),
                    *found[i + 1 :],
                ]
            return found
    return [*found, new]


def _cut(context: _Context, found: list[Attribution]) -> list[Attribution]:
    """Contents end where the next cue with its source begins, unless it is nested without a comma."""
    cut = []
    for i, attribution in enumerate(found):
        content = attribution.content
        if content:
            for later in found[i + 1 :]:
                begin = later.outer[0]
                if content[0] < begin < content[1] and _starts_new_clause(context, begin):
                    while begin > content[0] and _is_joint(context, begin - 1):
                        begin -= 1
                    content = (content[0], begin)
        cut.append(replace(attribution, content=content if content and content[0] < content[1] else None))
    return cut


def _starts_new_clause(context: _Context, begin: int) -> bool:
    previous = context.tokens[begin - 1]
    return (
        previous.kind == "q"
        or previous.low in (",", ";")
        or previous.low in _DASHES
        or (context.has("conjunctions", begin - 1) or context.has("clause_words", begin - 1))
        and context.low(begin - 2) == ","
    )


def _is_joint(context: _Context, at: int) -> bool:
    token = context.tokens[at]
    return token.kind == "p" or context.has("conjunctions", at) or context.has("clause_words", at)
