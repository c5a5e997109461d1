"""Shows and hides what lies over a whole presentation and takes the keys while it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow


def show_cover(window: PresentWindow, cover: QWidget, *, on: bool) -> bool:
    """Show or hide a cover, keys and all; say whether it was the other way before.

    The window need not be the one in front: a presenter's window sends its keys here.
    """
    if on is not cover.isHidden():
        return False
    if on:
        cover.show()
        cover.setFocus()
        return True
    had_keys = window.focusWidget() is cover
    cover.hide()
    if had_keys:
        window.setFocus()
    return True
