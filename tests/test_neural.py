"""Sentence vectors: with a model made here, and with a real small one where it is installed."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

import rashomon
from rashomon.demo import demo_pile
from rashomon.errors import InputError
from rashomon.neural import cache_folder, make_embedder
from rashomon.types import Document

SINKS = ("Ferry sinks off the northern coast, 14 dead", "A passenger ferry sank in a storm on Saturday.")
DOWN = ("At least 14 people killed as ship goes down", "A passenger ship went down in a storm off the coast.")
LIBRARY = ("Library reopens after years of repairs", "Readers found new rooms in the old library building.")


def document(told: tuple[str, str]) -> Document:
    return Document(f"d{told[0][:4]}", "a.txt", "", title=told[0], text=told[1])


class _Weights:
    def cpu(self) -> _Weights:
        return self

    def numpy(self) -> Any:
        return memoryview(b"weights")


class _Model:
    """As much of a model as is asked of it: letters counted; it counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def state_dict(self) -> dict[str, _Weights]:
        return {"embedding": _Weights()}

    def encode(self, texts: list[str], **_: object) -> list[list[float]]:
        self.asked += 1
        counts = [float(texts[0].casefold().count(letter)) for letter in "abcdefghijklmnop"]
        length = sum(count * count for count in counts) ** 0.5
        return [[-count / length for count in counts]]


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> _Model:
    made = _Model()
    monkeypatch.setattr("rashomon.neural.load_model", lambda name: made)
    return made


def test_a_vector_is_signed_bytes_and_kept(model: _Model, tmp_path: Path) -> None:
    first = make_embedder("m", tmp_path)(document(SINKS))
    again = make_embedder("m", tmp_path)(document(SINKS))
    assert first == again and model.asked == 1
    assert -127 <= min(first) < 0 and abs(sum(x * x for x in first) ** 0.5 - 127) < 2


def test_a_result_names_its_model(model: _Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    with demo_pile() as pile:
        with_model = rashomon.compare(pile / "velpress.txt", neural="models/m")
        without = rashomon.compare(pile / "velpress.txt")
    name, digest = rashomon.to_dict(with_model)["settings"]["neural"]["model"].split()
    assert (name, len(digest)) == ("m", 16)
    assert rashomon.to_dict(without)["settings"]["neural"]["model"] is None


def test_an_empty_document_has_none(model: _Model, tmp_path: Path) -> None:
    assert make_embedder("m", tmp_path)(Document("d", "a.txt", "")) == ()


@pytest.mark.parametrize("broken", [b"no database", b""])
def test_a_broken_cache_costs_time_alone(broken: bytes, model: _Model, tmp_path: Path) -> None:
    make_embedder("m", tmp_path)(document(SINKS))
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(broken)
    assert make_embedder("m", tmp_path)(document(SINKS))
    assert model.asked == 2


def test_a_folder_that_cannot_be_written_costs_time_alone(model: _Model, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert make_embedder("m", tmp_path / "file" / "below")(document(SINKS))


def test_the_cache_lies_where_the_user_keeps_caches(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "rashomon"


@pytest.mark.skipif(find_spec("sentence_transformers") is not None, reason="the extra is installed")
def test_without_the_extra_it_says_what_to_install() -> None:
    with pytest.raises(InputError, match=r"rashomon\[neural\]"):
        make_embedder("m")


# ---------------------------------------------------------------- a real model


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The static word vectors that the package wordllama carries, as a model of sentence-transformers."""
    reason = "needs the extra neural, and the package wordllama for its model"
    transformers = pytest.importorskip("sentence_transformers", reason=reason)
    package = Path(pytest.importorskip("wordllama", reason=reason).__file__).parent
    from safetensors.numpy import load_file
    from sentence_transformers.models import StaticEmbedding
    from tokenizers import Tokenizer

    (weights,) = load_file(next(package.rglob("*.safetensors"))).values()
    tokenizer = Tokenizer.from_file(str(next(package.rglob("*tokenizer*.json"))))
    static = StaticEmbedding(tokenizer, embedding_weights=weights.astype("float32"))
    path = tmp_path_factory.mktemp("model")
    transformers.SentenceTransformer(modules=[static], device="cpu").save(str(path))
    return path


def test_a_real_model_finds_the_report_of_the_same_event(folder: Path, tmp_path: Path) -> None:
    embed = make_embedder(str(folder), tmp_path)
    sinks, down, library = (embed(document(told)) for told in (SINKS, DOWN, LIBRARY))

    def product(one: tuple[int, ...], other: tuple[int, ...]) -> int:
        return sum(a * b for a, b in zip(one, other, strict=True))

    assert product(sinks, down) > 2 * product(sinks, library)


def test_a_pile_is_grouped_with_a_real_model(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    with demo_pile() as pile:
        with_model, without = rashomon.compare(pile, neural=folder), rashomon.compare(pile)
    assert [s.story.document_ids for s in with_model.stories] == [
        s.story.document_ids for s in without.stories
    ]
    assert list((tmp_path / "rashomon").iterdir())


def test_a_folder_without_a_model_is_said(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="could be loaded here"):
        make_embedder(str(tmp_path / "none"))
