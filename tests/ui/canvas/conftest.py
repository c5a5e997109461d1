"""A canvas on a small stream, and the hand that drives it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.canvas.drive import Driver
from tests.ui.canvas.streams import small_stream
from vsdesigner.ui.canvas.lane_canvas import LaneCanvas
from vsdesigner.ui.session import Session


@pytest.fixture
def session(qapp: QApplication) -> Session:
    """Demand → Triage → Diagnose → Fix → value, and Review beside them without flows."""
    return Session(small_stream())


@pytest.fixture
def drive(qtbot: QtBot, session: Session) -> Iterator[Driver]:
    """A hand on a shown canvas of 1500 × 900 at 100 %."""
    yield from shown(qtbot, session)


@pytest.fixture
def empty(qtbot: QtBot) -> Iterator[Driver]:
    """A hand on the canvas of a new document."""
    yield from shown(qtbot, Session())


def shown(qtbot: QtBot, session: Session) -> Iterator[Driver]:
    canvas = LaneCanvas(session)
    qtbot.addWidget(canvas)
    canvas.resize(1500, 900)
    canvas.show()
    qtbot.waitExposed(canvas)
    canvas.activateWindow()
    canvas.setFocus()
    QApplication.processEvents()
    yield Driver(session, canvas)
    canvas.controller.cancel()
    canvas.naming.cancel()
    canvas.close()
