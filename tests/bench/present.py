"""What presenting costs: frames while the camera moves over a stream of some size, and a step on."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from tests.bench.streams import large_document
from tests.bench.timing import Line, median
from vsdesigner.ui.presentation.show import Show
from vsdesigner.ui.presentation.window import PresentWindow
from vsdesigner.ui.session import Session

SIZES = (60, 1_000)
WIDTH, HEIGHT = 1920, 1080
STEPS = 6  # that are walked
PATIENCE_S = 5.0
FRAME_MS = {True: 33.0, False: 16.7}  # whether the stream is large
LARGE = 1_000


def lines(count: int) -> Iterator[Line]:
    """Measure a stream of `count` steps: medians of the frames of camera moves."""
    with _motion():
        window = PresentWindow(Show(Session(large_document(count))))
        frames = _Frames()
        window.stage.add_layer(frames)
        window.resize(WIDTH, HEIGHT)
        window.show()
        QApplication.processEvents()
        state, budget = window.state, FRAME_MS[count >= LARGE]
        times = _moves(frames, window, [partial(state.next, 0)] * 2)
        yield Line("present: from the opening to a step, a frame", count, median(times), None, budget)
        times = _moves(frames, window, [partial(state.next, 0)] * STEPS)
        yield Line("present: from step to step, a frame", count, median(times), None, budget)
        steps = state.view.steps(state.stream)
        far = [steps[len(steps) * share // 10].id for share in (9, 2, 7)]
        times = _moves(frames, window, [partial(state.go_to, id) for id in far])
        yield Line("present: to a step far away, a frame", count, median(times), None, budget)
        whole = [partial(state.show_whole, on=on) for on in (True, False)]
        times = _moves(frames, window, whole)
        yield Line("present: whole and back, a frame", count, median(times), None, budget)
        window.close()
        QApplication.processEvents()


class _Frames:
    """Counts how often the stage is painted."""

    def __init__(self) -> None:
        self.count = 0

    def paint(self, painter: QPainter, seen: QRectF, scale: float) -> None:
        self.count += 1


def _moves(frames: _Frames, window: PresentWindow, moves: Sequence[Callable[[], object]]) -> list[float]:
    """Make camera moves; returns how long the application worked for each of their frames, in ms."""
    times: list[float] = []
    for move in moves:
        move()
        QApplication.processEvents()  # this one also places the parts and breaks the card's words
        deadline = time.perf_counter() + PATIENCE_S
        assert window.stage.camera.gliding, "the camera does not move"
        while window.stage.camera.gliding and time.perf_counter() < deadline:
            before, begin = frames.count, time.perf_counter()
            QApplication.processEvents()
            if frames.count > before:
                times.append((time.perf_counter() - begin) * 1000)
    assert times, "no frame was painted"
    return times


@contextmanager
def _motion() -> Iterator[None]:
    """Let the camera glide although everything else jumps while it is measured."""
    before = os.environ.pop("VSDESIGNER_REDUCED_MOTION", None)
    try:
        yield
    finally:
        if before is not None:
            os.environ["VSDESIGNER_REDUCED_MOTION"] = before
