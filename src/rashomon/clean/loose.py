"""Lines that are no paragraph, weighed: where no single sign decides, several weak ones together do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.clean.judged import Judged, Page, drop, first_body
from rashomon.clean.words import Phrases
from rashomon.config import LooseConfig

CONFIG = LooseConfig()
_KINDS = {"cell": CONFIG.cell, "item": CONFIG.item, "head": CONFIG.heading}
#: A sign and what it weighs.
Sign = tuple[str, float]


def weighed(page: Page, title: str | None, words: Phrases) -> Page:
    """Drop the lines beneath the first paragraph whose signs together weigh enough."""
    bodies = [i for i, j in enumerate(page) if j.kept and j.look.is_body]
    start, last = first_body(page), bodies[-1] if bodies else len(page)
    told = frozenset(re.findall(r"\w{4,}", title or ""))
    table = _has_table(page)
    result, announced = list(page), False
    for i, judged in enumerate(page):
        announces = judged.kept and judged.text.endswith(":") and judged.look.words >= CONFIG.announcing
        if announces or (judged.kept and judged.look.is_body):
            announced = announces
        in_table = table and judged.look.line.kind == "cell"
        if announced or in_table or i <= start or not _is_loose(judged):
            continue
        signs = [*_of_line(judged, told), *_of_place(page, i, last)]
        weight = sum(sign[1] for sign in signs)
        if weight >= CONFIG.enough:
            reason = f"{', '.join(name for name, w in signs if w > 0)}: {weight:.1f} of {CONFIG.enough:.1f}"
            result[i] = drop(judged, "links", reason)
    return result


def _has_table(page: Page) -> bool:
    """A table of some size is what the page is about; a small one stands in a box."""
    cells = [len(j.text) for j in page if j.look.line.kind == "cell" and j.kept and not j.look.is_body]
    if not cells:
        return False
    return sum(cells) > CONFIG.small_table * sum(len(j.text) for j in page if j.kept and j.look.is_body)


def _is_loose(judged: Judged) -> bool:
    return judged.kept and judged.role != "headline" and not judged.look.is_body


def _of_line(judged: Judged, told: frozenset[str]) -> Iterator[Sign]:
    line = judged.look.line
    if line.kind in _KINDS:
        yield line.kind, _KINDS[line.kind]
    if (line.linked or 0.0) >= CONFIG.linked_share:
        yield "a link in it", CONFIG.linked
    if line.text.endswith("?"):
        yield "a question", CONFIG.question
    if line.kind == "text" and line.text[0].islower():
        yield "goes on from above", CONFIG.goes_on
    if line.text[0] in "«„“\"'‘":
        yield "quoted", CONFIG.quoted
    if told and told & set(re.findall(r"\w{4,}", judged.look.folded)):
        yield "words of the title", CONFIG.of_title


def _of_place(page: Page, i: int, last: int) -> Iterator[Sign]:
    above, below = page[i - 1], page[i + 1] if i + 1 < len(page) else None
    # A list of figures ends many an article.
    if i > last and not _in_list_of_figures(page, i):
        yield "beneath the text", CONFIG.beneath
    if not above.kept:
        yield "furniture above", CONFIG.beside
    if below is not None and not below.kept:
        yield "furniture below", CONFIG.beside
    if _is_loose(above) and below is not None and _is_loose(below):
        yield "in a run", CONFIG.run


def _in_list_of_figures(page: Page, i: int) -> bool:
    near = [j for j in page[i - 1 : i + 2] if _is_loose(j) and j.look.line.kind == page[i].look.line.kind]
    return page[i].look.line.kind != "cell" and sum(any(map(str.isdigit, j.text)) for j in near) > 1
