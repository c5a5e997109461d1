"""From one occurrence of what is followed to the next."""

from __future__ import annotations

from vsdesigner.analysis.lens import Sight
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Step
from vsdesigner.ui.session import Session


def occurrence_beside(view: Snapshot, sight: Sight, step: str, by: int) -> str:
    """Return the occurrence after (`by` 1) or before (-1) a step, which may be none itself; "" at the end.

    From elsewhere than a step it is the first or the last one.
    """
    steps = sight.steps
    if not isinstance(view.find(step), Step):
        return (steps[0] if by > 0 else steps[-1]) if steps else ""
    here = view.number(step)
    beyond = [id for id in steps if (view.number(id) - here) * by > 0]
    return (beyond[0] if by > 0 else beyond[-1]) if beyond else ""


def selected_step(session: Session) -> str:
    """Return the step that was selected last, or nothing."""
    return next((id for id in reversed(session.selection) if isinstance(session.now.find(id), Step)), "")


def can_go(session: Session, by: int) -> bool:
    """Say whether there is an occurrence after or before the selected step."""
    sight = session.sight
    return sight is not None and bool(occurrence_beside(session.now, sight, selected_step(session), by))


def go(session: Session, by: int) -> None:
    """Select the occurrence after or before the selected step and bring it into view."""
    sight = session.sight
    if sight is not None:
        found = occurrence_beside(session.now, sight, selected_step(session), by)
        if found:
            session.reveal([found])
