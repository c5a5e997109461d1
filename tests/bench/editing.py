"""What editing costs in a whole window: moving many, taking it back, typing, checking, and the memory."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.bench.streams import large_document
from tests.bench.timing import Line, median, milliseconds, p95
from tests.ui.window_kit import Answers, windows_of
from vsdesigner.analysis.findings import find_all
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.ui.app import make_program
from vsdesigner.ui.canvas.lane_canvas import LaneCanvas
from vsdesigner.ui.dialogs.answers import Unsaved
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.settings import Settings

FRAMES = 40
GROUP = 200
TYPED = "abcdefghijklmnopqrst"
_MEMORY = """
from pathlib import Path
from PySide6.QtWidgets import QApplication
{make}
window.show()
window.grab()
app.processEvents()
status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
print(int(status["VmRSS"].split()[0]) / 1024, flush=True)
import os
os._exit(0)
"""
_BARE = "from PySide6.QtWidgets import QMainWindow\napp = QApplication([])\nwindow = QMainWindow()"
_OURS = """
from tests.bench.streams import large_document
from vsdesigner.ui.app import make_application, make_program
app = make_application()
window = make_program().new_window()
window.session.replace(large_document({count}))
"""


def lines(count: int) -> Iterator[Line]:
    """Measure a stream of `count` steps."""
    snapshot = large_document(count)
    with TemporaryDirectory() as folder:
        program = make_program(
            None, Answers(on_unsaved=Unsaved.DISCARD), Settings(Path(folder) / "bench.ini")
        )
        window = program.new_window()
        assert isinstance(window, MainWindow)
        window.resize(1600, 1000)
        window.show()
        window.activateWindow()
        window.session.replace(snapshot)
        QApplication.processEvents()
        yield from _in_window(window, count)
        for other in windows_of(program):
            other.close()
        program.quit()
    runs = 3 if count > 1_000 else 5
    times = milliseconds(lambda: find_all(_copy(snapshot)), runs=runs)
    yield Line("all checks on the document", count, median(times), None, 100.0 if count == 1_000 else None)


def memory(count: int) -> Iterator[Line]:
    """Measure the memory with a stream of `count` steps open over that of a bare window; in MB.

    Only Linux says it without a further library.
    """
    if sys.platform != "linux":
        return
    bare, ours = (
        float(
            subprocess.run(
                [sys.executable, "-c", _MEMORY.format(make=make)], check=True, capture_output=True, text=True
            ).stdout
        )
        for make in (_BARE, _OURS.format(count=count))
    )
    budget = 120.0 if count == 1_000 else None
    yield Line("memory over a bare window, MB", count, ours - bare, None, budget)


def _in_window(window: MainWindow, count: int) -> Iterator[Line]:
    canvas = window.centre.widget
    assert isinstance(canvas, LaneCanvas)
    yield Line("drag 200 steps, p95 of a frame", count, p95(_drag_group(canvas)), None, 33.0)
    yield Line("undo of moving everything", count, _undo_all(canvas), None, 150.0 if count == 1_000 else None)
    window.session.reveal([window.session.now.steps(window.session.stream)[count // 2].id])
    QApplication.processEvents()
    canvas.view.setFocus()
    QTest.keyClick(canvas.view, Qt.Key.Key_F2)
    yield Line("type a letter of a name on the canvas, p95", count, p95(_type()), None, 16.7)
    QTest.keyClick(_focus(), Qt.Key.Key_Return)
    window.inspector.show_field(window.session.selection[0], "name")
    QApplication.processEvents()
    yield Line("type a letter in the inspector, p95", count, p95(_type()), None, 16.7)


def _drag_group(canvas: LaneCanvas) -> list[float]:
    session, viewport = canvas.stage.session, canvas.view.viewport()
    steps = session.now.steps(session.stream)
    first = len(steps) // 2
    group = steps[max(0, first - GROUP // 2) : first + GROUP // 2]
    canvas.set_zoom(0.5)
    session.select(step.id for step in group)
    canvas.stage.camera.reveal(canvas.stage.rect(group[0].id))
    QApplication.processEvents()
    center = canvas.stage.rect(group[0].id).center
    start = canvas.stage.camera.to_view(QPointF(*center)).toPoint()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    times = []
    for frame in range(FRAMES):
        begin = time.perf_counter()
        QTest.mouseMove(viewport, start + QPoint(8 + frame * 2, frame % 7 * 2))
        QApplication.processEvents()
        times.append((time.perf_counter() - begin) * 1000)
    assert canvas.controller.busy
    QTest.keyClick(canvas.view, Qt.Key.Key_Escape)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    return times


def _undo_all(canvas: LaneCanvas) -> float:
    session = canvas.stage.session
    canvas.view.setFocus()
    session.select(step.id for step in session.now.steps(session.stream))
    QTest.keyClick(canvas.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QApplication.processEvents()
    begin = time.perf_counter()
    session.undo()
    QApplication.processEvents()
    return (time.perf_counter() - begin) * 1000


def _type() -> list[float]:
    times = []
    for letter in TYPED:
        widget = _focus()
        begin = time.perf_counter()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
        QApplication.processEvents()
        times.append((time.perf_counter() - begin) * 1000)
    return times


def _focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def _copy(snapshot: Snapshot) -> Snapshot:
    """The same records in a snapshot that has worked nothing out yet."""
    return Snapshot(snapshot.records.values())
