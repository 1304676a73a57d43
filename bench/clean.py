"""Cleaning against pages with known bodies: ours beside plain trafilatura, in the same run.

python -m bench.clean [--set publishers|daniel|wcxb|aeb] [--limit N] [--lines]

F1 is over bags of words (Chinese by character). A line is junk when fewer than half of its word trigrams
stand in the body; a paragraph is lost when fewer than half of its own stand in the output; a page without
either is spotless. Our headline block is left out: the sets' bodies do not have it.
"""

from __future__ import annotations

import argparse
import base64
import json
import lzma
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from bench.shared import SHARED, here, is_tuned
from rashomon.clean import clean
from rashomon.types import Document, Page

SETS = {
    "publishers": "data/extraction/publishers-27-languages.jsonl.xz",
    "daniel": "data/extraction/daniel-en-el-pl-ru-zh.jsonl.xz",
    "wcxb": "data/extraction/wcxb-en.jsonl.xz",
    "aeb": "data/extraction/aeb-en.jsonl.xz",
    "dates": "data/extraction/dates.jsonl.xz",
}
_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")


@dataclass(frozen=True, slots=True)
class Score:
    """One page: F1 of the body, lines of junk, paragraphs lost."""

    f1: float
    junk: tuple[str, ...]
    lost: tuple[str, ...]


def tokens(text: str) -> list[str]:
    """Words in small letters, Chinese and Japanese by character."""
    return _TOKEN.findall(text.casefold())


def _trigrams(text: str) -> set[tuple[str, ...]]:
    words = tokens(text)
    return {tuple(words[i : i + 3]) for i in range(max(1, len(words) - 2))} if words else set()


def score(lines: Sequence[str], paragraphs: Sequence[str]) -> Score:
    """Compare the lines of an extraction with the paragraphs of the body."""
    got, want = Counter(tokens("\n".join(lines))), Counter(tokens("\n".join(paragraphs)))
    shared = sum((got & want).values())
    body, output = _trigrams("\n".join(paragraphs)), _trigrams("\n".join(lines))
    body |= {gram for p in paragraphs for gram in _trigrams(p)}
    output |= {gram for line in lines for gram in _trigrams(line)}

    def outside(texts: Sequence[str], known: set[tuple[str, ...]]) -> tuple[str, ...]:
        grams = ((text, _trigrams(text)) for text in texts)
        return tuple(text for text, own in grams if own and 2 * len(own & known) < len(own))

    f1 = 2 * shared / (got.total() + want.total()) if got.total() + want.total() else 1.0
    return Score(f1, outside(lines, body), outside(paragraphs, output))


def publisher(page: dict[str, Any]) -> str:
    """The publisher's name, or the domain of the page, by which a set is split."""
    return page.get("pub") or (urlsplit(page.get("url") or "").hostname or page["id"]).removeprefix("www.")


def pages(name: str, part: str = "all", limit: int | None = None) -> Iterator[dict[str, Any]]:
    """The pages of a set, or of those publishers of it that rules were tuned on, or were not."""
    with lzma.open(SHARED / SETS[name], "rt", encoding="utf-8") as lines:
        found = (
            page
            for page in map(json.loads, lines)
            if part == "all" or is_tuned(publisher(page)) == (part == "tuned")
        )
        yield from islice(found, limit)


def body_of(page: dict[str, Any]) -> bytes:
    """The bytes of a page, whichever way the set holds them."""
    return base64.b64decode(page["html_base64"]) if "html_base64" in page else page["html"].encode()


def by_us(page: dict[str, Any]) -> tuple[list[str], Document]:
    """The lines of our document under its headline."""
    document = clean(Page(page["id"], body_of(page), "text/html"))
    kept = [document.text[b.start : b.end] for b in document.blocks if b.role != "headline"]
    return kept, document


def by_trafilatura(page: dict[str, Any]) -> list[str]:
    """The lines of trafilatura with its defaults, as text."""
    import trafilatura

    text = trafilatura.extract(body_of(page), include_comments=False)
    return [line for line in (text or "").split("\n") if line.strip()]


def report(name: str, scores: Sequence[Score], seconds: float) -> None:
    """One line of means."""
    n = len(scores) or 1
    print(
        f"{name:12} F1 {sum(s.f1 for s in scores) / n:.3f}"
        f"  junk lines {sum(len(s.junk) for s in scores) / n:.2f}"
        f"  lost paragraphs {sum(len(s.lost) for s in scores) / n:.2f}"
        f"  spotless {sum(not s.junk and not s.lost for s in scores) / n:.0%}  {n / seconds:.0f} pages/s"
    )


def metadata(found: Sequence[tuple[dict[str, Any], Document]]) -> None:
    """Titles, dates and authors against those the sets tell."""

    def rate(pairs: Sequence[tuple[str, str | None]]) -> str:
        told = [(want, got) for want, got in pairs if want]
        given = [(want, got) for want, got in told if got]
        right = sum(" ".join(tokens(want)) == " ".join(tokens(got or "")) for want, got in given)
        n = max(1, len(told))
        return f"{right / n:.2f} right, {1 - len(given) / n:.2f} unknown of {len(told)}"

    print("titles  ", rate([(p.get("title") or "", d.title) for p, d in found]))
    print("dates   ", rate([((p.get("date") or "")[:10], (d.published or "")[:10]) for p, d in found]))
    print("outlets ", sum(d.outlet is not None for _, d in found), "of", len(found), "told")


def speed(rounds: int = 300) -> None:
    """Documents a second of dirty text, of our own making."""
    paragraph = (
        "The mayor said on Tuesday that the bridge would open in spring, two years later than planned. "
    )
    lines = ["Bridge to open two years late", "By Ann Lee", *[paragraph * 3] * 18, "Read more: x", "Comments"]
    body = "\n\n".join(f"{line} {i}" for i, line in enumerate(lines)).encode()
    start = time.process_time()
    for i in range(rounds):
        clean(Page(f"{i}", body + str(i).encode(), "text/plain"))
    rate = rounds / (time.process_time() - start)
    print(f"dirty text  {rate:.0f} documents a second of one core, of {len(body)} bytes")


def main() -> int:
    """Print the figures of one set, ours and trafilatura's."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", choices=sorted(SETS), default="publishers")
    parser.add_argument("--part", choices=["all", "tuned", "fresh"], default="all")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--lines", action="store_true", help="print the junk and the lost paragraphs")
    args = parser.parse_args()
    speed()
    if not here(SETS[args.set]):
        return 0
    ours, theirs, found = [], [], []
    seconds = [0.0, 0.0]
    for page in pages(args.set, args.part, args.limit):
        start = time.perf_counter()
        lines, document = by_us(page)
        seconds[0] += time.perf_counter() - start
        found.append((page, document))
        if "body" not in page:
            continue
        paragraphs = page.get("paras") or [p for p in page["body"].split("\n") if p.strip()]
        ours.append(score(lines, paragraphs))
        start = time.perf_counter()
        theirs.append(score(by_trafilatura(page), paragraphs))
        seconds[1] += time.perf_counter() - start
        if args.lines:
            for mark, texts in (("+", ours[-1].junk), ("-", ours[-1].lost)):
                for text in texts:
                    print(f"{mark} {page['id'][:30]} | {text[:160]}")
    if ours:
        report("rashomon", ours, seconds[0])
        report("trafilatura", theirs, seconds[1])
    metadata(found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
