"""RSS 0.9 to 2.0, Atom, JSON Feed and news sitemaps given as files -> the entries that carry their text.

Nothing is fetched: an entry that only leads to a page is counted and told, one line for the feed.
lxml's recovering parser is used rather than feedparser: it reads broken feeds as far, and the same
safe parser serves NewsML.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from rashomon.config import ReadConfig
from rashomon.read.kinds import HTML, PLAIN
from rashomon.read.xmltree import child, markup_of, name_of, namespace_of, outermost, text_of
from rashomon.types import Page, Sidecar

FEED_ROOTS = ("rss", "feed", "rdf")
SITEMAP_ROOTS = ("urlset", "sitemapindex")
_CONFIG = ReadConfig()
_TAG = re.compile(r"<[a-zA-Z/!][^>]{0,2000}>")
#: How a teaser ends that leads on to the page.
_CUT = re.compile(r"(?:…|\.\.\.|\[(?:…|\.\.\.|&hellip;)\])\W{0,4}$")
#: Extensions that repeat title and text of an entry for players of sound and pictures.
_FOREIGN = ("mrss", "media", "itunes", "googleplay", "podcast")
_MAIL_AND_NAME = re.compile(r"\S+@\S+\s*\((.+)\)")


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry; ``content`` is None where there is none, or a teaser only."""

    sidecar: Sidecar
    content: str | None = None
    media_type: str = PLAIN


def is_json_feed(value: Any) -> bool:
    """True for JSON Feed 1.0 and 1.1 (jsonfeed.org)."""
    return (
        isinstance(value, dict)
        and str(value.get("version", "")).startswith(("https://jsonfeed.org/", "http://jsonfeed.org/"))
        and isinstance(value.get("items"), list)
    )


def pages_of_feed(root: Any, source: str) -> Iterator[Page]:
    """A page for each entry of an RSS or Atom feed that carries its text."""
    yield from _pages(
        [_entry(element) for element in outermost(root, "item", "entry", unclosed=True)],
        source,
        "feed entries",
    )


def pages_of_sitemap(root: Any, source: str) -> Iterator[Page]:
    """A sitemap names pages and carries none: told in one line."""
    listed = [_listed(element) for element in outermost(root, "url", "sitemap")]
    yield from _pages(listed, source, "sitemap entries")


def pages_of_json_feed(value: Mapping[str, Any], source: str) -> Iterator[Page]:
    """A page for each item of a JSON Feed that carries its text."""
    items = [item for item in value["items"] if isinstance(item, dict)]
    yield from _pages([_json_entry(item) for item in items], source, "feed entries")


def _pages(entries: Sequence[_Entry], source: str, kind: str) -> Iterator[Page]:
    empty = [entry.sidecar for entry in entries if entry.content is None]
    if empty or not entries:
        first = next((told.title or told.url for told in empty if told.title or told.url), None)
        told = f"{len(empty):,} of {len(entries):,} {kind} carry no content"
        yield Page(source, b"", PLAIN, problem=f"{told}, the first: {first}" if first else told)
    for number, entry in enumerate(entries, 1):
        if entry.content is not None:
            body = entry.content.encode("utf-8", "replace")
            yield Page(f"{source}#{number}", body, entry.media_type, entry.sidecar)


# ---------------------------------------------------------------- RSS and Atom


def _entry(element: Any) -> _Entry:
    own = [e for e in element if not any(mark in namespace_of(e) for mark in _FOREIGN)]
    first = {name_of(e): e for e in reversed(own)}
    sidecar = Sidecar(
        url=_link(own, first),
        title=_plain(text_of(first.get("title"))),
        published=next(filter(None, (_day(text_of(first.get(name))) for name in _DAYS)), None),
        authors=tuple(dict.fromkeys(filter(None, (_author(e) for e in own if name_of(e) in _AUTHORS)))),
    )
    for name, least in (
        ("encoded", 0),
        ("content", 0),
        ("body", 0),
        *((n, _CONFIG.min_summary) for n in _SUMS),
    ):
        if name in first and (found := _content(first[name], least)):
            return _Entry(sidecar, *found)
    return _Entry(sidecar)


#: Not Atom's "updated": an entry that was changed was not published then.
_DAYS = ("pubdate", "published", "issued", "date", "created")
_AUTHORS = ("author", "creator")
_SUMS = ("description", "summary")


def _content(element: Any, least: int) -> tuple[str, str] | None:
    """The text of an entry and its media type; None where it stands elsewhere or is a teaser."""
    kind = (element.get("type") or "").lower()
    if element.get("src") or (kind and "/" in kind and not kind.startswith("text/") and "xhtml" not in kind):
        return None
    markup = markup_of(element)
    if kind in ("text", "text/plain"):
        return (markup, PLAIN) if _is_whole(markup, least) else None
    return _of_markup(markup, least)


def _of_markup(markup: str, least: int) -> tuple[str, str] | None:
    if not _is_whole(_plain(markup) or "", least):
        return None
    return (markup, HTML) if _TAG.search(markup) else (html.unescape(markup), PLAIN)


def _is_whole(text: str, least: int) -> bool:
    """Whether a text is the entry's own and no teaser: long enough, and not cut."""
    text = text.strip()
    cut = len(text) < _CONFIG.min_cut and _CUT.search(text[-20:])
    return len(text) >= max(1, least) and not cut


def _link(own: Iterable[Any], first: Mapping[str, Any]) -> str | None:
    links = [e for e in own if name_of(e) == "link" and (e.get("rel") or "alternate") == "alternate"]
    found = [text_of(first.get("origlink")), *(e.get("href") or text_of(e) for e in links)]
    guid = first.get("guid")
    if guid is not None and guid.get("isPermaLink") != "false":
        found.append(text_of(guid))
    return next(filter(None, map(_address, found)), None)


def _author(element: Any) -> str | None:
    """The name in "mail (name)", in an element name of Atom, or as it stands."""
    name = child(element, "name")
    text = _plain(text_of(element if name is None else name)) or ""
    in_mail = _MAIL_AND_NAME.fullmatch(text)
    text = in_mail.group(1) if in_mail else text
    return text if text and "@" not in text and len(text) <= 200 else None


def _listed(element: Any) -> _Entry:
    news = child(element, "news")
    title = child(news, "title") if news is not None else None
    return _Entry(Sidecar(url=_address(text_of(child(element, "loc"))), title=_plain(text_of(title))))


# ---------------------------------------------------------------- JSON Feed


def _json_entry(item: Mapping[str, Any]) -> _Entry:
    authors = item.get("authors") if isinstance(item.get("authors"), list) else [item.get("author")]
    names = [_text(author.get("name")) for author in authors or () if isinstance(author, dict)]
    sidecar = Sidecar(
        url=_address(_text(item.get("url")) or ""),
        title=_text(item.get("title")),
        published=_day(_text(item.get("date_published")) or ""),
        authors=tuple(dict.fromkeys(filter(None, names))),
    )
    markup, text = item.get("content_html"), item.get("content_text")
    if isinstance(markup, str) and (found := _of_markup(markup, 0)):
        return _Entry(sidecar, *found)
    if isinstance(text, str) and _is_whole(text, 0):
        return _Entry(sidecar, text)
    summary = item.get("summary")
    whole = isinstance(summary, str) and _is_whole(summary, _CONFIG.min_summary)
    return _Entry(sidecar, summary if whole else None)


# ---------------------------------------------------------------- small values


def _text(value: Any) -> str | None:
    """A string on one line; None of anything else."""
    return (
        " ".join(value.encode("utf-8", "replace").decode().split()) or None
        if isinstance(value, str)
        else None
    )


def _plain(markup: str) -> str | None:
    """Text without tags and entities, on one line."""
    return " ".join(html.unescape(_TAG.sub(" ", html.unescape(markup))).split()) or None


def _address(text: str) -> str | None:
    text = text.strip()
    return text if text.lower().startswith(("http://", "https://")) and " " not in text else None


def _day(text: str) -> str | None:
    """A date of RFC 822 or ISO 8601 in ISO 8601; None of any other."""
    try:
        return datetime.fromisoformat(text.strip()).isoformat() if len(text) > 10 else _date_alone(text)
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _date_alone(text: str) -> str | None:
    return datetime.fromisoformat(text).date().isoformat() if text else None
