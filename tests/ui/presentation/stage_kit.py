"""What tests of stage, ribbon and header share: presentations of streams on screens of any size."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.bench.streams import large_document
from vsdesigner.analysis.journey import Journey, StopKind
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.resource import resource_path
from vsdesigner.storage.json_format import decode
from vsdesigner.ui.colour import luminance
from vsdesigner.ui.presentation.show import Show
from vsdesigner.ui.presentation.window import PresentWindow
from vsdesigner.ui.session import Session

SIZES = ((1024, 768), (1280, 800), (1920, 1080), (2560, 1600), (3840, 2160), (1080, 1920))
FULL_HD = (1920, 1080)
#: Streams with forks: file and step.
FORKS = (
    ("templates/user-incident", "step-solve"),
    ("templates/new-feature", "step-prioritize"),
    ("templates/change", "step-authorize"),
    ("examples/coffee-shop", "step-welcome"),
    ("examples/three-phases", "step-design"),
    ("examples/restore-cloud-service", "step-check"),
)

large = cache(large_document)


@cache
def stream(name: str) -> Snapshot:
    """Return one of the documents that come with the program, as ``examples/cloud-service``."""
    return decode(resource_path(*f"{name}.vstream".split("/")).read_bytes(), name).snapshot


def presented(qtbot: QtBot, snapshot: Snapshot, size: tuple[int, int] = FULL_HD) -> PresentWindow:
    """Return a presentation at its opening in a window of this size."""
    window = PresentWindow(Show(Session(snapshot)))
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    window.setFocus()
    QApplication.processEvents()
    return window


def walked(qtbot: QtBot, name: str, step: str, size: tuple[int, int] = FULL_HD) -> PresentWindow:
    """Return a presentation that stands at a step."""
    window = presented(qtbot, stream(name), size)
    assert window.state.go_to(step)
    QApplication.processEvents()
    return window


def on(window: PresentWindow, step: str) -> QRectF:
    """Return where a card is on the stage."""
    return window.stage.to_screen(window.state.layout.cards[step].rect)


def free(window: PresentWindow) -> QRectF:
    """Return the part of the stage that no headers cover."""
    return QRectF(*window.stage.edges.free)


def click(widget: QWidget, at: QPointF | QPoint) -> None:
    """Press and release the left button."""
    point = at.toPoint() if isinstance(at, QPointF) else at
    assert widget.rect().contains(point), f"{point} is outside"
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    QApplication.processEvents()


def picture(widget: QWidget) -> QImage:
    """Return what a widget shows."""
    return widget.grab().toImage()


def shades(image: QImage, area: QRectF) -> tuple[float, float]:
    """Return the luminance of the darkest and of the lightest pixel in an area."""
    inner = area.toRect().intersected(image.rect())
    found = [
        luminance(image.pixelColor(x, y))
        for x in range(inner.left(), inner.right() + 1)
        for y in range(inner.top(), inner.bottom() + 1)
    ]
    return min(found), max(found)


def close_to(one: QColor, other: QColor, most: int = 6) -> bool:
    """Whether two colours are nearly the same."""
    return all(
        abs(a - b) <= most
        for a, b in ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    )


def walk(window: PresentWindow, look: Callable[[], None]) -> int:
    """Go along the main way to the closing and `look` at every stop; returns how many there were."""
    state, count = window.state, 1
    look()
    while state.stop.kind is not StopKind.CLOSING:
        before = len(state.journey.trail)
        state.next(0)
        QApplication.processEvents()
        assert len(state.journey.trail) == before + 1
        look()
        count += 1
    return count


def fork_of(journey: Journey) -> list[str]:
    """Return where the ways of the present stop lead."""
    return [way.target for way in journey.ways]
