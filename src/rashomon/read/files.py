"""Paths, folders, globs, standard input -> pages.

    paths -> _sources (what to open) -> _contents (bytes, or why not) -> articles.pages_of -> no copies

A page that cannot be read is a page with a ``problem``, so that nothing given is lost from sight.
"""

from __future__ import annotations

import glob
import gzip
import io
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from rashomon.config import ReadConfig
from rashomon.errors import InputError
from rashomon.read.articles import PLAIN, is_json_lines, page_of_line, pages_of, sidecar_of
from rashomon.types import Page, Sidecar

#: What is read of a folder; a file named by itself is read whatever its name.
TEXT_SUFFIXES = (".html", ".htm", ".xhtml", ".txt", ".md")
JSON_SUFFIXES = (".json", ".jsonl", ".ndjson")
STANDARD_INPUT = "-"
NO_FILE, NO_MATCH = "no such file", "no file matches"
_DEFAULTS = ReadConfig()


def read_pages(
    paths: Sequence[str], config: ReadConfig = _DEFAULTS, stdin: BinaryIO | None = None
) -> tuple[Page, ...]:
    """Every page that files, folders, globs or "-" name, sorted by source.

    A path that cannot be read gives a page with a ``problem``; a copy of another page (same bytes
    and sidecar) gives one that says of which. Raises InputError when the paths name nothing at all.
    """
    pages: list[Page] = []
    for path in dict.fromkeys(paths):
        if path == STANDARD_INPUT:
            pages += _from_stream(stdin or sys.stdin.buffer, config)
        else:
            pages += _from_path(path, config)
    unique = {page.source: page for page in pages}
    if all(page.problem in (NO_FILE, NO_MATCH) for page in unique.values()):
        told = "; ".join(f"{page.source}: {page.problem}" for page in sorted(unique.values(), key=_source))
        raise InputError(f"nothing to read: {told or 'no pages in ' + ', '.join(paths)}")
    return tuple(_without_copies(sorted(unique.values(), key=_source)))


def _source(page: Page) -> str:
    return page.source


def _without_copies(pages: Iterable[Page]) -> Iterator[Page]:
    first: dict[tuple[bytes, Sidecar], str] = {}
    for page in pages:
        known = first.setdefault((page.body, page.sidecar), page.source)
        copied = known != page.source and page.problem is None
        yield replace(page, problem=f"same content as {known}") if copied else page


# ---------------------------------------------------------------- what to open


def _from_path(path: str, config: ReadConfig) -> Iterator[Page]:
    try:
        given = Path(path)
        matches = [given] if given.exists() or not glob.has_magic(path) else _matches(path)
        found = [file for match in matches for file in _walk(match, frozenset())]
    except (OSError, ValueError) as error:
        yield _problem(path, _reason(error))
        return
    if not matches:
        yield _problem(path, NO_MATCH)
    for file in found:
        # A sidecar named by itself stands for its page.
        yield from _from_file(_described_by(file) or file, config)


def _matches(pattern: str) -> list[Path]:
    return [Path(match) for match in sorted(glob.glob(pattern, recursive=True))]  # noqa: PTH207 (** in a path)


def _walk(folder: Path, above: frozenset[tuple[int, int]]) -> Iterator[Path]:
    """The pages of a folder and the folders in it; ``above`` holds their inodes, so no link loops."""
    if not folder.is_dir():
        yield folder
        return
    try:
        status = folder.stat()
        entries = sorted(folder.iterdir())
    except OSError:
        yield folder  # Opening it will tell why it cannot be read.
        return
    inode = (status.st_dev, status.st_ino)
    if inode in above:
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _walk(entry, above | {inode})
        elif _suffix(entry) in (*TEXT_SUFFIXES, *JSON_SUFFIXES):
            yield entry


def _suffix(file: Path) -> str:
    """The suffix in small letters, that of the content where the file is gzipped."""
    name = file.name.lower().removesuffix(".gz")
    return Path(name).suffix


def _described_by(file: Path) -> Path | None:
    """The page beside x.json that it describes: x.html, x.txt and the like."""
    if file.suffix.lower() != ".json":
        return None
    pages = (file.with_suffix(suffix) for suffix in TEXT_SUFFIXES)
    return next((page for page in pages if page.is_file()), None)


# ---------------------------------------------------------------- opening it


def _from_file(file: Path, config: ReadConfig) -> Iterator[Page]:
    source = file.as_posix()
    try:
        if _suffix(file) in (".jsonl", ".ndjson"):
            with _open(file) as lines:
                yield from _from_lines(lines, source, config)
            return
        with _open(file) as stream:
            body = stream.read(config.max_bytes + 1)
        sidecar, broken = _sidecar_beside(file, config)
    except (OSError, EOFError, zlib.error, ValueError) as error:
        yield _problem(source, _reason(error))
        return
    if broken:
        yield _problem(file.with_suffix(".json").as_posix(), f"{broken}; {file.name} was read without it")
    yield from _pages(body, source, sidecar, config, may_be_json=_suffix(file) in JSON_SUFFIXES)


def _open(file: Path) -> BinaryIO:
    """A file, unpacked where it is gzipped, whatever its name says."""
    stream = file.open("rb")
    if stream.peek(2)[:2] == b"\x1f\x8b":
        return gzip.GzipFile(fileobj=stream)  # type: ignore[return-value]
    return stream


def _from_stream(stream: BinaryIO, config: ReadConfig) -> Iterator[Page]:
    try:
        body = stream.read(config.max_bytes + 1)
        if body[:2] == b"\x1f\x8b":
            body = gzip.GzipFile(fileobj=io.BytesIO(body)).read(config.max_bytes + 1)
    except (OSError, EOFError, zlib.error, ValueError) as error:
        yield _problem(STANDARD_INPUT, _reason(error))
        return
    if is_json_lines(body):
        yield from _from_lines(io.BytesIO(body), STANDARD_INPUT, config)
    else:
        yield from _pages(body, STANDARD_INPUT, Sidecar(), config, may_be_json=True)


def _from_lines(lines: BinaryIO, source: str, config: ReadConfig) -> Iterator[Page]:
    """One article a line; a line that is too long is told and skipped, not held in memory."""
    number = 0
    while line := lines.readline(config.max_bytes + 1):
        number += 1
        too_large = len(line) > config.max_bytes
        while len(line) > config.max_bytes and not line.endswith(b"\n"):
            line = lines.readline(config.max_bytes + 1)
        if too_large:
            yield _problem(f"{source}#{number}", _too_large(config))
        elif line.strip():
            yield page_of_line(line, f"{source}#{number}")
    if not number:
        yield _problem(source, "empty file")


def _pages(
    body: bytes, source: str, sidecar: Sidecar, config: ReadConfig, *, may_be_json: bool
) -> Iterator[Page]:
    if len(body) > config.max_bytes:
        yield _problem(source, _too_large(config))
    else:
        yield from pages_of(body, source, sidecar, may_be_json=may_be_json)


def _sidecar_beside(file: Path, config: ReadConfig) -> tuple[Sidecar, str | None]:
    """What x.json says of x.txt, and why it could not be read where it is broken."""
    beside = file.with_suffix(".json")
    if _suffix(file) not in TEXT_SUFFIXES or not beside.is_file():
        return Sidecar(), None
    try:
        with beside.open("rb") as stream:
            return sidecar_of(stream.read(config.max_bytes))
    except OSError as error:
        return Sidecar(), _reason(error)


def _too_large(config: ReadConfig) -> str:
    return f"larger than {config.max_bytes / 1e6:g} MB"


def _problem(source: str, problem: str) -> Page:
    return Page(source, b"", PLAIN, problem=problem)


def _reason(error: Exception) -> str:
    """What the system says of a path, in plain words."""
    if isinstance(error, FileNotFoundError):
        return NO_FILE
    if isinstance(error, PermissionError):
        return "permission denied"
    if isinstance(error, (gzip.BadGzipFile, zlib.error, EOFError)):
        return "broken gzip file"
    text = error.strerror if isinstance(error, OSError) else str(error)
    return (text or type(error).__name__).lower()
