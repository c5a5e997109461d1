"""A window with the inspector, the shortcuts a real window has, and a place for the focus to go to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from vsdesigner.commands import flows, lists, raci, roles, steps, streams
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import PracticeUse, Task, ToolUse
from vsdesigner.model.records import Record, Step, Stream, TerminalKind
from vsdesigner.ui import theme
from vsdesigner.ui.panels.inspector import InspectorPanel
from vsdesigner.ui.session import Session

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
R = TypeVar("R", bound=Record)


class Bench:
    """Types and clicks in the inspector as a person would; looks at the document for what came of it."""

    def __init__(self, session: Session, panel: InspectorPanel, window: QWidget, elsewhere: QWidget) -> None:
        self.session, self.panel, self.window, self.elsewhere = session, panel, window, elsewhere
        self.told: list[tuple[str, str, Any]] = []
        session.told.connect(lambda text, action, do: self.told.append((text, action, do)))

    # -- looking ----------------------------------------------------------------------------------------
    @property
    def stream(self) -> Stream:
        return self.session.now.get(self.session.stream, Stream)

    @property
    def steps(self) -> tuple[Step, ...]:
        return self.session.now.steps(self.session.stream)

    @property
    def undo_count(self) -> int:
        return self.session.history.index()

    def widget(self, name: str) -> Any:
        """The one visible widget of this name."""
        found = [child for child in self.panel.findChildren(QWidget, name) if child.isVisibleTo(self.panel)]
        assert len(found) == 1, f"{name}: {len(found)} of them can be seen"
        return found[0]

    def shown(self, prefix: str) -> list[str]:
        """The names of the visible widgets that start like this, from top to bottom."""
        found = [
            child
            for child in self.panel.findChildren(QWidget)
            if child.objectName().startswith(prefix) and child.isVisibleTo(self.panel)
        ]
        return [
            child.objectName()
            for child in sorted(found, key=lambda child: child.mapTo(self.panel, QPoint(0, 0)).y())
        ]

    @property
    def focus(self) -> Any:
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the focus"
        return found

    # -- acting -----------------------------------------------------------------------------------------
    def select(self, *ids: str) -> None:
        self.session.select(ids)
        self.settle()

    def select_step(self, number: int = 0) -> Step:
        step = self.steps[number]
        self.select(step.id)
        return step

    def settle(self) -> None:
        for _ in range(3):
            QApplication.processEvents()

    def click(self, target: str | QWidget, at: QPoint | None = None) -> Any:
        """Click into the middle of a widget, or of its viewport."""
        widget = self.widget(target) if isinstance(target, str) else target
        page = self.panel.page
        if page is not None and page.isAncestorOf(widget):
            page.ensureWidgetVisible(widget)
            self.settle()
        hit: QWidget = widget.viewport() if hasattr(widget, "viewport") else widget
        QTest.mouseClick(hit, LEFT, PLAIN, hit.rect().center() if at is None else at)
        self.settle()
        return widget

    def type(self, text: str) -> None:
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self.focus, letter)
            else:  # Qt's own function ends the process over letters that no key stands for
                QTest.sendKeyEvent(QTest.KeyAction.Click, self.focus, Qt.Key.Key_unknown, letter, PLAIN)
        self.settle()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.focus, key, modifiers)
            self.settle()

    def paste(self, text: str) -> None:
        QApplication.clipboard().setText(text)
        self.press(Qt.Key.Key_V, CONTROL)

    def replace(self, name: str, text: str) -> Any:
        """Click a field and type over all of its text, without leaving it."""
        widget = self.click(name)
        self.press(Qt.Key.Key_A, CONTROL)
        self.press(Qt.Key.Key_Delete)
        self.type(text)
        return widget

    def leave(self) -> None:
        QTest.mouseClick(self.elsewhere, LEFT)
        self.settle()

    def open(self, key: str) -> None:
        header = self.widget(f"section.{key}.header")
        if not header.isChecked():
            self.click(header)

    def undo(self) -> None:
        self.session.undo()
        self.settle()


MakeBench = Callable[..., Bench]


@pytest.fixture
def make_bench(qtbot: QtBot) -> Iterator[MakeBench]:
    """Makes a bench for a document (a small one by default)."""
    theme.dress(theme.LIGHT)

    def make(snapshot: Snapshot | None = None, settings: Any = None, width: int = 340) -> Bench:
        session = Session(snapshot if snapshot is not None else small_document())
        window = QWidget()
        elsewhere = QPushButton("elsewhere", window)
        panel = InspectorPanel(session, settings, window)
        layout = QHBoxLayout(window)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(elsewhere)
        layout.addWidget(panel, 1)
        for key, slot in (("Ctrl+Z", session.undo), ("Ctrl+Y", session.redo), ("Ctrl+Shift+Z", session.redo)):
            action = QAction(window)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(slot)
            window.addAction(action)
        window.resize(width + elsewhere.sizeHint().width(), 900)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        bench = Bench(session, panel, window, elsewhere)
        elsewhere.setFocus()
        bench.settle()
        return bench

    yield make


@pytest.fixture
def bench(make_bench: MakeBench) -> Bench:
    return make_bench()


def small_document() -> Snapshot:
    """Two connected steps, the first with tasks, a practice, a tool and roles."""
    draft = Draft(streams.new_document())
    stream = draft.view.streams[0].id
    streams.update(draft, stream, name="Set up a workplace", owner="Facility team")
    first = steps.add(draft, stream, steps.next_place(draft.view, stream, "engage"), "Take the wish")
    second = steps.add(
        draft, stream, steps.next_place(draft.view, stream, "design_and_transition"), "Plan it"
    )
    flows.connect(draft, draft.view.terminal(stream, TerminalKind.DEMAND).id, first)
    flows.connect(draft, first, second)
    flows.connect(draft, second, draft.view.terminal(stream, TerminalKind.VALUE).id)
    lists.set_tasks(draft, first, [Task.new("Ask"), Task.new("Write down", 1), Task.new("Confirm")])
    lists.set_practices(draft, first, [PracticeUse(practice="service_desk")])
    tool = lists.tool_named(draft, "Ticket tools", ["Alpha", "Beta"])
    lists.set_tools(draft, first, [ToolUse(tool=tool, products=("Alpha",))])
    for role in ("Requester", "Coordinator", "Engineer"):
        roles.add_role(draft, role)
    raci.set_letters(draft, first, draft.view.roles[1].id, "A/R")
    return complete(draft).view
