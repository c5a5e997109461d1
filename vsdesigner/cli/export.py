"""The command ``export``: write a document in another format."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from vsdesigner.cli import console
from vsdesigner.cli.documents import open_document
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.registry import ExportOptions, exporter_for
from vsdesigner.model.errors import UserError
from vsdesigner.model.records import Stream
from vsdesigner.storage import atomic
from vsdesigner.storage.disk_errors import shown


def run(arguments: Namespace) -> int:
    target: Path = arguments.to
    exporter = exporter_for(target)
    snapshot = open_document(arguments.file)
    options = ExportOptions(
        streams=tuple(dict.fromkeys(_stream(snapshot, name).id for name in arguments.streams)),
        values={"row_per_task": arguments.row_per_task, "paper": arguments.paper},
    )
    content = exporter.render(snapshot, exporter.checked(options), lambda _done: None, lambda: False)
    atomic.write_bytes(target, content)
    console.say(f"Wrote {target}")
    return 0


def _stream(snapshot: Snapshot, name: str) -> Stream:
    """The stream with this id, name or short name, without regard to case."""
    wanted = " ".join(name.casefold().split())
    found = [
        stream
        for stream in snapshot.streams
        if stream.id == name
        or wanted in (" ".join(text.casefold().split()) for text in (stream.name, stream.short_name) if text)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(stream.id for stream in found)
        raise UserError(f"Several streams are called “{shown(name)}”; say which by its id: {ids}.")
    known = ", ".join(f"“{shown(stream.name or stream.id)}”" for stream in snapshot.streams)
    raise UserError(f"There is no stream “{shown(name)}” in the document, only {known}.")
