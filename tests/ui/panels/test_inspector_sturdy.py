"""The inspector under hostile texts, failing sections, many steps and little room."""

from __future__ import annotations

import time
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from tests.ui.panels.conftest import CONTROL, Bench, MakeBench
from vsdesigner.commands import lists, streams
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import PracticeUse, Task
from vsdesigner.model.place import Place
from vsdesigner.model.records import Role, Step, Stream
from vsdesigner.model.text import NAME_LENGTH, TEXT_LENGTH
from vsdesigner.ui import theme
from vsdesigner.ui.panels.page import Page
from vsdesigner.ui.panels.sections import registry
from vsdesigner.ui.panels.sections.practices_section import PracticesSection
from vsdesigner.ui.panels.sections.section import Section
from vsdesigner.ui.plain import PlainLabel

HOSTILE = {
    "rich text": "<img src='file:///etc/passwd'><b>bold</b> &amp; & [*]",
    "no-break spaces": "10\u00a0000\u202f€",
    "emoji": "👩‍👩‍👧 🏳️‍🌈 done",
    "right to left": "שלום \u202eabc\u202c مرحبا",
    "combining": "Z͑ͫa̴l̵g͜o̕",
    "format characters": "a\u200bb\u2060c\ufeffd",
    "quotes": '\'; DROP "x" {name} %s {0}',
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_texts_come_through_unchanged(bench: Bench, kind: str) -> None:
    text = HOSTILE[kind]
    bench.select_step()
    bench.replace("field.name", "")
    bench.paste(text)
    bench.press(Qt.Key.Key_Return)
    bench.click("tasks.add")
    bench.paste(text)
    bench.click("practices.add")
    bench.paste(text)
    bench.press(Qt.Key.Key_Return)
    bench.click("raci.add")
    bench.paste(text)
    bench.press(Qt.Key.Key_Return)
    bench.leave()
    step = bench.steps[0]
    assert step.name == text
    assert step.tasks[-1].text == text
    assert bench.session.now.practices[0].name == text
    assert bench.session.now.roles[-1].name == text
    count = bench.undo_count
    for name in ("field.name", "tasks.line.3"):
        bench.click(name)
        bench.leave()
    assert bench.undo_count == count, "looking at a text is no edit"


def test_every_label_is_plain(bench: Bench) -> None:
    bench.select_step()
    bench.open("times")
    bench.open("more")
    for label in bench.panel.findChildren(QLabel):
        assert isinstance(label, PlainLabel), label.text()
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_control_characters_are_dropped(bench: Bench) -> None:
    bench.select_step()
    bench.replace("field.name", "")
    bench.paste("a\x00b\x07c\ufffed\r\ne")
    bench.leave()
    assert bench.steps[0].name == "abcd e"


@pytest.mark.parametrize(
    ("name", "attribute", "bound"),
    [("field.name", "name", NAME_LENGTH), ("field.presenter_notes", "presenter_notes", TEXT_LENGTH)],
)
def test_texts_have_their_bounds(bench: Bench, name: str, attribute: str, bound: int) -> None:
    bench.select_step()
    bench.open("more")
    bench.replace(name, "")
    bench.paste("x" * (bound + 1))
    assert "characters fit here" in bench.told[-1][0]
    bench.type("y")
    bench.leave()
    assert getattr(bench.steps[0], attribute) == "x" * bound


def test_a_word_of_a_million_letters_does_not_hang(bench: Bench) -> None:
    bench.click("stream.description")
    start = time.perf_counter()
    bench.paste("W" * 1_000_000)
    assert time.perf_counter() - start < 3
    bench.leave()
    assert len(bench.stream.description) == TEXT_LENGTH


# -- sections -----------------------------------------------------------------------------------------------
class Broken(Section):
    """Fails where it is told to."""

    key = "broken"
    title = "Broken"
    at = ""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._fail("making")

    def _fail(self, at: str) -> None:
        if self.at == at:
            raise RuntimeError(at)

    def refresh(self) -> None:
        self._fail("showing")
        if getattr(self.records[0], "name", "") == "Still works":
            self._fail("changing")

    def commit(self) -> None:
        self._fail("committing")


@pytest.mark.logs("section broken failed and is left out")
@pytest.mark.parametrize("at", ["making", "showing", "changing", "committing"])
def test_a_section_that_fails_is_left_out(
    make_bench: MakeBench, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    kinds = registry.SECTIONS[Step]
    monkeypatch.setattr(Broken, "at", at)
    monkeypatch.setitem(registry.SECTIONS, Step, [kinds[0], Broken, *kinds[1:]])
    bench = make_bench()
    bench.select_step()
    bench.replace("field.name", "Still works")
    bench.leave()
    bench.session.committing.emit()
    assert bench.steps[0].name == "Still works"
    assert bench.shown("section.broken") == []
    bench.click("tasks.add")
    bench.type("So does this")
    bench.leave()
    assert bench.steps[0].tasks[-1].text == "So does this"


@pytest.mark.logs("section practices failed and is left out")
def test_a_count_that_fails_is_survived(make_bench: MakeBench, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object) -> int:
        raise ValueError

    monkeypatch.setattr(PracticesSection, "count", fail)
    bench = make_bench()
    bench.select_step()
    assert bench.shown("section.practices") == []
    assert bench.shown("section.tools.header") == ["section.tools.header"]


def test_conv_42_sections_remember_by_type_and_across_runs(make_bench: MakeBench, tmp_path: Any) -> None:
    settings = QSettings(str(tmp_path / "inspector.ini"), QSettings.Format.IniFormat)
    bench = make_bench(settings=settings)
    bench.select_step()
    assert bench.shown("section.times.body") == []
    bench.click("section.times.header")
    bench.widget("section.tasks.header").setFocus()
    bench.press(Qt.Key.Key_Left)
    bench.select_step(1)
    assert bench.shown("section.times.body") == ["section.times.body"]
    assert bench.shown("section.tasks.body") == []
    settings.sync()
    again = make_bench(settings=QSettings(str(tmp_path / "inspector.ini"), QSettings.Format.IniFormat))
    again.select_step()
    assert again.shown("section.times.body") == ["section.times.body"]
    assert again.shown("section.tasks.body") == []
    again.press(Qt.Key.Key_Tab)
    header = again.widget("section.tasks.header")
    header.setFocus()
    again.press(Qt.Key.Key_Space)
    assert again.shown("section.tasks.body") == ["section.tasks.body"]


def test_closing_a_section_commits(bench: Bench) -> None:
    bench.select_step()
    bench.click("tasks.add")
    bench.type("Kept")
    bench.click("section.tasks.header")
    assert bench.steps[0].tasks[-1].text == "Kept"
    assert bench.widget("section.tasks.header").accessibleName() == "Tasks and actions, 4"
    with bench.session.edit("elsewhere") as draft:
        lists.set_tasks(draft, bench.steps[0].id, [Task.new("Only this")])
    bench.settle()
    assert bench.widget("section.tasks.header").accessibleName() == "Tasks and actions, 1"
    bench.click("section.tasks.header")
    assert bench.widget("tasks.line.0").text() == "Only this"


# -- going to a field ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("field", "focused"),
    [
        ("name", "field.name"),
        ("", "field.name"),
        ("tasks", "tasks.line.0"),
        ("practices", "practices.add"),
        ("tools", "tools.add"),
        ("raci", "raci.grid"),
        ("wait_time", "likely"),
        ("metrics", "metrics.add"),
        ("nonsense", "field.name"),
    ],
)
def test_a_requested_field_gets_the_keyboard(bench: Bench, field: str, focused: str) -> None:
    bench.session.field_requested.emit(bench.steps[0].id, field)
    bench.settle()
    assert bench.session.selection == (bench.steps[0].id,)
    assert bench.focus.objectName() == focused
    page = bench.panel.page
    assert isinstance(page, Page)
    place = bench.focus.mapTo(page.viewport(), QPoint(2, 2))
    assert page.viewport().rect().contains(place)


def test_requested_fields_of_other_records(bench: Bench) -> None:
    first = bench.steps[0]
    bench.session.field_requested.emit(bench.session.now.outgoing(first.id)[0].id, "label")
    bench.settle()
    assert bench.focus.objectName() == "flow.label"
    bench.session.field_requested.emit(bench.stream.id, "value")
    bench.settle()
    assert bench.focus.objectName() == "stream.value"
    with bench.session.edit("Another") as draft:
        other = streams.add(draft, "Other")
    bench.session.field_requested.emit(other, "owner")
    bench.settle()
    assert bench.session.stream == other
    assert bench.focus.objectName() == "stream.owner"
    bench.session.field_requested.emit(first.id, "qualifier")
    bench.settle()
    assert bench.focus.objectName() == "field.qualifier"
    role = bench.session.now.all(Role)[1]
    bench.session.field_requested.emit(role.id, "name")
    bench.settle()
    assert bench.focus.objectName() == "raci.grid"
    assert bench.focus.current_role() == role.id
    bench.session.field_requested.emit("nobody", "name")


# -- theme --------------------------------------------------------------------------------------------------
def test_the_theme_changes_while_everything_is_open(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.select_step()
    bench.open("times")
    bench.click("practices.add")
    bench.type("man")
    title = bench.widget("inspector.title")
    monkeypatch.setattr(theme, "_current", theme.DARK)
    theme.dress(theme.DARK)
    bench.settle()
    ink = theme.DARK.lane(bench.session.now.lanes[0].color).text
    assert title.palette().color(QPalette.ColorRole.WindowText).name() == ink.name()
    assert not bench.panel.grab().isNull()
    assert bench.focus.text() == "man", "what is being typed stays"


# -- speed --------------------------------------------------------------------------------------------------
def large_document(count: int) -> Snapshot:
    view = streams.new_document()
    stream = view.streams[0].id
    place = Place("engage", 0.0, 20.0)
    records = [
        Step(id=f"step-{number}", stream=stream, lane=place.lane, x=number * 100.0, y=20.0, order=number)
        for number in range(count)
    ]
    uses = (PracticeUse(practice="service_desk"), PracticeUse(practice="problem_management"))
    records = [
        record.model_copy(update={"practices": uses, "name": f"Step {record.order}"}) for record in records
    ]
    return Snapshot((*view.records.values(), *records))


def test_typing_in_a_large_document_is_quick(make_bench: MakeBench) -> None:
    bench = make_bench(large_document(5_000))
    bench.select("step-2500")
    assert bench.widget("inspector.title").text() == "Step 2501 · Engage"
    for name in ("field.name", "practices.add"):
        bench.click(name)
        bench.type("warm")
        times = []
        for letter in "management" * 2:
            start = time.perf_counter()
            QTest.keyClicks(bench.focus, letter)
            bench.settle()
            times.append(time.perf_counter() - start)
        median = sorted(times)[len(times) // 2]
        assert median < 0.0167, f"{name}: {median * 1e3:.1f} ms a letter"
        bench.press(Qt.Key.Key_A, CONTROL)
        bench.press(Qt.Key.Key_Delete)


def test_selecting_does_not_grow_the_panel(bench: Bench) -> None:
    first, second = (step.id for step in bench.steps)
    for _ in range(2):
        bench.select(first)
        bench.select(second)
        bench.select()
    before = len(bench.panel.findChildren(QWidget))
    for _ in range(10):
        bench.select(first)
        bench.select(second)
        bench.select()
    assert len(bench.panel.findChildren(QWidget)) == before
    assert isinstance(bench.session.now.get(bench.session.stream, Stream), Stream)


def test_the_keyboard_never_goes_to_something_hidden(bench: Bench) -> None:
    """A page that comes back remembers where the keyboard was; that place may be gone by then."""
    first, second = bench.steps
    flow = bench.session.now.outgoing(first.id)[0].id
    bench.select(first.id)
    for name in ("tasks.line.2", "field.qualifier", "tools.row.0.products"):
        bench.click(name)
        bench.select(flow)
        bench.click("flow.label")
        bench.select(second.id)
        assert bench.focus.isVisible(), name
        bench.type("x")
        bench.select(first.id)
    bench.open("times")
    bench.click("field.complete_and_accurate")
    bench.select(flow)
    bench.click("flow.label")
    bench.widget("flow.label").setFocus()
    bench.panel.findChild(QWidget, "section.times.header").setChecked(False)
    bench.select(first.id)
    assert bench.focus.isVisible()
