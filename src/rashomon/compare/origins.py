"""Who has what from whom: independent origins.

words outside quotations -> shingles (Broder 1997) -> shared runs -> links of a reason each -> groups

A long statement quoted by two reporters is no copying, so quoted words are left out on both sides.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import PurePath

from rashomon.config import OriginConfig
from rashomon.textmatch import fold
from rashomon.types import Article, Document, Origin, OriginKind, Span

DEFAULT = OriginConfig()
_WORD = re.compile(r"[^\W_]+")
_Shingle = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnText:
    """The words of a document outside direct quotations, with where they stand.

    ``shingles`` are keyed by the index of their first word; none reaches across a quotation.
    """

    document: Document
    words: tuple[tuple[int, int], ...]
    shingles: Mapping[int, _Shingle]
    known: frozenset[_Shingle]


@dataclass(frozen=True, slots=True)
class Link:
    """Why two documents are of one origin; ``shared`` counts the words they have in common."""

    left: str
    right: str
    kind: OriginKind
    reason: str
    shared: int = 0
    spans: tuple[Span, ...] = ()


def find_origins(articles: tuple[Article, ...], config: OriginConfig = DEFAULT) -> tuple[Origin, ...]:
    """A partition of the documents of a story by the hand they go back to, in the order of their ids.

    Copies share most of their own words; wire stories credit one agency. The others are own reports.
    """
    texts = [own_text(a, config) for a in sorted(articles, key=lambda a: a.document.id)]
    links = [link for pair in combinations(texts, 2) if (link := _link(*pair, config))]
    groups = _connected([text.document.id for text in texts], links)
    documents = {text.document.id: text.document for text in texts}
    return tuple(_origin(group, links, documents) for group in groups)


def own_text(article: Article, config: OriginConfig = DEFAULT) -> OwnText:
    """The words an article tells in its own voice."""
    text = article.document.text
    quoted = bytearray(len(text))
    for quote in article.annotations.quotes:
        if quote.kind == "direct":
            content = quote.content
            quoted[content.start : content.end] = b"\1" * (content.end - content.start)
    words: list[tuple[int, int]] = []
    gaps: list[int] = []
    for match in _WORD.finditer(text):
        if not quoted[match.start()]:
            words.append(match.span())
        elif not gaps or gaps[-1] != len(words):
            gaps.append(len(words))
    folded = [fold(text[start:end]) for start, end in words]
    shingles = {
        i: tuple(folded[i : i + config.shingle])
        for first, last in zip([0, *gaps], [*gaps, len(words)], strict=True)
        for i in range(first, last - config.shingle + 1)
    }
    return OwnText(article.document, tuple(words), shingles, frozenset(shingles.values()))


def _link(left: OwnText, right: OwnText, config: OriginConfig) -> Link | None:
    return next((link for rule in RULES if (link := rule(left, right, config))), None)


def copied(left: OwnText, right: OwnText, config: OriginConfig) -> Link | None:
    """Most of the words of one stand in the other, in runs; small edits break a run, not the copy."""
    shared = left.known & right.known
    if not shared or left.document.language != right.document.language:
        return None
    in_left, in_right = _runs(left, shared, config), _runs(right, shared, config)
    short, long, count = min(
        ((left, right, _count(in_left)), (right, left, _count(in_right))), key=lambda side: len(side[0].words)
    )
    if count < config.least_words or count < config.copied_share * len(short.words):
        return None
    reason = (
        f"{count} of {len(short.words)} words outside quotations in {_name(short.document)} "
        f"stand word for word in {_name(long.document)}"
    )
    spans = (*_spans(left, in_left), *_spans(right, in_right))
    return Link(left.document.id, right.document.id, "copy", reason, count, spans)


def one_agency(left: OwnText, right: OwnText, config: OriginConfig) -> Link | None:
    """Both credit one agency, or one credits the other's outlet; in one language words must be shared too.

    An agency that only contributed leaves few of its words.
    """
    a, b = left.document, right.document
    credit = _shared_credit(a, b)
    if credit is None:
        return None
    reason = f"{_name(a)} and {_name(b)} go back to {credit}"
    if a.language != b.language:
        return Link(a.id, b.id, "wire", f"{reason}, in two languages")
    short, long = sorted((left, right), key=lambda text: len(text.words))
    shared = _count(_runs(short, short.known & long.known, config))
    if shared < config.wire_share * len(short.words):
        return None
    reason = f"{reason} and share {shared} of {len(short.words)} words outside quotations"
    return Link(a.id, b.id, "wire", reason, shared)


def _shared_credit(left: Document, right: Document) -> str | None:
    for credit, others in ((left.agency, (right.agency, right.outlet)), (right.agency, (left.outlet,))):
        if credit and fold(credit) in (fold(other) for other in others if other):
            return credit
    return None


#: The first rule that finds a reason tells it; shared words are the better proof.
RULES = (copied, one_agency)


def _runs(text: OwnText, shared: frozenset[_Shingle], config: OriginConfig) -> tuple[tuple[int, int], ...]:
    """Half-open ranges of the text's words that are covered by shared shingles."""
    runs: list[tuple[int, int]] = []
    for i, shingle in text.shingles.items():
        if shingle in shared:
            if runs and i < runs[-1][1]:
                runs[-1] = (runs[-1][0], i + config.shingle)
            else:
                runs.append((i, i + config.shingle))
    return tuple(runs)


def _count(runs: Sequence[tuple[int, int]]) -> int:
    return sum(end - start for start, end in runs)


def _spans(text: OwnText, runs: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    document = text.document
    ends = ((text.words[first][0], text.words[last - 1][1]) for first, last in runs)
    return tuple(Span(document.id, start, end, document.text[start:end]) for start, end in ends)


def _name(document: Document) -> str:
    return document.outlet or PurePath(document.source).name or document.id


def _connected(ids: Sequence[str], links: Sequence[Link]) -> list[tuple[str, ...]]:
    """The documents joined by links, each group and the groups in the order of ids."""
    group_of = {i: {i} for i in ids}
    for link in links:
        if group_of[link.left] is not group_of[link.right]:
            joined = group_of[link.left] | group_of[link.right]
            group_of.update(dict.fromkeys(joined, joined))
    return sorted({tuple(sorted(group)) for group in group_of.values()})


def _origin(group: tuple[str, ...], links: Sequence[Link], documents: Mapping[str, Document]) -> Origin:
    inside = [link for link in links if link.left in group]
    if not inside:
        return Origin(group, *_alone(documents[group[0]]))
    credits = {documents[i].agency for i in group} - {None}
    kind: OriginKind = "wire" if credits else "copy"
    spans = sorted(
        {span for link in inside for span in link.spans}, key=lambda s: (s.document_id, s.start, s.end)
    )
    return Origin(group, kind, _reason(inside, len(group)), tuple(spans))


def _reason(links: Sequence[Link], reports: int) -> str:
    """The pair that shares most speaks for all: pairs grow with the square of the reports."""
    closest = max(links, key=lambda link: link.shared)
    if len(links) == 1:
        return closest.reason
    return f"{closest.reason}; the closest of {len(links)} such pairs among {reports} reports"


def _alone(document: Document) -> tuple[OriginKind, str]:
    if document.agency and fold(document.agency) != fold(document.outlet or ""):
        return "wire", f"credits {document.agency}; no other report shares its words"
    return "own", "shares too few words with any other report and credits nobody else"
