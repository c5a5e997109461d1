"""Where the guide leads to, one can go on at once; and it says what it is called once."""

from __future__ import annotations

from PySide6.QtWidgets import QDockWidget, QListView
from pytestqt.qtbot import QtBot

from tests.examples.make_cloud_service import build
from tests.ui.panels.test_guide import Key, add_behind, click, focus, press, shown_guide, window
from vsdesigner.commands import raci
from vsdesigner.ui.editors.suggestion_view import SUGGESTION
from vsdesigner.ui.main_window import MainWindow

__all__ = ["window"]  # the fixture


def test_a_view_that_the_guide_opens_has_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    session.replace(build())
    step = session.now.steps(session.stream)[1]
    with session.edit("Take letters away") as draft:
        for role in draft.view.roles:
            raci.set_letters(draft, step.id, role.id, "")
    panel = shown_guide(window, qtbot)
    click(panel.rows["letters"].head)
    click(panel.rows["letters"].buttons[1])
    assert window.shown_view == "raci"
    press(Key.Key_R)
    assert [mark.letters for mark in session.now.steps(session.stream)[1].raci] == ["R"]


def test_the_guide_is_called_so_once(window: MainWindow, qtbot: QtBot) -> None:
    panel = shown_guide(window, qtbot)
    docks = {name: window.findChild(QDockWidget, f"{name}_dock") for name in ("guide", "outline")}
    titles = {name: dock.titleBarWidget() for name, dock in docks.items() if dock is not None}
    assert {name: title.label.text() for name, title in titles.items()} == {"guide": "", "outline": ""}
    window.regions.toggle("outline")
    assert titles["guide"].label.text() == "Guide", "it has no tab now"
    window.regions.toggle("outline")
    assert titles["guide"].label.text() == ""
    window.regions.toggle("guide")
    assert titles["outline"].label.text() == "Outline"
    assert not panel.isVisible()


def test_what_there_is_to_choose_is_shown_at_once_and_what_fits_the_activity_first(
    window: MainWindow, qtbot: QtBot
) -> None:
    session = window.session
    add_behind(window, "One")
    panel = shown_guide(window, qtbot)
    click(panel.rows["resources"].head)
    click(panel.rows["resources"].buttons[0])
    assert focus().objectName() == "practices.add"
    qtbot.waitUntil(lambda: listed_is_open(window))
    listed = window.findChild(QListView, "suggestions")
    assert listed is not None
    first = listed.model().index(0, 0).data(SUGGESTION)
    assert first.detail == "contributes much to Engage"
    press(Key.Key_Return)
    assert [use.practice for use in session.now.steps(session.stream)[0].practices] == [first.key]


def listed_is_open(window: MainWindow) -> bool:
    """Whether suggestions are shown."""
    return any(each.isVisible() for each in window.findChildren(QListView, "suggestions"))
