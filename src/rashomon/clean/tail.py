"""What stands after the article: from the first sign of it on, and headings with no text beneath them."""

from __future__ import annotations

from rashomon.clean.judged import OWN_ORDER, Judged, Page, drop
from rashomon.clean.words import Phrases

#: What stands after the article is cut where it is this small beside what stands before it.
TAIL_AFTER_END, TAIL_AFTER_JUNK = 0.7, 0.18
TAIL_FURNITURE = 0.5
#: Roles whose line may open the tail of a page.
OPENS_TAIL = frozenset(
    {"end", "comments", "picker", "bio", "legal", "promo", "newsletter", "agency", "update", "share", "site"}
)
#: Lines under these stand loose as well; an advertisement or a picture may stand above the last sentence.
LOOSE = OPENS_TAIL | {"related", "links"}
#: Of a shorter text one cannot tell where it ends.
MIN_TEXT = 200
#: A longer run of headings at the end is a list the article gives, unless they are mere tags.
MAX_DANGLING, MAX_TAG_WORDS = 8, 4


def tail(page: Page, title: str | None, words: Phrases) -> Page:
    """What comes after the article: from the first sign of it on, where little text follows."""
    sizes = [len(j.text) if j.kept and j.look.is_body else 0 for j in page]
    total, before = sum(sizes), 0
    for i, judged in enumerate(page):
        before += sizes[i]
        # The name of a network is a cell of many a table.
        named = judged.role == "share" and _is_kept_cell(judged, page[i + 1 : i + 2])
        if judged.role not in OPENS_TAIL or not before or named:
            continue
        rest = page[i + 1 :]
        furniture = sum(not j.kept or not j.look.sentence or j.look.words < 6 for j in rest)
        closes = judged.role in ("end", "comments", "picker")
        limit = TAIL_AFTER_END if closes else TAIL_AFTER_JUNK
        dense = furniture >= TAIL_FURNITURE * len(rest) or (closes and total - before <= 0.25 * before)
        if total - before <= limit * before and dense:
            cut = [drop(j, "end", f"after '{judged.text[:40]}'") for j in rest]
            return without_dangling([*page[: i + 1], *cut], i)
    return without_dangling(page, len(page))


def _is_kept_cell(judged: Judged, below: Page) -> bool:
    return judged.look.line.kind == "cell" and any(j.kept and j.look.line.kind == "cell" for j in below)


def without_dangling(page: Page, end: int) -> Page:
    """Headings at the very end have no text beneath them: links to other stories. Many are a list."""
    last = next((i for i in range(end - 1, -1, -1) if _ends_text(page[i])), -1)
    # Short sentences right beneath the last paragraph end the text; beneath a heading they are loose too.
    first = next((i for i in range(last + 1, end) if _is_loose(page[i])), end)
    run = [i for i in range(first, end) if page[i].kept]
    lengths = [page[i].look.words for i in run]
    tags = sum(lengths) <= MAX_TAG_WORDS * len(lengths)
    is_list = len(run) > MAX_DANGLING and not tags
    announced = bool(run) and first > 0 and page[first - 1].text.endswith(":")
    of_tags = announced and tags and page[first - 1].look.words <= MAX_TAG_WORDS
    counted = any(page[i].text[0].isdigit() for i in run)
    short_text = sum(len(j.text) for j in page if j.look.is_body) < MIN_TEXT
    if is_list or short_text or counted or (announced and not of_tags):
        return page
    result = list(page)
    for i in [first - 1, *run] if of_tags else run:
        result[i] = drop(page[i], "links", "a heading with no text beneath it")
    return result


def _ends_text(judged: Judged) -> bool:
    in_order = judged.role in OWN_ORDER and judged.look.words > MAX_TAG_WORDS
    # No heading begins in small letters or has a full stop inside: a sentence cut in two, or signed.
    in_sentence = judged.text[:1].islower() or "。" in judged.text
    return judged.kept and (judged.look.is_body or in_order or in_sentence)


def _is_loose(judged: Judged) -> bool:
    return not judged.look.sentence if judged.kept else judged.role in LOOSE
