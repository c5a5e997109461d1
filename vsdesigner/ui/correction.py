"""What is told about a text that is still being typed: one message, which goes when the text is settled."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Correction(QObject):
    """Goes with `Session.tell` in the place of what its action does: the message then replaces the one that
    the same correction told before, and goes with `over`."""

    over = Signal()
