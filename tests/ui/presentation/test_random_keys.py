"""Random keys while presenting: the document keeps every byte unless somebody asked to edit."""

from __future__ import annotations

import random
from collections import deque

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.examples.make_cloud_service import build
from tests.sample import sample
from tests.ui.presentation.hands import Key, Mod
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.storage import json_format
from vsdesigner.ui.presentation.all_commands import COMMANDS
from vsdesigner.ui.presentation.commands import Command
from vsdesigner.ui.presentation.show import Show
from vsdesigner.ui.presentation.window import PresentWindow
from vsdesigner.ui.session import Session

KEPT = 40  # keys that are remembered for the report of a failure
PLAIN = (
    *map(Key, range(Key.Key_A.value, Key.Key_Z.value + 1)),
    *map(Key, range(Key.Key_0.value, Key.Key_9.value + 1)),
    *map(Key, range(Key.Key_F1.value, Key.Key_F12.value + 1)),
    *(Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End),
    *(Key.Key_PageUp, Key.Key_PageDown, Key.Key_Return, Key.Key_Enter, Key.Key_Space, Key.Key_Backspace),
    *(Key.Key_Escape, Key.Key_Tab, Key.Key_Backtab, Key.Key_Delete, Key.Key_Insert, Key.Key_Shift),
    *(Key.Key_Control, Key.Key_MediaNext, Key.Key_VolumeUp, Key.Key_Forward, Key.Key_Back, Key.Key_Menu),
    *(Key.Key_Plus, Key.Key_Minus, Key.Key_Period, Key.Key_Comma, Key.Key_Question),
)
MODIFIERS = (
    *(Mod.NoModifier,) * 8,
    *(Mod.ShiftModifier, Mod.ShiftModifier, Mod.ControlModifier, Mod.AltModifier),
    *(Mod.ControlModifier | Mod.ShiftModifier, Mod.MetaModifier),
)
GOING = [(key, Mod.NoModifier) for key in (Key.Key_Right, Key.Key_Space, Key.Key_PageDown, Key.Key_Left)]
SIGNS = {
    Key.Key_Plus: "+",
    Key.Key_Minus: "-",
    Key.Key_Period: ".",
    Key.Key_Comma: ",",
    Key.Key_Question: "?",
}
Press = tuple[Key, Mod]


def may_edit(command: Command) -> bool:
    return command.group == "edit"


def strange_presses() -> list[Press]:
    """Keys of which most belong to no command."""
    return [(key, modifiers) for key in PLAIN for modifiers in set(MODIFIERS)]


def known_presses() -> list[Press]:
    """Each key of each command."""
    found = [QKeySequence(name)[0] for command in COMMANDS for name in command.keys]
    return [(combination.key(), combination.keyboardModifiers()) for combination in found]


def asks_to_edit(press: Press) -> bool:
    names = {key for command in COMMANDS if may_edit(command) for key in command.keys}
    wanted = {(QKeySequence(name)[0].key(), QKeySequence(name)[0].keyboardModifiers()) for name in names}
    return press in wanted


class Typist:
    """Presses `count` random keys; a presentation that ended begins again."""

    def __init__(
        self, qtbot: QtBot, view: Snapshot, seed: int, *, editing: bool, read_only: bool = False
    ) -> None:
        self.session = Session(view)
        self.log: deque[str] = deque(maxlen=KEPT)
        self.begun = self.moved = 0
        self._qtbot, self._read_only = qtbot, read_only
        self._chance = random.Random(seed)
        self._known, self._strange = (
            [press for press in presses if editing or not asks_to_edit(press)]
            for presses in (known_presses(), strange_presses())
        )
        self._window: PresentWindow | None = None

    def _shown(self) -> PresentWindow:
        window = self._window
        if window is None or not shiboken6.isValid(window) or not window.isVisible():
            self._clear_away()
            window = self._window = PresentWindow(Show(self.session, read_only=self._read_only))
            window.state.moved.connect(self._on_moved)
            window.resize(1024, 600)
            window.show()
            window.activateWindow()
            window.setFocus()
            self.begun += 1
            self.log.append("begin")
        return window

    def _on_moved(self) -> None:
        self.moved += 1

    def type(self, count: int) -> None:
        for _ in range(count):
            window = self._shown()
            popup = QApplication.activePopupWidget()
            if popup is not None and (isinstance(popup, QMenu) or self._chance.random() < 0.3):
                popup.close()
            kinds = (self._known, self._strange, GOING)
            key, modifiers = self._chance.choice(self._chance.choices(kinds, (5, 3, 2))[0])
            target = QApplication.focusWidget() or window
            if target.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
                if self._chance.random() < 0.4:  # else fields for words would take nearly all
                    key, modifiers = Key.Key_Escape, Mod.NoModifier
            elif key is Key.Key_Escape and self._chance.random() < 0.8:
                continue  # else most presentations would be over after some keys
            self.log.append(f"{key.name} {modifiers}")
            if key in SIGNS:
                QTest.keyClicks(target, SIGNS[key], modifiers)
            else:
                QTest.keyClick(target, key, modifiers)
            if self._chance.random() < 0.5:
                QApplication.processEvents()
                self._clear_away()

    def end(self) -> None:
        if self._window is not None and shiboken6.isValid(self._window):
            self._window.close()
        self._clear_away()

    def _clear_away(self) -> None:
        """Delete what is to be deleted later: tests have no event loop that comes round."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def report(self) -> str:
        return "\n".join(self.log)


def untouched(qtbot: QtBot, view: Snapshot, seed: int, count: int, *, read_only: bool = False) -> None:
    """With `read_only` the keys that edit are pressed, too."""
    before = json_format.encode(view)
    typist = Typist(qtbot, view, seed, editing=read_only, read_only=read_only)
    try:
        typist.type(count)
        assert typist.session.history.count() == 0, typist.report()
        assert json_format.encode(typist.session.now) == before, typist.report()
        assert typist.moved > count / 40, "they did something"
    finally:
        typist.end()


def undone(qtbot: QtBot, view: Snapshot, seed: int, count: int) -> None:
    before = json_format.encode(view)
    typist = Typist(qtbot, view, seed, editing=True)
    try:
        typist.type(count)
        typist.end()
        history = typist.session.history
        assert history.count() < history.undoLimit(), "else the first steps could not be undone"
        while history.canUndo():
            typist.session.undo()
        assert json_format.encode(typist.session.now) == before, typist.report()
    finally:
        typist.end()


@pytest.mark.parametrize("seed", [1, 2])
def test_keys_leave_the_document_as_it_is(qtbot: QtBot, seed: int) -> None:
    untouched(qtbot, sample() if seed % 2 else build(), seed, 180)


def test_a_presentation_that_only_shows_takes_no_edits(qtbot: QtBot) -> None:
    untouched(qtbot, build(), 3, 120, read_only=True)


def test_what_keys_edit_can_be_undone(qtbot: QtBot) -> None:
    undone(qtbot, build(), 4, 250)


@pytest.mark.long
@pytest.mark.timeout(1_800)
def test_ten_thousand_keys_leave_the_document_as_it_is(qtbot: QtBot) -> None:
    untouched(qtbot, build(), 11, 10_000)
    untouched(qtbot, sample(), 12, 10_000, read_only=True)


@pytest.mark.long
@pytest.mark.timeout(1_800)
def test_ten_thousand_keys_that_edit_can_be_undone(qtbot: QtBot) -> None:
    undone(qtbot, build(), 13, 10_000)
