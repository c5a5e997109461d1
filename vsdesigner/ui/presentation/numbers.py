"""Going to a step by its number, and choosing a way at a fork by a digit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from vsdesigner.ui.i18n import tr

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

PATIENCE_MS = 4_000  # after the last digit
SECOND_THOUGHT_MS = 1_200  # in which the digit that took a way may turn out to begin a number
MOST_DIGITS = 6


class Numbers(QObject):
    """Takes digits. At a fork one digit takes that way; elsewhere they collect until Enter goes there.

    When another digit or Enter follows at once, and there are steps with such a number, the way is taken
    back: the digit began that number. After `begin` digits collect also at a fork.
    """

    def __init__(self, window: PresentWindow) -> None:
        super().__init__(window)
        self._window = window
        self._typed = ""
        self._collecting = False
        self._taken = ""
        self._second_thought = QTimer(self, singleShot=True, interval=SECOND_THOUGHT_MS)
        self._second_thought.timeout.connect(self._settle)
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
        self._settle()
        if self._typed or self._collecting:
            self._window.state.said.emit("")  # what it said of them
        self._typed, self._collecting = "", False

    def takes(self, key: str) -> bool:
        """Use a key if it is about numbers, and say so."""
        if self._taken:
            self._think_again(key)
        if len(key) == 1 and key in "0123456789":
            if not self._collecting and not self._typed and self._takes_way(key):
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

    def _takes_way(self, digit: str) -> bool:
        """Take the way of this number at a fork; say if there is one."""
        state = self._window.state
        ways = state.journey.ways
        if len(ways) < 2 or not 1 <= int(digit) <= len(ways):
            return False
        state.next(int(digit) - 1)  # whatever moves forgets what was taken before
        self._taken = digit
        self._second_thought.start()
        return True

    def _think_again(self, key: str) -> None:
        """What follows the digit of a way at once may make it the beginning of a number."""
        digit = self._taken
        self._settle()
        state = self._window.state
        numbers = [str(state.view.number(step.id)) for step in state.view.steps(state.stream)]
        ends = key == "Return" and digit in numbers
        goes_on = len(key) == 1 and key in "0123456789"
        if ends or (goes_on and any(number.startswith(digit + key) for number in numbers)):
            state.back()
            self._typed = digit

    def _settle(self) -> None:
        """The way that was taken stays taken."""
        self._second_thought.stop()
        self._taken = ""

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
