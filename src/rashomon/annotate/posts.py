"""Posts of social networks, as embedding leaves them: the words, then "— Name (@handle) date"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rashomon.types import Document

_SIGNED = re.compile(r"[—–-] ?(?P<name>[^\n()—–@]{2,60}?) \(@\w{1,30}\)")
_LINK = re.compile(r"\s*(?:https?://\S+|pic\.\S+|\S+\.(?:com|co)/\S+)\s*$")
_MIN_WORDS = 3
_MAX_LINK = 200


class Post(NamedTuple):
    """The places of the words and of the name signed under them."""

    start: int
    end: int
    name_start: int
    name_end: int


def find_posts(document: Document) -> Iterator[Post]:
    """Signed posts, one a block at most; a block that is nothing but a signature signs the block before."""
    text = document.text
    for before, block in zip((None, *document.blocks), document.blocks, strict=False):
        match = _SIGNED.search(text, block.start, block.end)
        if match is None:
            continue
        start, end = block.start, match.start()
        if not text[start:end].strip() and before is not None:
            start, end = before.start, before.end
        while (link := _LINK.search(text[max(start, end - _MAX_LINK) : end])) is not None:
            end = max(start, end - _MAX_LINK) + link.start()
        if len(text[start:end].split()) >= _MIN_WORDS:
            yield Post(start, end, match.start("name"), match.end("name"))
