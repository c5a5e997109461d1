"""A window with a button, a session with roles in use, and hands that click and type."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from vsdesigner.commands import lists, raci, roles, steps, streams
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import Task
from vsdesigner.model.records import Role, Step
from vsdesigner.ui import theme
from vsdesigner.ui.session import Session

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
W = TypeVar("W", bound=QWidget)


class Room:
    """The window, what is typed into it, and what it told."""

    def __init__(self, session: Session, window: QWidget, elsewhere: QWidget) -> None:
        self.session, self.window, self.elsewhere = session, window, elsewhere
        self.told: list[tuple[str, str, Any]] = []
        session.told.connect(lambda text, action, do: self.told.append((text, action, do)))

    def role(self, name: str) -> Role:
        return next(role for role in self.session.now.roles if role.name == name)

    @property
    def names(self) -> list[str]:
        return [role.name for role in self.session.now.roles]

    @property
    def step(self) -> Step:
        return self.session.now.steps(self.session.stream)[0]

    @property
    def undo_text(self) -> str:
        return self.session.history.undoText()

    @property
    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the keyboard"
        return found

    def settle(self) -> None:
        for _ in range(4):
            QApplication.processEvents()

    def find(self, kind: type[W], name: str) -> W:
        found = [each for each in QApplication.allWidgets() if each.objectName() == name and each.isVisible()]
        assert len(found) == 1, f"{name}: {len(found)}"
        assert isinstance(found[0], kind)
        return found[0]

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)
        self.settle()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.focus, key, modifiers)
            self.settle()

    def replace(self, text: str) -> None:
        """Type over all that stands in the field with the keyboard."""
        self.press(Qt.Key.Key_A, CONTROL)
        self.type(text)

    def click(self, name: str) -> None:
        widget = self.find(QWidget, name)
        hit: QWidget = widget.viewport() if hasattr(widget, "viewport") else widget
        at = QPoint(12, hit.height() // 2)
        QTest.mouseClick(hit, LEFT, PLAIN, at)
        self.settle()

    def leave(self) -> None:
        QTest.mouseClick(self.elsewhere, LEFT)
        self.settle()


def document() -> Snapshot:
    """One step with two tasks; the desk answers for it, the lead does it, nobody has the third role."""
    draft = Draft(streams.new_document())
    stream = draft.view.streams[0].id
    step = steps.add(draft, stream, steps.next_place(draft.view, stream, "engage"), "Take the call")
    lists.set_tasks(draft, step, [Task.new("Listen"), Task.new("Write it down")])
    desk, lead, _spare = (roles.add_role(draft, name) for name in ("Desk", "Lead", "Spare"))
    raci.set_letters(draft, step, desk, "A")
    raci.set_letters(draft, step, lead, "R/C")
    raci.set_letters(draft, step, lead, "R", task=draft.get(step, Step).tasks[0].id)
    return complete(draft).view


@pytest.fixture
def make_room(qtbot: QtBot) -> Iterator[Callable[..., Room]]:
    """Makes a room for a document (the one above by default)."""
    theme.dress(theme.LIGHT)

    def make(snapshot: Snapshot | None = None) -> Room:
        session = Session(snapshot if snapshot is not None else document())
        window = QWidget()
        elsewhere = QLineEdit(window)
        layout = QVBoxLayout(window)
        layout.addWidget(elsewhere)
        layout.addStretch(1)
        window.resize(900, 700)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        elsewhere.setFocus()
        room = Room(session, window, elsewhere)
        room.settle()
        return room

    yield make


@pytest.fixture
def room(make_room: Callable[..., Room]) -> Room:
    return make_room()
