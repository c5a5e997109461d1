"""Builds records from the sections of a parsed file and names every fault with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError

from vsdesigner.model.records import SETTINGS_ID, DocumentSettings, Record
from vsdesigner.storage.faults import Faults
from vsdesigner.storage.plain import ALL_SECTIONS, SETTINGS_SECTION
from vsdesigner.storage.words import row_place

#: The most of each that a file may hold; everything together is bounded as well.
LIMITS = {"steps": 20_000, "streams": 1_000, "lanes": 200}
RECORD_LIMIT = 100_000


class _Row(NamedTuple):
    """One record as it stands in the file."""

    kind: type[Record]
    value: Any
    position: int

    @property
    def place(self) -> str:
        if self.kind is DocumentSettings:
            return "document settings"
        return row_place(self.kind, self.value, self.position)


def read_records(tree: dict[str, Any], faults: Faults) -> list[Record]:
    """Return the records of all sections; what is wrong goes to `faults`; after 20 it stops."""
    records: list[Record] = []
    holders: dict[str, _Row] = {}
    if too_many := beyond_limits(tree):
        faults.add(too_many)
        return records
    for row in _rows(tree, faults):
        if faults.full:
            break
        try:
            record = row.kind.model_validate(row.value)
        except ValidationError as error:
            faults.add_invalid(row.kind, row.place, error)
            continue
        except RecursionError:
            faults.add(f"{row.place} is nested too deep")
            continue
        if (record.id == SETTINGS_ID) != (row.kind is DocumentSettings):
            faults.add(f"{row.place}: the id “{record.id}” is not allowed here")
        elif record.id in holders:
            faults.add(f"{row.place}: the id “{record.id}” is taken by the {holders[record.id].place}")
        holders.setdefault(record.id, row)
        records.append(record)
    return records


def beyond_limits(tree: Mapping[str, Any]) -> str:
    """Say what there is too much of in a document, empty when nothing is."""
    lengths = {
        name: len(rows) for name, rows in tree.items() if name in ALL_SECTIONS and isinstance(rows, list)
    }
    for name, limit in LIMITS.items():
        if lengths.get(name, 0) > limit:
            noun = "activities" if name == "lanes" else name
            return f"the document has {lengths[name]:,} {noun}; {limit:,} is the most that can be opened"
    if sum(lengths.values()) > RECORD_LIMIT:
        return f"the document has more than {RECORD_LIMIT:,} entries, the most that can be opened"
    return ""


def _rows(tree: dict[str, Any], faults: Faults) -> Iterator[_Row]:
    for section, kind in ALL_SECTIONS.items():
        if section not in tree:
            continue
        rows = tree[section]
        if section == SETTINGS_SECTION:
            yield _Row(kind, rows, 0)
        elif isinstance(rows, list):
            for position, row in enumerate(rows):
                yield _Row(kind, row, position)
        else:
            faults.add(f"“{section}” is not a list")
