"""WARC and WACZ -> pages: the responses that a crawl kept, and what of them was lost.

A page has the address of its record and the encoding its server told. The day of the crawl is no
day of publication and is not read at all.
"""

from __future__ import annotations

import base64
import hashlib
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from rashomon.read.kinds import HTML, PLAIN, is_blank, is_html, why_not_text
from rashomon.read.records import MOST_RATIO, Damage, Record, read_records
from rashomon.read.responses import Response, parse_response
from rashomon.types import Page, Sidecar

_NOTHING_TOLD = Sidecar()
_PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "")
_SUFFIXES = (".warc", ".warc.gz")
_DIGESTS = {"sha1": hashlib.sha1, "sha256": hashlib.sha256, "md5": hashlib.md5}


def pages_of_warc(stream: BinaryIO, source: str, limit: int, file: str = "") -> Iterator[Page]:
    """The pages in a WARC file, plain or packed, as ``source#number of the record``.

    Of a file in an archive the number has the name of the ``file`` before it: ``source#file:number``.

    What could not be read is told as a page with a problem, as ``source@first lost byte``.
    """
    passed: Counter[str] = Counter()
    within = f"{file.replace('#', '_')}:" if file else ""
    number = told = 0
    for found in read_records(stream, limit):
        if isinstance(found, Damage):
            yield _problem(
                f"{source}#{within}@{found.start}" if within else f"{source}@{found.start}", _lost(found)
            )
            told += 1
            continue
        number += 1
        for page in _pages_of_record(found, f"{source}#{within}{number}", limit):
            yield page
            told += 1
        passed[found.headers.get("warc-type", "").lower()[:20]] += 1
    if not told:
        kinds = ", ".join(f"{count:,} {kind}" for kind, count in sorted(passed.items()))
        yield _problem(
            f"{source}#{file}" if file else source, f"no page among its records ({kinds or 'there are none'})"
        )


def pages_of_wacz(stream: BinaryIO, source: str, limit: int) -> Iterator[Page]:
    """The pages in the WARC files of a WACZ (or any ZIP archive) as ``source#name:number``."""
    try:
        with zipfile.ZipFile(stream) as archive:
            members = {i.filename: i for i in archive.infolist() if i.filename.lower().endswith(_SUFFIXES)}
            packed = sum(member.compress_size for member in members.values())
            if not members:
                yield _problem(source, "a ZIP archive without WARC files")
            elif packed > stream.seek(0, 2):
                yield _problem(source, "a ZIP archive whose files overlap: a bomb")
            else:
                for _, member in sorted(members.items()):
                    yield from _pages_of_member(archive, member, source, limit)
    except Exception as error:  # zipfile raises whatever it trips over in a broken archive.
        yield _problem(source, f"broken ZIP archive: {_short(str(error))}")


def _pages_of_member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, source: str, limit: int
) -> Iterator[Page]:
    """A broken file in an archive does not take those beside it with it."""
    name = member.filename
    if member.file_size > max(limit, MOST_RATIO * member.compress_size):
        yield _problem(f"{source}#{name}", f"unpacks to more than {MOST_RATIO} times its size")
        return
    try:
        with archive.open(member) as stream:
            yield from pages_of_warc(stream, source, limit, name)  # type: ignore[arg-type]
    except Exception as error:
        yield _problem(f"{source}#{name}", f"broken, and read in part at most: {_short(str(error))}")


def _problem(source: str, problem: str, sidecar: Sidecar = _NOTHING_TOLD) -> Page:
    return Page(source, b"", PLAIN, sidecar, problem)


def _lost(damage: Damage) -> str:
    end = "to its end" if damage.end is None else f"to byte {damage.end:,}"
    return f"damaged from byte {damage.start:,} {end}: {_short(damage.what)}"


def _short(text: str) -> str:
    return text if len(text) <= 200 else f"{text[:199]}…"


def _pages_of_record(record: Record, source: str, limit: int) -> Iterator[Page]:
    """The page in a record, and what is wrong with it; nothing where it holds no page."""
    uri = record.headers.get("warc-target-uri", "").strip("<>")
    response = _response(record, uri, limit)
    if response is None or response.status != 200 or response.media_type not in _PAGE_TYPES:
        return
    sidecar = Sidecar(url=uri if uri.lower().startswith(("http://", "https://")) else None)
    if record.length > limit or len(response.body) > limit:
        yield _problem(source, f"larger than {limit / 1e6:g} MB", sidecar)
        return
    body, html = response.body, is_html(response.body)
    is_text = html or (response.media_type == "text/plain" and not _is_data(body, uri))
    if is_text and not is_blank(body) and not why_not_text(body):
        yield Page(source, body, HTML if html else PLAIN, sidecar, charset=response.charset)
        if doubt := response.problem or _doubt(record):
            yield _problem(f"{source}@{record.offset}", f"{doubt}; what is left of it was read", sidecar)
    elif response.problem:
        yield _problem(source, response.problem, sidecar)


def _is_data(body: bytes, uri: str) -> bool:
    """Text for machines: what scripts of a page have fetched, and what crawlers ask for."""
    return uri.endswith("/robots.txt") or re.match(rb"\s*[\[{]\s*[\[{\"]", body) is not None


def _doubt(record: Record) -> str | None:
    """Why a page may not be whole: its crawler says so, or it is not what the crawler has summed up."""
    if truncated := record.headers.get("warc-truncated"):
        return f"cut off by its crawler ({_short(truncated)})"
    name, _, told = record.headers.get("warc-block-digest", "").partition(":")
    digest = _DIGESTS.get(name.strip().lower().replace("-", ""))
    if digest is None:
        return None
    summed = digest(record.block).digest()
    spellings = (base64.b32encode(summed).decode().rstrip("=").lower(), summed.hex())
    return None if told.strip().rstrip("=").lower() in spellings else "damaged: its digest is another"


def _response(record: Record, uri: str, limit: int) -> Response | None:
    """What a record holds, as a response; None for requests, revisits, metadata and the like."""
    kind = record.headers.get("warc-type", "").lower()
    content_type = record.headers.get("content-type")
    if kind == "response":
        # An old crawl of FTP or DNS has no response of HTTP in it.
        return parse_response(record.block, limit)
    if kind not in ("resource", "conversion") or not uri.lower().startswith(("http:", "https:", "file:")):
        return None
    return Response(200, {"content-type": content_type or ""}, record.block)
