"""Walking over a stream by keyboard: along the flow, or to a connected neighbour."""

from __future__ import annotations

from collections.abc import Mapping

from vsdesigner.document.query import FORWARD_KINDS
from vsdesigner.document.snapshot import MissingRecordError, Snapshot
from vsdesigner.layout.geometry import Rect
from vsdesigner.layout.ports import Side
from vsdesigner.model.records import Placed, TerminalKind

ASIDE = 2.0  # a px to the side counts as much as two px ahead


def flow_line(view: Snapshot, stream: str) -> list[str]:
    """Return demand, the steps by number, value."""
    found = [step.id for step in view.steps(stream)]
    for kind, position in ((TerminalKind.DEMAND, 0), (TerminalKind.VALUE, len(found) + 1)):
        try:
            found.insert(position, view.terminal(stream, kind).id)
        except MissingRecordError:
            continue
    return found


def along(view: Snapshot, stream: str, present: str, by: int) -> str:
    """Return what comes `by` places behind `present` on the flow line, round its end; empty without any."""
    line = flow_line(view, stream)
    if not line:
        return ""
    if present not in line:
        return line[0] if by > 0 else line[-1]
    return line[(line.index(present) + by) % len(line)]


def neighbours(view: Snapshot, rects: Mapping[str, Rect], present: str, side: Side) -> list[str]:
    """Return the nearest connected card in a direction, then its siblings: what is connected as it is.

    Branches are siblings; what only corrections or information connect is none of a step that work goes to.
    """
    here = rects[present].center
    dx, dy = side.value
    found: dict[str, float] = {}
    ways: dict[str, tuple[bool, bool]] = {}  # leads on from here, and carries work
    for flow in (*view.outgoing(present), *view.incoming(present)):
        other = flow.target if flow.source == present else flow.source
        if other not in rects:
            continue
        there = rects[other].center
        ahead = (there.x - here.x) * dx + (there.y - here.y) * dy
        aside = abs((there.x - here.x) * dy) + abs((there.y - here.y) * dx)
        # Streams run from left to right: what lies ahead of a step mostly lies in another lane as well.
        if ahead > 0 and (aside <= ahead or dx):
            found[other] = ahead + ASIDE * aside
            ways.setdefault(other, (flow.source == present, flow.kind in FORWARD_KINDS))
    ordered = sorted(found, key=lambda id: (found[id], id))
    return [id for id in ordered if ways[id] == ways[ordered[0]]]


def nearest(rects: Mapping[str, Rect], present: str, side: Side) -> str:
    """Return the nearest card in a direction, whatever it is connected with; empty where there is none."""
    here = rects[present].center
    dx, dy = side.value
    found: dict[str, tuple[bool, float]] = {}
    for id, rect in rects.items():
        there = rect.center
        ahead = (there.x - here.x) * dx + (there.y - here.y) * dy
        aside = abs((there.x - here.x) * dy) + abs((there.y - here.y) * dx)
        if ahead > 0:
            found[id] = (aside > ahead, ahead + ASIDE * aside)  # what lies in another direction comes last
    return min(found, key=lambda id: (found[id], id), default="")


def in_next_lane(view: Snapshot, rects: Mapping[str, Rect], present: str, by: int) -> str:
    """Return the card nearest to `present` in the next lane above (-1) or below (1) that has one.

    Only steps and the ends of the stream count; empty when there is none in that direction.
    """
    lanes = [lane.id for lane in view.lanes]
    record = view.get(present, Placed)
    beyond = lanes[: lanes.index(record.lane)][::-1] if by < 0 else lanes[lanes.index(record.lane) + 1 :]
    here = rects[present].center.x
    for lane in beyond:
        there = [id for id in flow_line(view, record.stream) if view.get(id, Placed).lane == lane]
        if there:
            return min(there, key=lambda id: abs(rects[id].center.x - here))
    return ""
