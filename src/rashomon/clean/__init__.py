"""Page -> Document: the text of the article, without what stands around it.

bytes -> charsets.decode -> html.article_lines | text.lines_of -> roles.assign_roles -> text and blocks
      -> places (of each block in the source), metadata (outlet, agency, authors, date), dateline

Text is changed here, once, before any span exists.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from operator import attrgetter

from rashomon.charsets import decode
from rashomon.clean import html
from rashomon.clean.dateline import find_dateline
from rashomon.clean.decks import find_deck
from rashomon.clean.described import describe
from rashomon.clean.fact_boxes import without_fact_boxes
from rashomon.clean.judged import Judged
from rashomon.clean.layout import in_picture, shown_lines
from rashomon.clean.lines import Line
from rashomon.clean.metadata import Evidence, read_metadata, title_of
from rashomon.clean.nodes import nodes_of
from rashomon.clean.normalize import fold, normalize, unescape
from rashomon.clean.places import find_places
from rashomon.clean.roles import assign_roles
from rashomon.clean.sites import NOTHING, CommonLines
from rashomon.clean.text import lines_of, without_inline_boxes
from rashomon.clean.words import phrases
from rashomon.config import CleanConfig
from rashomon.languages import detect_language
from rashomon.types import Block, BlockRole, Caption, CleanedPage, Document, Page, PageLine, Place, Sidecar

CONFIG = CleanConfig()
_SIDECAR_VALUES = attrgetter(*(field.name for field in fields(Sidecar)))


def clean(page: Page, common: CommonLines = NOTHING) -> Document:
    """The article on a page; ``skipped`` says why where there is none. Never raises for what a page holds."""
    return clean_page(page, common).document


def clean_page(page: Page, common: CommonLines = NOTHING) -> CleanedPage:
    """The article on a page, and every line of the page with its role and the reason for it.

    A page alone shows what it can; ``common`` is what only the other pages of its site show (clean.sites).
    """
    of_body = hashlib.sha256(page.body)
    document = Document(_identity(page, of_body.copy()), page.source, of_body.hexdigest())
    if page.problem:
        skipped = replace(document, skipped=page.problem, url=page.sidecar.url, title=page.sidecar.title)
        return CleanedPage(skipped)
    source = source_of(page)
    lines, evidence = _read(source, page.media_type)
    if too_long := _too_long(lines) or (html.too_large(source) if not lines else None):
        return CleanedPage(replace(document, skipped=f"no article: {too_long}", url=page.sidecar.url))
    language = page.sidecar.language or _language(lines) or evidence.described.language
    words = phrases(language)
    judged = assign_roles(without_inline_boxes(lines, words), title_of(page.sidecar, evidence), words, common)
    if evidence.described.news:
        judged = without_fact_boxes(judged)
    told = tuple(PageLine(j.text, j.role, j.reason, j.kept) for j in judged)
    shown = _shown(judged, evidence.shown_title, find_deck(judged, evidence, words))
    if not any(character.isalpha() for text, role in shown if role != CAPTION for character in text):
        skipped = replace(document, language=language, skipped="no article text found")
        return CleanedPage(read_metadata(skipped, page.sidecar, evidence, judged), told)
    text, blocks, captions = _placed(shown, find_places(source, page.media_type, shown))
    dateline = find_dateline(document.id, text, blocks, language)
    document = replace(
        document, language=language, text=text, blocks=blocks, captions=captions, dateline=dateline
    )
    return CleanedPage(read_metadata(document, page.sidecar, evidence, judged), told)


def source_of(page: Page) -> str:
    """The decoded page, which the places of blocks and captions point into."""
    return decode(page.body, page.charset)


def _too_long(lines: Sequence[Line]) -> str | None:
    characters = sum(len(line.text) for line in lines)
    if len(lines) > CONFIG.most_lines:
        return f"{len(lines):,} lines"
    return f"{characters:,} characters" if characters > CONFIG.most_characters else None


def _identity(page: Page, told: hashlib._Hash) -> str:
    """From the content (``told`` is the hash of the body); where a page is skipped, also from its source,
    for its content may be another's.
    """
    rest = [repr(_SIDECAR_VALUES(page.sidecar))]
    if page.problem:
        rest += [page.source, page.problem]
    for text in rest:
        told.update(b"\0" + text.encode("utf-8", "replace"))
    return "d" + told.hexdigest()[:12]


def _read(source: str, media_type: str) -> tuple[tuple[Line, ...], Evidence]:
    """The lines of the page as they were extracted, and what else it shows."""
    if media_type == "text/html":
        tree = html.parse(source)
        nodes = nodes_of(tree) if tree is not None else []
        shown = shown_lines(nodes) if nodes else None
        if shown is None:
            return (), Evidence()
        visible = tuple(line.text for line in shown if not in_picture(line))
        evidence = Evidence(describe(tree, nodes), visible, tree)
        # What extraction takes apart should not be held for each of a thousand elements.
        del nodes
        return html.article_lines(tree, shown, evidence.described.about), evidence
    lines = lines_of(normalize(unescape(source)))
    return lines, Evidence(visible=tuple(line.text for line in lines))


def _language(lines: Sequence[Line]) -> str | None:
    """Of the long lines; short ones are menus, often in another language."""
    long_lines = [line.text for line in lines if len(line.text) >= 60]
    return detect_language("\n".join(long_lines)[:LANGUAGE_CHARACTERS]) or detect_language(
        "\n".join(line.text for line in lines[:60])
    )


#: py3langid is right for .988 of texts of 300 characters; more costs time and tells little.
LANGUAGE_CHARACTERS = 300

CAPTION = "caption"
_ROLES: dict[str, BlockRole] = {
    "headline": "headline",
    "deck": "deck",
    "subhead": "subhead",
    "dateline": "dateline",
    "body": "body",
    "list": "list",
    "table": "table",
}


#: A line and its role, that of a block or "caption".
_Shown = tuple[str, str]


def _shown(judged: Sequence[Judged], title: str | None, deck: str | None) -> list[_Shown]:
    """The kept lines under headline and deck, which an HTML page may show outside its article; captions."""
    shown: list[_Shown] = [
        (j.text, _ROLES.get(j.role, j.role)) for j in judged if j.kept or j.role == CAPTION
    ]
    kept = [line for line in shown if line[1] != CAPTION]
    if deck and kept and not any(fold(text).startswith(fold(deck)[:60]) for text, _ in kept):
        shown.insert(shown.index(kept[0]) + 1 if kept[0][1] == "headline" else 0, (deck, "deck"))
    if title and kept and all(role != "headline" for _, role in kept):
        shown.insert(0, (title, "headline"))
    return shown


def _placed(
    shown: Sequence[_Shown], places: Iterable[tuple[Place, ...]]
) -> tuple[str, tuple[Block, ...], tuple[Caption, ...]]:
    """The text, its blocks with their places in the source, the captions with theirs."""
    kept: list[str] = []
    blocks: list[Block] = []
    captions: list[Caption] = []
    start = 0
    for (text, role), where in zip(shown, places, strict=True):
        if role == CAPTION:
            captions.append(Caption(text, where))
            continue
        end = start + len(text)
        kept.append(text)
        blocks.append(Block(start, end, _ROLES[role], where))
        start = end + 2
    return "\n\n".join(kept), tuple(blocks), tuple(captions)
