"""What drawing costs: opening, first paint, frames while dragging, panning and zooming, the drop."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.bench.floor import BareScene, path_of
from tests.bench.streams import large_document
from tests.bench.timing import Line, median, milliseconds, p95
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.layout.stream_layout import StreamLayout
from vsdesigner.model.records import Step
from vsdesigner.storage.json_format import decode, encode
from vsdesigner.ui.canvas.lane_canvas import LaneCanvas
from vsdesigner.ui.painting.measure import FontMeasurer
from vsdesigner.ui.session import Session

WIDTH, HEIGHT = 1600, 1000
FRAMES = 60


def lines(count: int) -> Iterator[Line]:
    """Measure a stream of `count` steps."""
    snapshot = large_document(count)
    stream = snapshot.streams[0].id
    content = encode(snapshot)
    layout = StreamLayout(snapshot, stream, FontMeasurer())

    def open_bare() -> None:
        BareScene(layout, WIDTH, HEIGHT).show()

    def open_ours() -> None:
        canvas = _canvas(decode(content, "bench").snapshot)
        canvas.grab()
        _close(canvas)

    runs = 3 if count > 1000 else 5
    floor = median(milliseconds(open_bare, runs=runs))
    budget = 4.0 if count >= 1000 else None
    yield Line(
        "open a document until it is drawn", count, median(milliseconds(open_ours, runs=runs)), floor, budget
    )
    yield from _frames(snapshot, layout, count)


def _canvas(snapshot: Snapshot) -> LaneCanvas:
    canvas = LaneCanvas(Session(snapshot))
    canvas.resize(WIDTH, HEIGHT)
    canvas.show()
    return canvas


def _close(canvas: LaneCanvas) -> None:
    canvas.close()
    canvas.deleteLater()
    QApplication.sendPostedEvents()
    QApplication.processEvents()


def _frames(snapshot: Snapshot, layout: StreamLayout, count: int) -> Iterator[Line]:
    canvas = _canvas(snapshot)
    viewport = canvas.view.viewport()
    canvas.fit_all()
    all_in_view = canvas.zoom()
    bare = BareScene(layout, WIDTH, HEIGHT)
    bare.show()
    first_paint = median(milliseconds(lambda: viewport.grab(), runs=5))
    bare.view.fitInView(bare.scene.itemsBoundingRect(), Qt.AspectRatioMode.KeepAspectRatio)
    yield Line(
        "paint all in view",
        count,
        first_paint,
        median(milliseconds(lambda: bare.view.viewport().grab(), runs=5)),
        None,
    )
    for zoom, name in ((1.0, "100 %"), (all_in_view, "all in view")):
        canvas.set_zoom(zoom)
        floor = p95(_bare_drag(bare, layout, zoom))
        times, drop = _drag(canvas)
        yield Line(f"drag a step, p95 of a frame, {name}", count, p95(times), None, 16.7)
        yield Line(f"  the same beside the bare scene, {name}", count, p95(times), floor, None)
        if zoom == 1.0:
            yield Line(
                "drop after a drag: commit, reroute, paint",
                count,
                drop,
                None,
                {1000: 30.0, 5000: 100.0}.get(count),
            )
        yield Line(f"pan, p95 of a frame, {name}", count, p95(_pan(canvas)), None, 16.7)
    yield Line("zoom, p95 of a frame, 10 % to 200 %", count, p95(_zoom(canvas)), None, 16.7)
    _close(canvas)
    bare.view.close()


def _drag(canvas: LaneCanvas) -> tuple[list[float], float]:
    """Drag a step in the middle of the stream with real mouse events; (frame times, time of the drop)."""
    session = canvas.stage.session
    steps = session.now.steps(session.stream)
    step = steps[len(steps) // 2]
    session.reveal([step.id])
    view, viewport = canvas.view, canvas.view.viewport()
    # Away from the edge, at which the view would scroll and beyond which nothing is dropped.
    view.centerOn(QPointF(*canvas.stage.rect(step.id).center))
    QApplication.processEvents()
    start = _middle_of(canvas, step)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    times = []
    for frame in range(FRAMES):
        point = start + QPoint(8 + frame * 2, frame % 7 * 2)
        begin = time.perf_counter()
        QTest.mouseMove(viewport, point)
        QApplication.processEvents()  # paints what has become another, as it does for a person
        times.append((time.perf_counter() - begin) * 1000)
    assert canvas.controller.busy, "nothing is dragged"
    before = session.now
    alt, left = Qt.KeyboardModifier.AltModifier, Qt.MouseButton.LeftButton
    # With Alt it is no insertion into a line that happens to be there.
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(point),
        QPointF(viewport.mapToGlobal(point)),
        Qt.MouseButton.NoButton,
        left,
        alt,
    )
    QApplication.sendEvent(viewport, move)
    begin = time.perf_counter()
    QTest.mouseRelease(viewport, left, alt, point)
    QApplication.processEvents()
    drop = (time.perf_counter() - begin) * 1000
    assert session.now is not before, "the drop changed nothing"
    session.undo()
    view.centerOn(view.mapToScene(start))
    return times, drop


def _middle_of(canvas: LaneCanvas, step: Step) -> QPoint:
    rect = canvas.stage.layout.cards[step.id].rect
    return canvas.view.mapFromScene(QPointF(*rect.center))


def _bare_drag(bare: BareScene, layout: StreamLayout, zoom: float) -> list[float]:
    view = bare.view
    view.resetTransform()
    view.scale(zoom, zoom)
    ids = sorted(bare.boxes)
    box = bare.boxes[ids[len(ids) // 2]]
    touching = [bare.lines[id] for id in sorted(bare.lines)[:2]]
    ways = [path_of(layout.routes[id]) for id in sorted(layout.routes)[:2]]
    view.centerOn(box)
    times = []
    for frame in range(FRAMES):
        begin = time.perf_counter()
        box.setPos(box.pos() + QPointF(2, frame % 3))
        for line, way in zip(touching, ways, strict=False):
            line.setPath(way.translated(frame, 0))
        QApplication.processEvents()
        times.append((time.perf_counter() - begin) * 1000)
    return times


def _pan(canvas: LaneCanvas) -> list[float]:
    bar = canvas.view.horizontalScrollBar()
    times = []
    for _ in range(FRAMES):
        begin = time.perf_counter()
        bar.setValue(bar.value() + 13)
        QApplication.processEvents()
        times.append((time.perf_counter() - begin) * 1000)
    return times


def _zoom(canvas: LaneCanvas) -> list[float]:
    times = []
    for frame in range(FRAMES):
        begin = time.perf_counter()
        canvas.set_zoom(0.1 * 20 ** (frame / FRAMES))
        QApplication.processEvents()
        times.append((time.perf_counter() - begin) * 1000)
    return times
