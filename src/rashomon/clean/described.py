"""What a page of HTML says of itself: headings, meta elements, JSON-LD, link relations; unchecked."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rashomon.clean.normalize import normalize, unescape


@dataclass(frozen=True, slots=True)
class SelfDescription:
    """What a page of HTML says of itself in its head; nothing of it is checked yet.

    ``published`` holds (value, where it was read), best first.
    """

    headings: tuple[str, ...] = ()
    og_title: str | None = None
    headline: str | None = None
    title_tag: str | None = None
    site_names: tuple[str, ...] = ()
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None
    descriptions: tuple[str, ...] = ()
    published: tuple[tuple[str, str], ...] = ()


NOTHING_SAID = SelfDescription()


def describe(tree: Any) -> SelfDescription:
    """What the page says of itself: headings, meta elements, JSON-LD, link relations."""
    metas = _metas(tree)
    things = tuple(_json_ld(tree))
    article = next((t for t in things if "headline" in t and "datePublished" in t), None)
    article = article or next((t for t in things if "headline" in t or "datePublished" in t), {})
    canonical = tree.xpath("//link[@rel='canonical']/@href")
    return SelfDescription(
        headings=tuple(filter(None, (_one_line(h.text_content()) for h in tree.iter("h1")))),
        og_title=metas.get("og:title"),
        headline=_name(article.get("headline")),
        title_tag=next((_one_line(t.text_content()) for t in tree.iter("title")), None),
        site_names=tuple(filter(None, (metas.get("og:site_name"), metas.get("application-name")))),
        publisher=_name(article.get("publisher")),
        authors=tuple(_authors(article.get("author"))) or tuple(_authors(metas.get("author"))),
        url=next(
            (u for u in (*canonical, metas.get("og:url"), _name(article.get("url"))) if _absolute(u)), None
        ),
        language=(tree.get("lang") or metas.get("og:locale") or "")[:2].lower() or None,
        descriptions=tuple(
            dict.fromkeys(
                text
                for text in (
                    metas.get("description"),
                    metas.get("og:description"),
                    _name(article.get("description")),
                    _name(article.get("alternativeHeadline")),
                )
                if text
            )
        ),
        published=tuple(_published(tree, article, metas)),
    )


_DATE_METAS = (
    "article:published_time",
    "datepublished",
    "pubdate",
    "og:pubdate",
    "og:published_time",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "published",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date.created",
    "dc.date",
    "date",
)


def _metas(tree: Any) -> dict[str, str]:
    """Meta elements by name, property or itemprop in small letters; the first of each counts."""
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = _one_line(element.get("content") or "")
        for attribute in ("property", "name", "itemprop"):
            if content and (name := element.get(attribute)):
                metas.setdefault(name.strip().lower(), content)
    return metas


def _json_ld(tree: Any) -> Iterator[Mapping[str, Any]]:
    """Every object of the page's JSON-LD, outer ones first."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            stack = [json.loads(script.text_content(), strict=False)]
        except (ValueError, RecursionError):
            continue
        while stack:
            value = stack.pop()
            if isinstance(value, dict):
                yield value
                stack += reversed(
                    [value[k] for k in ("@graph", "mainEntity", "itemListElement") if k in value]
                )
            elif isinstance(value, list):
                stack += reversed(value)


def _published(tree: Any, article: Mapping[str, Any], metas: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if isinstance(article.get("datePublished"), str):
        yield article["datePublished"], "JSON-LD datePublished"
    for name in _DATE_METAS:
        if name in metas:
            yield metas[name], f"meta {name}"
    for element in tree.iter("time"):
        marks = " ".join((element.get("itemprop") or "", element.get("class") or "")).lower()
        around = {a.tag for a in element.iterancestors()}
        changed = "modif" in marks or "updat" in marks
        if element.get("datetime") and not changed and not around & {"aside", "nav", "footer", "ul", "a"}:
            yield element.get("datetime"), "time element"
            return


def _authors(value: Any) -> Iterator[str]:
    for author in value if isinstance(value, list) else [value]:
        kind = author.get("@type") if isinstance(author, dict) else None
        name = _name(author)
        if name and kind != "Organization" and not name.startswith(("http", "@", "/")):
            yield name


def _name(value: Any) -> str | None:
    """The text of a JSON-LD value: itself, its name, or that of its first member."""
    for _ in range(4):
        if isinstance(value, list) and value:
            value = value[0]
        elif isinstance(value, dict):
            value = value.get("name") or value.get("@id")
    return _one_line(value) or None if isinstance(value, str) else None


def _absolute(url: str | None) -> bool:
    return bool(url and url.startswith(("http://", "https://")))


def _one_line(text: str) -> str:
    return " ".join(normalize(unescape(text)).split())
