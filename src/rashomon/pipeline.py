"""The order of the stages, and nothing else.

each page:  clean
each site:  the lines that its pages have in common
each page:  clean again without them, where there are any -> annotate -> date it by its own words
all pages:  group -> date each by its story -> relate the stories
each story: align -> compare
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from typing import Protocol, TypeVar

from rashomon.align.actors import align_actors
from rashomon.align.figures import align_figures
from rashomon.align.publication import date_documents
from rashomon.align.statements import align_statements
from rashomon.align.utterances import align_utterances
from rashomon.annotate import annotate, redate
from rashomon.clean import clean_page
from rashomon.clean.sites import CommonLines, common_lines, site_page, with_neighbours
from rashomon.compare.figures import compare_figures
from rashomon.compare.lineage import find_lineage
from rashomon.compare.omissions import find_omissions
from rashomon.compare.origins import find_origins
from rashomon.compare.statements import compare_statements
from rashomon.compare.timeline import make_timeline
from rashomon.compare.utterances import compare_utterances
from rashomon.compare.voices import count_voices
from rashomon.group.grouping import group_articles
from rashomon.group.stories import make_stories
from rashomon.lexicon.concepts import active_dictionaries, start_using
from rashomon.types import (
    Annotations,
    Article,
    CleanedPage,
    Comparison,
    Document,
    Page,
    Story,
    StoryComparison,
)

A = TypeVar("A")
B = TypeVar("B")


class Track(Protocol):
    """Shows how far a step is: passes the items through, as they are done."""

    def __call__(self, items: Iterable[A], description: str, total: int) -> Iterable[A]:
        """The same items in the same order."""


def untracked(items: Iterable[A], description: str, total: int) -> Iterable[A]:
    """No progress shown."""
    return items


class Mapper(Protocol):
    """``map`` over one process or many, results in the order of the items."""

    def __call__(self, step: Callable[[A], B], items: Iterable[A]) -> Iterable[B]:
        """One result an item."""


def in_turn(step: Callable[[A], B], items: Iterable[A]) -> Iterable[B]:
    """One item after the other in this process."""
    return map(step, items)


@contextmanager
def _mapper(workers: int) -> Iterator[Mapper]:
    if workers <= 1:
        yield in_turn
        return
    with ProcessPoolExecutor(workers, initializer=start_using, initargs=(active_dictionaries(),)) as pool:
        # Small chunks: pages differ much in length, and the order of the results is kept anyway.
        yield lambda step, items: pool.map(step, items, chunksize=4)


def clean_pages(
    pages: tuple[Page, ...], map_over: Mapper = in_turn, track: Track = untracked
) -> list[CleanedPage]:
    """Each page cleaned, knowing the other pages of its site; what a page alone shows is clean_page(page)."""
    cleaned = list(track(map_over(clean_page, pages), "cleaning", len(pages)))
    compared = with_neighbours(page.document for page in cleaned)
    of_sites = map_over(site_page, [page for page in cleaned if page.document.id in compared])
    common = common_lines(filter(None, of_sites))
    again = [i for i, page in enumerate(cleaned) if page.document.id in common]
    told = [(pages[i], common[cleaned[i].document.id]) for i in again]
    for i, page in zip(again, map_over(_cleaned_again, told), strict=True):
        # A page of nothing but furniture is left as it is: the reader decides.
        cleaned[i] = cleaned[i] if page.document.skipped else page
    return cleaned


def _cleaned_again(told: tuple[Page, CommonLines]) -> CleanedPage:
    return clean_page(*told)


def read_article(document: Document) -> Article:
    """A cleaned page, annotated.

    A page that breaks a rule of ours is our defect, but it must not take the pile with it: it is
    listed as skipped with what went wrong.
    """
    try:
        # A page whose own words prove its day is dated before it is grouped: time is part of the score.
        return _dated((Article(document, annotate(document)),))[0]
    except Exception as error:
        reason = f"could not be analysed ({type(error).__name__}: {error})"
        return Article(replace(document, text="", blocks=(), skipped=reason), Annotations(document.id))


def _dated(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """The articles, dated where the evidence of all of them together tells one day."""
    documents = date_documents(articles)
    return tuple(
        article if article.document == document else redate(article, document)
        for article, document in zip(articles, documents, strict=True)
    )


def compare_story(told: tuple[Story, tuple[Article, ...]]) -> StoryComparison:
    """All that is said of one story; its articles in the order of the story."""
    story, articles = told
    origins = find_origins(articles)
    actors, quotes = align_actors(articles)
    figures = compare_figures(align_figures(articles), articles)
    aligned = align_statements(articles, actors)
    statements = compare_statements(aligned, articles, figures, origins, actors=actors, quotes=quotes)
    utterances = compare_utterances(align_utterances(articles, quotes), articles, origins)
    return StoryComparison(
        story=story,
        origins=origins,
        actors=actors,
        quotes=quotes,
        utterances=utterances,
        figures=figures,
        dates=tuple(date for article in articles for date in article.annotations.dates),
        timeline=make_timeline(statements, articles),
        statements=statements,
        lineage=find_lineage(articles, quotes, utterances),
        voices=count_voices(articles, actors, quotes),
        omissions=find_omissions(statements, articles, origins),
    )


def compare_pages(
    pages: tuple[Page, ...],
    workers: int = 1,
    track: Track = untracked,
    embed: Callable[[Document], tuple[int, ...]] | None = None,
) -> Comparison:
    """The whole run on one machine; the number of workers changes nothing in the result.

    ``embed`` gives each document a sentence vector, one more sign of how like two of them are.
    """
    with _mapper(workers) as map_over:
        documents = [cleaned.document for cleaned in clean_pages(pages, map_over, track)]
        read = track(map_over(read_article, documents), "reading", len(pages))
        if embed is not None:
            read = (replace(article, embedding=embed(article.document)) for article in read)
        articles = {article.document.id: article for article in read}
        readable = tuple(a for _, a in sorted(articles.items()) if a.document.skipped is None)
        # The one step that sees all pages is shown as one, so that a long one is not silent.
        (grouping,) = track(map(group_articles, [readable]), "grouping", 1)
        mates = [tuple(articles[i] for i in group) for group in grouping.document_ids]
        dated = [article for story in map_over(_dated, mates) for article in story]
        articles |= {article.document.id: article for article in dated}
        stories = make_stories(grouping, tuple(dated))
        told = [(story, tuple(articles[i] for i in story.document_ids)) for story in stories]
        compared = tuple(track(map_over(compare_story, told), "comparing", len(told)))
    used = tuple(dictionary.told for dictionary in active_dictionaries())
    return Comparison(tuple(a.document for _, a in sorted(articles.items())), compared, used)
