"""Single cases of size and depth: huge pages, nested tags, bombs, and text that makes rules slow."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable

from bench.fuzz_cases import Case


def _html(inner: str) -> bytes:
    return f"<!doctype html><html><head><title>t</title></head><body>{inner}</body></html>".encode()


def _bomb(megabytes: int, head: bytes = b"") -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    pieces = [packer.compress(head)] + [packer.compress(b"<p>a b</p>" * 100_000) for _ in range(megabytes)]
    return b"".join(pieces) + packer.flush()


def _bomb_in_warc(megabytes: int) -> bytes:
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://news.example/\r\n"
        b"WARC-Date: 2020-01-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        b"Content-Length: %d\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    )
    return _bomb(megabytes, head % (megabytes * 1_000_000 + 44))


def _bomb_in_response(megabytes: int) -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + _bomb(megabytes)
    return (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://news.example/\r\n"
        b"WARC-Date: 2020-01-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(block), block)
    )


def _bomb_in_wacz(megabytes: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("archive/a.warc.gz", _bomb_in_warc(megabytes))
        archive.writestr("archive/b.warc", b"WARC/1.0\r\n" + b"A" * (megabytes * 1_000_000))
    return buffer.getvalue()


def _laughs() -> bytes:
    entities = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    feed = "<rss><channel><item><title>&l9;</title></item></channel></rss>"
    return f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "ha">{entities}]>{feed}'.encode()


#: Text of just under the length that is cleaned at all, in the forms that make rules slow.
_LONG = {
    "quotation-marks": '"', "opening-marks": "« ", "nested-marks": "“‘", "apostrophes": "a'", "digits": "1",
    "numbers": "1,000 ", "words": "a b ", "abbreviations": "Mr. ", "names": "Anna Berg ", "said": "said ",
    "brackets": "(", "dashes": "— ", "dates": "1 May 2020 ", "markup": "<", "entities": "&amp;", "dots": ". ",
    "cyrillic": "Иван сказал ", "chinese": "说", "of": "of the ", "colons": "x: ",
    "spaces": " \t", "commas": "a, ",
    "quoted": '"He is," she said. ', "hundred": "hundred thousand ", "initials": "A. B. ", "hyphens": "a-",
    "combining": "e\u0301", "percent": "5% ", "slashes": "1/", "time": "12:30 ",
}  # fmt: skip


def _long(unit: str) -> Callable[[], bytes]:
    return (unit * (190_000 // len(unit))).encode


EXTREMES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "page-50-mb": (".html", lambda: _html("<p>A word said on Monday.</p>" * 1_800_000)),
    "page-19-mb": (".html", lambda: _html("<p>A word said on Monday.</p>" * 670_000)),
    "page-19-mb-one-line": (".html", lambda: _html("A word said on Monday. " * 820_000)),
    "tags-100000": (".html", lambda: _html("<div>" * 100_000 + "text")),
    "tags-100000-inline": (".html", lambda: _html("<b>" * 100_000 + "text " * 500)),
    "tables-20000": (".html", lambda: _html("<table><tr><td>" * 20_000 + "text")),
    "unclosed-200000": (".html", lambda: _html("<p>a" * 200_000)),
    "breaks-200000": (".html", lambda: _html("a<br>" * 200_000)),
    "links-100000": (".html", lambda: _html("<a href=x>word</a> " * 100_000)),
    "attribute-15-mb": (".html", lambda: _html(f'<p class="{"x " * 7_500_000}">text</p>')),
    "attributes-100000": (".html", lambda: _html(f"<p {' '.join(f'a{i}=1' for i in range(100_000))}>text")),
    "entities-500000": (".html", lambda: _html("<p>" + "&amp;" * 500_000)),
    "comments-open": (".html", lambda: _html("<!-- " * 200_000)),
    "scripts-open": (".html", lambda: _html("<script>" * 100_000)),
    "json-ld-deep": (
        ".html",
        lambda: _html(f'<script type="application/ld+json">{"[" * 200_000}</script><p>text'),
    ),
    "bomb-gzip": (".html", lambda: _bomb(300)),
    "bomb-in-warc": (".warc.gz", lambda: _bomb_in_warc(300)),
    "bomb-in-response": (".warc", lambda: _bomb_in_response(300)),
    "bomb-in-wacz": (".wacz", lambda: _bomb_in_wacz(300)),
    "bomb-of-entities": (".xml", _laughs),
    "warc-100000-records": (".warc", lambda: b"WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n" * 100_000),
    "warc-header-10-mb": (".warc", lambda: b"WARC/1.0\r\nX: " + b"a" * 10_000_000),
    "warc-empty-members": (".warc.gz", lambda: gzip.compress(b"", mtime=0) * 100_000),
    "json-deep": (".json", lambda: b"[" * 1_000_000),
    "jsonl-200000": (".jsonl", lambda: b'{"text": 1}\n' * 200_000),
    "feed-100000-items": (
        ".xml",
        lambda: b"<rss><channel>" + b"<item><title>a</title></item>" * 100_000 + b"</channel></rss>",
    ),
    "line-10-mb": (".txt", lambda: b"A word said on Monday. " * 450_000),
    "line-10-mb-without-spaces": (".txt", lambda: b"x" * 10_000_000),
    "line-10-mb-of-no-encoding": (".txt", lambda: b"x " * 5_000_000 + b"\n\xff\xfd\x81 a\n"),
    "marks-1000000": (".txt", lambda: b'"' * 1_000_000),
    "lines-1000000": (".txt", lambda: b"a\n" * 1_000_000),
    "lines-19000": (".txt", lambda: b"".join(b"Word %d\n" % i for i in range(19_000))),
    "lines-19000-alike": (".txt", lambda: b"Read more\n" * 19_000),
    "controls": (".txt", lambda: bytes(range(1, 32)) * 30_000),
    "controls-in-html": (".html", lambda: _html("<p>" + "\x01\x02\u200b\u202e" * 50_000)),
    **{f"long-{name}": (".txt", _long(unit)) for name, unit in _LONG.items()},
}


def extreme(name: str) -> Case:
    """One of the extremes."""
    suffix, make = EXTREMES[name]
    return Case(name, suffix, make())
