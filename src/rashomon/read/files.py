"""Paths, folders, globs, standard input -> pages.

    paths -> files (what to open) -> stream -> warc, or bytes -> articles.pages_of -> no copies

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
from typing import Any, BinaryIO

from rashomon.config import ReadConfig
from rashomon.errors import InputError
from rashomon.read.articles import is_json_lines, page_of_line, pages_of, sidecar_of
from rashomon.read.kinds import PLAIN, SNIFFED, is_gzip, is_html, is_warc, is_zip, unpacked_start
from rashomon.read.warc import pages_of_wacz, pages_of_warc
from rashomon.types import Page, Sidecar

#: What is read of a folder; a file named by itself is read whatever its name.
TEXT_SUFFIXES = (".html", ".htm", ".xhtml", ".txt", ".md")
SAVED_SUFFIXES = (".mhtml", ".mht")
JSON_SUFFIXES = (".json", ".jsonl", ".ndjson")
FEED_SUFFIXES = (".xml", ".rss", ".atom")
ARCHIVE_SUFFIXES = (".warc", ".wacz")
_READ = (*TEXT_SUFFIXES, *SAVED_SUFFIXES, *JSON_SUFFIXES, *FEED_SUFFIXES, *ARCHIVE_SUFFIXES)
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
            pages += _from_standard_input(stdin or sys.stdin.buffer, config)
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
        elif _suffix(entry) in _READ:
            yield entry


def _suffix(file: Path) -> str:
    """The suffix in small letters, that of the content where the file is gzipped."""
    name = file.name.lower().removesuffix(".gz")
    return Path(name).suffix


def _described_by(file: Path) -> Path | None:
    """The page beside x.json that it describes: x.html, x.txt, x.mhtml and the like."""
    if file.suffix.lower() != ".json":
        return None
    pages = (file.with_suffix(suffix) for suffix in (*TEXT_SUFFIXES, *SAVED_SUFFIXES))
    return next((page for page in pages if page.is_file()), None)


# ---------------------------------------------------------------- opening it


def _from_file(file: Path, config: ReadConfig) -> Iterator[Page]:
    source = file.as_posix()
    try:
        sidecar, broken = _sidecar_beside(file, config)
        with io.BufferedReader(file.open("rb", buffering=0), SNIFFED) as stream:
            yield from _told(_from_stream(stream, source, _suffix(file), sidecar, config), source, config)
    except (OSError, EOFError, zlib.error, ValueError) as error:
        yield _problem(source, _reason(error))
        return
    if broken:
        yield _problem(file.with_suffix(".json").as_posix(), f"{broken}; {file.name} was read without it")


def _from_standard_input(stream: BinaryIO, config: ReadConfig) -> Iterator[Page]:
    buffered = io.BufferedReader(stream, SNIFFED)  # type: ignore[type-var]
    try:
        pages = _from_stream(buffered, STANDARD_INPUT, ".json", Sidecar(), config)
        yield from _told(pages, STANDARD_INPUT, config)
    except (OSError, EOFError, zlib.error, ValueError) as error:
        yield _problem(STANDARD_INPUT, _reason(error))
    finally:
        # What is not ours to close stays open.
        buffered.detach()


def _from_stream(
    stream: io.BufferedReader[Any], source: str, suffix: str, sidecar: Sidecar, config: ReadConfig
) -> Iterator[Page]:
    """The pages in a file, unpacked where it is gzipped, whatever its name says."""
    start = stream.peek(SNIFFED)
    packed = is_gzip(start)
    content = unpacked_start(start) if packed else start
    if is_zip(start):
        yield from pages_of_wacz(stream, source, config.max_bytes)
        return
    if is_warc(content) or (suffix == ".warc" and start and not is_html(content)):
        yield from pages_of_warc(stream, source, config.max_bytes)
        return
    plain: BinaryIO = gzip.GzipFile(fileobj=stream) if packed else stream  # type: ignore[assignment]
    if suffix in (".jsonl", ".ndjson") or (source == STANDARD_INPUT and is_json_lines(content)):
        yield from _from_lines(plain, source, config)
        return
    body = plain.read(config.max_bytes + 1)
    if len(body) > config.max_bytes:
        yield _problem(source, _too_large(config))
    else:
        yield from pages_of(body, source, sidecar, may_be_json=suffix in JSON_SUFFIXES)


def _told(pages: Iterator[Page], source: str, config: ReadConfig) -> Iterator[Page]:
    """The pages of a file; of its problems no more than a reader would read."""
    problems = 0
    for page in pages:
        problems += page.problem is not None
        if page.problem is None or problems <= config.most_problems:
            yield page
    if problems > config.most_problems:
        more = problems - config.most_problems
        yield _problem(f"{source}@", f"{more:,} more problems of this kind in it")


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


def _sidecar_beside(file: Path, config: ReadConfig) -> tuple[Sidecar, str | None]:
    """What x.json says of x.txt, and why it could not be read where it is broken."""
    beside = file.with_suffix(".json")
    if _suffix(file) not in (*TEXT_SUFFIXES, *SAVED_SUFFIXES) or not beside.is_file():
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
