"""Which reports go back to one hand: independent origins.

words outside quotations -> passages in common -> links of a reason each -> groups
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from rashomon.compare.reuse import OwnText, by_likeness, find_reuse, own_text
from rashomon.config import OriginConfig
from rashomon.lexicon.transliteration import latin_spelling
from rashomon.textmatch import fold, words
from rashomon.types import Article, Document, Origin, OriginKind, Span

DEFAULT = OriginConfig()


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
    documents = {text.document.id: text.document for text in texts}
    group_of = {i: {i} for i in documents}
    links: list[Link] = []
    for left, right in by_likeness(texts):
        one, other = group_of[left.document.id], group_of[right.document.id]
        # What is joined already needs no further proof: copies make pairs by the square of their number.
        if one is not other and (link := _link(left, right, config)):
            links.append(link)
            group_of.update(dict.fromkeys(one | other, one | other))
    groups = sorted({tuple(sorted(group)) for group in group_of.values()})
    return tuple(_origin(group, links, documents) for group in groups)


def _link(left: OwnText, right: OwnText, config: OriginConfig) -> Link | None:
    return next((link for rule in RULES if (link := rule(left, right, config))), None)


def copied(left: OwnText, right: OwnText, config: OriginConfig) -> Link | None:
    """Most of the words of one stand in the other, in runs; small edits break a run, not the copy."""
    short, long = sorted((left, right), key=lambda text: len(text.words))
    least = max(config.least_words, config.copied_share * len(short.words))
    if (reuse := find_reuse(long, short, config, least)).shared < least:
        return None
    reason = (
        f"{reuse.shared} of {len(short.words)} words outside quotations in {name_of(short.document)} "
        f"stand word for word in {name_of(long.document)}"
    )
    spans = tuple(span for passage in reuse.passages for span in (passage.target, passage.source))
    return Link(left.document.id, right.document.id, "copy", reason, reuse.shared, spans)


def one_agency(left: OwnText, right: OwnText, config: OriginConfig) -> Link | None:
    """Both credit one agency, or one credits the other's outlet; in one language words must be shared too.

    An agency that only contributed leaves few of its words.
    """
    a, b = left.document, right.document
    credit = _shared_credit(a, b)
    if credit is None:
        return None
    reason = f"{name_of(a)} and {name_of(b)} go back to {credit}"
    if a.language != b.language:
        return Link(a.id, b.id, "wire", f"{reason}, in two languages")
    short, long = sorted((left, right), key=lambda text: len(text.words))
    shared = find_reuse(long, short, config).shared
    if shared < config.wire_share * len(short.words):
        return None
    reason = f"{reason} and share {shared} of {len(short.words)} words outside quotations"
    return Link(a.id, b.id, "wire", reason, shared)


def _shared_credit(left: Document, right: Document) -> str | None:
    for credit, others in ((left.agency, (right.agency, right.outlet)), (right.agency, (left.outlet,))):
        if credit and any(same_house(credit, other) for other in others if other):
            return credit
    return None


def same_house(one: str, other: str) -> bool:
    """Whether two names are one outlet's: alike, one word of the other, or its initials, in any alphabet."""
    short, long = sorted(([latin_spelling(fold(w)) for w in words(name)] for name in (one, other)), key=len)
    if len(short) != 1:
        return short == long
    initials = "".join(word[:1] for word in long[-len(short[0]) :])
    return short[0] in long or (len(short[0]) > 1 and short[0] == initials)


#: The first rule that finds a reason tells it; shared words are the better proof.
RULES = (copied, one_agency)


def name_of(document: Document) -> str:
    """What a reader calls a report: its outlet, or the file it came in."""
    return document.outlet or PurePath(document.source).name or document.id


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
    """The pair that shares most speaks for all."""
    closest = max(links, key=lambda link: link.shared)
    if len(links) == 1:
        return closest.reason
    return f"{closest.reason}; the closest of {len(links)} pairs that join {reports} reports"


def _alone(document: Document) -> tuple[OriginKind, str]:
    if document.agency and not same_house(document.agency, document.outlet or ""):
        return "wire", f"credits {document.agency}; no other report shares its words"
    return "own", "shares too few words with any other report and credits nobody else"
