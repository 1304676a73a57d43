"""Dictionaries of a user: what is read of them, what is refused, and that a compiled one is the same."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from rashomon.errors import LexiconError
from rashomon.lexicon.dictionaries import load_dictionary, pack, read_dictionary

TEI = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>
<entry><form><orth>Leuchtturm</orth></form><gramGrp><pos>n</pos></gramGrp>
 <sense><cit type="trans" xml:lang="en"><quote>lighthouse</quote></cit>
  <cit type="trans"><quote>beacon</quote></cit>
  <cit type="example"><quote>Der Leuchtturm blinkt.</quote></cit></sense></entry>
<entry><form><orth>Boje</orth><orth>Tonne</orth></form><sense><cit><quote>buoy</quote></cit></sense></entry>
<entry><form><orth>leer</orth></form></entry>
</body></text></TEI>
"""

#: The file, and the words read of it.
CASES = [
    ("Boje\tbuoy", {"boje": ("buoy",)}),
    ("Boje\tbuoy; marker buoy\nBoje\tbuoy\n", {"boje": ("buoy", "marker buoy")}),
    ("# a remark\tnone\n\nBoje {f} [Seefahrt]\tbuoy (at sea)\tnoun\n", {"boje": ("buoy",)}),
    ("\ufeffBoje\tbuoy\r\nMole\tpier\r\n", {"boje": ("buoy",), "mole": ("pier",)}),
    ("Boje\t\n\tbuoy\nno tab\nMole\tpier", {"mole": ("pier",)}),
    (f"{'x' * 61}\tlong\nMole\tpier", {"mole": ("pier",)}),
    (TEI, {"boje": ("buoy",), "leuchtturm": ("lighthouse", "beacon"), "tonne": ("buoy",)}),
    (TEI.replace(' xmlns="http://www.tei-c.org/ns/1.0"', ""), {
        "boje": ("buoy",), "leuchtturm": ("lighthouse", "beacon"), "tonne": ("buoy",)
    }),
]  # fmt: skip


def written(folder: Path, body: str | bytes) -> Path:
    path = folder / "words"
    path.write_bytes(body if isinstance(body, bytes) else body.encode())
    return path


@pytest.mark.parametrize(("body", "words"), CASES)
@pytest.mark.parametrize("zipped", [False, True])
def test_words_of_a_file(tmp_path: Path, body: str, words: dict[str, tuple[str, ...]], zipped: bool) -> None:
    path = written(tmp_path, gzip.compress(body.encode()) if zipped else body)
    assert read_dictionary(path, "de", "en").words == words


def test_a_compiled_dictionary_is_the_same(tmp_path: Path) -> None:
    first = read_dictionary(written(tmp_path, "Mole\tpier\nBoje\tbuoy; beacon"), "de", "en")
    again = read_dictionary(written(tmp_path, "Boje\tbuoy\nMole\tpier\nBoje\tbeacon"), "de", "en")
    compiled = load_dictionary(written(tmp_path, pack(first)))
    assert (compiled.source, compiled.target, compiled.words) == ("de", "en", first.words)
    assert first.sha256 == again.sha256 == compiled.sha256
    assert pack(first) == pack(again) == pack(compiled)


#: What is wrong with the file, and a word of what is said of it.
BAD = [
    ("", "no line"),
    ("no tab here", "no line"),
    ("<TEI><entry>", "well-formed"),
    ("<html><body>a page</body></html>", "no line"),
    ("Boje\tbuoy".encode("utf-16"), "UTF-8"),
    (b"\x1f\x8bno gzip", "could not be read"),
    (gzip.compress(b"Boje\tbuoy" * 1000, mtime=0)[:-20], "could not be read"),
]


@pytest.mark.parametrize(("body", "said"), BAD)
def test_a_bad_file_is_refused_in_one_line(tmp_path: Path, body: str | bytes, said: str) -> None:
    with pytest.raises(LexiconError, match=said) as error:
        read_dictionary(written(tmp_path, body), "de", "en")
    assert "\n" not in str(error.value)


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="No such file"):
        read_dictionary(tmp_path / "none.tsv", "de", "en")
    with pytest.raises(LexiconError, match="no code"):
        read_dictionary(written(tmp_path, "Boje\tbuoy"), "../de", "en")


@pytest.mark.parametrize("body", ["Boje\tbuoy", "rashomon-lexicon/1\tde\n", "rashomon-lexicon/2\tde\ten\n"])
def test_only_compiled_files_are_loaded(tmp_path: Path, body: str) -> None:
    with pytest.raises(LexiconError, match="no compiled lexicon"):
        load_dictionary(written(tmp_path, body))


ENTRY = "<TEI><entry><form><orth>Boje{}</orth></form><cit><quote>buoy{}</quote></cit></entry></TEI>"


def test_entities_are_not_resolved(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    head = f'<!DOCTYPE TEI [<!ENTITY x SYSTEM "{tmp_path}/secret"><!ENTITY y "why">]>'
    for entity in ("&x;", "&y;"):
        path = written(tmp_path, head + ENTRY.format(entity, entity))
        assert read_dictionary(path, "de", "en").words == {"boje": ("buoy",)}


def test_entities_that_multiply_are_refused(tmp_path: Path) -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    path = written(tmp_path, f'<!DOCTYPE TEI [<!ENTITY e0 "boom">{bomb}]>' + ENTRY.format("&e11;", ""))
    with pytest.raises(LexiconError):
        read_dictionary(path, "de", "en")
