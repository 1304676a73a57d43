"""News items as agencies send them: NewsML-G2 and NITF (IPTC), XML.

newsItem -> contentSet: inlineXML (NITF or XHTML) or inlineData -> a page of HTML or text
         -> contentMeta, itemMeta -> sidecar

What of an item is made into a page of HTML is its headline, its dateline where the text lacks it,
and its paragraphs.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from rashomon.read.kinds import HTML, PLAIN
from rashomon.read.xmltree import below, child, children, markup_of, name_of, outermost, text_of
from rashomon.types import Page, Sidecar

NEWS_ROOTS = ("newsmessage", "newsitem", "packageitem", "newsml", "nitf")
#: Where the text begins: sub-headlines may stand above it.
_FIRST_PARAGRAPH = re.compile(
    r"\s*+(?:<(?:h2|div)\b[^>]*+>[^<]*+(?:</h2>\s*+)?+)*+<p\b[^>]*+>", re.IGNORECASE
)
_PARAGRAPHS = {"hl2": "h2", "p": "p", "table": "table", "ul": "ul", "ol": "ol", "dl": "p", "bq": "blockquote"}


def pages_of_newsml(root: Any, source: str) -> Iterator[Page]:
    """A page for each item with text; an item without (a picture, a package) is told in one line."""
    items = list(outermost(root, "newsitem")) or list(outermost(root, "nitf"))
    pages = [page for number, item in enumerate(items, 1) if (page := _page(item, f"{source}#{number}"))]
    if len(pages) < len(items) or not items:
        told = f"{len(items) - len(pages):,} of {len(items):,} news items carry no text"
        yield Page(source, b"", PLAIN, problem=told if items else "a news package without items")
    yield from pages


def news_page(
    source: str, sidecar: Sidecar, markup: str, *, headline: str | None, dateline: str | None
) -> Page:
    """A page of HTML from the parts of a news item; headline and dateline are text."""
    if dateline and dateline.rstrip(" -–—") not in _start_of(markup):
        sent = html.escape(dateline if dateline.endswith(("-", "–", "—")) else f"{dateline} –")
        first = _FIRST_PARAGRAPH.match(markup)
        at = first.end() if first else 0
        markup = f"{markup[:at]}{sent} {markup[at:]}" if first else f"<p>{sent}</p>\n{markup}"
    top = f"<h1>{html.escape(headline)}</h1>\n" if headline else ""
    title = f"<title>{html.escape(headline)}</title>" if headline else ""
    body = f"<html><head>{title}</head><body><article>\n{top}{markup}\n</article></body></html>"
    return Page(source, body.encode("utf-8", "replace"), HTML, sidecar)


def _start_of(markup: str) -> str:
    """The first words of markup, where a dateline would stand."""
    return " ".join(html.unescape(markup[:2_000]).split())


def _page(item: Any, source: str) -> Page | None:
    nitf = item if name_of(item) == "nitf" else next(below(item, "nitf"), None)
    sidecar, dateline = _described(item, nitf)
    markup = _nitf_markup(nitf) if nitf is not None else _inline_markup(item)
    if markup is not None:
        return news_page(source, sidecar, markup, headline=sidecar.title, dateline=dateline)
    text = "\n\n".join(filter(None, ("".join(e.itertext()).strip() for e in below(item, "inlinedata"))))
    return Page(source, text.encode("utf-8", "replace"), PLAIN, sidecar) if text else None


def _inline_markup(item: Any) -> str | None:
    """The body of the XHTML in an item."""
    for inline in below(item, "inlinexml"):
        body = next(below(inline, "body"), inline)
        markup = markup_of(body)
        if markup.strip():
            return markup
    return None


def _nitf_markup(nitf: Any) -> str | None:
    """The paragraphs of NITF; its hedlines, bylines and media stand apart and are none of them."""
    content = next(below(nitf, "body.content"), None)
    if content is None:
        return None
    parts = []
    for block in list(below(content, *_PARAGRAPHS)):
        above = {name_of(a) for a in block.iterancestors()}
        if above & {"media", "p", "table", "ul", "ol", "dl", "bq"}:
            continue
        name = _PARAGRAPHS[name_of(block)]
        parts.append(f"<{name}>{markup_of(block)}</{name}>")
    return "\n".join(parts) or None


# ---------------------------------------------------------------- what an item says of itself


def _described(item: Any, nitf: Any | None) -> tuple[Sidecar, str | None]:
    """The sidecar of an item, and its dateline."""
    empty = item.makeelement("none")
    meta = child(item, "itemmeta")
    meta = empty if meta is None else meta
    content = child(item, "contentmeta")
    content = empty if content is None else content
    document = empty if nitf is None else nitf
    days = (child(content, "contentcreated"), child(meta, "firstcreated"), child(meta, "versioncreated"))
    issued = next(below(document, "date.issue"), empty).get("norm")
    bylines = [text_of(e) for e in (*children(content, "by"), *below(document, "byttl"), *_bylines(document))]
    names = [_named(e) for e in children(content, "creator")]
    sidecar = Sidecar(
        url=next((e.get("href") for e in below(item, "link") if _is_address(e.get("href"))), None),
        outlet=_named(child(meta, "provider")) or None,
        published=next(filter(None, (*map(text_of, days), issued)), None),
        title=text_of(child(content, "headline")) or text_of(next(below(document, "hl1"), None)) or None,
        authors=tuple(dict.fromkeys(filter(None, bylines or names))),
        agency=_named(child(content, "infosource")) or None,
        language=primary_language(_language(content, item)),
    )
    dateline = text_of(child(content, "dateline")) or text_of(next(below(document, "dateline"), None))
    return sidecar, dateline or None


def _bylines(document: Any) -> Iterator[Any]:
    for byline in below(document, "byline"):
        persons = list(below(byline, "person"))
        yield from persons or [byline]


def _named(element: Any | None) -> str:
    """A party by its name, its literal, or its code without the scheme: nprov:XYZ."""
    if element is None:
        return ""
    name = text_of(child(element, "name")) or (element.get("literal") or "")
    return name or (element.get("qcode") or "").rpartition(":")[2]


def _language(content: Any, item: Any) -> str:
    told = child(content, "language")
    tag = told.get("tag") if told is not None else None
    return tag or item.get("{http://www.w3.org/XML/1998/namespace}lang") or ""


def primary_language(tag: str) -> str | None:
    """'en' of 'en-GB'; None of what is no tag of BCP 47."""
    primary = tag.replace("_", "-").partition("-")[0].strip().lower()
    return primary if primary.isascii() and primary.isalpha() and len(primary) in (2, 3) else None


def _is_address(value: str | None) -> bool:
    return bool(value and value.lower().startswith(("http://", "https://")))
