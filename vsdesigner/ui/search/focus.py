"""Remembers which widget had the keyboard before something opened, and gives it back."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


class FocusKeeper:
    """Belongs to a widget that takes the keyboard for a while."""

    def __init__(self, owner: QWidget) -> None:
        self._owner = owner
        self._before: QWidget | None = None

    def remember(self) -> None:
        """Note who has the keyboard now, unless it is inside of the owner already."""
        now = QApplication.focusWidget()
        if now is None or not (now is self._owner or self._owner.isAncestorOf(now)):
            self._before = now

    def restore(self) -> bool:
        """Give the keyboard back; False when who had it is gone or hidden."""
        before, self._before = self._before, None
        if before is None or not shiboken6.isValid(before) or not before.isVisible():
            return False
        before.setFocus(Qt.FocusReason.PopupFocusReason)
        return True
