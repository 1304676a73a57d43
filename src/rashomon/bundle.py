"""Evidence bundles: a result and its pages in one zip that anybody can check, offline.

    manifest.json     what each file is, its SHA-256, and of each page where it came from
    comparison.json   the result, with settings and version
    report.html       the report
    README.txt        how to check it
    pages/            the bytes of each page as they were read, whatever archive they came in

The same pages and settings give the same bytes. A bundle is never unpacked to disk: its files are read
from the zip, under limits.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import rashomon
from rashomon.config import Config
from rashomon.errors import ResultError
from rashomon.report.html import to_html
from rashomon.report.json import spelled, to_json
from rashomon.types import Comparison, Page, Sidecar

FORMAT = "rashomon.bundle/1"
MANIFEST, RESULT, REPORT, README = "manifest.json", "comparison.json", "report.html", "README.txt"
#: A zip knows no time before this one; a real one would change the bytes of the same bundle.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
#: Bytes all files of a bundle may have together when it is read: a small zip can hold a whole disk.
_MOST_BYTES = 4_000_000_000
#: A damaged zip or a list of another shape shows itself in many ways; none of them is a defect of ours.
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError),
    *(ValueError, LookupError, TypeError, AttributeError),
)
_HOW = """\
An evidence bundle of Rashomon {version}.

report.html      opens in a browser; it needs no network
comparison.json  everything the report says, with places in the texts
pages/           the pages it was read from, byte for byte
manifest.json    the SHA-256 of each file, and where each page came from

To check it, without a network:

    rashomon verify THIS_FILE.zip

It reads the pages anew and proves that each span, paragraph and direct quotation stands where the result
says. The hashes can be checked without Rashomon: sha256sum of each file against manifest.json.
"""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle as it was read: the parsed result, its pages, and what does not fit its list of hashes."""

    result: Any
    pages: tuple[Page, ...]
    files: int
    changed: tuple[str, ...]


def make_bundle(comparison: Comparison, pages: Sequence[Page], config: Config) -> bytes:
    """The bytes of a zip with the comparison, its report and the pages it was made from."""
    files = {
        RESULT: to_json(comparison, config).encode("utf-8"),
        REPORT: to_html(comparison).encode("utf-8"),
        README: _HOW.format(version=rashomon.__version__).encode("utf-8"),
    }
    names = [_page_name(number, page) for number, page in enumerate(pages, 1)]
    files |= {name: page.body for name, page in zip(names, pages, strict=True)}
    manifest = {
        "format": FORMAT,
        "generator": {"name": "rashomon", "version": rashomon.__version__},
        "files": {name: hashlib.sha256(body).hexdigest() for name, body in sorted(files.items())},
        "pages": [{"file": n, **_described(page)} for n, page in zip(names, pages, strict=True)],
    }
    text = spelled(json.dumps(manifest, ensure_ascii=False, indent=1)) + "\n"
    return _zipped({MANIFEST: text.encode("utf-8"), **files})


def _page_name(number: int, page: Page) -> str:
    """A name a reader knows the page by, that no file system stumbles over."""
    suffix = ".html" if page.media_type == "text/html" else ".txt"
    stem = re.sub(r"[^\w.-]+", "-", PurePosixPath(page.source).name, flags=re.ASCII).strip("-.")[:60]
    return f"pages/{number:04}-{stem.removesuffix(suffix) or 'page'}{suffix}"


def _described(page: Page) -> dict[str, Any]:
    """All of a page but its bytes."""
    return {
        "source": page.source,
        "media_type": page.media_type,
        "charset": page.charset,
        "problem": page.problem,
        "sidecar": asdict(page.sidecar),
    }


def _zipped(files: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, body in files.items():
            info = zipfile.ZipInfo(name, _NO_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, body)
    return buffer.getvalue()


def is_bundle(path: Path) -> bool:
    """Whether a file is a zip at all; a result in JSON is none."""
    try:
        return zipfile.is_zipfile(path)
    except OSError:
        return False


def read_bundle(path: Path) -> Bundle:
    """A bundle, read whole. Raises ResultError for a file that is none or is damaged."""
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(info.file_size for info in archive.infolist()) > _MOST_BYTES:
                raise ResultError(f"{path} unpacks to more than {_MOST_BYTES:,} bytes")
            files = {info.filename: archive.read(info) for info in archive.infolist()}
        manifest = json.loads(files[MANIFEST])
        if manifest["format"] != FORMAT:
            raise ResultError(f"{path} is not a {FORMAT} but {manifest['format']}")
        told: Mapping[str, str] = manifest["files"]
        pages = tuple(_page(page, files) for page in manifest["pages"])
        return Bundle(json.loads(files[RESULT]), pages, len(told), tuple(_changed(told, files)))
    except OSError as error:
        raise ResultError(f"{path} could not be read: {error.strerror or error}") from error
    except _DAMAGE as error:
        raise ResultError(f"{path} is no evidence bundle: {type(error).__name__}: {error}") from error


def _page(told: Mapping[str, Any], files: Mapping[str, bytes]) -> Page:
    sidecar = Sidecar(**told["sidecar"] | {"authors": tuple(told["sidecar"]["authors"])})
    return Page(
        source=told["source"],
        body=files[told["file"]],
        media_type=told["media_type"],
        sidecar=sidecar,
        problem=told["problem"],
        charset=told["charset"],
    )


def _changed(told: Mapping[str, str], files: Mapping[str, bytes]) -> list[str]:
    """Files that are not as the manifest lists them, and those it does not list."""
    lost = [f"{name} is listed and not there" for name in told if name not in files]
    other = [
        f"{name} has another SHA-256 than listed"
        for name in told
        if name in files and hashlib.sha256(files[name]).hexdigest() != told[name]
    ]
    more = [f"{name} is not listed" for name in files if name not in told and name != MANIFEST]
    return [*lost, *other, *more]
