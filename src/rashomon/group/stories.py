"""Articles -> stories, and the links between them."""

from __future__ import annotations

from rashomon.types import Article, Story


def group_stories(articles: tuple[Article, ...]) -> tuple[Story, ...]:
    """A partition of the articles into events, with earlier and later ones related."""
    ids = tuple(sorted(a.document.id for a in articles))
    return (Story("s" + ids[0][1:], articles[0].document.title or "", ids),) if articles else ()
