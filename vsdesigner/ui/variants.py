"""As-is and to-be in the window: marking, copying, and going from one to the other."""

from __future__ import annotations

from vsdesigner.commands import variants
from vsdesigner.model.records import Step, Stream, StreamState
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import shortened
from vsdesigner.ui.session import Session

NAME_LENGTH = 40  # characters of a name in an undo step


def state_words(state: StreamState) -> str:
    """Return ``As-is``, ``To-be`` or nothing."""
    words = {StreamState.AS_IS: tr("As-is"), StreamState.TO_BE: tr("To-be")}
    return words.get(state, "")


def mark(session: Session, state: StreamState) -> None:
    """Say what the shown stream describes; the state it has already is taken away."""
    session.committing.emit()
    present = session.now.get(session.stream, Stream).state
    wanted = StreamState.UNSAID if present is state else state
    label = {
        StreamState.AS_IS: tr("Mark stream as as-is"),
        StreamState.TO_BE: tr("Mark stream as to-be"),
        StreamState.UNSAID: tr("Take the state off the stream"),
    }[wanted]
    with session.edit(label) as draft:
        variants.set_state(draft, session.stream, wanted)


def make_to_be(session: Session) -> None:
    """Copy the shown stream as what should happen, and show the copy at the step that was selected."""
    session.committing.emit()
    name = shortened(session.now.get(session.stream, Stream).name or tr("Untitled stream"), NAME_LENGTH)
    made: list[str] = []
    with session.edit(tr("Make a to-be copy of “{name}”").format(name=name)) as draft:
        made.append(variants.make_to_be(draft, session.stream))
    _show(session, made[0])
    session.said.emit(tr("This is the to-be copy of “{name}” now.").format(name=name))


def has_counterpart(session: Session) -> bool:
    """Whether the shown stream has a variant."""
    return bool(variants.counterparts(session.now, session.stream))


def show_counterpart(session: Session) -> None:
    """Show the variant of the shown stream, the next one of several, at the step that is selected."""
    found = variants.counterparts(session.now, session.stream)
    if found:
        _show(session, found[0].id)


def _show(session: Session, stream: str) -> None:
    """Show a variant as one looks at the stream now, with what corresponds to the selected steps selected:
    who goes there and back sees what differs, for nothing else moves."""
    steps = [record.id for record in session.selected if isinstance(record, Step)]
    there = [id for step in steps if (id := variants.counterpart_step(session.now, step, stream))]
    outlook = session.outlook()
    session.show_stream(stream)
    if outlook is not None:
        session.outlook_requested.emit(outlook)
    if there:
        session.reveal(there)
