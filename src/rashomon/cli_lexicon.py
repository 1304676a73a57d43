"""The command "lexicon": dictionaries of the user's own, compiled once and used by name.

FILE -> read_dictionary -> pack -> user's data folder, or a path
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TypeAlias

from rashomon.lexicon.dictionaries import pack, read_dictionary
from rashomon.lexicon.shelf import kept_at
from rashomon.report.files import check_writable, make_folder, write_whole

#: What ``add_subparsers`` gives; argparse has no public name for it.
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


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
    target = Path(arguments.into) if arguments.into else kept_at(f"{arguments.source}-{arguments.target}")
    if not arguments.into:
        make_folder(target.parent)
    check_writable(str(target))
    dictionary = read_dictionary(Path(arguments.file), arguments.source, arguments.target)
    write_whole(str(target), pack(dictionary))
    print(f"written: {target} ({len(dictionary.words):,} words)")
    return 0
