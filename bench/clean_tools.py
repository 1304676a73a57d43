"""Ours and other extractors, each run in a process of its own over one set.

python -m bench.clean_tools TOOL SET PART [LIMIT] writes a JSON line for each page and a last one with the
peak memory; bench.clean starts it. The others are installed with the extra "bench".
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bench.clean_scores import Told
from bench.extraction import body_of, html_of, pages
from rashomon.languages import detect_language
from rashomon.types import Block, Page

Row = dict[str, Any]
Tool = Callable[[Row], Told]

_BLOCKS = frozenset(
    "p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd tr td th table section article header footer main nav aside"
    " blockquote pre figure figcaption br hr form option body html".split()
)
_UNSEEN = ("script", "style", "noscript", "template", "head")


def visible_lines(html: str) -> list[str]:
    """The text of a page as a browser would copy it: a line for each block, nothing taken away."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    try:
        tree = document_fromstring(html.encode("utf-8", "replace"), HTMLParser(encoding="utf-8"))
    except (ValueError, etree.ParserError):
        return []
    etree.strip_elements(tree, *_UNSEEN, etree.Comment, with_tail=False)
    for element in tree.iter():
        around = "\n" if element.tag in _BLOCKS else ""
        element.text = around + " ".join((element.text or "").split("\n"))
        element.tail = around + " ".join((element.tail or "").split("\n"))
    return _lines("".join(tree.itertext(with_tail=True)))


def _lines(text: str | None) -> list[str]:
    return [line.strip() for line in (text or "").split("\n") if line.strip()]


# ---------------------------------------------------------------- the tools


def _rashomon() -> Tool:
    """The lines of our document under its headline, which the known bodies do not have."""
    from rashomon.clean import clean

    def extract(row: Row) -> Told:
        document = clean(Page(row["id"], body_of(row), "text/html"))
        kept = (document.text[b.start : b.end] for b in document.blocks if b.role != "headline")
        authors = (*document.authors, *([document.agency] if document.agency else []))
        counts = Counter(map(_placing, document.blocks))
        blocks = (counts["once"], counts["ambiguous"], counts["nowhere"])
        return Told(tuple(kept), document.title or "", authors, document.published or "", blocks)

    return extract


def _placing(block: Block) -> str:
    if not block.places:
        return "nowhere"
    return "ambiguous" if any(place.ambiguous for place in block.places) else "once"


def _trafilatura(**options: Any) -> Callable[[], Tool]:
    def make() -> Tool:
        import trafilatura

        def extract(row: Row) -> Told:
            text = trafilatura.extract(body_of(row), include_comments=False, **options)
            return Told(tuple(_lines(text)))

        return extract

    return make


def _readability() -> Tool:
    from readability import Document

    def extract(row: Row) -> Told:
        document = Document(html_of(row))
        return Told(tuple(visible_lines(document.summary())), document.short_title() or "")

    return extract


def _newspaper() -> Tool:
    from newspaper import Article

    def extract(row: Row) -> Told:
        article = Article(row.get("url") or "http://localhost/", fetch_images=False)
        article.download(input_html=html_of(row))
        article.parse()
        day = article.publish_date
        date = day.isoformat() if hasattr(day, "isoformat") else str(day or "")
        return Told(tuple(_lines(article.text)), article.title or "", tuple(article.authors or ()), date)

    return extract


def _resiliparse() -> Tool:
    from resiliparse.extract.html2text import extract_plain_text

    def extract(row: Row) -> Told:
        text = extract_plain_text(html_of(row), main_content=True, list_bullets=False, alt_texts=False)
        return Told(tuple(_lines(text)))

    return extract


def _justext() -> Tool:
    """With the stop words of the page's language, or those of none, as its manual says."""
    import justext
    from babel import Locale

    known = justext.get_stoplists()

    def extract(row: Row) -> Told:
        html = html_of(row)
        language = detect_language("\n".join(visible_lines(html))[:2000])
        name = Locale(language).english_name if language else None
        if name in known:
            found = justext.justext(html, justext.get_stoplist(name))
        else:
            found = justext.justext(html, frozenset(), stopwords_low=0.0, stopwords_high=0.0)
        return Told(tuple(line for p in found if not p.is_boilerplate for line in _lines(p.text)))

    return extract


def _goose() -> Tool:
    from goose3 import Goose

    goose = Goose({"enable_image_fetching": False, "strict": False})

    def extract(row: Row) -> Told:
        article = goose.extract(raw_html=html_of(row))
        authors, day = tuple(article.authors or ()), str(article.publish_date or "")
        return Told(tuple(_lines(article.cleaned_text)), article.title or "", authors, day)

    return extract


#: Name -> the package it needs, what makes it ready.
TOOLS: dict[str, tuple[str, Callable[[], Tool]]] = {
    "rashomon": ("rashomon", _rashomon),
    "trafilatura": ("trafilatura", _trafilatura()),
    "trafilatura-fast": ("trafilatura", _trafilatura(fast=True)),
    "trafilatura-precision": ("trafilatura", _trafilatura(favor_precision=True)),
    "readability-lxml": ("readability", _readability),
    "newspaper4k": ("newspaper", _newspaper),
    "resiliparse": ("resiliparse", _resiliparse),
    "justext": ("justext", _justext),
    "goose3": ("goose3", _goose),
}


def is_installed(tool: str) -> bool:
    """Whether the package of a tool is here."""
    return find_spec(TOOLS[tool][0]) is not None


def facts_by_trafilatura(row: Row) -> dict[str, Any]:
    """Title, authors and date, which it reads apart from the text: not in its time."""
    from trafilatura.metadata import extract_metadata

    found = extract_metadata(body_of(row))
    authors = tuple((found.author or "").split("; ")) if found and found.author else ()
    return {
        "title": (found and found.title) or "",
        "authors": authors,
        "date": (found and found.date) or "",
    }


# ---------------------------------------------------------------- a process of its own


def _refuse_network(event: str, arguments: object) -> None:
    if event in ("socket.connect", "socket.getaddrinfo"):
        raise OSError("this benchmark runs offline")


def peak_memory() -> int:
    """Peak resident memory of this program in MB.

    Of /proc where it is there: getrusage counts what the process held before it became this program.
    """
    status = Path("/proc/self/status")
    if status.exists():
        peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(peak.split()[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def run(extract: Tool, row: Row) -> tuple[dict[str, Any], float]:
    """What a tool told of a page and the seconds of one core; of a page that it fails on, nothing."""
    start = time.process_time()
    try:
        told = extract(row)
        problem = None
    except Exception as error:
        told, problem = Told(), f"{type(error).__name__}: {error}"
    return {"told": asdict(told), "problem": problem}, time.process_time() - start


def main(arguments: Sequence[str]) -> int:
    """Write what one tool makes of each page."""
    sys.addaudithook(_refuse_network)
    tool, name, part, *limit = arguments
    extract = TOOLS[tool][1]()
    extract({"id": "warm", "html": f"<html><body><p>{'Nothing happened on Monday. ' * 30}</p></body></html>"})
    for row in pages(name, part, int(limit[0]) if limit else None):
        found, seconds = run(extract, row)
        if tool.startswith("trafilatura"):
            found["told"] |= facts_by_trafilatura(row)
        print(json.dumps({"id": row["id"], "seconds": seconds, **found}))
    print(json.dumps({"memory": peak_memory()}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
