"""As-is, to-be and streams within streams, with the mouse and the keys of a whole window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from tests.examples.make_cloud_service import build
from tests.ui.canvas.drive import Driver
from tests.ui.window_kit import Answers, named, trigger, windows_of
from vsdesigner.model.records import Step, Stream, StreamState
from vsdesigner.storage import documents
from vsdesigner.ui.app import make_program
from vsdesigner.ui.canvas.lane_canvas import LaneCanvas
from vsdesigner.ui.canvas.outlook import Outlook
from vsdesigner.ui.dialogs.answers import Unsaved
from vsdesigner.ui.editors.text_field import TextField
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.panels.sections.wording import called
from vsdesigner.ui.way_up import WayUp

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    program = make_program(dialogs=Answers(on_unsaved=Unsaved.DISCARD))
    program.new_window()
    made = windows_of(program)[0]
    made.resize(1280, 800)
    qtbot.waitExposed(made)
    made.session.replace(build())
    made.activateWindow()
    made.regions.focus("canvas")
    made.view.fit_all()
    QApplication.processEvents()
    yield made
    program.quit()


@pytest.fixture
def drive(window: MainWindow) -> Driver:
    assert isinstance(window.view, LaneCanvas)
    return Driver(window.session, window.view)


def press(key: Qt.Key, keys: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, keys)
    QApplication.processEvents()


def tab_texts(window: MainWindow) -> list[str]:
    return [window.tabs.bar.tabText(index) for index in range(window.tabs.bar.count())]


# -- as-is and to-be ----------------------------------------------------------------------------------------
def test_a_to_be_copy_is_made_shown_and_undone(window: MainWindow, drive: Driver, tmp_path: Path) -> None:
    session = window.session
    original = session.stream
    drive.click(drive.middle("Plan how and when the service is set up"))
    before = session.selection[0]
    trigger(window, "stream.make_to_be")
    copy = session.now.get(session.stream, Stream)
    assert copy.id != original and copy.variant_of == original
    assert [text.partition(" · ")[0] for text in tab_texts(window)] == ["As-is", "To-be"]
    assert session.now.get(session.selection[0], Step).variant_of == before
    press(Key.Key_F7)  # there and back, at the same step
    assert session.stream == original and session.selection == (before,)
    press(Key.Key_F7)
    assert session.stream == copy.id

    path = tmp_path / "both.vstream"
    documents.save(path, session.now)
    assert documents.read(path).snapshot.get(copy.id, Stream).variant_of == original

    trigger(window, "edit.undo")
    assert [stream.id for stream in session.now.streams] == [original]
    assert not window.verbs["stream.counterpart"].isEnabled()
    trigger(window, "edit.redo")
    assert session.now.get(copy.id, Stream).state is StreamState.TO_BE


def test_going_to_the_counterpart_and_back_moves_nothing_but_what_differs(
    window: MainWindow, drive: Driver
) -> None:
    camera = drive.canvas.view.camera
    camera.show(Outlook(0.9, 350.0, 120.0))
    drive.click(drive.middle("Design the service and its architecture"))
    before = camera.outlook
    trigger(window, "stream.make_to_be")
    assert camera.outlook.near(before, 1.0), "the copy opens where one was"
    press(Key.Key_F7)
    assert camera.outlook.near(before, 1.0)
    camera.show(Outlook(1.1, 420.0, 160.0))
    other = camera.outlook
    press(Key.Key_F7)
    assert camera.outlook.near(other, 1.0), "as one looks now, not as one looked there before"


def test_the_state_is_marked_and_taken_away(window: MainWindow) -> None:
    session = window.session
    trigger(window, "stream.mark_to_be")
    assert session.now.get(session.stream, Stream).state is StreamState.TO_BE
    assert window.verbs["stream.mark_to_be"].isChecked()
    assert not window.verbs["stream.mark_as_is"].isChecked()
    assert tab_texts(window)[0].startswith("To-be · ")
    trigger(window, "stream.mark_to_be")
    assert session.now.get(session.stream, Stream).state is StreamState.UNSAID
    assert "·" not in tab_texts(window)[0]
    trigger(window, "edit.undo")
    assert session.now.get(session.stream, Stream).state is StreamState.TO_BE


# -- streams within streams ---------------------------------------------------------------------------------
def test_a_double_click_opens_the_stream_of_a_step_and_there_is_a_way_back(
    window: MainWindow, drive: Driver
) -> None:
    session, way = window.session, named(window, "way_up", WayUp)
    assert not way.isVisible()
    name = "Build and set up the components"
    drive.click(drive.middle(name))
    step, top = session.selection[0], session.stream
    trigger(window, "stream.make_substream")
    below = session.stream
    assert session.now.get(below, Stream).name == name
    assert way.isVisible()
    assert window.status.message.text().startswith(f"This stream is for how “{name}” is done.")

    button = named(way, "way_up.0", QToolButton)
    assert name in button.text()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert session.stream == top and session.selection == (step,)
    assert not way.isVisible()

    drive.double_click(drive.middle(name))
    assert session.stream == below
    assert not drive.canvas.naming.editor.isVisible()
    press(Key.Key_F4, Mod.ShiftModifier)
    assert session.stream == top and session.selection == (step,)
    press(Key.Key_F4)
    assert session.stream == below
    assert not window.verbs["stream.open_substream"].isEnabled()

    trigger(window, "edit.undo")
    assert session.now.get(step, Step).substream == ""
    assert below not in session.now


def test_a_step_that_stands_for_a_stream_looks_like_a_pile(window: MainWindow, drive: Driver) -> None:
    name = "Build and set up the components"
    drive.click(drive.middle(name))
    step, top = window.session.selection[0], window.session.stream
    plain = drive.viewport.grab().toImage()
    trigger(window, "stream.make_substream")
    window.session.show_stream(top)
    window.session.reveal((step,))
    QApplication.processEvents()
    assert drive.viewport.grab().toImage() != plain
    look = drive.canvas.scene.drawing.looks[step] if hasattr(drive.canvas.scene.drawing, "looks") else None
    assert look is None or look.stands


def test_other_steps_are_renamed_by_a_double_click(window: MainWindow, drive: Driver) -> None:
    drive.double_click(drive.middle("Plan how and when the service is set up"))
    assert drive.canvas.naming.editor.isVisible()


def test_a_renamed_step_is_renamed_in_the_way_up(window: MainWindow, drive: Driver) -> None:
    session = window.session
    drive.click(drive.middle("Build and set up the components"))
    step = session.selection[0]
    trigger(window, "stream.make_substream")
    with session.edit("Rename") as draft:
        draft.update(step, name="Build it & test it")
    button = named(window, "way_up.0", QToolButton)
    assert "Build it && test it" in button.text()
    with session.edit("Delete") as draft:
        draft.remove(step)
    assert not named(window, "way_up", WayUp).isVisible()


def test_a_stream_without_a_name_has_one_word_everywhere_and_the_owner_a_hint(window: MainWindow) -> None:
    with window.session.edit("Empty") as draft:
        draft.update(window.session.stream, name="", owner="", state=StreamState.UNSAID)
    QApplication.processEvents()
    stream = window.session.now.get(window.session.stream, Stream)
    assert tab_texts(window) == ["Untitled stream"]
    assert called(window.session.now, stream) == "Untitled stream"
    owner = window.inspector.findChild(TextField, "stream.owner")
    assert owner is not None and owner.placeholderText() == "Who answers for the whole stream."
