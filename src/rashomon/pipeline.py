"""The order of the stages, and nothing else.

pages -> clean -> annotate -> group -> (each story: date, align, compare) -> Comparison
"""

from __future__ import annotations

from rashomon.align.actors import align_actors
from rashomon.align.figures import align_figures
from rashomon.align.publication import date_documents
from rashomon.align.statements import align_statements
from rashomon.align.utterances import align_utterances
from rashomon.annotate import annotate, redate
from rashomon.clean import clean
from rashomon.compare.figures import compare_figures
from rashomon.compare.origins import find_origins
from rashomon.compare.statements import compare_statements
from rashomon.compare.timeline import make_timeline
from rashomon.compare.utterances import compare_utterances
from rashomon.config import Config
from rashomon.group.stories import group_stories
from rashomon.types import Article, Comparison, Document, Page, Story, StoryComparison


def read_article(page: Page) -> Article:
    """One page, cleaned and annotated; a page without text has empty annotations."""
    document = clean(page)
    return Article(document, annotate(document))


def compare_story(
    story: Story, articles: tuple[Article, ...]
) -> tuple[tuple[Document, ...], StoryComparison]:
    """One story: its documents (dated now where they were not) and all that is said of it."""
    documents = date_documents(articles)
    articles = tuple(
        article if article.document == document else redate(article, document)
        for article, document in zip(articles, documents, strict=True)
    )
    origins = find_origins(articles)
    actors, quotes = align_actors(articles)
    figures = compare_figures(align_figures(articles), articles)
    statements = compare_statements(align_statements(articles, actors), articles, figures, origins)
    return documents, StoryComparison(
        story=story,
        origins=origins,
        actors=actors,
        quotes=quotes,
        utterances=compare_utterances(align_utterances(articles, quotes), articles),
        figures=figures,
        dates=tuple(date for article in articles for date in article.annotations.dates),
        timeline=make_timeline(statements, articles),
        statements=statements,
    )


def compare_pages(pages: tuple[Page, ...], config: Config) -> Comparison:
    """The whole run on one machine, in one process."""
    articles = {a.document.id: a for a in map(read_article, pages)}
    readable = tuple(a for _, a in sorted(articles.items()) if a.document.skipped is None)
    documents = {i: a.document for i, a in articles.items()}
    stories = []
    for story in group_stories(readable):
        dated, compared = compare_story(story, tuple(articles[i] for i in story.document_ids))
        documents |= {d.id: d for d in dated}
        stories.append(compared)
    return Comparison(tuple(d for _, d in sorted(documents.items())), tuple(stories))
