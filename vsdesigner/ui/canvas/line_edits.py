"""The verbs of the canvas on lines: each one is one named step back, worded for people."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple

from vsdesigner.commands import flows, room, steps
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import Bend, LabelPlace
from vsdesigner.model.place import Place
from vsdesigner.model.records import Flow
from vsdesigner.ui.canvas.edits import spoken
from vsdesigner.ui.i18n import tr, tr_count
from vsdesigner.ui.session import Session


class Landing(NamedTuple):
    """Where a step is put into a flow: its place, what has to go how far, the corners that lie before it."""

    flow: str
    place: Place
    cut: float
    push: float
    bends_before: int


def insert_new(session: Session, landing: Landing, key: Hashable) -> str:
    """Add a step in the middle of a flow; edits with the same `key` join this one. Returns the step's id."""
    with session.edit(_insert_label(session.now, landing.flow, tr("a step")), key) as draft:
        _make_room(draft, session.stream, landing, ())
        id = steps.add(draft, session.stream, landing.place)
        flows.insert(draft, landing.flow, id, bends_before=landing.bends_before)
    return id


def insert_step(session: Session, step: str, landing: Landing) -> None:
    """Put a step that is there already into a flow; the rules were asked before."""
    with session.edit(_insert_label(session.now, landing.flow, spoken(session.now, step))) as draft:
        _make_room(draft, session.stream, landing, (step,))
        steps.place(draft, {step: landing.place})
        flows.insert(draft, landing.flow, step, bends_before=landing.bends_before)


def _make_room(draft: Draft, stream: str, landing: Landing, ignoring: Sequence[str]) -> None:
    if landing.push:
        room.make_room(draft, stream, landing.cut, landing.push, ignoring=ignoring)


def _insert_label(view: Snapshot, flow: str, what: str) -> str:
    line = view.get(flow, Flow)
    return tr("Insert {step} between {source} and {target}").format(
        step=what, source=spoken(view, line.source), target=spoken(view, line.target)
    )


def bend(session: Session, flow: str, bends: Sequence[Bend], key: Hashable | None = None) -> None:
    """Lead a flow through corners made by hand; none of them lets it find its way by itself again."""
    with session.edit(tr("Bend flow"), key) as draft:
        flows.bend(draft, flow, bends)


def reset_routes(session: Session, ids: Sequence[str], *, everywhere: bool = False) -> None:
    """Forget what was made by hand of these flows; `everywhere`: nobody pointed at them, so it is said."""
    label = tr_count("Reset route", "Reset {count} routes", len(ids))
    if everywhere:
        label = tr_count("Reset the route of 1 flow", "Reset the routes of {count} flows", len(ids))
    with session.edit(label) as draft:
        flows.reset_routes(draft, ids)
    if everywhere:
        session.said.emit(label)


def reverse(session: Session, flow: str) -> None:
    """Let a flow lead the other way; the rules were asked before."""
    with session.edit(tr("Reverse flow")) as draft:
        flows.reverse(draft, flow)


def reconnect(session: Session, flow: str, card: str, *, at_target: bool, side: str = "") -> None:
    """Lead a flow to another card, or from it, pinned to one of its sides; the rules were asked before."""
    label = tr("Lead flow to {card}") if at_target else tr("Lead flow from {card}")
    with session.edit(label.format(card=spoken(session.now, card))) as draft:
        if at_target:
            flows.reconnect(draft, flow, target=card, target_side=side)
        else:
            flows.reconnect(draft, flow, source=card, source_side=side)


def pin(session: Session, flow: str, *, at_target: bool, side: str) -> None:
    """Keep an end of a flow at one side of its card, or let it float when the side is empty."""
    line = session.now.get(flow, Flow)
    label = tr("Pin end of flow") if side else tr("Let end of flow float")
    with session.edit(label) as draft:
        if at_target:
            flows.reconnect(draft, flow, target=line.target, target_side=side)
        else:
            flows.reconnect(draft, flow, source=line.source, source_side=side)


def place_label(session: Session, flow: str, place: LabelPlace) -> None:
    """Put the label of a flow elsewhere along or beside its line."""
    with session.edit(tr("Move label")) as draft:
        flows.update(draft, (flow,), label_place=place)


def led_by_hand(view: Snapshot, ids: Iterable[str]) -> list[str]:
    """Return the flows among these of which something was made by hand."""
    found = (view.find(id) for id in ids)
    return [flow.id for flow in found if isinstance(flow, Flow) and flows.is_led_by_hand(flow)]
