"""Applies mends for the tests, the way the window does."""

from __future__ import annotations

from vsdesigner.analysis.findings import Finding, Level, find_all
from vsdesigner.commands.mends import Mend, mends_for
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot

ENDLESS = "path-without-value"


def applied(view: Snapshot, mend: Mend) -> Snapshot:
    """Return the document after a mend, which must be one change."""
    draft = Draft(view)
    mend.verb(draft)
    change = complete(draft).to_change(mend.label)
    assert change
    assert change.label == mend.label
    return draft.view


def labels(view: Snapshot, finding: Finding) -> list[str]:
    """Return what is offered for a finding."""
    return [mend.label for mend in mends_for(view, finding)]


def by_label(view: Snapshot, finding: Finding, label: str) -> Snapshot:
    """Return the document after the mend with this label."""
    (mend,) = (mend for mend in mends_for(view, finding) if mend.label == label)
    return applied(view, mend)


def is_there(view: Snapshot, finding: Finding) -> bool:
    """Say whether the same thing is still wrong with the same part of the same record."""
    return any(
        (other.check, other.record, other.field, other.part)
        == (finding.check, finding.record, finding.field, finding.part)
        for other in find_all(view)
    )


def errors(view: Snapshot) -> set[tuple[str, str, str]]:
    """Return the errors of a document by check, record and part."""
    return {
        (finding.check, finding.record, finding.part)
        for finding in find_all(view)
        if finding.level is Level.ERROR
    }


def new_errors(before: Snapshot, after: Snapshot) -> set[tuple[str, str, str]]:
    """Return the errors that a mend has made.

    A stream without any way to value is told once; when it gets one, those of its ways that still do not
    get there are told one by one. They were there before.
    """
    streams = {
        stream.id
        for stream in before.streams
        if any((ENDLESS, end.id, "") in errors(before) for end in before.terminals(stream.id))
    }
    return {
        (check, record, part)
        for check, record, part in errors(after) - errors(before)
        if check != ENDLESS or getattr(after.find(record), "stream", "") not in streams
    }
