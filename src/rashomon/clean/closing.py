"""The last lines of an article: what bids the reader farewell, and the threads of comments beneath it."""

from __future__ import annotations

from rashomon.clean.boxes import tells_day
from rashomon.clean.judged import Page, drop, first_body
from rashomon.clean.tail import without_dangling
from rashomon.clean.words import Phrases

#: So many lines may bid farewell, and they are so much of the text at most.
MAX_CLOSING, MAX_SHARE = 8, 0.25
#: In a longer paragraph such words are part of what is told.
MAX_WORDS = 120


def closing(page: Page, title: str | None, words: Phrases) -> Page:
    """From the last line up: who wrote it, what the reader should do, what the house is not liable for.

    The phrases of [clean.closing] say so at the end of a text only: elsewhere they may be the story.
    """
    start, total = first_body(page), sum(len(j.text) for j in page if j.kept)
    result, gone, size = list(page), 0, 0
    for i in range(len(page) - 1, start, -1):
        judged = page[i]
        if not judged.kept:
            continue
        size += len(judged.text)
        found = words.closing.match(judged.look.folded) if judged.look.words <= MAX_WORDS else None
        if judged.role == "headline" or found is None or gone == MAX_CLOSING or size > MAX_SHARE * total:
            break
        result[i] = drop(judged, found[0], f"ends the page with '{found[1][:60]}'")
        gone += 1
    return without_dangling(result, len(result)) if gone else page


def summaries(page: Page, title: str | None, words: Phrases) -> Page:
    """A list headed 'Summary' in or beneath the text tells it again; above the text it opens the story."""
    result = list(page)
    start, inside = first_body(page), False
    for i in range(start + 1, len(page)):
        seen = page[i].look
        inside = seen.folded in words.summary or (inside and seen.line.kind == "item")
        listed = i + 1 < len(page) and page[i + 1].look.line.kind == "item"
        if inside and (seen.line.kind == "item" or listed):
            result[i] = drop(page[i], "repeat", "a summary of the article")
    return result


#: So many readers, most of them with a name of their own, make a thread.
MIN_READERS, OWN_NAMES, MAX_NAME_WORDS = 4, 0.6, 4


def threads(page: Page, title: str | None, words: Phrases) -> Page:
    """Comments of readers: a name, a day and time, a few lines, over and over beneath the article.

    The entries of a live blog have times as well, but few names and no days.
    """
    start = first_body(page)
    found = [i for i in range(start + 1, len(page)) if tells_day(page[i]) and _is_comment(page, i)]
    names = {page[i - 1].look.folded for i in found}
    if len(found) < MIN_READERS or len(names) < OWN_NAMES * len(found):
        return page
    result = list(page)
    for i in range(found[0] - 1, len(page)):
        result[i] = drop(page[i], "comments", f"in a thread of {len(found)} comments")
    return result


def _is_comment(page: Page, i: int) -> bool:
    """Whether a name stands above the day of line i, and words beneath it."""
    name = page[i - 1].look
    told = name.words <= MAX_NAME_WORDS and not name.sentence and name.line.kind in ("text", "head")
    # In a table of days and names nothing is said.
    says = any(j.look.sentence or j.look.words > MAX_NAME_WORDS for j in page[i + 1 : i + 3])
    return told and says
