"""The command "lexicon", and a comparison by an imported dictionary."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import rashomon
from rashomon.cli import main
from rashomon.lexicon.concepts import active_dictionaries

WORDS = "Mole\tjetty\nKanister\tjerrycan\n"


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data"


def imported(folder: Path, *options: str, words: str = WORDS) -> int:
    source = folder / "words.tsv"
    source.write_text(words)
    return main(["lexicon", "import", str(source), "--from", "de", "--to", "en", *options])


def compared(folder: Path, *options: str) -> str:
    pile = folder / "pile"
    pile.mkdir(exist_ok=True)
    (pile / "a.txt").write_text(
        "A jerrycan floated beside the jetty on Monday morning, the harbour master said.\n"
    )
    (pile / "b.txt").write_text(
        "Ein Kanister trieb am Montagmorgen neben der Mole, sagte der Hafenmeister dort.\n"
    )
    target = folder / "result.json"
    assert main(["compare", str(pile), "--json", str(target), "--quiet", *options]) == 0
    return target.read_text()


def test_a_dictionary_is_imported_into_the_data_folder(
    tmp_path: Path, data_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert imported(tmp_path) == 0
    assert [path.name for path in (data_folder / "rashomon" / "lexicons").iterdir()] == ["de-en.lexicon.gz"]
    assert "(2 words)" in capsys.readouterr().out


def test_a_comparison_tells_the_dictionary_it_used(tmp_path: Path) -> None:
    imported(tmp_path)
    imported(tmp_path, "--into", str(tmp_path / "mine.gz"), words=WORDS + "Boje\tbuoy\n")
    plain = json.loads(compared(tmp_path))["settings"]["lexicon"]["dictionaries"]
    by_name, by_path = json.loads(
        compared(tmp_path, "--lexicon", "de-en", "--lexicon", str(tmp_path / "mine.gz"))
    )["settings"]["lexicon"]["dictionaries"]
    assert plain == [] == list(active_dictionaries())
    assert by_name.startswith("de-en.lexicon.gz de-en ")
    assert by_path.startswith("mine.gz de-en ")
    assert by_name[-64:] != by_path[-64:]


def test_the_number_of_workers_changes_nothing(tmp_path: Path) -> None:
    imported(tmp_path)
    one = compared(tmp_path, "--lexicon", "de-en")
    assert one == compared(tmp_path, "--lexicon", "de-en", "--workers", "2")


def test_python_looks_words_up_as_well(tmp_path: Path) -> None:
    imported(tmp_path)
    by_command = compared(tmp_path, "--lexicon", "de-en")
    assert rashomon.to_json(rashomon.compare(tmp_path / "pile", lexicons=["de-en"])) == by_command
    with pytest.raises(rashomon.LexiconError):
        rashomon.compare(tmp_path / "pile", lexicons=["none"])


#: Options of compare, and what is said of them.
NO_LEXICON = [
    ("none", "no lexicon of this name"),
    ("folder/none", "No such file"),
    ("{}/words.tsv", "no compiled"),
]


@pytest.mark.parametrize(("name", "said"), NO_LEXICON)
def test_what_is_no_lexicon_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, said: str
) -> None:
    imported(tmp_path)
    assert main(["compare", str(tmp_path), "--lexicon", name.format(tmp_path)]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1


@pytest.mark.parametrize("words", ["", "no tab", "<TEI><entry>"])
def test_a_bad_dictionary_leaves_nothing(
    tmp_path: Path, data_folder: Path, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    assert imported(tmp_path, words=words) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert [path for path in data_folder.rglob("*") if path.is_file()] == []


def test_a_target_that_cannot_be_written_is_told_before(tmp_path: Path) -> None:
    assert imported(tmp_path, "--into", str(tmp_path / "none" / "x.gz")) == 2
