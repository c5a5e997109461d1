"""The command ``import``: make a document of a file that carries one."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from vsdesigner.cli import console
from vsdesigner.exchange.carried import CARRIERS, carried_text
from vsdesigner.model.errors import UserError
from vsdesigner.storage import documents, folders
from vsdesigner.storage.disk_errors import shown
from vsdesigner.storage.file_state import read_with_state
from vsdesigner.storage.json_format import decode

SUFFIXES = (".vstream", ".json")
FILE_MOST = 200 * 1024 * 1024  # bytes that are looked through


def run(arguments: Namespace) -> int:
    output: Path = arguments.output
    if not output.suffix:
        output = output.with_name(output.name + SUFFIXES[0])
    if output.suffix.lower() not in SUFFIXES:
        raise UserError(
            f"“{shown(output.name)}” is not the name of a document: let it end in {' or '.join(SUFFIXES)}."
        )
    replaces = output.exists()
    if replaces and not arguments.force:
        raise UserError(f"“{shown(output.name)}” is there already; --force replaces it.")
    loaded = decode(_carried(arguments.file), arguments.file.name)
    for problem in loaded.problems:
        print(f"note: {problem.text}", file=sys.stderr)
    documents.save(output, loaded.snapshot, folders.backup_folder() if replaces else None)
    console.say(f"Made {output}")
    return 0


def _carried(path: Path) -> bytes:
    """The text of the document that a file carries, as it would be saved."""
    if path.suffix.lower() not in CARRIERS:
        raise UserError(
            f"“{shown(path.name)}” cannot carry a document; these can: {', '.join(sorted(CARRIERS))}."
        )
    content, _ = read_with_state(path, FILE_MOST)
    if content is None:
        most = FILE_MOST // (1024 * 1024)
        raise UserError(f"“{shown(path.name)}” is larger than {most} MB and was not looked through.")
    text = carried_text(content, path.suffix)
    if text is None:
        raise UserError(
            f"“{shown(path.name)}” carries no document: it was not written by VS Designer, or what it carried"
            " was lost when another program saved it."
        )
    return text.encode("utf-8", "surrogatepass")
