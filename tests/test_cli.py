"""The command line as a user meets it: exit codes, files, pipes, no traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = (
    "Harbour wall gives way in Testhaven\n\nTESTHAVEN (Reuters) - The harbour wall gave way on Monday.\n\n"
    '"We warned of this for years," the mayor, Anna Berg, said. At least 14 people were hurt.\n'
)


def rashomon(
    *arguments: str, stdin: bytes = b"", cwd: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "rashomon.cli", *arguments],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        check=False,
    )


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_writes_every_result(page: Path, tmp_path: Path) -> None:
    names = ("out.json", "out.html", "out.md")
    options = [part for kind, name in zip(("json", "html", "markdown"), names, strict=True)
               for part in (f"--{kind}", str(tmp_path / name))]  # fmt: skip
    run = rashomon("compare", str(page), *options)
    assert (run.returncode, run.stderr) == (0, b"")
    assert all((tmp_path / name).stat().st_size > 100 for name in names)
    assert b"Testhaven" in run.stdout


def test_standard_input_to_standard_output() -> None:
    run = rashomon("compare", "-", "--json", "-", stdin=TEXT.encode())
    assert run.returncode == 0
    assert json.loads(run.stdout)["documents"][0]["source"] == "-"


def test_a_report_is_written_of_an_older_result(page: Path, tmp_path: Path) -> None:
    rashomon(
        "compare", str(page), "--json", "r.json", "--html", "new.html", "--bundle", "b.zip", cwd=tmp_path
    )
    for result in ("r.json", "b.zip"):
        run = rashomon("export", result, "--html", "old.html", cwd=tmp_path)
        assert (run.returncode, run.stderr, run.stdout) == (0, b"", b"written: old.html\n")
        assert (tmp_path / "old.html").read_bytes() == (tmp_path / "new.html").read_bytes()


def test_the_name_alone_tells_the_commands() -> None:
    run = rashomon()
    assert run.returncode == 0
    assert all(name in run.stdout for name in (b"compare", b"export", b"verify", b"lexicon"))


def test_verify_asks_for_no_pages(tmp_path: Path) -> None:
    assert b"required: RESULT" in rashomon("verify").stderr
    assert b"PAGES" not in rashomon("verify").stderr.rpartition(b"required")[2]


def test_a_terminal_without_our_alphabets_and_names_that_move_its_cursor(page: Path, tmp_path: Path) -> None:
    page.write_text(TEXT.replace("Anna Berg", "Анна Берг"), "utf-8")
    (tmp_path / "bad\x1b[31m\u202e.html").write_bytes(b"\xff\xfe\x00")
    for command in ("compare", "clean"):
        run = subprocess.run(
            [sys.executable, "-m", "rashomon.cli", command, "."],
            capture_output=True,
            cwd=tmp_path,
            env=os.environ | {"PYTHONIOENCODING": "ascii"},
            check=False,
        )
        assert run.returncode == 0
        assert b"bad?[31m?.html" in run.stdout + run.stderr
        assert b"\x1b[31m" not in run.stdout + run.stderr


def test_quiet_says_nothing(page: Path) -> None:
    run = rashomon("compare", str(page), "--quiet")
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["compare", "no-such-page.txt"], 1),
        (["compare", "no-such-*.txt"], 1),
        (["compare"], 2),
        (["compare", "x", "--workers", "0"], 2),
        (["compare", "x", "--json", "no/such/folder/x.json"], 2),
        (["compare", "x", "--json", "-", "--html", "-"], 2),
        (["verify", "no-such-result.json"], 2),
        (["export", "no-such-result.json"], 2),
        (["export", "no-such-result.json", "--html", "x.html"], 2),
        (["nonsense"], 2),
    ],
)
def test_exit_codes(arguments: list[str], code: int, tmp_path: Path) -> None:
    run = rashomon(*arguments, cwd=tmp_path)
    assert run.returncode == code
    assert run.stderr.strip()
    assert b"Traceback" not in run.stderr


def test_a_failed_run_leaves_an_old_result_alone(tmp_path: Path) -> None:
    (tmp_path / "old.json").write_text("old", "utf-8")
    assert rashomon("compare", "no-such-page.txt", "--json", "old.json", cwd=tmp_path).returncode == 1
    assert (tmp_path / "old.json").read_text("utf-8") == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["old.json"]


def test_verify_proves_a_result_and_finds_a_changed_word(page: Path, tmp_path: Path) -> None:
    result = tmp_path / "out.json"
    assert rashomon("compare", str(page), "--json", str(result)).returncode == 0
    assert rashomon("verify", str(result)).returncode == 0
    changed = json.loads(result.read_text("utf-8"))
    quote = changed["stories"][0]["quotes"][0]["content"]
    quote["text"] = quote["text"].replace("warned", "dreamed")
    result.write_text(json.dumps(changed), "utf-8")
    run = rashomon("verify", str(result))
    assert run.returncode == 1
    assert b"dreamed" in run.stdout


def test_verify_finds_a_changed_page(page: Path, tmp_path: Path) -> None:
    result = tmp_path / "out.json"
    assert rashomon("compare", str(page), "--json", str(result)).returncode == 0
    page.write_text(TEXT.replace("for years", "for months"), "utf-8")
    assert rashomon("verify", str(result)).returncode == 1


def test_clean_prints_the_article_and_what_is_known(page: Path) -> None:
    run = rashomon("clean", str(page))
    assert (run.returncode, run.stderr) == (0, b"")
    out = run.stdout.decode()
    assert "agency     Reuters" in out
    assert out.endswith("At least 14 people were hurt.\n")


def test_clean_tells_every_line_and_every_place(page: Path, tmp_path: Path) -> None:
    page.write_text(f"{TEXT}\nShare this on Facebook\n", "utf-8")
    run = rashomon("clean", str(page), "--lines", "--json", str(tmp_path / "lines.json"))
    rows = [row.split("\t") for row in run.stdout.decode().splitlines()]
    assert [row[1] for row in rows] == ["+", "+", "+", "-"]
    value = json.loads((tmp_path / "lines.json").read_text("utf-8"))
    assert [line["kept"] for line in value["lines"]] == [True, True, True, False]
    source = page.read_text("utf-8")
    for block in value["blocks"]:
        (place,) = block["places"]
        assert source[place["start"] : place["end"]] == value["text"][block["start"] : block["end"]]


def test_clean_tells_what_it_skipped(page: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    run = rashomon("clean", str(tmp_path), "--json", "-")
    assert run.returncode == 0
    assert b"empty.txt: " in run.stderr
    assert len(run.stdout.splitlines()) == 2
    alone = rashomon("clean", str(tmp_path / "empty.txt"))
    assert (alone.returncode, alone.stdout) == (1, b"")
    assert b"Traceback" not in alone.stderr
