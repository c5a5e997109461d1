"""Adding a step without a mouse: beside the selected one, or behind all others."""

from __future__ import annotations

from vsdesigner.commands import steps
from vsdesigner.model.records import Record, Step
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.lane_words import title_of
from vsdesigner.ui.session import Session


def add_label(session: Session, lane: str) -> str:
    """Return what adding a step to a lane is called: a verb with its object."""
    return tr("Add {activity} step").format(activity=title_of(session.now, lane))


def add_step(session: Session, lane: str) -> str:
    """Add a step right of all others, show it and start editing its name; returns its id."""
    key = object()
    with session.edit(add_label(session, lane), key) as draft:
        id = steps.add(draft, session.stream, steps.next_place(draft.view, session.stream, lane))
    return _begin(session, id, key)


def append_step(session: Session, lane: str) -> str:
    """Add a step right of the selected one (or demand) and connect them; of several, of the one that was
    selected last. Without one, as `add_step`."""
    source = _source(session)
    if source is None:
        return add_step(session, lane)
    key = object()
    with session.edit(add_label(session, lane), key) as draft:
        id = steps.append(draft, source.id, lane)
    return _begin(session, id, key)


def _source(session: Session) -> Record | None:
    """What leads on to the new step: flows and notes in the selection do not count, nor does value."""
    for record in reversed(session.selected):
        if isinstance(record, Step) or steps.is_demand(record):
            return record
    return None


def _begin(session: Session, id: str, key: object) -> str:
    session.reveal((id,))
    session.name_requested.emit(id, key)
    return id
