"""A page of HTML -> the lines of its article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from copy import copy
from typing import Any

import lxml.html
from lxml import etree

from rashomon.clean.alignment import with_boxes
from rashomon.clean.layout import MAX_ELEMENTS, Shown, boxes_of
from rashomon.clean.lines import Kind, Line
from rashomon.clean.normalize import normalize

MIN_LOOSE = 40
#: What the quick extraction gives is doubted where it is little beside the paragraphs of the page, mostly
#: short lines, or mostly links; then the slow one compares. Tuned on the tuned halves of four sets, where
#: a twentieth of the pages is doubted and the mean F1 is that of the slow one for all, or better.
PARAGRAPH, MIN_COVERED, MIN_LONG, MAX_LINKED = 80, 0.3, 0.5, 0.4
#: A short article may stand beside the paragraphs of other stories. Where the quick extraction tells so many
#: times as many words of the page's title as the slow one, it is the article: on the tuned halves seven of
#: seven such pages, against none of the forty where the slow one is better.
MUCH_MORE_TOLD, MIN_TITLE_WORD, BEGINNING = 2.0, 4, 1500
#: More characters, or more elements by the look of it, are parsed in vain.
MAX_SOURCE, MAX_TAGS = 30_000_000, 3 * MAX_ELEMENTS
#: Of one tag; 10,000 take the parser a fifth of a second, 100,000 a minute.
MAX_ATTRIBUTES = 10_000
LONG_TAG = 20_000
_LETTER = re.compile("[a-zA-Z]")
_ATTRIBUTE_VALUE = re.compile("\"[^\"]*\"|'[^']*'")
_KINDS: Mapping[str, Kind] = {
    "p": "text",
    "code": "text",
    "head": "head",
    "item": "item",
    "cell": "cell",
    "quote": "quote",
}
_NESTED = ("p", "head", "item", "list", "quote", "row", "cell")
#: Not buttons: pages that leave one open have the article in it.
_FURNITURE = "script style svg iframe noscript link nav aside footer menu select dialog".split()
#: trafilatura loses whole paragraphs beside the comments of a page, which its own parser leaves out.
_PARSER = lxml.html.HTMLParser(collect_ids=False, remove_comments=True, remove_pis=True)
#: lxml.html asks a function of Python for the class of each element; one class for all is a tenth faster.
_PARSER.set_element_class_lookup(etree.ElementDefaultClassLookup(element=lxml.html.HtmlElement))


def parse(text: str) -> Any | None:
    """The tree of a page, or None where there is none, or one too large to be an article."""
    if len(text) > MAX_SOURCE or text.count("<") > MAX_TAGS or _is_crowded(text):
        return None
    # The parser refuses text that declares an encoding; it was decoded already.
    source = re.sub(r"^\s*<\?xml[^>]*\?>", "", text[:2000], count=1) + text[2000:]
    try:
        return lxml.html.document_fromstring(source, parser=_PARSER)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, RecursionError):
        return None


def _is_crowded(text: str) -> bool:
    """Whether a tag has so many attributes that the parser, which compares each with each, hangs."""
    long = (piece.partition(">")[0] for piece in text.split("<")[1:] if len(piece) > LONG_TAG)
    tags = (_ATTRIBUTE_VALUE.sub("", tag) for tag in long if len(tag) > LONG_TAG and _LETTER.match(tag))
    return any(len(tag.split()) > MAX_ATTRIBUTES for tag in tags)


def too_large(text: str) -> str | None:
    """What a source has too much of to be the page of an article, in words; None where it has not."""
    if len(text) > MAX_SOURCE:
        return f"{len(text):,} characters of HTML"
    tags = text.count("<")
    return f"{tags:,} tags" if tags > MAX_TAGS else None


def article_lines(tree: Any, shown: Sequence[Shown], about: str = "") -> tuple[Line, ...]:
    """The lines of the article as trafilatura finds it, or the paragraphs where it finds none.

    ``shown`` are the lines of the same tree, which tell the box that each line stands in; ``about`` is what
    the page says it is about, its titles and descriptions.
    """
    lines = _extracted(_without_furniture(tree), fast=True)
    scrappy, little = _is_scrappy(lines), _is_little(lines, shown)
    if scrappy or little:
        slow = _extracted(tree, fast=False) or lines
        told = MUCH_MORE_TOLD * _told(about, slow) < _told(about, lines)
        lines = lines if told and not scrappy else slow
    if not lines:
        return tuple(map(Line, _paragraphs(tree))) or tuple(Line(line.text) for line in shown)
    return with_boxes(lines, shown)


def _without_furniture(tree: Any) -> Any:
    """A copy without what is no text of an article; a third of the time of trafilatura goes into it."""
    rest = copy(tree)
    for element in list(rest.iter(*_FURNITURE)):
        # What a page says of itself in its JSON-LD may be all there is.
        if element.getparent() is not None and "ld+json" not in (element.get("type") or ""):
            # lxml does not take back the text behind an element where it holds controls: then it stays.
            with suppress(ValueError):
                element.drop_tree()
    return rest


def _extracted(tree: Any, *, fast: bool) -> tuple[Line, ...]:
    # Importing trafilatura takes most of a second: only when there is HTML.
    from trafilatura import bare_extraction

    try:
        # Any format but "python", for which it would make a text of the tree as well.
        found = bare_extraction(
            tree, fast=fast, include_comments=False, include_links=True, output_format="xml"
        )
    except Exception:  # Whatever it trips over, the page still has its paragraphs.
        found = None
    body = getattr(found, "body", None)
    return tuple(_lines_of(body)) if body is not None else ()


def _is_scrappy(lines: Sequence[Line]) -> bool:
    """Mostly short lines, or mostly links."""
    size = sum(len(line.text) for line in lines)
    long = sum(len(line.text) for line in lines if len(line.text) >= PARAGRAPH)
    linked = sum((line.linked or 0.0) * len(line.text) for line in lines)
    return long < MIN_LONG * size or linked > MAX_LINKED * size


def _is_little(lines: Sequence[Line], shown: Sequence[Shown]) -> bool:
    there = sum(len(line.text) for line in shown if _is_paragraph(line))
    return sum(len(line.text) for line in lines) < MIN_COVERED * there


def _told(about: str, lines: Sequence[Line]) -> int:
    """How many words of what the page is about stand at the beginning of the lines."""
    beginning = "\n".join(line.text for line in lines)[:BEGINNING]
    return len(_long_words(about) & _long_words(beginning))


def _long_words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) >= MIN_TITLE_WORD}


def _is_paragraph(line: Shown) -> bool:
    return (
        len(line.text) >= PARAGRAPH
        and line.linked < 0.3 * len(line.text)
        and all(box.mark.role != "comments" for box in boxes_of(line.box))
    )


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
    if not len(element):
        return element.text or ""
    # Read and not written: a tree may hold controls that lxml takes back from nobody.
    pieces: list[str] = [element.text or ""]
    for event, child in etree.iterwalk(element, events=("start", "end")):
        if child is not element:
            edge = "\n" if child.tag == "lb" or child.tag in _NESTED else ""
            pieces += (edge, (child.text if event == "start" else child.tail) or "")
    return "".join(pieces)


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
