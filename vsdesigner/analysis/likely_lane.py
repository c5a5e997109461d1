"""Which activity probably comes next: what this document does after one, then what streams usually do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from vsdesigner.document.query import FORWARD_KINDS
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Placed, Step, Terminal

START = ""  # before the first step

#: Activity → what usually follows it, the likeliest first. Our own composition; lanes are data, so it only
#: sorts those that a document has, and any other order is as legal.
USUAL: Mapping[str, tuple[str, ...]] = {
    START: ("engage", "plan", "deliver_and_support", "design_and_transition", "improve", "obtain_build"),
    "engage": ("deliver_and_support", "plan", "design_and_transition", "improve", "obtain_build"),
    "plan": ("design_and_transition", "engage", "obtain_build", "improve", "deliver_and_support"),
    "design_and_transition": ("obtain_build", "deliver_and_support", "engage", "plan", "improve"),
    "obtain_build": ("design_and_transition", "deliver_and_support", "engage", "plan", "improve"),
    "deliver_and_support": ("engage", "improve", "design_and_transition", "obtain_build", "plan"),
    "improve": ("plan", "engage", "design_and_transition", "deliver_and_support", "obtain_build"),
}


def likely_lanes(view: Snapshot, stream: str, after: str = "") -> list[str]:
    """Return the ids of all lanes, the likeliest for the step behind the card `after` first.

    `after` is a step, demand or value of the stream, or nothing for the first step. What the flows of the
    document do counts before what is usual, this stream before the others; the rest keeps its order.
    """
    present = _activity(view, after)
    here, elsewhere = _followers(view, stream, present)
    usual = USUAL.get(present, ())
    lanes = [lane.id for lane in view.lanes]

    def rank(lane: str) -> tuple[int, int, int, int]:
        known = usual.index(lane) if lane in usual else len(usual)
        return -here[lane], -elsewhere[lane], known, lanes.index(lane)

    return sorted(lanes, key=rank)


def _activity(view: Snapshot, id: str) -> str:
    """The lane of a step; nothing for the ends of a stream, which only stand in one."""
    record = view.find(id)
    return record.lane if isinstance(record, Placed) and not isinstance(record, Terminal) else START


def _followers(view: Snapshot, stream: str, lane: str) -> tuple[Counter[str], Counter[str]]:
    """How often work goes from an activity into each one, in this stream and in the others."""
    here: Counter[str] = Counter()
    elsewhere: Counter[str] = Counter()
    for each in view.streams:
        counted = here if each.id == stream else elsewhere
        for flow in view.flows(each.id):
            target = view.find(flow.target)
            if (
                flow.kind in FORWARD_KINDS
                and isinstance(target, Step)
                and _activity(view, flow.source) == lane
            ):
                counted[target.lane] += 1
    return here, elsewhere
