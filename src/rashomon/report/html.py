"""The comparison as one HTML file: no network, no script of the pages, readable without script."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

import rashomon
from rashomon.report import people, said, sections, wording
from rashomon.report.marks import Mark, Segment, segments
from rashomon.report.view import Report, StoryView, make_edition
from rashomon.types import Block, BlockRole, Comparison, Document

#: Controls and halves of surrogate pairs have no place in HTML and cannot be encoded.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def to_html(comparison: Comparison) -> str:
    """One self-contained page: the same text for the same comparison.

    Its Content-Security-Policy allows its own style and script, by their hashes, and nothing else.
    """
    style, script = _asset("style.css"), _asset("script.js")
    text = (
        _environment()
        .get_template("page.html")
        .render(
            edition=make_edition(comparison),
            style=Markup(style),
            script=Markup(script),
            policy=_policy(style, script),
            version=rashomon.__version__,
        )
    )
    return _UNFIT.sub("\ufffd", text)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("rashomon.report"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.globals.update(
        people=people,
        said=said,
        sections=sections,
        days=wording.days,
        counted=wording.counted,
        wording=wording,
        marks=marks,
        paragraphs=paragraphs,
    )
    environment.filters.update(day=wording.day, shorten=wording.shorten, language=wording.language_name)
    return environment


def _asset(name: str) -> str:
    return files("rashomon.report").joinpath("templates", name).read_text("utf-8").strip()


def _policy(style: str, script: str) -> str:
    def source(text: str) -> str:
        return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    return (
        f"default-src 'none'; style-src {source(style)}; script-src {source(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def paragraphs(report: Report, marks: dict[str, list[Mark]]) -> Iterator[tuple[BlockRole, list[Segment]]]:
    """A report's text, paragraph by paragraph, cut at all that is marked in it."""
    document = report.document
    blocks = list(_blocks(document))
    cuts = [place for block in blocks for place in (block.start, block.end)]
    pieces = segments(document.text, 0, len(document.text), marks.get(document.id, ()), cuts)
    position = 0

    def block_of(piece: Segment) -> int:
        nonlocal position
        while position < len(blocks) - 1 and piece.start >= blocks[position].end:
            position += 1
        return position

    for number, inside in groupby(pieces, key=block_of):
        block = blocks[number]
        yield block.role, [piece for piece in inside if block.start <= piece.start < block.end]


def _blocks(document: Document) -> Iterator[Block]:
    """The blocks, and one for each gap between them that holds words, so that no word is left out."""
    end = 0
    for block in document.blocks:
        if document.text[end : block.start].strip():
            yield Block(end, block.start, "body")
        yield block
        end = block.end
    if document.text[end:].strip() or not document.blocks:
        yield Block(end, len(document.text), "body")


def marks(story: StoryView) -> dict[str, list[Mark]]:
    """Everything of the story that stands in its documents, by document, with the anchor of its entry."""
    told = story.comparison
    anchors = said.quote_anchors(story)
    figures = sections.figures(story)
    spans = [("quote", q.quote.content, anchors[q.quote.id]) for q in told.quotes]
    telling = [d for u in told.utterances for d in u.differences if d.kind != "wording"]
    spans += [("differ", span, "") for difference in telling for span in said.concerned(difference)]
    spans += [("figure", v.span, figure.anchor) for figure in figures for v in figure.figure.values]
    spans += [("date", date.span, "") for date in told.dates]
    spans += [(f"label-{x.voice}", x.span, f"{story.anchor}-labels") for a in told.actors for x in a.labels]
    spans += [("name", span, "") for actor in told.actors for span in actor.mentions]
    spans += [("shared", span, "") for origin in told.origins for span in origin.spans]
    if len(story.reports) > 1:
        arranged = sections.arrange(sections.statements(story))
        shown = (("several", arranged.sure), ("alone", arranged.alone))
        spans += [(kind, s, x.anchor) for kind, views in shown for x in views for s in x.statement.members]
    found: dict[str, list[Mark]] = {}
    for kind, span, anchor in spans:
        found.setdefault(span.document_id, []).append(Mark(span.start, span.end, kind, anchor))
    return found
