"""Quotations: content, cue and source.

units -> attributions (cue, source, governed words) and quoted pieces -> direct, mixed and indirect quotes
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from rashomon.annotate.across import Found, announcer, carried, is_reported_mood, is_title, referring_back
from rashomon.annotate.attribution import DASHES, Attribution
from rashomon.annotate.dialogue import Read, with_dialogue
from rashomon.annotate.indirect import find_attributions
from rashomon.annotate.posts import Post, find_posts
from rashomon.annotate.quote_marks import Quoted
from rashomon.annotate.quote_units import Unit, find_units
from rashomon.annotate.quote_words import Lexicon, lexicon
from rashomon.annotate.russian_sources import read_syntax, subject_of
from rashomon.annotate.verb_order import by_order
from rashomon.config import QuoteConfig
from rashomon.types import Document, Quote, QuoteKind, Sentence, Span

_EDGE = " \t\n\r\u00a0,;:.-–—，。；：、،؛"
#: How far behind its cue the name of the cited ends, in code points.
_MAX_CITED = 120
_MARK = re.compile(r"[,.:;«“\"(\n]")
#: A word before its clitic: "they've".
_STEM = re.compile(r"\w+(?=['’]\w+$)")
_EDGE_LEFT = " \t\n\r\u00a0,;:-–—，；：、،؛"


_DEFAULTS = QuoteConfig()


@dataclass(frozen=True, slots=True)
class _Reader:
    """What all units of a document share."""

    text: str
    words: Lexicon
    config: QuoteConfig


@dataclass(frozen=True, slots=True)
class _Piece:
    """A quoted piece at token ``at``, with the attribution that governs it."""

    at: int
    quoted: Quoted
    inner: str
    count: int
    owner: Attribution | None

    @property
    def sentence_like(self) -> bool:
        return self.inner[:1].isupper() or not self.inner[:1].isalpha()

    @property
    def may_open(self) -> bool:
        """Whether a sentence may begin so: scripts without capitals do not tell."""
        return not self.inner[:1].islower()

    @property
    def ends(self) -> bool:
        """Whether a mark of a sentence closes it."""
        return self.inner[-1:] in tuple(".?!…,。？！，؟،")


def find_quotes(
    document: Document, sentences: tuple[Sentence, ...], config: QuoteConfig = _DEFAULTS
) -> tuple[Quote, ...]:
    """Quotes in the order of the text, speakers not yet resolved."""
    words = lexicon(document.language)
    found: list[Found] = []
    previous: Unit | None = None
    before: tuple[Attribution, ...] = ()
    read: list[Read] = []
    for unit in find_units(document, sentences, words):
        attributions = (by_order if words.words.verb else find_attributions)(unit, words)
        back = referring_back(document.text, unit, previous, attributions, words)
        told = announcer(unit, previous, before)
        found.extend(
            back or _read_unit(_Reader(document.text, words, config), unit, attributions, found[-4:], told)
        )
        if not attributions and len(unit.tokens) > 3 and unit.tokens[0].low in words.sets["continuing"]:
            found.append(Found("indirect", unit.tokens[1].start, unit.end, None, unit))
        elif is_reported_mood(unit, found[-1] if found else None, words):
            found.append(Found("indirect", unit.start, unit.end, None, unit))
        previous, before = unit, attributions
        read.append((unit, attributions))
    quotes: dict[str, Quote] = {}
    for item in with_dialogue(document.text, found, read, words):
        quote = _quote(document, item, words)
        if quote:
            quotes.setdefault(quote.id, quote)
    ordered = sorted(_with_posts(document, quotes.values()), key=lambda q: (q.content.start, -q.content.end))
    if document.language == "ru" and any(q.cue for q in ordered):
        ordered = _with_subjects(document, ordered, words)
    return tuple(q for q in ordered if q.kind != "indirect" or _is_attributed(q, words))


def _with_posts(document: Document, quotes: Iterable[Quote]) -> list[Quote]:
    """A signed post is one quotation; what else was read inside of it goes."""
    posts = tuple(find_posts(document))
    starts = [post.start for post in posts]

    def inside(at: int) -> bool:
        i = bisect_right(starts, at) - 1
        return i >= 0 and at < posts[i].end

    kept = [q for q in quotes if not inside(q.content.start)]
    return kept + [_signed(document, post) for post in posts]


def _signed(document: Document, post: Post) -> Quote:
    start, end = _trimmed(document.text, post.start, post.end)
    source = _span(document, post.name_start, post.name_end)
    content = _span(document, start, end)
    return Quote(f"{document.id}:{start}-{end}", "direct", content, None, source, None)


def _is_attributed(quote: Quote, words: Lexicon) -> bool:
    """ "It was reported that" names nobody; "hieß es" goes on with who spoke before."""
    unnamed = words.words.drops_pronouns or quote.cue is None
    return bool(quote.source or unnamed or (quote.cue and quote.cue.text.lower() in words.words.impersonal))


def _with_subjects(document: Document, quotes: list[Quote], words: Lexicon) -> list[Quote]:
    """Russian: the source is the grammatical subject of the cue, where syntax tells it."""
    syntax = read_syntax(document.text)
    found = []
    for quote in quotes:
        known = quote.cue is None or quote.relayed_by is not None
        place = None if known or not quote.cue else subject_of(syntax, quote.cue.start, quote.cue.end)
        if quote.cue and quote.cue.text.lower() in words.sets["cites"]:
            found.append(_cited(document, quote, place))
            continue
        if place and not (place[0] < quote.content.end and quote.content.start < place[1]):
            found.append(replace(quote, source=_span(document, *place)))
        else:
            found.append(quote)
    return found


def _cited(document: Document, quote: Quote, subject: tuple[int, int] | None) -> Quote:
    """ "приводит слова X агентство": X speaks, and the subject of the cue passes it on."""
    assert quote.cue is not None
    after = document.text[quote.cue.end : quote.cue.end + _MAX_CITED]
    end = quote.cue.end + (len(after) if (mark := _MARK.search(after)) is None else mark.start())
    if subject and quote.cue.end <= subject[0] < end:
        end = subject[0]
    start, end = _trimmed(document.text, quote.cue.end, end)
    relay = document.text[slice(*subject)] if subject else None
    return replace(quote, source=_span(document, start, end) if start < end else None, relayed_by=relay)


def _read_unit(
    reader: _Reader,
    unit: Unit,
    attributions: tuple[Attribution, ...],
    before: list[Found],
    told: tuple[Attribution, Unit] | None,
) -> list[Found]:
    found: list[Found] = []
    counted: dict[int, int] = {}
    for piece in _pieces(reader.text, unit, attributions, reader.words):
        kind = _kind_of_piece(unit, piece, reader.words, reader.config)
        if kind:
            nested = piece.owner is not None and piece.owner.rule == "fragment"
            counted[piece.at] = min(piece.at, piece.owner.outer[0]) if piece.owner and nested else piece.at
            own = (piece.owner, unit) if piece.owner else told if kind == "direct" else None
            by, home = own or carried(unit, kind, before + found)
            found.append(Found(kind, piece.quoted.inner_start, piece.quoted.inner_end, by, home))
    for attribution in attributions:
        found.extend(_indirect(unit, attribution, counted, reader.words, reader.config))
    return found


# ---------------------------------------------------------------- quoted pieces


def _pieces(text: str, unit: Unit, attributions: tuple[Attribution, ...], words: Lexicon) -> list[_Piece]:
    places = (i for i, token in enumerate(unit.tokens) if token.kind == "q")
    pieces = []
    for at, quoted in zip(places, unit.quoted, strict=True):
        inner = text[quoted.inner_start : quoted.inner_end].strip()
        pieces.append(
            _Piece(
                at,
                quoted,
                inner,
                _size(inner, words),
                _described(unit, attributions, at, words) or _owner(attributions, at),
            )
        )
    return pieces


def _size(inner: str, words: Lexicon) -> int:
    """How many words; where nothing parts them, two letters are about one."""
    return (len(inner) + 1) // 2 if words.words.unspaced else len(inner.split())


def _described(
    unit: Unit, attributions: tuple[Attribution, ...], at: int, words: Lexicon
) -> Attribution | None:
    """ "X described Y, who says ..., as “…”": a piece right behind "as" belongs to the describing."""
    if at == 0 or unit.tokens[at - 1].low not in words.sets["as_words"]:
        return None
    before = [a for a in attributions if a.cue.kind == "call" and a.cue.start < at and a.source]
    return replace(before[-1], content=(at, at + 1), rule="fragment") if before else None


def _owner(attributions: tuple[Attribution, ...], at: int) -> Attribution | None:
    """The innermost attribution whose content holds the quoted piece at token ``at``."""
    holding = [a for a in attributions if a.content and a.content[0] <= at < a.content[1]]
    best = max(holding, key=lambda a: (a.rule != "fragment", a.content[0] if a.content else 0), default=None)
    if best is None or best.rule == "fragment" or best.content is None:
        return best
    inner = [a for a in holding if a.rule == "fragment" and best.content[0] < a.cue.start < at and a.source]
    told = [a for a in inner if a.cue.kind in ("call", "ask") and best.cue.start > at]
    return replace(told[-1], relay=best.source) if told else best  # "Lee left, calling it “A,” X reported"


def _kind_of_piece(unit: Unit, piece: _Piece, words: Lexicon, config: QuoteConfig) -> QuoteKind | None:
    """Direct, mixed, or None for a title, a name or a scare quote."""
    if unit.quoted_only:
        return "direct" if piece.count >= config.min_alone else None
    before = unit.tokens[piece.at - 1].low if piece.at else ":"
    owner = piece.owner
    if before in words.sets["roles"] and piece.count <= config.max_name and _is_named(piece):
        return None  # "[reports] the newspaper «New Coast»"
    if owner is None:
        leading = bool(piece.at) and unit.tokens[piece.at - 1].kind == "w" and not words.words.capital_nouns
        named = (leading and _is_named(piece)) or (words.words.verb and before != ":" and not piece.ends)
        return None if named else _kind_without_cue(piece, before, config)
    if owner.rule != "fragment" and not _words_beside(unit, owner):
        return "direct"
    longest_name = 1 if words.words.capital_nouns else config.max_name
    name = piece.count <= longest_name and piece.sentence_like
    if name or (owner.cue.kind == "according" and piece.count == 1):
        return None
    introduced = before in (",", ":") or (owner.content is not None and owner.content[0] == piece.at)
    whole = piece.may_open and piece.count >= config.min_unowned and introduced
    return "direct" if whole and owner.rule != "fragment" else "mixed"


def _kind_without_cue(piece: _Piece, before: str, config: QuoteConfig) -> QuoteKind | None:
    if piece.count < config.min_unowned:
        return None
    if piece.may_open and before == ":" and piece.ends:
        return "direct"
    return None if is_title(piece.inner) else "mixed"


def _is_named(piece: _Piece) -> bool:
    """ "Le film « Le dernier train » ...": a capital right behind a word, and no end of a sentence."""
    return piece.inner[:1].isupper() and piece.inner[-1:] not in ".!?…,"


def _words_beside(unit: Unit, owner: Attribution) -> bool:
    """Whether the content of the attribution has words outside of quotation marks."""
    if owner.content is None:
        return True
    outer = range(*owner.outer)
    return any(
        unit.tokens[i].kind == "w" and i not in outer for i in range(owner.content[0], owner.content[1])
    )


# ---------------------------------------------------------------- without marks


def _indirect(
    unit: Unit, attribution: Attribution, counted: dict[int, int], words: Lexicon, config: QuoteConfig
) -> list[Found]:
    """The governed words outside the quoted pieces that were told on their own.

    ``counted`` has for each piece where what leads to it begins: "[calling it] “…”".
    """
    if attribution.content is None or (attribution.rule == "fragment" and attribution.cue.kind != "accuse"):
        return []
    start, end = attribution.content
    inside = [i for i in range(start, end) if i in counted]
    if inside and attribution.cue.kind in ("accuse", "ask"):
        return []
    edges = [start, *(x for i in inside for x in (max(start, counted[i]), i + 1)), end]
    found = []
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        size = sum(1 for i in range(a, b) if unit.tokens[i].kind != "p")
        least = config.min_object if attribution.rule == "fragment" else config.min_content
        if size >= (config.min_remainder if inside else least) and (
            not inside or _is_clause(unit, a, b, words)
        ):
            kind: QuoteKind = "direct" if _is_dialogue(unit, attribution) else "indirect"
            found.append(Found(kind, unit.tokens[a].start, unit.tokens[b - 1].end, attribution, unit))
    return found


def _is_dialogue(unit: Unit, attribution: Attribution) -> bool:
    """ "— We knew nothing, — said the director": a dash opens what is said."""
    opens = unit.tokens[0].low in DASHES and attribution.content is not None and attribution.content[0] <= 1
    return opens and attribution.rule == "_clause_before"


def _is_clause(unit: Unit, start: int, end: int, words: Lexicon) -> bool:
    """Whether words beside a fragment tell something without it: a verb that is not their last word."""
    verbs = ("auxiliaries", "finite")
    return any(unit.tokens[i].low in words.sets[k] for i in range(start, end - 2) for k in verbs)


# ---------------------------------------------------------------- values


def _span(document: Document, start: int, end: int) -> Span:
    return Span(document.id, start, end, document.text[start:end])


def _token_span(document: Document, unit: Unit, indices: tuple[int, int] | None) -> Span | None:
    if indices is None or indices[0] >= indices[1]:
        return None
    return _span(document, unit.tokens[indices[0]].start, unit.tokens[indices[1] - 1].end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1] in _EDGE and not text.startswith("...", end - 3):
        end -= 1
    while start < end and text[start] in _EDGE_LEFT:
        start += 1
    return start, end


def _uncontracted(source: Span | None, words: Lexicon) -> Span | None:
    """ "they've [said]": the pronoun alone; "Lee's [claim]": the name."""
    if source and source.text[-2:] in ("'s", "’s"):
        return Span(source.document_id, source.start, source.end - 2, source.text[:-2])
    stem = _STEM.match(source.text) if source else None
    if source is None or stem is None or stem.group().lower() not in words.words.pronouns:
        return source
    return Span(source.document_id, source.start, source.start + stem.end(), stem.group())


def _quote(document: Document, item: Found, words: Lexicon) -> Quote | None:
    start, end = _trimmed(document.text, item.start, item.end)
    if start >= end:
        return None
    by = item.by
    source = _uncontracted(_token_span(document, item.unit, by.source if by else None), words)
    relay = _token_span(document, item.unit, by.relay if by else None)
    if by and by.cited and item.kind != "indirect" and relay:
        source, relay = relay, None
    inside = by is not None and item.unit.start <= start < item.unit.end
    clause = by.content if by and inside and item.kind == "mixed" and by.rule != "fragment" else None
    return Quote(
        id=f"{document.id}:{start}-{end}",
        kind=item.kind,
        content=_span(document, start, end),
        cue=_token_span(document, item.unit, (by.cue.start, by.cue.end) if by else None),
        source=source,
        speaker=None,
        relayed_by=relay.text if relay else None,
        clause=_token_span(document, item.unit, clause),
    )
