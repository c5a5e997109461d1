"""Copy, cut, paste and duplicate by their keys: within a stream, between windows, through bytes."""

from __future__ import annotations

import itertools
import time

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.canvas.checks import undone
from tests.ui.canvas.streams import large_stream
from tests.ui.clipboard.conftest import SHIFT, Hand
from tests.ui.window_kit import named
from vsdesigner.commands import lists, raci, roles, steps
from vsdesigner.commands.streams import new_document
from vsdesigner.model.parts import Duration, Task
from vsdesigner.model.records import Role, Step
from vsdesigner.ui.canvas.context_menu import build_menu
from vsdesigner.ui.clipboard.content import settle_clipboard
from vsdesigner.ui.mime import EXCERPT

ALL_FORMS = ["text/html", "text/plain", "image/png", "image/svg+xml", EXCERPT]


def clip() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()


def describe(hand: Hand, name: str) -> None:
    """Give a step data of every kind."""
    step = hand.id(name)
    with hand.session.edit("Describe") as draft:
        role = roles.add_role(draft, "Service desk lead")
        raci.set_letters(draft, step, role, "A")
        lists.set_tasks(draft, step, [Task.new("Ask"), Task.new("twice", 1)])
        steps.update(draft, [step], process_time=Duration(likely=2.0), qualifier="urgent only")


def copies(hand: Hand, name: str) -> list[Step]:
    return [step for step in hand.session.now.steps(hand.session.stream) if step.name == name]


# -- copying ------------------------------------------------------------------------------------------------
def test_conv_57_copy_puts_our_data_svg_png_and_a_table_on_the_clipboard(hand: Hand) -> None:
    describe(hand, "Triage")
    before = hand.session.now
    hand.select("Triage", "Diagnose")
    hand.ctrl("C")
    content = clip()
    for form in ALL_FORMS:
        assert content.hasFormat(form), form
        assert len(content.data(form).data()) > 100, form
    assert content.hasImage()
    header, first, *_ = content.text().split("\n")
    assert header.startswith("Number\tStep\tActivity\tActions and tasks")
    assert first.startswith('1\tTriage\tEngage\t"– Ask')
    assert hand.session.now is before


def test_a_copy_is_what_was_copied_then(hand: Hand) -> None:
    hand.select("Triage")
    hand.ctrl("C")
    hand.rename("Triage", "Changed")
    assert "Triage" in clip().text()
    hand.ctrl("V")
    assert hand.names.count("Triage") == 1


def test_copying_a_thousand_steps_is_quick(hand: Hand) -> None:
    hand.load(large_stream(1_000))
    hand.session.select(step.id for step in hand.session.now.steps(hand.session.stream))
    QApplication.processEvents()  # with many selected the window asks once, then, what is possible
    start = time.perf_counter()
    hand.ctrl("C")
    assert time.perf_counter() - start < 0.5
    assert clip().hasFormat(EXCERPT)


def test_nothing_selected_or_a_flow_alone_copies_nothing(hand: Hand) -> None:
    QGuiApplication.clipboard().setText("as it was")
    hand.ctrl("C")
    hand.click(hand.on_flow("Diagnose", "Fix"))
    assert hand.session.selection == (hand.flow("Diagnose", "Fix").id,)
    hand.ctrl("C")
    hand.ctrl("X")
    hand.ctrl("D")
    assert clip().text() == "as it was"
    assert hand.session.history.index() == 0
    assert not hand.window.verbs["edit.copy"].isEnabled()


def test_what_was_copied_outlives_the_program(hand: Hand) -> None:
    hand.select("Triage")
    hand.ctrl("C")
    before = {form: bytes(clip().data(form).data()) for form in ALL_FORMS}
    settle_clipboard()
    assert type(clip()) is QMimeData
    assert {form: bytes(clip().data(form).data()) for form in ALL_FORMS} == before
    assert clip().hasImage()
    hand.ctrl("V")
    assert hand.names.count("Triage") == 2


# -- pasting ------------------------------------------------------------------------------------------------
def test_paste_goes_beside_the_originals_and_on_from_there(hand: Hand) -> None:
    hand.select("Triage")
    hand.ctrl("C")
    before = hand.session.now
    for _ in range(3):
        hand.ctrl("V")
    found = sorted(copies(hand, "Triage"), key=lambda step: step.x)
    assert [step.x - found[0].x for step in found] == [0, 270, 540, 810]
    assert {step.y for step in found} == {found[0].y}
    assert hand.session.selection == (found[-1].id,)
    assert hand.session.history.undoText() == "Paste “Triage”"
    undone(hand, before, steps=3)


def test_paste_covers_nothing(hand: Hand) -> None:
    hand.select("Diagnose")
    hand.ctrl("C")
    hand.ctrl("V")
    rects = [card.rect for card in hand.layout.cards.values()]
    assert not any(one.overlaps(two) for one in rects for two in rects if one is not two)
    original, copy = (
        hand.session.now.get(hand.id(copies(hand, "Diagnose")[0].id), Step),
        hand.session.selected[0],
    )
    assert isinstance(copy, Step)
    assert (copy.lane, copy.x) == (original.lane, original.x)  # Fix stands right of it, so it goes below


def test_repeated_pastes_go_on_in_one_direction(hand: Hand) -> None:
    hand.select("Diagnose")  # Fix stands right of it, so the first copy goes below
    hand.ctrl("C")
    for _ in range(3):
        hand.ctrl("V")
    found = sorted(copies(hand, "Diagnose"), key=lambda step: step.y)
    assert {step.x for step in found} == {found[0].x}
    gaps = {round(two.y - one.y) for one, two in itertools.pairwise(found)}
    assert len(gaps) == 1


def test_what_comes_from_elsewhere_goes_into_the_middle_of_the_view(hand: Hand, other: Hand) -> None:
    other.load(new_document())
    hand.select("Review")
    hand.ctrl("C")
    other.show_window()
    other.canvas.view.camera.scroll_by(90, 0)  # where it stood there is still in sight
    other.ctrl("V")
    rect = other.layout.cards[other.session.selection[0]].rect
    assert abs(rect.center.x - other.canvas.stage.visible.center.x) <= 10


def test_flows_come_along_between_pasted_steps_only(hand: Hand) -> None:
    hand.select("demand", "Triage", "Diagnose")
    hand.ctrl("C")
    before = len(hand.session.now.flows(hand.session.stream))
    hand.ctrl("V")
    assert len(hand.session.now.flows(hand.session.stream)) == before + 1
    assert hand.selected_names == ["Triage", "Diagnose"]
    first, second = hand.session.selection
    assert [flow.target for flow in hand.session.now.outgoing(first)] == [second]
    assert hand.session.now.incoming(first) == ()


def test_conv_57_all_data_goes_into_another_document(hand: Hand, other: Hand) -> None:
    describe(hand, "Triage")
    hand.select("Triage", "Fix")
    hand.ctrl("C")
    other.show_window()
    before = other.session.now
    other.ctrl("V")
    copy = other.session.selected[0]
    assert isinstance(copy, Step)
    assert [task.text for task in copy.tasks] == ["Ask", "twice"]
    assert other.session.now.get(copy.raci[0].role, Role).name == "Service desk lead"
    assert (copy.qualifier, copy.process_time) == ("urgent only", Duration(likely=2.0))
    assert other.session.history.undoText() == "Paste 2 elements"
    area = other.canvas.stage.visible
    assert all(area.overlaps(other.layout.cards[id].rect) for id in other.session.selection)
    undone(other, before)


def test_another_process_hands_over_the_same_bytes(hand: Hand, other: Hand) -> None:
    hand.select("Triage", "Diagnose")
    hand.ctrl("C")
    foreign = QMimeData()
    foreign.setData(EXCERPT, clip().data(EXCERPT))
    QGuiApplication.clipboard().setMimeData(foreign)
    other.show_window()
    other.ctrl("V")
    assert other.names.count("Triage") == 2
    assert len(other.session.now.flows(other.session.stream)) == 5


def test_cut_takes_away_and_paste_brings_back(hand: Hand) -> None:
    state = hand.session.now
    describe(hand, "Diagnose")
    before = hand.step("Diagnose")
    hand.select("Diagnose")
    hand.ctrl("X")
    assert hand.session.history.undoText() == "Cut “Diagnose”"
    assert hand.names == ["Fix", "Review", "Triage"]
    assert hand.has_flow("Triage", "Fix")  # healed
    hand.ctrl("V")
    after = hand.step("Diagnose")
    assert (after.lane, after.x, after.y) == (before.lane, before.x, before.y)
    assert after.raci == before.raci
    undone(hand, state, steps=3)


def test_paste_out_of_sight_comes_into_the_middle_of_the_view(hand: Hand) -> None:
    hand.select("Triage")
    hand.ctrl("C")
    hand.canvas.view.camera.scroll_by(4_000, 0)
    QApplication.processEvents()
    hand.ctrl("V")
    rect = hand.layout.cards[hand.session.selection[0]].rect
    assert abs(rect.center.x - hand.canvas.stage.visible.center.x) < 20


def test_paste_from_the_menu_goes_to_the_point_and_its_lane(hand: Hand) -> None:
    hand.select("Triage")
    hand.ctrl("C")
    hand.session.select(())
    spot = hand.in_lane("Plan", 1000)
    point = hand.canvas.stage.camera.to_scene(spot.toPointF())
    from vsdesigner.layout.geometry import Point

    menu = build_menu(hand.canvas.stage, Point(point.x(), point.y()))
    entry = next(action for action in menu.actions() if action.text() == "Paste Here")
    assert entry.shortcut().isEmpty(), "the key pastes elsewhere"
    entry.trigger()
    menu.deleteLater()
    copy = hand.session.selected[0]
    assert isinstance(copy, Step)
    assert copy.lane == "plan"
    assert hand.layout.cards[copy.id].rect.grown(10).contains(Point(point.x(), point.y()))


def test_the_menu_of_a_step_offers_the_clipboard(hand: Hand) -> None:
    hand.select("Triage")
    menu = build_menu(hand.canvas.stage, hand.layout.cards[hand.id("Triage")].rect.center)
    words = {action.text(): action.shortcut().toString() for action in menu.actions()}
    assert isinstance(menu, QMenu)
    menu.deleteLater()
    assert {"Cut": "Ctrl+X", "Copy": "Ctrl+C", "Duplicate": "Ctrl+D"}.items() <= words.items()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b'{"format": "vsdesigner", "version": "1.0", "steps": [{}]}',
        b"x" * 21_000_000,
    ],
    ids=["empty", "cut off", "no text", "invalid", "too big"],
)
def test_a_broken_clipboard_is_told_and_does_no_harm(hand: Hand, content: bytes) -> None:
    foreign = QMimeData()
    foreign.setData(EXCERPT, content)
    QGuiApplication.clipboard().setMimeData(foreign)
    before = hand.session.now
    hand.ctrl("V")
    assert hand.session.now is before
    assert [text.startswith("Nothing was pasted: ") for text in hand.told] == [True]


def test_an_empty_clipboard_is_told(hand: Hand) -> None:
    hand.ctrl("V")
    assert hand.told == ["There is nothing on the clipboard that can be pasted into a stream."]
    assert hand.session.history.index() == 0


def test_conv_57_plain_paste_makes_new_steps_with_name_and_activity_only(hand: Hand) -> None:
    describe(hand, "Triage")
    hand.select("Triage", "Diagnose")
    hand.ctrl("C")
    hand.ctrl("V", SHIFT)
    copy = hand.session.selected[0]
    assert isinstance(copy, Step)
    assert (copy.name, copy.lane, copy.tasks, copy.raci, copy.qualifier) == ("Triage", "engage", (), (), "")
    assert hand.session.now.outgoing(copy.id) == ()


def test_conv_57_picture_only(hand: Hand) -> None:
    hand.select("Triage")
    hand.ctrl("C", SHIFT)
    assert clip().hasImage()
    assert not clip().hasText()
    assert not clip().hasFormat(EXCERPT)
    small = clip().imageData().size()
    assert hand.told == ["A picture of 1 element is on the clipboard."]
    hand.session.select(())
    hand.ctrl("C", SHIFT)
    assert clip().imageData().width() > 3 * small.width()  # the whole stream
    assert hand.told[1:] == ["A picture of the whole stream is on the clipboard."]
    assert hand.session.history.index() == 0


def test_the_edit_menu_holds_the_clipboard(hand: Hand) -> None:
    menu = named(hand.window, "menu.edit", QMenu)
    words = {action.objectName() for action in menu.actions()}
    ids = ("cut", "copy", "paste", "duplicate", "copy_picture", "paste_plain")
    assert {f"action.edit.{id}" for id in ids} <= words


def test_pasting_when_nobody_owns_the_clipboard(hand: Hand) -> None:
    QGuiApplication.clipboard().clear()
    before = hand.session.now
    hand.show_window()
    hand.ctrl("V")
    assert hand.told == ["There is nothing on the clipboard."]
    assert hand.session.now == before
