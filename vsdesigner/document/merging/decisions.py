"""What a merge decided and why: choices that were made before, and everything found on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from vsdesigner.document.merging.outcome import Side
from vsdesigner.document.merging.shapes import MISSING

ALL = "*"  # the last part of a path that means the order of a list


class What(Enum):
    """What kind of thing differs."""

    VALUE = "value"  # a field, or an entry of a list; MISSING for one that is not there
    ORDER = "order"  # the order of a list or of a group of records
    RECORD = "record"  # a whole record came or went
    NEEDED = "needed"  # a record that one side removed stays because the other refers to it
    LOST = "lost"  # a record that goes because what it belongs to was removed


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a document: a record and the way into it (field, entry of the list, field of it …)."""

    record: str
    path: tuple[str, ...] = ()

    def into(self, *names: str) -> Spot:
        return Spot(self.record, (*self.path, *names))

    @property
    def key(self) -> str:
        return "/".join((self.record, *self.path))


@dataclass(frozen=True, slots=True)
class Found:
    """One difference before it is put into words."""

    spot: Spot
    what: What
    base: Any
    ours: Any
    theirs: Any
    is_conflict: bool


class Decisions:
    """Decides value by value, following `choices` (key of a difference → side), and notes what differs."""

    def __init__(self, choices: Mapping[str, Side] | None = None) -> None:
        self._choices: Mapping[str, Side] = choices or {}
        self.found: list[Found] = []

    def choice(self, spot: Spot) -> Side | None:
        """Return what was chosen for a place, None when nothing was."""
        return self._choices.get(spot.key)

    def note(
        self, spot: Spot, what: What, base: Any, ours: Any, theirs: Any, *, is_conflict: bool = False
    ) -> None:
        """Note a difference that the outcome tells of; what is known of a record only later replaces what
        was noted of it before."""
        if what in (What.LOST, What.NEEDED):
            self.found = [entry for entry in self.found if entry.spot != spot]
        self.found.append(Found(spot, what, base, ours, theirs, is_conflict))

    def value(self, spot: Spot, base: Any, ours: Any, theirs: Any) -> Any:
        """Return one of three values: what one side changed; of two changes, and of none, ours."""
        if ours is theirs or ours == theirs or theirs == base:
            return ours
        is_conflict = ours != base
        self.note(spot, What.VALUE, base, ours, theirs, is_conflict=is_conflict)
        side = self.choice(spot) or (Side.OURS if is_conflict else Side.THEIRS)
        return ours if side is Side.OURS else theirs

    def presence(self, spot: Spot, base: Any, ours: Any, theirs: Any, *, is_changed: bool) -> bool:
        """Say whether something stays that exactly one side has; MISSING stands for having nothing.

        What was added stays and what was removed goes, unless the other side changed it (`is_changed`):
        then the two disagree, and without a choice it stays.
        """
        here = theirs is MISSING
        if base is MISSING:
            if here:
                return True
            self.note(spot, What.RECORD if not spot.path else What.VALUE, base, ours, theirs)
            return self.choice(spot) is not Side.OURS
        if not is_changed and not here:
            return False  # ours removed it
        self.note(
            spot, What.RECORD if not spot.path else What.VALUE, base, ours, theirs, is_conflict=is_changed
        )
        choice = self.choice(spot)
        if choice is None:
            return is_changed
        return (choice is Side.OURS) is here
