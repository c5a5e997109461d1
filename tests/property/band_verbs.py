"""The verbs on lanes and phases, for the machine of `test_editor`."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from vsdesigner.commands import lanes, phases
from vsdesigner.document.draft import Draft
from vsdesigner.document.query import lane_members

names = st.sampled_from(("Design", "", "=cmd()", "مرحبا", "x" * 500))
places = st.integers(-500, 3000)
widths = st.integers(-50, 1500)
heights = st.integers(-50, 900)


def _lane(draft: Draft, data: st.DataObject) -> str:
    return data.draw(st.sampled_from([lane.id for lane in draft.view.lanes]))


def _phase(draft: Draft, stream: str, data: st.DataObject) -> str:
    if not draft.view.phases(stream):
        phases.add(draft, stream, 0, 200)
    return data.draw(st.sampled_from([phase.id for phase in draft.view.phases(stream)]))


def reorder_lane(draft: Draft, stream: str, data: st.DataObject) -> None:
    lanes.reorder(draft, _lane(draft, data), data.draw(st.integers(-1, 8)))


def update_lane(draft: Draft, stream: str, data: st.DataObject) -> None:
    lanes.update(draft, _lane(draft, data), purpose=data.draw(names))


def rename_lane(draft: Draft, stream: str, data: st.DataObject) -> None:
    lanes.rename(draft, _lane(draft, data), data.draw(names))


def set_lane_height(draft: Draft, stream: str, data: st.DataObject) -> None:
    lanes.set_height(draft, stream, _lane(draft, data), data.draw(st.none() | heights))


def balance_lanes(draft: Draft, stream: str, data: st.DataObject) -> None:
    upper, lower = draft.view.lanes[:2]
    both = data.draw(st.integers(120, 600))
    lanes.balance(draft, stream, upper.id, lower.id, data.draw(heights), both)


def collapse_lane(draft: Draft, stream: str, data: st.DataObject) -> None:
    lane = _lane(draft, data)
    collapsed = data.draw(st.booleans()) and not lane_members(draft.view, stream, lane)
    lanes.collapse(draft, stream, lane, collapsed)


def add_phase(draft: Draft, stream: str, data: st.DataObject) -> None:
    phases.add(draft, stream, data.draw(places), data.draw(widths), data.draw(names))


def update_phase(draft: Draft, stream: str, data: st.DataObject) -> None:
    phases.update(draft, (_phase(draft, stream, data),), name=data.draw(names))


def resize_phase(draft: Draft, stream: str, data: st.DataObject) -> None:
    phases.resize(draft, _phase(draft, stream, data), data.draw(places), data.draw(widths))


def move_phase(draft: Draft, stream: str, data: st.DataObject) -> None:
    phases.move(draft, _phase(draft, stream, data), data.draw(places), with_steps=data.draw(st.booleans()))


VERBS: dict[Callable[[Draft, str, st.DataObject], None], tuple[Callable[..., object], ...]] = {
    reorder_lane: (lanes.reorder,),
    update_lane: (lanes.update,),
    rename_lane: (lanes.rename,),
    set_lane_height: (lanes.set_height,),
    balance_lanes: (lanes.balance,),
    collapse_lane: (lanes.collapse,),
    add_phase: (phases.add,),
    update_phase: (phases.update,),
    resize_phase: (phases.resize,),
    move_phase: (phases.move,),
}
