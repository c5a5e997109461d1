"""Files that carry a document: dropped on the window or opened, they are the stream again."""

from __future__ import annotations

import base64
import time
import zlib
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.examples.make_cloud_service import PATH as SAMPLE
from tests.model.test_pictures import png
from tests.ui.window_kit import Answers, told, trigger, windows_of
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.carried import CARRIERS
from vsdesigner.exchange.home import Brought, Decode
from vsdesigner.exchange.registry import EXPORTERS, ExportOptions
from vsdesigner.model.records import NoteKind
from vsdesigner.storage import documents
from vsdesigner.storage.json_format import encode
from vsdesigner.ui.canvas.lane_canvas import LaneCanvas
from vsdesigner.ui.dialogs.dialogs import Dialogs
from vsdesigner.ui.importing.review_dialog import ReviewDialog
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.pictures.register import register_pictures

PICTURES = ("png", "svg", "pdf", "pptx", "html")  # a workbook comes in by way of the import


@pytest.fixture(autouse=True)
def all_formats() -> None:
    register_pictures(display=True)


def sample() -> Snapshot:
    return documents.read(SAMPLE).snapshot


def carrier(folder: Path, format: str, source: str | None = None) -> Path:
    """An export of the sample that carries it."""
    exporter = EXPORTERS[format]
    view = sample()
    text = encode(view).decode() if source is None else source
    streams = (view.streams[0].id,) if exporter.one_stream else ()
    options = ExportOptions(streams=streams, source=text)
    path = folder / f"Cloud service{exporter.suffix}"
    path.write_bytes(exporter.render(view, options, lambda _share: None, lambda: False))
    return path


def drop(place: QWidget, at: QPoint, *paths: Path) -> bool:
    """Let files fall on a widget, from entering to letting go; True when they were taken."""
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, copy, content, left, none)
    enter.setAccepted(False)
    QApplication.sendEvent(place, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(place, QDragMoveEvent(at, copy, content, left, none))
    fall = QDropEvent(QPointF(at), copy, content, left, none)
    QApplication.sendEvent(place, fall)
    return fall.isAccepted()


def viewport(window: MainWindow) -> QWidget:
    canvas = window.centre.widget
    assert isinstance(canvas, LaneCanvas)
    return canvas.view.viewport()


# -- what carries a document --------------------------------------------------------------------------------
@pytest.mark.parametrize("format", [format for format in PICTURES if f".{format}" in CARRIERS])
def test_dropped_on_the_window_it_opens_as_the_stream(
    window: MainWindow, tmp_path: Path, format: str
) -> None:
    path = carrier(tmp_path, format)
    assert drop(window, QPoint(400, 300), path)
    assert window.session.now == sample()
    assert window.files.file.path is None
    assert window.files.file.name == "Cloud service"
    assert not window.isWindowModified()
    assert told(window) == [f"This is the document that “{path.name}” carries. Save it to keep your changes."]


def test_a_workbook_opens_as_the_stream(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    assert drop(window, QPoint(400, 300), carrier(tmp_path, "xlsx"))
    qtbot.waitUntil(lambda: window.session.now == sample(), timeout=30_000)
    assert window.files.file.path is None


def test_a_workbook_that_was_edited_is_reviewed_where_its_document_is_open(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    document = tmp_path / "service.vstream"
    documents.save(document, sample())
    window.program.open_paths([document], window.files)
    path = carrier(tmp_path, "xlsx")
    book = openpyxl.load_workbook(path)
    cells = (cell for row in book["Steps"].iter_rows() for cell in row)
    next(cell for cell in cells if cell.value == "Clarify what the customer needs").value = "Ask them"
    book.save(path)
    assert drop(window, QPoint(400, 300), path)
    qtbot.waitUntil(lambda: bool(window.findChildren(ReviewDialog)), timeout=30_000)
    assert len(windows_of(window.program)) == 1
    assert window.session.now == sample()  # nothing happens before somebody agrees
    window.findChildren(ReviewDialog)[0].reject()


def test_a_picture_with_a_document_opens_where_the_stream_is_drawn_too(
    window: MainWindow, saved: Path, tmp_path: Path
) -> None:
    window.program.open_paths([saved], window.files)
    assert drop(viewport(window), QPoint(300, 200), carrier(tmp_path, "png"))
    first, second = windows_of(window.program)
    assert first.session.now.notes(first.session.stream) == ()
    assert second.session.now == sample()


def test_open_takes_it_too_and_saving_asks_for_a_name(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    answers.open_paths = [carrier(tmp_path, "svg")]
    before = answers.open_paths[0].read_bytes()
    trigger(window, "file.open")
    assert window.session.now == sample()
    answers.save_path = tmp_path / "mine.vstream"
    trigger(window, "file.save")
    assert answers.suggested is not None
    assert answers.suggested.name == "Cloud service.vstream"
    assert documents.read(answers.save_path).snapshot == sample()
    assert answers.open_paths[0].read_bytes() == before
    assert window.files.recent() == [answers.save_path]


def test_what_was_repaired_is_asked_first(window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    text = encode(sample()).decode().replace('"target": "step-build"', '"target": "nowhere"')
    path = carrier(tmp_path, "svg", text)
    answers.on_problems = False
    drop(window, QPoint(400, 300), path)
    assert answers.problems
    assert window.files.file.is_pristine
    answers.on_problems = True
    drop(window, QPoint(400, 300), path)
    assert len(window.session.now.steps(window.session.stream)) == 7


def test_the_dialog_offers_files_that_carry_a_stream(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen: list[str] = []

    def answer(*words: object) -> tuple[list[str], str]:
        seen.extend(map(str, words))
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", answer)
    assert Dialogs().paths_to_open(window, tmp_path) == []
    types = seen[-1].split(";;")
    assert all(f"*{suffix}" in types[0] for suffix in (".vstream", ".json", *CARRIERS)), "seen at once"
    assert types[1] == "Value streams (*.vstream *.json)"
    assert all(f"*{suffix}" in types[2] for suffix in CARRIERS)


# -- pictures without a document ----------------------------------------------------------------------------
@pytest.mark.parametrize("name", ["Whiteboard.png", "WHITEBOARD.PNG"])
def test_a_picture_file_comes_to_where_it_was_let_go(window: MainWindow, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(png(40, 20))
    trigger(window, "help.example")
    window.resize(1_800, 1_000)
    canvas = window.centre.widget
    assert isinstance(canvas, LaneCanvas)
    bottom = viewport(window).height() - 120  # nothing is drawn there that would be in the way
    for x in (250, 350):
        assert drop(viewport(window), QPoint(x, bottom), path)
    one, other = sorted(window.session.now.notes(window.session.stream), key=lambda note: note.x)
    assert one.kind is other.kind is NoteKind.PICTURE
    assert abs((other.x - one.x) * canvas.view.camera.scale - 100) < 12
    assert window.session.selection == (other.id,)
    assert window.session.history.undoText() == f"Insert picture “{name}”"
    window.session.undo()
    window.session.undo()
    assert window.session.now.notes(window.session.stream) == ()


def test_a_broken_picture_is_told_and_changes_nothing(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    answers.expects_errors = True
    path = tmp_path / "broken.jpg"
    path.write_bytes(b"no picture")
    assert drop(viewport(window), QPoint(300, 200), path)
    assert answers.errors[0][0] == "“broken.jpg” was not inserted."
    assert not window.session.history.canUndo()


def test_what_carries_nothing_is_said_in_a_sentence(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    answers.expects_errors = True
    path = tmp_path / "holiday.png"
    path.write_bytes(png(40, 20))
    assert drop(window, QPoint(400, 300), path)
    headline, text = answers.errors[0]
    assert headline == "“holiday.png” could not be opened."
    assert "carries no document" in text
    assert window.files.file.is_pristine


# -- hostile files ------------------------------------------------------------------------------------------
def hostile(folder: Path, kind: str) -> Path:
    if kind == "bomb":  # 4 GB of zeros in a few MB
        packing = zlib.compressobj(9)
        piece = b"\0" * (1 << 20)
        packed = b"".join(packing.compress(piece) for _ in range(1_024)) + packing.flush()
        path = folder / "bomb.svg"
        inside = base64.b64encode(packed).decode()
        path.write_text(
            '<svg xmlns="http://www.w3.org/2000/svg"><metadata><vsdesigner:document '
            f'xmlns:vsdesigner="urn:vsdesigner:document:1">{inside}</vsdesigner:document></metadata></svg>'
        )
        return path
    if kind == "huge":
        path = folder / "huge.png"
        with path.open("wb") as file:
            file.write(png(40, 20)[:8])
            file.truncate(300 * 1024 * 1024)
        return path
    if kind == "folder":
        path = folder / "folder.svg"
        path.mkdir()
        return path
    path = carrier(folder, "png" if kind == "truncated" else "svg")
    content = path.read_bytes()
    path.write_bytes(content[:300] if kind == "truncated" else b"\xff\xfe" + content[:2_000])
    return path


@pytest.mark.parametrize("kind", ["bomb", "huge", "truncated", "garbled", "folder"])
def test_a_hostile_file_is_refused_quickly(
    window: MainWindow, answers: Answers, tmp_path: Path, kind: str
) -> None:
    answers.expects_errors = True
    path = hostile(tmp_path, kind)
    began = time.monotonic()
    drop(window, QPoint(400, 300), path)
    assert time.monotonic() - began < 5
    assert len(answers.errors) == 1
    assert window.files.file.is_pristine


@pytest.mark.parametrize("text", ["nonsense", "[]", '{"format": "vsdesigner", "version": "99.0"}', "\ud800"])
def test_what_is_carried_is_checked_like_any_file(
    window: MainWindow, answers: Answers, tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers.expects_errors = True
    path = tmp_path / "x.svg"
    path.write_bytes(b"")

    def bring(_content: bytes, _name: str, decode: Decode) -> Brought:
        return Brought(decode(text))

    monkeypatch.setattr("vsdesigner.ui.files.carrying.bring_home", bring)
    drop(window, QPoint(400, 300), path)
    assert len(answers.errors) == 1
    assert window.files.file.is_pristine
