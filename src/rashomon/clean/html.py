"""A page of HTML -> its lines, and all text a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import lxml.html
from lxml import etree

from rashomon.clean.lines import Kind, Line
from rashomon.clean.normalize import normalize

#: trafilatura walks the tree by recursion and by XPath: a page of more elements, or nested deeper,
#: is no article and would hold a run up; the longest pages of the extraction sets have 30,000.
MAX_ELEMENTS = 100_000
MAX_DEPTH = 200
MIN_LOOSE = 40
_UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "head", "svg", "iframe", "select", "textarea"}
)
_BLOCKS = frozenset(
    "address article aside blockquote body br button center dd details div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr label li main nav ol option p pre section table "
    "td th tr ul".split()
)
_KINDS: Mapping[str, Kind] = {
    "p": "text",
    "code": "text",
    "head": "head",
    "item": "item",
    "cell": "cell",
    "quote": "quote",
}
_NESTED = ("p", "head", "item", "list", "quote", "row", "cell")
#: trafilatura loses whole paragraphs beside the comments of a page, which its own parser leaves out.
_PARSER = lxml.html.HTMLParser(collect_ids=False, remove_comments=True, remove_pis=True)


def parse(text: str) -> Any | None:
    """The tree of a page, or None where there is none that could be walked safely."""
    # The parser refuses text that declares an encoding; it was decoded already.
    source = re.sub(r"^\s*<\?xml[^>]*\?>", "", text[:2000], count=1) + text[2000:]
    try:
        tree = lxml.html.document_fromstring(source, parser=_PARSER)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, RecursionError):
        return None
    count = 0
    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        if depth > MAX_DEPTH or count > MAX_ELEMENTS:
            return None
    return tree


def article_lines(tree: Any) -> tuple[Line, ...]:
    """The lines of the article as trafilatura finds it, or the paragraphs where it finds none."""
    # Importing trafilatura takes most of a second: only when there is HTML.
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(
            tree, include_comments=False, with_metadata=False, include_tables=True, include_links=True
        )
    except Exception:  # Whatever it trips over, the page still has its paragraphs.
        found = None
    body = getattr(found, "body", None)
    lines = tuple(_lines_of(body)) if body is not None else ()
    return lines or tuple(map(Line, _paragraphs(tree))) or tuple(map(Line, visible_lines(tree)))


def _lines_of(element: Any) -> Iterator[Line]:
    """The lines of what trafilatura gives, text that stands loose between two blocks among them."""
    loose = element.text or ""
    for child in element:
        if child.tag not in _KINDS and child.tag not in ("list", "table", "row", "div", "graphic"):
            loose += _inner_text(child) + (child.tail or "")
            continue
        yield from _loose(loose)
        if kind := _KINDS.get(child.tag):
            linked = sum(len("".join(link.itertext()).strip()) for link in child.iter("ref"))
            yield from _split(_inner_text(child), kind, linked)
        else:
            yield from _lines_of(child)
        loose = child.tail or ""
    yield from _loose(loose)


def _loose(text: str) -> Iterator[Line]:
    """Text between two blocks, where it is more than the name of a button."""
    if len(text) >= MIN_LOOSE:
        yield from _split(text, "text", 0.0)


def _inner_text(element: Any) -> str:
    """All text inside an element, with a new line for each break and each block nested in it."""
    if element.tag == "lb":
        return "\n"
    for child in element.iter("lb", *_NESTED):
        if child is not element:
            child.text, child.tail = f"\n{child.text or ''}", f"\n{child.tail or ''}"
    return "".join(element.itertext())


def _split(text: str, kind: Kind, linked: float) -> Iterator[Line]:
    whole = normalize(text)
    for line in whole.split("\n"):
        if line:
            yield Line(line, kind, min(1.0, linked / len(whole)))


def _paragraphs(tree: Any) -> Iterator[str]:
    for element in tree.iter("p"):
        text = normalize(element.text_content()).replace("\n", " ")
        if len(text) >= 40 and not any(
            a.tag in ("aside", "nav", "footer", "form") for a in element.iterancestors()
        ):
            yield text


def visible_lines(tree: Any) -> tuple[str, ...]:
    """All text a reader sees, one block a line; evidence for what the article itself does not say."""
    pieces: list[str] = []
    # A stack of elements to open and of text that follows one that was closed.
    stack: list[Any] = [tree]
    while stack:
        element = stack.pop()
        if isinstance(element, str):
            pieces.append(element)
        elif isinstance(element.tag, str) and element.tag not in _UNSEEN:
            edge = "\n" if element.tag in _BLOCKS else ""
            pieces += (edge, element.text or "")
            stack.append(edge)
            for child in reversed(element):
                stack += (child.tail or "", child)
    return tuple(line for line in normalize("".join(pieces)).split("\n") if line)
