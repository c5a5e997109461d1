"""Everything that is wrong with a document, at the levels that the document asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from vsdesigner.analysis.checks import ALL_CHECKS, CHECKS, SHARED_CHECKS
from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Stream

__all__ = ["ALL_CHECKS", "OFF", "Check", "Finding", "Level", "find_all", "find_in_stream", "level_of"]

OFF = "off"  # what `check_levels` says of a check that is not wanted


def find_all(snapshot: Snapshot) -> tuple[Finding, ...]:
    """Return all findings: what streams share first, then stream by stream, check by check, step by step.

    The same document always gives the same findings in the same order.
    """
    return _leveled(snapshot, _everything(snapshot))


def find_in_stream(snapshot: Snapshot, stream: Stream) -> tuple[Finding, ...]:
    """Return the findings of one stream, without those on what streams share."""
    return _leveled(snapshot, (finding for check in CHECKS for finding in check(snapshot, stream)))


def _leveled(snapshot: Snapshot, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that the document wants to hear, at the levels that it gives them."""
    wanted = {check.id: level_of(snapshot, check) for check in ALL_CHECKS}
    found: list[Finding] = []
    for finding in findings:
        level = wanted[finding.check]
        if level is Level.ERROR and finding.unwritten and not _given(snapshot, finding.check):
            level = Level.WARNING  # nobody said anything wrong yet; marks on cards count the same way
        if level is not None:
            found.append(finding if level is finding.level else replace(finding, level=level))
    return tuple(found)


def level_of(snapshot: Snapshot, check: Check) -> Level | None:
    """Return the level this document gives a check, None when it is switched off.

    A level that this version does not know counts as not given.
    """
    given = _given(snapshot, check.id)
    if given == OFF:
        return None
    return Level(given) if given else check.level


def _given(snapshot: Snapshot, check: str) -> str:
    """What the document says of a check, empty when nothing that this version knows."""
    given = snapshot.settings.check_levels.get(check, "").strip().casefold()
    return given if given == OFF or given in set(Level) else ""


def _everything(snapshot: Snapshot) -> Iterator[Finding]:
    for shared in SHARED_CHECKS:
        yield from shared(snapshot)
    for stream in snapshot.streams:
        for check in CHECKS:
            yield from check(snapshot, stream)
