"""What can be said to ``export`` and ``import``."""

from __future__ import annotations

import argparse
from pathlib import Path

from vsdesigner.cli.export_options import add_options
from vsdesigner.exchange.registry import EXPORTERS


def add_export(command: argparse.ArgumentParser) -> None:
    """Add what ``export`` takes; the options of the formats come from their tables."""
    formats = ", ".join(f"{id} ({exporter.label})" for id, exporter in EXPORTERS.items())
    command.add_argument("files", metavar="FILE", type=path_from, nargs="+", help="the documents")
    command.add_argument(
        "--to",
        metavar="FORMAT|PATH",
        type=_words,
        required=True,
        help=f"a format: {formats}; each file then stands beside its document. Or the file to write, whose"
        " name says the format; or a folder, with --format. A file of that name is replaced",
    )
    command.add_argument(
        "--format",
        metavar="FORMAT",
        type=_words,
        help="the format where the name behind --to does not say it",
    )
    command.add_argument(
        "--stream",
        metavar="NAME",
        action="append",
        default=[],
        dest="streams",
        help="only this stream, by name or id; may be given several times",
    )
    command.add_argument(
        "--carry",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="put the document into the file, so that it opens in VS Designer again (default: where the"
        " format can)",
    )
    add_options(command)


def add_import(command: argparse.ArgumentParser) -> None:
    """Add what ``import`` takes."""
    command.add_argument(
        "file",
        metavar="FILE",
        type=path_from,
        help="a workbook, slides, PDF, PNG or SVG that VS Designer wrote with the document in it; or any"
        " other workbook",
    )
    command.add_argument(
        "-o", "--output", metavar="OUT.vstream", type=path_from, required=True, help="the document to make"
    )
    command.add_argument(
        "--into",
        metavar="DOC.vstream",
        type=path_from,
        help="put what was changed in a workbook into this document, as it is now (contradictions keep what"
        " it says, are told, and give the exit code 1)",
    )
    command.add_argument("--force", action="store_true", help="replace a file of that name")


def path_from(text: str) -> Path:
    """Read a file name; for `argparse`."""
    return Path(_words(text))


def _words(text: str) -> str:
    if not text:
        raise argparse.ArgumentTypeError("a file name is expected")
    return text
