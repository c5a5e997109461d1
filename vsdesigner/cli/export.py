"""The command ``export``: write documents in another format."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace

from vsdesigner.cli import console, failures
from vsdesigner.cli.documents import open_document
from vsdesigner.cli.export_options import values_for
from vsdesigner.cli.misuse import Misuse
from vsdesigner.cli.naming import stream_named
from vsdesigner.cli.progress import Bar
from vsdesigner.cli.targets import Job, planned
from vsdesigner.exchange.registry import Exporter, ExportOptions
from vsdesigner.storage import atomic
from vsdesigner.storage.disk_errors import shown
from vsdesigner.storage.json_format import encode


def run(arguments: Namespace) -> int:
    exporter, jobs = planned(arguments.files, arguments.to, arguments.format)
    options = ExportOptions(values=values_for(exporter, arguments))
    if exporter.one_stream and len(set(arguments.streams)) > 1:
        raise Misuse(f"{exporter.label} shows one stream: name one with --stream.")
    if arguments.carry and not exporter.carries:
        raise Misuse(f"{exporter.label} cannot carry the document.")
    carry = exporter.carries if arguments.carry is None else bool(arguments.carry)
    failed = 0
    with Bar() as bar:
        for number, job in enumerate(jobs):

            def show(share: float, number: int = number, job: Job = job) -> None:
                bar.show((number + share) / len(jobs), job.source.name)

            try:
                show(0.0)
                _export(job, exporter, options, arguments, carry=carry, bar=bar, show=show)
            except BrokenPipeError:
                raise
            except Exception as error:
                if len(jobs) == 1:
                    raise
                bar.clear()
                failures.tell(error)
                failed += 1
    if failed:
        console.reason(f"{failed} of {len(jobs)} documents could not be exported.")
    return 1 if failed else 0


def _export(
    job: Job,
    exporter: Exporter,
    options: ExportOptions,
    arguments: Namespace,
    *,
    carry: bool,
    bar: Bar,
    show: Callable[[float], None],
) -> None:
    bar.clear()  # what has to be repaired is noted while the document is read
    snapshot = open_document(job.source)
    streams = tuple(dict.fromkeys(stream_named(snapshot, name).id for name in arguments.streams))
    if exporter.one_stream and not streams and len(snapshot.streams) > 1:
        name = shown(snapshot.streams[0].name or snapshot.streams[0].id)
        _note(f"{exporter.label} shows one stream, here “{name}”; --stream names another.")
        streams = (snapshot.streams[0].id,)
    chosen = replace(options, streams=streams, source=encode(snapshot).decode("utf-8") if carry else "")
    content = exporter.render(snapshot, exporter.checked(chosen), show, lambda: False)
    if job.makes_folder:
        job.target.parent.mkdir(parents=True, exist_ok=True)
    atomic.write_bytes(job.target, content)
    bar.clear()
    console.say(f"Wrote {job.target}")


def _note(text: str) -> None:
    if sys.stderr is not None:
        print(f"note: {text}", file=sys.stderr)
