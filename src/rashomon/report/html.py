"""The comparison as one HTML file: no network, no script of the pages, readable without script."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

import rashomon
from rashomon.report import lineage, matrix, people, reader, said, sections, timeline, wording
from rashomon.report.view import make_edition
from rashomon.types import Comparison

#: What the page is made of besides its template, in this order.
STYLES = ("style.css", "story.css", "reader.css", "small.css")
SCRIPTS = ("page.js", "copy.js", "filter.js", "matrix.js", "reader.js", "notes.js")
#: Controls and halves of surrogate pairs have no place in HTML and cannot be encoded.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
#: Embeddings and isolates left open in a name would turn round what this page says after it.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
#: What a sentence of ours has between the words it quotes, and letters that are written from right to left.
_BETWEEN = re.compile("(['\"“”«»()\\[\\],;:])")
_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def to_html(comparison: Comparison) -> str:
    """One self-contained page: the same text for the same comparison.

    Its Content-Security-Policy allows its own style and script, by their hashes, and nothing else.
    """
    style, script = _assets(STYLES), _script()
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
    return _UNFIT.sub("\ufffd", _TURNING.sub("", text))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("rashomon.report"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,
    )
    environment.globals.update(
        lineage=lineage,
        matrix=matrix,
        people=people,
        reader=reader,
        said=said,
        sections=sections,
        timeline=timeline,
        days=wording.days,
        counted=wording.counted,
        wording=wording,
    )
    environment.filters.update(
        day=wording.day, shorten=wording.shorten, language=wording.language_name, isolate=_isolate
    )
    return environment


def _isolate(reason: str) -> Markup:
    """A sentence of ours in which words from right to left do not turn round what stands about them."""
    isolated = Markup("<bdi>{}</bdi>")
    pieces = _BETWEEN.split(reason)
    return Markup().join(isolated.format(p) if _FROM_THE_RIGHT.search(p) else escape(p) for p in pieces)


def _assets(names: tuple[str, ...]) -> str:
    folder = files("rashomon.report").joinpath("templates")
    return "\n".join(folder.joinpath(name).read_text("utf-8").strip() for name in names)


def _script() -> str:
    """The parts of the script share one scope, and leave no name behind."""
    return f'(function () {{\n"use strict";\n{_assets(SCRIPTS)}\n}})();'


def _policy(style: str, script: str) -> str:
    def source(text: str) -> str:
        return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    return (
        f"default-src 'none'; style-src {source(style)}; script-src {source(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
