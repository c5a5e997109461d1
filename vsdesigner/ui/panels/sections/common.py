"""What several records have in common, and how a change of that reaches each of them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

Key = Callable[[Any], Hashable]


def same(values: Sequence[Any]) -> bool:
    """Say whether all values are equal."""
    return all(value == values[0] for value in values[1:])


def _itself(entry: Any) -> Hashable:
    key: Hashable = entry
    return key


def in_common(lists: Sequence[Sequence[Any]], key: Key = _itself) -> tuple[Any, ...]:
    """Return the entries of the first list whose key is in all the others."""
    if not lists:
        return ()
    others = [{key(entry) for entry in entries} for entries in lists[1:]]
    return tuple(entry for entry in lists[0] if all(key(entry) in keys for keys in others))


def carried_over(
    own: Sequence[Any], shown: Sequence[Any], wanted: Sequence[Any], key: Key = _itself
) -> tuple[Any, ...]:
    """Return one record's list after what was `shown` for several became `wanted`.

    Removed entries go, changed ones change, new ones come at the end; the rest stays as it is here.
    """
    before = {key(entry): entry for entry in shown}
    after = {key(entry): entry for entry in wanted}
    found: list[Any] = []
    for entry in own:
        name = key(entry)
        if name in before and name not in after:
            continue
        changed = name in after and (name not in before or after[name] != before[name])
        found.append(after[name] if changed else entry)
    present = {key(entry) for entry in own}
    found += [entry for name, entry in after.items() if name not in before and name not in present]
    return tuple(found)
