"""Goes to what was found: shows it, selects it and, for what is written in a field, puts the cursor there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication

from vsdesigner.document.search import Path
from vsdesigner.model.records import Lane, Practice, Record, Role, Step, Stream, StreamMember, Tool
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.search import things

if TYPE_CHECKING:
    from vsdesigner.ui.search.search import SearchDesk
    from vsdesigner.ui.session import Session


def go_to_thing(desk: SearchDesk, key: str) -> None:
    """Go to an entry of the palette: a step is selected and seen, a task or tool stands in its field, a role
    has its card open beside its letters.

    What several steps have is shown at the next of them, so that going there again goes round.
    """
    kind, *ids = things.parts_of(key)
    if kind == things.STREAM and ids[0] in desk.session.now:
        desk.session.show_stream(ids[0])
        desk.session.select(())
        desk.regions.focus("canvas")
    elif kind == things.TASK:
        go_to_field(desk, ids[0], f"tasks:{ids[1]}")
    elif kind in (things.TOOL, things.PRODUCT, things.PRACTICE, things.ROLE):
        _go_to_user(desk, kind, ids)
    else:
        desk.session.reveal(ids[:1])
        desk.regions.focus("canvas")


def go_to_field(desk: SearchDesk, id: str, field: str) -> None:
    """Show a record and put the cursor into one of its fields."""
    desk.regions.show("inspector")
    # Not by `field_requested`: a window that just opened has no inspector yet that would hear it.
    desk.inspector.show_field(id, field)


def field_of(record: Record, path: Path) -> str:
    """Return what the inspector calls the field at a path; of a shared record where a step has it."""
    if isinstance(record, Role):
        return f"raci:{record.id}"
    if isinstance(record, Tool | Practice):
        return "tools" if isinstance(record, Tool) else "practices"
    if isinstance(record, Step) and path[0] == "tasks" and isinstance(path[1], int):
        return f"tasks:{record.tasks[path[1]].id}"
    return str(path[0])


def show_record(session: Session, record: Record) -> str:
    """Show where a record is seen without taking the keyboard; returns what was shown for it, or ""."""
    if isinstance(record, Stream):
        session.show_stream(record.id)
        session.select(())
        return record.id
    if isinstance(record, StreamMember):
        session.reveal((record.id,))
        return record.id
    kind = {Role: things.ROLE, Tool: things.TOOL, Practice: things.PRACTICE}.get(type(record))
    if isinstance(record, Lane):
        here = [step for step in session.now.steps(session.stream) if step.lane == record.id]
    else:
        here = things.users(session.now, kind, record.id) if kind else []
    if not here:
        return ""
    step = _next(session, here)
    session.reveal((step.id,))
    return step.id


def _go_to_user(desk: SearchDesk, kind: str, ids: list[str]) -> None:
    session = desk.session
    steps = things.users(session.now, kind, *ids)
    if not steps and kind == things.ROLE:
        go_to_field(desk, ids[0], "")
        _open_card(desk, ids[0])
        return
    if not steps:
        session.tell(tr("No step uses this any more."))
        return
    step = _next(session, steps)
    session.reveal((step.id,))
    if kind == things.ROLE:
        go_to_field(desk, step.id, f"raci:{ids[0]}")
        _open_card(desk, ids[0])
    else:
        go_to_field(desk, step.id, "practices" if kind == things.PRACTICE else "tools")


def _open_card(desk: SearchDesk, role: str) -> None:
    """Open the card of a role beside its letters; leaving it leads to them."""
    from vsdesigner.ui.roles.role_card import open_role_card  # late: the first frame may do without

    grid = QApplication.focusWidget() or desk.inspector
    open_role_card(desk.session, desk.inspector, role, QRect(grid.mapToGlobal(QPoint(0, 0)), grid.size()))


def _next(session: Session, steps: list[Step]) -> Step:
    """The step behind the selected one among `steps`; else the first one of the shown stream, else any."""
    ids = [step.id for step in steps]
    selected = next((id for id in session.selection if id in ids), "")
    if selected:
        return steps[(ids.index(selected) + 1) % len(steps)]
    return next((step for step in steps if step.stream == session.stream), steps[0])
