"""Who published an article, who wrote it, when: the sidecar first, then the page's head, then its text.

    sidecar ("told") > JSON-LD, meta ("stated") > what is shown ("shown") > address, file ("inferred")

A rule reads one value from one place; the first that finds something decides. What no rule finds
stays unknown: a wrong outlet or date does more harm than none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rashomon.clean.authors import find_authors
from rashomon.clean.dates import CLOCK, is_dated_label, parse_stamp, visible_date
from rashomon.clean.daylines import Stamp, read_stamp
from rashomon.clean.described import NOTHING_SAID, SelfDescription, best_heading
from rashomon.clean.judged import Judged, head_of
from rashomon.clean.normalize import fold
from rashomon.clean.outlets import find_outlet, title_and_site
from rashomon.clean.published import Told, find_modified, find_published, guess_published
from rashomon.clean.senders import find_sender
from rashomon.clean.words import Phrases, phrases
from rashomon.types import Document, Provenance, Sidecar

#: A deck is known by its first characters (descriptions are cut at the end) and is no whole article.
MIN_DECK, MAX_DECK = 30, 600


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a page shows beside its article: its own description (HTML), all visible lines, its tree."""

    described: SelfDescription = NOTHING_SAID
    visible: tuple[str, ...] = ()
    tree: Any | None = None

    @property
    def shown_title(self) -> str | None:
        """The title an HTML page shows, where it shows one."""
        title = _html_title(self.described)
        return title.value if title else None

    @property
    def shown_deck(self) -> str | None:
        """The description of the page, where the page shows it to its readers as well."""
        for told, _ in self.described.descriptions:
            start = fold(told)[:MIN_DECK]
            if len(start) == MIN_DECK:
                for line in self.visible:
                    if len(line) <= MAX_DECK and fold(line).startswith(start):
                        return line
        return None


def read_metadata(
    document: Document, sidecar: Sidecar, evidence: Evidence, judged: Sequence[Judged]
) -> Document:
    """The document with all that is known about it, and where each value was read."""
    words = phrases(document.language)
    page = evidence.described
    told = {t.field: t for t in _of_sidecar(sidecar, document.language)}
    url = sidecar.url or page.url
    if page.url and page.url_from and "url" not in told:
        told["url"] = Provenance("url", page.url, page.url_from, "stated")
    found = [*_title(evidence, judged), *_outlet(document, evidence, judged, url, words)]
    found += _language(document, page)
    for value in found:
        told.setdefault(value.field, value)
    authors, persons = sidecar.authors, find_authors(page, judged, words)
    if persons and not authors:
        authors = persons[0]
        told["authors"] = Provenance("authors", "; ".join(authors), persons[1], persons[2])
    outlet = told["outlet"].value if "outlet" in told else None
    named = (*page.houses, *(value for value, _ in page.authors))
    if sender := find_sender(document, judged, words, outlet=outlet, told=named, authors=authors):
        told.setdefault("agency", Provenance("agency", sender[0], sender[1], "shown"))
    stamps = _stamps_of_head(judged, words)
    if "published" not in told and (day := _published(evidence, judged, url, words, stamps)):
        told["published"] = Provenance("published", day.value, day.source, day.confidence)
    published = told.get("published")
    if changed := find_modified(page, url, words, published.value if published else None):
        told["modified"] = Provenance("modified", changed.value, changed.source, changed.confidence)
    for deck in _deck(document, page):
        told["deck"] = deck
    values = {field: provenance.value for field, provenance in told.items()}
    return replace(
        document,
        url=values.get("url"),
        title=values.get("title"),
        outlet=outlet,
        agency=values.get("agency"),
        authors=authors,
        day_line=stamps[0].line if stamps else None,
        published=published.value if published else None,
        published_from=published.source if published else None,
        modified=values.get("modified"),
        provenance=tuple(told[field] for field in FIELDS if field in told),
    )


#: The order in which a document tells where its values were read.
FIELDS = ("title", "deck", "outlet", "agency", "authors", "published", "modified", "language", "url")


def _of_sidecar(sidecar: Sidecar, language: str | None) -> Iterator[Provenance]:
    values = {
        "title": sidecar.title,
        "outlet": sidecar.outlet,
        "agency": sidecar.agency,
        "authors": "; ".join(sidecar.authors),
        "published": parse_stamp(sidecar.published, language) if sidecar.published else None,
        "language": sidecar.language,
        "url": sidecar.url,
    }
    for field, value in values.items():
        if value:
            yield Provenance(field, value, "sidecar", "told")


def _outlet(
    document: Document, evidence: Evidence, judged: Sequence[Judged], url: str | None, words: Phrases
) -> Iterator[Provenance]:
    found = find_outlet(evidence.described, evidence.visible, judged, words, url=url, source=document.source)
    if found:
        yield Provenance("outlet", *found)


def _language(document: Document, page: SelfDescription) -> Iterator[Provenance]:
    if document.language:
        stated = document.language == page.language
        yield Provenance(
            "language",
            document.language,
            "html lang and text" if stated else "text",
            "stated" if stated else "shown",
        )


def _deck(document: Document, page: SelfDescription) -> Iterator[Provenance]:
    """The deck the page shows; what is only its description is stated."""
    block = next((block for block in document.blocks if block.role == "deck"), None)
    if block:
        yield Provenance("deck", document.text[block.start : block.end], "line under the headline", "shown")
    elif page.descriptions:
        yield Provenance("deck", *page.descriptions[0], "stated")


# ---------------------------------------------------------------- title


def title_of(sidecar: Sidecar, evidence: Evidence) -> str | None:
    """The title as told by the sidecar or by an HTML page."""
    return sidecar.title or evidence.shown_title


def _title(evidence: Evidence, judged: Sequence[Judged]) -> Iterator[Provenance]:
    if shown := _html_title(evidence.described):
        yield Provenance("title", shown.value, shown.source, shown.confidence)
    elif line := next((j.text for j in judged if j.role == "headline"), None):
        yield Provenance("title", line, "headline", "shown")


def _html_title(page: SelfDescription) -> Told | None:
    """The heading that the title of the window confirms, else what the page tells others to show."""
    places = (
        (page.og_title, "meta og:title"),
        (page.headline, "JSON-LD headline"),
        (page.title_tag, "title"),
    )
    told = [(title, place) for title, place in places if title]
    best = best_heading(page.headings, [title for title, _ in told])
    if best is not None:
        heading = page.headings[best]
        # "Culture: Ferry stays in port": what head and JSON-LD agree on, without the section before it.
        if page.og_title and page.og_title == page.headline and heading.endswith(page.og_title):
            return Told(page.og_title, "meta og:title and JSON-LD", "stated")
        return Told(heading, "h1", "shown")
    for title, place in told:
        return Told(title_and_site(title, page)[0], place, "stated")
    return Told(page.headings[0], "h1", "shown") if page.headings else None


# ---------------------------------------------------------------- the date


def _published(
    evidence: Evidence, judged: Sequence[Judged], url: str | None, words: Phrases, stamps: Sequence[Stamp]
) -> Told | None:
    """When the article came out: as the tree of an HTML page tells, or its lines."""
    html = evidence.described is not NOTHING_SAID
    if html and (day := find_published(evidence.described, url, words)):
        return day
    for stamp in stamps:
        if stamp.full and not (html and stamp.changed):
            return Told(stamp.full, f"date line '{stamp.line.text[:60]}'", "shown")
    for text in () if html else _stamps(evidence, judged):
        if found := visible_date(text, words.language):
            return Told(found, f"visible line '{text[:60]}'", "shown")
    return guess_published(evidence.tree, evidence.described, url, words) if html else None


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
