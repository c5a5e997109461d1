"""Finds what somebody names on the command line: a stream, a step of it."""

from __future__ import annotations

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.errors import UserError
from vsdesigner.model.records import Step, Stream
from vsdesigner.storage.disk_errors import shown

MOST_NAMED = 12  # in a sentence that says what there is


def stream_named(snapshot: Snapshot, name: str) -> Stream:
    """Return the stream with this id, name or short name, without regard to case.

    Raises `UserError` when there is none, or more than one.
    """
    wanted = _plain(name)
    found = [
        stream
        for stream in snapshot.streams
        if stream.id == name or wanted in (_plain(text) for text in (stream.name, stream.short_name) if text)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(stream.id for stream in found)
        raise UserError(f"Several streams are called “{shown(name)}”; say which by its id: {ids}.")
    known = ", ".join(f"“{shown(stream.name or stream.id)}”" for stream in snapshot.streams)
    raise UserError(f"There is no stream “{shown(name)}” in the document, only {known}.")


def step_named(snapshot: Snapshot, stream: str, name: str) -> Step:
    """Return the step of a stream with this number, id or name, without regard to case.

    Raises `UserError` when there is none, or more than one.
    """
    wanted = _plain(name)
    steps = sorted(snapshot.steps(stream), key=lambda step: snapshot.number(step.id))
    found = [step for step in steps if step.id == name or _plain(step.name) == wanted]
    found = found or [step for step in steps if str(snapshot.number(step.id)) == wanted]
    if len(found) == 1:
        return found[0]
    if found:
        numbers = ", ".join(str(snapshot.number(step.id)) for step in found)
        raise UserError(f"Several steps are called “{shown(name)}”; say which by its number: {numbers}.")
    if not steps:
        raise UserError("The stream has no steps yet.")
    known = ", ".join(f"{snapshot.number(step.id)} “{shown(step.name)}”" for step in steps[:MOST_NAMED])
    more = f" and {len(steps) - MOST_NAMED} more" if len(steps) > MOST_NAMED else ""
    raise UserError(f"There is no step “{shown(name)}” in the stream, only {known}{more}.")


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
