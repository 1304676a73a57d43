"""Whether every paragraph and caption is found in the source of its page, and what that costs.

python -m bench.offsets [--set publishers|daniel|wcxb|aeb|dates|stories] [--part all|tuned|fresh] [--limit N]

Resolved: its place is the only one, or the order of the paragraphs leaves no other. Ambiguous: the same words
stand elsewhere too, and the place says so. Each place is read again by verify, whose parser is another.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator

from bench.extraction import PARTS, SETS, body_of, pages
from bench.shared import SHARED, here
from rashomon.clean import clean, source_of
from rashomon.clean.places import find_places
from rashomon.read.files import read_pages
from rashomon.types import Page, Place
from rashomon.verify import stands

STORIES = "stories"


def pages_of(name: str, part: str, limit: int | None) -> Iterator[Page]:
    """The pages of a set, or of all annotated piles."""
    if name == STORIES:
        yield from read_pages([str(pile) for pile in sorted((SHARED / STORIES).glob("*/pages"))])
    else:
        for page in pages(name, part, limit):
            yield Page(page["id"], body_of(page), "text/html")


def judge(text: str, places: tuple[Place, ...], source: str, media_type: str) -> str:
    """What became of one paragraph or caption."""
    if not places:
        return "not found"
    if not stands(text, [source[place.start : place.end] for place in places], media_type):
        return "wrong"
    return "ambiguous" if any(place.ambiguous for place in places) else "resolved"


def measure(name: str, part: str, limit: int | None) -> None:
    """One line of counts, and the milliseconds a page."""
    counts: Counter[str] = Counter()
    seconds = 0.0
    number = 0
    for page in pages_of(name, part, limit):
        document = clean(page)
        source = source_of(page)
        told: list[tuple[str, str, tuple[Place, ...]]] = [
            (document.text[b.start : b.end], b.role, b.places) for b in document.blocks
        ]
        told += [(caption.text, "caption", caption.places) for caption in document.captions]
        counts.update(judge(text, places, source, page.media_type) for text, _, places in told)
        counts["in pieces"] += sum(len(places) > 1 for _, _, places in told)
        start = time.process_time()
        find_places(source, page.media_type, [(text, role) for text, role, _ in told])
        seconds += time.process_time() - start
        number += 1
    kinds = ("resolved", "ambiguous", "wrong", "not found", "in pieces")
    shown = "  ".join(f"{kind} {counts[kind]:,}" for kind in kinds)
    print(f"{name:11} {number:5} pages  {shown}  {1000 * seconds / max(1, number):.1f} ms a page")


def main() -> int:
    """Print a line for each set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", choices=[*sorted(SETS), STORIES])
    parser.add_argument("--part", choices=PARTS, default="all")
    parser.add_argument("--limit", type=int)
    args = parser.parse_args()
    for name in [args.set] if args.set else [*SETS, STORIES]:
        if here(SETS.get(name, name)):
            measure(name, args.part, args.limit)
    return 0


if __name__ == "__main__":
    sys.exit(main())
