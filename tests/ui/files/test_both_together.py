"""A file that somebody else changed while it was edited here: both versions put together."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.window_kit import Answers, add_step, opened, told, trigger
from vsdesigner.commands import steps, streams
from vsdesigner.document.draft import Draft
from vsdesigner.document.merging import Side
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Step
from vsdesigner.storage import documents
from vsdesigner.ui.dialogs.answers import OnDisk
from vsdesigner.ui.main_window import MainWindow

#: What the other program does: it names the stream and adds a step, and with an argument renames ours.
OTHER = """
import sys
from pathlib import Path
from vsdesigner.commands import steps, streams
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.storage import documents

path = Path(sys.argv[1])
draft = Draft(documents.read(path).snapshot)
stream = draft.view.streams[0].id
streams.update(draft, stream, name="Theirs")
place = steps.next_place(draft.view, stream, "plan")
steps.add(draft, stream, place, "Their step")
for id in sys.argv[2:]:
    steps.update(draft, [id], name="theirs name")
documents.save(path, complete(draft).view)
"""


def somebody_else_saves(path: Path, *renamed: str) -> None:
    """Another process changes the file."""
    subprocess.run([sys.executable, "-c", OTHER, str(path), *renamed], check=True, timeout=60)


def names(view: Snapshot) -> list[str]:
    return [step.name for step in view.all(Step, view.streams[0].id)]


def with_step(saved: Path, window: MainWindow) -> str:
    """Open the document with a step in it that both know."""
    draft = Draft(documents.read(saved).snapshot)
    stream = draft.view.streams[0].id
    step = steps.add(draft, stream, steps.next_place(draft.view, stream, "engage"), "Common")
    documents.save(saved, draft.view)
    opened(window, saved)
    return step


def test_both_are_in_the_document_and_in_the_file(
    window: MainWindow, answers: Answers, saved: Path, qtbot: QtBot
) -> None:
    with_step(saved, window)
    add_step(window.session, "Our step")
    somebody_else_saves(saved)
    answers.on_disk = OnDisk.TOGETHER
    trigger(window, "file.save")
    assert answers.asked == ["changed service.vstream"]
    view = window.session.now
    assert view.streams[0].name == "Theirs"
    assert sorted(names(view)) == ["Common", "Our step", "Their step"]
    assert documents.read(saved).snapshot == view  # saving went on
    assert not window.isWindowModified()
    assert "2 changes taken from the other" in told(window)[0]


def test_it_is_one_step_to_undo(window: MainWindow, answers: Answers, saved: Path) -> None:
    with_step(saved, window)
    add_step(window.session, "Our step")
    before = window.session.now
    somebody_else_saves(saved)
    answers.on_disk = OnDisk.TOGETHER
    trigger(window, "file.save")
    after = window.session.now
    window.session.undo()
    assert window.session.now == before
    assert window.isWindowModified()
    window.session.redo()
    assert window.session.now == after
    assert window.session.history.undoText() == "Put both versions together"


@pytest.mark.parametrize("side", Side)
def test_what_contradicts_is_chosen_and_saved(
    window: MainWindow, answers: Answers, saved: Path, side: Side
) -> None:
    step = with_step(saved, window)
    with window.session.edit("Rename") as draft:
        steps.update(draft, [step], name="ours name")
    somebody_else_saves(saved, step)
    answers.on_disk, answers.on_conflicts = OnDisk.TOGETHER, side
    trigger(window, "file.save")
    assert answers.asked == ["changed service.vstream", "review service.vstream"]
    assert sorted(names(window.session.now)) == sorted([f"{side} name", "Their step"])
    assert documents.read(saved).snapshot == window.session.now
    assert not window.isWindowModified()


def test_a_review_that_is_cancelled_changes_nothing_and_comes_again_before_saving(
    window: MainWindow, answers: Answers, saved: Path
) -> None:
    step = with_step(saved, window)
    with window.session.edit("Rename") as draft:
        steps.update(draft, [step], name="ours name")
    somebody_else_saves(saved, step)
    before, theirs = window.session.now, saved.read_bytes()
    answers.on_disk = OnDisk.TOGETHER
    window.files.on_activated()
    window.files.on_activated()  # the window is active again when the dialog has closed
    assert answers.asked == ["changed service.vstream", "review service.vstream"]
    assert window.session.now is before
    trigger(window, "file.save")
    assert len(answers.asked) == 4
    assert saved.read_bytes() == theirs
    assert window.isWindowModified()


def test_coming_back_puts_together_without_saving(window: MainWindow, answers: Answers, saved: Path) -> None:
    with_step(saved, window)
    add_step(window.session, "Our step")
    somebody_else_saves(saved)
    theirs = saved.read_bytes()
    answers.on_disk = OnDisk.TOGETHER
    window.files.on_activated()
    assert sorted(names(window.session.now)) == ["Common", "Our step", "Their step"]
    assert window.isWindowModified()
    assert saved.read_bytes() == theirs
    window.files.on_activated()
    assert answers.asked == ["changed service.vstream"]


def test_the_second_time_begins_where_the_first_ended(
    window: MainWindow, answers: Answers, saved: Path
) -> None:
    with_step(saved, window)
    answers.on_disk = OnDisk.TOGETHER
    for round_ in (1, 2):
        add_step(window.session, f"Ours {round_}")
        somebody_else_saves(saved)
        trigger(window, "file.save")
    view = window.session.now
    assert sorted(names(view)) == ["Common", "Ours 1", "Ours 2", "Their step", "Their step"]
    with window.session.edit("Name the stream") as draft:
        streams.update(draft, window.session.stream, name="Ours")
    somebody_else_saves(saved)  # they call it what it is called already: no contradiction
    trigger(window, "file.save")
    assert window.session.now.streams[0].name == "Ours"
    assert "review service.vstream" not in answers.asked


def test_a_file_that_cannot_be_read_leaves_what_is_shown(
    window: MainWindow, answers: Answers, saved: Path
) -> None:
    with_step(saved, window)
    add_step(window.session, "Our step")
    before = window.session.now
    saved.write_text("<<<<<<< ours")
    answers.on_disk = OnDisk.TOGETHER
    answers.expects_errors = True
    trigger(window, "file.save")
    assert "could not be read" in answers.errors[0][0]
    assert window.session.now is before
    assert window.isWindowModified()
