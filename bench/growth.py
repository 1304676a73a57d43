"""How grouping grows: documents a second of one core, memory and quality from 1,000 documents on.

    python bench/growth.py [--most 10000] [--a-day 100]

Documents are those of AllSides, again and again: each time around every word but the commonest is another
one, as common as it, so that stories of two rounds have nothing in common but what all news share. So many
documents come a day; of a story all keep their distance in days, and those without a date get its day.
Memory is what grouping adds to the documents; each size runs in a process of its own.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import reduce
from hashlib import blake2b
from itertools import count, islice

from bench.stories import DATA, Labelled, bcubed
from rashomon.chronology import day_of
from rashomon.group.grouping import Grouping, add_articles
from rashomon.group.stories import make_stories
from rashomon.types import Annotations, Article, Document

_WORD = re.compile(r"[^\W\d_]+")
_FIRST_DAY = date(2015, 1, 1)
#: Words so common stay as they are; of the others so many that stand together by frequency change places.
_COMMONEST = 200
_ALIKE = 64
#: Grouping reads no more of a document.
_WORDS_READ = 420
SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)


def exchanged(ranks: Mapping[str, int], words: Sequence[str], turn: int) -> dict[str, str]:
    """For each word the one that stands for it in this turn; the first turn leaves all as they are."""
    table = {}
    for word, rank in ranks.items():
        block = (rank - _COMMONEST) // _ALIKE
        if turn and block >= 0:
            shift = blake2b(f"{turn} {block}".encode(), digest_size=2).digest()[0]
            place = _COMMONEST + block * _ALIKE + (rank - _COMMONEST + shift) % _ALIKE
            table[word] = words[place] if place < len(words) else word
    return table


def reworded(text: str, table: Mapping[str, str]) -> str:
    """The text with its words exchanged, capitals where they were."""

    def other(match: re.Match[str]) -> str:
        word = table.get(match[0].lower(), match[0])
        return word.capitalize() if match[0][0].isupper() else word

    return _WORD.sub(other, text)


def mixed(size: int, a_day: int) -> Labelled:
    """So many documents with their stories, in the order of their days."""
    return list(islice(_mixed(a_day), size))


def _mixed(a_day: int) -> Iterator[tuple[str, Article]]:
    stories: dict[str, list[tuple[str, str, date | None]]] = {}
    frequency: Counter[str] = Counter()
    with gzip.open(DATA / "stories-en" / "allsides.jsonl.gz", "rt", encoding="utf-8") as lines:
        reports_told = [json.loads(line) for line in lines]
    for row in reports_told:
        title, text = row["title"] or "", " ".join((row["text"] or "").split()[:_WORDS_READ])
        frequency.update(_WORD.findall(f"{title} {text}".lower()))
        stories.setdefault(row["story"], []).append((title, text, day_of(row["date"] or "")))
    words = [word for word, _ in sorted(frequency.items(), key=lambda x: (-x[1], x[0]))]
    ranks = {word: rank for rank, word in enumerate(words)}
    told = 0
    for turn in count():
        table = exchanged(ranks, words, turn)
        for name, reports in sorted(stories.items()):
            first = min((day for *_, day in reports if day), default=None)
            for n, (title, text, day) in enumerate(reports):
                apart = min((day - first).days, 30) if day and first else 0
                published = _FIRST_DAY + timedelta(days=told // a_day + apart)
                key = f"{turn} {name} {n}"
                document = Document(
                    "d" + blake2b(key.encode(), digest_size=8).hexdigest(),
                    key,
                    "",
                    title=reworded(title, table),
                    published=published.isoformat(),
                    language="en",
                    text=reworded(text, table),
                )
                yield f"{turn} {name}", Article(document, Annotations(document.id))
            told += len(reports)


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(size: int, a_day: int, parts: int) -> None:
    """Group so many documents, at once or in parts, and print a line."""
    labelled = mixed(size, a_day)
    articles = tuple(article for _, article in labelled)
    before, start = _megabytes(), time.process_time()
    step = -(-size // parts)
    grouping = reduce(add_articles, (articles[n : n + step] for n in range(0, size, step)), Grouping())
    stories = make_stories(grouping, articles)
    seconds = time.process_time() - start
    story_of = {i: story.id for story in stories for i in story.document_ids}
    scores = bcubed([s for s, _ in labelled], [story_of[a.document.id] for a in articles])
    shown = "/".join(f"{score:.3f}" for score in scores)
    more = _megabytes() - before
    print(
        f"{size:7,} documents in {parts} parts: {size / seconds:4.0f} a second, {more:5.0f} MB beside their"
        f" own {before:.0f}, {len(grouping.pairs.scores) / size:5.1f} pairs each, BCubed {shown}",
        flush=True,
    )


def main() -> None:
    """Print a line a size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=10_000, help="the largest number of documents")
    parser.add_argument("--a-day", type=int, default=100, help="documents a day")
    parser.add_argument("--parts", type=int, default=1, help="documents come in so many parts")
    parser.add_argument("--only", type=int, help="this number of documents, in this process")
    told = parser.parse_args()
    if told.only:
        measure(told.only, told.a_day, told.parts)
        return
    for size in (size for size in SIZES if size <= told.most):
        command = [sys.executable, "-m", "bench.growth", "--only", str(size), "--a-day", str(told.a_day)]
        subprocess.run([*command, "--parts", str(told.parts)], check=True)


if __name__ == "__main__":
    main()
