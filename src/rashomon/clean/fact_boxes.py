"""Boxes of facts in news reports: data of a product, of a match, of a match's players, set as a list.

A report announces the lists it tells with a colon, and its entries are sentences or long. Guides and list
articles are not news by their own description, and most of their text stands in lists.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rashomon.clean.judged import Judged, drop
from rashomon.config import FactBoxConfig

_CONFIG = FactBoxConfig()
_ENDS = (".", "!", "?", ";", "”", '"', "»", "…", "。")


def without_fact_boxes(page: Sequence[Judged]) -> tuple[Judged, ...]:
    """The lines of a news report, its lists of short entries that no line announces dropped."""
    kept = [judged for judged in page if judged.kept]
    size = sum(len(judged.text) for judged in kept)
    if sum(judged.role == "body" for judged in kept) < _CONFIG.paragraphs:
        return tuple(page)
    boxes: set[int] = set()
    above = ""
    for role, group in groupby(kept, lambda judged: judged.role):
        entries = list(group)
        if role == "list" and not above.endswith((":", "：")) and _is_box(entries, size):
            boxes.update(map(id, entries))
        above = entries[-1].text
    reason = "a list of short entries in a report, which no line announces"
    return tuple(drop(judged, "label", reason) if id(judged) in boxes else judged for judged in page)


def _is_box(entries: Sequence[Judged], size: int) -> bool:
    words = sum(judged.look.words for judged in entries)
    ended = sum(judged.text.endswith(_ENDS) for judged in entries)
    small = sum(len(judged.text) for judged in entries) < _CONFIG.share * size
    return small and words <= _CONFIG.words * len(entries) and 2 * ended < len(entries)
