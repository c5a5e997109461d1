"""The menus of the headers of lanes and phases; they offer only what is possible."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from vsdesigner.document.query import phase_members
from vsdesigner.layout.geometry import Point
from vsdesigner.model.records import Lane
from vsdesigner.ui.canvas import edits, lane_verbs, phase_verbs
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools.landing import add_step, place_around
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import icon
from vsdesigner.ui.lane_words import lane_title
from vsdesigner.ui.plain import menu_text

Do = Callable[[], object]


def lane_menu(stage: Stage, lane: str) -> QMenu:
    """Return the menu of a lane's header. It deletes itself."""
    menu = _new_menu(stage)
    name = menu_text(lane_title(stage.now.get(lane, Lane)))
    _add(menu, tr("Rename Lane"), lambda: lane_verbs.rename(stage, lane), "rename", "F2")
    _add(menu, tr("Add {activity} Step").format(activity=name), lambda: _add_step(stage, lane), "add")
    if lane_verbs.has_members(stage, lane):
        _add(menu, tr("Select Steps of Lane"), lambda: lane_verbs.select_steps(stage, lane), "select_all")
    menu.addSeparator()
    if lane_verbs.can_move(stage, lane, -1):
        _add(menu, tr("Move Lane Up"), lambda: lane_verbs.move(stage, lane, -1), "up", "Alt+Shift+Up")
    if lane_verbs.can_move(stage, lane, 1):
        _add(menu, tr("Move Lane Down"), lambda: lane_verbs.move(stage, lane, 1), "down", "Alt+Shift+Down")
    menu.addSeparator()
    if lane_verbs.is_collapsed(stage, lane):
        _add(menu, tr("Expand Lane"), lambda: lane_verbs.expand(stage, lane), "expand", "Alt+Shift+Right")
    elif lane_verbs.can_collapse(stage, lane):
        collapse = partial(lane_verbs.collapse, stage, lane)
        _add(menu, tr("Collapse Lane"), collapse, "closed", "Alt+Shift+Left")
    if lane_verbs.has_own_height(stage, lane):
        _add(menu, tr("Automatic Height"), lambda: lane_verbs.set_automatic_height(stage, lane), "reset")
    return menu


def phase_menu(stage: Stage, phase: str, x: float) -> QMenu:
    """Return the menu of a phase's header, or of the free room at scene `x`. It deletes itself."""
    menu = _new_menu(stage)
    if not phase:
        _add(menu, tr("Add Phase Here"), lambda: phase_verbs.add_around(stage, x), "add")
        return menu
    _add(menu, tr("Rename"), lambda: stage.header_naming.begin(phase), "rename", "F2")
    if phase_members(stage.now, phase):
        select = partial(phase_verbs.select_members, stage, phase)
        _add(menu, tr("Select Steps of Phase"), select, "select_all")
    _add(menu, tr("Delete"), lambda: edits.delete(stage.session, (phase,), heal=False), "delete", "Del")
    return menu


def _add_step(stage: Stage, lane: str) -> None:
    band = stage.layout.band(lane)
    add_step(stage, place_around(stage, Point(stage.visible.center.x, band.top + band.height / 2)))


def _new_menu(stage: Stage) -> QMenu:
    menu = QMenu(stage.view)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _add(menu: QMenu, text: str, do: Do, glyph: str = "", keys: str = "") -> QAction:
    action = QAction(text, menu)
    if glyph:
        action.setIcon(icon(glyph))
    if keys:
        action.setShortcut(QKeySequence(keys))
        action.setShortcutVisibleInContextMenu(True)
    # After the menu has gone: what it does may move the focus or open an editor.
    action.triggered.connect(lambda: do())
    menu.addAction(action)
    return action
