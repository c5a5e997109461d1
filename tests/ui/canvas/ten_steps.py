"""Draws a stream of ten steps by key events alone and counts every key that goes down."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from vsdesigner.model.records import TerminalKind
from vsdesigner.ui.canvas.lane_canvas import LaneCanvas
from vsdesigner.ui.session import Session

Key, Mod = Qt.Key, Qt.KeyboardModifier

#: Lane, the letters that choose it, name.
STEPS = (
    ("engage", "e", "Log the request"),
    ("plan", "p", "Set the priority"),
    ("engage", "e", "Agree on the price"),
    ("design_and_transition", "dt", "Design the change"),
    ("obtain_build", "o", "Order the parts"),
    ("obtain_build", "o", "Build the change"),
    ("design_and_transition", "dt", "Test and release it"),
    ("deliver_and_support", "ds", "Watch the first week"),
    ("engage", "e", "Confirm it works"),
    ("improve", "i", "Note what we learned"),
)
SHIFTED = ":"
MODIFIERS = (Mod.ShiftModifier, Mod.ControlModifier, Mod.AltModifier)


class Strokes(NamedTuple):
    """How many keys went down: in all, and per step besides the letters of its name."""

    total: int
    per_step: float


class Typist:
    """Types where the focus really is. A modifier held for a key counts as a key."""

    def __init__(self) -> None:
        self.total = 0

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = Mod.NoModifier) -> None:
        self.total += 1 + sum(1 for modifier in MODIFIERS if keys & modifier)
        QTest.keyClick(self._where(), key, keys)
        QApplication.processEvents()

    def text(self, text: str) -> None:
        for letter in text:
            self.total += 2 if letter.isupper() or letter in SHIFTED else 1
            QTest.keyClicks(self._where(), letter)
            QApplication.processEvents()

    def _where(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the focus"
        return found


def strokes() -> tuple[int, float]:
    """Return how many keys a stream of ten steps takes: in all, and per step besides its name."""
    session = Session()
    canvas = LaneCanvas(session)
    canvas.resize(1500, 900)
    canvas.show()
    canvas.activateWindow()
    canvas.setFocus()
    QApplication.processEvents()
    try:
        return draw(canvas)
    finally:
        canvas.close()
        canvas.deleteLater()
        QApplication.sendPostedEvents(canvas, QEvent.Type.DeferredDelete)


def draw(canvas: LaneCanvas) -> Strokes:
    """Draw the ten steps into an empty stream whose canvas has the focus."""
    typist = Typist()
    for index, (lane, letters, name) in enumerate(STEPS):
        _choose(typist, canvas, lane, letters)
        typist.text(name)
        if index < len(STEPS) - 1:
            typist.key(Key.Key_Tab)
    typist.key(Key.Key_Return, Mod.ControlModifier | Mod.ShiftModifier)
    written = sum(len(name) + sum(letter.isupper() for letter in name) for _, _, name in STEPS)
    return Strokes(typist.total, (typist.total - written) / len(STEPS))


def _choose(typist: Typist, canvas: LaneCanvas, lane: str, letters: str) -> None:
    """Choose an activity by its first letters, unless it is offered first, as a person sees at a glance."""
    card = canvas.stage.quick_add.card
    offered = card.activity.lane if canvas.stage.quick_add.shown else "engage"
    if offered != lane:
        typist.text(f"{letters}:")


def drawn(session: Session) -> list[tuple[str, str]]:
    """Return (lane, name) of the steps along the flow from demand to value; fails where that breaks off."""
    now, stream = session.now, session.stream
    present = now.terminal(stream, TerminalKind.DEMAND).id
    value = now.terminal(stream, TerminalKind.VALUE).id
    steps = {step.id: step for step in now.steps(stream)}
    found: list[tuple[str, str]] = []
    while True:
        (flow,) = now.outgoing(present)
        present = flow.target
        if present == value:
            return found
        found.append((steps[present].lane, steps[present].name))
