"""What the Tables view costs: showing it, scrolling it, typing into a cell."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtWidgets import QApplication

from tests.bench.streams import large_document
from tests.bench.timing import Line, median, p95
from vsdesigner.ui.session import Session
from vsdesigner.ui.views.tables.view import TablesView

FRAMES = 120
PACE = 90  # px a frame, as a wheel turns
SHOWN, FRAME, TYPED = 1_000.0, 16.7, 50.0  # ms


def lines(count: int) -> Iterator[Line]:
    """Measure a stream of `count` steps."""
    session = Session(large_document(count))
    start = time.perf_counter()
    view = TablesView(session)
    view.resize(1300, 900)
    view.show()
    QApplication.processEvents()
    view.grab()
    yield Line("show the Tables view", count, _since(start), None, SHOWN)
    yield Line("scroll it while rows are measured, median", count, median(_frames(view)), None, FRAME)
    while not view.heights.is_done:
        QApplication.processEvents()
    view.grid.verticalScrollBar().setValue(0)
    QApplication.processEvents()
    frames = _frames(view)
    yield Line("scroll it, median frame", count, median(frames), None, FRAME)
    yield Line("scroll it, p95 frame", count, p95(frames), None, 2 * FRAME)
    times = []
    for name in ("One", "Two", "Three", "Four", "Five"):
        start = time.perf_counter()
        view.model.setData(view.model.index(count // 2, 0), name)
        QApplication.processEvents()
        times.append(_since(start))
    yield Line("hand in a cell of it", count, median(times), None, TYPED)
    view.close()
    view.deleteLater()
    QApplication.processEvents()


def _frames(view: TablesView) -> list[float]:
    bar, found = view.grid.verticalScrollBar(), []
    for _ in range(FRAMES):
        start = time.perf_counter()
        bar.setValue((bar.value() + PACE) % max(1, bar.maximum()))
        QApplication.processEvents()
        found.append(_since(start))
    return found


def _since(start: float) -> float:
    return (time.perf_counter() - start) * 1000
