"""Going to a step by its number, and choosing a way at a fork by a digit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from vsdesigner.ui.i18n import tr

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

PATIENCE_MS = 4_000  # after the last digit
MOST_DIGITS = 6


class Numbers(QObject):
    """Takes digits. At a fork one digit takes that way; elsewhere they collect until Enter goes there.

    After `begin` they collect also at a fork.
    """

    def __init__(self, window: PresentWindow) -> None:
        super().__init__(window)
        self._window = window
        self._typed = ""
        self._collecting = False
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self.forget)
        window.state.moved.connect(self.forget)
        window.add_leaver(1, self._leave)

    @property
    def typed(self) -> str:
        """The digits so far."""
        return self._typed

    def begin(self) -> None:
        """Collect a number, whatever one digit would do."""
        self._collecting = True
        self._say()

    def forget(self) -> None:
        """Start afresh."""
        self._patience.stop()
        self._typed, self._collecting = "", False

    def takes(self, key: str) -> bool:
        """Use a key if it is about numbers, and say so."""
        state = self._window.state
        ways = state.journey.ways
        if len(key) == 1 and key in "0123456789":
            if not self._collecting and not self._typed and len(ways) > 1 and 1 <= int(key) <= len(ways):
                state.next(int(key) - 1)
                return True
            self._typed = (self._typed + key)[-MOST_DIGITS:]
            self._say()
            return True
        if key == "Return" and self._typed:
            self._go()
            return True
        if key == "Backspace" and self._typed:
            self._typed = self._typed[:-1]
            self._say()
            return True
        return False

    def _say(self) -> None:
        self._patience.start()
        self._window.state.said.emit(tr("Go to step {number}  ⏎").format(number=self._typed or "…"))

    def _go(self) -> None:
        state, wanted = self._window.state, int(self._typed)
        self.forget()
        for step in state.view.steps(state.stream):
            if state.view.number(step.id) == wanted:
                state.go_to(step.id)
                return
        state.said.emit(tr("There is no step {number}.").format(number=wanted))

    def _leave(self) -> bool:
        there = bool(self._typed) or self._collecting
        self.forget()
        return there
