"""The command ``check``: say what a document lacks and where it contradicts itself."""

from __future__ import annotations

import json
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from itertools import groupby
from pathlib import Path

from vsdesigner.analysis.findings import Finding, Level, find_all
from vsdesigner.analysis.profiles import Profile, is_ready, profile_named
from vsdesigner.analysis.words import listed, quoted
from vsdesigner.cli import console
from vsdesigner.cli.arguments import PROFILE_NAMES
from vsdesigner.cli.documents import read_document
from vsdesigner.commands.mends import mends_for
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.errors import UserError
from vsdesigner.model.records import Stream, StreamMember
from vsdesigner.storage.disk_errors import shown
from vsdesigner.storage.json_format import Loaded

REPAIRED = "file-repaired"  # the check id of what the file itself got wrong


def run(arguments: Namespace) -> int:
    path: Path = arguments.file
    loaded = _read(path, as_text=arguments.format == "text")
    profile = _profile(arguments.profile, loaded.snapshot)
    found = (*_repairs(loaded), *find_all(loaded.snapshot, profile))
    counts = Counter(finding.level for finding in found)
    if arguments.format == "json":
        _print_json(path, loaded.snapshot, profile, found)
    else:
        _print_text(loaded.snapshot, found)
    summary = f"{shown(path.name)}: {_counted(counts)}."
    if any(finding.level.reaches(Level(arguments.fail_on)) for finding in found):
        console.reason(summary)
        return 1
    if arguments.format == "text":
        console.say(summary)
    return 0


def _profile(name: str | None, view: Snapshot) -> Profile:
    return profile_named(view.settings.check_profile if name is None else PROFILE_NAMES[name])


def _read(path: Path, *, as_text: bool) -> Loaded:
    try:
        return read_document(path)
    except UserError as error:
        if as_text:
            for detail in error.details:
                console.say(f"error    {detail}")
        raise UserError(str(error)) from error


def _repairs(loaded: Loaded) -> Iterable[Finding]:
    for problem in loaded.problems:
        yield Finding(
            check=REPAIRED,
            level=Level.ERROR,
            record=problem.ids[0] if problem.ids else "",
            field="",
            text=problem.text,
            why="The file does not hold together; it is repaired in the window when it is opened.",
        )


def _print_text(view: Snapshot, found: tuple[Finding, ...]) -> None:
    for stream, findings in groupby(found, key=lambda finding: _stream_of(view, finding)):
        record = view.find(stream)
        if isinstance(record, Stream) and len(view.streams) > 1:
            console.say(quoted(record.name) if record.name.strip() else record.id)
        for finding in findings:
            console.say(f"{finding.level:8} {finding.text} [{finding.check}]")
            console.say(f"{'':8} {finding.why}")


def _print_json(path: Path, view: Snapshot, profile: Profile, found: tuple[Finding, ...]) -> None:
    counts = Counter(finding.level for finding in found)
    report = {
        "file": str(path),
        "profile": profile.id,
        "ready": is_ready(found),
        "counts": {level.value: counts[level] for level in Level},
        "findings": [
            {
                **asdict(finding),
                "stream": _stream_of(view, finding),
                "mends": [mend.label for mend in mends_for(view, finding)],
            }
            for finding in found
        ],
    }
    console.say(json.dumps(report, indent=2, ensure_ascii=not console.is_unicode()))


def _stream_of(view: Snapshot, finding: Finding) -> str:
    """The id of the stream that a finding is about; empty for what all streams share."""
    record = view.find(finding.record)
    if isinstance(record, StreamMember):
        return record.stream
    return record.id if isinstance(record, Stream) else ""


def _counted(counts: Mapping[Level, int]) -> str:
    """``1 error and 2 hints``, or ``no findings``."""
    words = [
        f"{counts[level]} {level.value}{'' if counts[level] == 1 else 's'}"
        for level in Level
        if counts.get(level)
    ]
    return listed(words) or "no findings"
