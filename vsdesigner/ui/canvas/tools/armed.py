"""What a tool is that was chosen beforehand: it waits for the hand, and holds the keys until it is left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from vsdesigner.ui.canvas.tools.gesture import Gesture, Pointer


class Armed:
    """Base of these tools. `leave` is called exactly once, whatever ends it."""

    #: The action that armed it; a switch shows it as on.
    action = ""
    cursor = Qt.CursorShape.ArrowCursor

    def hover(self, pointer: Pointer) -> None:
        """The pointer moved with no button down."""

    def away(self) -> None:
        """The pointer left the view."""

    def begin(self, pointer: Pointer) -> Gesture:
        """The left button went down: return what it begins."""
        return Gesture()

    def key(self, event: QKeyEvent) -> bool:
        """A key went down; say whether it was used. Esc leaves without being asked here."""
        return False

    def leave(self) -> None:
        """Show nothing any more."""
