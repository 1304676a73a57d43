from pathlib import Path
from random import Random

from pytest import MonkeyPatch, raises

from bench import fuzz
from bench.fuzz_cases import MAKERS, Case, broken, case, record
from bench.fuzz_extremes import EXTREMES, extreme
from rashomon.types import Block, Document


def test_a_seed_gives_the_same_cases_again_and_another_seed_others() -> None:
    first = [case(7, number) for number in range(2 * len(MAKERS))]
    assert [case(7, number) for number in range(2 * len(MAKERS))] == first
    assert [case(8, number).body for number in range(2 * len(MAKERS))] != [own.body for own in first]


def test_breaking_changes_most_input_and_survives_none() -> None:
    body = b"a quiet line of text " * 10
    results = [broken(Random(seed), body) for seed in range(40)]
    assert sum(result != body for result in results) > 10
    assert broken(Random(1), b"") is not None


def test_a_record_is_one_of_warc() -> None:
    assert record(Random(1), b"<p>x</p>").startswith(b"WARC/1.")


def test_an_extreme_is_made_when_asked_for() -> None:
    assert extreme("long-dots").body.startswith(b". . ")
    assert "bomb-in-warc" in EXTREMES


def test_blocks_out_of_order_and_skipped_pages_with_text_break_promises() -> None:
    good = Document("d", "s", "h", text="One.\n\nTwo.", blocks=(Block(0, 4, "body"), Block(6, 10, "body")))
    fuzz.check(good)
    with raises(AssertionError, match="block 0:4 after 10"):
        fuzz.check(Document("d", "s", "h", text=good.text, blocks=good.blocks[::-1]))
    with raises(AssertionError, match="skipped"):
        fuzz.check(Document("d", "s", "h", text="One.", skipped="no article"))


def test_a_case_that_holds_and_ones_that_do_not(tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    given = Case("quiet", ".txt", b"The bridge opens in spring, the mayor said on Monday.\n" * 3)
    assert fuzz.run(given, tmp_path, annotated=False, seconds=10).problem is None

    def fail(path: Path, annotated: bool) -> None:
        raise ValueError(f"cannot read {path.name}")

    monkeypatch.setattr(fuzz, "examine", fail)
    outcome = fuzz.run(given, tmp_path, annotated=False, seconds=10)
    assert "ValueError: cannot read case.txt" in (outcome.problem or "")
    fuzz.keep(given, outcome, tmp_path / "kept")
    assert (tmp_path / "kept" / "quiet.txt").read_bytes() == given.body

    def spin(path: Path, annotated: bool) -> None:
        while True:
            pass

    monkeypatch.setattr(fuzz, "examine", spin)
    assert "ended by signal" in (fuzz.run(given, tmp_path, annotated=False, seconds=1).problem or "")
