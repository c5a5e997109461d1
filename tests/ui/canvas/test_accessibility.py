"""The drawing for those who hear it: asked as a screen reader asks, through Qt's accessible interfaces."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from tests.ui.canvas.drive import Driver
from tests.ui.canvas.streams import small_stream
from vsdesigner.analysis import findings
from vsdesigner.commands import elements, flows, lanes, phases, raci, roles, steps
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import FlowKind
from vsdesigner.ui.canvas import accessibility
from vsdesigner.ui.canvas.lane_canvas import LaneCanvas
from vsdesigner.ui.canvas.spoken import Speech
from vsdesigner.ui.session import Session

Text, Kind = QAccessible.Text, QAccessible.Role


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, str]]]:
    """What assistive technology is told: (kind of event, name of what it is about or the words)."""
    heard: list[tuple[str, str]] = []

    def hear(event: QAccessibleEvent) -> None:
        if hasattr(event, "message"):
            heard.append(("Announcement", event.message()))
            return
        subject = event.accessibleInterface()
        heard.append((event.type().name, subject.text(Text.Name) if subject is not None else ""))

    monkeypatch.setattr(accessibility.QAccessible, "updateAccessibility", hear)
    monkeypatch.setattr(accessibility.QAccessible, "isActive", lambda: True)
    yield heard


def root(drive: Driver) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(drive.canvas.view)
    assert found is not None
    return found


def children(of: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [of.child(index) for index in range(of.childCount())]


def find(drive: Driver, words: str) -> QAccessibleInterface:
    """Return the element whose sentence holds these words."""
    for group in children(root(drive)):
        for child in children(group):
            if words in child.text(Text.Name):
                return child
    raise AssertionError(words)


# -- words --------------------------------------------------------------------------------------------------
def test_conv_64_the_spoken_form_of_a_step() -> None:
    session = Session(small_stream())
    ids = {step.name: step.id for step in session.now.steps(session.stream)}
    with session.edit("Document") as draft:
        escalate = steps.append(draft, ids["Diagnose"], "engage", "Escalate")
        flows.connect(draft, escalate, ids["Fix"])
        lead = roles.add_role(draft, "Service desk lead")
        raci.set_letters(draft, ids["Diagnose"], lead, "A")
    words = Speech(session.now).words(ids["Diagnose"])
    assert words.startswith("Step 2 of 5, Diagnose, lane Deliver and Support, from Triage, to ")
    assert "to Fix and to Escalate" in words or "to Escalate and to Fix" in words
    assert ", accountable Service desk lead" in words


def test_a_step_without_anything_says_what_is_missing() -> None:
    session = Session(small_stream())
    review = next(step.id for step in session.now.steps(session.stream) if step.name == "Review")
    with session.edit("Forget the name") as draft:
        steps.update(draft, (review,), name="  ")
    words = Speech(session.now).words(review)
    assert "without a name, lane Improve, not connected" in words
    assert words.endswith((" error.", " errors.", " warning.", " warnings."))


def test_the_spoken_form_of_flows_and_ends() -> None:
    session = Session(small_stream())
    now, stream = session.now, session.stream
    flow = next(f for f in now.flows(stream) if Speech(now).end(f.source) == "Triage")
    with session.edit("Label") as draft:
        flows.update(draft, (flow.id,), label="only if\nurgent", kind=FlowKind.ALTERNATIVE, share=30.0)
    speech = Speech(session.now)
    assert (
        speech.words(flow.id) == "Alternative from Triage to Diagnose, labelled only if urgent, 30 percent."
    )
    demand, value = now.terminals(stream)
    said = {speech.words(demand.id), speech.words(value.id)}
    assert said == {"Demand, Something does not work, to Triage.", "Value, It works again, from Fix."}
    assert speech.lane("deliver_and_support", stream) == "Lane Deliver and Support, 2 steps."
    assert speech.lane("plan", stream) == "Lane Plan, no steps."
    assert speech.words("nobody") == ""
    with session.edit("Rename lane") as draft:
        lanes.rename(draft, "engage", "Front office")
    assert Speech(session.now).lane("engage", stream) == "Lane Front office, 1 step."


def test_the_words_are_found_once_for_a_snapshot(monkeypatch: pytest.MonkeyPatch) -> None:
    session = Session(small_stream())
    asked: list[Snapshot] = []
    real = findings.find_in_stream
    monkeypatch.setattr(findings, "find_in_stream", lambda view, s: asked.append(view) or real(view, s))
    speech = Speech(session.now)
    for step in session.now.steps(session.stream):
        speech.words(step.id)
    assert len(asked) == 1


# -- the tree -----------------------------------------------------------------------------------------------
def test_lanes_hold_their_elements_and_the_flows_come_last(drive: Driver) -> None:
    top = root(drive)
    assert top.role() == Kind.Canvas
    assert top.text(Text.Name) == "Value stream, 4 steps"
    assert top.childCount() == 8  # six lanes, the flows, what floats above
    groups = children(top)[:7]
    assert all(group.role() == Kind.List and group.parent() is top for group in groups)
    names = [group.text(Text.Name) for group in groups]
    assert "Lane Engage, 1 step." in names
    assert names[-1] == "4 flows"
    support = next(group for group in groups if "Deliver and Support" in group.text(Text.Name))
    said = [child.text(Text.Name).split(",")[1].strip() for child in children(support)]
    assert said[:2] == ["Diagnose", "Fix"]
    for index, child in enumerate(children(support)):
        assert child.parent() is support
        assert support.indexOfChild(child) == index
        assert child.role() == Kind.ListItem
        assert child.childCount() == 0
    assert [top.indexOfChild(group) for group in groups] == list(range(7))
    assert top.child(8) is None and support.child(-1) is None
    assert top.parent() is not None


def test_the_rectangle_is_where_the_step_is_seen(drive: Driver) -> None:
    step = find(drive, ", Diagnose, lane")
    middle = drive.viewport.mapToGlobal(drive.middle("Diagnose"))
    assert step.rect().contains(middle)
    before = step.rect()
    drive.canvas.view.camera.scroll_by(30, 0)
    assert step.rect().topLeft() == before.topLeft() - QPoint(30, 0)
    drive.canvas.set_zoom(0.5)
    assert abs(step.rect().width() * 2 - before.width()) <= 2
    group = step.parent()
    assert group.rect().intersects(step.rect())
    assert group.childAt(*drive.viewport.mapToGlobal(drive.middle("Diagnose")).toTuple()) is step
    at = drive.viewport.mapToGlobal(drive.middle("Diagnose"))
    assert root(drive).childAt(at.x(), at.y()) is group
    assert not step.state().offscreen


def test_pressing_selects(drive: Driver) -> None:
    step = find(drive, ", Fix, lane")
    action = step.actionInterface()
    assert action.actionNames() == ["Press", "SetFocus"]
    assert not step.state().selected
    action.doAction("Press")
    assert drive.session.selection == (drive.id("Fix"),)
    assert step.state().selected
    assert step.state().focused
    assert root(drive).focusChild() is step
    action.doAction("Nonsense")
    flow = find(drive, "Main flow from Triage to Diagnose")
    flow.actionInterface().doAction("SetFocus")
    assert drive.session.selection == (drive.flow("Triage", "Diagnose").id,)
    assert flow.parent().text(Text.Name) == "4 flows"


def test_no_other_interface_is_pretended(drive: Driver) -> None:
    step = find(drive, ", Fix, lane")
    for asked in (step.textInterface, step.valueInterface, step.selectionInterface, step.tableCellInterface):
        assert asked() is None
    assert step.parent().actionInterface() is None
    assert step.object() is None
    assert step.window() is not None
    step.setText(Text.Name, "Hijacked")
    assert drive.step("Fix").name == "Fix"
    assert step.relations() == []


def test_the_editor_is_the_focus_while_a_name_is_typed(drive: Driver) -> None:
    drive.select("Triage")
    drive.key(Qt.Key.Key_F2)
    found = root(drive).focusChild()
    assert found is not None
    assert found.object() is drive.canvas.naming.editor
    assert found.text(Text.Name) == "Name of the step"


# -- following ----------------------------------------------------------------------------------------------
def test_the_focus_follows_the_selection(drive: Driver, told: list[tuple[str, str]]) -> None:
    drive.key(Qt.Key.Key_Tab)
    drive.key(Qt.Key.Key_Tab)
    said = [name.split(", from")[0] for kind, name in told if kind == "Focus"]
    assert said == ["Demand, Something does not work, to Triage.", "Step 1 of 4, Triage, lane Engage"]


def test_conv_48_edits_are_announced_by_their_name(drive: Driver, told: list[tuple[str, str]]) -> None:
    drive.connect("Review", "value")
    assert ("Announcement", "Connect “Review” to value") in told
    told.clear()
    drive.session.undo()
    drive.session.redo()
    assert not [words for kind, words in told if kind == "Announcement"]  # the status line says these
    drive.session.undo()
    drive.session.select((drive.id("Review"),))
    drive.key(Qt.Key.Key_Delete)  # instead of what was undone
    assert ("Announcement", "Delete “Review”") in told


def test_names_and_children_follow_the_document(drive: Driver, told: list[tuple[str, str]]) -> None:
    step = find(drive, ", Fix, lane")
    drive.rename("Fix", "Repair")
    assert ", Repair, lane" in step.text(Text.Name)
    assert ("NameChanged", step.text(Text.Name)) in told
    assert "to Repair" in find(drive, ", Diagnose, lane").text(Text.Name)
    drive.select("Repair")
    drive.key(Qt.Key.Key_Delete)
    assert not Shiboken.isValid(step)  # Qt was told to forget it
    assert root(drive).text(Text.Name) == "Value stream, 3 steps"
    assert any(kind == "ObjectReorder" for kind, _ in told)
    drive.session.undo()
    assert ("ObjectCreated", find(drive, ", Repair, lane").text(Text.Name)) in told


def test_another_stream_and_another_document(drive: Driver) -> None:
    old = find(drive, ", Fix, lane")
    drive.session.replace(Session().now)
    assert not Shiboken.isValid(old)
    assert root(drive).text(Text.Name) == "Value stream, no steps"
    assert children(root(drive))[6].text(Text.Name) == "no flows"
    assert children(root(drive))[6].childCount() == 0


def test_nothing_is_made_when_nobody_asks(drive: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError("somebody was told")

    monkeypatch.setattr(accessibility.QAccessible, "isActive", lambda: False)
    monkeypatch.setattr(accessibility.QAccessible, "updateAccessibility", never)
    kept = len(accessibility._kept)
    drive.select("Triage")
    drive.connect("Review", "value")
    drive.session.undo()
    assert len(accessibility._kept) == kept
    assert drive.canvas.exposure._speech is None


def test_closing_lets_go_of_everything(qapp: QApplication) -> None:
    canvas = LaneCanvas(Session(small_stream()))
    canvas.show()
    before = len(accessibility._kept)
    top = QAccessible.queryAccessibleInterface(canvas.view)
    made = [child for group in children(top)[:7] for child in children(group)]
    assert len(accessibility._kept) == before + 7 + len(made)
    canvas.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del top
    gc.collect()
    assert not any(Shiboken.isValid(item) for item in made)
    assert len(accessibility._kept) == before


def test_a_fault_in_the_words_stays_inside(drive: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    faults: list[type[BaseException]] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_: faults.append(kind))
    step = find(drive, ", Triage, lane")
    monkeypatch.setattr(Speech, "words", lambda self, id: [][1])
    assert step.text(Text.Name) == ""
    assert faults == [IndexError]


def test_phases_are_a_group_of_their_own(drive: Driver, told: list[tuple[str, str]]) -> None:
    with drive.session.edit("Add phase") as draft:
        phase = phases.add(draft, drive.session.stream, 250, 400, "Ordering")
    group = children(root(drive))[6]
    assert group.text(Text.Name) == "1 phase"
    (item,) = children(group)
    assert item.text(Text.Name) == "Phase, Ordering, 3 steps."
    assert item.parent() is group
    assert item.rect().width() == pytest.approx(400, abs=2)
    item.actionInterface().doAction("Press")
    assert drive.session.selection == (phase,)
    assert ("Focus", item.text(Text.Name)) in told
    assert children(root(drive))[7].text(Text.Name) == "4 flows"


def test_deleting_much_is_followed(drive: Driver) -> None:
    everything = [child for group in children(root(drive))[:7] for child in children(group)]
    with drive.session.edit("Delete all") as draft:
        elements.delete(draft, [step.id for step in drive.session.now.steps(drive.session.stream)])
    left = [child for child in everything if Shiboken.isValid(child)]
    assert {child.text(Text.Name).split(",")[0] for child in left} == {"Demand", "Value"}
