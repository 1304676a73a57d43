"""Headlines of other stories that no word announces: the links they are and what stands beneath them."""

from __future__ import annotations

from rashomon.clean.judged import Judged, Page, drop, first_body
from rashomon.clean.words import Phrases

#: So many linked headings, each over one paragraph of so many words, are teasers where they tell less than
#: the article above them. In list articles with such headings each entry tells more, or all begins with them.
MIN_TEASERS, MAX_BENEATH, MAX_TEASER_SHARE = 3, 110, 1.0
MIN_LINKED, MIN_HEADLINE_WORDS = 0.85, 4


def linked_teasers(page: Page, title: str | None, words: Phrases) -> Page:
    """Headings that are links, each with the beginning of its story beneath it, after the article's own text.

    The entries of a list article may be headed by links as well, but its text begins with them.
    """
    start = first_body(page)
    heads = [i for i in range(start + 1, len(page)) if _is_linked_headline(page[i])]
    if len(heads) < MIN_TEASERS:
        return page
    gaps = [page[a + 1 : b] for a, b in zip(heads, [*heads[1:], len(page)], strict=True)]
    beneath = [[j.look.words for j in gap if j.kept and j.look.is_body] for gap in gaps[:-1]]
    headed = any(j.kept and j.look.line.kind == "head" for gap in gaps for j in gap)
    told = _characters([j for gap in gaps[:-1] for j in gap])
    full = any(len(own) > 1 or sum(own) > MAX_BENEATH for own in beneath)
    if headed or full or told > MAX_TEASER_SHARE * _characters(page[: heads[0]]):
        return page
    result = list(page)
    for head, gap in zip(heads, gaps, strict=True):
        result[head] = drop(page[head], "related", f"one of {len(heads)} linked headlines")
        bodies = [i for i in range(head + 1, head + 1 + len(gap)) if page[i].look.is_body]
        # Beneath the last one the page may go on.
        end = head + 1 + len(gap) if head != heads[-1] else (bodies or [head])[0] + 1
        for i in range(head + 1, end):
            result[i] = drop(page[i], "related", f"beneath '{page[head].text[:40]}'")
    return result


def _characters(page: Page) -> int:
    return sum(len(j.text) for j in page if j.kept and j.look.is_body)


def _is_linked_headline(judged: Judged) -> bool:
    line = judged.look.line
    linked = line.kind == "head" and (line.linked or 0.0) >= MIN_LINKED
    told = judged.kept and judged.role != "headline" and not judged.text[0].isdigit()
    return linked and told and judged.look.words >= MIN_HEADLINE_WORDS
