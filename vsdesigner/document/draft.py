"""A working copy of a document on which a verb makes its changes before they become one `Change`."""

from __future__ import annotations

from typing import TypeVar

from vsdesigner.document.change import Change
from vsdesigner.document.snapshot import MissingRecordError, Snapshot
from vsdesigner.model.records import Record

R = TypeVar("R", bound=Record)


class DuplicateRecordError(ValueError):
    """A record was added under an id that is taken."""


class Draft:
    """Changes on top of `base`; nothing is seen by anybody else until `to_change` was applied."""

    def __init__(self, base: Snapshot) -> None:
        self.base = base
        self._view = base
        self._pending: dict[str, Record | None] = {}
        self._touched: dict[str, None] = {}  # a set that keeps its order: behaviours run the same each time

    @property
    def view(self) -> Snapshot:
        """The state with all changes so far. Valid until the next change; cheap to ask for again."""
        if self._pending:
            self._view = self._view.evolve(self._pending)
            self._pending = {}
        return self._view

    @property
    def touched(self) -> tuple[str, ...]:
        """Ids of the records changed so far, in the order of their first change."""
        return tuple(self._touched)

    def find(self, id: str) -> Record | None:
        """Return the record as it stands in the draft, or None."""
        return self._pending[id] if id in self._pending else self._view.find(id)

    def get(self, id: str, kind: type[R]) -> R:
        """Return the record of this type; raise `MissingRecordError` when there is none."""
        record = self.find(id)
        if not isinstance(record, kind):
            raise MissingRecordError(id)
        return record

    def add(self, record: R) -> R:
        """Add a record; raises `DuplicateRecordError` when the id is taken."""
        if self.find(record.id) is not None:
            raise DuplicateRecordError(record.id)
        self._set(record.id, record)
        return record

    def update(self, id: str, **fields: object) -> Record:
        """Replace fields of a record, validated; unknown field names raise TypeError.

        Returns the record as it now stands; equal values change nothing.
        """
        record = self.get(id, Record)
        kind = type(record)
        unknown = fields.keys() - kind.model_fields.keys()
        if unknown:
            raise TypeError(f"{kind.__name__} has no field {', '.join(sorted(unknown))}")
        changed = kind.model_validate({**record.__dict__, **record.unknown_fields, **fields})
        if changed != record:
            self._set(id, changed)
            return changed
        return record

    def replace(self, record: Record) -> None:
        """Put a record in the place of the one with its id; for values that are valid by construction.

        `update` costs a validation of the whole record; renumbering thousands of steps cannot afford it.
        """
        if self.get(record.id, type(record)) != record:
            self._set(record.id, record)

    def remove(self, id: str) -> None:
        """Remove a record; raises `MissingRecordError` when there is none."""
        self.get(id, Record)
        self._set(id, None)

    def to_change(self, label: str) -> Change:
        """Return what differs from `base`; falsy when nothing does."""
        added: dict[str, Record] = {}
        updated: dict[str, tuple[Record, Record]] = {}
        removed: dict[str, Record] = {}
        for id in self._touched:
            before, after = self.base.find(id), self.find(id)
            if before is None and after is not None:
                added[id] = after
            elif before is not None and after is None:
                removed[id] = before
            elif before is not None and after is not None and before != after:
                updated[id] = (before, after)
        return Change(label, added, updated, removed)

    def _set(self, id: str, record: Record | None) -> None:
        self._pending[id] = record
        self._touched[id] = None
