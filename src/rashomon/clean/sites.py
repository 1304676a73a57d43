"""Lines that stand on several pages of one site are its furniture: promos, buttons, notes on the house.

    each page: CleanedPage -> SitePage
    all pages: SitePage* -> common_lines
    a page that has any: clean(page, common)

News repeats itself as well: one report comes under two addresses, a paragraph of background stands under each
new turn of a story. So near-copies count as one page, and a sentence must stand at an edge of its pages or on
many, and must have little to do with the rest of its page.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from types import MappingProxyType
from urllib.parse import urlsplit

from rashomon.clean.lines import Judgement, Line, Look, look
from rashomon.clean.normalize import fold
from rashomon.config import SitesConfig
from rashomon.types import CleanedPage, Document

CONFIG = SitesConfig()
#: Fingerprint of a folded line -> number of other pages of the site it stands on.
CommonLines = Mapping[int, int]
NOTHING: CommonLines = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class SiteLine:
    """A line as it is compared: its fingerprint, length in characters, whether it is a sentence.

    ``known`` is the share of its longer words that stand elsewhere on its page too; ``kept`` whether the
    page alone takes it for text.
    """

    print: int
    length: int
    sentence: bool
    known: float
    kept: bool


@dataclass(frozen=True, slots=True)
class SitePage:
    """What is held of a page while its site is looked through."""

    document_id: str
    site: str
    title: int
    lines: tuple[SiteLine, ...]


def fingerprint(folded: str) -> int:
    """Eight bytes of a hash: the same in every process, and small."""
    return int.from_bytes(blake2b(folded.encode("utf-8", "replace"), digest_size=8).digest())


def on_other_pages(seen: Look, common: CommonLines) -> Judgement | None:
    """The judgement of a line that is furniture of its site."""
    others = common.get(fingerprint(seen.folded))
    return ("site", f"stands on {others} other pages of this site") if others else None


def site_of(document: Document) -> str | None:
    """The host of the page, else its outlet."""
    try:
        host = urlsplit(document.url or "").hostname
    except ValueError:
        host = None
    return (host or "").removeprefix("www.").removeprefix("m.") or fold(document.outlet or "") or None


def with_neighbours(documents: Iterable[Document]) -> frozenset[str]:
    """Ids of the pages whose site has as many others in the pile as it takes to tell its furniture."""
    sites: defaultdict[str, set[str]] = defaultdict(set)
    for document in documents:
        if document.skipped is None and (site := site_of(document)):
            sites[site].add(document.id)
    return frozenset(i for ids in sites.values() if len(ids) > CONFIG.pages_short for i in ids)


_LONG_WORD = re.compile(r"\w{5,}")


def site_page(cleaned: CleanedPage) -> SitePage | None:
    """What of a page is compared with the others of its site; None where there is nothing to compare."""
    document = cleaned.document
    site = site_of(document)
    if site is None or document.skipped:
        return None
    told = [line for line in cleaned.lines if line.role != "headline"]
    seen = [look(Line(line.text)) for line in told]
    words = [Counter(_LONG_WORD.findall(line.folded)) for line in seen]
    page = sum(words, Counter[str]())
    lines = tuple(
        SiteLine(
            fingerprint(line.folded),
            len(line.text),
            line.sentence or line.is_body,
            sum(page[w] > n for w, n in own.items()) / (len(own) or 1),
            kept.kept,
        )
        for kept, line, own in zip(told, seen, words, strict=True)
    )
    return SitePage(document.id, site, fingerprint(fold(document.title or document.id)), lines)


def common_lines(pages: Iterable[SitePage]) -> dict[str, CommonLines]:
    """Document id -> its kept lines that are furniture; the order of the pages changes nothing."""
    sites: defaultdict[str, dict[str, SitePage]] = defaultdict(dict)
    for page in pages:
        sites[page.site][page.document_id] = page
    return {
        document_id: common
        for _, of_site in sorted(sites.items())
        if len(of_site) > CONFIG.pages_short
        for document_id, common in _furniture([page for _, page in sorted(of_site.items())]).items()
        if common
    }


def _furniture(pages: Sequence[SitePage]) -> dict[str, CommonLines]:
    """The same for the pages of one site."""
    reports = _reports(pages)
    standing: defaultdict[int, set[int]] = defaultdict(set)
    for page, report in zip(pages, reports, strict=True):
        for line in page.lines:
            standing[line.print].add(report)
    others = {line: len(found) - 1 for line, found in standing.items() if len(found) > CONFIG.pages_short}
    found: dict[str, CommonLines] = {}
    for page in pages:
        edge = _edges(page, others)
        found[page.document_id] = {
            line.print: others[line.print]
            for i, line in enumerate(page.lines)
            if line.kept and line.print in others and _is_furniture(line, others[line.print], edge[i])
        }
    return found


def _is_furniture(line: SiteLine, others: int, at_edge: bool) -> bool:
    if not line.sentence:
        return others >= CONFIG.pages_short
    if others >= (CONFIG.pages_edge if at_edge else CONFIG.pages_inside) and line.known <= CONFIG.known:
        return True
    return at_edge and others >= CONFIG.pages_inside and line.known <= CONFIG.known_at_edge


def _edges(page: SitePage, others: CommonLines) -> list[bool]:
    """For each line, whether all sentences above it, or all beneath it, stand on other pages too."""
    own = [line.sentence and line.print not in others for line in page.lines]
    if not any(own):
        return [False] * len(own)
    first, last = own.index(True), len(own) - 1 - own[::-1].index(True)
    return [i < first or i > last for i in range(len(own))]


def _reports(pages: Sequence[SitePage]) -> list[int]:
    """For each page the first one that gives the same report: under the same headline or in its words."""
    first = list(range(len(pages)))

    def root(i: int) -> int:
        while first[i] != i:
            first[i] = i = first[first[i]]
        return i

    titles: dict[int, int] = {}
    standing: defaultdict[int, list[int]] = defaultdict(list)
    lengths: list[dict[int, int]] = []
    for i, page in enumerate(pages):
        first[i] = root(titles.setdefault(page.title, i))
        lengths.append({line.print: line.length for line in page.lines if line.sentence})
        for line in lengths[i]:
            standing[line].append(i)
    for i, own in enumerate(lengths):
        shared: Counter[int] = Counter()
        for line, length in own.items():
            if len(standing[line]) <= CONFIG.most_copies:
                shared.update({k: length for k in standing[line] if k > i})
        for k, common in shared.items():
            shorter = min(sum(own.values()), sum(lengths[k].values()))
            if common >= CONFIG.same_report * shorter:
                low, high = sorted((root(i), root(k)))
                first[high] = low
    return [root(i) for i in range(len(pages))]
