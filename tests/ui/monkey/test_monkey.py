"""Twenty thousand random events: no exception, nothing dangling, every step in its lane."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.bench.streams import large_document
from tests.examples.make_cloud_service import build
from tests.ui.monkey.monkey import Monkey
from tests.ui.window_kit import Answers, windows_of
from vsdesigner.document.references import dangling
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.layout.stream_layout import StreamLayout
from vsdesigner.storage.json_format import decode, encode
from vsdesigner.ui.app import make_program
from vsdesigner.ui.canvas.lane_canvas import LaneCanvas
from vsdesigner.ui.dialogs.answers import Unsaved
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.painting.measure import FontMeasurer
from vsdesigner.ui.settings import Settings
from vsdesigner.ui.views.grid.sheet import SheetView

LOOK_EVERY = 1_000


@pytest.fixture
def window(qapp: QApplication, own_folders) -> Iterator[MainWindow]:  # type: ignore[no-untyped-def]  # fixture
    program = make_program(None, Answers(on_unsaved=Unsaved.DISCARD), Settings(own_folders / "monkey.ini"))
    program.new_window()
    window = windows_of(program)[-1]
    window.resize(1400, 900)
    window.activateWindow()
    QTest.qWait(20)
    yield window
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    for other in windows_of(program):
        other.close()
    program.quit()
    QTest.qWait(20)


@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize(
    ("document", "events"),  # of two seeds
    [
        pytest.param(build, 6_000, id="sample"),
        pytest.param(lambda: large_document(150), 4_000, id="150-steps"),
    ],
)
def test_random_events_break_nothing(
    window: MainWindow, document: Callable[[], Snapshot], events: int, seed: int
) -> None:
    session = window.session
    session.replace(document())
    first = session.now
    monkey = Monkey(window, seed)
    looked = 0
    while monkey.count < events:
        monkey.act()
        if monkey.count - looked >= LOOK_EVERY:
            looked = monkey.count
            assert_sound(window, monkey)
    assert_sound(window, monkey)
    assert decode(encode(session.now), "monkey").snapshot == session.now
    assert_undone(window, first)


def assert_sound(window: MainWindow, monkey: Monkey) -> None:
    """Nothing leads nowhere, and every step is seen inside its lane."""
    now = window.session.now
    last = "\n".join(monkey.log)
    assert not dangling(now), f"{dangling(now)} after\n{last}"
    canvas = window.findChild(LaneCanvas)
    assert isinstance(canvas, LaneCanvas)
    shown = window.centre.widget
    if isinstance(shown, SheetView):
        cells = shown.grid.cells
        steps = {cells.step_of(row) for row in range(cells.rowCount())} - {""}
        there = {step.id for step in now.steps(window.session.stream)}
        assert steps <= there, f"rows of steps that are gone after\n{last}"
    layout = canvas.stage.layout
    for step in now.steps(window.session.stream):
        rect, band = layout.cards[step.id].rect, layout.band(step.lane)
        inside = band.top <= rect.y and rect.bottom <= band.bottom
        assert inside, f"step {step.name!r} at {rect} is outside of {band} after\n{last}"
    afresh = StreamLayout(now, window.session.stream, FontMeasurer())
    assert {id: card.rect for id, card in layout.cards.items()} == {
        id: card.rect for id, card in afresh.cards.items()
    }, f"the layout has drifted after\n{last}"


def assert_undone(window: MainWindow, first: Snapshot) -> None:
    """All steps back lead to where the monkey began, unless it made more than are kept."""
    session = window.session
    session.committing.emit()
    kept_all = session.history.count() < session.history.undoLimit()
    while session.history.canUndo():
        session.history.undo()
    if kept_all:
        assert session.now == first
