"""How long a story of many reports takes: the pages of the annotated piles, their paragraphs dealt out anew.

python -m bench.one_story [PAGES]

Each page keeps the headline and lead of one page and takes paragraphs of all pages of its language in
strides, so that copies, partial copies and reports of their own are among them.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from time import perf_counter

from bench.shared import SHARED, here
from rashomon.pipeline import clean_pages, compare_story, read_article
from rashomon.read.files import read_pages
from rashomon.report.html import to_html
from rashomon.types import Comparison, Document, Page, Story

PAGES = 200
#: Paragraphs of a page, and the seconds that a story may take.
PARAGRAPHS = 12
FLOOR = 60.0
#: Bytes its report may have.
LARGEST = 5_000_000


def dealt(documents: tuple[Document, ...], pages: int) -> Iterator[Page]:
    """Pages of one story in the language of each: head and lead of one, then paragraphs in strides."""
    texts = [d.text.split("\n\n") for d in documents]
    for number in range(pages):
        own = number % len(documents)
        of_language = (i for i, d in enumerate(documents) if d.language == documents[own].language)
        others = [paragraph for i in of_language for paragraph in texts[i][2:]]
        start, stride = 7 * number % max(1, len(others)), 1 + number % 5
        body = others[start::stride][:PARAGRAPHS]
        text = "\n\n".join((*texts[own][:2], *body))
        yield Page(f"{number:03}.txt", text.encode(), "text/plain")


def main() -> int:
    """Print the seconds of each step, what was found and how large its report is; fail over a floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="?", type=int, default=PAGES)
    pages = parser.parse_args().pages
    if not here("stories"):
        return 0
    sources = read_pages([str(folder) for folder in sorted(SHARED.glob("stories/*/pages"))])
    documents = tuple(page.document for page in clean_pages(sources))
    start = perf_counter()
    articles = [read_article(page.document) for page in clean_pages(tuple(dealt(documents, pages)))]
    told = tuple({article.document.id: article for article in articles}.values())
    read = perf_counter()
    story = compare_story((Story("s", "one story", tuple(a.document.id for a in told)), told))
    done = perf_counter()
    counts = Counter(statement.verdict for statement in story.statements)
    print(
        f"{len(told)} pages: read {read - start:.1f} s, compared {done - read:.1f} s; "
        f"{len(story.origins)} origins, {len(story.lineage)} links, {len(story.utterances)} utterances, "
        f"{dict(sorted(counts.items()))} statements, {len(story.omissions)} omissions"
    )
    size = len(to_html(Comparison(tuple(article.document for article in told), (story,))).encode())
    print(f"the report has {size / 1e6:.2f} MB and takes {perf_counter() - done:.1f} s")
    return int(done - start > FLOOR or size > LARGEST)


if __name__ == "__main__":
    sys.exit(main())
