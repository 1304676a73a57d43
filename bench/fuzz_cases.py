"""Hostile input, the same for the same seed: pages, archives, feeds and dirty text, whole and broken.

A maker takes a Random and gives the bytes of one file; ``broken`` breaks them further.
"""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any


@dataclass(frozen=True, slots=True)
class Case:
    """A file to read: its name tells its kind; ``body`` is what stands in it."""

    name: str
    suffix: str
    body: bytes


_WORDS = (
    "the minister said bridge on Tuesday that of in Mr. U.S. killed 12 3,000 «да» министр заявил во вторник"
    " мост погибли Der Bürgermeister sagte am Montag l’eau qu’il affirme dijo según 市長は 述べた 大桥 说"
    " قال الوزير אמר 5% $4.5bn 1 May 2020 12.12.2016 03:45 a.m. --- *** @user #tag http://x.example/a?b=c"
    " naïve e\u0301 \u200b \u202e \ufeff \U0001f600 \u00ad ﬁ Ⅳ ½ ١٢٣ “ ” „ ‘ ’ ' \" « »"
    " ‹ › — – - … ! ? . , ; : ( ) [ ]"
).split(" ")
_TAGS = (
    "p div span a b i h1 h2 h3 ul ol li table tr td th blockquote article section main header footer nav"
    " aside figure figcaption img br hr form input button script style noscript iframe svg math template pre"
    " code time meta link title head body html q cite font center frameset select option xmp plaintext"
).split()
_ATTRIBUTES = "class id href src style datetime itemprop property name content lang dir data-x hidden".split()
_VALUES = (
    "article-body byline date comment share related og:title article:published_time author datePublished"
    " 2020-02-30 0000-00-00 9999-12-31T25:61:61+99:99 javascript:void(0) /2019/13/45/x // http:// en xx-YY"
).split()
_ENTITIES = "&amp; &lt; &gt; &quot; &#0; &#xD800; &#1114112; &nbsp; &bogus; & &#x1F600; &amp;lt; &#".split()
_TOKENS = (
    *rb"<!-- --> <![CDATA[ ]]> <? </ < > &# \u { [ <script> </script> <title> <plaintext> <tr><td>".split(),
    *(b'"', b"\x00", b"\xff", b"\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\r\n\r\n", b"\x1f\x8b\x08"),
    *(b"WARC/1.0\r\n", b"Content-Length: 99999999999\r\n", b"Transfer-Encoding: chunked\r\n"),
)


def words(random: Random, most: int = 60) -> str:
    """Words of many scripts, signs and marks."""
    return " ".join(random.choices(_WORDS, k=random.randint(1, most)))


def tree(random: Random, depth: int = 0) -> str:
    """Tags in tags, some unclosed, with odd attributes, entities and scripts between them."""
    if depth > 8 or random.random() < 0.25:
        return random.choice((words(random), random.choice(_ENTITIES), "", "\n"))
    tag = random.choice(_TAGS)
    own = "".join(f" {attribute(random)}" for _ in range(random.choice((0, 0, 1, 2))))
    inner = "".join(tree(random, depth + 1) for _ in range(random.randint(1, 3)))
    if tag == "script":
        inner = random.choice((inner, 'document.write("<p>" + "</p>")', "if (a < b && c > d) {}"))
    end = "" if random.random() < 0.15 else f"</{random.choice(_TAGS) if random.random() < 0.05 else tag}>"
    return f"<{tag}{own}>{inner}{end}"


def attribute(random: Random) -> str:
    """One attribute, quoted, half quoted, bare or huge."""
    value = random.choice(_VALUES) * (5000 if random.random() < 0.01 else 1)
    mark = random.choice(('"', "'", ""))
    return f"{random.choice(_ATTRIBUTES)}={mark}{value}{mark if random.random() < 0.97 else ''}"


def value_of(random: Random, depth: int = 0) -> Any:
    """A JSON value of any shape."""
    kind = random.randrange(8 if depth < 5 else 6)
    if kind < 6:
        simple = (None, True, random.randint(-9, 10**20), 1e308, words(random, 8), random.choice(_VALUES))
        return simple[kind]
    if kind == 6:
        return [value_of(random, depth + 1) for _ in range(random.randint(0, 4))]
    return {random.choice(_KEYS): value_of(random, depth + 1) for _ in range(random.randint(0, 6))}


_KEYS = (
    "@graph @type @id headline name author publisher datePublished dateModified articleBody url text html"
    " title items content_html content_text date_published authors outlet published version body_html"
    " body_text versioncreated byline language inLanguage mainEntityOfPage isPartOf image description"
).split()


def page(random: Random) -> bytes:
    """A page with a head that tells something, an article and a tree around it."""
    described = value_of(random)
    if isinstance(described, dict):
        described["@type"] = "NewsArticle"
    metas = "".join(f"<meta {attribute(random)} {attribute(random)}>" for _ in range(random.randint(0, 5)))
    paragraphs = "".join(f"<p>{words(random, 120)}</p>\n" for _ in range(random.randint(0, 12)))
    text = (
        f"<!doctype html><html {attribute(random)}><head><title>{words(random, 9)}</title>{metas}"
        f'<script type="application/ld+json">{json.dumps(described)}</script></head><body>'
        f"{tree(random)}<article><h1>{words(random, 9)}</h1>{paragraphs}</article>{tree(random)}"
    )
    encoding = random.choice(("utf-8", "utf-8", "utf-16", "windows-1251", "gb18030", "shift_jis", "latin-1"))
    return text.encode(encoding, random.choice(("replace", "ignore", "xmlcharrefreplace")))


def dirty(random: Random) -> bytes:
    """Lines as they are copied out of a page."""
    lines = (words(random, random.choice((3, 8, 80))) for _ in range(random.randint(1, 60)))
    return random.choice(("\n", "\n\n", "\r\n", "\r", "\u2028")).join(lines).encode("utf-8", "replace")


def record(random: Random, payload: bytes) -> bytes:
    """A WARC record of a response, at times chunked, packed or wrong about its length."""
    extra = ""
    if random.random() < 0.3:
        payload, extra = gzip.compress(payload, mtime=0), "Content-Encoding: gzip\r\n"
    if random.random() < 0.3:
        step = random.randint(1, 999)
        pieces = (payload[i : i + step] for i in range(0, len(payload), step))
        payload = b"".join(b"%x\r\n%s\r\n" % (len(p), p) for p in pieces) + b"0\r\n\r\n"
        extra += "Transfer-Encoding: chunked\r\n"
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset={random.choice(('utf-8', 'x', 'gbk'))}\r\n"
    block = f"{head}{extra}\r\n".encode() + payload
    length = len(block) + (random.choice((0, 0, 0, 0, -7, 5, 10**9)))
    kind = random.choice(("response", "response", "response", "request", "resource", "revisit", "conversion"))
    return (
        f"WARC/1.{random.randint(0, 1)}\r\nWARC-Type: {kind}\r\nWARC-Target-URI: http://news.example/{random.random()}"
        f"\r\nWARC-Date: 2020-01-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {length}\r\n\r\n"
    ).encode() + block + b"\r\n\r\n"  # fmt: skip


def warc(random: Random) -> bytes:
    """Several records, plain, each packed by itself, or packed as a whole."""
    records = [record(random, page(random)) for _ in range(random.randint(1, 4))]
    how = random.randrange(3)
    if how == 1:
        records = [gzip.compress(r, mtime=0) for r in records]
    whole = b"".join(records)
    return gzip.compress(whole, mtime=0) if how == 2 else whole


def wacz(random: Random) -> bytes:
    """A zip of WARC files and what else stands in one."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for i in range(random.randint(0, 2)):
            archive.writestr(zipfile.ZipInfo(f"archive/{i}.warc"), warc(random))
        archive.writestr(zipfile.ZipInfo("datapackage.json"), json.dumps(value_of(random)))
        archive.writestr(zipfile.ZipInfo("pages/pages.jsonl"), json.dumps(value_of(random)))
    return buffer.getvalue()


#: The outer tags of a feed, the tag of an entry, those in it.
_FEEDS = (
    ('rss version="2.0"><channel', "item", "title link pubDate description content:encoded"),
    ('feed xmlns="http://www.w3.org/2005/Atom"', "entry", "title link updated summary content"),
    (
        'urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"',
        "url",
        "loc news:news news:title news:publication_date",
    ),
    ('newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"', "contentSet", "inlineXML headline body"),
)


def feed(random: Random) -> bytes:
    """RSS, Atom, a sitemap or NewsML with entries of any content."""
    outer, entry, inner = random.choice(_FEEDS)

    def field(name: str) -> str:
        body = random.choice((words(random, 200), f"<![CDATA[{tree(random)}]]>", tree(random), "2020-01-01"))
        return f"<{name}>{body}</{name}>"

    entries = (
        f"<{entry}>{''.join(map(field, inner.split()))}</{entry}>" for _ in range(random.randint(0, 6))
    )
    ends = "".join(f"</{part.split(' ')[0]}>" for part in reversed(outer.split("><")))
    return f'<?xml version="1.0"?>\n<{outer}>{"".join(entries)}{ends}'.encode("utf-8", "replace")


def articles(random: Random) -> bytes:
    """JSON: an article, a list, a feed, ninjs, or lines of it, of any shape."""
    text = {"text": words(random, 300), "html": tree(random), "uri": "x", "body_text": words(random, 300)}
    shape = random.randrange(4)
    if shape == 0:
        return json.dumps({**text, random.choice(_KEYS): value_of(random)}).encode()
    if shape == 1:
        items = [
            value_of(random),
            {"id": 1, "content_html": tree(random), "date_published": words(random, 2)},
        ]
        return json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}).encode()
    if shape == 2:
        return json.dumps([value_of(random), text]).encode()
    return b"\n".join(json.dumps(v).encode() for v in (text, value_of(random), {**text, "title": None}))


def mhtml(random: Random) -> bytes:
    """A saved page in parts."""
    inner = page(random)
    return (
        b"From: <Saved by Blink>\r\nSubject: =?utf-8?Q?x=\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
        b"Content-Type: text/html\r\nContent-Transfer-Encoding: "
        + random.choice((b"8bit", b"quoted-printable", b"base64", b"x"))
        + b"\r\nContent-Location: http://news.example/\r\n\r\n" + inner + b"\r\n--b--\r\n"
    )  # fmt: skip


def noise(random: Random) -> bytes:
    """Bytes of no meaning."""
    return random.randbytes(random.choice((1, 3, 50, 5000)))


MAKERS: tuple[tuple[str, Callable[[Random], bytes]], ...] = (
    (".html", page),
    (".html", lambda random: tree(random).encode("utf-8", "replace")),
    (".txt", dirty),
    (".warc", warc),
    (".wacz", wacz),
    (".xml", feed),
    (".json", articles),
    (".jsonl", articles),
    (".mhtml", mhtml),
    (".txt", noise),
)


def broken(random: Random, body: bytes) -> bytes:
    """Bytes cut, doubled, moved, flipped, or with something put between them."""
    for _ in range(random.choice((0, 0, 1, 2, 8))):
        at, to = sorted(random.randrange(len(body) + 1) for _ in range(2))
        to = min(to, at + random.choice((1, 30, 300)))
        piece = random.choice(
            (b"", body[at:to] * random.choice((2, 3, 1000)), random.choice(_TOKENS), random.randbytes(3))
        )
        body = body[:at] + piece + body[to:]
    return body[:500_000] if random.random() < 0.9 else body[: random.randrange(len(body) + 1)]


def case(seed: int, number: int) -> Case:
    """The numbered case of a seed; packed by gzip at times."""
    random = Random(f"{seed}-{number}")
    suffix, make = MAKERS[number % len(MAKERS)]
    body = broken(random, make(random))
    if random.random() < 0.05:
        return Case(f"{seed}-{number}", f"{suffix}.gz", broken(random, gzip.compress(body, mtime=0)))
    return Case(f"{seed}-{number}", suffix, body)
