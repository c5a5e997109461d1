"""Everything that is wrong with a document, at the levels that the document asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from vsdesigner.analysis.checks import ALL_CHECKS, CHECKS, SHARED_CHECKS
from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.profiles import Profile, is_ready, profile_named
from vsdesigner.analysis.reading import Reading
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Stream

__all__ = [
    "ALL_CHECKS",
    "OFF",
    "Check",
    "Finding",
    "Level",
    "find_all",
    "find_in_stream",
    "given_level",
    "is_ready",
    "level_of",
]

OFF = "off"  # what `check_levels` says of a check that is not wanted


def find_all(snapshot: Snapshot, profile: Profile | None = None) -> tuple[Finding, ...]:
    """Return all findings: what streams share first, then stream by stream, check by check, step by step.

    `profile` stands in for the one that the document has chosen. The same document always gives the same
    findings in the same order.
    """
    return _leveled(snapshot, _everything(snapshot), profile)


def find_in_stream(snapshot: Snapshot, stream: Stream, profile: Profile | None = None) -> tuple[Finding, ...]:
    """Return the findings of one stream, without those on what streams share."""
    return _leveled(snapshot, _of_stream(snapshot, stream), profile)


def level_of(snapshot: Snapshot, check: Check, profile: Profile | None = None) -> Level | None:
    """Return the level a check has in this document, None when it is switched off.

    What the document says of the check wins over its profile.
    """
    given = given_level(snapshot, check.id)
    if given == OFF:
        return None
    return Level(given) if given else _chosen(snapshot, profile).level(check)


def given_level(snapshot: Snapshot, check: str) -> str:
    """Return what the document itself says of a check: a level, `OFF`, or nothing that this version knows."""
    given = snapshot.settings.check_levels.get(check, "").strip().casefold()
    return given if given == OFF or given in set(Level) else ""


def _chosen(snapshot: Snapshot, profile: Profile | None) -> Profile:
    return profile_named(snapshot.settings.check_profile) if profile is None else profile


def _leveled(snapshot: Snapshot, findings: Iterable[Finding], profile: Profile | None) -> tuple[Finding, ...]:
    """The findings that the document wants to hear, at the levels that it gives them."""
    chosen = _chosen(snapshot, profile)
    wanted = {check.id: level_of(snapshot, check, chosen) for check in ALL_CHECKS}
    found: list[Finding] = []
    for finding in findings:
        level = wanted[finding.check]
        if level is None:
            continue
        unwritten = finding.unwritten and not chosen.complete
        if level is Level.ERROR and unwritten and not given_level(snapshot, finding.check):
            level = Level.WARNING  # nobody said anything wrong yet; marks on cards count the same way
        if level is not finding.level or unwritten is not finding.unwritten:
            finding = replace(finding, level=level, unwritten=unwritten)
        found.append(finding)
    return tuple(found)


def _everything(snapshot: Snapshot) -> Iterator[Finding]:
    for shared in SHARED_CHECKS:
        yield from shared.find(snapshot)
    for stream in snapshot.streams:
        yield from _of_stream(snapshot, stream)


def _of_stream(snapshot: Snapshot, stream: Stream) -> Iterator[Finding]:
    reading = Reading(snapshot, stream)
    for check in CHECKS:
        yield from check.find(reading)
