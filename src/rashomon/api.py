"""Rashomon from Python: what ``import rashomon`` offers.

    paths -> compare -> Comparison, or a file -> load -> Comparison
    Comparison -> write, to_json, to_html, to_markdown, to_tables, verify_result
    pages (of your own reading) -> compare_pages

The names of this module are those of the package: ``rashomon.compare(["pile/"])``. The stages are loaded at
the first call, so that importing the package costs nothing.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rashomon.config import Config
from rashomon.errors import InputError
from rashomon.types import CleanedPage, Comparison, Page

if TYPE_CHECKING:
    from rashomon.verify import VerifyReport

PathLike = str | os.PathLike[str]
_DEFAULT = Config()


def read_pages(paths: PathLike | Iterable[PathLike]) -> tuple[Page, ...]:
    """The pages of a path, or of several: files, folders, globs; what cannot be read has a ``problem``.

    Raises InputError where the paths name nothing at all.
    """
    from rashomon.read import files

    several = (paths,) if isinstance(paths, (str, os.PathLike)) else paths
    return files.read_pages([os.fspath(path) for path in several], _DEFAULT.read)


def compare(
    paths: PathLike | Iterable[PathLike],
    *,
    workers: int = 1,
    neural: PathLike | None = None,
    lexicons: Iterable[PathLike] = (),
) -> Comparison:
    """Group the pages of some paths into stories and lay their accounts side by side.

    The number of ``workers`` (processes) changes nothing in the result. Pages that cannot be read stand in
    ``Comparison.documents`` with the reason in ``skipped``. ``neural`` is the name or folder of a
    model of sentence-transformers by which reports are grouped too; ``lexicons`` are dictionaries made by
    "rashomon lexicon import", by name or path. Raises InputError where no page can be read, or where there is
    no such model on this machine, LexiconError for a dictionary that is none.
    """
    return compare_pages(read_pages(paths), workers=workers, neural=neural, lexicons=lexicons)


def compare_pages(
    pages: Iterable[Page],
    *,
    workers: int = 1,
    neural: PathLike | None = None,
    lexicons: Iterable[PathLike] = (),
) -> Comparison:
    """The same for pages that were read, or made by hand: ``Page("a.html", body, "text/html")``."""
    from rashomon import pipeline
    from rashomon.lexicon.concepts import using
    from rashomon.lexicon.shelf import load_lexicons
    from rashomon.neural import make_embedder

    embed = make_embedder(os.fspath(neural)) if neural else None
    with using(load_lexicons([os.fspath(name) for name in lexicons])):
        comparison = pipeline.compare_pages(tuple(pages), workers, embed=embed)
    if not comparison.stories:
        reasons = "; ".join(f"{d.source}: {d.skipped}" for d in comparison.documents if d.skipped)
        raise InputError(f"nothing could be read: {reasons or 'there are no pages'}")
    return replace(comparison, model=embed.name if embed else None)


def clean_pages(paths: PathLike | Iterable[PathLike]) -> tuple[CleanedPage, ...]:
    """The articles of pages with what is known of them, and each line with its role and the reason."""
    from rashomon import pipeline

    return tuple(pipeline.clean_pages(read_pages(paths)))


def load(result: PathLike) -> Comparison:
    """The comparison of a result that was written, as a file of JSON or a bundle.

    Raises ResultError for a file that is no result, or one that contradicts itself.
    """
    from rashomon.report.load import from_value
    from rashomon.verify import load_valid_result

    return from_value(load_valid_result(Path(result)))


def to_dict(comparison: Comparison) -> dict[str, Any]:
    """A comparison as comparison.json has it, valid under the schema "rashomon.comparison/1"."""
    from rashomon.report.json import to_value

    return to_value(comparison, _DEFAULT)


def to_json(comparison: Comparison) -> str:
    """comparison.json, the same bytes for the same comparison."""
    from rashomon.report import json

    return json.to_json(comparison, _DEFAULT)


def to_html(comparison: Comparison) -> str:
    """The report: one page that needs no network."""
    from rashomon.report import html

    return html.to_html(comparison)


def to_markdown(comparison: Comparison) -> str:
    """The brief: CommonMark with tables."""
    from rashomon.report import markdown

    return markdown.to_markdown(comparison)


def to_tables(result: Comparison | Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The tables of a comparison, or of a parsed comparison.json: name -> rows, each by its columns.

    As data frames take them: ``pandas.DataFrame(to_tables(comparison)["figures"])``.
    """
    from rashomon.report.tables import make_tables

    value = to_dict(result) if isinstance(result, Comparison) else result
    return {
        table.name: [dict(zip((name for name, _ in table.columns), row, strict=True)) for row in table.rows]
        for table in make_tables(value)
    }


def write(comparison: Comparison, pages: Iterable[Page] = (), **targets: PathLike) -> None:
    """Write a comparison: ``write(c, html="report.html", csv="tables/", schema_org="claims.json")``.

    The kinds are those of ``rashomon compare --help``; ``bundle`` needs the ``pages`` too. Each file is
    written whole or not at all. Raises OutputError where one cannot be written, TypeError for a kind that
    is none.
    """
    from rashomon import outputs

    told = {kind.replace("_", "-"): os.fspath(target) for kind, target in targets.items()}
    if unknown := told.keys() - set(outputs.KINDS):
        raise TypeError(f"a comparison is not written as {', '.join(sorted(unknown))}")
    outputs.check_targets(told)
    outputs.write_targets(outputs.Made(comparison, tuple(pages), _DEFAULT), told)


def verify_result(
    result: PathLike | Mapping[str, Any], pages: PathLike | Iterable[PathLike] = ()
) -> VerifyReport:
    """Prove a result (a file, a bundle, or ``to_dict(comparison)``) against its pages; ``ok`` sums it up.

    Raises ResultError for a file that is no result.
    """
    from rashomon import verify

    several = (pages,) if isinstance(pages, (str, os.PathLike)) else tuple(pages)
    if isinstance(result, Mapping):
        return verify.verify(result, read_pages(several) if several else ())
    return verify.run_verify(Path(result), [os.fspath(path) for path in several])
