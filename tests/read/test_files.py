"""Whatever a path names, every page of it is found, and a bad one is told."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest

from rashomon.config import ReadConfig
from rashomon.errors import InputError
from rashomon.read.files import read_pages
from rashomon.types import Page, Sidecar

from .crawl import packed, records, wacz
from .test_mhtml import saved

TEXT = "The ferry stayed in port on Monday, the harbour master said."
HTML = f"<html><body><h1>Ferry stays in port</h1><p>{TEXT}</p></body></html>"


def names(pages: tuple[Page, ...]) -> list[str]:
    return [Path(page.source).name for page in pages]


def write(folder: Path, **files: str | bytes) -> None:
    for name, body in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body if isinstance(body, bytes) else body.encode())


def test_a_folder_is_read_with_its_folders_and_without_hidden_files(tmp_path: Path) -> None:
    write(tmp_path, b_dot_txt=TEXT, a__c_dot_html=HTML, _dot_hidden_dot_txt="x", a__notes_dot_pdf=b"%PDF")
    pages = read_pages([str(tmp_path)])
    assert names(pages) == ["c.html", "b.txt"]
    assert [page.media_type for page in pages] == ["text/html", "text/plain"]


def test_the_order_of_paths_changes_nothing(tmp_path: Path) -> None:
    write(tmp_path, a_dot_txt=TEXT, b_dot_txt=TEXT + " It sailed.")
    one, other = str(tmp_path / "a.txt"), str(tmp_path / "b.txt")
    assert read_pages([one, other, one]) == read_pages([other, str(tmp_path)])


def test_a_glob_names_files_and_one_without_match_is_told(tmp_path: Path) -> None:
    write(tmp_path, a_dot_txt=TEXT, b_dot_html=HTML)
    pages = read_pages([f"{tmp_path}/*.txt", f"{tmp_path}/*.md"])
    assert [(Path(p.source).name, p.problem) for p in pages] == [("*.md", "no file matches"), ("a.txt", None)]


@pytest.mark.parametrize("named", ["a.txt", "a.json", "*", ""])
def test_a_sidecar_describes_the_page_beside_it(tmp_path: Path, named: str) -> None:
    told = {
        "url": "https://news.example/a",
        "outlet": "Harbour News",
        "published": "2021-03-04",
        "title": "T",
    }
    write(tmp_path, a_dot_txt=TEXT, a_dot_json=json.dumps(told | {"rank": 3, "agency": None}))
    (page,) = read_pages([f"{tmp_path}/{named}"])
    assert page.source.endswith("a.txt")
    assert page.sidecar == Sidecar("https://news.example/a", "Harbour News", "2021-03-04", "T")


@pytest.mark.parametrize("content", ["{}", '{"publisher": "Harbour News"}', '{"outlet": 3}'])
def test_a_sidecar_that_tells_nothing_is_told(content: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.json").write_text(content, "utf-8")
    sidecar, page = read_pages([str(tmp_path)])
    assert page.problem is None
    assert "outlet" in str(sidecar.problem) and "a.txt was read without it" in str(sidecar.problem)


def test_a_broken_sidecar_is_told_and_its_page_read(tmp_path: Path) -> None:
    write(tmp_path, a_dot_txt=TEXT, a_dot_json="[1,")
    sidecar, page = read_pages([str(tmp_path)])
    assert page.problem is None and page.body == TEXT.encode()
    assert "broken JSON" in str(sidecar.problem) and "a.txt was read without it" in str(sidecar.problem)


def test_json_holds_one_article_or_several(tmp_path: Path) -> None:
    article = {"text": TEXT, "title": "Ferry stays", "author": "Ann Lee"}
    write(
        tmp_path, one_dot_json=json.dumps(article), two_dot_json=json.dumps([{"html": HTML}, {"title": "x"}])
    )
    one, first, second = read_pages([str(tmp_path)])
    assert (one.body, one.sidecar.title, one.sidecar.authors) == (TEXT.encode(), "Ferry stays", ("Ann Lee",))
    assert first.media_type == "text/html" and first.source.endswith("two.json#1")
    assert second.problem == "JSON without text, html or body"


def test_json_lines_hold_an_article_each(tmp_path: Path) -> None:
    write(tmp_path, feed_dot_jsonl=f'{{"text": "{TEXT}"}}\n\nnot json\n{{"body": "{TEXT} It sailed."}}\n')
    pages = read_pages([str(tmp_path)])
    assert [p.source.rpartition("#")[2] for p in pages] == ["1", "3", "4"]
    assert [p.problem is None for p in pages] == [True, False, True]


@pytest.mark.parametrize(
    ("body", "media_types"),
    [
        (TEXT, ["text/plain"]),
        (HTML, ["text/html"]),
        (json.dumps({"text": TEXT}), ["text/plain"]),
        ("\n".join(json.dumps({"text": f"{TEXT} {i}"}) for i in range(3)), ["text/plain"] * 3),
    ],
)
def test_standard_input(body: str, media_types: list[str]) -> None:
    assert [p.media_type for p in read_pages(["-"], stdin=io.BytesIO(body.encode()))] == media_types


@pytest.mark.parametrize(
    ("name", "body", "media_type"),
    [
        ("page.txt", HTML, "text/html"),
        ("page.html", TEXT, "text/plain"),
        ("page.html", f"<p>{TEXT}</p>\n<p>{TEXT}</p>", "text/html"),
        ("page.txt", "The tag <b> was at issue; 3 < 4 and 5 > 4.", "text/plain"),
        ("page.html.gz", gzip.compress(HTML.encode(), mtime=0), "text/html"),
        ("page.txt", gzip.compress(TEXT.encode(), mtime=0), "text/plain"),
        ("page.html", HTML.encode("utf-16"), "text/html"),
    ],
)
def test_the_content_tells_the_type_where_the_name_lies(
    tmp_path: Path, name: str, body: str | bytes, media_type: str
) -> None:
    (tmp_path / name).write_bytes(body if isinstance(body, bytes) else body.encode())
    (page,) = read_pages([str(tmp_path)])
    assert (page.media_type, page.problem) == (media_type, None)


@pytest.mark.parametrize(
    ("name", "body", "problem"),
    [
        ("a.txt", b"", "empty file"),
        ("a.txt", b" \r\n\xef\xbb\xbf", "empty file"),
        ("a.txt", bytes(range(256)) * 40, "not text"),
        ("a.html", b"%PDF-1.4 x", "not text: a PDF file"),
        ("a.json", b'{"text": "x', "broken JSON"),
        ("a.json", b'{"a":' * 100_000, "broken JSON"),
        ("a.txt", b"word " * 300, "larger than 0.001 MB"),
        ("a.txt.gz", gzip.compress(b"word" * 100_000, mtime=0), "larger than 0.001 MB"),
        ("a.txt.gz", gzip.compress(TEXT.encode(), mtime=0)[:40], "broken gzip file"),
        ("a.jsonl", b'{"text": "%s"}\n' % (b"word " * 900), "larger than 0.001 MB"),
        ("a.jsonl", b"", "empty file"),
    ],
)
def test_what_cannot_be_read_is_a_page_that_says_why(
    tmp_path: Path, name: str, body: bytes, problem: str
) -> None:
    (tmp_path / name).write_bytes(body)
    limit = 1000 if "larger" in problem else 10_000_000
    (page,) = read_pages([str(tmp_path)], ReadConfig(max_bytes=limit))
    assert problem in str(page.problem)


def test_a_copy_is_skipped_and_says_of_what(tmp_path: Path) -> None:
    write(tmp_path, a_dot_txt=TEXT, b_dot_txt=TEXT, c_dot_txt=TEXT, c_dot_json='{"outlet": "Harbour News"}')
    pages = read_pages([str(tmp_path)])
    assert [p.problem for p in pages] == [None, f"same content as {pages[0].source}", None]


def test_missing_paths_stop_a_run_only_when_nothing_else_is_there(tmp_path: Path) -> None:
    write(tmp_path, a_dot_txt=TEXT)
    pages = read_pages([str(tmp_path / "a.txt"), str(tmp_path / "none.txt")])
    assert [p.problem for p in pages] == [None, "no such file"]
    with pytest.raises(InputError, match=r"none\.txt: no such file"):
        read_pages([str(tmp_path / "none.txt")])
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="no pages in"):
        read_pages([str(tmp_path / "empty")])


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    write(tmp_path, a_dot_txt=TEXT)
    (tmp_path / "circle").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    pages = read_pages([str(tmp_path)])
    assert [Path(p.source).name for p in pages if p.problem is None] == ["a.txt"]
    assert any(p.source.endswith("self.txt") and p.problem for p in pages)


def test_a_folder_is_read_with_its_crawls_feeds_and_saved_pages(tmp_path: Path) -> None:
    item = f"<rss><item><content:encoded>{TEXT}</content:encoded></item></rss>"
    crawls = {f"{n}.warc": part for n, part in enumerate(records(2))} | {"2.warc.gz": packed(records(3)[2:])}
    for name, body in {
        **crawls,
        "3.wacz": wacz(a_warc=records(4)[3]),
        "4.mhtml": saved(),
        "5.rss": item.encode(),
        "6.xml.gz": gzip.compress(item.replace("ferry", "boat").encode()),
    }.items():
        (tmp_path / name).write_bytes(body)
    pages = read_pages([str(tmp_path)])
    assert [page.problem for page in pages] == [None] * 7
    assert names(pages)[:3] == ["0.warc#1", "1.warc#1", "2.warc.gz#1"]
    assert names(pages)[3:] == ["a.warc:1", "4.mhtml", "5.rss#1", "6.xml.gz#1"]


@pytest.mark.parametrize("name", ["x", "x.html", "x.gz", "x.json"])
@pytest.mark.parametrize(
    "body",
    [
        b"".join(records(2)),
        packed(records(2)),
        wacz(a_warc=b"".join(records(2))),
        b"<rss>"
        + b"".join(b"<item><body>%d %s</body></item>" % (n, TEXT.encode()) for n in range(2))
        + b"</rss>",
    ],
)
def test_a_crawl_or_feed_is_known_by_its_content(tmp_path: Path, name: str, body: bytes) -> None:
    (tmp_path / name).write_bytes(body)
    assert [p.problem for p in read_pages([str(tmp_path / name)])] == [None, None]
    assert [p.problem for p in read_pages(["-"], stdin=io.BytesIO(body))] == [None, None]


@pytest.mark.parametrize(
    ("name", "body", "problem"),
    [
        ("a.warc", b"", "empty file"),
        ("a.warc", b"no record", "damaged from byte 0 to its end"),
        ("a.wacz", b"PK\x03\x04 broken", "broken ZIP archive"),
        ("a.warc.zst", b"\x28\xb5\x2f\xfd", "packed with Zstandard"),
        ("a.xml", b"<rss>" + b"<" * 200, "feed entries carry no content"),
        (
            "a.xml",
            b"<?xml version='1.0'?>\n<config><a>1</a></config>",
            "neither a feed nor a news item: config",
        ),
    ],
)
def test_a_container_that_cannot_be_read_says_why(
    tmp_path: Path, name: str, body: bytes, problem: str
) -> None:
    (tmp_path / name).write_bytes(body)
    assert problem in str(read_pages([str(tmp_path / name)])[0].problem)


def test_many_problems_of_one_file_are_counted(tmp_path: Path) -> None:
    parts = [part for one in records(80) for part in (one, b"junk\r\n")]
    (tmp_path / "a.warc").write_bytes(b"".join(parts))
    pages = read_pages([str(tmp_path)])
    problems = [page.problem for page in pages if page.problem]
    assert len(pages) - len(problems) == 80 and len(problems) == 51
    assert any("30 more problems" in problem for problem in problems)


def test_the_same_page_in_a_crawl_and_again_in_another_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(records(1)[0])
    (tmp_path / "b.warc.gz").write_bytes(packed(records(1)))
    assert [page.problem is None for page in read_pages([str(tmp_path)])] == [True, False]
