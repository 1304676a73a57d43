"""Bytes -> pages: HTML, text, JSON, feeds, news items, saved pages; the content decides, not the name."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from rashomon.read.feeds import (
    FEED_ROOTS,
    SITEMAP_ROOTS,
    is_json_feed,
    pages_of_feed,
    pages_of_json_feed,
    pages_of_sitemap,
)
from rashomon.read.kinds import (
    HTML,
    PLAIN,
    SNIFFED,
    begins_as_json,
    is_blank,
    is_html,
    is_mhtml,
    why_not_text,
    xml_root,
)
from rashomon.read.mhtml import page_of_mhtml
from rashomon.read.newsml import NEWS_ROOTS, pages_of_newsml
from rashomon.read.ninjs import is_ninjs, page_of_ninjs
from rashomon.read.xmltree import name_of, parse_xml
from rashomon.types import Page, Sidecar

_SIDECAR_KEYS = ("url", "outlet", "published", "title", "agency", "language")
_TEXT_KEYS = ("html", "text", "body")


def pages_of(body: bytes, source: str, sidecar: Sidecar, *, may_be_json: bool = False) -> Iterator[Page]:
    """The pages in one file: one, or one for each article of a list, a feed or a package of news."""
    if is_blank(body):
        yield Page(source, b"", PLAIN, sidecar, "empty file")
    elif problem := why_not_text(body):
        yield Page(source, body, PLAIN, sidecar, problem)
    elif (root := xml_root(body)) in _XML_ROOTS:
        yield from _pages_of_xml(body, str(root), source)
    elif is_mhtml(body):
        yield page_of_mhtml(body, source, sidecar)
    elif root is not None and body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml") and not is_html(body):
        yield Page(source, body, PLAIN, sidecar, f"XML, but neither a feed nor a news item: {root}")
    elif may_be_json and begins_as_json(body):
        yield from _pages_of_json(body, source)
    elif may_be_json and source != "-" and not is_html(body):
        yield Page(source, body, PLAIN, sidecar, "broken JSON: it begins neither with { nor with [")
    else:
        yield Page(source, body, HTML if is_html(body) else PLAIN, sidecar)


def page_of_line(line: bytes, source: str) -> Page:
    """The article in one line of a JSON lines file."""
    value, problem = _json(line)
    return _article(value, source, line) if problem is None else Page(source, line, PLAIN, problem=problem)


def is_json_lines(body: bytes) -> bool:
    """True where the first two lines are JSON objects, each by itself."""
    lines = [line for line in body[: 2 * SNIFFED].lstrip(b"\xef\xbb\xbf").split(b"\n", 3)[:3] if line.strip()]
    return len(lines) > 1 and all(isinstance(_json(line)[0], dict) for line in lines[:2])


def sidecar_of(body: bytes) -> tuple[Sidecar, str | None]:
    """What a sidecar says, or why it says nothing."""
    value, problem = _json(body)
    if problem is None and not isinstance(value, dict):
        problem = "sidecar is not a JSON object"
    sidecar = _sidecar(value) if problem is None else Sidecar()
    if problem is None and sidecar == Sidecar():
        problem = f"none of {', '.join(sorted((*_SIDECAR_KEYS, 'authors')))} is told in it"
    return sidecar, problem


# ---------------------------------------------------------------- XML

_XML_ROOTS = (*FEED_ROOTS, *SITEMAP_ROOTS, *NEWS_ROOTS)


def _pages_of_xml(body: bytes, name: str, source: str) -> Iterator[Page]:
    root = parse_xml(body)
    if root is None or name_of(root) != name:
        yield Page(source, body, PLAIN, problem="broken XML")
        return
    read = (
        pages_of_feed
        if name in FEED_ROOTS
        else pages_of_sitemap
        if name in SITEMAP_ROOTS
        else pages_of_newsml
    )
    yield from read(root, source)
    if f"{name}>".encode() not in body[-200:].replace(b"\x00", b"").lower():
        yield Page(f"{source}@{len(body)}", b"", PLAIN, problem="cut off: its last entries may be missing")


# ---------------------------------------------------------------- JSON


def _json(body: bytes) -> tuple[Any, str | None]:
    try:
        return json.loads(body.removeprefix(b"\xef\xbb\xbf")), None
    except RecursionError:
        return None, "broken JSON: nested too deeply"
    except json.JSONDecodeError as error:
        return None, f"broken JSON: {error.msg} (line {error.lineno}, column {error.colno})"
    except ValueError as error:
        return None, f"broken JSON: {error}"


def _pages_of_json(body: bytes, source: str) -> Iterator[Page]:
    value, problem = _json(body)
    if problem:
        yield Page(source, body, PLAIN, problem=problem)
    elif is_json_feed(value):
        yield from pages_of_json_feed(value, source)
    elif isinstance(value, list):
        for number, article in enumerate(value, 1):
            yield _article(article, f"{source}#{number}", body)
    else:
        yield _article(value, source, body)


def _article(value: Any, source: str, body: bytes) -> Page:
    if not isinstance(value, dict):
        return Page(source, body, PLAIN, problem="not a JSON object")
    if is_ninjs(value):
        return page_of_ninjs(value, source)
    text = next((value[k] for k in _TEXT_KEYS if isinstance(value.get(k), str) and value[k].strip()), None)
    if text is None:
        return Page(source, body, PLAIN, problem="JSON without text, html or body")
    # A lone surrogate, which JSON may spell, has no place in UTF-8.
    content = text.encode("utf-8", "replace")
    return Page(source, content, HTML if is_html(content) else PLAIN, _sidecar(value))


def _sidecar(value: Mapping[str, Any]) -> Sidecar:
    authors = value.get("authors") or value.get("author") or ()
    names = [authors] if isinstance(authors, str) else authors if isinstance(authors, list) else []
    return Sidecar(
        authors=tuple(_clean(name) for name in names if isinstance(name, str) and name.strip()),
        **{
            key: _clean(value[key])
            for key in _SIDECAR_KEYS
            if isinstance(value.get(key), str) and value[key].strip()
        },
    )


def _clean(value: str) -> str:
    return " ".join(value.encode("utf-8", "replace").decode().split())
