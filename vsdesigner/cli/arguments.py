"""What can be said on the command line."""

from __future__ import annotations

import argparse
from pathlib import Path

from vsdesigner import __version__
from vsdesigner.analysis.profiles import PROFILES
from vsdesigner.cli.console import PROGRAM

#: Command → what it does, in the order of the help text.
COMMANDS: dict[str, str] = {
    "new": "make a document, empty or from a template",
    "export": "write a document as an Excel workbook",
    "check": "say what a document lacks and where it contradicts itself",
    "schema": "print the JSON Schema of the document format",
}

#: What the profiles of the checks are called here → their ids.
PROFILE_NAMES = {id or "while-drawing": id for id in PROFILES}

EXIT_CODES = (
    "Exit codes: 0 all right, 1 findings or a failure (the reason is on standard error), 2 wrong usage."
)


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    top = argparse.ArgumentParser(prog=PROGRAM, epilog=EXIT_CODES, allow_abbrev=False)
    top.add_argument("--version", action="version", version=version_text())
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, add in (("new", _new), ("export", _export), ("check", _check), ("schema", _schema)):
        text = COMMANDS[name]
        add(
            commands.add_parser(
                name,
                help=text,
                description=text[0].upper() + text[1:] + ".",
                epilog=EXIT_CODES,
                allow_abbrev=False,
            )
        )
    return top


def version_text() -> str:
    """Return the program's name and version."""
    return f"VS Designer {__version__}"


def _new(command: argparse.ArgumentParser) -> None:
    wanted = command.add_mutually_exclusive_group(required=True)
    wanted.add_argument(
        "file", metavar="FILE", type=_path, nargs="?", help="the document to make (*.vstream or *.json)"
    )
    wanted.add_argument("--list", action="store_true", help="list the templates and examples instead")
    command.add_argument(
        "--template", metavar="ID", default="empty", help="the template or example to begin with (see --list)"
    )
    command.add_argument("--name", default="", help="what its value stream is called, or the first of them")
    command.add_argument("--force", action="store_true", help="replace a file of that name")


def _export(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", type=_path, help="the document")
    command.add_argument(
        "--to",
        metavar="OUT.xlsx",
        type=_path,
        required=True,
        help="the workbook to write; one of that name is replaced",
    )
    command.add_argument(
        "--stream",
        metavar="NAME",
        action="append",
        default=[],
        dest="streams",
        help="only this stream, by name or id; may be given several times",
    )
    command.add_argument("--row-per-task", action="store_true", help="one row a task, to sort and count")
    command.add_argument("--paper", choices=("A4", "Letter"), type=_paper, default="A4", help="default: A4")


def _check(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", type=_path, help="the document")
    command.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    command.add_argument(
        "--fail-on",
        choices=("error", "warning", "hint"),
        default="warning",
        help="the least serious finding that gives exit code 1 (default: warning)",
    )
    command.add_argument(
        "--profile",
        choices=tuple(PROFILE_NAMES),
        help="what is asked of the document: while-drawing lets pass at most as a warning what is not written"
        " yet, ready-to-present wants everything (default: what the document itself has chosen)",
    )


def _schema(command: argparse.ArgumentParser) -> None:
    command.add_argument("--output", metavar="FILE", type=_path, help="write it there instead of printing it")


def _path(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError("a file name is expected")
    return Path(text)


def _paper(text: str) -> str:
    return {"a4": "A4", "letter": "Letter"}.get(text.lower(), text)
