"""Who has what from whom: the links between the reports of a story, each with its reason.

credits -> links to an agency or outlet
own words, the most alike first -> copied passages -> a link to the nearest report, earlier first
sayings that several quote -> links by one speaker
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from datetime import datetime
from itertools import combinations
from typing import TypeVar

from rashomon.chronology import DAY_LENGTH, day_of
from rashomon.compare.origins import name_of, same_house
from rashomon.compare.reuse import OwnText, by_likeness, find_reuse, own_text
from rashomon.config import OriginConfig
from rashomon.textmatch import fold
from rashomon.types import Article, Descent, Document, Passage, Quote, StoryQuote, Utterance

_CONFIG = OriginConfig()
T = TypeVar("T")
#: A report and a speaker it quotes.
_Heard = tuple[str, str]


def find_lineage(
    articles: tuple[Article, ...], quotes: tuple[StoryQuote, ...], utterances: tuple[Utterance, ...]
) -> tuple[Descent, ...]:
    """The links of a story: credits, copies, one wire, then what was heard by several.

    A report is linked by its words to the nearest one only, so that copies of one text make a tree and not
    a link for each pair of them.
    """
    documents = {article.document.id: article.document for article in articles}
    credited = _credits(articles)
    given = {(link.source_id, link.target_id) for link in credited if link.source_id}
    copies = _copies([own_text(article) for article in articles], given)
    wires = _same_wire(articles, {frozenset((link.source_id, link.target_id)) for link in copies})
    return (*credited, *copies, *wires, *_same_briefing(documents, quotes, utterances))


def _credits(articles: tuple[Article, ...]) -> tuple[Descent, ...]:
    """Whom the reports name as the hand their text, or words in it, came through."""
    outlets = {fold(a.document.outlet): a.document.id for a in articles if a.document.outlet}
    found: list[Descent] = []
    for article in articles:
        target = article.document
        told: dict[str, str] = {}
        if target.agency:
            told[target.agency] = f"{name_of(target)} credits {target.agency}"
        relayed = defaultdict(list)
        bodies = {m.span.text for m in article.annotations.mentions if m.kind == "organization"}
        for quote in article.annotations.quotes:
            # "Court papers" and "hospital staff" pass words on as well, but nobody prints their text.
            if quote.relayed_by and any(body in quote.relayed_by for body in bodies):
                relayed[quote.relayed_by].append(quote)
        for name, passed_on in relayed.items():
            told.setdefault(name, _relay_reason(name_of(target), name, passed_on))
        for name, reason in told.items():
            # "The state agency NPX" is the outlet NPX.
            named = (fold(body) for body in (name, *sorted(body for body in bodies if body in name)))
            source = next((outlets[body] for body in named if body in outlets), None)
            if source != target.id and not same_house(name, target.outlet or ""):
                found.append(Descent(target.id, source, "credit", True, reason, name))
    return tuple(found)


def _relay_reason(outlet: str, name: str, passed_on: Sequence[Quote]) -> str:
    count = len(passed_on)
    return f"{outlet} cites {name} for {'a quote' if count == 1 else f'{count} quotes'}"


def _same_wire(articles: tuple[Article, ...], linked: Set[frozenset[str | None]]) -> tuple[Descent, ...]:
    """Reports that credit one agency, beside the first that does, where no words in common link them."""
    first: dict[str, Document] = {}
    found: list[Descent] = []
    for document in (article.document for article in articles):
        if not document.agency or same_house(document.agency, document.outlet or ""):
            continue
        other = first.setdefault(fold(document.agency), document)
        if other is not document and frozenset((other.id, document.id)) not in linked:
            reason = f"{name_of(document)} and {name_of(other)} both credit {document.agency}"
            found.append(Descent(document.id, other.id, "same-wire", False, reason, document.agency))
    return tuple(found)


def _copies(texts: Sequence[OwnText], given: set[tuple[str, str]]) -> tuple[Descent, ...]:
    """Passages one report has in common with the nearest other, outside quotations."""

    def link(one: OwnText, other: OwnText) -> Descent | None:
        source, target, why = _in_order(one, other, given)
        reuse = find_reuse(source, target, _CONFIG, _CONFIG.least_words)
        if reuse.shared < _CONFIG.least_words:
            return None
        share = min(1.0, reuse.shared / len(target.words))
        reason = (
            f"{reuse.shared} of {len(target.words)} words outside quotations in {name_of(target.document)} "
            f"stand word for word in {name_of(source.document)}; {why or 'nothing tells which was first'}"
        )
        ids = target.document.id, source.document.id
        return Descent(*ids, "copy", why is not None, reason, None, share, reuse.passages)

    return _forest(by_likeness(texts), link, lambda text: text.document.id)


def _in_order(
    one: OwnText, other: OwnText, given: set[tuple[str, str]]
) -> tuple[OwnText, OwnText, str | None]:
    """Source and target, and what tells so: a credit goes before the time of publication."""
    for source, target in ((one, other), (other, one)):
        if (source.document.id, target.document.id) in given:
            return source, target, "which it credits"
    for source, target in ((one, other), (other, one)):
        if _before(source.document.published, target.document.published):
            times = f"published {source.document.published}, before {target.document.published}"
            return source, target, times
    return one, other, None


def _before(one: str | None, other: str | None) -> bool:
    """Whether a contract date lies before another: by the day, of one day by two times told alike."""
    days = day_of(one), day_of(other)
    if not (one and other and days[0] and days[1]):
        return False
    if days[0] != days[1]:
        return days[0] < days[1]
    try:
        times = datetime.fromisoformat(one), datetime.fromisoformat(other)
        return len(one) > DAY_LENGTH and len(other) > DAY_LENGTH and times[0] < times[1]
    except (ValueError, TypeError):
        # A time without its zone cannot be held against one that has it.
        return False


def _same_briefing(
    documents: Mapping[str, Document], quotes: tuple[StoryQuote, ...], utterances: tuple[Utterance, ...]
) -> tuple[Descent, ...]:
    """Reports that quote several sayings of one speaker, or a long one word for word, heard the same."""
    by_id = {item.quote.id: item for item in quotes}
    shared: defaultdict[tuple[str, str, str], list[Passage]] = defaultdict(list)
    names = {item.actor_id: item.speaker_name for item in quotes if item.actor_id and item.speaker_name}
    for utterance in utterances:
        told = [by_id[i] for i in utterance.quote_ids if _is_telling(by_id[i].quote)]
        if utterance.speaker is None or utterance.confidence == "low":
            continue
        for pair, passage in _once_a_pair([item.quote for item in told]):
            shared[(*pair, utterance.speaker)].append(passage)

    def link(heard: _Heard, also: _Heard) -> Descent | None:
        (one, speaker), (other, _) = heard, also
        passages = tuple(shared[one, other, speaker])
        reason = (
            f"{name_of(documents[one])} and {name_of(documents[other])} quote {len(passages)} sayings of "
            f"{names.get(speaker, 'one speaker')} in common"
        )
        return Descent(other, one, "same-briefing", False, reason, names.get(speaker), 0.0, passages)

    enough = [key for key, found in shared.items() if len(found) >= _CONFIG.sayings]
    ordered = sorted(enough, key=lambda key: (-len(shared[key]), key))
    return _forest((((one, who), (other, who)) for one, other, who in ordered), link, lambda heard: heard)


def _is_telling(quote: Quote) -> bool:
    """Whether it stands in quotation marks and is more than a word or two that any report would take over."""
    return quote.kind != "indirect" and len(quote.content.text.split()) >= _CONFIG.words_of_a_saying


def _once_a_pair(told: Sequence[Quote]) -> Iterator[tuple[tuple[str, str], Passage]]:
    """The first quote of each report beside the first of each other one, reports in the order of ids."""
    first: dict[str, Quote] = {}
    for quote in sorted(told, key=lambda q: (q.content.document_id, q.content.start)):
        first.setdefault(quote.content.document_id, quote)
    for one, other in combinations(sorted(first)[: _CONFIG.most_heard], 2):
        yield (one, other), Passage(first[one].content, first[other].content)


def _forest(
    pairs: Iterable[tuple[T, T]], link: Callable[[T, T], Descent | None], key: Callable[[T], Hashable]
) -> tuple[Descent, ...]:
    """The links of pairs in order, but for those whose ends are joined already (Kruskal 1956)."""
    group_of: dict[Hashable, set[Hashable]] = {}
    found: list[Descent] = []
    for left, right in pairs:
        one, other = (group_of.setdefault(key(end), {key(end)}) for end in (left, right))
        if one is not other and (descent := link(left, right)):
            found.append(descent)
            group_of.update(dict.fromkeys(one | other, one | other))
    return tuple(found)
