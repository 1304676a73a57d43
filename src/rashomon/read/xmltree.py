"""XML as it is found in feeds, parsed without harm and as far as it goes.

Nothing is fetched and no entity of a document's own is resolved; what HTML calls &eacute; is known, a
stray & is one, and what is not closed is closed at the end.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html.entities import html5
from typing import Any

from lxml import etree

from rashomon.charsets import decode

_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,500}\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]{0,1000}(?:\[.{0,100000}?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_AMPERSAND = re.compile(r"&(?:#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|([A-Za-z][A-Za-z0-9]{1,31});)?")
_TOKEN = re.compile(
    r"<!\[CDATA\[[^\]]*+(?:\](?!\]>)[^\]]*+)*+(?:\]\]>|\Z)|<(/?)([A-Za-z_][\w:.-]*+)[^<>]*?(/?)>"
)
_OF_XML = ("amp", "lt", "gt", "quot", "apos")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def parse_xml(body: bytes) -> Any | None:
    """The first element of a document, repaired where it is broken, or None where there is none."""
    text = _NO_XML.sub("", decode(body))
    text = _DOCTYPE.sub("", text[:200_000], count=1) + text[200_000:]
    text = _AMPERSAND.sub(_escaped, _DECLARATION.sub("", text, count=1).lstrip("\ufeff \t\r\n"))
    root = _parsed(text, recover=False)
    return _parsed(_balanced(text), recover=True) if root is None else root


def _parsed(text: str, *, recover: bool) -> Any | None:
    parser = etree.XMLParser(
        encoding="utf-8", recover=recover, resolve_entities=False, no_network=True, load_dtd=False,
        huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _balanced(text: str) -> str:
    """Text whose elements all end where they should: libxml2 takes any end for that of the last opened."""
    parts: list[str] = []
    opened: list[str] = []
    open_names: Counter[str] = Counter()
    at = 0
    for token in _TOKEN.finditer(text):
        slash, name, empty = token.group(1, 2, 3)
        parts.append(text[at : token.start()])
        at = token.end()
        if name is None or empty or not slash:
            parts.append(token.group())
            if name is not None and not empty:
                opened.append(name)
                open_names[name] += 1
        elif open_names[name]:
            while opened:
                last = opened.pop()
                open_names[last] -= 1
                parts.append(f"</{last}>")
                if last == name:
                    break
    return "".join((*parts, text[at:]))


def _escaped(match: re.Match[str]) -> str:
    name = match.group(1)
    if name is None:
        return match.group() if len(match.group()) > 1 else "&amp;"
    if name in _OF_XML:
        return match.group()
    spelled = html5.get(f"{name};")
    return "".join(f"&#{ord(c)};" for c in spelled) if spelled else f"&amp;{name};"


def name_of(element: Any) -> str:
    """The name of an element in small letters without its namespace; "" of what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""


def namespace_of(element: Any) -> str:
    """The namespace of an element or, where none was declared, its prefix; in small letters."""
    tag = element.tag if isinstance(element.tag, str) else ""
    head, brace, name = tag.rpartition("}")
    return (head[1:] if brace else name.rpartition(":")[0]).lower()


def children(element: Any, *names: str) -> Iterator[Any]:
    """The children of these names, whatever their namespace."""
    return (child for child in element if name_of(child) in names)


def child(element: Any, *names: str) -> Any | None:
    """The first child of the first of these names that has one."""
    return next((found for name in names for found in children(element, name)), None)


def below(element: Any, *names: str) -> Iterator[Any]:
    """All elements of these names below, in the order of the document."""
    return (found for found in element.iter() if name_of(found) in names)


def outermost(element: Any, *names: str, unclosed: bool = False) -> Iterator[Any]:
    """The elements of these names below that stand in no other of them.

    Where ``unclosed``, one that stands directly in another counts too: the other was not closed.
    """
    for found in below(element, *names):
        above = [name_of(ancestor) in names for ancestor in found.iterancestors()]
        if unclosed:
            above = above[above.index(False) :] if False in above else []
        if not any(above):
            yield found


def text_of(element: Any | None) -> str:
    """All text of an element on one line; "" of None."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def markup_of(element: Any) -> str:
    """What an element holds as HTML: its text where that is escaped HTML, else its elements spelled out."""
    if not len(element):
        return element.text or ""
    parts = [_spelled(element.text)]
    for inner in element:
        parts.append(_element_as_html(inner))
    return "".join(parts)


def _element_as_html(element: Any) -> str:
    """An element and what follows it, its names without their prefixes."""
    for part in element.iter():
        if isinstance(part.tag, str):
            part.tag = name_of(part)
    etree.cleanup_namespaces(element)
    return str(etree.tostring(element, encoding="unicode", method="html", with_tail=True))


def _spelled(text: str | None) -> str:
    return (text or "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
