"""ninjs (IPTC), news items in JSON, versions 1 to 3 -> pages.

Version 1 has body_xhtml and body_text, 2 bodies and headlines, 3 the same with names in camelCase;
names are read without their capitals and underscores.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rashomon.read.kinds import PLAIN
from rashomon.read.newsml import news_page, primary_language
from rashomon.types import Page, Sidecar

_MARKS = (
    "bodies", "bodyxhtml", "bodytext", "headlines", "versioncreated", "firstcreated", "representationtype",
)  # fmt: skip


def is_ninjs(value: Mapping[str, Any]) -> bool:
    """True where an object has the identity of a news item and two of the properties of ninjs."""
    keys = {_key(key) for key in value}
    return "uri" in keys and sum(mark in keys for mark in _MARKS) > 1


def page_of_ninjs(value: Mapping[str, Any], source: str) -> Page:
    """The page of one item; an item without text is told."""
    item = {_key(key): inner for key, inner in value.items()}
    sidecar = _sidecar(item)
    dateline = _string(item.get("dateline"))
    if markup := _body(item, html=True):
        return news_page(source, sidecar, markup, headline=sidecar.title, dateline=dateline)
    if text := _body(item, html=False):
        return Page(source, text.encode("utf-8", "replace"), PLAIN, sidecar)
    return Page(source, b"", PLAIN, sidecar, "ninjs without a body")


def _body(item: Mapping[str, Any], *, html: bool) -> str | None:
    """The main body as markup, or as text."""
    found = item.get("bodyxhtml") or item.get("bodyhtml") if html else item.get("bodytext")
    if isinstance(found, str) and found.strip():
        return found
    bodies = [b for b in _objects(item.get("bodies")) if _value(b) and ("html" in _type(b)) == html]
    main = [b for b in bodies if _string(b.get("role")) in (None, "main", "body", "fulltext")]
    return _value((main or bodies)[0]) if bodies else None


def _type(body: Mapping[str, Any]) -> str:
    return (_string(body.get("contenttype")) or "").lower()


def _value(body: Mapping[str, Any]) -> str:
    value = body.get("value")
    return value if isinstance(value, str) and value.strip() else ""


def _sidecar(item: Mapping[str, Any]) -> Sidecar:
    headlines = sorted(_objects(item.get("headlines")), key=lambda h: _string(h.get("role")) != "main")
    titles = [_string(item.get("headline")), *(_string(h.get("value")) for h in headlines)]
    sources = [_string(s.get("name")) for s in _objects(item.get("infosources"))]
    days = (_string(item.get(key)) for key in ("contentcreated", "firstcreated", "versioncreated"))
    addresses = [item.get("uri"), *(a.get("href") for a in _objects(item.get("altids")))]
    provider = item.get("provider")
    return Sidecar(
        url=next((a for a in map(_string, addresses) if a and a.startswith(("http://", "https://"))), None),
        outlet=_string(provider) or (_string(provider.get("name")) if isinstance(provider, dict) else None),
        published=next(filter(None, days), None),
        title=next(filter(None, titles), None),
        authors=tuple(dict.fromkeys(_authors(item))),
        agency=next(filter(None, (*sources, _string(item.get("source")))), None),
        language=primary_language(_string(item.get("language")) or ""),
    )


def _authors(item: Mapping[str, Any]) -> Iterator[str]:
    """The names of a byline; those of people only where there is none, since people are told about too."""
    line = _string(item.get("byline")) or _string(item.get("by"))
    if line:
        yield line
    for byline in _objects(item.get("bylines")):
        if name := _string(byline.get("name")) or _string(byline.get("value")):
            yield name


def _objects(value: Any) -> list[dict[str, Any]]:
    """The objects of a list, their keys as _key spells them."""
    found = value if isinstance(value, list) else []
    return [{_key(k): v for k, v in one.items()} for one in found if isinstance(one, dict)]


def _key(name: str) -> str:
    return name.replace("_", "").lower()


def _string(value: Any) -> str | None:
    """A string on one line that UTF-8 can spell; None of anything else."""
    return (
        " ".join(value.encode("utf-8", "replace").decode().split()) or None
        if isinstance(value, str)
        else None
    )
