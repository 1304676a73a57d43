"""Optional sentence vectors for grouping: the extra "neural", off by default.

    model name or folder -> load_model -> Embedder: document -> whole numbers of -127 to 127, kept on disk

A vector helps to tell how like two reports are; it never touches a quotation, and without it nothing else
changes. Nothing is fetched: a name is looked up among the models that lie on this machine already.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rashomon.config import NeuralConfig
from rashomon.errors import InputError
from rashomon.types import Document

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

#: The largest number of a signed byte, to which 1.0 is scaled.
_WHOLE = 127
_DEFAULT = NeuralConfig()


@dataclass(frozen=True, slots=True)
class Embedder:
    """Gives a document its vector; ``name`` is that of the model with a digest of its weights."""

    name: str
    model: SentenceTransformer
    kept_in: Path
    config: NeuralConfig

    def __call__(self, document: Document) -> tuple[int, ...]:
        """Whole numbers of -127 to 127; none for a document without words."""
        text = _passage(document, self.config)
        if not text:
            return ()
        key = hashlib.sha256(text.encode("utf-8", "replace")).digest()
        if (kept := _kept(self.kept_in, key)) is None:
            kept = _keep(self.kept_in, key, _encode(self.model, text))
        return tuple(byte - 256 if byte > _WHOLE else byte for byte in kept)


def load_model(name: str) -> SentenceTransformer:
    """A model of sentence-transformers by the name or the folder of one that lies on this machine.

    Raises InputError where the extra is not installed, or where there is no such model here.
    """
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise InputError('sentence vectors need an extra: pip install "rashomon[neural]"') from error
    try:
        return SentenceTransformer(name, device="cpu", local_files_only=True)
    # What a folder that is no model brings about has no end of kinds.
    except Exception as error:
        reason = str(error).partition("\n")[0]
        raise InputError(f"no model {name} could be loaded here: {reason}") from error


def make_embedder(name: str, cache: Path | None = None, config: NeuralConfig = _DEFAULT) -> Embedder:
    """Vectors by the model of this name, kept in a file under ``cache`` (the user's cache folder if None)."""
    model = load_model(name)
    fingerprint = _fingerprint(model)
    path = (cache or cache_folder()) / f"vectors-{fingerprint}.sqlite"
    return Embedder(f"{Path(name).name} {fingerprint}", model, path, config)


def cache_folder() -> Path:
    """Where vectors are kept: ``rashomon`` in the user's cache folder (XDG Base Directory)."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "rashomon"


def _passage(document: Document, config: NeuralConfig) -> str:
    """What of a document its vector is made from: title and lead."""
    lead = " ".join(document.text[: config.characters].split(" ")[: config.words])
    return f"{document.title or ''}\n{lead}".strip()


def _encode(model: SentenceTransformer, text: str) -> bytes:
    # One text at a time: the last bits of a vector change with the batch it is made in.
    (vector,) = model.encode([text], batch_size=1, normalize_embeddings=True, show_progress_bar=False)
    return bytes(round(float(x) * _WHOLE) & 0xFF for x in vector)


def _fingerprint(model: SentenceTransformer) -> str:
    """A model by its weights: a folder may hold another one tomorrow."""
    digest = hashlib.sha256()
    for name, weights in sorted(model.state_dict().items()):
        digest.update(name.encode())
        digest.update(weights.cpu().numpy().tobytes())
    return digest.hexdigest()[:16]


# ---------------------------------------------------------------- on disk


def _kept(path: Path, key: bytes) -> bytes | None:
    if not path.exists():
        return None
    try:
        with closing(sqlite3.connect(path)) as file:
            row = file.execute("SELECT vector FROM vectors WHERE text = ?", (key,)).fetchone()
    # A cache that cannot be read costs time, never a run.
    except sqlite3.Error:
        return None
    return bytes(row[0]) if row else None


def _keep(path: Path, key: bytes, vector: bytes) -> bytes:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(path)) as file, file:
            file.execute("CREATE TABLE IF NOT EXISTS vectors (text BLOB PRIMARY KEY, vector BLOB NOT NULL)")
            file.execute("INSERT OR REPLACE INTO vectors VALUES (?, ?)", (key, vector))
    except (sqlite3.Error, OSError):
        pass
    return vector
