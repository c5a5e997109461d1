"""What can be said on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from vsdesigner import __version__
from vsdesigner.analysis.profiles import PROFILES
from vsdesigner.cli.console import PROGRAM
from vsdesigner.cli.export_arguments import add_export, add_import, path_from

#: Command → what it does, in the order of the help text.
COMMANDS: dict[str, str] = {
    "present": "show a stream on the whole screen, from demand to value; writes nothing",
    "new": "make a document, empty or from a template",
    "export": "write documents in another format, to hand them over",
    "import": "make a document of a workbook, or of another file that carries one",
    "check": "say what a document lacks and where it contradicts itself",
    "diff": "say in words what differs between two documents",
    "merge": "put together what two people changed in the same document",
    "schema": "print the JSON Schema of the document format",
}

#: What the profiles of the checks are called here → their ids.
PROFILE_NAMES = {id or "while-drawing": id for id in PROFILES}

EXIT_CODES = (
    "Exit codes: 0 all right, 1 findings or a failure (the reason is on standard error), 2 wrong usage."
)

#: Commands whose exit codes mean something of their own.
OWN_EXIT_CODES = {
    "diff": "Exit codes: 0 the documents say the same, 1 they differ, 2 wrong usage or a file that cannot be"
    " read.",
    "merge": "Exit codes: 0 merged, 1 merged with conflicts (OUT has ours in each of them; standard error"
    " tells them), 2 wrong usage or a failure. As merge driver of git: put the line"
    " “*.vstream merge=vsdesigner” into .gitattributes and say once"
    " git config merge.vsdesigner.driver 'vsdesigner merge %O %A %B -o %A'.",
}


class _Command(argparse.ArgumentParser):
    """A command says itself what it does not know: the line above the reason is then how *it* is used."""

    def parse_known_args(  # type: ignore[override]  # the namespace is only ever the usual one
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        found, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        return found, unknown


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    top = argparse.ArgumentParser(prog=PROGRAM, epilog=EXIT_CODES, allow_abbrev=False)
    top.add_argument("--version", action="version", version=version_text())
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=_Command)
    for name, add in (
        ("present", _present),
        ("new", _new),
        ("export", add_export),
        ("import", add_import),
        ("check", _check),
        ("diff", _diff),
        ("merge", _merge),
        ("schema", _schema),
    ):
        text = COMMANDS[name]
        add(
            commands.add_parser(
                name,
                help=text,
                description=text[0].upper() + text[1:] + ".",
                epilog=OWN_EXIT_CODES.get(name, EXIT_CODES),
                allow_abbrev=False,
            )
        )
    return top


def version_text() -> str:
    """Return the program's name and version."""
    return f"VS Designer {__version__}"


def _present(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "file", metavar="FILE", type=path_from, help="the document, or a file that carries one"
    )
    command.add_argument(
        "--stream", metavar="NAME", default="", help="the stream, by name or id (default: the first)"
    )
    command.add_argument(
        "--from",
        metavar="STEP",
        default="",
        dest="start",
        help="the step to begin with, by number, name or id (default: the opening)",
    )
    command.add_argument("--dark", action="store_true", help="dark, whatever was chosen last")
    command.add_argument(
        "--screen",
        metavar="N",
        type=_screen,
        help="the screen for the audience, counted from 1 (default: the second where there is one; the"
        " presenter's window is on another)",
    )


def _screen(text: str) -> int:
    if not text.isdecimal() or not 1 <= len(text) <= 3 or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is no number of a screen: 1, 2 …")
    return int(text)


def _new(command: argparse.ArgumentParser) -> None:
    wanted = command.add_mutually_exclusive_group(required=True)
    wanted.add_argument(
        "file", metavar="FILE", type=path_from, nargs="?", help="the document to make (*.vstream or *.json)"
    )
    wanted.add_argument("--list", action="store_true", help="list the templates and examples instead")
    command.add_argument(
        "--template", metavar="ID", default="empty", help="the template or example to begin with (see --list)"
    )
    command.add_argument("--name", default="", help="what its value stream is called, or the first of them")
    command.add_argument("--force", action="store_true", help="replace a file of that name")


def _check(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", type=path_from, help="the document")
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


def _diff(command: argparse.ArgumentParser) -> None:
    command.add_argument("old", metavar="OLD", type=path_from, help="the document as it was")
    command.add_argument("new", metavar="NEW", type=path_from, help="the document as it is")
    command.add_argument("--format", choices=("text", "json"), default="text", help="default: text")


def _merge(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "base",
        metavar="BASE",
        type=path_from,
        help="the document that both began with; empty when there is none",
    )
    command.add_argument("ours", metavar="OURS", type=path_from, help="what one side made of it")
    command.add_argument("theirs", metavar="THEIRS", type=path_from, help="what the other side made of it")
    command.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        type=path_from,
        required=True,
        help="the document to write; it may be one of the three",
    )
    command.add_argument(
        "--take",
        choices=("ours", "theirs"),
        help="decide every conflict this way instead of failing with 1",
    )


def _schema(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--output", metavar="FILE", type=path_from, help="write it there instead of printing it"
    )
