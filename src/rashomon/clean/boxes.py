"""Pictures, boxes for subscribers and lists of links: lines that the one above or below gives away."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from rashomon.clean.agencies import PICTURES
from rashomon.clean.judged import Judged, Page, drop, first_body, head_of
from rashomon.clean.lines import IMAGE_FILE, Kind, is_names
from rashomon.clean.words import Phrases

#: A line that is a credit and no more has its caption beside it.
MAX_CREDIT_WORDS, MIN_CAPTION_LINE, MAX_CAPTION_LINE = 7, 6, 24


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
        elif below.role in ("caption", "credit") and i >= head and _is_caption_of(above, below):
            result[i - 1] = drop(above, "caption", "stands above a picture credit and is no sentence")
    return result


def _is_caption_of(above: Judged, credit: Judged) -> bool:
    seen = above.look
    told = MIN_CAPTION_LINE <= seen.words <= MAX_CAPTION_LINE and not seen.sentence
    return (
        above.role == "subhead"
        and seen.line.kind == "text"
        and told
        and credit.look.words <= MAX_CREDIT_WORDS
    )


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


MIN_DATED, MIN_DATED_WORDS = 2, 3


def dated_headlines(page: Page, title: str | None, words: Phrases) -> Page:
    """Headlines each with a day of its own, beneath the first paragraph: a list of other stories."""
    start = first_body(page)
    days = [i for i, judged in enumerate(page) if i > start and tells_day(judged)]
    between = [range(above + 1, below) for above, below in pairwise(days) if below - above in (2, 3)]
    listed = [gap for gap in between if all(_is_headline(page[i]) for i in gap)]
    if len(listed) < MIN_DATED:
        return page
    result = list(page)
    # Days stand above their headlines or beneath them: one headline is not between two.
    edges = (listed[0].start - 2, listed[-1].stop + 1)
    for i in (*(i for gap in listed for i in gap), *(i for i in edges if start < i < len(page))):
        if _is_headline(page[i]):
            result[i] = drop(page[i], "related", "a headline with a day of its own")
    return result


_MONEY = frozenset("$€£¥₹%")


def tells_day(judged: Judged) -> bool:
    """Whether a line is a day. A clock time alone is the time of an entry of a live blog."""
    if judged.role not in ("timestamp", "label"):
        return False
    digits, letters = (sum(map(kind, judged.text)) for kind in (str.isdigit, str.isalpha))
    dated = digits >= 6 and _MONEY.isdisjoint(judged.text)
    return (judged.role == "timestamp" and letters >= 3) or dated


def _is_headline(judged: Judged) -> bool:
    seen = judged.look
    fits = MIN_DATED_WORDS <= seen.words <= MAX_HEADLINE_WORDS
    return judged.kept and fits and (not seen.sentence or seen.text.endswith("?"))


#: Of the lines that are no sentence and so much of them is a link, three of four lead elsewhere.
MOSTLY_LINKED = {"text": 0.5, "cell": 0.3}


def mostly_links(page: Page, title: str | None, words: Phrases) -> Page:
    """A line, no sentence, that is half a link, or a cell of which a third is one: to other stories."""
    result = list(page)
    for i, judged in enumerate(page):
        seen = judged.look
        linked, needed = seen.line.linked or 0.0, MOSTLY_LINKED.get(seen.line.kind, 2.0)
        if judged.role != "headline" and linked >= needed and seen.words >= 2 and not seen.sentence:
            result[i] = drop(judged, "related", f"{linked:.0%} of it is a link and it is no sentence")
    return result


def siblings(page: Page, title: str | None, words: Phrases) -> Page:
    """The entries of a list most of which are links to other stories, or its only other ones."""
    result = list(page)
    for run in _runs(page, "item"):
        away = sum(page[i].role in ("related", "links") for i in run)
        if away and 2 * away >= len(run):
            for i in run:
                if not page[i].look.is_body:
                    result[i] = drop(
                        page[i], "related", f"{away} of {len(run)} entries of the list are links"
                    )
    return result


MIN_CELLS, MAX_CELL_WORDS, SHORT_CELLS = 6, 6, 0.8
#: A table of data has figures in every tenth cell, and in most cells more than the days of a calendar.
MIN_FIGURES, MIN_CELL = 0.1, 3


def short_cells(page: Page, title: str | None, words: Phrases) -> Page:
    """Menus and calendars set as tables: short cells without figures, or of two characters."""
    result, start = list(page), first_body(page)
    for run in _runs(page, "cell"):
        short = [i for i in run if page[i].look.words <= MAX_CELL_WORDS and not page[i].look.sentence]
        if run.start <= start or len(run) < MIN_CELLS or len(short) < SHORT_CELLS * len(run):
            continue
        figures = sum(any(map(str.isdigit, page[i].text)) for i in short)
        if figures < MIN_FIGURES * len(short) or median(len(page[i].text) for i in short) < MIN_CELL:
            for i in short:
                result[i] = drop(page[i], "links", f"one of {len(short)} short cells, {figures} with figures")
    left, whole = (sum(len(j.text) for j in lines if j.kept) for lines in (result, page))
    # Where most of the text are cells, the table is what the page tells.
    return result if 2 * left >= whole else page


def _runs(page: Page, kind: Kind) -> Iterator[range]:
    """The runs of lines that stood in elements of one kind."""
    start = 0
    for i in range(len(page) + 1):
        if i == len(page) or page[i].look.line.kind != kind:
            if i > start:
                yield range(start, i)
            start = i + 1


#: A box that leads to another story: its headline, the beginning of it, the link with the headline again.
MAX_STORY_BOX, MIN_STORY_HEADLINE = 2, 4


def story_boxes(page: Page, title: str | None, words: Phrases) -> Page:
    """What stands between a headline and a link that ends in the same words is the box of another story."""
    result = list(page)
    for i, judged in enumerate(page):
        if judged.role != "related":
            continue
        for k in range(max(0, i - MAX_STORY_BOX), i):
            above = page[k]
            same = above.look.words >= MIN_STORY_HEADLINE and judged.look.folded.endswith(above.look.folded)
            if same and above.kept and above.role != "headline" and not above.look.text.endswith("."):
                reason = f"in the box of '{above.text[:40]}'"
                result[k:i] = [drop(j, "related", reason) for j in result[k:i]]
                break
    return result


MAX_ANNOUNCEMENT = 25


def announces_address(page: Page, title: str | None, words: Phrases) -> Page:
    """'Send us your view of this story:' above an address."""
    result = list(page)
    for i in range(1, len(page)):
        above, below = page[i - 1], page[i]
        address = "@" in below.text and below.role == "links"
        if address and above.text.endswith(":") and above.look.words <= MAX_ANNOUNCEMENT:
            result[i - 1] = drop(above, "promo", f"announces the address '{below.text[:40]}'")
    return result


#: What an offer to subscribers lists, and the line that announces the next list of it.
OFFERS = frozenset({"promo", "newsletter"})
MIN_OFFER, MAX_OFFER, MAX_OFFER_HEAD = 3, 30, 16


def offers(page: Page, title: str | None, words: Phrases) -> Page:
    """A list that asks to subscribe, or stands right beneath a line that does, and the lists beneath it."""
    result = list(page)
    lists = {i: run for run in _runs(page, "item") for i in run}
    inside = False
    for i, judged in enumerate(page):
        run = lists.get(i)
        if run is not None and i == run.start:
            longest = max(page[k].look.words for k in run)
            beneath = i > 0 and page[i - 1].role in OFFERS and len(run) >= MIN_OFFER
            asks = beneath or any(page[k].role in OFFERS for k in run)
            inside = longest <= MAX_OFFER and (inside or asks)
        elif run is None and judged.kept:
            inside = inside and judged.look.words <= MAX_OFFER_HEAD and i + 1 in lists
        if inside:
            result[i] = drop(judged, "promo", "part of an offer to subscribers")
    return result
