"""The command ``import``: make a document of a file that carries one, or of a workbook."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from vsdesigner.cli import console
from vsdesigner.cli.documents import MOST_NOTES
from vsdesigner.cli.progress import Bar
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.carried import CARRIERS
from vsdesigner.exchange.home import FILE_MOST, bring_home, can_carry
from vsdesigner.model.errors import UserError
from vsdesigner.storage import documents, folders
from vsdesigner.storage.disk_errors import shown
from vsdesigner.storage.file_state import read_with_state
from vsdesigner.storage.json_format import decode

SUFFIXES = (".vstream", ".json")


def run(arguments: Namespace) -> int:
    source: Path = arguments.file
    output = _output(arguments.output)
    replaces = output.exists()
    if replaces and not arguments.force:
        raise UserError(f"“{shown(output.name)}” is there already; --force replaces it.")
    content = _content(source)
    contradicts = False
    if arguments.into is not None:
        from vsdesigner.cli.import_into import brought_into  # only who needs it pays

        with Bar() as bar:
            snapshot, contradicts = brought_into(
                arguments.into, source, content, lambda share: bar.show(share, source.name)
            )
    else:
        snapshot = _document(source, content)
    documents.save(output, snapshot, folders.backup_folder() if replaces else None)
    console.say(f"Made {output}")
    return int(contradicts)


def _document(source: Path, content: bytes) -> Snapshot:
    """What the file carries, or says as a workbook."""
    notes: list[str] = []

    def read(text: str) -> Snapshot:
        loaded = decode(text.encode("utf-8", "surrogatepass"), source.name)
        notes.extend(problem.text for problem in loaded.problems)
        return loaded.snapshot

    with Bar() as bar:
        found = bring_home(content, source.name, read, progress=lambda share: bar.show(share, source.name))
    _tell((*notes, *found.notes))
    return found.snapshot


def _output(path: Path) -> Path:
    if not path.suffix:
        path = path.with_name(path.name + SUFFIXES[0])
    if path.suffix.lower() not in SUFFIXES:
        raise UserError(
            f"“{shown(path.name)}” is not the name of a document: let it end in {' or '.join(SUFFIXES)}."
        )
    return path


def _content(path: Path) -> bytes:
    if not can_carry(path.name):
        raise UserError(
            f"“{shown(path.name)}” cannot carry a document; these can: {', '.join(sorted(CARRIERS))}."
        )
    content, _ = read_with_state(path, FILE_MOST)
    if content is None:
        most = FILE_MOST // (1024 * 1024)
        raise UserError(f"“{shown(path.name)}” is larger than {most} MB and was not looked through.")
    return content


def _tell(notes: Iterable[str]) -> None:
    every = list(notes)
    for text in every[:MOST_NOTES]:
        print(f"note: {text}", file=sys.stderr)
    if len(every) > MOST_NOTES:
        print(f"note: and {len(every) - MOST_NOTES} more.", file=sys.stderr)
