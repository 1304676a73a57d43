"""Who published an article, who wrote it, when: the sidecar first, then the page's head, then its text.

A rule reads one value from one place; the first that finds something decides. What no rule finds
stays unknown: a wrong outlet or date does more harm than none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from rashomon.clean.agencies import AGENCIES, find_agency, outlet_names, outlets_by_domain
from rashomon.clean.dates import CLOCK, date_in_url, is_dated_label, parse_stamp, visible_date
from rashomon.clean.html import NOTHING_SAID, SelfDescription
from rashomon.clean.lines import is_names
from rashomon.clean.normalize import fold
from rashomon.clean.roles import Judged
from rashomon.clean.words import Phrases, phrases
from rashomon.types import Document, Sidecar

#: A deck is known by its first characters (descriptions are cut at the end) and is no whole article.
MIN_DECK, MAX_DECK = 30, 600


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a page shows beside its article: its own description (HTML) and all visible lines."""

    described: SelfDescription = NOTHING_SAID
    visible: tuple[str, ...] = ()

    @property
    def shown_title(self) -> str | None:
        """The title an HTML page shows, where it shows one."""
        return _html_title(self.described)

    @property
    def shown_deck(self) -> str | None:
        """The description of the page, where the page shows it to its readers as well."""
        for told in self.described.descriptions:
            start = fold(told)[:MIN_DECK]
            if len(start) == MIN_DECK:
                for line in self.visible:
                    if len(line) <= MAX_DECK and fold(line).startswith(start):
                        return line
        return None


def read_metadata(
    document: Document, sidecar: Sidecar, evidence: Evidence, judged: Sequence[Judged]
) -> Document:
    """The document with all that is known about it."""
    words = phrases(document.language)
    url = sidecar.url or evidence.described.url
    published, published_from = _published(document, sidecar, evidence, judged, url)
    return replace(
        document,
        url=url,
        title=title_of(sidecar, evidence) or _headline(judged),
        outlet=sidecar.outlet or _outlet(evidence, judged, url, words),
        agency=sidecar.agency or _agency(document, judged, words),
        authors=sidecar.authors or _persons(evidence.described) or _authors(judged, words),
        published=published,
        published_from=published_from,
    )


# ---------------------------------------------------------------- title


def title_of(sidecar: Sidecar, evidence: Evidence) -> str | None:
    """The title as told by the sidecar or by an HTML page."""
    return sidecar.title or evidence.shown_title


def _headline(judged: Sequence[Judged]) -> str | None:
    return next((j.text for j in judged if j.role == "headline"), None)


_SUFFIX = re.compile(r" (?:[|–—·»›•-]|::|\|\|) ")


def _html_title(page: SelfDescription) -> str | None:
    """The heading that the title of the window confirms, else what the page tells others to show."""
    told = [t for t in (page.og_title, page.headline, page.title_tag) if t]
    for heading in page.headings:
        if len(heading) > 8 and any(fold(heading) in fold(t) or fold(t) in fold(heading) for t in told):
            return heading
    for title in told:
        return _without_suffix(title, page)[0]
    return page.headings[0] if page.headings else None


def _without_suffix(title: str, page: SelfDescription) -> tuple[str, str | None]:
    """A title and the name of the site behind it, where the end is one."""
    parts = list(_SUFFIX.finditer(title))
    if not parts:
        return title, None
    head, tail = title[: parts[-1].start()].strip(), title[parts[-1].end() :].strip()
    names = {fold(n) for n in (*page.site_names, page.publisher or "") if n}
    others = {fold(t) for t in (*page.headings, page.og_title or "", page.headline or "") if t}
    if fold(tail) in names or fold(head) in others or fold(tail) in outlet_names():
        return head, tail
    return title, None


# ---------------------------------------------------------------- outlet


_DOMAIN_LIKE = re.compile(r"^(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}$", re.I)
_LEGAL_FORM = re.compile(
    r",? (?:GmbH|AG|S\.?p\.?A|S\.?r\.?l|S\.?A|S\.?L|Inc|LLC|Ltd|Limited|plc|Co|SE|KG|B\.?V)\.?(?=\W|$).*",
    re.I,
)


def _outlet(evidence: Evidence, judged: Sequence[Judged], url: str | None, words: Phrases) -> str | None:
    return (
        _outlet_of_head(evidence.described)
        or _outlet_of_bylines(judged)
        or _outlet_of_phrases(evidence.visible, judged, words)
        or _outlet_of_mail(evidence.visible)
        or _outlet_of_url(url)
    )


def _outlet_of_head(page: SelfDescription) -> str | None:
    """The name of the site; where that is only its address, the name of the publisher."""
    name = next((n for n in page.site_names if n), None)
    if name and not _DOMAIN_LIKE.match(name):
        return name
    if page.publisher and not _LEGAL_FORM.search(page.publisher) and not _DOMAIN_LIKE.match(page.publisher):
        return page.publisher
    if name or page.publisher:
        return name or page.publisher
    return _without_suffix(page.title_tag, page)[1] if page.title_tag else None


def _outlet_of_bylines(judged: Sequence[Judged]) -> str | None:
    """A line that is only the name of an outlet we know."""
    lines = (j.look.folded for j in judged if j.role in ("byline", "label", "links", "credit"))
    return next((outlet_names()[line] for line in lines if line in outlet_names()), None)


def _outlet_of_phrases(visible: Sequence[str], judged: Sequence[Judged], words: Phrases) -> str | None:
    """'Discover more from X', '© 2019 X', 'Quelle: X' in lines that are not the article."""
    kept = {j.text for j in judged if j.kept}
    patterns = [re.compile(p) for p in words.outlet]
    lines = [line for line in visible if line not in kept and len(line) < 1500]
    for pattern in patterns:
        for line in lines:
            if found := pattern.search(line):
                name = _LEGAL_FORM.sub("", found.group("name")).strip(" .,;:|-–—'’\"“”")
                if 2 <= len(name) <= 40 and name[:1].isupper() and find_agency(name) is None:
                    return outlet_names().get(name.casefold(), name)
    return None


_MAIL = re.compile(r"[\w.+-]{1,40}@([\w-]{4,30})\.([a-z]{2,12})\b", re.I)


def _outlet_of_mail(visible: Sequence[str]) -> str | None:
    """The domain of an address of the newsroom, spelled as the page spells it elsewhere."""
    end = "\n".join(visible[-40:])[-20_000:]
    for found in _MAIL.finditer(end):
        name, domain = found.group(1), ".".join(found.groups()).lower()
        spellings = re.findall(rf"(?<![\w@./-]){re.escape(name)}(?![\w@./-])", end, re.I)
        spelled = next((s for s in spellings if s[0].isupper() and not s.isupper()), None)
        if known := outlets_by_domain().get(domain) or spelled:
            return known
    return None


def _outlet_of_url(url: str | None) -> str | None:
    """The site an address belongs to, in our own small table."""
    try:
        host = (urlsplit(url or "").hostname or "").lower()
    except ValueError:
        return None
    labels = host.split(".")
    domains = (".".join(labels[i:]) for i in range(len(labels) - 1))
    return next((outlets_by_domain()[d] for d in domains if d in outlets_by_domain()), None)


# ---------------------------------------------------------------- agency and authors


def _agency(document: Document, judged: Sequence[Judged], words: Phrases) -> str | None:
    """Of the dateline, a credit line, the end of the last paragraph, or the lead ('..., reports TASS')."""
    if document.dateline and document.dateline.agency and document.dateline.agency in AGENCIES.values():
        return document.dateline.agency
    for j in judged:
        if j.role == "credit" and (found := find_agency(j.text)):
            return found[0]
    body = [j.text for j in judged if j.kept and j.role in ("body", "deck")]
    for text in body[-2:]:
        if (end := _CREDIT_END.search(text)) and (found := find_agency(end.group())):
            return found[0]
    credits = [re.compile(p, re.I) for p in words.credit]
    for j in (j for j in judged if not j.kept or j.look.words <= 40):
        for pattern in credits:
            if (said := pattern.search(j.text)) and (found := find_agency(said.group())):
                return found[0]
    relays = [re.compile(p, re.I) for p in words.relay]
    for text in body[:3]:
        for pattern in relays:
            for said in pattern.finditer(text):
                if (found := find_agency(said.group())) and found[1] < 60:
                    return found[0]
    return None


_CREDIT_END = re.compile(r"(?:\([^()]{2,40}\)|/[^/\n]{2,30}/|[-–—] ?[^.–—]{2,60})\.?$")


def _persons(page: SelfDescription) -> tuple[str, ...]:
    """Authors of the head, without the house some write behind the name: 'Ann Lee, Daily News'."""
    houses = {fold(n) for n in (*page.site_names, page.publisher or "")} | outlet_names().keys()
    parts = (part.strip() for author in page.authors for part in re.split(r"[,;|] ?| and ", author))
    return tuple(dict.fromkeys(p for p in parts if p and fold(p) not in houses and len(p) <= 60))


def _authors(judged: Sequence[Judged], words: Phrases) -> tuple[str, ...]:
    """The names in the byline above the article."""
    for j in judged[:20]:
        if j.role != "byline" or j.look.folded in outlet_names() or find_agency(j.text):
            continue
        tokens = j.text.split()
        first = 1 if tokens and tokens[0].casefold().strip(":") in words.by else 0
        text = " ".join(tokens[first:])
        names = re.split(r", | (?:and|und|y|e|et|и|&) ", text)
        if len(tokens) - first >= 2 and is_names(text, words):
            return tuple(name.strip(" ,") for name in names if len(name.split()) >= 2)
    return ()


# ---------------------------------------------------------------- the date


def _published(
    document: Document, sidecar: Sidecar, evidence: Evidence, judged: Sequence[Judged], url: str | None
) -> tuple[str | None, str | None]:
    """When the article came out and where that was read."""
    language = document.language
    if sidecar.published and (stamp := parse_stamp(sidecar.published, language)):
        return stamp, "sidecar"
    for value, place in evidence.described.published:
        if stamp := parse_stamp(value, language):
            return stamp, place
    for text in _stamps(evidence, judged):
        if day := visible_date(text, language):
            return day, f"visible line '{text[:60]}'"
    if url and (day := date_in_url(url)):
        return day, "URL path"
    return None, None


def _stamps(evidence: Evidence, judged: Sequence[Judged]) -> list[str]:
    """Lines above the article that may tell its date: time stamps, then short lines near the headline."""
    first = next((i for i, j in enumerate(judged) if j.kept and j.look.is_body), len(judged))
    above = [j.text for j in judged[:first] if not j.kept]
    # Behind the first sign of the tail a time stamp is that of a comment or of another story.
    end = next((i for i, j in enumerate(judged) if j.role in ("end", "comments")), len(judged))
    below = [j.text for j in judged[first:end] if j.role == "timestamp" and CLOCK.search(j.text)]
    title = fold(evidence.shown_title or "")
    visible = list(evidence.visible)
    near: list[str] = []
    for i, line in enumerate(visible[:400]):
        if title and fold(line) == title:
            around = (*visible[i + 1 : i + 8], *visible[max(0, i - 3) : i])
            near = [text for text in around if len(text) <= 90 and is_dated_label(text)]
            break
    return [*above, *near, *below]
