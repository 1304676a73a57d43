"""The JSON-LD of a page: read leniently, and which of its objects is the article (schema.org).

scripts -> values (a second, mended reading where the first fails) -> things -> the article
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rashomon.clean.normalize import fold, normalize, unescape

#: The largest script of the extraction sets has 190,000 characters; a page may not hold a run up.
MAX_CHARACTERS = 2_000_000
MAX_THINGS = 3_000
_WITHIN = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item")
_ARTICLE = re.compile(r"(?:Article|Posting|Report)$")
_PAGE = re.compile(r"(?:Page|Blog|CreativeWork|VideoObject|Event|Episode|Recipe|Review)$")
_OPENING = re.compile(r"<!--|(?://|/\*)? ?<!\[CDATA\[(?: ?\*/)?")
_CLOSING = re.compile(r"(?:-->|(?://|/\*)? ?\]\]>(?: ?\*/)?)$")
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_BAD_ESCAPE = re.compile(r"\\(?![\"\\/bfnrtu])")
_PAIR = re.compile(r'"(datePublished|dateModified|headline)"\s*:\s*"([^"\\\n]{4,300})"')


@dataclass(frozen=True, slots=True)
class Thing:
    """One object of the JSON-LD; ``listed`` where it stands in a list, as teasers do."""

    value: Mapping[str, Any]
    listed: bool

    @property
    def rank(self) -> int:
        """0 for an article, 1 for a page or work, 2 for what else has a headline, 3 for all else."""
        kinds = self.value.get("@type")
        names = [k for k in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(k, str)]
        if any(map(_ARTICLE.search, names)):
            return 0
        if any(map(_PAGE.search, names)):
            return 1
        return 2 if "headline" in self.value and "Comment" not in names else 3


@dataclass(frozen=True, slots=True)
class LinkedData:
    """The things of a page, outer ones first, and the named ones by their @id."""

    things: tuple[Thing, ...] = ()
    named: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def read_linked_data(scripts: Iterable[str]) -> LinkedData:
    """All objects of the page's JSON-LD; what cannot be read is passed over."""
    things: list[Thing] = []
    named: dict[str, Mapping[str, Any]] = {}
    for script in scripts:
        stack = [(value, False) for value in reversed(list(_values(script[:MAX_CHARACTERS])))]
        while stack and len(things) < MAX_THINGS:
            value, listed = stack.pop()
            if isinstance(value, list):
                stack += [(item, listed) for item in reversed(value[:MAX_THINGS])]
            elif isinstance(value, dict):
                things.append(Thing(value, listed))
                for thing in (value, value.get("author"), value.get("publisher")):
                    if isinstance(thing, dict) and isinstance(thing.get("@id"), str) and thing.get("name"):
                        named.setdefault(thing["@id"], thing)
                stack += [
                    (value[key], listed or key == "itemListElement")
                    for key in reversed(_WITHIN)
                    if isinstance(value.get(key), (dict, list))
                ]
    return LinkedData(tuple(things), named)


def _values(script: str) -> Iterator[Any]:
    """The values of a script as it stands, mended, or at least the pairs that tell of an article."""
    text = script.strip()
    if opening := _OPENING.match(text):
        text = text[opening.end() :]
        text = text[:-20] + _CLOSING.sub("", text[-20:])
    values = _decoded(text) or _decoded(_mended(text))
    pairs = [] if values else _PAIR.findall(text)
    if "Article" in text and pairs and len(dict(pairs)) == len(pairs):
        values = [{"@type": "Article", **dict(pairs)}]
    yield from values


def _decoded(text: str) -> list[Any]:
    """The JSON values that stand one behind the other, as far as they can be read."""
    decoder, at = json.JSONDecoder(strict=False), 0
    values: list[Any] = []
    while at < len(text) and len(values) < MAX_THINGS:
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        values.append(value)
        at += len(text[at : at + 1000]) - len(text[at : at + 1000].lstrip(" \t\r\n,;"))
    return values


def _mended(text: str) -> str:
    """A second reading: entities spelled out, no escapes that JSON does not know, no comma too many."""
    if '"' not in text:
        text = html.unescape(text)
    return _TRAILING_COMMA.sub("", _BAD_ESCAPE.sub("", text))


def article_of(data: LinkedData, titles: Sequence[str]) -> Mapping[str, Any]:
    """What the JSON-LD says of the article of this page; empty where it says nothing sure.

    ``titles`` are those the page gives elsewhere: a thing in a list must bear one, and so must one of
    several articles of different days. What an article does not say is taken from its page.
    """
    own = {fold(title) for title in titles if title}

    def bears(thing: Thing) -> bool:
        told = fold(text_of(thing.value.get("headline") or thing.value.get("name")) or "")
        return bool(told) and any(told in title or title in told for title in own)

    found = [t for t in data.things if t.rank <= 2 and (not t.listed or bears(t))]
    found.sort(key=lambda t: (t.rank > 0, not bears(t), t.rank))
    if not found:
        return {}
    best, *others = found
    days = {
        str(t.value.get("datePublished"))[:10] for t in found if t.rank == 0 and t.value.get("datePublished")
    }
    if best.rank == 0 and len(days) > 1 and not bears(best):
        return {}
    page = next((t.value for t in others if t.rank == 1 and not t.listed), {})
    keys = ("datePublished", "dateModified", "author", "publisher", "description", "inLanguage")
    return {**{key: page[key] for key in keys if key in page}, **best.value}


def authors_of(article: Mapping[str, Any], data: LinkedData) -> Iterator[tuple[str, bool]]:
    """(name, whether it is that of a house) of each author; an @id is looked up among the things."""
    for key in ("author", "creator"):
        value = article.get(key)
        found = False
        for author in value if isinstance(value, list) else [value]:
            thing: Mapping[str, Any] = author if isinstance(author, dict) else {"name": author}
            if not thing.get("name"):
                thing = data.named.get(str(thing.get("@id")), thing)
            kind, names = thing.get("@type"), thing.get("name")
            for name in names if isinstance(names, list) else [names]:
                if isinstance(name, str) and name.strip():
                    found = True
                    yield one_line(name[:1000]), "Organization" in str(kind)
        if found:
            return


def text_of(value: Any) -> str | None:
    """The text of a JSON-LD value: itself, its name, or that of its first member."""
    for _ in range(4):
        if isinstance(value, list) and value:
            value = value[0]
        elif isinstance(value, dict):
            value = value.get("name") or value.get("@id")
    return one_line(value) or None if isinstance(value, str) else None


def one_line(text: str) -> str:
    """A text of the head with its entities spelled out, in one line."""
    return " ".join(normalize(unescape(text)).split())
