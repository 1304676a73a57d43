"""Who published an article, who wrote it, when: the sidecar first, then the page's head, then its text.

A rule reads one value from one place; the first that finds something decides. What no rule finds
stays unknown: a wrong outlet or date does more harm than none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.clean.agencies import AGENCIES, find_agency, given_names, outlet_names, without_agencies
from rashomon.clean.dates import CLOCK, date_in_url, is_dated_label, parse_stamp, visible_date
from rashomon.clean.daylines import Stamp, read_stamp
from rashomon.clean.described import NOTHING_SAID, SelfDescription
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
MAX_BYLINE_LINE = 20


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
    outlet = sidecar.outlet or find_outlet(evidence.described, evidence.visible, judged, url, words)
    authors = sidecar.authors or _persons(evidence.described) or _authors(judged, words)
    return replace(
        document,
        url=url,
        title=title_of(sidecar, evidence) or _headline(judged),
        outlet=outlet,
        agency=sidecar.agency or _agency(document, outlet, authors, judged, words),
        authors=authors,
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


def _agency(
    document: Document, outlet: str | None, authors: tuple[str, ...], judged: Sequence[Judged], words: Phrases
) -> str | None:
    """Who sent the report: the dateline, byline, signature, a credit, or the lead ('..., reports TASS')."""
    credit = re.compile("|".join(words.credit) or "(?!)", re.I)
    body = [j.text for j in judged if j.kept and j.role in ("body", "deck")]
    if sender := _of_dateline(document, outlet) or _of_byline(authors, judged, credit):
        return sender
    if sender := _of_signature(body, credit):
        return sender
    staff = any(find_agency(author) is None and fold(author) != fold(outlet or "") for author in authors)
    for line in _credits(judged, body, credit):
        found = find_agency(line)
        if found and (line.startswith("©") or not (staff or _names_person(line))):
            return found[0]
    return _of_lead(body, words)


def _of_dateline(document: Document, outlet: str | None) -> str | None:
    """The agency of the dateline; a house that sends its own report ('(CNN)') is none."""
    sender = document.dateline.agency if document.dateline else None
    if sender is None or sender in AGENCIES.values():
        return sender
    return None if fold(sender) in {fold(outlet or ""), *outlet_names()} else sender


def _of_byline(authors: tuple[str, ...], judged: Sequence[Judged], credit: re.Pattern[str]) -> str | None:
    """The agency among the authors: 'By Ann Lee, Associated Press', but not 'By Ann Lee with AP'."""
    lines = [j.text for j in judged[:MAX_BYLINE_LINE] if j.role == "byline" and not credit.search(j.text)]
    parts = (part.strip() for line in lines for part in re.split(r"[,;|/–—]| - ", line))
    return next((AGENCIES[name] for name in (*authors, *parts) if name in AGENCIES), None)


def _of_signature(body: Sequence[str], credit: re.Pattern[str]) -> str | None:
    """The agency that signs the last paragraph: '(dpa)', '/TASS/', '- Reuters', but not '(with dpa)'."""
    for text in body[-2:]:
        end = _CREDIT_END.search(text)
        found = find_agency(end.group()) if end and not credit.search(end.group()) else None
        if found and found[1] <= len("- "):
            return found[0]
    return None


def _credits(judged: Sequence[Judged], body: Sequence[str], credit: re.Pattern[str]) -> list[str]:
    """What credits say; they stand among the last lines, and what is no part of the article may be one."""
    lines = [j.text for j in judged if j.role == "agency"]
    ends = [end for text in body[-2:] if (end := _CREDIT_END.search(text))]
    # Behind a dash a sentence may go on: '- as he told Reuters'.
    lines += [end.group() for end in ends if end["after"] is None or credit.search(end.group())]
    last = len(judged) - MAX_CREDIT_LINES
    texts = [j.text for i, j in enumerate(judged) if not j.kept or (i >= last and j.look.words <= 40)]
    return lines + [said.group() for text in texts if (said := credit.search(text))]


def _names_person(credit: str) -> bool:
    """Whether a credit names somebody beside the agencies: 'Daily News' Ann Lee and AP contributed'."""
    told = without_agencies(credit)
    return bool(_FULL_NAME.search(told)) or any(word in given_names() for word in _WORD.findall(told))


def _of_lead(body: Sequence[str], words: Phrases) -> str | None:
    """The agency whose report the first paragraphs pass on."""
    relay = re.compile("|".join(words.relay) or "(?!)", re.I)
    for text in body[:3]:
        for said in relay.finditer(text):
            if (found := find_agency(said.group())) and found[1] < 60:
                return found[0]
    return None


_CREDIT_END = re.compile(r"(?:\([^()]{2,40}\)|/[^/\n]{2,30}/|[-–—] ?(?P<after>[^.–—]{2,60}))\.?$")
_WORD = re.compile(r"[^\W\d_]+")
#: Two capitalised words; the first word of a line has its capital anyway.
_FULL_NAME = re.compile(r"(?<=[^\s]\s)[A-ZÀ-ÞА-ЯЁ][\w-]*[^\W\d_A-Z] [A-ZÀ-ÞА-ЯЁ][\w'’-]*[^\W\d_A-Z]")


def _persons(page: SelfDescription) -> tuple[str, ...]:
    """Authors of the head, without the house some write behind the name: 'Ann Lee, Daily News'."""
    houses = {fold(n) for n in (*page.site_names, page.publisher or "")} | outlet_names().keys()
    parts = (part.strip() for author in page.authors for part in re.split(r"[,;|] ?| and ", author))
    return tuple(dict.fromkeys(p for p in parts if p and fold(p) not in houses and len(p) <= 60))


def _authors(judged: Sequence[Judged], words: Phrases) -> tuple[str, ...]:
    """The names in the byline above the article."""
    for j in judged[:MAX_BYLINE_LINE]:
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
_ABOVE = frozenset({"timestamp", "byline", "label", "links", "share", "credit", "agency", "update"})


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
