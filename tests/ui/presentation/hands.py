"""What tests of presentations share: a window that is shown, and hands on keys, mouse and touch screen."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.sample import sample
from vsdesigner.commands import flows, steps, streams
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import TerminalKind
from vsdesigner.ui.presentation.show import Show
from vsdesigner.ui.presentation.window import PresentWindow
from vsdesigner.ui.session import Session

Key, Mod, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton
T = TypeVar("T", bound=QObject)

_devices: list[QPointingDevice] = []


def presenting(
    qtbot: QtBot,
    view: Snapshot | None = None,
    size: tuple[int, int] = (1280, 720),
    *,
    read_only: bool = False,
) -> PresentWindow:
    """Present a document in a window of this size that has the keyboard."""
    session = Session(view if view is not None else sample())
    window = PresentWindow(Show(session, read_only=read_only))
    session.setParent(window)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)  # it is looked at when it is over
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    window.activateWindow()
    window.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window)
    return window


def plain_document(count: int) -> Snapshot:
    """A stream of steps in a row that say so little that each has one page."""
    draft = Draft(streams.new_document())
    stream = draft.view.streams[0].id
    last = draft.view.terminal(stream, TerminalKind.DEMAND).id
    for number in range(1, count + 1):
        last = steps.append(draft, last, "engage", f"Step {number}")
    flows.connect(draft, last, draft.view.terminal(stream, TerminalKind.VALUE).id)
    return complete(draft).view


def part(window: QWidget, kind: type[T]) -> T:
    """The one part of this kind."""
    found = window.findChild(kind)
    assert isinstance(found, kind)
    return found


def handle(window: PresentWindow) -> QWindow:
    """Where the system's events for the window come in."""
    found = window.windowHandle()
    assert found is not None
    return found


def press(window: PresentWindow, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    """Press a key as the system does: it goes to whoever has the keyboard."""
    target = QApplication.focusWidget() or window
    if isinstance(key, str):
        QTest.keyClicks(target, key, modifiers)
    else:
        QTest.keyClick(target, key, modifiers)
    QApplication.processEvents()


def move(window: PresentWindow, x: int, y: int) -> None:
    """Move the mouse to a point of the window, as hands do: over others."""
    QTest.mouseMove(handle(window), QPoint(x - 9 if x > 640 else x + 9, y))
    QTest.mouseMove(handle(window), QPoint(x, y))
    QApplication.processEvents()


def click(window: PresentWindow, x: int, y: int, button: Qt.MouseButton = Button.LeftButton) -> None:
    """Click a point of the window."""
    QTest.mouseClick(handle(window), button, Mod.NoModifier, QPoint(x, y))
    QApplication.processEvents()


def drag(window: PresentWindow, *points: tuple[int, int]) -> None:
    """Press at the first point, move over the others, release at the last."""
    target = handle(window)
    QTest.mousePress(target, Button.LeftButton, Mod.NoModifier, QPoint(*points[0]))
    for point in points[1:]:
        QTest.mouseMove(target, QPoint(*point))
    QTest.mouseRelease(target, Button.LeftButton, Mod.NoModifier, QPoint(*points[-1]))
    QApplication.processEvents()


def turn(
    window: PresentWindow,
    delta: int,
    *,
    x: int = 400,
    y: int = 300,
    pixels: int = 0,
    phase: Qt.ScrollPhase = Qt.ScrollPhase.NoScrollPhase,
    modifiers: Qt.KeyboardModifier = Mod.NoModifier,
) -> None:
    """Turn the wheel over what stands at a point of the window; down is negative."""
    sent = (QPointF(x, y), QPoint(0, delta), QPoint(0, pixels), modifiers, phase)
    QTest.wheelEvent(handle(window), *sent)
    QApplication.processEvents()


class Fingers:
    """Fingers on the window."""

    def __init__(self, window: PresentWindow) -> None:
        if not _devices:
            _devices.append(QTest.createTouchDevice())
        self._target = handle(window)

    def _send(self, what: str, points: dict[int, tuple[int, int]]) -> None:
        sequence = QTest.touchEvent(self._target, _devices[0], False)
        for number, point in points.items():
            getattr(sequence, what)(number, QPoint(*point), self._target)
        sequence.commit()
        QApplication.processEvents()

    def press(self, *point: int) -> None:
        self._send("press", {0: point})

    def move(self, *point: int) -> None:
        self._send("move", {0: point})

    def release(self, *point: int) -> None:
        self._send("release", {0: point})

    def tap(self, *point: int) -> None:
        self.press(*point)
        self.release(*point)

    def swipe(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        self.press(*start)
        for share in (0.3, 0.6, 1.0):
            x, y = (round(a + (b - a) * share) for a, b in zip(start, end, strict=True))
            self.move(x, y)
        self.release(*end)

    def swipe_with_two(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        self.press(*start)
        both = [(start, (start[0], start[1] + 90)), (end, (end[0], end[1] + 90))]
        sequence = QTest.touchEvent(self._target, _devices[0], False)
        sequence.move(0, QPoint(*start), self._target)
        sequence.press(1, QPoint(*both[0][1]), self._target)
        sequence.commit()
        self._send("move", {0: both[1][0], 1: both[1][1]})
        self._send("release", {0: both[1][0], 1: both[1][1]})
