"""What concerns the documents of several windows: save all, reopen closed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.window_kit import Answers, add_step, opened, told, trigger, windows_of
from vsdesigner.storage import documents
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.program import Program

Mod, Key = Qt.KeyboardModifier, Qt.Key


def test_conv_55_ctrl_alt_s_saves_all_windows(
    window: MainWindow, program: Program, answers: Answers, tmp_path: Path
) -> None:
    answers.save_path = tmp_path / "one.vstream"
    add_step(window.session)
    trigger(window, "file.save")
    program.new_window()
    second = windows_of(program)[-1]
    answers.save_path = tmp_path / "two.vstream"
    add_step(window.session, "More")
    add_step(second.session, "Other")
    QTest.keyClick(window.centre.widget, Key.Key_S, Mod.ControlModifier | Mod.AltModifier)
    assert not window.isWindowModified() and not second.isWindowModified()
    assert documents.read(tmp_path / "one.vstream").snapshot == window.session.now
    assert documents.read(tmp_path / "two.vstream").snapshot == second.session.now
    assert answers.asked == ["save as", "save as"]


def test_save_all_stops_where_the_user_stops(window: MainWindow, program: Program, answers: Answers) -> None:
    program.new_window()
    second = windows_of(program)[-1]
    add_step(window.session)
    add_step(second.session)
    answers.save_path = None
    trigger(window, "file.save_all")
    assert answers.asked == ["save as"]
    assert window.isWindowModified() and second.isWindowModified()


def test_conv_55_ctrl_shift_t_reopens_what_was_closed_last(
    window: MainWindow, program: Program, answers: Answers, tmp_path: Path
) -> None:
    paths = [tmp_path / "a.vstream", tmp_path / "b.vstream"]
    for path in paths:
        documents.save(path, window.session.now)
    assert not window.verbs["file.reopen"].isEnabled()
    add_step(window.session)  # so that the files get windows of their own
    for path in paths:
        opened(window, path)
    for other in windows_of(program)[1:]:
        other.close()
    assert windows_of(program) == [window]
    QTest.keyClick(window.centre.widget, Key.Key_T, Mod.ControlModifier | Mod.ShiftModifier)
    QTest.keyClick(window.centre.widget, Key.Key_T, Mod.ControlModifier | Mod.ShiftModifier)
    assert [each.files.file.path for each in windows_of(program)[1:]] == [paths[1], paths[0]]
    assert not window.verbs["file.reopen"].isEnabled()


def test_reopening_a_file_that_is_gone_is_told(window: MainWindow, program: Program, tmp_path: Path) -> None:
    path = tmp_path / "a.vstream"
    documents.save(path, window.session.now)
    add_step(window.session)
    opened(window, path)
    windows_of(program)[-1].close()
    path.unlink()
    trigger(window, "file.reopen")
    assert told(window)[0].startswith("“")
    assert windows_of(program) == [window]
