"""The entries of a card's menu that follow something of the step through the stream."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from vsdesigner.analysis.lens import Lens, at_step
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import icon
from vsdesigner.ui.lens.words import ICONS, title
from vsdesigner.ui.plain import menu_text


def add_follow_menu(menu: QMenu, stage: Stage, step: str) -> None:
    """Add what a step has of roles, practices, tools and activities; nothing where it has none."""
    found = at_step(stage.now, step)
    if not found:
        return
    below = menu.addMenu(icon("eye"), tr("Follow"))
    for before, lens in zip((None, *found), found, strict=False):
        if before is not None and before.kind is not lens.kind:
            below.addSeparator()
        action = QAction(icon(ICONS[lens.kind]), menu_text(title(stage.now, lens)), below)
        action.setCheckable(True)
        action.setChecked(lens == stage.session.lens)
        action.triggered.connect(_follower(stage, lens))
        below.addAction(action)


def _follower(stage: Stage, lens: Lens) -> Callable[[], None]:
    return lambda: stage.session.look_through(None if lens == stage.session.lens else lens)
