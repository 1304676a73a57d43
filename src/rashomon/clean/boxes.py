"""Pictures, boxes for subscribers and lists of links: lines that the one above or below gives away."""

from __future__ import annotations

from rashomon.clean.agencies import PICTURES
from rashomon.clean.judged import Page, drop, head_of
from rashomon.clean.lines import IMAGE_FILE, is_names
from rashomon.clean.words import Phrases

#: A line that is a credit and no more has its caption beside it.
MAX_CREDIT_WORDS, MAX_CAPTION_LINE = 7, 24


def beside_pictures(page: Page, title: str | None, words: Phrases) -> Page:
    """The line under the name of an image is its caption, and so is the one above a credit alone."""
    result = list(page)
    head = head_of(page).stop
    for i in range(1, len(page)):
        above, below = result[i - 1], page[i]
        if above.reason == IMAGE_FILE and below.role in ("body", "subhead") and below.look.words <= 40:
            result[i] = drop(below, "caption", "stands under the name of an image")
        elif above.text in PICTURES and below.role == "subhead" and not below.look.sentence:
            result[i] = drop(below, "caption", "stands under a picture credit")
        # The first line under the headline may be the deck.
        elif below.role in ("caption", "credit") and 2 <= i < head and result[i - 2].role != "headline":
            short = below.look.words <= MAX_CREDIT_WORDS and above.look.words <= MAX_CAPTION_LINE
            told = above.role == "headline" or is_names(above.text, words)
            if short and not told and not (above.look.sentence and above.look.is_body):
                result[i - 1] = drop(above, "caption", "stands above a picture credit")
    return result


#: A box for subscribers: its heading, what it promises, the small print.
MAX_BOX_LINES, MAX_BOX_WORDS, MAX_PROMISE_WORDS = 3, 30, 16


def inside_boxes(page: Page, title: str | None, words: Phrases) -> Page:
    """What stands between the heading and the small print of a box for subscribers belongs to it."""
    result = list(page)
    opened: int | None = None
    for i, judged in enumerate(page):
        if judged.role == "legal" and opened is not None and i - opened - 1 <= MAX_BOX_LINES:
            box = range(opened + 1, i)
            most = max((page[k].look.words for k in box if page[k].look.is_body), default=0)
            if most <= MAX_PROMISE_WORDS and sum(page[k].look.words for k in box) <= MAX_BOX_WORDS:
                for k in box:
                    result[k] = drop(page[k], "promo", "inside a box for subscribers")
        if not judged.kept:
            opened = i if judged.role in ("promo", "newsletter") else None
    return result


MAX_LINKED_HEADLINES, MAX_HEADLINE_WORDS = 5, 18


def under_teasers(page: Page, title: str | None, words: Phrases) -> Page:
    """Headlines under a line such as 'Related' are links; a paragraph ends them."""
    result = list(page)
    for i, judged in enumerate(page):
        if judged.role != "related" or judged.look.folded not in words.whole:
            continue
        for k in range(i + 1, min(i + 1 + MAX_LINKED_HEADLINES, len(page))):
            seen = page[k].look
            ended = seen.sentence and not seen.text.endswith("?")
            if ended or seen.words > MAX_HEADLINE_WORDS or page[k].role == "headline":
                break
            result[k] = drop(page[k], "related", f"under '{judged.text[:30]}'")
    return result
