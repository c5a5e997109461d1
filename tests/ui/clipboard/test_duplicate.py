"""Duplicating: beside, on at the same distance, along the lanes; notes and phases as well."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication

from tests.ui.canvas.checks import undone
from tests.ui.clipboard.conftest import Hand
from vsdesigner.commands import phases, steps
from vsdesigner.model.place import Place
from vsdesigner.model.records import Note, Step


def clip() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()


def copies(hand: Hand, name: str) -> list[Step]:
    return [step for step in hand.session.now.steps(hand.session.stream) if step.name == name]


def test_conv_57_duplicate_goes_on_with_the_same_gap(hand: Hand) -> None:
    before = hand.session.now
    hand.canvas.set_zoom(1.0)
    hand.select("Triage")
    hand.ctrl("D")
    assert hand.session.history.undoText() == "Duplicate “Triage”"
    first = hand.session.selected[0]
    assert isinstance(first, Step)
    original = next(step for step in copies(hand, "Triage") if step.id != first.id)
    assert first.x - original.x == 270
    hand.drag(hand.middle(first.id), hand.middle(first.id) + QPoint(0, 60), Qt.KeyboardModifier.AltModifier)
    hand.ctrl("D")
    hand.ctrl("D")
    found = sorted(copies(hand, "Triage"), key=lambda step: step.x)
    assert [step.x - found[0].x for step in found] == [0, 270, 540, 810]
    assert [step.y - found[0].y for step in found] == [0, 60, 120, 180]
    undone(hand, before, steps=4)


def test_duplicating_something_else_starts_afresh(hand: Hand) -> None:
    hand.select("Review")
    hand.ctrl("D")
    hand.select("Triage")
    hand.ctrl("D")
    found = sorted(copies(hand, "Triage"), key=lambda step: step.x)
    assert found[1].x - found[0].x == 270


def test_a_duplicate_moved_to_another_lane_goes_on_down_the_lanes(hand: Hand) -> None:
    hand.select("Triage")
    hand.ctrl("D")
    copy = hand.session.selection[0]
    with hand.session.edit("Move") as draft:
        steps.place(draft, {copy: Place("plan", 300.0, 26.0)})
    hand.session.select((copy,))
    hand.ctrl("D")
    third = hand.session.selected[0]
    assert isinstance(third, Step)
    assert third.lane == hand.session.now.lanes[2].id
    assert third.x == 330


def test_notes_are_copied_as_well(hand: Hand) -> None:
    with hand.session.edit("Note") as draft:
        draft.add(
            Note(id="note-1", stream=hand.session.stream, lane="plan", x=300.0, y=30.0, text="Remember")
        )
    hand.session.select(("note-1",))
    hand.ctrl("C")
    assert clip().text() == "Remember"
    hand.ctrl("V")
    hand.ctrl("D")
    assert [note.text for note in hand.session.now.notes(hand.session.stream)] == ["Remember"] * 3


def test_phases_are_copied_as_well(hand: Hand) -> None:
    with hand.session.edit("Phase") as draft:
        first = phases.add(draft, hand.session.stream, 200.0, 400.0, "Prepare")
    hand.session.select((first,))
    hand.ctrl("D")
    hand.ctrl("C")
    assert clip().text() == "Prepare"
    assert not clip().hasImage()  # a phase is seen by what is in it
    hand.ctrl("V")
    found = sorted(hand.session.now.phases(hand.session.stream), key=lambda phase: phase.x)
    assert [(phase.x, phase.width, phase.name) for phase in found] == [
        (200.0, 400.0, "Prepare"),
        (600.0, 400.0, "Prepare"),
        (1000.0, 400.0, "Prepare"),
    ]
    assert hand.session.history.undoText() == "Paste “Prepare”"
