from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from rashomon.bundle import MANIFEST, RESULT, is_bundle, make_bundle, read_bundle
from rashomon.config import Config
from rashomon.demo import demo_pile
from rashomon.errors import ResultError
from rashomon.pipeline import compare_pages
from rashomon.read.files import read_pages
from rashomon.types import Page
from rashomon.verify import run_verify


@pytest.fixture(scope="module")
def pages() -> tuple[Page, ...]:
    with demo_pile() as pile:
        return read_pages([str(pile)])


@pytest.fixture(scope="module")
def made(pages: tuple[Page, ...]) -> bytes:
    return make_bundle(compare_pages(pages), pages, Config())


def _written(made: bytes, path: Path, change: Callable[[dict[str, bytes]], object] = len) -> Path:
    """The bundle as a file, its files changed."""
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    with zipfile.ZipFile(path, "w") as archive:
        for name, body in files.items():
            archive.writestr(name, body)
    return path


def test_the_same_pages_give_the_same_bytes(made: bytes, pages: tuple[Page, ...]) -> None:
    assert make_bundle(compare_pages(pages), pages, Config()) == made


def test_a_bundle_gives_its_pages_back(made: bytes, pages: tuple[Page, ...], tmp_path: Path) -> None:
    bundle = read_bundle(_written(made, tmp_path / "b.zip"))
    assert bundle.pages == pages
    assert bundle.changed == ()


def test_a_bundle_proves_itself_wherever_it_lies(made: bytes, tmp_path: Path) -> None:
    path = tmp_path / "b.zip"
    path.write_bytes(made)
    report = run_verify(path)
    assert report.ok, report.lines()
    assert all(count.held == count.of > 0 for count in report.counts)


def test_two_pages_of_one_name_are_both_there(tmp_path: Path) -> None:
    """Pages made by hand may go by one name, and names of any kind."""
    texts = (b"Bridge closed\n\nThe bridge at Tolm was closed on Friday.", b"Ferry late\n\nIt came at nine.")
    sources = ("../\u202e\x00\ud83d", "../\u202e\x00\ud83d")
    pages = tuple(Page(name, body, "text/plain") for name, body in zip(sources, texts, strict=True))
    path = tmp_path / "b.zip"
    path.write_bytes(make_bundle(compare_pages(pages), pages, Config()))
    assert read_bundle(path).pages == pages
    assert run_verify(path).ok


def _page(files: dict[str, bytes]) -> str:
    return min(name for name in files if name.startswith("pages/"))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda files: files.update({_page(files): files[_page(files)] + b" "}), "another SHA-256"),
        (lambda files: files.update({"pages/more.txt": b"x"}), "not listed"),
        (lambda files: files.update({RESULT: files[RESULT].replace(b"ferry", b"barge")}), "does not stand"),
        (lambda files: files.pop("README.txt"), "not there"),
    ],
)
def test_what_was_changed_is_told(
    change: Callable[[dict[str, bytes]], object], told: str, made: bytes, tmp_path: Path
) -> None:
    report = run_verify(_written(made, tmp_path / "b.zip", change))
    assert not report.ok
    assert told in "\n".join(report.lines())


def _manifest(**changes: object) -> Callable[[dict[str, bytes]], object]:
    def change(files: dict[str, bytes]) -> None:
        files[MANIFEST] = json.dumps(json.loads(files[MANIFEST]) | changes).encode()

    return change


@pytest.mark.parametrize(
    "change",
    [
        lambda files: files.pop(MANIFEST),
        lambda files: files.pop(RESULT),
        lambda files: files.update({MANIFEST: b"[]"}),
        lambda files: files.update({MANIFEST: b"\xff"}),
        _manifest(format="something/2"),
        _manifest(pages=[{"file": "../../etc/passwd"}]),
        _manifest(pages=3),
        _manifest(files=3),
    ],
)
def test_a_bundle_of_another_shape_is_refused_in_a_line(
    change: Callable[[dict[str, bytes]], object], made: bytes, tmp_path: Path
) -> None:
    with pytest.raises(ResultError):
        read_bundle(_written(made, tmp_path / "b.zip", change))


@pytest.mark.parametrize("cut", [100, 10_000])
def test_damage_is_told_in_a_line(cut: int, made: bytes, tmp_path: Path) -> None:
    path = tmp_path / "b.zip"
    path.write_bytes(made[:cut] + b"\x00" * 40 + made[cut + 40 :])
    assert is_bundle(path)
    with pytest.raises(ResultError):
        read_bundle(path)


def test_a_result_in_json_is_no_bundle(tmp_path: Path) -> None:
    (tmp_path / "r.json").write_text("{}")
    assert not is_bundle(tmp_path / "r.json")
    assert not is_bundle(tmp_path / "nothing.zip")
