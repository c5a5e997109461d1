"""A workbook comes home in the window: reviewed line by line, one step, nothing before OK."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.examples.make_cloud_service import PATH as SAMPLE
from tests.exchange.excel.way_back.kit import edited, exported, foreign
from tests.exchange.excel.way_back.test_round_trip import LAYOUT, NEW, twenty_cells
from tests.ui.window_kit import Answers, named, opened, told, trigger, windows_of
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Step, Stream
from vsdesigner.storage import documents
from vsdesigner.ui.importing.review_dialog import ReviewDialog
from vsdesigner.ui.main_window import MainWindow

Key = Qt.Key
WAIT = 20_000


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "cloud.vstream"
    path.write_bytes(SAMPLE.read_bytes())
    return path


def workbook(path: Path, view: Snapshot) -> Path:
    path.write_bytes(edited(exported(view), twenty_cells))
    return path


def review(qtbot: QtBot, window: MainWindow, answers: Answers, path: Path) -> ReviewDialog:
    """Import by the action and wait for the dialog."""
    answers.import_path = path
    trigger(window, "file.import")

    def shown() -> None:
        assert window.findChild(ReviewDialog) is not None

    qtbot.waitUntil(shown, timeout=WAIT)
    dialog = window.findChild(ReviewDialog)
    assert isinstance(dialog, ReviewDialog)
    return dialog


def texts(dialog: ReviewDialog) -> list[str]:
    return [change.text for change in dialog.list.ticks()]


def test_nothing_happens_before_ok_and_cancel_changes_nothing(
    qtbot: QtBot, window: MainWindow, answers: Answers, sample: Path, tmp_path: Path
) -> None:
    opened(window, sample)
    before = window.session.now
    dialog = review(qtbot, window, answers, workbook(tmp_path / "back.xlsx", before))
    assert window.session.now is before
    assert len(texts(dialog)) >= 20
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert window.session.now is before
    assert not window.session.history.canUndo()


def test_all_of_it_is_one_step_and_the_drawing_stays(
    qtbot: QtBot, window: MainWindow, answers: Answers, sample: Path, tmp_path: Path
) -> None:
    opened(window, sample)
    before = window.session.now
    dialog = review(qtbot, window, answers, workbook(tmp_path / "back.xlsx", before))
    count = len(texts(dialog))
    qtbot.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
    now = window.session.now
    assert now.get("step-plan", Step).name == "Plan the set-up"
    assert "step-deploy" not in now
    assert NEW in [step.name for step in now.steps(window.session.stream)]
    for step in before.steps(window.session.stream):
        if step.id in now:
            after = now.get(step.id, Step)
            assert [getattr(after, name, None) for name in LAYOUT] == [
                getattr(step, name, None) for name in LAYOUT
            ]
    assert window.session.history.undoText() == "Import “back.xlsx”"
    assert f"“back.xlsx” is imported: {count} changes taken over." in told(window)
    window.session.undo()
    assert window.session.now == before


def test_by_keyboard_one_change_is_left_out(
    qtbot: QtBot, window: MainWindow, answers: Answers, sample: Path, tmp_path: Path
) -> None:
    opened(window, sample)
    dialog = review(qtbot, window, answers, workbook(tmp_path / "back.xlsx", window.session.now))
    assert dialog.focusWidget() is dialog.list
    while "renamed" not in getattr(dialog.list.current_change(), "text", ""):
        qtbot.keyClick(dialog.list, Key.Key_Down)
    qtbot.keyClick(dialog.list, Key.Key_Space)
    assert dialog.go_on.text() == f"Take {len(texts(dialog)) - 1} changes"
    qtbot.keyClick(dialog.list, Key.Key_Return)
    now = window.session.now
    assert now.get("step-plan", Step).name == "Plan how and when the service is set up"
    assert now.get("step-build", Step).qualifier == "a supplier builds it"


def test_a_step_left_out_leaves_its_flows_as_they_were(
    qtbot: QtBot, window: MainWindow, answers: Answers, sample: Path, tmp_path: Path
) -> None:
    opened(window, sample)
    before = window.session.now
    dialog = review(qtbot, window, answers, workbook(tmp_path / "back.xlsx", before))
    for change in dialog.list.ticks():
        if NEW in change.text or "launch” is removed" in change.text:
            dialog.list.tick(change, False)
    qtbot.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
    now, stream = window.session.now, window.session.stream
    assert {(flow.source, flow.target) for flow in now.flows(stream)} == {
        (flow.source, flow.target) for flow in before.flows(stream)
    }
    assert [step.id for step in now.steps(stream)] == [step.id for step in before.steps(stream)]


def test_a_contradiction_keeps_ours_unless_theirs_is_chosen(
    qtbot: QtBot, window: MainWindow, answers: Answers, sample: Path, tmp_path: Path
) -> None:
    opened(window, sample)
    path = workbook(tmp_path / "back.xlsx", window.session.now)
    with window.session.edit("Mine") as draft:
        draft.update("step-plan", name="Plan it our way")
        draft.update(window.session.stream, owner="Somebody Else")
    dialog = review(qtbot, window, answers, path)
    conflicts = [change for change in dialog.list.ticks() if change.conflict]
    assert {change.theirs for change in conflicts} == {"Plan the set-up", "Ada Weiss"}
    assert not any(dialog.list.ticks()[change] for change in conflicts)
    qtbot.mouseClick(dialog.only_conflicts, Qt.MouseButton.LeftButton)
    while dialog.list.current_change() not in conflicts:
        qtbot.keyClick(dialog.list, Key.Key_Down)
    chosen = dialog.list.current_change()
    assert chosen is not None
    assert dialog.values.here.toPlainText() == chosen.ours
    qtbot.mouseClick(dialog.values.take, Qt.MouseButton.LeftButton)
    assert dialog.list.ticks()[chosen]
    dialog.go_on.click()
    now = window.session.now
    names = now.get("step-plan", Step).name, now.get(window.session.stream, Stream).owner
    expected = {
        "Plan the set-up": ("Plan the set-up", "Somebody Else"),
        "Ada Weiss": ("Plan it our way", "Ada Weiss"),
    }
    assert names == expected[chosen.theirs]


def test_all_contradictions_can_be_left_as_they_are_here(
    qtbot: QtBot, window: MainWindow, answers: Answers, sample: Path, tmp_path: Path
) -> None:
    opened(window, sample)
    path = workbook(tmp_path / "back.xlsx", window.session.now)
    with window.session.edit("Mine") as draft:
        draft.update("step-plan", name="Plan it our way")
    before = window.session.now
    dialog = review(qtbot, window, answers, path)
    qtbot.mouseClick(dialog.none, Qt.MouseButton.LeftButton)
    assert dialog.go_on.text() == "Keep what is here"
    qtbot.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
    assert window.session.now == before
    assert "Nothing of “back.xlsx” was taken over; the document is as it was." in told(window)


def test_the_filter_shows_what_holds_the_words_and_ticks_only_that(
    qtbot: QtBot, window: MainWindow, answers: Answers, sample: Path, tmp_path: Path
) -> None:
    opened(window, sample)
    dialog = review(qtbot, window, answers, workbook(tmp_path / "back.xlsx", window.session.now))
    qtbot.mouseClick(dialog.none, Qt.MouseButton.LeftButton)
    assert not dialog.go_on.isEnabled()
    dialog.filter.setFocus()
    qtbot.keyClicks(dialog.filter, "owner lindqvist")
    qtbot.mouseClick(dialog.all, Qt.MouseButton.LeftButton)
    assert sum(dialog.list.ticks().values()) == 1
    qtbot.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
    assert window.session.now.get(window.session.stream, Stream).owner == "Ada Weiss"
    assert window.session.now.get("step-plan", Step).name != "Plan the set-up"


def test_what_was_not_understood_is_listed_and_copied(
    qtbot: QtBot, window: MainWindow, answers: Answers, sample: Path, tmp_path: Path
) -> None:
    opened(window, sample)

    def edit(book: Workbook) -> None:
        book["Tasks"]["B4"] = "Dancing"
        book["Use case"]["B2"] = "Ada"

    path = tmp_path / "back.xlsx"
    path.write_bytes(edited(exported(window.session.now), edit))
    dialog = review(qtbot, window, answers, path)
    assert texts(dialog) == [
        "The owner of the stream “Provision a managed cloud service” changed from “Marta Lindqvist” to “Ada”."
    ]
    told = "Sheet “Tasks”, row 4, column “Mapped SVC”: “Dancing” is not an activity"
    assert told in dialog.problem_list.toPlainText()
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().startswith("Sheet “Tasks”, row 4")
    dialog.reject()


def test_a_workbook_without_changes_is_told(
    qtbot: QtBot, window: MainWindow, answers: Answers, sample: Path, tmp_path: Path
) -> None:
    opened(window, sample)
    path = tmp_path / "back.xlsx"
    path.write_bytes(exported(window.session.now))
    answers.import_path = path
    trigger(window, "file.import")
    words = "“back.xlsx” says nothing that the document does not say already."
    qtbot.waitUntil(lambda: words in told(window), timeout=WAIT)
    assert not window.session.history.canUndo()


def test_in_an_empty_window_the_document_opens_and_its_changes_are_shown(
    qtbot: QtBot, window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    base = documents.read(SAMPLE).snapshot
    dialog = review(qtbot, window, answers, workbook(tmp_path / "back.xlsx", base))
    assert window.session.now == base
    dialog.go_on.click()
    assert window.session.now.get("step-plan", Step).name == "Plan the set-up"
    assert window.files.file.is_modified


def test_the_workbook_of_another_document_opens_in_a_window_of_its_own(
    qtbot: QtBot, window: MainWindow, answers: Answers, sample: Path, tmp_path: Path
) -> None:
    with window.session.edit("Mine") as draft:
        draft.update(window.session.stream, name="Mine")
    path = tmp_path / "back.xlsx"
    path.write_bytes(exported(documents.read(sample).snapshot))
    answers.import_path = path
    trigger(window, "file.import")
    qtbot.waitUntil(lambda: len(windows_of(window.program)) == 2, timeout=WAIT)
    other = windows_of(window.program)[-1]
    assert other.session.now.get("step-plan", Step)
    assert [stream.name for stream in window.session.now.streams] == ["Mine"]
    other.session.history.setClean()
    answers.on_unsaved = None


def test_a_foreign_workbook_becomes_a_stream_of_this_document(
    qtbot: QtBot, window: MainWindow, answers: Answers, sample: Path, tmp_path: Path
) -> None:
    opened(window, sample)
    path = tmp_path / "Onboarding.xlsx"
    rows: list[list[object]] = [
        ["VALUE  STREAM step", "Mapped svc", "Task / Action"],
        ["Ask", "Engage", "- Call\n- Note"],
        ["Order", "Obtain/Build", ""],
    ]
    path.write_bytes(foreign({"Anything": rows}))
    dialog = review(qtbot, window, answers, path)
    dialog.go_on.click()
    now = window.session.now
    assert [stream.name for stream in now.streams] == ["Provision a managed cloud service", "Onboarding"]
    assert window.session.stream == now.streams[1].id, "what came is what is shown"
    made = now.steps(now.streams[1].id)
    assert [(step.name, step.lane) for step in made] == [("Ask", "engage"), ("Order", "obtain_build")]
    window.session.undo()
    assert len(window.session.now.streams) == 1


def test_a_foreign_workbook_that_is_opened_is_a_document_of_its_own(
    qtbot: QtBot, window: MainWindow, sample: Path, tmp_path: Path
) -> None:
    opened(window, sample)
    before = window.session.now
    path = tmp_path / "Onboarding.xlsx"
    path.write_bytes(foreign({"Sheet1": [["Step", "Activity"], ["Ask", "Engage"]]}))
    opened(window, path)
    qtbot.waitUntil(lambda: len(windows_of(window.program)) == 2, timeout=WAIT)
    other = windows_of(window.program)[-1]
    assert [stream.name for stream in other.session.now.streams] == ["Onboarding"]
    assert window.session.now is before
    other.session.history.setClean()


def test_what_is_no_workbook_is_refused_in_a_sentence(
    qtbot: QtBot, window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    path = tmp_path / "text.xlsx"
    path.write_text("hello")
    answers.import_path, answers.expects_errors = path, True
    trigger(window, "file.import")
    qtbot.waitUntil(lambda: bool(answers.errors), timeout=WAIT)
    assert answers.errors == [
        (
            "“text.xlsx” was not imported.",
            "The workbook was not opened: it is no Excel workbook (.xlsx), or it is damaged or protected"
            " with a password.",
        )
    ]


def test_user_text_is_never_markup(
    qtbot: QtBot, window: MainWindow, answers: Answers, sample: Path, tmp_path: Path
) -> None:
    opened(window, sample)
    draft = Draft(window.session.now)
    draft.update("step-plan", name="<b>Plan</b> & go")
    path = tmp_path / "back.xlsx"

    def edit(book: Workbook) -> None:
        book["Steps"]["A5"] = "<b>Plan</b> & go"

    path.write_bytes(edited(exported(window.session.now), edit))
    dialog = review(qtbot, window, answers, path)
    assert "<b>Plan</b> & go" in dialog.values.sentence.text()
    assert dialog.values.there.toPlainText() == "<b>Plan</b> & go"
    item = dialog.list.currentItem()
    assert item is not None
    assert "&lt;b&gt;" in item.toolTip(2)
    assert named(dialog, "review_accept", QPushButton) is dialog.go_on
    dialog.reject()


def test_the_first_contradiction_is_in_sight_and_long_sentences_are_wrapped(
    qtbot: QtBot, window: MainWindow, answers: Answers, sample: Path, tmp_path: Path
) -> None:
    opened(window, sample)
    path = workbook(tmp_path / "back.xlsx", window.session.now)
    last = window.session.now.steps(window.session.stream)[-1]

    def edit(book: Workbook) -> None:
        for row in book["Steps"].iter_rows():
            if row[-1].value == last.id:
                row[0].value = "Theirs"

    path.write_bytes(edited(path.read_bytes(), edit))
    with window.session.edit("Rename the last step") as draft:
        draft.update(last.id, name="Ours")
    dialog = review(qtbot, window, answers, path)
    change = dialog.list.current_change()
    assert change is not None and change.conflict
    assert change.text == f"The name of “{last.name}” became “Ours” here and “Theirs” there."
    item = dialog.list.currentItem()
    assert item is not None
    qtbot.waitUntil(
        lambda: dialog.list.viewport().rect().contains(dialog.list.visualItemRect(item)), timeout=WAIT
    )
    assert dialog.list.headerItem().text(2) == "There"
    heights = {dialog.list.visualItemRect(each).height() for *_, each in dialog.list._items}
    assert len(heights) > 1, "a long sentence takes several lines"
    dialog.reject()


def test_what_goes_with_a_change_is_said(
    qtbot: QtBot, window: MainWindow, answers: Answers, sample: Path, tmp_path: Path
) -> None:
    opened(window, sample)
    dialog = review(qtbot, window, answers, workbook(tmp_path / "back.xlsx", window.session.now))
    added = next(change for change in dialog.list.ticks() if NEW in change.text and change.added)
    count = len(added.keys) - 1
    assert added.text.endswith(f" {count} flows go with it.")
    assert added.added.count("flow from") == count
    dialog.values.show_change(added, is_ticked=True)
    assert dialog.values.there.toPlainText() == f"{NEW}\n{added.added}"
    dialog.reject()


def test_a_stream_that_comes_lists_its_steps(
    qtbot: QtBot, window: MainWindow, answers: Answers, sample: Path, tmp_path: Path
) -> None:
    opened(window, sample)
    path = tmp_path / "Onboarding.xlsx"
    path.write_bytes(foreign({"Sheet1": [["Step", "Activity"], ["Ask", "Engage"], ["Buy", "Obtain/Build"]]}))
    dialog = review(qtbot, window, answers, path)
    dialog.list.setCurrentItem(dialog.list._items[-1][2])
    change = next(change for change in dialog.list.ticks() if "Onboarding" in change.text)
    dialog.values.show_change(change, is_ticked=True)
    assert dialog.values.there.toPlainText().splitlines() == ["Onboarding", "1  Ask", "2  Buy"]
    dialog.reject()
