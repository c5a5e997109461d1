"""All findings of a document, sorted by what they are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from vsdesigner.analysis.finding import Finding, Level


@dataclass(frozen=True)
class Problems:
    """What is known to be wrong, in the order in which the checks tell it."""

    findings: tuple[Finding, ...] = ()
    profile: str = ""  # with the eyes of which profile somebody looked

    @cached_property
    def by_record(self) -> Mapping[str, tuple[Finding, ...]]:
        """Findings by the id of the record that they are about."""
        found: dict[str, list[Finding]] = {}
        for finding in self.findings:
            found.setdefault(finding.record, []).append(finding)
        return {record: tuple(findings) for record, findings in found.items()}

    @cached_property
    def counts(self) -> Mapping[Level, int]:
        """How many findings there are of each level."""
        counted = Counter(finding.level for finding in self.findings)
        return {level: counted[level] for level in Level}

    @cached_property
    def marks(self) -> Mapping[str, Level]:
        """The records that the drawing marks, with how serious their worst is; hints mark none."""
        found = {record: self.level(record) for record in self.by_record}
        return {record: level for record, level in found.items() if level in (Level.ERROR, Level.WARNING)}

    def of(self, record: str) -> tuple[Finding, ...]:
        """Return what is wrong with a record."""
        return self.by_record.get(record, ())

    def level(self, record: str) -> Level | None:
        """Return how serious the worst is that a record has to be marked for; None when nothing is.

        What has only not been written down yet is no mark: whoever draws would see nothing but marks.
        """
        levels = {finding.level for finding in self.of(record) if not finding.unwritten}
        return next((level for level in Level if level in levels), None)

    def differing(self, other: Problems) -> frozenset[str]:
        """Return the records about which the other says something else."""
        mine, theirs = self.by_record, other.by_record
        return frozenset(id for id in mine.keys() | theirs.keys() if mine.get(id) != theirs.get(id))
