"""The command ``present``: show a stream on the whole screen, and write nothing."""

from __future__ import annotations

from argparse import Namespace

from vsdesigner.cli.documents import open_carried
from vsdesigner.cli.naming import step_named, stream_named
from vsdesigner.cli.presenting import Presented, presented


def run(arguments: Namespace) -> int:
    snapshot = open_carried(arguments.file)
    stream = stream_named(snapshot, arguments.stream) if arguments.stream else snapshot.streams[0]
    step = step_named(snapshot, stream.id, arguments.start).id if arguments.start else ""
    return presented(Presented(snapshot, stream.id, step, arguments.dark, arguments.screen))
