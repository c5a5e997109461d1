"""What starting costs: the program's window beside a bare main window with four docks, each in a process."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator

from tests.bench.timing import Line, median

_BARE = """
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QTextEdit
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QTextEdit())
for area in (Qt.LeftDockWidgetArea, Qt.RightDockWidgetArea, Qt.BottomDockWidgetArea, Qt.TopDockWidgetArea):
    dock = QDockWidget()
    dock.setWidget(QTextEdit())
    window.addDockWidget(area, dock)
window.resize(1280, 800)
window.show()
window.grab()
if answer:
    app.processEvents()
"""
_OURS = """
import os
from vsdesigner.ui.app import make_application, make_program
app = make_application()
window = make_program().new_window()
window.resize(1280, 800)
window.show()
window.grab()
if answer:
    app.processEvents()
os._exit(0)
"""
RUNS = 7


def lines() -> Iterator[Line]:
    """Measure the first frame, and the frame with all that follows it until events are answered."""
    yield _line("start to the first frame, empty", answer=False, budget=None)
    yield _line("start to a window that answers, empty", answer=True, budget=2.5)


def _line(what: str, *, answer: bool, budget: float | None) -> Line:
    """Measure in turns, so that a busy machine hits both alike."""
    bare: list[float] = []
    ours: list[float] = []
    for run in range(RUNS + 1):
        for code, found in ((_BARE, bare), (_OURS, ours)):
            start = time.perf_counter()
            subprocess.run(
                [sys.executable, "-c", f"answer = {answer}\n{code}"], check=True, env=_environment()
            )
            if run:
                found.append((time.perf_counter() - start) * 1000)
    return Line(what, 0, median(ours), median(bare), budget)


def _environment() -> dict[str, str]:
    """The environment of somebody who has started the program before: compiled modules are kept."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
