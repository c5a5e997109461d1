"""What menus, keys and the context menu can do with flows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from vsdesigner.layout.gaps import nearest
from vsdesigner.layout.geometry import Point
from vsdesigner.model.records import Flow, FlowKind, TerminalKind
from vsdesigner.rules.verdicts import can_reverse
from vsdesigner.ui.canvas import edits, line_edits
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools.insert import around_point, insert_in_the_middle, insert_new
from vsdesigner.ui.canvas.verb import CanvasVerb
from vsdesigner.ui.i18n import tr

NEAR = 20.0  # px on screen from a line within which a place on it was meant


def _select_next(stage: Stage) -> None:
    """Select a flow of the selected step, pressed again the next one of the same step; from a flow that was
    selected otherwise, those of its start."""
    now, session = stage.now, stage.session
    chosen = stage.single_flow()
    anchor = _gone_round(stage, now.get(chosen, Flow)) if chosen else stage.single_card()
    if not anchor:
        anchor = now.terminal(session.stream, TerminalKind.DEMAND).id
    found = [flow.id for flow in (*now.outgoing(anchor), *now.incoming(anchor))]
    if not found:
        session.tell(tr("No flow leads from this step or to it."))
        return
    following = found[(found.index(chosen) + 1) % len(found)] if chosen else found[0]
    stage.gone_round = (following, anchor)
    session.reveal((following,))


def _gone_round(stage: Stage, flow: Flow) -> str:
    """The card whose flows are gone through, while `flow` is still one of them."""
    last, anchor = stage.gone_round
    return anchor if last == flow.id and anchor in (flow.source, flow.target) else flow.source


def _insert(stage: Stage) -> None:
    insert_in_the_middle(stage, stage.single_flow())


def _has_single_flow(stage: Stage) -> bool:
    return bool(stage.single_flow())


def _routes(stage: Stage) -> list[str]:
    """The flows that are selected; else those of the selected steps; else all of the stream."""
    session = stage.session
    if not session.selection:
        return [flow.id for flow in stage.now.flows(session.stream)]
    chosen = [id for id in session.selection if id in stage.layout.routes]
    if chosen:
        return chosen
    joined = {
        flow.id: None
        for id in session.selection
        for flow in (*stage.now.outgoing(id), *stage.now.incoming(id))
    }
    return list(joined)


def _reset(stage: Stage) -> None:
    everywhere = not stage.session.selection
    ids = line_edits.led_by_hand(stage.now, _routes(stage))
    if ids:
        line_edits.reset_routes(stage.session, ids, everywhere=everywhere)
    else:
        stage.session.tell(tr("These flows find their way by themselves already."))


def _has_routes(stage: Stage) -> bool:
    return bool(stage.layout.routes)


def _reverse(stage: Stage) -> None:
    line_edits.reverse(stage.session, stage.single_flow())


def _can_reverse(stage: Stage) -> bool:
    flow = stage.single_flow()
    return bool(flow) and bool(can_reverse(stage.now, flow))


def _selected_flows(stage: Stage) -> list[Flow]:
    return [record for record in stage.session.selected if isinstance(record, Flow)]


def _has_flows(stage: Stage) -> bool:
    return bool(_selected_flows(stage))


def _kind_verb(kind: FlowKind) -> CanvasVerb:
    def do(stage: Stage) -> None:
        edits.set_kind(stage.session, [flow.id for flow in _selected_flows(stage)], kind)

    def on(stage: Stage) -> bool:
        return {flow.kind for flow in _selected_flows(stage)} == {kind}

    return CanvasVerb(do, _has_flows, on)


LINES: Mapping[str, CanvasVerb] = {
    "flow.select_next": CanvasVerb(_select_next, _has_routes),
    "flow.insert_step": CanvasVerb(_insert, _has_single_flow),
    "flow.reset_route": CanvasVerb(_reset, _has_routes),
    "flow.reverse": CanvasVerb(_reverse, _can_reverse),
    **{f"flow.make_{kind.value}": _kind_verb(kind) for kind in FlowKind},
}


class Entry(NamedTuple):
    """An entry of the context menu."""

    text: str
    do: Callable[[], object]
    icon: str
    keys: str = ""


def entries_of_flow(stage: Stage, flow: str, point: Point) -> list[Entry]:
    """Return what the menu over a flow offers beside its label and kind, clicked at `point`."""

    def insert() -> None:
        near = nearest(stage.layout.routes[flow].points, point)[0] * stage.scale <= NEAR
        if near:
            insert_new(stage, flow, around_point(point))
        else:
            insert_in_the_middle(stage, flow)

    found = [Entry(tr("Insert Step into Flow"), insert, "insert", "Ins")]
    if can_reverse(stage.now, flow):
        found.append(Entry(tr("Reverse Flow"), lambda: line_edits.reverse(stage.session, flow), "reverse"))
    return found


def entries_of_flows(stage: Stage, ids: list[str]) -> list[Entry]:
    """Return what the menu over several flows offers, or over one."""
    changed = line_edits.led_by_hand(stage.now, ids)
    if not changed:
        return []
    reset = partial(line_edits.reset_routes, stage.session, changed)
    return [Entry(tr("Reset Route"), reset, "reset", "Alt+Shift+R")]
