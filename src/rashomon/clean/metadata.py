"""Who published an article, who wrote it, when: the sidecar first, then the page's head, then its text.

A rule reads one value from one place; the first that finds something decides. What no rule finds
stays unknown: a wrong outlet or date does more harm than none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.clean.agencies import AGENCIES, find_agency, given_names, outlet_names
from rashomon.clean.dates import CLOCK, date_in_url, is_dated_label, parse_stamp, visible_date
from rashomon.clean.daylines import Stamp, read_stamp
from rashomon.clean.html import NOTHING_SAID, SelfDescription
from rashomon.clean.judged import Judged, head_of
from rashomon.clean.lines import is_names
from rashomon.clean.names import outlet_name
from rashomon.clean.normalize import fold
from rashomon.clean.outlets import find_outlet, title_and_site
from rashomon.clean.words import Phrases, phrases
from rashomon.types import Document, Sidecar

#: A deck is known by its first characters (descriptions are cut at the end) and is no whole article.
MIN_DECK, MAX_DECK = 30, 600
MAX_CREDIT_LINES = 12


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
    stamps = _stamps_of_head(judged, words)
    return replace(
        document,
        url=url,
        title=title_of(sidecar, evidence) or _headline(judged),
        outlet=sidecar.outlet or find_outlet(evidence.described, evidence.visible, judged, url, words),
        agency=sidecar.agency or _agency(document, judged, words),
        authors=sidecar.authors or _persons(evidence.described) or _authors(judged, words),
        day_line=stamps[0].line if stamps else None,
        published=published,
        published_from=published_from,
    )


# ---------------------------------------------------------------- title


def title_of(sidecar: Sidecar, evidence: Evidence) -> str | None:
    """The title as told by the sidecar or by an HTML page."""
    return sidecar.title or evidence.shown_title


def _headline(judged: Sequence[Judged]) -> str | None:
    return next((j.text for j in judged if j.role == "headline"), None)


def _html_title(page: SelfDescription) -> str | None:
    """The heading that the title of the window confirms, else what the page tells others to show."""
    told = [t for t in (page.og_title, page.headline, page.title_tag) if t]
    for heading in page.headings:
        if len(heading) > 8 and any(fold(heading) in fold(t) or fold(t) in fold(heading) for t in told):
            return heading
    for title in told:
        return title_and_site(title, page)[0]
    return page.headings[0] if page.headings else None


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
    # A credit stands among the last lines; what is no part of the article may be one anywhere.
    credit = re.compile("|".join(words.credit) or "(?!)", re.I)
    last = len(judged) - MAX_CREDIT_LINES
    for i, j in enumerate(judged):
        said = credit.search(j.text) if not j.kept or (i >= last and j.look.words <= 40) else None
        if said and (found := find_agency(said.group())):
            return found[0]
    relay = re.compile("|".join(words.relay) or "(?!)", re.I)
    for text in body[:3]:
        for said in relay.finditer(text):
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
        if j.role not in ("byline", "timestamp"):
            continue
        stamp = read_stamp(j.text, words) if j.role == "timestamp" else None
        for text in stamp.names if stamp else (j.text,):
            if authors := _names_of(text, words, stamp is not None):
                return authors
    return ()


def _names_of(text: str, words: Phrases, beside_day: bool) -> tuple[str, ...]:
    """The persons a byline names; beside a day only who has a given name we know, not 'New York'."""
    if outlet_name(text, words) or find_agency(text):
        return ()
    tokens = text.split()
    first = 1 if tokens and tokens[0].casefold().strip(":") in words.by else 0
    text = " ".join(tokens[first:])
    if len(tokens) - first < 2 or not is_names(text, words):
        return ()
    if beside_day and tokens[first] not in given_names():
        return ()
    # "Ann Lee in London": where somebody writes from is no name.
    text = re.split(r" (?:in|aus|à|en) (?=[^\W\d_])", text)[0]
    names = re.split(r", | (?:and|und|y|e|et|и|&) ", text)
    return tuple(name.strip(" ,") for name in names if len(name.split()) >= 2)


# ---------------------------------------------------------------- the date


def _published(
    document: Document,
    sidecar: Sidecar,
    evidence: Evidence,
    judged: Sequence[Judged],
    url: str | None,
) -> tuple[str | None, str | None]:
    """When the article came out and where that was read."""
    language = document.language
    if sidecar.published and (stamp := parse_stamp(sidecar.published, language)):
        return stamp, "sidecar"
    for value, place in evidence.described.published:
        if stamp := parse_stamp(value, language):
            return stamp, place
    stamps = _stamps_of_head(judged, phrases(language))
    if told := next((stamp for stamp in stamps if stamp.full), None):
        return told.full, f"date line '{told.line.text[:60]}'"
    for text in _stamps(evidence, judged):
        if day := visible_date(text, language):
            return day, f"visible line '{text[:60]}'"
    if url and (day := date_in_url(url)):
        return day, "URL path"
    return None, None


def _stamps_of_head(judged: Sequence[Judged], words: Phrases) -> list[Stamp]:
    """The lines above the article that tell its day; the day of a change stands last."""
    lines = (judged[i].text for i in head_of(judged) if judged[i].role in ("timestamp", "byline"))
    stamps = [stamp for line in lines if (stamp := read_stamp(line, words))]
    return sorted(stamps, key=lambda stamp: (stamp.changed, stamp.full is None))


#: Captions and teasers above an article tell days of their own.
_ABOVE = frozenset({"timestamp", "byline", "label", "links", "share", "credit"})


def _stamps(evidence: Evidence, judged: Sequence[Judged]) -> list[str]:
    """Lines above the article that may tell its date: time stamps, then short lines near the headline."""
    first = next((i for i, j in enumerate(judged) if j.kept and j.look.is_body), len(judged))
    above = [j.text for j in judged[:first] if j.role in _ABOVE]
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
