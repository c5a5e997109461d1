"""A finished change of a document: what was added, updated and removed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from vsdesigner.model.records import Placed, Record

_NOTHING: Mapping[str, Record] = MappingProxyType({})
_NO_UPDATES: Mapping[str, tuple[Record, Record]] = MappingProxyType({})
_PLACE = frozenset(("x", "y"))


@dataclass(frozen=True)
class Change:
    """Records by id; `updated` holds (before, after). `label` is what menus, journal and speech call it."""

    label: str
    added: Mapping[str, Record] = field(default_factory=lambda: _NOTHING)
    updated: Mapping[str, tuple[Record, Record]] = field(default_factory=lambda: _NO_UPDATES)
    removed: Mapping[str, Record] = field(default_factory=lambda: _NOTHING)

    def __bool__(self) -> bool:
        return bool(self.added or self.updated or self.removed)

    @cached_property
    def touched(self) -> frozenset[str]:
        """Ids of all records that this change concerns."""
        return frozenset((*self.added, *self.updated, *self.removed))

    @property
    def result(self) -> dict[str, Record | None]:
        """Id → record after the change, None where it is removed."""
        return {
            **dict.fromkeys(self.removed),
            **{id: after for id, (_, after) in self.updated.items()},
            **self.added,
        }

    @cached_property
    def is_movement(self) -> bool:
        """Whether nothing differs but the places of cards in their lanes."""
        return not (self.added or self.removed) and all(
            isinstance(before, Placed) and _differing(before, after) <= _PLACE
            for before, after in self.updated.values()
        )

    @property
    def records(self) -> tuple[Record, ...]:
        """Every record that stands in the change, before and after."""
        return (
            *self.added.values(),
            *self.removed.values(),
            *(record for pair in self.updated.values() for record in pair),
        )

    def inverse(self) -> Change:
        """Return the change that takes this one back."""
        return Change(
            label=self.label,
            added=self.removed,
            updated={id: (after, before) for id, (before, after) in self.updated.items()},
            removed=self.added,
        )

    def followed_by(self, later: Change) -> Change:
        """Return the single change that does this one and then `later`, under this one's label."""
        added, updated, removed = dict(self.added), dict(self.updated), dict(self.removed)
        for id, record in later.removed.items():
            if id in added:
                del added[id]
            else:
                removed[id] = updated.pop(id)[0] if id in updated else record
        for id, (before, after) in later.updated.items():
            if id in added:
                added[id] = after
            else:
                updated[id] = (updated[id][0] if id in updated else before, after)
        for id, record in later.added.items():
            if id in removed:
                updated[id] = (removed.pop(id), record)
            else:
                added[id] = record
        updated = {id: pair for id, pair in updated.items() if pair[0] != pair[1]}
        return Change(self.label, added, updated, removed)


def _differing(before: Record, after: Record) -> set[str]:
    """Names of the fields that hold another object: a copy shares those that it did not change."""
    old = vars(before)
    return {name for name, value in vars(after).items() if old.get(name) is not value}
