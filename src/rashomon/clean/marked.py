"""Where a page of HTML shows days and the names of its writers: one pass over its elements.

The words looked for are those HTML and the authors of style sheets use, whatever the page's language.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

from rashomon.clean.nodes import Node
from rashomon.clean.normalize import normalize

MAX_TEXT = 160
#: So many days are looked at; an archive has thousands.
MAX_SHOWN = 400
#: A link with so many characters beside the day is a teaser.
MAX_IN_LINK = 25
_UNSEEN = frozenset(
    {
        "script",
        "style",
        "meta",
        "link",
        "title",
        "noscript",
        "template",
        "head",
        "svg",
        "iframe",
        "select",
        "textarea",
    }
)
_TIMES = frozenset({"time", "relative-time", "abbr"})
_MACHINE = ("datetime", "content", "title", "data-datetime", "data-date", "data-time", "data-timestamp")
_DAY_LIKE = re.compile(r"(?<!\d)\d{4}(?!\d)|\d\d?[./-]\d\d?[./-]\d\d")
_DATE_MARK = re.compile(
    r"date|time(?!r|line)|publi[sc]|posted|datum|fecha|pubd|created|issued|tarih|byline|meta|info", re.I
)
_AUTHOR_MARK = re.compile(r"author|byline|(?<![a-z])auteur|(?<![a-z])autor|(?<![a-z])writer|vcard", re.I)
_CHANGED_MARK = re.compile(r"modif|updat|chang|revis", re.I)
_PUBLISHED_MARK = re.compile(r"publi[sc]|pubdate|posted|entry-date|post-date|article-?date|issued", re.I)
#: Parts of a page whose days are those of other texts.
_ELSEWHERE = re.compile(
    r"comment|respon[ds](?!ive)|repl(?:y|ies)(?![a-z])|discuss|disqus|related|recommend|sidebar|widget|teaser"
    r"|foot(?!note)|navi|(?<![a-z])nav(?![a-z])|archiv|popular|trending|most-?read|promo|also|carousel"
    r"|(?<![a-z])(?:next|prev)|slide|ticker|calendar|(?<![a-z])recent|latest|banner|cookie|masthead|top-?bar"
    r"|site-?header|menu|copyright|signature",
    re.I,
)
#: The foot of an article is no foot of the page; page builders call each box a widget.
_OF_ARTICLE = re.compile(
    r"(?:post|entry|article|story|content|node)[-_]*(?:foot(?:er)?|meta|info|widget|list)\w*"
    r"|elementor[-\w]*|widget-container",
    re.I,
)


#: The names of elements repeat: a page has a thousand elements and a hundred names.
NAMES = 20_000


@lru_cache(maxsize=NAMES)
def _marked(marks: str) -> tuple[bool, bool]:
    """Whether an element is marked as one of dates, and as one of authors."""
    return _DATE_MARK.search(marks) is not None, _AUTHOR_MARK.search(marks) is not None


@lru_cache(maxsize=NAMES)
def _marks_elsewhere(marks: str) -> str | None:
    found = _ELSEWHERE.search(_OF_ARTICLE.sub("", marks))
    return found.group() if found else None


@dataclass(frozen=True, slots=True)
class Shown:
    """A text that may tell the day of the article, and where it stands.

    ``machine`` is the day as the element gives it to programs. ``marks`` are the names of its element
    and of the two around it. ``after`` counts the characters of text from the end of the headline on,
    below zero above it, None where no headline was found. ``elsewhere`` is the part of the page it
    belongs to that does not hold the headline: comments, a sidebar.
    """

    text: str
    machine: str | None
    marks: str
    after: int | None
    elsewhere: str | None = None

    @property
    def published(self) -> bool:
        """Whether its element is marked as the day of publication."""
        return bool(_PUBLISHED_MARK.search(self.marks.partition("|")[0]))

    @property
    def changed(self) -> bool:
        """Whether its element is marked as the day of a change."""
        return not self.published and bool(_CHANGED_MARK.search(self.marks.partition("|")[0]))

    @property
    def dated(self) -> bool:
        """Whether its element or one of the two around it is marked as one of dates."""
        marked = _DATE_MARK.search(self.marks) or _OF_ARTICLE.search(self.marks)
        return self.machine is not None or marked is not None


_NAMES = frozenset({"class", "id", "itemprop", "property", "rel"})


def marks_of(attributes: Mapping[str, str]) -> str:
    """The names an element goes by: class, id, itemprop, property, rel."""
    names = [attributes[key] for key in attributes if key in _NAMES]
    return names[0][:200] if len(names) == 1 else " ".join(names)[:400]


def shown_in(
    nodes: Iterable[Node], heading: Any | None, titles: Collection[str]
) -> tuple[tuple[Shown, ...], tuple[str, ...]]:
    """All texts that may tell the day of the article, and those that may name its writers, in order.

    ``heading`` is the element of the headline; without one the first that holds one of ``titles`` is.
    """
    position, title_end = 0, None
    days: list[tuple[Any, str, str | None, int]] = []
    writers: list[tuple[Any, str]] = []
    for element, tag, attributes, text, tail, _ in nodes:
        unseen = tag in _UNSEEN
        for inside, piece in ((True, None if unseen else text), (False, tail)):
            if not piece or piece.isspace():
                continue
            position += (size := len(piece))
            if heading is None and piece.strip() in titles:
                heading = element if inside else element.getparent()
            if size < 2 * MAX_TEXT and len(days) < MAX_SHOWN and _DAY_LIKE.search(piece):
                days.append((element if inside else element.getparent(), piece, None, position))
        if element is heading:
            title_end = position + len(heading.text_content()) - len(heading.text or "")
        marks = "" if unseen or not attributes else marks_of(attributes)
        dated, signed = _marked(marks) if marks else (False, False)
        if (dated or (tag in _TIMES and not unseen)) and len(days) < MAX_SHOWN and len(element) < 12:
            machine = next(filter(None, map(attributes.get, _MACHINE)), None)
            if machine or len(element):
                days.append((element, element.text_content(), machine, position))
        if signed and len(writers) < MAX_SHOWN and len(element) < 12:
            writers.append((element, element.text_content()))
    above = set(heading.iterancestors()) if heading is not None else set()
    shown = (
        Shown(
            _one_line(text),
            machine,
            _marks_around(element),
            None if title_end is None else at - title_end,
            _elsewhere(element, text, above),
        )
        for element, text, machine, at in days
        if len(text) < 2 * MAX_TEXT
    )
    names = (
        _one_line(text)
        for element, text in writers
        if len(text) < 2 * MAX_TEXT and _elsewhere(element, text, above) is None
    )
    return tuple(s for s in shown if s.machine or any(map(str.isdigit, s.text))), tuple(filter(None, names))


def _marks_around(element: Any) -> str:
    """The marks of an element and of the two around it, divided by bars."""
    around = (element, *islice(element.iterancestors(), 2))
    return "|".join(f"{e.tag} {marks_of(e.attrib)}" for e in around)


def _elsewhere(element: Any, text: str, above: Collection[Any]) -> str | None:
    """The part of the page around an element that does not hold the headline and is not the article's."""
    for part in (element, *element.iterancestors()):
        if part in above or part.tag in ("body", "html"):
            return None
        if found := _marks_elsewhere(marks_of(part.attrib)):
            return found
        if part.tag in ("aside", "nav", "figcaption"):
            return str(part.tag)
        # Without a headline the header of the page cannot be told from that of the article.
        edge = part.tag == "footer" or (part.tag == "header" and above)
        if edge and not any(a.tag in ("article", "main") for a in part.iterancestors()):
            return str(part.tag)
        if part.tag == "a" and len(part.text_content().strip()) > len(text.strip()) + MAX_IN_LINK:
            return "teaser"
    return None


def _one_line(text: str) -> str:
    return " ".join(normalize(text).split())[:MAX_TEXT]
