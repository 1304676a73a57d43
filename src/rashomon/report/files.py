"""Result files: written whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from rashomon.errors import OutputError


def check_writable(target: str) -> None:
    """Raise OutputError now, before long work, when ``target`` could not be written ("-" always can)."""
    if target == "-":
        return
    folder = Path(target).parent
    if Path(target).is_dir():
        raise OutputError(f"{target} is a folder")
    if not folder.is_dir():
        raise OutputError(f"there is no folder {folder} to write {Path(target).name} to")
    if not os.access(folder, os.W_OK):
        raise OutputError(f"the folder {folder} may not be written to")


def make_folder(folder: Path) -> None:
    """Make a folder and those it lies in, where they are not there. Raises OutputError where it cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder} could not be made: {error.strerror}") from error


def write_whole(target: str, content: str | bytes) -> None:
    """Write text (as UTF-8) or bytes to a file in one step, or to standard output for "-"."""
    body = content.encode("utf-8") if isinstance(content, str) else content
    if target == "-":
        sys.stdout.buffer.write(body)
        sys.stdout.flush()
        return
    path = Path(target)
    try:
        # Beside the target, so that the rename stays on one file system and is atomic.
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(body)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(0o666 & ~_umask())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise OutputError(f"{target} could not be written: {error.strerror or error}") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
