"""Which streams an export is about."""

from __future__ import annotations

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.options import ExportOptions
from vsdesigner.language import say
from vsdesigner.model.errors import UserError
from vsdesigner.model.records import Stream


def chosen_streams(snapshot: Snapshot, options: ExportOptions) -> list[Stream]:
    """Return the streams to export, in the document's order; `UserError` when one or all are missing."""
    wanted = set(options.streams)
    streams = [stream for stream in snapshot.streams if not wanted or stream.id in wanted]
    missing = wanted - {stream.id for stream in streams}
    if missing:
        words = say("There is no stream “{id}” in this document; nothing was exported.")
        raise UserError(words.format(id=min(missing)))
    if not streams:
        raise UserError(say("This document has no stream yet; there is nothing to export."))
    return streams
