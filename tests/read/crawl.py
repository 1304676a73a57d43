"""Crawls built in code: records of WARC, responses of HTTP, archives."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import zipfile
from collections.abc import Sequence

TEXT = "The ferry stayed in port on Monday, the harbour master said."


def html(text: str = TEXT) -> bytes:
    return f"<html><body><h1>Ferry stays in port</h1><p>{text}</p></body></html>".encode()


def response(
    body: bytes, headers: str = "Content-Type: text/html; charset=utf-8", status: int = 200
) -> bytes:
    return f"HTTP/1.1 {status} OK\r\nDate: Thu, 04 Mar 2021 10:00:00 GMT\r\n{headers}\r\n\r\n".encode() + body


def record(
    block: bytes, url: str = "https://news.example/a", kind: str = "response", headers: str = ""
) -> bytes:
    """One record; its length is told right."""
    content_type = "" if "Content-Type" in headers else "Content-Type: application/http; msgtype=response\r\n"
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2021-03-04T10:00:00Z\r\n"
        f"{content_type}{headers}Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def records(count: int) -> list[bytes]:
    """As many records of one page each, every page another."""
    return [
        record(response(html(f"{TEXT} It is day {n}.")), f"https://news.example/{n}") for n in range(count)
    ]


def packed(parts: Sequence[bytes]) -> bytes:
    """Each record a gzip member."""
    return b"".join(gzip.compress(part, mtime=0) for part in parts)


def chunked(body: bytes, size: int = 40) -> bytes:
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x;x=1\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def digest_of(block: bytes) -> str:
    return f"WARC-Block-Digest: sha1:{base64.b32encode(hashlib.sha1(block).digest()).decode()}\r\n"


def wacz(**files: bytes) -> bytes:
    """A ZIP archive of files under archive/, their names without the dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("datapackage.json", "{}")
        for name, body in files.items():
            archive.writestr(f"archive/{name.replace('_', '.')}", body)
    return out.getvalue()
