"""Printing: the preview by keyboard and mouse, what it shows, and the pages that come out."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, QSize, Qt
from PySide6.QtGui import QAction, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolBar, QToolButton
from pytestqt.qtbot import QtBot

from tests.examples.make_cloud_service import PATH as SAMPLE
from tests.ui.window_kit import Answers, windows_of
from vsdesigner.exchange.options import ExportOptions
from vsdesigner.storage import documents
from vsdesigner.ui.app import make_program
from vsdesigner.ui.dialogs.answers import Unsaved
from vsdesigner.ui.icons import icon
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.pictures.printing import ICONS, PrintPreview, _printer_for, paper_in, print_pages

PDFTOTEXT = shutil.which("pdftotext")


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    program = make_program(dialogs=Answers(on_unsaved=Unsaved.DISCARD))
    program.new_window()
    made = windows_of(program)[0]
    made.files.open_example()
    made.resize(1280, 800)
    qtbot.waitExposed(made)
    made.activateWindow()
    made.regions.focus("canvas")
    yield made
    program.quit()


def preview_of(window: MainWindow) -> PrintPreview:
    (found,) = window.findChildren(PrintPreview)
    return found


def shown(preview: PrintPreview, qtbot: QtBot) -> QPrintPreviewWidget:
    widget = preview.findChild(QPrintPreviewWidget)
    assert isinstance(widget, QPrintPreviewWidget)
    qtbot.waitUntil(lambda: widget.pageCount() > 0)
    return widget


def option(preview: PrintPreview, name: str) -> QAction:
    return next(action for action in preview.menu.actions() if action.objectName() == f"print.{name}")


def test_ctrl_p_shows_the_pages_and_escape_closes_them(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    preview = preview_of(window)
    assert shown(preview, qtbot).pageCount() == 2
    QTest.keyClick(preview, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(PrintPreview))
    assert window.session.history.isClean()


def test_parts_are_chosen_in_the_preview(window: MainWindow, qtbot: QtBot) -> None:
    window.files.print_streams()
    preview = preview_of(window)
    widget = shown(preview, qtbot)
    option(preview, "pages.one").trigger()
    qtbot.waitUntil(lambda: widget.pageCount() == 1)
    option(preview, "raci").trigger()
    qtbot.waitUntil(lambda: widget.pageCount() == 2)
    option(preview, "diagram").trigger()
    qtbot.waitUntil(lambda: widget.pageCount() == 1)
    option(preview, "raci").trigger()
    qtbot.waitUntil(lambda: widget.pageCount() == 1)
    preview.close()


def test_the_buttons_ahead_are_those_that_end_the_row_of_qt(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved: list[str] = []
    real = QToolBar.removeAction

    def remove(bar: QToolBar, action: QAction) -> None:
        moved.append(action.text())
        real(bar, action)

    monkeypatch.setattr(QToolBar, "removeAction", remove)
    window.files.print_streams()
    preview = preview_of(window)
    shown(preview, qtbot)
    assert moved == ["Page setup", "Print"]
    for name in ("print_now", "print_parts", "print_paper"):
        button = preview.findChild(QToolButton, name)
        assert isinstance(button, QToolButton)
        assert button.isVisible()
        assert button.focusPolicy() is Qt.FocusPolicy.StrongFocus
    preview.close()


def test_what_is_selected_can_be_printed(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    window.files.print_streams()
    assert not [action for action in preview_of(window).menu.actions() if "selection" in action.objectName()]
    preview_of(window).close()
    qtbot.waitUntil(lambda: not window.findChildren(PrintPreview))
    session.reveal([step.id for step in session.now.steps(session.stream)][:2])
    window.files.print_streams()
    preview = preview_of(window)
    widget = shown(preview, qtbot)
    option(preview, "extent.selection").trigger()
    qtbot.waitUntil(lambda: widget.pageCount() == 1)
    preview.close()


def printed(path: Path, options: ExportOptions, *, first: int = 0, last: int = 0) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setFullPage(True)
    size = QPageSize(QPageSize.PageSizeId.Letter)
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Landscape, QMarginsF(20, 20, 20, 20)))
    if first:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(first, last)
    print_pages(documents.read(SAMPLE).snapshot, options, printer)
    return printer


@pytest.mark.usefixtures("qapp")
def test_paper_is_the_printers(tmp_path: Path) -> None:
    printer = printed(tmp_path / "out.pdf", ExportOptions())
    paper = paper_in(printer)
    assert paper.lying
    assert (round(paper.upright.width), round(paper.upright.height)) == (816, 1056)


@pytest.mark.usefixtures("qapp")
@pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext is not installed")
def test_the_pages_come_out(tmp_path: Path) -> None:
    options = ExportOptions(values={"parts": ("diagram", "raci"), "pages": "one"})
    assert pages_in(tmp_path / "all.pdf", options) == ["Page 1 of 2", "Page 2 of 2"]
    assert pages_in(tmp_path / "second.pdf", options, first=2, last=2) == ["Page 2 of 2"]


def pages_in(path: Path, options: ExportOptions, *, first: int = 0, last: int = 0) -> list[str]:
    printed(path, options, first=first, last=last)
    done = subprocess.run(
        [PDFTOTEXT or "", str(path), "-"], capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert "Clarify what the" in done.stdout
    return [line for line in done.stdout.splitlines() if line.startswith("Page ")]


def test_the_buttons_wear_our_icons(window: MainWindow) -> None:
    window.files.print_streams()
    preview = preview_of(window)
    bar = preview.findChild(QToolBar)
    assert isinstance(bar, QToolBar)
    theirs = [action for action in bar.actions() if not action.icon().isNull()]
    assert len(theirs) == len(ICONS)
    for action, name in zip(theirs, ICONS, strict=True):
        size = QSize(32, 32)
        assert action.icon().pixmap(size).toImage() == icon(name).pixmap(size).toImage(), name
    preview.close()


def test_the_set_up_shows_the_margins_of_the_page_and_wider_ones_are_kept(tmp_path: Path) -> None:
    view = documents.read(SAMPLE).snapshot
    printer = _printer_for(view, ExportOptions(streams=(view.streams[0].id,)))
    margins = printer.pageLayout().margins(QPageLayout.Unit.Millimeter)
    assert (round(margins.left()), round(margins.bottom())) == (12, 12)
    before = paper_in(printer).upright
    printer.setPageMargins(QMarginsF(42, 12, 12, 22), QPageLayout.Unit.Millimeter)
    after = paper_in(printer).upright
    lying = printer.pageLayout().orientation() is QPageLayout.Orientation.Landscape
    taken = (before.height - after.height, before.width - after.width)
    assert [round(px / 96 * 25.4) for px in (taken if lying else taken[::-1])] == [30, 10]
