"""What is selected, in words: with number, lane and ends."""

from __future__ import annotations

import pytest

from tests.ui.canvas.streams import small_stream
from vsdesigner.commands import flows, notes
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.place import Place
from vsdesigner.model.records import FlowKind, NoteKind, Record
from vsdesigner.ui.selection_words import describe_selection
from vsdesigner.ui.session import Session


@pytest.fixture
def session() -> Session:
    return Session(small_stream())


def named(session: Session, *names: str) -> tuple[Record, ...]:
    steps = session.now.steps(session.stream)
    return tuple(next(step for step in steps if step.name == name) for name in names)


def said(view: Snapshot, *records: Record) -> str:
    return describe_selection(view, records)


def test_nothing_is_said_of_nothing(session: Session) -> None:
    assert said(session.now) == ""


def test_a_step_with_its_number_and_lane(session: Session) -> None:
    assert said(session.now, *named(session, "Triage")) == "Selected: step 1, Triage, in Engage"


def test_a_flow_with_its_ends_kind_and_label(session: Session) -> None:
    flow = next(f for f in session.now.flows(session.stream) if f.source == named(session, "Triage")[0].id)
    assert said(session.now, flow) == "Selected: flow from step 1, Triage to step 2, Diagnose"
    with session.edit("Label") as draft:
        flows.update(draft, (flow.id,), kind=FlowKind.ALTERNATIVE, label="in a\nhurry")
    changed = session.now.get(flow.id, type(flow))
    assert said(session.now, changed) == (
        "Selected: alternative flow from step 1, Triage to step 2, Diagnose, labelled “in a hurry”"
    )


def test_several_are_counted_by_what_they_are(session: Session) -> None:
    view = session.now
    steps = named(session, "Triage", "Diagnose", "Fix")
    all_flows = view.flows(session.stream)
    assert said(view, *steps, *all_flows[:2]) == "Selected: 3 steps and 2 flows"
    assert said(view, *named(session, "Diagnose", "Fix")) == "Selected: 2 steps, all in Deliver and Support"
    with session.edit("Note") as draft:
        id = notes.add(draft, session.stream, Place("plan", 0, 30), NoteKind.TEXT)
    note = session.now.get(id, Record)
    ends = session.now.terminals(session.stream)
    assert said(session.now, note, steps[0], *all_flows[:1], *ends) == (
        "Selected: step 1, 1 flow, 1 note, demand and value"
    )
    assert said(session.now, steps[1], ends[0]) == "Selected: step 2 and demand"
    assert said(session.now, note) == "Selected: text"
