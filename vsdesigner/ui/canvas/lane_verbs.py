"""What menus and keys do with lanes: with the one whose header is chosen, else that of the selection."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from vsdesigner.document.query import lane_members
from vsdesigner.layout.geometry import Rect
from vsdesigner.model.records import Placed
from vsdesigner.ui.canvas import lane_edits
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.verb import CanvasVerb
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.painting.lanes import steps_text

LaneDo = Callable[[Stage, str], object]
LaneCan = Callable[[Stage, str], bool]


def current_lane(stage: Stage) -> str:
    """Return the lane that commands on lanes mean now, or nothing."""
    chosen = stage.view.headers.chosen
    if chosen and chosen in stage.now:
        return chosen
    for id in reversed(stage.session.selection):
        record = stage.now.find(id)
        if isinstance(record, Placed):
            return record.lane
    return ""


def move(stage: Stage, lane: str, by: int) -> None:
    """Move a lane up (-1) or down (1) and keep it in view."""
    ids = [other.id for other in stage.now.lanes]
    lane_edits.reorder_lane(stage.session, lane, ids.index(lane) + by)
    _reveal(stage, lane)


def can_move(stage: Stage, lane: str, by: int) -> bool:
    """Whether there is a lane to change places with."""
    ids = [other.id for other in stage.now.lanes]
    return 0 <= ids.index(lane) + by < len(ids)


def rename(stage: Stage, lane: str) -> None:
    """Edit the name of a lane in its header."""
    _reveal(stage, lane)
    stage.header_naming.begin(lane)


def select_steps(stage: Stage, lane: str) -> None:
    """Select everything that stands in a lane."""
    members = lane_members(stage.now, stage.session.stream, lane)
    stage.session.select(member.id for member in members)


def has_members(stage: Stage, lane: str) -> bool:
    """Whether anything stands in a lane."""
    return bool(lane_members(stage.now, stage.session.stream, lane))


def is_collapsed(stage: Stage, lane: str) -> bool:
    """Whether a lane is shown as its header only."""
    return stage.layout.band(lane).collapsed


def can_collapse(stage: Stage, lane: str) -> bool:
    """Whether a lane is open and empty."""
    return not is_collapsed(stage, lane) and not has_members(stage, lane)


def collapse(stage: Stage, lane: str) -> None:
    """Collapse a lane to its header."""
    lane_edits.collapse(stage.session, (lane,), True)


def expand(stage: Stage, lane: str) -> None:
    """Show a lane in full again."""
    lane_edits.collapse(stage.session, (lane,), False)


def set_automatic_height(stage: Stage, lane: str) -> None:
    """Let the content of a lane decide its height."""
    lane_edits.set_height(stage.session, lane, None)


def has_own_height(stage: Stage, lane: str) -> bool:
    """Whether somebody gave a lane its height."""
    return lane_edits.has_own_height(stage.now, stage.session.stream, lane)


def _on_current(do: LaneDo, can: LaneCan | None = None) -> CanvasVerb:
    def run(stage: Stage) -> None:
        do(stage, current_lane(stage))

    def may(stage: Stage) -> bool:
        lane = current_lane(stage)
        return lane != "" and (can is None or can(stage, lane))

    return CanvasVerb(run, may)


def _mover(by: int) -> CanvasVerb:
    return _on_current(
        lambda stage, lane: move(stage, lane, by), lambda stage, lane: can_move(stage, lane, by)
    )


def choose(stage: Stage, lane: str) -> None:
    """Choose a header instead of steps, for the commands on lanes, and show it."""
    stage.session.select(())
    stage.view.headers.choose(lane)
    _reveal(stage, lane)
    stage.session.said.emit(spoken(stage, lane))


def spoken(stage: Stage, lane: str) -> str:
    """Return what is said of a lane: ``Lane 2 of 6, Plan, 1 step``, and whether it is collapsed."""
    bands = stage.scene.drawing.bands
    index = [band.lane for band in bands].index(lane)
    band = bands[index]
    sentence = tr("Lane {number} of {count}, {name}, {steps}, collapsed")
    if not band.collapsed:
        sentence = tr("Lane {number} of {count}, {name}, {steps}")
    return sentence.format(number=index + 1, count=len(bands), name=band.name, steps=steps_text(band.steps))


def choose_beside(stage: Stage, by: int) -> bool:
    """Choose the header of the lane above (-1) or below (1); without a lane, the first or the last."""
    ids, present = [lane.id for lane in stage.now.lanes], current_lane(stage)
    index = ids.index(present) + by if present else (0 if by > 0 else len(ids) - 1)
    choose(stage, ids[max(0, min(index, len(ids) - 1))])
    return True


def _chooser(by: int) -> CanvasVerb:
    return CanvasVerb(lambda stage: choose_beside(stage, by))


def _leave(stage: Stage) -> None:
    choose(stage, current_lane(stage) or stage.now.lanes[0].id)


def _enter(stage: Stage, lane: str) -> None:
    first = min(lane_members(stage.now, stage.session.stream, lane), key=lambda member: (member.x, member.id))
    stage.session.select((first.id,))
    stage.camera.reveal(stage.rect(first.id))
    stage.view.setFocus()  # "into the lane": the next keys are meant for the step


def _collapse_empty(stage: Stage) -> None:
    lanes = lane_edits.foldable_lanes(stage.now, stage.session.stream)
    lane_edits.collapse(stage.session, lanes, True)


def _expand_all(stage: Stage) -> None:
    lanes = lane_edits.folded_lanes(stage.now, stage.session.stream)
    lane_edits.collapse(stage.session, lanes, False)


def _reveal(stage: Stage, lane: str) -> None:
    band, seen = stage.layout.band(lane), stage.visible
    if not (seen.y <= band.top and band.bottom <= seen.bottom):
        stage.camera.reveal(Rect(seen.x + seen.width / 2, band.top, 1.0, band.height))


LANE_VERBS: Mapping[str, CanvasVerb] = {
    "lane.rename": _on_current(rename),
    "lane.move_up": _mover(-1),
    "lane.move_down": _mover(1),
    "lane.collapse": _on_current(collapse, can_collapse),
    "lane.expand": _on_current(expand, is_collapsed),
    "lane.automatic_height": _on_current(set_automatic_height, has_own_height),
    "lane.select_steps": _on_current(select_steps, has_members),
    "lane.collapse_empty": CanvasVerb(
        _collapse_empty,
        lambda stage: bool(lane_edits.foldable_lanes(stage.now, stage.session.stream)),
    ),
    "lane.expand_all": CanvasVerb(
        _expand_all, lambda stage: bool(lane_edits.folded_lanes(stage.now, stage.session.stream))
    ),
    "lane.leave": CanvasVerb(_leave),
    "lane.enter": _on_current(_enter, has_members),
    "lane.choose_previous": _chooser(-1),
    "lane.choose_next": _chooser(1),
}
