"""Headlines of other stories that no word announces: by the rows they stand in and the links they are."""

from __future__ import annotations

from itertools import groupby

from rashomon.clean.judged import Judged, Page, drop, first_body
from rashomon.clean.words import Phrases

#: So many linked headings, each with so many lines beneath it, are teasers where they are a smaller part.
MIN_TEASERS, MAX_BENEATH, MAX_TEASER_SHARE = 3, 2, 1.5
MIN_LINKED, MIN_HEADLINE_WORDS = 0.85, 4
#: So many headings with no text between them are no headings.
MIN_ROW = 4


def linked_teasers(page: Page, title: str | None, words: Phrases) -> Page:
    """Headings that are links, each with the beginning of its story beneath it, after the article's own text.

    The entries of a list article may be headed by links as well, but its text begins with them.
    """
    start = first_body(page)
    heads = [i for i in range(start + 1, len(page)) if _is_linked_headline(page[i])]
    if len(heads) < MIN_TEASERS:
        return page
    gaps = [page[a + 1 : b] for a, b in zip(heads, [*heads[1:], len(page)], strict=True)]
    beneath = [sum(j.look.is_body for j in gap if j.kept) for gap in gaps[:-1]]
    told = _characters([j for gap in gaps[:-1] for j in gap])
    if max(beneath) > MAX_BENEATH or told > MAX_TEASER_SHARE * _characters(page[: heads[0]]):
        return page
    result = list(page)
    for head, count in zip(heads, [*beneath, 1], strict=True):
        result[head] = drop(page[head], "related", f"one of {len(heads)} linked headlines")
        left = max(1, count)
        for i in range(head + 1, len(page)):
            if not left or i in heads or page[i].look.line.kind == "head":
                break
            result[i] = drop(page[i], "related", f"beneath '{page[head].text[:40]}'")
            left -= page[i].look.is_body
    return result


def _characters(page: Page) -> int:
    return sum(len(j.text) for j in page if j.kept and j.look.is_body)


def _is_linked_headline(judged: Judged) -> bool:
    line = judged.look.line
    linked = line.kind == "head" and (line.linked or 0.0) >= MIN_LINKED
    told = judged.kept and judged.role != "headline" and not judged.text[0].isdigit()
    return linked and told and judged.look.words >= MIN_HEADLINE_WORDS


def rows_of_headings(page: Page, title: str | None, words: Phrases) -> Page:
    """Headlines one beneath the other with no text between them, inside or behind the article."""
    result, i = list(page), 0
    start = first_body(page)
    for is_heading, group in groupby(page, _is_heading):
        run = range(i, i := i + len(list(group)))
        # The last one may head the text that follows.
        row = run if run.stop == len(page) else run[:-1]
        if is_heading and run.start > start and len(row) >= MIN_ROW:
            for k in row:
                result[k] = drop(page[k], "related", f"one of {len(row)} headlines without text")
    return result


def _is_heading(judged: Judged) -> bool:
    seen = judged.look
    return judged.kept and seen.line.kind == "head" and seen.words >= MIN_HEADLINE_WORDS
