from __future__ import annotations

import json
from pathlib import Path

import pytest

from rashomon.config import Config
from rashomon.demo import demo_pile
from rashomon.errors import OutputError
from rashomon.outputs import (
    BUNDLE,
    EXPORTS,
    KINDS,
    REPORTS,
    TABLES,
    Made,
    check_targets,
    write_result,
    write_targets,
)
from rashomon.pipeline import compare_pages
from rashomon.read.files import read_pages


@pytest.fixture(scope="module")
def made() -> Made:
    with demo_pile() as pile:
        pages = read_pages([str(pile)])
    return Made(compare_pages(pages), pages, Config())


def _bytes(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_an_old_result_is_exported_as_a_new_one_is(made: Made, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "old").mkdir()
    new = {kind: str(tmp_path / "new" / kind) for kind in (*REPORTS, *EXPORTS, *TABLES)}
    write_targets(made, new | {"json": str(tmp_path / "r.json")})
    value = json.loads((tmp_path / "r.json").read_text("utf-8"))
    write_result(value, {kind: str(tmp_path / "old" / kind) for kind in new})
    assert _bytes(tmp_path / "old") == _bytes(tmp_path / "new")
    assert len(_bytes(tmp_path / "old")) == len(REPORTS) + len(EXPORTS) + 15 * len(TABLES)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_written_and_over_an_old_one(kind: str, made: Made, tmp_path: Path) -> None:
    targets = {kind: str(tmp_path / "out")}
    for _ in range(2):
        check_targets(targets)
        write_targets(made, targets)
    assert all(len(body) > 100 for body in _bytes(tmp_path).values())


@pytest.mark.parametrize(
    "targets",
    [
        {"json": "-", "html": "-"},
        {"csv": "-"},
        {"parquet": "-"},
        {BUNDLE: "-"},
        {"csv": "{folder}/page.txt"},
        {"csv": "{folder}/none/tables"},
        {"tei": "{folder}"},
        {"json": "{folder}/none/r.json"},
    ],
)
def test_a_target_that_cannot_be_is_refused_before_work(targets: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("x")
    with pytest.raises(OutputError):
        check_targets({kind: target.format(folder=tmp_path) for kind, target in targets.items()})


def test_parquet_without_its_extra_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rashomon.outputs.find_spec", lambda name: None)
    with pytest.raises(OutputError, match=r"rashomon\[tables\]"):
        check_targets({"parquet": str(tmp_path / "t")})
