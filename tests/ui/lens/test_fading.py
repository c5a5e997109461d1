"""The rows of steps that do not follow fade in the tables and in the matrix."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from tests.ui.lens.build import followed_stream, role
from vsdesigner.analysis.lens import Lens, LensKind
from vsdesigner.model.records import Step
from vsdesigner.ui.session import Session
from vsdesigner.ui.views.raci.view import RaciView
from vsdesigner.ui.views.tables.view import TablesView

View = RaciView | TablesView


@pytest.fixture(params=[TablesView, RaciView])
def view(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[View]:
    session = Session(followed_stream())
    made: View = request.param(session)
    session.setParent(made)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    qtbot.waitExposed(made)
    session.select(())
    yield made


def darkest(view: View, step: str) -> int:
    """The lightness of the darkest pixel of a row: that of its words."""
    grid = view.grid
    model = grid.model()
    rows = [at for at in range(model.rowCount()) if model.step_of(at) == step]  # type: ignore[attr-defined]  # both have it
    assert isinstance(grid, QTableView)
    QApplication.processEvents()
    image = grid.grab().toImage()
    area = grid.visualRect(model.index(rows[0], 0)).adjusted(24, 4, -24, -4)
    area.moveTopLeft(grid.viewport().mapTo(grid, area.topLeft()))
    assert image.rect().contains(area)
    return min(
        image.pixelColor(x, y).lightness()
        for x in range(area.left(), area.right())
        for y in range(area.top(), area.bottom())
    )


def test_rows_of_others_fade_until_nothing_is_followed(view: View) -> None:
    session = view.session
    ids = {step.name: step.id for step in session.now.all(Step, session.stream)}
    before = {name: darkest(view, id) for name, id in ids.items()}
    session.look_through(role(session.now))
    during = {name: darkest(view, id) for name, id in ids.items()}
    assert {name for name in ids if during[name] > before[name] + 60} == {"Diagnose"}
    with session.edit("Take letters") as draft:
        draft.update(ids["Fix"], raci=())
    assert darkest(view, ids["Fix"]) > before["Fix"] + 60
    session.look_through(None)
    assert {name: darkest(view, id) for name, id in ids.items()} == before


def test_the_selected_row_stays_readable(view: View) -> None:
    session = view.session
    diagnose = next(step.id for step in session.now.steps(session.stream) if step.name == "Diagnose")
    session.look_through(role(session.now))
    faded = darkest(view, diagnose)
    session.select([diagnose])
    assert darkest(view, diagnose) < faded - 60


def test_what_does_not_occur_fades_nothing(view: View) -> None:
    session = view.session
    first = session.now.steps(session.stream)[0].id
    before = darkest(view, first)
    session.look_through(Lens(LensKind.ACTIVITY, "plan"))
    assert session.lens is not None
    assert darkest(view, first) == before
