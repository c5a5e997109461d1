"""The command ``new``: make a document, empty or from a template."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
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
from vsdesigner.storage.starting_points import (
    StartingPoint,
    examples,
    open_starting_point,
    starting_point,
    templates,
)

SUFFIXES = (".vstream", ".json")


def run(arguments: Namespace) -> int:
    if arguments.list:
        _list("Templates", templates())
        console.say("")
        _list("Examples", examples())
        return 0
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
    point = starting_point(arguments.template)
    document = _named(open_starting_point(point), arguments.name)
    documents.save(path, document, folders.backup_folder() if replaces else None)
    console.say(f"Made {path}")
    if point.notice:
        console.say(point.notice)
    return 0


def _list(title: str, points: Sequence[StartingPoint]) -> None:
    console.say(f"{title}:")
    for point in points:
        console.say(f"  {point.id:22} {point.title}")
        console.say(f"  {'':22} {point.summary}")


def _named(snapshot: Snapshot, name: str) -> Snapshot:
    """The document with this name for its first stream; without a name as it is."""
    if len(name) > NAME_LENGTH:
        raise UserError(f"The name is longer than {NAME_LENGTH} characters.")
    draft = Draft(snapshot)
    if wanted := clean(name).strip():
        streams.update(draft, draft.view.streams[0].id, name=wanted)
    return complete(draft).view
