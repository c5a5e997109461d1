"""The command ``new``: make an empty document."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from vsdesigner.cli import console
from vsdesigner.commands import streams
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.errors import UserError
from vsdesigner.model.text import NAME_LENGTH, clean
from vsdesigner.storage import documents, folders
from vsdesigner.storage.disk_errors import shown

SUFFIXES = (".vstream", ".json")


def run(arguments: Namespace) -> int:
    path: Path = arguments.file
    if not path.suffix:
        path = path.with_name(path.name + SUFFIXES[0])
    if path.suffix.lower() not in SUFFIXES:
        raise UserError(
            f"“{shown(path.name)}” is not the name of a document: let it end in {' or '.join(SUFFIXES)}."
        )
    replaces = path.exists()
    if replaces and not arguments.force:
        raise UserError(f"“{shown(path.name)}” is there already; --force replaces it.")
    documents.save(path, _document(arguments.name), folders.backup_folder() if replaces else None)
    console.say(f"Made {path}")
    return 0


def _document(name: str) -> Snapshot:
    if len(name) > NAME_LENGTH:
        raise UserError(f"The name is longer than {NAME_LENGTH} characters.")
    draft = Draft(streams.new_document())
    streams.update(draft, draft.view.streams[0].id, name=clean(name).strip())
    return complete(draft).view
