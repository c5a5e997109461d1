"""The real dialogs, answered by a hand that presses their buttons."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from vsdesigner.commands.streams import new_document
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.registry import EXPORTERS
from vsdesigner.ui.dialogs.answers import Crashed, Locked, OnDisk, Unsaved
from vsdesigner.ui.dialogs.crash_offer import CrashOffer
from vsdesigner.ui.dialogs.dialogs import Dialogs

NASTY = "<img src='file:///x'><b>&Name"


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def when_asked(act: Callable[[QDialog], None]) -> list[str]:
    """Let `act` deal with the next dialog; returns what its labels say, once it was there."""
    said: list[str] = []

    def come() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            QTimer.singleShot(5, come)
            return
        assert dialog.windowTitle(), "a window without a name in the task bar"
        said.extend(label.text() for label in dialog.findChildren(QLabel))
        rich = [label for label in dialog.findChildren(QLabel) if label.text() and not is_plain(label)]
        assert not rich, [label.text() for label in rich]
        act(dialog)

    QTimer.singleShot(0, come)
    return said


def is_plain(label: QLabel) -> bool:
    return label.textFormat() is Qt.TextFormat.PlainText or not label.pixmap().isNull()


def press(text: str) -> Callable[[QDialog], None]:
    def act(dialog: QDialog) -> None:
        button = next(each for each in dialog.findChildren(QAbstractButton) if each.text() == text)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    return act


def escape(dialog: QDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def enter(dialog: QDialog) -> None:
    focus = dialog.focusWidget() or dialog
    QTest.keyClick(focus, Qt.Key.Key_Return)


@pytest.mark.modal
@pytest.mark.parametrize(
    ("act", "answer"),
    [
        (press("Save"), Unsaved.SAVE),
        (press("Don’t Save"), Unsaved.DISCARD),
        (press("Cancel"), Unsaved.CANCEL),
        (escape, Unsaved.CANCEL),
        (enter, Unsaved.SAVE),
    ],
)
def test_unsaved(parent: QWidget, act: Callable[[QDialog], None], answer: Unsaved) -> None:
    said = when_asked(act)
    assert Dialogs().unsaved(parent, NASTY) is answer
    assert f"Save the changes to “{NASTY}”?" in said
    assert "If you do not save them, they are lost." in said, "true also of what was never saved"


@pytest.mark.modal
@pytest.mark.parametrize(
    ("act", "answer"),
    [
        (press("Open Read-Only"), Locked.READ_ONLY),
        (press("Open a Copy"), Locked.COPY),
        (press("Open Anyway"), Locked.ANYWAY),
        (escape, Locked.CANCEL),
        (enter, Locked.READ_ONLY),
    ],
)
def test_locked(parent: QWidget, act: Callable[[QDialog], None], answer: Locked) -> None:
    said = when_asked(act)
    assert Dialogs().locked(parent, "a.vstream", f"{NASTY} has it open.") is answer
    assert any(NASTY in text for text in said)


@pytest.mark.modal
@pytest.mark.parametrize(
    ("act", "answer"),
    [
        (press("Put Both Together"), OnDisk.TOGETHER),
        (enter, OnDisk.TOGETHER),
        (press("Save a Copy…"), OnDisk.SAVE_COPY),
        (press("Take Theirs"), OnDisk.TAKE_THEIRS),
        (press("Keep Mine"), OnDisk.KEEP_MINE),
        (escape, OnDisk.KEEP_MINE),
    ],
)
def test_changed_on_disk(parent: QWidget, act: Callable[[QDialog], None], answer: OnDisk) -> None:
    when_asked(act)
    assert Dialogs().changed_on_disk(parent, "a.vstream") is answer


@pytest.mark.modal
@pytest.mark.parametrize(("button", "name"), [("review_accept", "Ours"), ("", None)])
def test_what_contradicts_is_reviewed(parent: QWidget, button: str, name: str | None) -> None:
    base = new_document()

    def version(**fields: object) -> Snapshot:
        draft = Draft(base)
        draft.update(base.streams[0].id, **fields)
        return draft.view

    versions = base, version(name="Ours"), version(name="Theirs", owner="Somebody")

    def answer(dialog: QDialog) -> None:
        found = dialog.findChild(QAbstractButton, button) if button else None
        if found is not None:
            found.click()
        else:
            dialog.reject()

    when_asked(answer)
    outcome = Dialogs().review_versions(parent, NASTY, versions)
    assert (outcome.streams[0].name if outcome is not None else None) == name
    assert outcome is None or outcome.streams[0].owner == "Somebody"


@pytest.mark.modal
@pytest.mark.parametrize(
    ("act", "answer"),
    [(press("Open Repaired"), True), (press("Cancel"), False), (escape, False), (enter, True)],
)
def test_open_repaired(parent: QWidget, act: Callable[[QDialog], None], answer: bool) -> None:
    when_asked(act)
    assert Dialogs().open_repaired(parent, "a.vstream", ["Flow 3: an end is missing."]) is answer


@pytest.mark.modal
def test_an_error_is_plain_text_and_can_be_copied(parent: QWidget) -> None:
    def copy_and_close(dialog: QDialog) -> None:
        assert dialog.findChildren(QPlainTextEdit)[0].toPlainText() == f"• {NASTY}\n• Second"
        press("Copy details")(dialog)
        press("Close")(dialog)

    when_asked(copy_and_close)
    Dialogs().error(parent, "The document was not saved.", NASTY, [NASTY, "Second"])
    assert QGuiApplication.clipboard().text() == f"The document was not saved.\n{NASTY}\n{NASTY}\nSecond"


@pytest.mark.modal
def test_the_recovery_dialog_answers_for_each_offer(parent: QWidget) -> None:
    offers = [CrashOffer(NASTY, "14:02", 3), CrashOffer("b", "14:03", 1)]
    when_asked(press("Continue"))
    assert Dialogs().crashed(parent, offers) == [Crashed.RECOVER, Crashed.RECOVER]
    when_asked(escape)
    assert Dialogs().crashed(parent, offers) == [Crashed.LATER, Crashed.LATER]


@pytest.fixture
def file_dialog(monkeypatch: pytest.MonkeyPatch) -> list[QFileDialog]:
    """The platform's dialog answers Save at once; what it was set up with is kept."""
    seen: list[QFileDialog] = []

    def accept(dialog: QFileDialog) -> int:
        seen.append(dialog)
        return int(QFileDialog.DialogCode.Accepted)

    monkeypatch.setattr(QFileDialog, "exec", accept)
    return seen


def test_saving_proposes_a_name_and_adds_the_suffix(
    parent: QWidget, tmp_path: Path, file_dialog: list[QFileDialog]
) -> None:
    assert Dialogs().path_to_save(parent, tmp_path / "mine") == tmp_path / "mine.vstream"
    assert file_dialog[0].acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert Dialogs().path_to_save(parent, tmp_path / "mine.json") == tmp_path / "mine.json"
    assert file_dialog[1].selectedNameFilter() == "Value streams as JSON (*.json)"
    workbook = EXPORTERS["xlsx"]
    assert Dialogs().path_to_export(parent, tmp_path / "mine", workbook) == tmp_path / "mine.xlsx"


def test_choosing_json_changes_the_suffix(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def choose_json(dialog: QFileDialog) -> int:
        dialog.filterSelected.emit("Value streams as JSON (*.json)")
        return int(QFileDialog.DialogCode.Accepted)

    monkeypatch.setattr(QFileDialog, "exec", choose_json)
    assert Dialogs().path_to_save(parent, tmp_path / "mine") == tmp_path / "mine.json"


def test_leaving_the_file_dialog_is_no_path(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: int(QFileDialog.DialogCode.Rejected))
    assert Dialogs().path_to_save(parent, tmp_path / "mine") is None


def test_several_files_may_be_opened(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [str(tmp_path / "a.vstream"), str(tmp_path / "b.json")]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: (names, ""))
    assert Dialogs().paths_to_open(parent, tmp_path) == [Path(name) for name in names]
