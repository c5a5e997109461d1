"""When an action is possible, and which state a switch shows: pure questions to the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vsdesigner.model.records import Flow, Note, Phase, Step, Terminal
from vsdesigner.rules.verdicts import can_delete as may_delete

if TYPE_CHECKING:
    from vsdesigner.ui.actions.desk import Desk

LEAST_SCALE, LARGEST_SCALE = 0.1, 4.0


def always(desk: Desk) -> bool:
    return True


def nothing_exporting(desk: Desk) -> bool:
    return not desk.files.exporting


def can_reopen(desk: Desk) -> bool:
    return desk.files.can_reopen


def can_undo(desk: Desk) -> bool:
    return desk.session.history.canUndo()


def can_redo(desk: Desk) -> bool:
    return desk.session.history.canRedo()


def stream_shown(desk: Desk) -> bool:
    """Whether a view of the stream is shown, and not a page that stands before it."""
    return bool(desk.shown_view)


def something_selected(desk: Desk) -> bool:
    return bool(desk.session.selection)


def can_delete(desk: Desk) -> bool:
    return bool(may_delete(desk.session.now, desk.session.selection))


def can_rename(desk: Desk) -> bool:
    selected = desk.session.selected
    if not selected:
        return desk.view.can_run("lane.rename")
    return len(selected) == 1 and isinstance(selected[0], Step | Flow | Note | Phase | Terminal)


def can_zoom_in(desk: Desk) -> bool:
    return desk.view.zoom() < LARGEST_SCALE


def can_zoom_out(desk: Desk) -> bool:
    return desk.view.zoom() > LEAST_SCALE


def palette_shown(desk: Desk) -> bool:
    return desk.regions.is_shown("palette")


def outline_shown(desk: Desk) -> bool:
    return desk.regions.is_shown("outline")


def guide_shown(desk: Desk) -> bool:
    return desk.regions.is_shown("guide")


def inspector_shown(desk: Desk) -> bool:
    return desk.regions.is_shown("inspector")


def problems_shown(desk: Desk) -> bool:
    return desk.regions.is_shown("problems")


def theme_is_system(desk: Desk) -> bool:
    return desk.theme_switch.choice == "system"


def theme_is_light(desk: Desk) -> bool:
    return desk.theme_switch.choice == "light"


def theme_is_dark(desk: Desk) -> bool:
    return desk.theme_switch.choice == "dark"


def is_full_screen(desk: Desk) -> bool:
    return desk.isFullScreen()


def has_several_streams(desk: Desk) -> bool:
    return len(desk.session.now.streams) > 1


def can_move_stream_left(desk: Desk) -> bool:
    return desk.session.now.streams[0].id != desk.session.stream


def can_move_stream_right(desk: Desk) -> bool:
    return desk.session.now.streams[-1].id != desk.session.stream


def has_log_folder(desk: Desk) -> bool:
    return desk.help.log_folder is not None
