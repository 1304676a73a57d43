"""A tree of HTML read once: its elements in the order of the page, for all who look through them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

#: Element, tag, attributes, text, tail, and how many elements are around it. A bare tuple: a page has
#: a thousand, and each value asked of lxml twice would cost as much as what is made of it.
Node = tuple[Any, str, Mapping[str, str], str | None, str | None, int]
_NONE: Mapping[str, str] = {}


def nodes_of(tree: Any) -> list[Node]:
    """All elements of a tree, outer ones first."""
    nodes: list[Node] = []
    opened: list[Any] = []
    for element in tree.iter():
        parent = element.getparent()
        while opened and opened[-1] is not parent:
            opened.pop()
        attributes = dict(items) if (items := element.items()) else _NONE
        nodes.append((element, element.tag, attributes, element.text, element.tail, len(opened)))
        opened.append(element)
    return nodes
