"""Grouping on small piles such as readers bring: one story, an event of its history, and a stranger.

    python -m bench.small_piles [--piles N] [KIND...]

Each pile has four to six pages. ``allsides``: the reports of one story, of the story most like it by its
names but three days to half a year away, and one of another story; once with all days, once with every
second page without, once with none. ``meantime``: one event in English, Spanish and Italian, another of the
same topic, one of the other topic. ``ntrex``: a text in four of six languages, each page with every second
of its sentences, and two other texts. Pages without day are dated by their own words, as the whole run does.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import combinations
from math import log

from bench.shared import SHARED, here
from bench.stories import Labelled, allsides, meantime, new_article
from rashomon.align.publication import date_documents
from rashomon.chronology import day_of
from rashomon.group.bridge import names_in
from rashomon.group.stories import group_stories
from rashomon.types import Article, Story

#: Days between an event and another one of its history.
NEAREST, FARTHEST = 3, 180
LANGUAGES = {
    "en": "src.eng",
    "de": "ref.deu",
    "es": "ref.spa",
    "fr": "ref.fra",
    "it": "ref.ita",
    "ru": "ref.rus",
}
TOLD_DAY = re.compile(
    r"(January|February|March|April|May|June|July|August|September|October|November|December)"
    r" (\d\d?) ?, (\d{4})"
)


@dataclass(frozen=True, slots=True)
class Pile:
    """Pages with the story each tells; ``related`` are the two stories of one history, in order of time."""

    pages: Labelled
    related: tuple[str, str] | None


@dataclass(slots=True)
class Tally:
    """Pairs of pages and relations, counted over piles."""

    right: int = 0
    got: int = 0
    gold: int = 0
    linked: int = 0
    in_time: int = 0
    asked: int = 0
    wrong_links: int = 0
    whole: int = 0
    piles: int = 0

    def line(self) -> str:
        """What was found of what was there."""
        return (
            f"{self.piles:4} piles  whole {self.whole / self.piles:.3f}  "
            f"pairs P {self.right / max(self.got, 1):.3f} R {self.right / max(self.gold, 1):.3f}  "
            f"related {self.linked}/{self.asked}, {self.in_time} in time, "
            f"{self.wrong_links} strangers related"
        )


def digest(name: str) -> str:
    """A fixed random order."""
    return hashlib.sha256(name.encode()).hexdigest()


def allsides_piles(undated: Callable[[int], bool], count: int) -> Iterator[Pile]:
    """Stories of AllSides with the most alike other one; ``undated`` says which pages lose their day."""
    stories: dict[str, list[Article]] = defaultdict(list)
    for story, article in allsides("all"):
        if article.document.published:
            stories[story].append(article)
    names = {story: _names(articles) for story, articles in stories.items()}
    spread = Counter(name for found in names.values() for name in found)
    first = {s: min(_day(a) for a in articles) for s, articles in stories.items()}
    order = sorted((s for s in stories if len(stories[s]) > 1), key=digest)[:count]
    for place, story in enumerate(order):
        apart = {s: abs(first[s] - first[story]) for s in stories}
        others = [s for s in stories if NEAREST <= apart[s] <= FARTHEST]
        near = max(others, key=lambda s: (_shared(names[s], names[story], spread), s))
        stranger = order[place - 1]
        pages = [
            *((story, a) for a in stories[story]),
            *((near, a) for a in stories[near][:2]),
            *((stranger, a) for a in stories[stranger][:1]),
        ]
        yield Pile(
            [(s, _without_day(a) if undated(n) else a) for n, (s, a) in enumerate(pages)],
            tuple(sorted((story, near), key=lambda s: first[s])),  # type: ignore[arg-type]
        )


def _day(article: Article) -> int:
    day = day_of(article.document.published or "")
    assert day
    return day.toordinal()


def _names(articles: Sequence[Article]) -> frozenset[str]:
    return frozenset(n for a in articles for n in names_in(a.document.text[:2000], "en"))


def _shared(left: frozenset[str], right: frozenset[str], spread: Counter[str]) -> float:
    weight = {n: log(1 + 1000 / spread[n]) ** 2 for n in left | right}
    return round(sum(weight[n] for n in left & right) / (1 + sum(weight.values())), 9)


def _without_day(article: Article) -> Article:
    undated = replace(article, document=replace(article.document, published=None))
    return replace(undated, document=date_documents((undated,))[0])


def meantime_piles(undated: Callable[[int], bool], count: int) -> Iterator[Pile]:
    """Wikinews articles with the one after them of the same topic and one of the other topic."""
    stories: dict[str, list[Article]] = defaultdict(list)
    for story, article in meantime("all"):
        stories[story].append(article)
    days = {s: _told_day(articles) for s, articles in stories.items()}
    topics: dict[str, list[str]] = defaultdict(list)
    for story in sorted(stories, key=lambda s: (days[s] or "", s)):
        if days[story]:
            topics[story.split("/")[0]].append(story)
    for topic, found in sorted(topics.items()):
        (other,) = (t for t in topics if t != topic)
        for place, story in enumerate(found[:count]):
            near, stranger = found[place - 1], topics[other][place % len(topics[other])]
            pages = [
                *((story, a) for a in stories[story]),
                *((near, a) for a in stories[near][:1]),
                *((stranger, a) for a in stories[stranger][1:2]),
            ]
            dated = [(s, _dated(a, days[s])) for s, a in pages]
            yield Pile([(s, _without_day(a) if undated(n) else a) for n, (s, a) in enumerate(dated)], None)


def _told_day(articles: Sequence[Article]) -> str | None:
    for article in articles:
        if article.document.language == "en" and (m := TOLD_DAY.search(article.document.text[:300])):
            return datetime.strptime(" ".join(m.groups()), "%B %d %Y").strftime("%Y-%m-%d")
    return None


def _dated(article: Article, day: str | None) -> Article:
    return replace(article, document=replace(article.document, published=day))


def ntrex_piles(undated: Callable[[int], bool], count: int) -> Iterator[Pile]:
    """A text in four languages, each telling every second sentence, beside two others; all of one day."""
    folder = SHARED / "data" / "ntrex"
    names = (folder / "DOCUMENT_IDS.tsv").read_text("utf-8").split()
    lines = {c: (folder / f"{n}.txt").read_text("utf-8").splitlines() for c, n in LANGUAGES.items()}
    rows: dict[str, list[int]] = defaultdict(list)
    for row, name in enumerate(names):
        rows[name].append(row)
    order = sorted((n for n in rows if len(rows[n]) >= 12), key=digest)

    def page(name: str, code: str, first: int, step: int) -> Article:
        told = [lines[code][row] for row in rows[name]][first::step]
        article = new_article(f"{name}/{code}", code, told[0], "\n".join(told), "2018-09-26")
        return article

    codes = sorted(LANGUAGES)
    for place, name in enumerate(order[:count]):
        pages = [(name, page(name, codes[(place + n) % 6], n % 2, 2)) for n in range(4)]
        pages += [(order[place - n], page(order[place - n], codes[(place + n) % 6], 0, 2)) for n in (1, 2)]
        yield Pile([(s, _without_day(a) if undated(n) else a) for n, (s, a) in enumerate(pages)], None)


KINDS = {"allsides": allsides_piles, "meantime": meantime_piles, "ntrex": ntrex_piles}
UNDATED: dict[str, Callable[[int], bool]] = {
    "all dated": lambda n: False,
    "half dated": lambda n: n % 2 == 1,
    "none dated": lambda n: True,
}


def score(piles: Sequence[Pile], group: Callable[[tuple[Article, ...]], tuple[Story, ...]]) -> Tally:
    """Group each pile by itself."""
    tally = Tally()
    for pile in piles:
        stories = group(tuple(article for _, article in pile.pages))
        gold = {a.document.id: story for story, a in pile.pages}
        count(tally, stories, gold)
        count_links(tally, stories, gold, pile.related)
    return tally


def count(tally: Tally, stories: Sequence[Story], gold: dict[str, str]) -> None:
    """Pages put together, and those that should be."""
    got = {pair for s in stories for pair in combinations(sorted(s.document_ids), 2)}
    want = {pair for pair in combinations(sorted(gold), 2) if gold[pair[0]] == gold[pair[1]]}
    tally.right += len(got & want)
    tally.got += len(got)
    tally.gold += len(want)
    tally.whole += got == want
    tally.piles += 1


def count_links(
    tally: Tally, stories: Sequence[Story], gold: dict[str, str], related: tuple[str, str] | None
) -> None:
    """Relations between pages of two stories: of one history, or of strangers."""
    members = {s.id: s.document_ids for s in stories}
    links = set()
    for s in stories:
        for link in s.related:
            there = members[link.story_id] if link.story_id else (link.document_id or "",)
            links |= {(gold[a], gold[b], link.relation) for a in s.document_ids for b in there}
    if related:
        early, late = related
        tally.asked += 1
        tally.linked += any((a, b) == (late, early) for a, b, _ in links)
        tally.in_time += (late, early, "earlier") in links
        tally.wrong_links += any({a, b} != {early, late} and a != b for a, b, _ in links)


def main() -> None:
    """Print a line a kind and a share of dated pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", help=f"of {', '.join(KINDS)}; all if none")
    parser.add_argument("--piles", type=int, default=200)
    arguments = parser.parse_args()
    if here("data/stories-en", "data/stories-multilingual", "data/ntrex"):
        for kind in arguments.kinds or KINDS:
            for name, undated in UNDATED.items():
                tally = score(list(KINDS[kind](undated, arguments.piles)), group_stories)
                print(f"{kind:9} {name:10} {tally.line()}", flush=True)


if __name__ == "__main__":
    main()
