"""Going into the stream that a step stands for, and up again; no region of its own."""

from __future__ import annotations

from vsdesigner.commands import substreams
from vsdesigner.model.records import Step, Stream
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import shortened
from vsdesigner.ui.session import Session
from vsdesigner.ui.stream_tabs import stream_title

NAME_LENGTH = 40  # characters of a name in an undo step


def selected_substream(session: Session) -> str:
    """Return the stream that the one selected step stands for, empty when there is none."""
    selection = session.selection
    return substreams.substream_of(session.now, selection[0]) if len(selection) == 1 else ""


def can_make(session: Session) -> bool:
    """Whether the one selected thing is a step that stands for no stream yet."""
    selected = session.selected
    return len(selected) == 1 and isinstance(selected[0], Step) and not selected_substream(session)


def open_substream(session: Session, step: str = "") -> bool:
    """Show the stream that a step (the selected one) stands for; False when it stands for none."""
    stream = substreams.substream_of(session.now, step) if step else selected_substream(session)
    if stream:
        session.show_stream(stream)
    return bool(stream)


def make_substream(session: Session) -> None:
    """Let the selected step stand for a new stream, and show it."""
    if not can_make(session):
        return
    session.committing.emit()
    step = session.now.get(session.selection[0], Step)
    name = shortened(step.name or tr("Step"), NAME_LENGTH)
    made: list[str] = []
    with session.edit(tr("Make a stream of “{step}”").format(step=name)) as draft:
        made.append(substreams.make_substream(draft, step.id))
    session.show_stream(made[0])
    told = tr("This stream is for how “{step}” is done. The button above the drawing leads back to the step.")
    session.said.emit(told.format(step=name))


def go_up(session: Session, step: str = "") -> bool:
    """Show the step that stands for the shown stream (the first one when several do); False without one."""
    found = [each.id for each in substreams.standing_for(session.now, session.stream)]
    if not found:
        return False
    session.reveal((step if step in found else found[0],))
    return True


def can_go_up(session: Session) -> bool:
    """Whether a step of another stream stands for the shown one."""
    return bool(substreams.standing_for(session.now, session.stream))


def step_words(session: Session, step: Step) -> str:
    """Return how a step of another stream is called: its stream, its number and its name."""
    stream = session.now.get(step.stream, Stream)
    return tr("{stream} › {number} {step}").format(
        stream=shortened(stream_title(stream), NAME_LENGTH),
        number=session.now.number(step.id),
        step=shortened(step.name or tr("Untitled step"), NAME_LENGTH),
    )
