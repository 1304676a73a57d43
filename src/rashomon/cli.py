"""The command line: thin.

arguments -> read_pages -> compare_pages | clean_pages -> files, terminal
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

import rashomon
from rashomon.cli_lexicon import Commands, add_lexicon, run_lexicon
from rashomon.config import Config
from rashomon.demo import demo_pile
from rashomon.errors import InputError, OutputError, RashomonError
from rashomon.lexicon.concepts import using
from rashomon.lexicon.shelf import load_lexicons
from rashomon.neural import make_embedder
from rashomon.outputs import (
    BUNDLE,
    EXPORTS,
    KINDS,
    REPORTS,
    RESULT,
    TABLES,
    Made,
    check_targets,
    write_result,
    write_targets,
)
from rashomon.pipeline import Track, clean_pages, compare_pages, untracked
from rashomon.read.files import read_pages
from rashomon.report.files import check_writable, make_folder, write_whole
from rashomon.report.lines import article_text, harmless, line_rows, print_lines, to_json_line
from rashomon.report.terminal import print_summary
from rashomon.types import CleanedPage, Document
from rashomon.verify import load_valid_result, run_verify

A = TypeVar("A")

EXIT_CODES = """\
exit codes: 0 done; 1 nothing could be read (compare, clean), or not everything holds (verify);
2 the command was called wrongly, or a result could not be written; 3 a defect of Rashomon"""
PATH_HELP = (
    "a file (.html .txt .md .json .jsonl .mhtml .warc .wacz .rss .atom .xml, gzipped or not), a folder, "
    "a glob, or - for standard input"
)


def make_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="rashomon",
        description="Lay many outlets' accounts of one event side by side.",
        epilog=EXIT_CODES,
    )
    parser.add_argument("--version", action="version", version=f"rashomon {rashomon.__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    compare = commands.add_parser(
        "compare",
        help="compare a pile of pages",
        description="Group pages into stories and lay their accounts side by side.",
        epilog=EXIT_CODES,
    )
    compare.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help=PATH_HELP,
    )
    _add_output_options(compare)

    _add_export(commands)
    _add_clean(commands)
    _add_demo(commands)
    _add_verify(commands)
    add_lexicon(commands, EXIT_CODES)
    return parser


def _add_clean(commands: Commands) -> None:
    clean = commands.add_parser(
        "clean",
        help="print the articles of pages, or the role of every line of them",
        description="Print what is known of each page and its article; with --lines every line of the page, "
        "kept (+), held apart (=) or dropped (-), with its role and the reason.",
        epilog=EXIT_CODES,
    )
    clean.add_argument("paths", nargs="+", metavar="PATH", help=PATH_HELP)
    clean.add_argument(
        "--lines", action="store_true", help="every line with its role; tab-separated in a pipe"
    )
    clean.add_argument(
        "--json",
        metavar="FILE",
        help="write one JSON object a page: metadata, text, blocks with their places, all lines "
        "(- for standard output)",
    )


def _add_demo(commands: Commands) -> None:
    demo = commands.add_parser(
        "demo",
        help="compare the pile that comes with Rashomon",
        description="Compare the pages of our own writing that come with Rashomon, "
        "and write the report into a folder.",
        epilog=EXIT_CODES,
    )
    demo.add_argument(
        "--folder", default="rashomon-demo", help="where the report is written (default: %(default)s)"
    )


def _add_verify(commands: Commands) -> None:
    verify = commands.add_parser(
        "verify",
        help="prove a result against its pages",
        description="Re-read the pages and prove that each span of a result still resolves and each direct "
        "quotation stands in its source.",
        epilog=EXIT_CODES,
    )
    _add_result(verify)
    verify.add_argument(
        "pages", nargs="*", default=[], metavar="PAGES", help="where the pages lie now, if not where they lay"
    )


def _add_export(commands: Commands) -> None:
    export = commands.add_parser(
        "export",
        help="write a result in other forms",
        description="Write a result of compare --json or --bundle as a report, tables, annotations, claims "
        "or an apparatus.",
        epilog=EXIT_CODES,
    )
    _add_result(export)
    _add_export_options(export)


def _add_result(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "result", metavar="RESULT", help="a file written by compare --json or compare --bundle"
    )


def _add_export_options(parser: argparse.ArgumentParser) -> None:
    for kind, (what, _) in (*REPORTS.items(), *EXPORTS.items()):
        parser.add_argument(f"--{kind}", metavar="FILE", help=f"write {what} (- for standard output)")
    for kind, (what, _) in TABLES.items():
        parser.add_argument(f"--{kind}", metavar="FOLDER", help=f"write {what}")


def _add_output_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(f"--{RESULT}", metavar="FILE", help="write the whole result (- for standard output)")
    _add_export_options(parser)
    parser.add_argument(
        f"--{BUNDLE}", metavar="FILE.zip", help="write an evidence bundle: result, report, pages and hashes"
    )
    parser.add_argument(
        "--workers",
        type=_positive,
        default=1,
        metavar="N",
        help="processes to work in (default: %(default)s)",
    )
    parser.add_argument(
        "--neural",
        metavar="MODEL",
        help="group with sentence vectors too: a model of sentence-transformers on this machine, "
        "by name or folder (needs the extra 'neural')",
    )
    parser.add_argument(
        "--lexicon",
        metavar="FILE",
        action="append",
        default=[],
        help="look words up in this dictionary too, made by 'lexicon import'; may be given again",
    )
    parser.add_argument("--quiet", action="store_true", help="no summary, no progress")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


@contextmanager
def _progress(quiet: bool) -> Iterator[Track]:
    """Bars on standard error where it is a terminal, silence in a pipe."""
    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield untracked
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:

        def track(items: Iterable[A], description: str, total: int) -> Iterable[A]:
            return progress.track(items, total=total, description=description)

        yield track


def _compare(
    paths: Sequence[str],
    workers: int,
    quiet: bool,
    model: str | None = None,
    lexicons: Sequence[str] = (),
) -> Made:
    dictionaries = load_lexicons(lexicons)
    config = Config()
    embed = make_embedder(model) if model else None
    pages = read_pages(paths, config.read, sys.stdin.buffer if "-" in paths else None)
    with _progress(quiet) as track, using(dictionaries):
        comparison = compare_pages(pages, workers, track, embed)
    if not comparison.stories:
        raise _nothing_read(comparison.documents)
    return Made(replace(comparison, model=embed.name if embed else None), pages, config)


def _nothing_read(documents: Iterable[Document]) -> InputError:
    reasons = "".join(f"\n  {d.source}: {d.skipped}" for d in documents if d.skipped)
    return InputError(f"nothing could be read{':' if reasons else ''}{reasons}")


def _targets(arguments: argparse.Namespace) -> dict[str, str]:
    """What is asked for, by kind: where it goes. Raises OutputError where it cannot go there."""
    asked = {kind: getattr(arguments, kind.replace("-", "_"), None) for kind in KINDS}
    targets = {kind: target for kind, target in asked.items() if target is not None}
    check_targets(targets)
    return targets


def _run_compare(arguments: argparse.Namespace) -> int:
    targets = _targets(arguments)
    made = _compare(arguments.paths, arguments.workers, arguments.quiet, arguments.neural, arguments.lexicon)
    write_targets(made, targets)
    if not arguments.quiet and "-" not in targets.values():
        print_summary(made.comparison, Console())
        _tell_written(targets)
    return 0


def _tell_written(targets: Mapping[str, str]) -> None:
    for target in targets.values():
        if target != "-":
            print(f"written: {target}")


def _run_export(arguments: argparse.Namespace) -> int:
    targets = _targets(arguments)
    if not targets:
        raise OutputError(f"nothing to write: name one of --{', --'.join((*REPORTS, *EXPORTS, *TABLES))}")
    write_result(load_valid_result(Path(arguments.result)), targets)
    if "-" not in targets.values():
        _tell_written(targets)
    return 0


def _run_clean(arguments: argparse.Namespace) -> int:
    if arguments.json is not None:
        check_writable(arguments.json)
    pages = read_pages(arguments.paths, Config().read, sys.stdin.buffer if "-" in arguments.paths else None)
    with _progress(quiet=False) as track:
        cleaned = clean_pages(pages, track=track)
    skipped = [page.document for page in cleaned if page.document.skipped]
    if arguments.json is not None:
        write_whole(arguments.json, "".join(map(to_json_line, cleaned)))
    if len(skipped) == len(cleaned):
        raise _nothing_read(skipped)
    for document in skipped:
        _complain(f"{document.source}: {document.skipped}")
    if arguments.lines and arguments.json != "-":
        _show_lines(cleaned)
    elif arguments.json is None:
        articles = (article_text(page.document) for page in cleaned if not page.document.skipped)
        write_whole("-", f"\n{'-' * 20}\n\n".join(articles))
    elif arguments.json != "-":
        print(f"written: {arguments.json}")
    return 0


def _show_lines(cleaned: Iterable[CleanedPage]) -> None:
    console = Console()
    for page in cleaned:
        if console.is_terminal:
            print_lines(page, console)
        else:
            write_whole("-", "".join(f"{row}\n" for row in line_rows(page)))


def _run_demo(arguments: argparse.Namespace) -> int:
    folder = Path(arguments.folder)
    make_folder(folder)
    targets = {"json": "comparison.json", "html": "report.html", "markdown": "brief.md"}
    with demo_pile() as pile:
        made = _compare([str(pile)], 1, quiet=False)
    write_targets(made, {kind: str(folder / name) for kind, name in targets.items()})
    print_summary(made.comparison, Console())
    print(f"The report: {(folder / 'report.html').resolve()}")
    return 0


def _run_verify(arguments: argparse.Namespace) -> int:
    report = run_verify(Path(arguments.result), arguments.pages)
    print(harmless("\n".join(report.lines())))
    return 0 if report.ok else 1


def _speak_any_alphabet() -> None:
    """What the encoding of the terminal or pipe lacks becomes a question mark, and no end of the run."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _complain(text: str) -> None:
    """One message on standard error; names of files and words of pages may hold anything."""
    print(f"rashomon: {harmless(text)}", file=sys.stderr)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    _speak_any_alphabet()
    told = sys.argv[1:] if argv is None else argv
    # Who writes the name alone wants to know what there is.
    arguments = make_parser().parse_args(told or ["--help"])
    commands = {
        "compare": _run_compare,
        "export": _run_export,
        "clean": _run_clean,
        "demo": _run_demo,
        "verify": _run_verify,
        "lexicon": run_lexicon,
    }
    run = commands[arguments.command]
    try:
        return run(arguments)
    except BrokenPipeError:
        # The reader of a pipe has left: nothing to say, and nothing to say it to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        _complain("stopped")
        return 130
    except RashomonError as error:
        _complain(str(error))
        return 1 if isinstance(error, InputError) else 2
    except Exception as error:
        # No input may bring a user here; where one does, a line to report is worth more than a stack.
        if os.environ.get("RASHOMON_DEBUG"):
            raise
        _complain(f"a defect of Rashomon: {type(error).__name__}: {error}")
        print("Set RASHOMON_DEBUG=1 to see where, and please report it.", file=sys.stderr)
        return 3


if __name__ == "__main__":
    sys.exit(main())
