"""What the exports and the proof of a result share: ways through a parsed comparison.json."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

Value = Mapping[str, Any]
SPAN_KEYS = ("document", "start", "end", "text")


def spans_in(value: Any, way: str) -> Iterator[tuple[str, Value]]:
    """Every span in a value, with the way to it: ``stories[0].quotes[2].content``."""
    if isinstance(value, dict):
        if set(SPAN_KEYS) <= value.keys():
            yield way, value
        for key, item in value.items():
            yield from spans_in(item, f"{way}.{key}")
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from spans_in(item, f"{way}[{number}]")


def encodable(text: str) -> str:
    """Text that has UTF-8: half a surrogate pair, which a broken page can hold, becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")


def urn(*parts: str) -> str:
    """A name for a thing of a result in JSON-LD; ids of ours stand in it as they are."""
    return ":".join(("urn:rashomon", *(quote(part, safe=":", errors="replace") for part in parts)))
