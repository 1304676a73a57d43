"""The role of each line of a page, by its neighbours and the page as a whole.

    lines -> lines.judge (each by itself) -> PASSES (titles, repeats, captions, teasers, the tail) -> roles

A pass is a function, roles in, roles out; it never gives a line back that another took away.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

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
from rashomon.clean.closing import closing, summaries, threads
from rashomon.clean.daylines import read_stamp
from rashomon.clean.judged import HEAD_LINES, Judged, Page, Pass, drop, first_body, head_of
from rashomon.clean.lines import Line, Look, is_names, judge, look
from rashomon.clean.loose import weighed
from rashomon.clean.names import without_site
from rashomon.clean.normalize import fold
from rashomon.clean.repeats import repeated, told_twice
from rashomon.clean.sites import NOTHING, CommonLines, on_other_pages
from rashomon.clean.tail import tail
from rashomon.clean.teasers import linked_teasers
from rashomon.clean.words import Phrases
from rashomon.lineroles import LineRole

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
    times = Counter([j.look.folded for j in head])
    repeated = [i for i in open_lines if times[head[i].look.folded] > 1]
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
    placed = [i for i, j in enumerate(page) if j.kept and "(" in j.text[:40] and _has_place(j.text)]
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
    for bullets, lines in groupby(range(len(page)), lambda i: _is_bullet(page[i])):
        if not bullets:
            continue
        start, *_ = places = list(lines)
        run = [page[i] for i in places]
        above = page[start - 1].text if start else ""
        long_enough = sum(j.look.words for j in run) >= MIN_HEADLINE_WORDS * len(run)
        ended = any(j.text.endswith((".", ";", ",", "?", ")")) for j in run)
        doubtful = len(run) > MAX_DOUBTFUL and any(j.look.line.linked is not None for j in run)
        if long_enough and not ended and not doubtful and above.endswith((".", "”", '"', "»", "“")):
            for i in places:
                result[i] = drop(page[i], "related", "a bulleted headline no line announces")
    return result


MIN_HEADLINE_WORDS = 5
MAX_DOUBTFUL = 4


def _is_bullet(judged: Judged) -> bool:
    return judged.kept and (judged.look.line.kind == "item" or judged.text.startswith(("- ", "– ")))


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
    linked_teasers,
    told_twice,
    weighed,
    threads,
    summaries,
    tail,
    closing,
    above_body,
)
