"""The command ``diff``: say in words what differs between two documents."""

from __future__ import annotations

import json
from argparse import Namespace
from itertools import groupby

from vsdesigner.analysis.words import quoted
from vsdesigner.cli import console
from vsdesigner.cli.documents import open_document
from vsdesigner.document.merging import Difference, differences
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.errors import UserError
from vsdesigner.model.records import Stream, StreamMember

SAME, DIFFERENT, TROUBLE = 0, 1, 2

SILENT = "They differ only in numbers and places that the program finds by itself."


def run(arguments: Namespace) -> int:
    try:
        old, new = open_document(arguments.old), open_document(arguments.new)
    except UserError as error:
        console.reason(" ".join((str(error), *error.details[:1])))
        return TROUBLE
    found = differences(old, new)
    if arguments.format == "json":
        _print_json(arguments, found, is_same=old == new)
    elif old != new:
        _print_text(old, new, found)
    return SAME if old == new else DIFFERENT


def _print_text(old: Snapshot, new: Snapshot, found: tuple[Difference, ...]) -> None:
    """One sentence a line, under the name of the stream where there are several."""
    several = max(len(old.streams), len(new.streams)) > 1
    for stream, entries in groupby(found, key=lambda entry: _stream_of(old, new, entry.record)):
        if several and stream is not None:
            console.say(f"{quoted(stream.name) if stream.name.strip() else stream.id}:")
        for entry in entries:
            console.say(f"{'  ' if several and stream is not None else ''}{entry.text}")
    if not found:
        console.say(SILENT)


def _print_json(arguments: Namespace, found: tuple[Difference, ...], *, is_same: bool) -> None:
    report = {
        "old": str(arguments.old),
        "new": str(arguments.new),
        "same": is_same,
        "differences": [
            {
                "key": entry.key,
                "record": entry.record,
                "field": entry.field,
                "part": entry.part,
                "before": entry.base,
                "after": entry.theirs,
                "text": entry.text,
            }
            for entry in found
        ],
    }
    console.say(json.dumps(report, indent=2, ensure_ascii=not console.is_unicode()))


def _stream_of(old: Snapshot, new: Snapshot, id: str) -> Stream | None:
    record = new.find(id) or old.find(id)
    if isinstance(record, StreamMember):
        record = new.find(record.stream) or old.find(record.stream)
    return record if isinstance(record, Stream) else None
