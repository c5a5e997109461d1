"""Turns changes into plain values and back, and frames them as lines that show when they are damaged."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from vsdesigner.document.change import Change
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Record
from vsdesigner.storage.plain import ALL_SECTIONS, plain_record, section_of

_SUM_LENGTH = 16
_SIZE = _SUM_LENGTH // 2

Sections = dict[str, list[dict[str, Any]]]


class DamagedError(ValueError):
    """A line or a change is not what was written, or does not fit the document it was made for."""


# -- changes --------------------------------------------------------------------------------------------
def encode_change(change: Change) -> dict[str, Any]:
    """Return a change as plain values: records as in the file, of updated ones the state after."""
    return {
        "label": change.label,
        "added": _by_section(change.added.values()),
        "updated": _by_section(after for _, after in change.updated.values()),
        "removed": sorted(change.removed),
    }


def decode_change(row: dict[str, Any], view: Snapshot) -> Change:
    """Return the change that `row` makes to `view`; raises `DamagedError` when it does not fit."""
    try:
        added = {record.id: record for record in _records(row["added"])}
        updated = {
            record.id: (view.get(record.id, type(record)), record) for record in _records(row["updated"])
        }
        removed = {str(id): view.get(id, Record) for id in row["removed"]}
        label = str(row["label"])
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise DamagedError(str(error)) from error
    if any(id in view for id in added):
        raise DamagedError("a record is added twice")
    return Change(label, added, updated, removed)


def _by_section(records: Iterable[Record]) -> Sections:
    found: Sections = {}
    for record in sorted(records, key=lambda record: record.id):
        found.setdefault(section_of(record), []).append(plain_record(record))
    return found


def _records(sections: Sections) -> list[Record]:
    return [ALL_SECTIONS[name].model_validate(row) for name, rows in sections.items() for row in rows]


# -- lines ----------------------------------------------------------------------------------------------
def to_line(row: dict[str, Any], previous: str) -> tuple[bytes, str]:
    """Return `row` as a line with its checksum, which covers the checksum of the line before as well."""
    body = json.dumps(row, separators=(",", ":"), sort_keys=True).encode("ascii")
    checksum = _checksum(body, previous)
    return checksum.encode("ascii") + b" " + body + b"\n", checksum


def from_line(line: bytes, previous: str) -> tuple[dict[str, Any], str]:
    """Return what `to_line` was given; raises `DamagedError` for anything else, a line cut short too."""
    body = line[_SUM_LENGTH + 1 : -1]
    checksum = _checksum(body, previous)
    if line[: _SUM_LENGTH + 1] != checksum.encode("ascii") + b" " or not line.endswith(b"\n"):
        raise DamagedError("the checksum does not fit")
    try:
        row = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise DamagedError("not JSON") from error
    if not isinstance(row, dict):
        raise DamagedError("not an object")
    return row, checksum


def body_of(line: bytes) -> dict[str, Any]:
    """Return what a line of ours holds, its checksum unseen; for lines that this process wrote."""
    row: dict[str, Any] = json.loads(line[_SUM_LENGTH + 1 :])
    return row


def _checksum(body: bytes, previous: str) -> str:
    return hashlib.blake2b(previous.encode("ascii") + body, digest_size=_SIZE).hexdigest()
