"""The lines of a page as a reader sees them, each with the boxes it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from rashomon.clean.nodes import Node
from rashomon.clean.normalize import normalize
from rashomon.clean.tagpath import Mark, mark_of

#: A page of more elements, or nested deeper, is no article and would hold a run up: trafilatura walks
#: the tree by recursion and by XPath. The longest pages of the extraction sets have 30,000 elements.
MAX_ELEMENTS = 100_000
MAX_DEPTH = 200
_UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "head", "svg", "iframe", "select", "textarea"}
)
_BLOCKS = frozenset(
    "address article aside blockquote body br button center dd details div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr label li main nav ol option p pre section table "
    "td th tr ul".split()
)


@dataclass(frozen=True, slots=True, eq=False)
class Box:
    """An element whose tag, class or id says what is in it; ``outer`` is the next one around it."""

    mark: Mark
    outer: Box | None


@dataclass(frozen=True, slots=True)
class Shown:
    """One line: its text, the block element it stands in, the innermost box around that.

    ``holder`` numbers the block's parent in the order of the page; ``linked`` counts characters of links.
    """

    text: str
    tag: str
    holder: int
    box: Box | None
    linked: int


class _Around(NamedTuple):
    """What a piece of text stands in: its block, the number of the block around that, the box, a link."""

    tag: str
    holder: int
    box: Box | None
    linked: bool


def shown_lines(nodes: Sequence[Node]) -> tuple[Shown, ...] | None:
    """All text a reader sees, one block a line; None where the tree is too large to be an article."""
    seen = _seen(nodes)
    if len(seen) > MAX_ELEMENTS or any(depth >= MAX_DEPTH for *_, depth in nodes):
        return None
    lines: list[Shown] = []
    texts: list[str] = []
    places: list[_Around] = []
    around, number = _Around("body", 0, None, False), 0
    # Of each open element: what is around it, the number of its block, whether it is one, the text behind it.
    opened: list[tuple[_Around, int, bool, str | None]] = []
    for count, (_, tag, attributes, text, tail, depth) in enumerate((*seen, _END), 1):
        while len(opened) > depth:
            around, number, block, behind = opened.pop()
            if block and texts:
                lines.append(_line(texts, places))
                texts, places = [], []
            if behind and (texts or not behind.isspace()):
                texts.append(behind)
                places.append(around)
        block = tag in _BLOCKS
        if block and texts:
            lines.append(_line(texts, places))
            texts, places = [], []
        opened.append((around, number, block, tail))
        if tag in _UNSEEN:
            continue
        mark = mark_of(tag, attributes.get("class", ""), attributes.get("id", ""))
        if mark or block or tag == "a":
            box = Box(mark, around.box) if mark else around.box
            holder, around_tag = (number, tag) if block else (around.holder, around.tag)
            around = _Around(around_tag, holder, box, around.linked or tag == "a")
            number = count if block else number
        if text and (texts or not text.isspace()):
            texts.append(text)
            places.append(around)
    return _normalized([*lines, _line(texts, places)] if texts else lines)


#: Closes what is still open.
_END: Node = (None, "", {}, None, None, 0)


def _seen(nodes: Iterable[Node]) -> list[Node]:
    """Without what stands in elements that no reader sees."""
    seen: list[Node] = []
    deepest = MAX_DEPTH
    for node in nodes:
        if node[-1] <= deepest:
            seen.append(node)
            deepest = node[-1] if node[1] in _UNSEEN else MAX_DEPTH
    return seen


def _line(texts: Sequence[str], places: Sequence[_Around]) -> Shown:
    first = places[0]
    box, linked = first.box, len(texts[0].strip()) if first.linked else 0
    for text, place in zip(texts, places, strict=True):
        if place is not first and not text.isspace():
            linked += len(text.strip()) if place.linked else 0
            box = box if place.box is box else common_box(box, place.box)
    return Shown(" ".join("".join(texts).split()), first.tag, first.holder, box, linked)


def common_box(one: Box | None, other: Box | None) -> Box | None:
    """The innermost box around both."""
    around = set(boxes_of(one))
    return next((box for box in boxes_of(other) if box in around), None)


def boxes_of(box: Box | None) -> Iterator[Box]:
    """A box and those around it, the innermost first."""
    while box is not None:
        yield box
        box = box.outer


def _normalized(lines: Sequence[Shown]) -> tuple[Shown, ...]:
    """The lines with their text normalized, all at once: a line at a time costs several times as much."""
    if all(line.text.isascii() for line in lines):
        return tuple(lines)
    texts = normalize("\n".join(line.text for line in lines)).split("\n")
    if len(texts) != len(lines):
        texts = [normalize(line.text) for line in lines]
    return tuple(
        line if text == line.text else replace(line, text=text)
        for line, text in zip(lines, texts, strict=True)
        if text
    )


def in_picture(line: Shown) -> bool:
    """Whether a line stands in a figure or in what its page names a caption."""
    return any(
        box.mark.role == "caption" and (box.mark.name.startswith("fig") or "caption" in box.mark.name.lower())
        for box in boxes_of(line.box)
    )
