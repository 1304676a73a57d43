"""The command "lexicon": dictionaries of the user's own, compiled once and used by name.

FILE -> read_dictionary -> pack -> user's data folder, or a path -> load_lexicons
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from rashomon.errors import LexiconError, OutputError
from rashomon.lexicon.dictionaries import Dictionary, load_dictionary, pack, read_dictionary
from rashomon.report.files import check_writable, write_whole

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"

_SUFFIX = ".lexicon.gz"


def add_lexicon(commands: Commands, epilog: str) -> None:
    """The command and its own ones."""
    lexicon = commands.add_parser("lexicon", help="bring a bilingual dictionary of your own", epilog=epilog)
    kinds = lexicon.add_subparsers(dest="lexicon_command", required=True, metavar="COMMAND")
    bring = kinds.add_parser(
        "import",
        help="compile a dictionary",
        description="Compile a bilingual dictionary, by which compare --lexicon finds more words of one "
        "language in another: each says what its translation says.",
        epilog=epilog,
    )
    bring.add_argument(
        "file",
        metavar="FILE",
        help="TSV (word, tab, translation; several parted by semicolons) or TEI of FreeDict, gzipped or not; "
        "in UTF-8",
    )
    bring.add_argument(
        "--from", dest="source", metavar="CODE", required=True, help="language of the words (ISO 639-1)"
    )
    bring.add_argument(
        "--to", dest="target", metavar="CODE", required=True, help="language of the translations"
    )
    bring.add_argument(
        "--into",
        metavar="TARGET",
        help="the compiled file, if not FROM-TO.lexicon.gz in the user's data folder",
    )


def run_lexicon(arguments: argparse.Namespace) -> int:
    """Compile the dictionary; nothing is left half-written."""
    target = Path(arguments.into) if arguments.into else _kept(f"{arguments.source}-{arguments.target}")
    if not arguments.into:
        _make_folder(target.parent)
    check_writable(str(target))
    dictionary = read_dictionary(Path(arguments.file), arguments.source, arguments.target)
    write_whole(str(target), pack(dictionary))
    print(f"written: {target} ({len(dictionary.words):,} words)")
    return 0


def load_lexicons(names: Sequence[str]) -> tuple[Dictionary, ...]:
    """Compiled dictionaries by path, or by name ("de-en") where they lie in the user's data folder."""
    return tuple(load_dictionary(_found(name)) for name in names)


def lexicon_folder() -> Path:
    """Where compiled dictionaries lie: in the user's data folder (XDG Base Directory)."""
    home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(home) / "rashomon" / "lexicons"


def _kept(name: str) -> Path:
    return lexicon_folder() / f"{name}{_SUFFIX}"


def _found(name: str) -> Path:
    if Path(name).exists() or os.sep in name:
        return Path(name)
    if not _kept(name).exists():
        raise LexiconError(f"there is no file {name}, and no lexicon of this name in {lexicon_folder()}")
    return _kept(name)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder} could not be made: {error.strerror}") from error
