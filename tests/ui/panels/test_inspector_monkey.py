"""Random keys and clicks in the inspector: nothing fails, the document stays whole, undo leads back."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from tests.repeatable import repeatable_ids
from tests.ui.panels.conftest import LEFT, Bench, MakeBench, small_document
from vsdesigner.document.references import dangling
from vsdesigner.ui import faults
from vsdesigner.ui.editors.row import DragHandle

Key, Modifier = Qt.Key, Qt.KeyboardModifier
KEYS = (
    *[Key.Key_Return] * 4,
    *(Key.Key_Tab, Key.Key_Backtab, Key.Key_Escape, Key.Key_Backspace, Key.Key_Delete, Key.Key_Space),
    *(Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right, Key.Key_Home, Key.Key_End, Key.Key_F2),
)
MODIFIERS = (
    *[Modifier.NoModifier] * 6,
    Modifier.ShiftModifier,
    Modifier.AltModifier,
    Modifier.ControlModifier,
)
COMMANDS = (Key.Key_Z, Key.Key_Y, Key.Key_A, Key.Key_V, Key.Key_C, Key.Key_X)
CLIPBOARD = ("a\n\tb\n- c", "plain", "", "x" * 12_000, "😀\u00a0\u202e", "1. q\n2. r")
FIELDS = ("name", "tasks", "practices", "tools", "raci", "metrics", "wait_time", "nonsense")


class Monkey:
    """Does one random thing after the other."""

    def __init__(self, bench: Bench, dice: random.Random) -> None:
        self.bench, self.dice = bench, dice
        self.deeds = {
            self.letter: 30,
            self.key: 30,
            self.command: 6,
            self.click: 10,
            self.drag: 3,
            self.select: 6,
            self.field: 4,
            self.session: 4,
            self.resize: 1,
            self.clipboard: 1,
        }

    def act(self) -> None:
        deed = self.dice.choices(list(self.deeds), list(self.deeds.values()))[0]
        deed()
        QApplication.processEvents()
        for window in QApplication.topLevelWidgets():
            if window is not self.bench.window and window.isVisible() and self.dice.random() < 0.5:
                window.close()

    @property
    def focus(self) -> QWidget:
        return QApplication.focusWidget() or self.bench.panel

    def letter(self) -> None:
        QTest.keyClicks(self.focus, self.dice.choice("abcdeimnrACI ,:1"))

    def key(self) -> None:
        QTest.keyClick(self.focus, self.dice.choice(KEYS), self.dice.choice(MODIFIERS))

    def command(self) -> None:
        QTest.keyClick(self.focus, self.dice.choice(COMMANDS), Modifier.ControlModifier)

    def click(self) -> None:
        children = self.bench.panel.findChildren(QWidget)
        child = self.dice.choice([each for each in children if not each.visibleRegion().isEmpty()])
        place = QPoint(self.dice.randrange(child.width() or 1), self.dice.randrange(child.height() or 1))
        QTest.mouseClick(child, LEFT, pos=place)

    def drag(self) -> None:
        handles = [each for each in self.bench.panel.findChildren(DragHandle) if each.isVisible()]
        if handles:
            handle = self.dice.choice(handles)
            QTest.mousePress(handle, LEFT)
            QTest.mouseMove(handle, QPoint(5, self.dice.randrange(-200, 200)))
            if self.dice.random() < 0.2:
                QTest.keyClick(self.focus, Key.Key_Escape)
            QTest.mouseRelease(handle, LEFT)

    def select(self) -> None:
        now, stream = self.bench.session.now, self.bench.session.stream
        records = (*now.steps(stream), *now.steps(stream), *now.flows(stream), *now.terminals(stream))
        ids = [record.id for record in self.dice.sample(records, self.dice.choice((0, 1, 1, 1, 2, 3)))]
        self.bench.session.select(ids)

    def field(self) -> None:
        steps = self.bench.steps
        self.bench.session.field_requested.emit(self.dice.choice(steps).id, self.dice.choice(FIELDS))

    def session(self) -> None:
        session = self.bench.session
        self.dice.choice(
            (session.undo, session.redo, session.committing.emit, self.bench.elsewhere.setFocus)
        )()

    def resize(self) -> None:
        self.bench.window.resize(self.dice.randrange(360, 640), self.dice.randrange(200, 900))

    def clipboard(self) -> None:
        QApplication.clipboard().setText(self.dice.choice(CLIPBOARD))


@pytest.mark.parametrize("seed", [1, 2])
def test_random_events(make_bench: MakeBench, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    monkeypatch.setattr(QMenu, "popup", lambda *_args: None)
    with repeatable_ids(seed), faults.collected() as found:
        start = small_document()
        bench = make_bench(start)
        monkey = Monkey(bench, random.Random(seed))
        edits = []
        bench.session.changed.connect(edits.append)
        for number in range(900):
            monkey.act()
            assert found == [], (number, found[0].details)
        bench.session.committing.emit()
        assert dangling(bench.session.now) == []
        assert len(edits) > 50
        while bench.session.history.canUndo():
            bench.session.undo()
        assert bench.session.now == start
        assert found == []
        for window in QApplication.topLevelWidgets():
            if window is not bench.window and window.isVisible():
                window.close()
