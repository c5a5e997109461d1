"""A document with a word in many places, and how one finds and replaces it by keys."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.ui.search.desk import CTRL, Key, panel_of, press, type_in
from vsdesigner.commands import raci, roles, streams
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import Task
from vsdesigner.model.records import Step
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.search.find_panel import FindPanel


def document() -> Snapshot:
    """Two streams; the word "ticket" stands in a name, two tasks, a role, a note and the other stream."""
    draft = Draft(streams.new_document())
    first = draft.view.streams[0].id
    draft.update(first, name="Support", demand="Somebody opens a ticket")
    other = streams.add(draft, "Another")
    for number, name in enumerate(("Log the ticket", "Triage", "Close"), start=1):
        draft.add(
            Step(
                id=f"s{number}",
                stream=first,
                lane="engage",
                name=name,
                x=270.0 * number,
                y=26.0,
                order=number - 1,
            )
        )
    tasks = (
        Task(id="t1", text="Read the Ticket"),
        Task(id="t2", text="Rate the ticket, then the next ticket"),
    )
    draft.update("s2", tasks=tasks)
    draft.add(Step(id="o1", stream=other, lane="plan", name="Ticketing reviewed", x=300.0, y=26.0))
    role = roles.add_role(draft, "Ticket owner")
    raci.set_letters(draft, "s3", role, "A")
    return complete(draft).view


def find(window: MainWindow, qtbot: QtBot, words: str) -> FindPanel:
    """Ctrl+F, and type."""
    press(qtbot, Key.Key_F, CTRL)
    panel = panel_of(window)
    press(qtbot, Key.Key_A, CTRL)
    type_in(qtbot, words)
    qtbot.waitUntil(lambda: not panel._soon.isActive())
    return panel


def replace(window: MainWindow, qtbot: QtBot, words: str, new: str) -> FindPanel:
    """Ctrl+H, type both."""
    press(qtbot, Key.Key_H, CTRL)
    panel = panel_of(window)
    panel.bar.words.setFocus()
    press(qtbot, Key.Key_A, CTRL)
    type_in(qtbot, words)
    panel.bar.new.setFocus()
    press(qtbot, Key.Key_A, CTRL)
    type_in(qtbot, new)
    qtbot.waitUntil(lambda: not (panel._soon.isActive() or panel._preview_soon.isActive()))
    return panel


def places(panel: FindPanel) -> list[str]:
    return [panel.model.line(row).place for row in range(len(panel.model.hits))]


def undo_text(window: MainWindow) -> str:
    return window.session.history.undoText()
