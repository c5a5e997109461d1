"""Writes down walks in a few letters, for tests of journeys."""

from __future__ import annotations

from tests.graph import STREAM, graph
from vsdesigner.analysis.journey import Journey, StopKind


def journey(flows: str, at: str = "") -> Journey:
    return Journey(graph(flows, at=at), STREAM)


def path(found: Journey) -> str:
    return "".join(found.path)


def ways(found: Journey) -> str:
    """The targets that may follow, ``.`` for the closing."""
    return "".join(way.target or "." for way in found.ways)


def trail(found: Journey) -> str:
    """The stops as shown: ``(`` is the opening, ``)`` the closing."""
    signs = {StopKind.OPENING: "(", StopKind.CLOSING: ")"}
    return "".join(signs.get(stop.kind, stop.id) for stop in found.trail)


def take(found: Journey, target: str) -> None:
    assert found.next(ways(found).index(target or "."))


def walk(found: Journey) -> str:
    """Walk on to the closing without a choice and return the trail."""
    while found.next():
        assert len(found.trail) < 200
    return trail(found)
