"""Brings documents of older versions to the present one, step by step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Version = tuple[int, int]
Tree = dict[str, Any]


class NoWayError(LookupError):
    """No chain of migrations leads from this version to the present one."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: `change` takes the parsed file of the older version and returns that of version `to`."""

    to: Version
    change: Callable[[Tree], Tree]


#: From which version → the step that leaves it. A minor version that only adds fields needs none.
MIGRATIONS: dict[Version, Migration] = {}


def migrate(tree: Tree, version: Version, present: Version) -> Tree:
    """Return the tree as the present version has it; raises `NoWayError` when there is no chain.

    A tree of the same major version needs no chain: missing fields have their defaults.
    """
    while version in MIGRATIONS and version < present:
        step = MIGRATIONS[version]
        tree, version = step.change(tree), step.to
    if version[0] < present[0]:
        raise NoWayError(version)
    return tree
