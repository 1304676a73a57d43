"""What reports call the main actors of an event, against NewsWCL50 (Hamborg et al. 2019).

python -m bench.labels [--misses]

Five events, five outlets each. An annotated phrase is found where a mention or label of any actor stands on
it, and attributed where it is one of the actor that the most phrases of its concept are found in.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.shared import SHARED, here
from rashomon.pipeline import clean_pages, compare_story, read_article
from rashomon.types import Actor, Page, Span, Story

#: Kinds of concepts that are somebody.
KINDS = frozenset({"ACTOR", "GROUP", "COUNTRY", "ORGANIZATION"})
#: A main actor is named in so many reports; an event has so many at most.
LEAST_REPORTS, MOST_ACTORS = 3, 8
_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})


@dataclass(frozen=True, slots=True)
class Phrase:
    """An annotated phrase: where it stands in which report, and the concept it names."""

    report: str
    start: int
    end: int
    text: str
    concept: str


def phrases(folder: Path, report: str, text: str) -> Iterator[Phrase]:
    """The phrases of a report that can be found again in their sentence, each place once."""
    plain = text.translate(_SAME)
    starts: list[int] = []
    place = 0
    for line in next(folder.glob("*_sent.txt")).read_text("utf-8").translate(_SAME).splitlines():
        found = plain.find(line.strip()[:40], place)
        place = found if found >= 0 else place
        starts.append(place)
    taken: set[tuple[int, int]] = set()
    (table,) = (p for p in folder.glob("*_annotations.csv") if "copy" not in p.name)
    for row in csv.DictReader(table.open(encoding="utf-8", errors="replace")):
        words = row["code_mention"].translate(_SAME).strip()
        if row["code_type"] not in KINDS or not words or not row["sentence"].isdigit():
            continue
        first = starts[min(int(row["sentence"]), len(starts) - 1)]
        for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", plain[first : first + 2000]):
            span = first + match.start(), first + match.end()
            if span not in taken:
                taken.add(span)
                yield Phrase(report, *span, text[span[0] : span[1]], row["code_name"])
                break


def main_concepts(found: Iterable[Phrase]) -> list[str]:
    """The concepts that most reports name, the most told first."""
    counts: Counter[str] = Counter()
    reports: defaultdict[str, set[str]] = defaultdict(set)
    for phrase in found:
        counts[phrase.concept] += 1
        reports[phrase.concept].add(phrase.report)
    main = [c for c in counts if len(reports[c]) >= LEAST_REPORTS]
    return sorted(main, key=lambda c: (-counts[c], c))[:MOST_ACTORS]


def actors_on(phrase: Phrase, actors: tuple[Actor, ...]) -> frozenset[str]:
    """The actors a mention or label of which has half of the phrase, or is half of it."""
    return frozenset(a.id for a in actors if any(_on(phrase, span) for span in _spans(a)))


def _spans(actor: Actor) -> Iterator[Span]:
    yield from actor.mentions
    yield from (label.span for label in actor.labels)


def _on(phrase: Phrase, span: Span) -> bool:
    common = min(phrase.end, span.end) - max(phrase.start, span.start)
    shortest = min(phrase.end - phrase.start, span.end - span.start)
    return span.document_id == phrase.report and 2 * common >= shortest > 0


def event(folder: Path) -> tuple[list[Phrase], tuple[Actor, ...]]:
    """The phrases of an event and the actors that the comparison of its five reports has."""
    told: list[Phrase] = []
    articles = []
    for outlet in sorted(folder.iterdir()):
        # Of two reports only the sentences are there.
        source = min(outlet.glob("*.txt"), key=lambda p: len(p.name))
        (page,) = clean_pages((Page(str(source), source.read_bytes(), "text/plain"),))
        articles.append(read_article(page.document))
        told += phrases(outlet, page.document.id, page.document.text)
    ids = tuple(article.document.id for article in articles)
    return told, compare_story((Story("s", folder.name, ids), tuple(articles))).actors


def misses(told: list[Phrase], actors: tuple[Actor, ...]) -> tuple[int, list[Phrase], list[Phrase]]:
    """How many phrases there are, those on which no actor stands, and those that are of another one."""
    lost: list[Phrase] = []
    strayed: list[Phrase] = []
    for concept in {phrase.concept: None for phrase in told}:
        on = [(p, actors_on(p, actors)) for p in told if p.concept == concept]
        votes = Counter(actor for _, ids in on for actor in ids)
        best = max(votes, key=lambda a: (votes[a], a), default="")
        lost += [p for p, ids in on if not ids]
        strayed += [p for p, ids in on if ids and best not in ids]
    return len(told), lost, strayed


def main() -> int:
    """A line an event and the means: the share of phrases found, and attributed."""
    if not here("data/labels-newswcl50"):
        return 0
    shares = []
    for path in sorted((SHARED / "data" / "labels-newswcl50").iterdir()):
        told, actors = event(path)
        main_ones = set(main_concepts(told))
        count, lost, strayed = misses([p for p in told if p.concept in main_ones], actors)
        found = 1 - len(lost) / max(count, 1)
        shares.append((found, found - len(strayed) / max(count, 1)))
        print(f"{path.name}  {len(main_ones)} actors, {count} phrases  ", end="")
        print("found {:.3f}  attributed {:.3f}".format(*shares[-1]))
        if "--misses" in sys.argv:
            names = Counter(f"{p.concept}: {p.text}" for p in (*lost, *strayed))
            print("\n".join(f"    {n} {text}" for text, n in names.most_common(40)))
    means = [sum(column) / len(shares) for column in zip(*shares, strict=True)]
    print("mean  found {:.3f}  attributed {:.3f}".format(*means))
    return 0


if __name__ == "__main__":
    sys.exit(main())
