"""Sorts findings under headings: by how serious they are, by what was checked, or by what they are about."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from vsdesigner.analysis.finding import Finding, Level
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.language import say
from vsdesigner.model.records import Flow, Note, Phase, Step, Stream, StreamMember
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.panels.signs import level_words
from vsdesigner.ui.plain import shortened
from vsdesigner.ui.stream_tabs import stream_title

LONGEST = 80  # characters of a name in a heading


class Grouping(StrEnum):
    """What the headings stand for."""

    LEVEL = "level"
    CHECK = "check"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Group:
    """The findings under one heading. `key` stays the same however the text changes."""

    key: str
    text: str
    level: Level  # of the worst
    findings: tuple[Finding, ...]


def grouped(view: Snapshot, findings: Iterable[Finding], grouping: Grouping) -> list[Group]:
    """Return the findings under their headings; the worst come first where a document gives no order."""
    if grouping is Grouping.PLACE:
        return _by_place(view, findings)
    found = _collected(findings, _level_key if grouping is Grouping.LEVEL else _check_key)
    groups = [
        Group(
            key, _level_text(of) if grouping is Grouping.LEVEL else _check_text(of[0]), _worst(of), tuple(of)
        )
        for key, of in found.items()
    ]
    order = list(Level)
    return sorted(groups, key=lambda group: order.index(group.level))


def _level_key(finding: Finding) -> str:
    return finding.level.value


def _check_key(finding: Finding) -> str:
    return finding.check


def _collected(findings: Iterable[Finding], key: Callable[[Finding], str]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(key(finding), []).append(finding)
    return found


def _worst(findings: list[Finding]) -> Level:
    present = {finding.level for finding in findings}
    return next(level for level in Level if level in present)


def _level_text(findings: list[Finding]) -> str:
    return level_words(findings[0].level, len(findings))


def _check_text(finding: Finding) -> str:
    from vsdesigner.analysis.findings import ALL_CHECKS  # late: the first frame checks nothing

    titles = {check.id: check.title for check in ALL_CHECKS}
    return say(titles.get(finding.check, finding.check))


# -- by what they are about -----------------------------------------------------------------------------
def _by_place(view: Snapshot, findings: Iterable[Finding]) -> list[Group]:
    """First each stream and then its steps in their order; what all streams share comes last."""
    streams = {stream.id: position for position, stream in enumerate(view.streams)}
    found = _collected(findings, lambda finding: _owner(view, finding.record))

    def rank(key: str) -> tuple[int, int]:
        record = view.find(key)
        if isinstance(record, Step):
            return streams.get(record.stream, 0), view.number(key)
        return (streams[key], 0) if key in streams else (len(streams), 0)

    several = len(streams) > 1
    ordered = sorted(found.items(), key=lambda item: rank(item[0]))
    return [Group(key, _place_text(view, key, several), _worst(of), tuple(of)) for key, of in ordered]


def _owner(view: Snapshot, id: str) -> str:
    """The step or stream that a record belongs to; nothing for what all streams share."""
    record = view.find(id)
    if isinstance(record, Flow):
        ends = (view.find(record.source), view.find(record.target))
        return next((end.id for end in ends if isinstance(end, Step)), record.stream)
    if isinstance(record, Step | Stream):
        return record.id
    if isinstance(record, StreamMember | Phase | Note):
        return record.stream
    return ""


def _place_text(view: Snapshot, id: str, several: bool) -> str:
    record = view.find(id)
    if isinstance(record, Stream):
        name = shortened(stream_title(record), LONGEST)
        return tr("Use case of “{name}”").format(name=name) if several else tr("Use case")
    if isinstance(record, Step):
        name = " ".join(record.name.split())
        number = view.number(id)
        if not name:
            return tr("Step {number}").format(number=number)
        return tr("Step {number} “{name}”").format(number=number, name=shortened(name, LONGEST))
    return tr("Roles, tools and words")
