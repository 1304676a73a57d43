"""The sets of pages with known bodies: reading them, their languages, their halves.

Each row holds id, html (or html_base64 where it is not UTF-8) and, where the set tells them, url, body,
paras, title, author, date.
"""

from __future__ import annotations

import base64
import json
import lzma
from collections.abc import Iterator
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from bench.shared import SHARED, is_tuned
from rashomon.charsets import decode
from rashomon.languages import detect_language

SETS = {
    "publishers": "data/extraction/publishers-27-languages.jsonl.xz",
    "daniel": "data/extraction/daniel-en-el-pl-ru-zh.jsonl.xz",
    "wcxb": "data/extraction/wcxb-en.jsonl.xz",
    "aeb": "data/extraction/aeb-en.jsonl.xz",
    "dates": "data/extraction/dates.jsonl.xz",
}
PARTS = ("all", "tuned", "fresh")


def pages(name: str, part: str = "all", limit: int | None = None) -> Iterator[dict[str, Any]]:
    """The pages of a set, or of those publishers of it that rules were tuned on, or were not."""
    with lzma.open(SHARED / SETS[name], "rt", encoding="utf-8") as lines:
        found = (
            page
            for page in map(json.loads, lines)
            if part == "all" or is_tuned(publisher(page)) == (part == "tuned")
        )
        yield from islice(found, limit)


def publisher(page: dict[str, Any]) -> str:
    """The publisher's name, or the domain of the page, by which a set is split."""
    return page.get("pub") or (urlsplit(page.get("url") or "").hostname or page["id"]).removeprefix("www.")


def body_of(page: dict[str, Any]) -> bytes:
    """The bytes of a page, whichever way the set holds them."""
    return base64.b64decode(page["html_base64"]) if "html_base64" in page else page["html"].encode()


def html_of(page: dict[str, Any]) -> str:
    """The page decoded, for those tools that take text."""
    return page["html"] if "html" in page else decode(body_of(page))


def paragraphs_of(page: dict[str, Any]) -> list[str]:
    """The paragraphs of the known body; none where the set does not tell it."""
    return page.get("paras") or [p for p in (page.get("body") or "").split("\n") if p.strip()]


def language_of(page: dict[str, Any]) -> str:
    """The language the set tells, or that of the known body."""
    return page.get("lang") or detect_language(page.get("body") or "") or "unknown"
