"""The way back on the command line: what was changed in a workbook goes into a document that has moved on."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from vsdesigner.cli.documents import MOST_NOTES, open_document
from vsdesigner.document.merging import merge
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.excel.reading import read_workbook
from vsdesigner.exchange.home import is_workbook
from vsdesigner.exchange.registry import Progress
from vsdesigner.model.errors import UserError
from vsdesigner.storage.disk_errors import shown
from vsdesigner.storage.json_format import decode


def brought_into(document: Path, source: Path, content: bytes, progress: Progress) -> tuple[Snapshot, bool]:
    """Return the document with what a workbook says, and whether something contradicts it.

    What contradicts keeps what the document says and is told on standard error, like all that could not be
    read. Raises `UserError` when either file cannot be read.
    """
    if not is_workbook(source.name):
        raise UserError(f"--into takes the changes of a workbook; “{shown(source.name)}” is none.")
    ours = open_document(document)
    found = read_workbook(
        content,
        lambda text: decode(text.encode("utf-8", "surrogatepass"), source.name).snapshot,
        ours=ours,
        name=source.stem,
        progress=progress,
    )
    if not any(stream.id in ours for stream in found.base.streams):
        raise UserError(
            f"“{shown(source.name)}” belongs to another document than “{shown(document.name)}”: import it"
            " without --into."
        )
    outcome = merge(found.base, ours, found.theirs)
    _tell("note", (problem.text for problem in found.problems))
    _tell("conflict", (entry.text for entry in outcome.conflicts))
    return outcome.snapshot, bool(outcome.conflicts)


def _tell(what: str, lines: Iterable[str]) -> None:
    every = list(lines)
    for text in every[:MOST_NOTES]:
        print(f"{what}: {text}", file=sys.stderr)
    if len(every) > MOST_NOTES:
        print(f"{what}: and {len(every) - MOST_NOTES} more.", file=sys.stderr)
