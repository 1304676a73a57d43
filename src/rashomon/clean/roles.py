"""The role of each line of a page, by its neighbours and the page as a whole.

    lines -> lines.judge (each by itself) -> PASSES (titles, repeats, captions, teasers, the tail) -> roles

A pass is a function, roles in, roles out; it never gives a line back that another took away.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from rashomon.clean.agencies import find_agency
from rashomon.clean.boxes import (
    announces_address,
    beside_pictures,
    dated_headlines,
    inside_boxes,
    mostly_links,
    offers,
    short_cells,
    siblings,
    story_boxes,
    under_teasers,
)
from rashomon.clean.daylines import read_stamp
from rashomon.clean.judged import HEAD_LINES, Judged, Page, Pass, drop, first_body, head_of
from rashomon.clean.lines import Line, Look, is_names, judge, look
from rashomon.clean.loose import weighed
from rashomon.clean.names import without_site
from rashomon.clean.normalize import fold
from rashomon.clean.sites import NOTHING, CommonLines, on_other_pages
from rashomon.clean.words import Phrases
from rashomon.lineroles import LineRole

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
MAX_TITLE_WORDS = 32
#: A copy of the headline may have its kicker in front.
MIN_TITLE_SHARE = 0.6
#: A headline told in other words has so many long words of the title.
MIN_TITLE_WORDS = 2


def assign_roles(
    lines: Sequence[Line], title: str | None, words: Phrases, common: CommonLines = NOTHING
) -> tuple[Judged, ...]:
    """Each line with its role and the reason; ``title`` where the page or its sidecar tells one.

    ``common`` are the lines that stand on other pages of the site (sites.common_lines).
    """
    title = fold(title) if title else None
    page: Page = []
    for line in lines:
        seen = look(line)
        judgement = judge(seen, words)
        if judgement is None and common and seen.folded != title:
            judgement = on_other_pages(seen, common)
        role, reason = judgement or (_first_role(seen), "nothing speaks against it")
        page.append(Judged(seen, role, reason))
    for step in PASSES:
        page = step(page, title, words)
    return tuple(page)


def _first_role(seen: Look) -> LineRole:
    if seen.line.kind == "item":
        return "list"
    if seen.line.kind == "cell":
        return "table"
    return "body" if seen.is_body or (seen.line.kind != "head" and seen.sentence) else "subhead"


# ---------------------------------------------------------------- titles


def site_behind_title(page: Page, title: str | None, words: Phrases) -> Page:
    """'Ferry stays in port | Harbour News': the name of the site is no part of the headline."""
    top = [i for i, j in enumerate(page[:3]) if j.look.words <= MAX_TITLE_WORDS]
    folded = {j.look.folded for j in page[:HEAD_LINES]}
    result = list(page)
    for i in top:
        line = page[i].look.line
        head, _ = without_site(line.text, folded, words)
        if page[i].kept and head != line.text:
            result[i] = replace(page[i], look=look(replace(line, text=head)))
    return result


def day_lines(page: Page, title: str | None, words: Phrases) -> Page:
    """A line above the article that tells its day and little else."""
    result = list(page)
    for i in head_of(page):
        if page[i].look.line.kind != "head" and read_stamp(page[i].text, words):
            result[i] = drop(page[i], "timestamp", "a day above the article")
    return result


def headline(page: Page, title: str | None, words: Phrases) -> Page:
    """The line that is the title, told or guessed; what stands between two copies of it is furniture."""
    end = min(first_body(page) + 1, HEAD_LINES, len(page))
    if title is None:
        guess = _guess_title(page[:end])
        if guess is None:
            return page
        title = page[guess].look.folded
    copies = [i for i, j in enumerate(page[:HEAD_LINES]) if _same_title(j.look.folded, title)]
    if not copies and (other := _other_title(page[:end], title)) is not None:
        copies = [other]
    if not copies:
        return page
    page = list(page)
    between_body = any(page[i].kept and page[i].look.is_body for i in range(copies[0], copies[-1]))
    for i in range(copies[-1] if not between_body else copies[0]):
        if i not in copies and not page[i].look.is_body:
            page[i] = drop(page[i], "label", "stands above the headline")
    page[copies[0]] = replace(page[copies[0]], role="headline", reason="the title of the page")
    for i in copies[1:]:
        page[i] = replace(page[i], role="repeat", reason="the headline again")
    return page


def _same_title(line: str, title: str) -> bool:
    if line == title:
        return True
    if min(len(line), len(title)) <= 20 or not 0.4 < len(line) / len(title) < 2.5:
        return False
    # A kicker may run into the headline without a mark or a space between them.
    shorter, longer = sorted((_letters(line), _letters(title)), key=len)
    return len(shorter) > 20 and len(shorter) > MIN_TITLE_SHARE * len(longer) and shorter in longer


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def _other_title(head: Page, title: str) -> int | None:
    """A page may show its headline in other words than it tells it: the first heading has some of them."""
    for i, judged in enumerate(head):
        if judged.kept and judged.look.line.kind == "head":
            own, told = (set(re.findall(r"\w{4,}", text)) for text in (judged.look.folded, title))
            alike = len(own & told) >= MIN_TITLE_WORDS
            return i if alike and judged.look.words <= MAX_TITLE_WORDS else None
    return None


def _guess_title(head: Page) -> int | None:
    """The first line that reads as a headline; a short label above a longer one is no title."""
    open_lines = [i for i, j in enumerate(head) if j.kept and j.look.words <= MAX_TITLE_WORDS]
    repeated = [i for i in open_lines if sum(j.look.folded == head[i].look.folded for j in head) > 1]
    if repeated and head[repeated[0]].look.words >= 3:
        return repeated[0]
    for place, i in enumerate(open_lines):
        seen = head[i].look
        if seen.text.endswith((".", ":")) and not seen.text.endswith("..."):
            return None
        after = [k for k in open_lines[place + 1 :] if not head[k].look.text.endswith(".")]
        if seen.words <= 3 and after and head[after[0]].look.words >= 5:
            continue
        return i if any(k > i for k in range(len(head))) else None
    return None


# ---------------------------------------------------------------- repeats


def repeated(page: Page, title: str | None, words: Phrases) -> Page:
    """A line that was told before. What comes more often orders the text: questions, labels of a list."""
    count = Counter(j.look.folded for j in page)
    seen: set[str] = set()
    result = []
    for judged in page:
        key = judged.look.folded
        again = key in seen and (count[key] == 2 and judged.look.words >= 6) and judged.role != "headline"
        result.append(drop(judged, "repeat", "the line stands above already") if again else judged)
        seen.add(key)
    return _unless_ordered(page, result)


def _unless_ordered(page: Page, result: Page) -> Page:
    """The page as it was where much of it repeats: a transcript, a recap, a song are told in that order."""
    size = sum(len(j.text) for j in page if j.kept)
    return page if sum(len(j.text) for j in result if j.kept) < (1 - MAX_REPEATED) * size else result


#: So much of the text may be pull quotes, captions and lines printed twice.
MAX_REPEATED = 0.2
_MARKS = '.,:;!?…"()-–—'
MAX_COMPARED_WORDS = 400
_MAX_REPEAT_WORDS = 90
#: Lines are compared with each other; no article has so many.
MAX_COMPARED_LINES = 2000
_OWN_ORDER = frozenset({"headline", "list", "table"})


def told_twice(page: Page, title: str | None, words: Phrases) -> Page:
    """Pull quotes and captions: a line nearly all of which one longer paragraph tells in the same words."""
    if len(page) > MAX_COMPARED_LINES:
        return page
    start = first_body(page)
    longest = max((j.look.words for j in page if j.kept), default=0)
    shorter = [i for i, j in enumerate(page) if _may_repeat(j) and j.look.words < longest]
    if not shorter:
        return page
    shingles = _shingles([j.look.folded if j.kept else "" for j in page])
    # Most articles tell nothing twice.
    if len(frozenset().union(*shingles)) == sum(map(len, shingles)):
        return page
    times = Counter(chain.from_iterable(shingles))
    shared = frozenset(shingle for shingle, count in times.items() if count > 1)
    result = list(page)
    for i in shorter:
        own = shingles[i]
        if len(own) < 3:
            continue
        # The lead may say again what the deck said; only the same words are a caption there.
        needed = (0.75 if i > start else 0.9) * len(own)
        if len(own & shared) < needed:
            continue
        if any(len(other) > len(own) and len(own & other) >= needed for other in shingles):
            result[i] = drop(page[i], "repeat", "a longer paragraph tells it in the same words")
    return _unless_ordered(page, result)


def _may_repeat(judged: Judged) -> bool:
    return judged.kept and 6 <= judged.look.words <= _MAX_REPEAT_WORDS and judged.role not in _OWN_ORDER


def _shingles(texts: Sequence[str]) -> list[frozenset[tuple[str, ...]]]:
    """Four words in a row, of each text; punctuation is taken out of all texts at once, which is fast."""
    joined = "\n".join(texts)
    for mark in _MARKS:
        joined = joined.replace(mark, " ")
    rows = (row.split()[:MAX_COMPARED_WORDS] for row in joined.split("\n"))
    return [frozenset(zip(row, row[1:], row[2:], row[3:], strict=False)) for row in rows]


# ---------------------------------------------------------------- head, captions, teasers


def above_body(page: Page, title: str | None, words: Phrases) -> Page:
    """Between headline and first paragraph: bylines and menus go, what is left is the deck."""
    end = first_body(page)
    result = list(page)
    for i in range(end):
        judged = page[i]
        if judged.role == "headline" or not judged.kept:
            continue
        if is_names(judged.text, words):
            result[i] = drop(judged, "byline", "names alone above the first paragraph")
        elif judged.role in ("list", "table") and judged.look.words <= 6:
            result[i] = drop(judged, "links", "a menu above the first paragraph")
        elif judged.look.words <= 3:
            result[i] = drop(judged, "label", "a short label above the first paragraph")
        else:
            result[i] = replace(judged, role="deck", reason="between headline and first paragraph")
    return result


def capitals(page: Page, title: str | None, words: Phrases) -> Page:
    """A whole headline in capitals among paragraphs that are not is a link to another story."""
    shouted = [i for i, j in enumerate(page) if j.kept and j.look.capitals and j.role != "headline"]
    size = sum(len(j.text) for j in page if j.kept) or 1
    if sum(len(page[i].text) for i in shouted) > 0.3 * size:
        return page
    start = first_body(page)
    result = list(page)
    for i in shouted:
        judged = page[i]
        # Where the page shows its links, what is none is a subhead.
        unlinked = judged.look.line.linked == 0.0
        if i > start and judged.look.words >= 5 and not judged.text.endswith(".") and not unlinked:
            result[i] = drop(judged, "related", "a headline in capitals between paragraphs")
    return result


_PLACED = re.compile(r"^\([A-ZÀ-ÞА-Я][^()]{1,30}\) ?[-–—]? ?[\"«“„]?[A-ZÀ-ÞА-Я0-9]")
_SENT = re.compile(r"^[A-ZÀ-Þ][^().]{1,30} (\([A-Z][^()]{1,20}\)) ?[-–—]")


def _has_place(text: str) -> bool:
    sent = _SENT.match(text)
    return bool(_PLACED.match(text) or (sent and find_agency(sent.group(1))))


def other_stories(page: Page, title: str | None, words: Phrases) -> Page:
    """A run of leads that each have a place of their own: '(Rome) ...', '(Lima) ...' are other stories."""
    placed = [i for i, j in enumerate(page) if j.kept and _has_place(j.text)]
    if len(placed) < 4 or placed[0] == first_body(page):
        placed = placed[1:] if placed and placed[0] == first_body(page) else placed
    if len(placed) < 3 or placed[-1] - placed[0] + 1 > 2 * len(placed):
        return page
    result = list(page)
    for i in range(placed[0], placed[-1] + 1):
        result[i] = drop(page[i], "related", f"one of {len(placed)} leads with places of their own")
    return result


def link_lists(page: Page, title: str | None, words: Phrases) -> Page:
    """Bulleted headlines that no line announces, between paragraphs: a box of links. A list has its colon.

    Markup that shows no link leaves a doubt: then only a short list is one.
    """
    result = list(page)
    start = 0
    while start < len(page):
        end = start
        while end < len(page) and _is_bullet(page[end]):
            end += 1
        run = page[start:end]
        above = page[start - 1].text if start else ""
        long_enough = sum(j.look.words for j in run) >= MIN_HEADLINE_WORDS * len(run)
        ended = any(j.text.endswith((".", ";", ",", "?", ")")) for j in run)
        doubtful = len(run) > MAX_DOUBTFUL and any(j.look.line.linked is not None for j in run)
        if run and long_enough and not ended and not doubtful and above.endswith((".", "”", '"', "»", "“")):
            result[start:end] = [drop(j, "related", "a bulleted headline no line announces") for j in run]
        start = end + 1
    return result


MIN_HEADLINE_WORDS = 5
MAX_DOUBTFUL = 4


def _is_bullet(judged: Judged) -> bool:
    return judged.kept and (judged.look.line.kind == "item" or judged.text.startswith(("- ", "– ")))


# ---------------------------------------------------------------- the tail


def tail(page: Page, title: str | None, words: Phrases) -> Page:
    """What comes after the article: from the first sign of it on, where little text follows."""
    sizes = [len(j.text) if j.kept and j.look.is_body else 0 for j in page]
    total, before = sum(sizes), 0
    for i, judged in enumerate(page):
        before += sizes[i]
        if judged.role not in OPENS_TAIL or not before:
            continue
        rest = page[i + 1 :]
        furniture = sum(not j.kept or not j.look.sentence or j.look.words < 6 for j in rest)
        closes = judged.role in ("end", "comments", "picker")
        limit = TAIL_AFTER_END if closes else TAIL_AFTER_JUNK
        dense = furniture >= TAIL_FURNITURE * len(rest) or (closes and total - before <= 0.25 * before)
        if total - before <= limit * before and dense:
            cut = [drop(j, "end", f"after '{judged.text[:40]}'") for j in rest]
            return _without_dangling([*page[: i + 1], *cut], i)
    return _without_dangling(page, len(page))


def _without_dangling(page: Page, end: int) -> Page:
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
    in_order = judged.role in _OWN_ORDER and judged.look.words > MAX_TAG_WORDS
    # No heading begins in small letters or has a full stop inside: a sentence cut in two, or signed.
    in_sentence = judged.text[:1].islower() or "。" in judged.text
    return judged.kept and (judged.look.is_body or in_order or in_sentence)


def _is_loose(judged: Judged) -> bool:
    return not judged.look.sentence if judged.kept else judged.role in LOOSE


PASSES: tuple[Pass, ...] = (
    site_behind_title,
    day_lines,
    headline,
    repeated,
    beside_pictures,
    inside_boxes,
    offers,
    under_teasers,
    dated_headlines,
    announces_address,
    mostly_links,
    siblings,
    story_boxes,
    short_cells,
    capitals,
    other_stories,
    link_lists,
    told_twice,
    weighed,
    tail,
    above_body,
)
