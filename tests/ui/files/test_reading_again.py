"""A file that is read again because somebody changed it: one looks at the same place, and can undo it."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.window_kit import Answers, add_step, opened, somebody_saves, told, trigger
from vsdesigner.commands import elements, streams
from vsdesigner.document.draft import Draft
from vsdesigner.storage import documents
from vsdesigner.ui.dialogs.answers import OnDisk
from vsdesigner.ui.main_window import MainWindow


def somebody_deletes(path: Path, *ids: str) -> None:
    draft = Draft(documents.read(path).snapshot)
    elements.delete(draft, ids, heal=True)
    documents.save(path, draft.view)


def test_what_one_looks_at_and_what_is_selected_stay(window: MainWindow, saved: Path, qtbot: QtBot) -> None:
    opened(window, saved)
    steps = [add_step(window.session, name) for name in ("One", "Two", "Three", "Four", "Five", "Six")]
    with window.session.edit("Add a stream") as draft:
        streams.add(draft, "Second")
    trigger(window, "file.save")
    trigger(window, "view.zoom_in")
    trigger(window, "view.zoom_in")
    window.session.select([steps[1].id, steps[4].id])
    qtbot.wait(400)  # until the view has settled
    before = window.session.outlook(), window.session.area(), window.session.stream
    somebody_deletes(saved, steps[1].id)
    window.files.on_activated()
    qtbot.wait(400)
    assert steps[1].id not in window.session.now
    assert (window.session.outlook(), window.session.area(), window.session.stream) == before
    assert window.session.selection == (steps[4].id,)
    assert not window.isWindowModified()


def test_it_can_be_undone_and_so_can_what_was_before(window: MainWindow, saved: Path) -> None:
    opened(window, saved)
    mine = add_step(window.session, "Mine")
    trigger(window, "file.save")
    somebody_saves(saved)
    window.files.on_activated()
    assert window.session.now.streams[0].name == "Theirs"
    assert window.session.history.undoText() == "Read “service.vstream” again"
    window.session.undo()
    assert window.session.now.streams[0].name != "Theirs"
    assert window.isWindowModified(), "the file says something else"
    window.session.undo()
    assert mine.id not in window.session.now
    window.session.redo()
    window.session.redo()
    assert not window.isWindowModified()
    assert documents.read(saved).snapshot == window.session.now


def test_own_changes_that_give_way_can_be_had_back(window: MainWindow, answers: Answers, saved: Path) -> None:
    opened(window, saved)
    mine = add_step(window.session, "Mine")
    somebody_saves(saved)
    answers.on_disk = OnDisk.TAKE_THEIRS
    trigger(window, "file.save")
    assert mine.id not in window.session.now
    window.session.undo()
    assert mine.id in window.session.now


def test_the_notice_says_what_changed_and_takes_it_back(
    window: MainWindow, saved: Path, qtbot: QtBot
) -> None:
    opened(window, saved)
    first, second = add_step(window.session, "Triage"), add_step(window.session, "Repair")
    trigger(window, "file.save")
    draft = Draft(documents.read(saved).snapshot)
    draft.update(first.id, name="Sort")
    documents.save(saved, draft.view)
    window.files.on_activated()
    (text,) = told(window)
    assert "Triage" in text
    assert "Sort" in text
    button = window.notifier.toasts[-1].action_button
    assert button is not None
    assert button.text() == "Undo"
    button.click()
    assert window.session.now.get(first.id, type(first)).name == "Triage"
    window.notifier.clear()
    qtbot.wait(10)
    trigger(window, "file.save")
    somebody_deletes(saved, first.id, second.id)
    window.files.on_activated()
    assert "more change" in told(window)[-1]
