"""Grouping on sets with known stories: BCubed and pairwise F1, and documents a second.

    python bench/stories.py [--part tune|test|all] [SET...]

Reads ../shared/data; a set that is not there is said to be skipped. Documents go in with text, title
and clues of time alone, so names are the capitalised words; they have the day that the set tells, or else
the one that their address or their own words tell, as in a whole run. The parts are halves of the stories,
by a digest of their names, and topics 1-25 and 26-35 of ECB+: weights were found on "tune"
(scripts/fit_pairs.py), BCubed is of "test".
"""

from __future__ import annotations

import argparse
import ast
import csv
import gzip
import hashlib
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from rashomon.align.publication import date_documents
from rashomon.annotate.dates import find_clues
from rashomon.annotate.sentences import split_sentences
from rashomon.clean.dates import date_in_url
from rashomon.clean.names import without_site
from rashomon.clean.words import phrases
from rashomon.group.stories import group_stories
from rashomon.types import Annotations, Article, Block, Document

DATA = Path(__file__).parent.parent.parent / "shared" / "data"
#: ISO 639-3 to 639-1, as the titles of OG2021 are marked.
LANGUAGES = {"eng": "en", "por": "pt", "spa": "es", "fra": "fr", "rus": "ru", "deu": "de", "zho": "zh"}
#: The last topic of ECB+ that is tuned on.
LAST_TUNED = 25
Labelled = list[tuple[str, Article]]


def new_article(
    key: str, language: str, title: str, text: str, day: str | None, *, url: str | None = None
) -> Article:
    """A page of a known title, with its sentences and clues of time, dated where that can be done."""
    day = day or (date_in_url(url) if url else None)
    name = "d" + hashlib.sha256(key.encode()).hexdigest()[:16]
    blocks = (Block(0, len(text), "body"),) if text else ()
    document = Document(
        name, key, "", title=title, published=day or None, language=language, text=text, blocks=blocks
    )
    sentences = split_sentences(document)
    article = Article(document, Annotations(name, sentences, clues=find_clues(document, sentences)))
    return article if day else replace(article, document=date_documents((article,))[0])


def _rows(path: str) -> Iterator[dict[str, Any]]:
    with gzip.open(DATA / path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _in_part(name: str, part: str) -> bool:
    odd = hashlib.sha256(name.encode()).digest()[0] % 2
    return part == "all" or odd == (part == "test")


def allsides(part: str) -> Labelled:
    """US outlets, full text, 2-3 reports a story."""
    return [
        (r["story"], new_article(r["id"], "en", r["title"] or "", r["text"] or "", r["date"], url=r["url"]))
        for r in _rows("stories-en/allsides.jsonl.gz")
        if _in_part(r["story"], part)
    ]


def allsides_dated(part: str) -> Labelled:
    """AllSides without the fifth of its pages that have no day."""
    return [(story, article) for story, article in allsides(part) if article.document.published]


def ecb(part: str) -> Labelled:
    """ECB+: two events of one kind a topic, no dates."""
    found = []
    for r in _rows("stories-en/ecbplus.jsonl.gz"):
        if part in ("all", "tune" if int(r["topic"]) <= LAST_TUNED else "test"):
            told = ast.literal_eval(r["sentences"]) if isinstance(r["sentences"], str) else r["sentences"]
            lines = [line for line in told if not line.startswith("http")] or [""]
            url = next((line.replace(" ", "") for line in told if line.startswith("http")), None)
            found.append((r["story"], new_article(r["id"], "en", lines[0], "\n".join(lines), None, url=url)))
    return found


def og2021(part: str, language: str | None = None) -> Labelled:
    """Titles of the Olympics of 2021 in six languages, each without the name of its site, with its minute."""
    return [
        (r["story"], new_article(r["id"], code, _without_site(r["title"], code), "", _moment(r["time"])))
        for r in _rows("stories-multilingual/og2021-titles.jsonl.gz")
        if language in (None, r["lang"]) and _in_part(r["story"], part) and (code := LANGUAGES[r["lang"]])
    ]


def _without_site(title: str, language: str) -> str:
    return without_site(title, (), phrases(language))[0]


def _moment(stamp: str) -> str:
    return f"{stamp[:10]}T{stamp[11:16]}Z"


def meantime(part: str) -> Labelled:
    """Wikinews: each article in English, Spanish and Italian is a story, without dates."""
    return [
        (r["story"], new_article(r["id"], r["lang"], r["sentences"][0], "\n".join(r["sentences"]), None))
        for r in _rows("stories-multilingual/meantime.jsonl.gz")
        if r["lang"] != "nl" and _in_part(r["story"], part)
    ]


SETS: dict[str, Callable[[str], Labelled]] = {
    "allsides": allsides,
    "dated": allsides_dated,
    "ecb+": ecb,
    "meantime": meantime,
    **{f"og2021 {code}": partial(og2021, language=code) for code in list(LANGUAGES)[:-1]},
    "og2021": og2021,
}


def bcubed(gold: Sequence[str], got: Sequence[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over elements (Bagga & Baldwin 1998)."""
    both, golds, gots = Counter(zip(gold, got, strict=True)), Counter(gold), Counter(got)
    precision = sum(n * n / gots[p] for (_, p), n in both.items()) / len(gold)
    recall = sum(n * n / golds[g] for (g, _), n in both.items()) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def pairwise(gold: Sequence[str], got: Sequence[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs of one group."""
    return _pair_scores(
        _pairs(zip(gold, got, strict=True)), _pairs((p,) for p in got), _pairs((g,) for g in gold)
    )


def across(gold: Sequence[str], got: Sequence[str], languages: Sequence[str]) -> tuple[float, float, float]:
    """The same, over pairs of two languages alone."""

    def count(*keys: Sequence[str]) -> int:
        return _pairs(zip(*keys, strict=True)) - _pairs(zip(*keys, languages, strict=True))

    return _pair_scores(count(gold, got), count(got), count(gold))


def _pairs(keys: Iterable[tuple[str, ...]]) -> int:
    return sum(n * (n - 1) // 2 for n in Counter(keys).values())


def _pair_scores(right: int, got: int, gold: int) -> tuple[float, float, float]:
    return right / max(got, 1), right / max(gold, 1), 2 * right / max(got + gold, 1)


def _show(scores: tuple[float, float, float]) -> str:
    return "/".join(f"{score:.3f}" for score in scores)


def run(name: str, labelled: Labelled) -> None:
    """Group one set and print its line; tables are loaded before, and the time is the processor's."""
    articles = tuple(article for _, article in labelled)
    group_stories(articles[:2])
    start = time.process_time()
    stories = group_stories(articles)
    seconds = time.process_time() - start
    story_of = {i: story.id for story in stories for i in story.document_ids}
    gold = [story for story, _ in labelled]
    got = [story_of[article.document.id] for _, article in labelled]
    languages = [article.document.language or "" for _, article in labelled]
    alone = bcubed(gold, [article.document.id for _, article in labelled])
    line = (
        f"{name:12} {len(gold):5} docs  BCubed {_show(bcubed(gold, got))}  pairs {_show(pairwise(gold, got))}"
    )
    if len(set(languages)) > 1:
        line += f"  across {_show(across(gold, got, languages))}"
    print(f"{line}  each alone {alone[2]:.3f}  {len(gold) / seconds:.0f} docs/s", flush=True)


def telegram(language: str) -> None:
    """Pairs of full texts, same story or not: how many are decided right, each pair a set of its own."""
    path = DATA / f"stories-multilingual/telegram-{language}_train_pool.tsv"
    right: Counter[tuple[bool, bool]] = Counter()
    with path.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            pair = tuple(_page(row, n, language) for n in ("first", "second"))
            right[row["GOLDEN:quality"] == "OK", len(group_stories(pair)) == 1] += 1
    f1 = 2 * right[True, True] / (2 * right[True, True] + right[False, True] + right[True, False])
    print(
        f"telegram {language}  F1 {f1:.3f}  same {right[True, True]} together {right[True, False]} apart, "
        f"others {right[False, True]} together {right[False, False]} apart"
    )


def _page(row: dict[str, str], which: str, language: str) -> Article:
    url, title, text = (row[f"INPUT:{which}_{field}"] for field in ("url", "title", "text"))
    return new_article(url + which, language, title, text, None, url=url)


def main() -> None:
    """Print a line a set: precision/recall/F1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", help=f"of {', '.join(SETS)}, telegram; all if none")
    parser.add_argument("--part", default="test", choices=("tune", "test", "all"))
    arguments = parser.parse_args()
    if not DATA.is_dir():
        print(f"skipped: no {DATA}")
        return
    csv.field_size_limit(sys.maxsize)
    for name in arguments.sets or [*SETS, "telegram"]:
        try:
            if name == "telegram":
                telegram("en")
                telegram("ru")
            else:
                run(name, SETS[name](arguments.part))
        except FileNotFoundError as error:
            print(f"{name} skipped: {error}")


if __name__ == "__main__":
    main()
