"""What is open is said before something is handed over, and stops nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.examples.make_cloud_service import PATH as SAMPLE
from tests.ui.window_kit import add_step
from vsdesigner.analysis.finding import Finding, Level
from vsdesigner.analysis.findings import find_all
from vsdesigner.analysis.profiles import READY_TO_PRESENT, profile_named
from vsdesigner.commands import streams
from vsdesigner.storage import documents
from vsdesigner.ui.export.dialog import ExportDialog
from vsdesigner.ui.files.opening import Opened
from vsdesigner.ui.main_window import MainWindow

Ask = Callable[[], ExportDialog]


def said(dialog: ExportDialog, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: bool(dialog.standing.text.text()), timeout=10_000)
    return dialog.standing.text.text()


def show_sample(window: MainWindow) -> None:
    window.files.take(Opened(documents.read(SAMPLE).snapshot))


def test_a_stream_that_is_ready_is_said_to_be(window: MainWindow, ask: Ask, qtbot: QtBot) -> None:
    show_sample(window)
    dialog = ask()
    assert said(dialog, qtbot) == "Checked as “Ready to present”: nothing that others would miss."
    assert not dialog.standing.show_button.isVisible()


def test_gaps_are_counted_with_the_eyes_of_those_it_is_for(
    window: MainWindow, ask: Ask, qtbot: QtBot
) -> None:
    show_sample(window)
    with window.session.edit("Break it") as draft:
        draft.update("step-build", raci=())
    dialog = ask()
    text = said(dialog, qtbot)
    assert text.startswith("Checked as “Ready to present”: 1 ")
    assert "Others will see the gaps." in text
    assert dialog.export_button.isEnabled()


def test_show_leads_to_the_problems(window: MainWindow, document: Path, ask: Ask, qtbot: QtBot) -> None:
    add_step(window.session)
    dialog = ask()
    said(dialog, qtbot)
    with qtbot.waitSignal(window.session.problems_requested):
        QTest.mouseClick(dialog.standing.show_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert window.regions.is_shown("problems")


def test_numbers_that_differ_from_the_status_bar_say_why_and_agree_when_shown(
    window: MainWindow, ask: Ask, qtbot: QtBot
) -> None:
    show_sample(window)
    with window.session.edit("Break it") as draft:
        draft.update("step-build", raci=(), tasks=())
        draft.update(window.session.now.steps(window.session.stream)[0].id, name="")
    drawn = find_all(window.session.now)
    dialog = ask()
    text = said(dialog, qtbot)
    counts = Counter(finding.level for finding in drawn)
    assert "The status bar counts as “While drawing”" in text
    ready = counts_of(find_all(window.session.now, profile_named(READY_TO_PRESENT)))
    assert ready != (counts[Level.ERROR], counts[Level.WARNING])
    assert all(str(number) in text for number in ready if number)
    QTest.mouseClick(dialog.standing.show_button, Qt.MouseButton.LeftButton)
    assert window.session.now.settings.check_profile == READY_TO_PRESENT
    shown = window.session.problems.counts
    assert (shown[Level.ERROR], shown[Level.WARNING]) == ready
    assert window.session.history.undoText() == "Check as “Ready to present”"
    text = said(ask(), qtbot)
    assert "status bar" not in text


def counts_of(findings: Iterable[Finding]) -> tuple[int, int]:
    counted = Counter(finding.level for finding in findings)
    return counted[Level.ERROR], counted[Level.WARNING]


def test_only_the_streams_that_are_handed_over_count(window: MainWindow, ask: Ask, qtbot: QtBot) -> None:
    show_sample(window)
    first = window.session.stream
    with window.session.edit("Add an empty stream") as draft:
        second = streams.add(draft, "Nothing in it yet")
    dialog = ask()
    assert "Others will see the gaps." in said(dialog, qtbot)
    dialog.streams.several.boxes[second].click()
    assert dialog.streams.streams() == (first,)
    assert said(dialog, qtbot) == "Checked as “Ready to present”: nothing that others would miss."
