"""Pastes lists and tables from elsewhere as steps, after a look at how they were read."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from vsdesigner.commands import listed as listed_steps
from vsdesigner.commands.listed import ListedStep, leads_nowhere, likely_lanes
from vsdesigner.commands.steps import is_demand
from vsdesigner.exchange.lists.reading import read_listed
from vsdesigner.layout.geometry import Point
from vsdesigner.model.dimensions import CARD_WIDTH, GRID
from vsdesigner.model.errors import UserError
from vsdesigner.model.records import Step
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.clipboard.list_preview import ListPreview
from vsdesigner.ui.i18n import tr, tr_count
from vsdesigner.ui.selection_words import describe
from vsdesigner.ui.session import Session


def paste_list(stage: Stage, text: str, html: str = "", point: Point | None = None) -> None:
    """Make steps of a list, behind the selected one or at a point; more than one only after a preview."""
    session = stage.session
    try:
        found = read_listed(session.now, text, html)
    except UserError as error:
        session.tell(str(error))
        return
    if not found:
        session.tell(tr("There is nothing on the clipboard that can be pasted into a stream."))
        return
    behind = _behind(session) if point is None else ""
    lane = "" if point is None else stage.layout.lane_at(point.y).lane
    x = None if point is None else round((point.x - CARD_WIDTH / 2) / GRID) * GRID
    lanes = likely_lanes(session.now, session.stream, found, behind, lane)
    steps = [dataclasses.replace(step, lane=into) for step, into in zip(found, lanes, strict=True)]
    if len(steps) == 1:
        add_listed(session, steps, behind=behind, x=x)
        return
    origin = session.now.find(behind)
    follows = bool(session.now.steps(session.stream)) and leads_nowhere(session.now, behind)
    after = describe(session.now, origin) if origin and follows else ""
    stream = session.stream

    def make(chosen: Sequence[ListedStep], connected: bool, following: bool) -> None:
        if session.stream == stream:
            add_listed(session, chosen, behind=behind, connected=connected, following=following, x=x)

    ListPreview(stage.view.window(), session.now, steps, make, after=after).open()


def add_listed(
    session: Session,
    steps: Sequence[ListedStep],
    *,
    behind: str,
    connected: bool = True,
    following: bool = True,
    x: float | None,
) -> None:
    """Make the steps of a list and show them; one step back."""
    with session.edit(tr_count("Add 1 step", "Add {count} steps", len(steps))) as draft:
        made = listed_steps.add_all(
            draft, session.stream, steps, behind=behind, connected=connected, following=following, x=x
        )
    session.reveal(made)


def _behind(session: Session) -> str:
    """The step or demand that alone is selected."""
    selected = session.selected
    if len(selected) == 1 and (isinstance(selected[0], Step) or is_demand(selected[0])):
        return selected[0].id
    return ""
