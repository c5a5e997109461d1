"""Windows with a small stream, the hand that drives them, and an empty clipboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.canvas.drive import Driver
from tests.ui.canvas.streams import small_stream
from tests.ui.window_kit import Answers, windows_of
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.ui.app import make_program
from vsdesigner.ui.canvas.lane_canvas import LaneCanvas
from vsdesigner.ui.clipboard.list_preview import ListPreview
from vsdesigner.ui.dialogs.answers import Unsaved
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.program import Program

PLAIN = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Hand(Driver):
    """The hand on the canvas of a whole window, with its actions and their keys."""

    def __init__(self, window: MainWindow) -> None:
        canvas = window.centre.widget
        assert isinstance(canvas, LaneCanvas)
        super().__init__(window.session, canvas)
        self.window = window
        self.told: list[str] = []
        window.session.told.connect(lambda text, *_: self.told.append(text))

    def show_window(self) -> None:
        """Bring the window to the front with the keyboard on its canvas."""
        self.window.activateWindow()
        self.window.regions.focus("canvas")
        QApplication.processEvents()

    def ctrl(self, letter: str, keys: Qt.KeyboardModifier = PLAIN) -> None:
        """Press Ctrl and a letter where the keyboard is."""
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, Qt.Key(ord(letter)), CTRL | keys)
        QApplication.processEvents()

    @property
    def names(self) -> list[str]:
        return sorted(step.name for step in self.session.now.steps(self.session.stream))

    @property
    def selected_names(self) -> list[str]:
        return [getattr(record, "name", "") for record in self.session.selected]

    def load(self, snapshot: Snapshot) -> None:
        self.session.replace(snapshot)
        QApplication.processEvents()

    def preview(self) -> ListPreview | None:
        """The preview of a list that is open."""
        found = [each for each in self.window.findChildren(ListPreview) if each.isVisible()]
        return found[0] if found else None


@pytest.fixture(autouse=True)
def clipboard(qapp: QApplication) -> Iterator[None]:
    """Nothing lies on the clipboard, before and afterwards."""
    QGuiApplication.clipboard().setMimeData(QMimeData())
    yield
    QGuiApplication.clipboard().setMimeData(QMimeData())


@pytest.fixture
def program(qtbot: QtBot) -> Iterator[Program]:
    made = make_program(dialogs=Answers(on_unsaved=Unsaved.DISCARD))
    yield made
    made.quit()


def new_hand(program: Program, qtbot: QtBot) -> Hand:
    """A further window with the small stream."""
    before = windows_of(program)
    program.new_window()
    (window,) = [each for each in windows_of(program) if each not in before]
    window.resize(1500, 950)
    qtbot.waitExposed(window)
    hand = Hand(window)
    hand.load(small_stream())
    hand.show_window()
    return hand


@pytest.fixture
def hand(program: Program, qtbot: QtBot) -> Hand:
    return new_hand(program, qtbot)


@pytest.fixture
def other(hand: Hand, program: Program, qtbot: QtBot) -> Hand:
    """A second window; the first one is in front."""
    made = new_hand(program, qtbot)
    hand.show_window()
    return made
