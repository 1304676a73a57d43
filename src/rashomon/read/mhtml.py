"""MHTML (RFC 2557), a page as browsers save it whole -> the page, without its pictures and frames."""

from __future__ import annotations

import email
import email.message
from collections.abc import Iterator

from rashomon.read.kinds import HTML, PLAIN, is_blank
from rashomon.read.responses import charset_of
from rashomon.types import Page, Sidecar

_HTML_TYPES = ("text/html", "application/xhtml+xml")


def page_of_mhtml(body: bytes, source: str, sidecar: Sidecar) -> Page:
    """The main part of an MHTML file; the day it was saved on is no day of publication and not read."""
    try:
        message = email.message_from_bytes(body)
        part = _main_part(message)
        if part is None:
            return Page(source, b"", PLAIN, sidecar, "MHTML without a page of HTML")
        content = part.get_payload(decode=True)
        address = _header(part, "content-location") or _header(message, "snapshot-content-location")
        charset = charset_of(_header(part, "content-type"))
    except Exception as error:  # The parser of mail raises whatever it trips over in broken headers.
        return Page(source, b"", PLAIN, sidecar, f"broken MHTML: {type(error).__name__}")
    if not isinstance(content, bytes) or is_blank(content):
        return Page(source, b"", PLAIN, sidecar, "MHTML whose page is empty")
    if sidecar == Sidecar() and address and address.lower().startswith(("http://", "https://")):
        sidecar = Sidecar(url=address)
    return Page(source, content, HTML, sidecar, charset=charset)


def _main_part(message: email.message.Message) -> email.message.Message | None:
    """The part that the root names as its start, else the first of HTML."""
    start = _parameter(message, "start")
    parts = list(_html_parts(message))
    named = (part for part in parts if start and _header(part, "content-id") == start)
    return next(named, parts[0] if parts else None)


def _html_parts(message: email.message.Message) -> Iterator[email.message.Message]:
    """Parts of HTML; a stack, for parts may be nested deeper than a call can go."""
    stack = [message]
    while stack:
        part = stack.pop()
        payload = part.get_payload()
        if isinstance(payload, list):
            stack += [inner for inner in reversed(payload) if isinstance(inner, email.message.Message)]
        elif part.get_content_type() in _HTML_TYPES:
            yield part


def _header(part: email.message.Message, name: str) -> str:
    return "".join(str(part.get(name, "")).split("\n")).strip()


def _parameter(part: email.message.Message, name: str) -> str:
    value = part.get_param(name)
    return value.strip() if isinstance(value, str) else ""
