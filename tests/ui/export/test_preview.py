"""The look at what comes out: rendered in a thread, stopped when something changes."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTableWidget, QTabWidget
from pytestqt.qtbot import QtBot

from tests.examples.make_cloud_service import PATH as SAMPLE
from tests.ui.export.conftest import Fake
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.registry import EXPORTERS, Cancelled, ExportOptions, Question
from vsdesigner.model.errors import UserError
from vsdesigner.storage import documents
from vsdesigner.ui.export import slides
from vsdesigner.ui.export.dialog import ExportDialog
from vsdesigner.ui.export.enlarged import Enlarged
from vsdesigner.ui.export.looking import PICTURE, Asked, Look, look, size_text
from vsdesigner.ui.export.option_fields import Several
from vsdesigner.ui.export.preview_pane import Picture, widget_of
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.pictures.register import register_pictures
from vsdesigner.ui.plain import PlainLabel

Ask = Callable[[], ExportDialog]


@pytest.fixture(autouse=True)
def all_formats() -> None:
    register_pictures(display=True)


@pytest.fixture
def view() -> Snapshot:
    return documents.read(SAMPLE).snapshot


def looked(view: Snapshot, format: str) -> Look:
    exporter = EXPORTERS[format]
    streams = (view.streams[0].id,) if exporter.one_stream else ()
    return look(Asked(exporter, view, ExportOptions(streams=streams)), lambda _share: None, lambda: False)


def test_a_workbook_is_shown_sheet_by_sheet(view: Snapshot) -> None:
    found = looked(view, "xlsx")
    sheets = {sheet.name: sheet for sheet in found.sheets}
    cells = [cell for row in sheets["Steps"].rows for cell in row]
    assert "Clarify what the customer needs" in " ".join(cells)
    assert found.said.startswith(f"{len(sheets)} sheets · ")


@pytest.mark.parametrize("format", ["svg", "png"])
def test_a_picture_is_shown_as_it_is(view: Snapshot, format: str) -> None:
    found = looked(view, format)
    (_, image) = found.pictures[0]
    assert 400 < image.width() <= PICTURE.width()
    colours = {image.pixel(x, image.height() // 2) for x in range(0, image.width(), 7)}
    assert len(colours) > 3


def test_a_web_page_shows_the_lanes(view: Snapshot) -> None:
    found = looked(view, "html")
    assert len(found.pictures) == 1
    assert found.said.startswith("One file that works without a network")


def test_the_pages_of_a_pdf_are_drawn_as_they_will_be(view: Snapshot) -> None:
    exporter = EXPORTERS["pdf"]
    options = ExportOptions(values={"parts": ("use_case", "diagram"), "orientation": "landscape"})
    content = exporter.render(view, options, lambda _share: None, lambda: False)
    found = look(Asked(exporter, view, options), lambda _share: None, lambda: False)
    in_file = len(re.findall(rb"/Type\s*/Page\b(?!s)", content))
    assert len(found.pictures) == in_file > 1
    assert found.said.startswith(f"{in_file} pages · ")
    for _, image in found.pictures:
        assert image.width() > image.height()
        wide, high = image.width(), image.height()
        assert len({image.pixel(x, y) for x in range(0, wide, 7) for y in range(0, high, 7)}) > 9


def test_slides_are_drawn(view: Snapshot) -> None:
    found = looked(view, "pptx")
    assert len(found.pictures) > 5
    image = found.pictures[0][1]
    assert abs(image.width() / image.height() - 16 / 9) < 0.05
    assert (
        len({image.pixel(x, y) for x in range(0, image.width(), 9) for y in range(0, image.height(), 9)}) > 2
    )


def test_of_many_slides_the_first_ones_are_drawn(
    view: Snapshot, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slides, "MOST", 2)
    found = looked(view, "pptx")
    assert [image.isNull() for _, image in found.pictures[:3]] == [False, False, True]
    shown = widget_of(found)
    qtbot.addWidget(shown)
    assert len(shown.findChildren(Picture)) == 2
    texts = [label.text() for label in shown.findChildren(PlainLabel)]
    assert texts[-1] == f"{len(found.pictures) - 2} more follow."


def test_a_look_stops_when_told(view: Snapshot) -> None:
    asked = Asked(EXPORTERS["xlsx"], view, ExportOptions())
    with pytest.raises(Cancelled):
        look(asked, lambda _share: None, lambda: True)


@pytest.mark.parametrize(
    ("count", "text"), [(1, "1 byte"), (900, "900 bytes"), (20_480, "20 KB"), (3 * 1024 * 1024, "3.0 MB")]
)
def test_sizes_in_words(count: int, text: str) -> None:
    assert size_text(count) == text


# -- in the dialog ------------------------------------------------------------------------------------------
def test_the_dialog_shows_the_sheets(window: MainWindow, document: Path, ask: Ask, qtbot: QtBot) -> None:
    dialog = ask()
    with qtbot.waitSignal(dialog.preview.shown, timeout=30_000):
        pass
    tabs = dialog.preview.findChild(QTabWidget)
    assert tabs is not None
    assert "Steps" in [tabs.tabText(row) for row in range(tabs.count())]
    assert dialog.preview.findChildren(QTableWidget)


def test_the_dialog_shows_a_picture(window: MainWindow, document: Path, ask: Ask, qtbot: QtBot) -> None:
    dialog = ask()
    dialog.choose_format("svg")
    with qtbot.waitSignal(dialog.preview.shown, timeout=30_000):
        pass
    assert dialog.preview.findChildren(Picture)


def test_what_has_no_picture_shows_its_text_and_size(
    window: MainWindow, ask: Ask, fake: Fake, qtbot: QtBot
) -> None:
    dialog = ask()
    dialog.choose_format("fake")
    qtbot.waitUntil(lambda: dialog.preview.look is not None, timeout=10_000)
    text = dialog.preview.findChild(QPlainTextEdit)
    assert text is not None
    assert text.toPlainText().startswith("fake of")
    assert dialog.preview.said.text().startswith("Fake & picture · ")
    assert fake.asked[-1].source == ""  # what a file carries cannot be seen


def test_a_change_stops_the_look_before(window: MainWindow, ask: Ask, fake: Fake, qtbot: QtBot) -> None:
    began = threading.Event()

    def wait(stop: Question) -> None:
        began.set()
        for _ in range(500):
            if stop():
                return
            threading.Event().wait(0.01)

    fake.waits = wait
    dialog = ask()
    dialog.choose_format("fake")
    qtbot.waitUntil(began.is_set, timeout=10_000)
    fake.waits = None
    assert dialog.fields is not None
    parts = dialog.fields.field("parts")
    assert isinstance(parts, Several)
    parts.boxes["three"].click()
    parts.boxes["one"].click()
    qtbot.waitUntil(lambda: dialog.preview.look is not None, timeout=10_000)
    qtbot.waitUntil(lambda: fake.stopped == 1, timeout=10_000)
    assert len(fake.asked) == 2  # two changes in a row are one look
    assert "('two', 'three')" in (dialog.preview.look.text if dialog.preview.look else "")


def test_leaving_stops_the_look(window: MainWindow, ask: Ask, fake: Fake, qtbot: QtBot) -> None:
    began = threading.Event()

    def wait(stop: Question) -> None:
        began.set()
        while not stop():
            threading.Event().wait(0.01)

    fake.waits = wait
    dialog = ask()
    dialog.choose_format("fake")
    qtbot.waitUntil(began.is_set, timeout=10_000)
    dialog.reject()
    qtbot.waitUntil(lambda: fake.stopped == 1, timeout=10_000)


def test_a_sentence_of_the_format_stands_where_the_picture_would(
    window: MainWindow, ask: Ask, fake: Fake, qtbot: QtBot
) -> None:
    fake.error = UserError("Nothing is selected.")
    dialog = ask()
    dialog.choose_format("fake")
    with qtbot.waitSignal(dialog.preview.shown, timeout=10_000):
        pass
    assert "Nothing is selected." in [
        label.text() for label in dialog.preview.findChildren(type(dialog.preview.said))
    ]


@pytest.mark.logs("the preview failed")
def test_a_fault_of_a_format_does_not_take_the_dialog_along(
    window: MainWindow, ask: Ask, fake: Fake, qtbot: QtBot
) -> None:
    fake.error = RuntimeError("oops")
    dialog = ask()
    dialog.choose_format("fake")
    with qtbot.waitSignal(dialog.preview.shown, timeout=10_000):
        pass
    assert "There is no picture of it" in dialog.preview.said.text()
    assert dialog.isVisible()


# -- looking closer -----------------------------------------------------------------------------------------
def test_a_click_on_a_picture_shows_it_as_large_as_it_is(view: Snapshot, qtbot: QtBot) -> None:
    shown = widget_of(looked(view, "svg"))
    qtbot.addWidget(shown)
    assert isinstance(shown, Picture)
    shown.resize(400, 300)
    shown.show()
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton)
    (large,) = shown.findChildren(Enlarged)
    picture = large.area.widget()
    assert isinstance(picture, QLabel)
    assert picture.pixmap().width() > 2_000, "a wide stream is more than a strip"
    QTest.keyClick(large, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shown.findChildren(Enlarged))
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert shown.findChildren(Enlarged)
    shown.findChildren(Enlarged)[0].reject()


def test_the_web_page_shows_its_words_below_the_lanes(view: Snapshot, qtbot: QtBot) -> None:
    found = looked(view, "html")
    shown = widget_of(found)
    qtbot.addWidget(shown)
    assert shown.findChildren(Picture)
    label = shown.findChild(PlainLabel, "export_preview_words")
    assert isinstance(label, PlainLabel)
    lines = label.text().splitlines()
    assert lines[0] == "Provision a managed cloud service"
    assert {"Use case", "Steps", "Responsibilities"} <= set(lines)
    for step in view.steps(view.streams[0].id):
        assert any(step.name in line for line in lines)
    assert not any("Skip to" in line or "{" in line for line in lines)


def test_no_row_of_a_sheet_is_cut(view: Snapshot, qtbot: QtBot) -> None:
    shown = widget_of(looked(view, "xlsx"))
    qtbot.addWidget(shown)
    shown.resize(700, 500)
    shown.show()
    grid = shown.findChildren(QTableWidget)[0]
    high = grid.fontMetrics().lineSpacing()
    for row in range(grid.rowCount()):
        for column in range(grid.columnCount()):
            item = grid.item(row, column)
            words = item.text() if item is not None else ""
            width = grid.fontMetrics().horizontalAdvance(words)
            lines = -(-width // (grid.columnWidth(column) - 20)) if words else 0
            assert grid.rowHeight(row) >= min(lines, 4) * high, (row, words)
