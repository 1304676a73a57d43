"""Attributions of one unit: cue, source and the words governed.

cues -> source beside each (quote_sources) -> content (clauses, according) -> relays, cuts between them

The scheme of cue, source and content is that of PARC 3 (Pareti 2012).
"""

from __future__ import annotations

from dataclasses import replace

from rashomon.annotate.according import by_colon, by_preposition
from rashomon.annotate.attribution import (
    DASHES,
    SIDE_MARKS,
    Attribution,
    Context,
    Range,
    before_referral,
    clause_end,
)
from rashomon.annotate.claims import by_noun
from rashomon.annotate.clauses import RULES, has_verb, subject_behind
from rashomon.annotate.no_sayings import without_no_sayings
from rashomon.annotate.noun_phrases import Phrase, is_break
from rashomon.annotate.quote_cues import Cue, find_cues
from rashomon.annotate.quote_sources import (
    first_subject,
    institution_behind,
    left_source,
    right_source,
)
from rashomon.annotate.quote_units import Token, Unit
from rashomon.annotate.quote_words import Lexicon


def find_attributions(unit: Unit, words: Lexicon) -> tuple[Attribution, ...]:
    """All attributions of the unit, in the order of their cues."""
    cues = find_cues(unit.tokens, words)
    context = Context(unit.tokens, cues, words)
    found: list[Attribution] = []
    waiting: Cue | None = None
    for cue in cues:
        if cue.kind in ("relay", "relayed_by"):
            waiting = cue if cue.kind == "relay" and not found else None
            found = _relayed(context, cue, found)
            continue
        attribution = (
            by_preposition(context, cue)
            if cue.kind in ("according", "according_after", "own_account")
            else (_by_verb(context, cue, found))
        )
        if attribution and waiting:
            attribution, waiting = _cited_before(context, waiting, attribution), None
        if attribution:
            found = _added(found, attribution)
    told = _cut(context, found + by_noun(context) + by_colon(context, found))
    return tuple(without_no_sayings(context, told))


# ---------------------------------------------------------------- verbs


def _by_verb(context: Context, cue: Cue, before: list[Attribution]) -> Attribution | None:
    quoted_by = _quoted_by(context, cue, [c for c in context.cues if c.start < cue.start])
    if quoted_by:
        attribution = _attribution(context, cue, before, quoted_by[0], None)
        return replace(attribution, relay=quoted_by[1]) if attribution else None
    left = _bracketed(context, cue) or left_source(context.tokens, cue.start, context.words)
    if left is not None and _is_adverbial(context, left):
        behind = right_source(context.tokens, cue.end, context.words)
        left = left if behind is None else None
        if behind is not None:
            return _attribution(context, cue, before, behind, behind)
    if left is None and (shared := _shared_subject(context, cue, before)):
        left = shared
    inverted = _institution(context, cue) or _inverted(context, cue, left)
    return _attribution(context, cue, before, inverted or left, inverted)


def _institution(context: Context, cue: Cue) -> Phrase | None:
    """The institution behind a cue without subject: a plural ("заявили в ..."), "hieß es aus ..."."""
    at = cue.end - 1 if context.has("institutional", cue.end - 1) else cue.end
    told_to = at
    while at - told_to < 4 and at < len(context.tokens) and _is_addressee(context, at):
        at += 1
    if not context.has("institutional", at):
        return None
    told = " ".join(context.low(i) for i in range(cue.start, told_to))
    impersonal = told in context.words.words.impersonal
    plural = context.low(told_to - 1).endswith(context.words.words.plural_endings or ("\0",))
    return institution_behind(context.tokens, at, context.words) if impersonal or plural else None


def _is_addressee(context: Context, at: int) -> bool:
    """ "сообщили [агентству «Волна»] в службе": whom it was told, between cue and institution."""
    token = context.tokens[at]
    return token.kind == "q" or token.capital or context.has("media_nouns", at)


def _quoted_by(context: Context, cue: Cue, before: list[Cue]) -> tuple[Phrase, Range] | None:
    """ "X was quoted by the Post as [saying]": X speaks, the Post passes it on."""
    relay = before[-1] if before and before[-1].kind == "relayed_by" else None
    if relay is None or not context.has("as_words", cue.start) or cue.start - relay.end > 8:
        return None
    left = left_source(context.tokens, relay.start, context.words)
    return (left, (relay.end, cue.start)) if left and relay.end < cue.start else None


def _bracketed(context: Context, cue: Cue) -> Phrase | None:
    """ "X hatte gestern berichtet": the subject beside the auxiliary that opens the bracket."""
    if not (context.words.words.verb_second and context.has("past_participles", cue.start)):
        return None
    places = range(cue.start - 1, max(-1, cue.start - 13), -1)
    at = next((i for i in places if context.has("auxiliaries", i)), None)
    if at is None or at == cue.start - 1:
        return None
    left = left_source(context.tokens, at, context.words)
    if left is None or _is_adverbial(context, left):
        right = right_source(context.tokens, at + 1, context.words)
        return right._replace(outer=0) if right else None
    return left


def _is_adverbial(context: Context, left: Phrase) -> bool:
    """ "Am Montag [sagte X]": what stands before the verb is no subject, where verbs may come second."""
    return context.words.words.verb_second and (
        context.has("prepositions", left.start)
        or context.has("adverbs", left.start)
        or context.has("time_words", left.start)
    )


def _attribution(
    context: Context, cue: Cue, before: list[Attribution], source: Phrase | None, inverted: Phrase | None
) -> Attribution | None:
    infinitive = cue.participle and context.has("infinitive_prepositions", cue.start - 1)
    own = not infinitive and source is not None and source.outer < source.start  # "with prosecutors arguing"
    if cue.participle and not inverted and not own:
        source = _participle_source(context, cue, before) or (None if infinitive else source)
    after = inverted.end if inverted else cue.end
    begin = source.outer if source and not inverted and not cue.participle else cue.start
    begin -= bool(inverted) and context.words.words.inverts and context.has("object_pronouns", begin - 1)
    unsaid = source is None and context.words.words.drops_pronouns  # "«…», ha aggiunto"
    while (inverted or unsaid) and begin > 0 and context.has("auxiliaries", begin - 1):
        begin -= 1
    begin = before_referral(context, begin)
    for rule in RULES:
        content = rule(context, cue, after, begin)
        if content and content[1] - content[0] >= 1:
            behind = max(after, cue.end)
            if content[0] < begin and behind < content[1]:  # "A," he said [of the vote,] "B"
                behind = next((i for i in range(behind, content[1]) if context.tokens[i].kind == "q"), behind)
            named = (source.start, source.end) if source else None
            return Attribution(cue, named, content, rule.__name__, outer=(begin, behind))
    if infinitive and context.words.words.inverts and cue.kind != "call":
        return None
    end = clause_end(context, cue.end)
    fragment = any(context.tokens[i].kind == "q" for i in range(cue.end, end))
    announces = source is not None and context.tokens[-1].low == ":" and end >= len(context.tokens) - 1
    if cue.kind == "call" or not cue.ambiguous or (fragment and source) or announces:
        rest = (cue.end, end) if cue.kind in ("call", "accuse", "ask") or fragment else None
        return Attribution(
            cue, (source.start, source.end) if source else None, rest, "fragment", outer=(begin, after)
        )
    return None


def _inverted(context: Context, cue: Cue, left: Phrase | None) -> Phrase | None:
    """The subject behind its verb: after a quotation, a comma or a dash, or where nothing stands before."""
    if cue.participle or cue.kind == "accuse":
        return None
    skipped = ["auxiliaries", "adverbs"]
    if context.words.words.verb_second:
        skipped += ["time_words", "prepositions"]  # "V pondělí [řekla X]"
    if context.words.words.inverts:
        skipped.append("object_pronouns")  # "comme [le rappelle X]"
    at = before_referral(context, cue.start)
    while at > 0 and any(context.has(k, at - 1) for k in skipped):
        at -= 1
    previous = context.tokens[at - 1] if at else None
    if previous is None:
        return right_source(context.tokens, cue.end, context.words) if left is None else None
    if context.has("as_words", at - 1) and (at < cue.start or context.words.words.inverts):
        subject = right_source(context.tokens, cue.end, context.words)
        return subject and subject._replace(end=_until_comma(context, subject))
    if previous.kind != "q" and previous.low not in SIDE_MARKS:
        return None
    right = right_source(context.tokens, cue.end, context.words)
    if right is None or left is None or previous.low not in (",", *DASHES):
        return right
    calls = context.words.words.inverts and cue.kind == "call"  # "Ann Lee, la jefa, tachó el informe de ..."
    stays = context.words.words.bare_clause or calls or not _names_somebody(context, right)
    return None if stays else right


def _until_comma(context: Context, phrase: Phrase) -> int:
    """The end of "[as] the director [said]" at the comma behind which the words told begin."""
    return next((i for i in range(phrase.start, phrase.end) if context.low(i) == ","), phrase.end)


def _names_somebody(context: Context, phrase: Phrase) -> bool:
    """Whether a phrase behind the verb is its subject, against an apposition that stands before it."""
    words = context.words
    tokens = context.tokens[phrase.start : phrase.end]
    return any(t.low in words.sets["roles"] or (t.capital and not words.words.capital_nouns) for t in tokens)


def _shared_subject(context: Context, cue: Cue, before: list[Attribution]) -> Phrase | None:
    """ "rejected A and said B": the second verb has the subject of the first."""
    at = cue.start
    while at > 0 and (context.has("auxiliaries", at - 1) or context.has("adverbs", at - 1)):
        at -= 1
    if at == 0 or not context.has("conjunctions", at - 1):
        return None
    source = next((a.source for a in reversed(before) if a.source and a.source[0] < at), None)
    subject = Phrase(*source, at) if source else first_subject(context.tokens, context.words, at)
    return subject._replace(outer=at) if subject else None


def _participle_source(context: Context, cue: Cue, before: list[Attribution]) -> Phrase | None:
    """ "adding", "saying" lean on the subject of the clause before."""
    if context.words.words.inverts and (governing := _governing_subject(context, cue)):
        return governing
    for attribution in reversed(before):
        if attribution.source and attribution.source[0] < cue.start:
            return Phrase(*attribution.source, attribution.source[0])
    if context.has("infinitive_prepositions", cue.start - 1):
        return None  # "a amené les électeurs à dénoncer ..."
    return first_subject(context.tokens, context.words, cue.start)


def _governing_subject(context: Context, cue: Cue) -> Phrase | None:
    """The subject of "[le maire] a tenu à rappeler", or that behind "Rappelant que ..., [le maire]"."""
    if cue.start <= 1:
        return subject_behind(context, cue.end)
    if not context.has("infinitive_prepositions", cue.start - 1):
        return None
    verb = cue.start - 2 - context.low(cue.start - 2).startswith("-")  # "limitou-se a dizer"
    found = left_source(context.tokens, verb, context.words) if verb > 0 else None
    if found is None or found.end > verb:
        return None
    first = context.tokens[found.start]
    pronoun = first.low in context.words.words.pronouns
    return found if first.capital or pronoun or context.has("determiners", found.start) else None


# ---------------------------------------------------------------- together


def _relayed(context: Context, cue: Cue, found: list[Attribution]) -> list[Attribution]:
    """ "The Post reported, citing Ann Lee": Lee speaks, the Post passes it on."""
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
    if not found or not any(_can_be_cited(context, t) for t in named):
        return found
    last = found[-1]
    content = last.content
    if content and content[0] < cue.start < content[1]:
        content = (content[0], max(content[0] + 1, cue.start - (context.low(cue.start - 1) == ",")))
    return [*found[:-1], replace(last, source=(cue.end, end), relay=last.source, content=content, cited=True)]


def _cited_before(context: Context, cue: Cue, attribution: Attribution) -> Attribution:
    """ "The Post, citing Ann Lee, reported that ...": the relay stands before the verb."""
    end = cue.end
    while end < attribution.cue.start and not is_break(context.tokens[end]):
        end += 1
    named = context.tokens[cue.end : end]
    if attribution.cue.start < cue.end or not any(_can_be_cited(context, t) for t in named):
        return attribution
    relay = attribution.source
    if relay and relay[0] < cue.start < relay[1]:
        relay = (relay[0], cue.start)
    return replace(attribution, source=(cue.end, end), relay=relay, cited=True)


def _can_be_cited(context: Context, token: Token) -> bool:
    return token.low in context.words.sets["roles"] or token.capital


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


def _cut(context: Context, found: list[Attribution]) -> list[Attribution]:
    """Contents end where the next cue with its source begins, unless it is nested without a comma."""
    cut = []
    for i, attribution in enumerate(found):
        content = attribution.content
        if content:
            for later in found[i + 1 :]:
                begin = later.outer[0]
                shared = later.source is not None and later.source[0] < content[0]
                if _leaves_relative(context, attribution, later):
                    begin = later.cue.start
                if content[0] < begin < content[1] and (
                    _starts_new_clause(context, begin) or (shared and context.has("conjunctions", begin - 1))
                ):
                    while begin > content[0] and _is_joint(context, begin - 1):
                        begin -= 1
                    content = (content[0], begin)
                    if attribution.cue.kind == "ask" and _leaves_relative(context, attribution, later):
                        content = (content[0], content[0])
            if content != attribution.content and not _still_clause(context, attribution, content):
                content = None
        if content and _asks_in_passing(context, attribution, content):
            content = None
        cut.append(replace(attribution, content=content))
    return cut


def _asks_in_passing(context: Context, attribution: Attribution, content: Range) -> bool:
    """ "..., who asked not to be named, ...": a wish told in passing."""
    relative = context.has("relatives", attribution.cue.start - 1)
    return relative and (attribution.cue.kind == "ask" or context.has("negations", content[0]))


def _leaves_relative(context: Context, attribution: Attribution, later: Attribution) -> bool:
    """Of "X, who denies wrongdoing, said ..." the second verb closes the relative clause of the first."""
    at = later.cue.start
    while at > 0 and (context.has("auxiliaries", at - 1) or context.has("adverbs", at - 1)):
        at -= 1
    return (
        later.source is not None
        and later.source[0] < attribution.cue.start
        and later.source[0] <= (attribution.source or later.source)[0]
        and context.low(at - 1) in (",", *DASHES)
    )


def _still_clause(context: Context, attribution: Attribution, content: Range) -> bool:
    """Whether what a cut left can stand: "maintained his innocence [and vowed ...]" tells nothing."""
    plain = attribution.rule != "_bare_clause" or context.has("core", attribution.cue.start)
    return content[0] < content[1] and (plain or has_verb(context, *content))


def _starts_new_clause(context: Context, begin: int) -> bool:
    previous = context.tokens[begin - 1]
    return (
        previous.kind == "q"
        or previous.low in (",", ";")
        or previous.low in DASHES
        or (
            (context.has("conjunctions", begin - 1) or context.has("clause_words", begin - 1))
            and context.low(begin - 2) == ","
        )
    )


def _is_joint(context: Context, at: int) -> bool:
    token = context.tokens[at]
    return token.kind == "p" or context.has("conjunctions", at) or context.has("clause_words", at)
