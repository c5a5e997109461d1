"""The table of the views of a stream: adding one is one entry here."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vsdesigner.ui.session import Session
from vsdesigner.ui.views.registry import ViewSpec


def _make_lanes(session: Session) -> QWidget:
    from vsdesigner.ui.canvas.lane_canvas import LaneCanvas

    return LaneCanvas(session)


def _make_tables(session: Session) -> QWidget:
    from vsdesigner.ui.views.tables.view import TablesView

    return TablesView(session)


def _make_raci(session: Session) -> QWidget:
    from vsdesigner.ui.views.raci.view import RaciView

    return RaciView(session)


#: The views that there are, in the order of the switcher.
VIEWS: tuple[ViewSpec, ...] = (
    # The marked letters are those that the View menu has left: Lan&es, Tables Vie&w, RA&CI.
    ViewSpec(
        "lanes",
        "Lanes",
        "Lan&es View",
        "The stream drawn on the lanes of the value chain.",
        "lanes",
        _make_lanes,
    ),
    ViewSpec(
        "tables",
        "Tables",
        "Tables Vie&w",
        "The method's tables: steps, mapping, tasks, practices and tools, edited as in a spreadsheet.",
        "table",
        _make_tables,
    ),
    ViewSpec(
        "raci",
        "RACI",
        "RA&CI View",
        "Who is responsible, accountable, consulted and informed in each step and task.",
        "raci",
        _make_raci,
    ),
)
