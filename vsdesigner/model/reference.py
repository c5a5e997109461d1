"""The method's reference data: the six activities and the catalogue of practices (ITIL 4 names)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from vsdesigner.model.parts import Facet
from vsdesigner.model.records import Lane
from vsdesigner.resource import resource_path


@dataclass(frozen=True, slots=True)
class CatalogPractice:
    """A practice of the catalogue; `contribution` grades it per activity id: 2 strong, 1 some, 0 little."""

    id: str
    name: str
    group: str
    aliases: tuple[str, ...]
    contribution: dict[str, int]


def _read(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(resource_path("reference", name).read_text(encoding="utf-8"))
    return rows


@cache
def default_lanes() -> tuple[Lane, ...]:
    """Return the six activities in the order that gives few crossings."""
    return tuple(
        Lane(
            id=row["id"],
            name=row["name"],
            color=row["color"],
            purpose=row["purpose"],
            order=order,
            facets=tuple(Facet(**facet) for facet in row["facets"]),
        )
        for order, row in enumerate(_read("activities.json"))
    )


@cache
def lane_aliases() -> dict[str, str]:
    """Return casefolded activity names and their other spellings → lane id."""
    return {
        spelling.casefold(): row["id"]
        for row in _read("activities.json")
        for spelling in (row["name"], *row["aliases"])
    }


@cache
def practice_catalog() -> dict[str, CatalogPractice]:
    """Return the catalogue's practices by id, in the order of the catalogue."""
    return {
        row["id"]: CatalogPractice(
            row["id"], row["name"], row["group"], tuple(row["aliases"]), dict(row["contribution"])
        )
        for row in _read("practices.json")
    }
