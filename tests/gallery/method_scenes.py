"""What the pictures show of the method: tables, responsibility, problems, the guide, variants."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.examples.make_cloud_service import build
from vsdesigner.commands import checks, flows, raci, steps
from vsdesigner.commands.substreams import make_substream
from vsdesigner.commands.variants import make_to_be
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Role
from vsdesigner.ui.main_window import MainWindow


def half_written() -> Snapshot:
    """The sample as it is while somebody works on it: things are missing and contradict each other."""
    draft = Draft(build())
    stream = draft.view.streams[0].id
    first, second, third, *_ = draft.view.steps(stream)
    steps.update(draft, [second.id], tasks=(), practices=())
    steps.update(draft, [third.id], name="Architecture of the service", tools=())
    other = next(role for role in draft.view.roles if role.id != draft.view.roles[0].id)
    draft.update(first.id, raci=())
    raci.set_letters(draft, first.id, other.id, "R")
    draft.add(Role(id="role-twice", name="client", order=90))
    for flow in draft.view.outgoing(third.id):
        draft.remove(flow.id)
    lonely = steps.append(draft, first.id, "improve", "Collect ideas")
    for flow in draft.view.incoming(lonely):
        draft.remove(flow.id)
    draft.update(stream, owner="")
    return complete(draft).view


def with_variants() -> Snapshot:
    """The sample as it is today and as it should be, one step of which stands for a stream."""
    draft = Draft(build())
    copy = make_to_be(draft, draft.view.streams[0].id)
    steps.update(draft, [draft.view.steps(copy)[1].id], name="Plan the roll-out with the customer")
    make_substream(draft, draft.view.steps(copy)[3].id)
    made = draft.view.streams[-1].id
    last = draft.view.terminals(made)[0].id
    for name in ("Create the resources", "Set up access", "Test the set-up"):
        last = steps.append(draft, last, "obtain_build", name)
    flows.connect(draft, last, draft.view.terminals(made)[1].id)
    return complete(draft).view


def tables(window: MainWindow) -> None:
    """Show the tables, a step selected."""
    window.session.view_requested.emit("tables")
    window.session.reveal(["step-design"])


def tables_alone(window: MainWindow) -> None:
    """Show the tables of a stream without a step."""
    window.session.view_requested.emit("tables")


def matrix_alone(window: MainWindow) -> None:
    """Show the matrix of a stream without a step."""
    window.session.view_requested.emit("raci")


def type_into_a_cell(window: MainWindow) -> None:
    """Edit the tasks of a step in their cell."""
    tables(window)
    QApplication.processEvents()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_F2):
        QTest.keyClick(QApplication.focusWidget() or window, key)


def tables_by_task(window: MainWindow) -> None:
    """Show one row for each task."""
    window.session.view_requested.emit("tables")
    window.verbs["table.by_task"].trigger()


def matrix(window: MainWindow) -> None:
    """Show who is responsible, as a matrix."""
    window.session.view_requested.emit("raci")
    window.session.reveal(["step-build"])


def problems(window: MainWindow) -> None:
    """Show what the checks find."""
    window.view.fit_all()
    window.verbs["view.problems"].trigger()
    _checked(window)


def problems_in_tables(window: MainWindow) -> None:
    """Show what the checks find beside the tables."""
    window.session.view_requested.emit("tables")
    window.verbs["view.problems"].trigger()
    _checked(window)


def matrix_with_problems(window: MainWindow) -> None:
    """Show the check column of the matrix at work."""
    window.session.view_requested.emit("raci")
    _checked(window)


def ready(window: MainWindow) -> None:
    """Show that a stream is ready to be presented."""
    with window.session.edit("Check for presenting") as draft:
        checks.set_profile(draft, "ready-to-present")
    problems(window)


def guide(window: MainWindow) -> None:
    """Show the guide beside a stream that is half done."""
    window.view.fit_all()
    window.verbs["view.guide"].trigger()


def variant(window: MainWindow) -> None:
    """Show a to-be copy with a step that stands for a stream."""
    session = window.session
    session.show_stream(session.now.streams[1].id)
    window.view.set_zoom(0.9)
    standing = next(step for step in session.now.steps(session.stream) if step.substream)
    session.reveal([standing.id])


def substream(window: MainWindow) -> None:
    """Show a stream that a step stands for, with the way up."""
    session = window.session
    session.show_stream(session.now.streams[-1].id)
    window.view.fit_all()


def _checked(window: MainWindow) -> None:
    """Wait until the checks have looked at the document as it is."""
    window._checker.look()
    while window._checker._task is not None:
        QTest.qWait(10)
