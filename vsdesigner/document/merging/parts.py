"""Merges two versions of a record or part field by field, and its lists entry by entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from vsdesigner.document.merging.decisions import ALL, Decisions, Spot, What
from vsdesigner.document.merging.outcome import Side
from vsdesigner.document.merging.sequences import line_keys, merged_order
from vsdesigner.document.merging.shapes import (
    INSEPARABLE,
    LISTS,
    MISSING,
    ORDER,
    ListShape,
    blank,
    units,
    values_of,
    with_values,
)
from vsdesigner.model.parts import Part

P = TypeVar("P", bound=Part)
Entries = dict[str, Any]


def merged_part(
    decisions: Decisions, spot: Spot, base: Part | None, ours: P, theirs: P, *, without: Iterable[str] = ()
) -> P:
    """Return both versions in one; fields in `without` (and the order of records) stay as in ours."""
    if ours is theirs or theirs is base or ours == theirs or theirs == base:
        return ours
    kind = type(ours)
    before = values_of(base) if base is not None else blank(kind)
    mine, yours = values_of(ours), values_of(theirs)
    differing = {name for name in mine.keys() | yours.keys() if _differ(mine, yours, name)}
    differing -= {ORDER, *without}
    unknown = sorted(name for name in differing if name not in kind.model_fields)
    changed: dict[str, Any] = {}
    for unit in (*units(kind), *((name,) for name in unknown)):
        if not differing.isdisjoint(unit):
            changed.update(_merged_unit(decisions, spot, kind, unit, before, mine, yours))
    return with_values(ours, changed) if changed else ours  # type: ignore[return-value]  # of ours' own type


def _differ(mine: Mapping[str, Any], yours: Mapping[str, Any], name: str) -> bool:
    own, other = mine.get(name, MISSING), yours.get(name, MISSING)
    return own is not other and bool(own != other)


def _merged_unit(
    decisions: Decisions,
    spot: Spot,
    kind: type[Part],
    unit: tuple[str, ...],
    before: Mapping[str, Any],
    mine: Mapping[str, Any],
    yours: Mapping[str, Any],
) -> Entries:
    """The fields of one unit whose merged value is not that of ours."""
    name = unit[0]
    own = [mine.get(part, MISSING) for part in unit]
    other = [yours.get(part, MISSING) for part in unit]
    old = [before.get(part, MISSING) for part in unit]
    if own == other or other == old:
        return {}
    there = spot.into(name)
    merged: Sequence[Any]
    if len(unit) > 1:
        merged = _merged_group(decisions, there, unit, old, own, other)
    elif shape := LISTS.get((kind, name)):
        merged = [merged_list(decisions, there, shape, old[0], own[0], other[0])]
    elif isinstance(own[0], dict) and isinstance(other[0], dict) and name in kind.model_fields:
        merged = [_merged_map(decisions, there, old[0], own[0], other[0])]
    else:
        merged = [decisions.value(there, old[0], own[0], other[0])]
    return {part: value for part, value, was in zip(unit, merged, own, strict=True) if value != was}


def _merged_group(
    decisions: Decisions,
    spot: Spot,
    unit: tuple[str, ...],
    old: list[Any],
    own: list[Any],
    other: list[Any],
) -> tuple[Any, ...]:
    """Fields that are told and chosen together; where each was changed by one side they are taken from both.

    A card that both pushed to the right goes as far as the farther push: both put a step in somewhere before
    it, and that nobody moved the card itself is no matter to ask about.
    """
    fields = list(zip(old, own, other, strict=True))
    if unit == ("x", "y") and MISSING not in old and min(own[0], other[0]) > old[0]:
        fields[0] = (min(own[0], other[0]), own[0], other[0])
    is_torn = any(mine not in (was, yours) and yours != was for was, mine, yours in fields)
    if is_torn or unit in INSEPARABLE:
        merged: tuple[Any, ...] = decisions.value(spot, tuple(old), tuple(own), tuple(other))
    else:
        both = tuple(mine if yours == was else yours for was, mine, yours in fields)
        merged = decisions.value(spot, tuple(own), tuple(own), both)
    return merged


def _merged_map(
    decisions: Decisions, spot: Spot, base: Any, ours: Mapping[str, Any], theirs: Mapping[str, Any]
) -> dict[str, Any]:
    old = base if isinstance(base, dict) else {}
    merged: dict[str, Any] = {}
    for key in dict.fromkeys((*ours, *theirs)):
        value = decisions.value(
            spot.into(key), old.get(key, MISSING), ours.get(key, MISSING), theirs.get(key, MISSING)
        )
        if value is not MISSING:
            merged[key] = value
    return merged


# -- lists --------------------------------------------------------------------------------------------------
def merged_list(
    decisions: Decisions, spot: Spot, shape: ListShape, base: Any, ours: Sequence[Any], theirs: Sequence[Any]
) -> tuple[Any, ...]:
    """Return both versions of a list in one: by entry, each merged, in an order that follows both sides.

    A list that would grow too long or too short that way is taken as a whole.
    """
    old = tuple(base) if base is not MISSING else ()
    noted = len(decisions.found)
    merged = _by_entry(decisions, spot, shape, old, tuple(ours), tuple(theirs))
    if shape.least <= len(merged) <= shape.most:
        return merged
    del decisions.found[noted:]
    decisions.note(spot, What.VALUE, old, tuple(ours), tuple(theirs), is_conflict=True)
    return tuple(theirs if decisions.choice(spot) is Side.THEIRS else ours)


def _by_entry(
    decisions: Decisions,
    spot: Spot,
    shape: ListShape,
    base: tuple[Any, ...],
    ours: tuple[Any, ...],
    theirs: tuple[Any, ...],
) -> tuple[Any, ...]:
    old, own, other = _keyed(shape, base, base), _keyed(shape, base, ours), _keyed(shape, base, theirs)
    if shape.key == "id":
        own, other = _unified(old, own, other)
    merged: Entries = {}
    for key in dict.fromkeys((*own, *other)):
        entry = _merged_entry(
            decisions,
            spot.into(key),
            old.get(key, MISSING),
            own.get(key, MISSING),
            other.get(key, MISSING),
        )
        if entry is not MISSING:
            merged[key] = entry
    order = merged_order(
        list(old),
        list(own),
        list(other),
        merged,
        rank=lambda key: _rank(key, merged[key]),
        choice=decisions.choice(spot.into(ALL)),
        matters=shape.matters,
    )
    if order.is_moved or order.is_torn:
        decisions.note(
            spot.into(ALL),
            What.ORDER,
            tuple(old.values()),
            tuple(own.values()),
            tuple(other.values()),
            is_conflict=order.is_torn,
        )
    return _without_doubles(shape, (base, ours, theirs), [merged[key] for key in order.keys])


def _merged_entry(decisions: Decisions, spot: Spot, old: Any, own: Any, other: Any) -> Any:
    if own is not MISSING and other is not MISSING:
        if isinstance(own, Part) and isinstance(other, Part):
            return merged_part(decisions, spot, old if isinstance(old, Part) else None, own, other)
        return decisions.value(spot, old, own, other)
    entry = other if own is MISSING else own
    is_changed = old is not MISSING and entry != old
    return entry if decisions.presence(spot, old, own, other, is_changed=is_changed) else MISSING


def _keyed(shape: ListShape, base: tuple[Any, ...], entries: tuple[Any, ...]) -> Entries:
    if shape.lines:
        return dict(zip(line_keys(base, entries), entries, strict=True))
    found: Entries = {}
    for entry in entries:
        key = str(getattr(entry, shape.key)) if shape.key else str(entry)
        again = key
        while again in found:  # the same role twice: both entries stay
            again += "+"
        found[again] = entry
    return found


def _unified(old: Entries, own: Entries, other: Entries) -> tuple[Entries, Entries]:
    """Give what both sides added, alike but for its id, the smaller id on both: it is one entry."""
    added = {key: value for key, value in own.items() if key not in old and key not in other}
    alike: dict[str, str] = {}
    for key, value in other.items():
        if added and key not in old and key not in own:
            twin = next((mine for mine, entry in added.items() if _is_twin(entry, value)), None)
            if twin is not None:
                del added[twin]
                alike[key] = alike[twin] = min(key, twin)
    return _renamed(own, alike), _renamed(other, alike)


def _is_twin(one: Part, other: Part) -> bool:
    return {**values_of(one), "id": ""} == {**values_of(other), "id": ""}


def _renamed(entries: Entries, names: Mapping[str, str]) -> Entries:
    if not names:
        return entries
    return {
        names.get(key, key): value.model_copy(update={"id": names[key]}) if key in names else value
        for key, value in entries.items()
    }


def _rank(key: str, entry: Any) -> tuple[object, ...]:
    """What comes first of two things put into one place: a task under the action above it, then the id."""
    return (-getattr(entry, "indent", 0), key)


def _without_doubles(
    shape: ListShape, versions: tuple[tuple[Any, ...], ...], merged: list[Any]
) -> tuple[Any, ...]:
    """A line that one side wrote anew and the other got by rewording stands once."""
    if not shape.lines or len(set(merged)) == len(merged):
        return tuple(merged)
    left = {line: max(version.count(line) for version in versions) for line in merged}
    found: list[Any] = []
    for line in merged:
        if left[line]:
            left[line] -= 1
            found.append(line)
    return tuple(found)
