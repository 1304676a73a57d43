"""Lines that a page tells twice: pull quotes, captions, the same paragraph under another heading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain, pairwise

from rashomon.clean.judged import OWN_ORDER, Judged, Page, drop, first_body
from rashomon.clean.words import Phrases

#: So much of the text may be pull quotes, captions and lines printed twice.
MAX_REPEATED = 0.2
#: A second copy of an article has so many of its lines, with so few others between two of them.
MIN_COPIED, MAX_BETWEEN = 4, 3
_MARKS = '.,:;!?…"()-–—'
MAX_COMPARED_WORDS = 400
_MAX_REPEAT_WORDS = 50
#: Lines are compared with each other; no article has so many.
MAX_COMPARED_LINES = 2000


def repeated(page: Page, title: str | None, words: Phrases) -> Page:
    """A line that was told before. What comes more often orders the text: questions, labels of a list."""
    count = Counter([j.look.folded for j in page])
    if len(count) == len(page):
        return page
    seen: set[str] = set()
    result = []
    for judged in page:
        key = judged.look.folded
        again = key in seen and (count[key] == 2 and judged.look.words >= 6) and judged.role != "headline"
        result.append(drop(judged, "repeat", "the line stands above already") if again else judged)
        seen.add(key)
    return result if _is_second_copy(page, result) else _unless_ordered(page, result)


def _is_second_copy(page: Page, result: Page) -> bool:
    """Whether what goes is one run of lines that stands above as one run too: printed twice, no refrain."""
    gone = [i for i, (was, now) in enumerate(zip(page, result, strict=True)) if was.kept and not now.kept]
    first = {j.look.folded: i for i, j in reversed(list(enumerate(page)))}
    above = [first[page[i].look.folded] for i in gone]
    in_order = all(0 < b - a <= MAX_BETWEEN for run in (gone, above) for a, b in pairwise(run))
    return len(gone) >= MIN_COPIED and in_order and above[-1] < gone[0]


def _unless_ordered(page: Page, result: Page) -> Page:
    """The page as it was where much of it repeats: a transcript, a recap, a song are told in that order."""
    size = sum(len(j.text) for j in page if j.kept)
    return page if sum(len(j.text) for j in result if j.kept) < (1 - MAX_REPEATED) * size else result


def told_twice(page: Page, title: str | None, words: Phrases) -> Page:
    """Pull quotes and captions: a line nearly all of which one longer paragraph tells in the same words."""
    if len(page) > MAX_COMPARED_LINES:
        return page
    start = first_body(page)
    longest = max((j.look.words for j in page if j.kept), default=0)
    shorter = [i for i, j in enumerate(page) if _may_repeat(j) and j.look.words < longest]
    if not shorter:
        return page
    shingles = _shingles([j.look.folded if j.kept else "" for j in page])
    # Most articles tell nothing twice.
    if len(frozenset().union(*shingles)) == sum(map(len, shingles)):
        return page
    times = Counter(chain.from_iterable(shingles))
    shared = frozenset(shingle for shingle, count in times.items() if count > 1)
    result = list(page)
    for i in shorter:
        own = shingles[i]
        if len(own) < 3:
            continue
        # The lead may say again what the deck said; only the same words are a caption there.
        needed = (0.75 if i > start else 0.9) * len(own)
        if len(own & shared) < needed:
            continue
        if any(len(other) > len(own) and len(own & other) >= needed for other in shingles):
            result[i] = drop(page[i], "repeat", "a longer paragraph tells it in the same words")
    return _unless_ordered(page, result)


def _may_repeat(judged: Judged) -> bool:
    return judged.kept and 6 <= judged.look.words <= _MAX_REPEAT_WORDS and judged.role not in OWN_ORDER


def _shingles(texts: Sequence[str]) -> list[frozenset[tuple[str, ...]]]:
    """Four words in a row, of each text; punctuation is taken out of all texts at once, which is fast."""
    joined = "\n".join(texts)
    for mark in _MARKS:
        joined = joined.replace(mark, " ")
    rows = (row.split()[:MAX_COMPARED_WORDS] for row in joined.split("\n"))
    return [frozenset(zip(row, row[1:], row[2:], row[3:], strict=False)) for row in rows]
