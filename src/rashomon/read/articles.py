"""Bytes -> pages: HTML, plain text, one JSON article or several; the content decides, not the name."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from rashomon.types import Page, Sidecar

HTML, PLAIN = "text/html", "text/plain"

#: Tags that begin or stand in a page; angle brackets in plain text ("a < b", "<name>") are none.
_TAG = re.compile(
    rb"<(?:!doctype|html|head|body|meta|title|article|section|header|main|div|p|span|h[1-6]|ul|ol|table|"
    rb"script|br|a|img|figure)(?=[\s>/])",
    re.IGNORECASE,
)
_OPENING = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|\?xml[^>]*>\s*<(?:!doctype|html))", re.I
)
_SNIFFED = 65_536
_SIDECAR_KEYS = ("url", "outlet", "published", "title", "agency", "language")
_TEXT_KEYS = ("html", "text", "body")


def pages_of(body: bytes, source: str, sidecar: Sidecar, *, may_be_json: bool = False) -> Iterator[Page]:
    """The pages in one file: one, or one for each article of a JSON list."""
    if not body.strip(b"\xef\xbb\xbf \t\r\n\x00"):
        yield Page(source, b"", PLAIN, sidecar, "empty file")
    elif problem := _not_text(body):
        yield Page(source, body, PLAIN, sidecar, problem)
    elif may_be_json and body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
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
    lines = [
        line for line in body[: 2 * _SNIFFED].lstrip(b"\xef\xbb\xbf").split(b"\n", 3)[:3] if line.strip()
    ]
    return len(lines) > 1 and all(isinstance(_json(line)[0], dict) for line in lines[:2])


def is_html(body: bytes) -> bool:
    """True where the bytes begin as a page does, or hold several of the tags of one."""
    # UTF-16 hides each tag behind zero bytes.
    start = body[:_SNIFFED].replace(b"\x00", b"")
    if _OPENING.match(start):
        return True
    tags = sum(1 for _ in _TAG.finditer(start))
    return tags >= 2 and (start.lstrip()[:1] == b"<" or tags * 2000 >= len(start))


def sidecar_of(body: bytes) -> tuple[Sidecar, str | None]:
    """What a sidecar says, or why it says nothing."""
    value, problem = _json(body)
    if problem is None and not isinstance(value, dict):
        problem = "sidecar is not a JSON object"
    return (_sidecar(value), None) if problem is None else (Sidecar(), problem)


def _not_text(body: bytes) -> str | None:
    """Why the bytes cannot be text: a known signature, or control bytes no encoding of text has."""
    if body[:4] == b"%PDF":
        return "not text: a PDF file"
    if body[:2] in (b"\xff\xfe", b"\xfe\xff") or body[:3] == b"\xef\xbb\xbf":
        return None
    start = body[:_SNIFFED]
    zeros = start.count(0)
    if zeros and min(start[::2].count(0), start[1::2].count(0)) > len(start) // 100:
        return "not text"
    controls = sum(map(start.count, (*range(1, 9), *range(14, 27), *range(28, 32))))
    return "not text" if controls * 100 > len(start) else None


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
    elif isinstance(value, list):
        for number, article in enumerate(value, 1):
            yield _article(article, f"{source}#{number}", body)
    else:
        yield _article(value, source, body)


def _article(value: Any, source: str, body: bytes) -> Page:
    if not isinstance(value, dict):
        return Page(source, body, PLAIN, problem="not a JSON object")
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
