"""Practices, tools, and the lists of the use case, worked by keyboard and mouse."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.panels.conftest import CONTROL, LEFT, Bench
from vsdesigner.document.wording import practice_name, responsibility_text, tool_text
from vsdesigner.ui.editors.suggestions import Suggestion

ALT = Qt.KeyboardModifier.AltModifier


def practices(bench: Bench, number: int = 0) -> list[str]:
    return [practice_name(bench.session.now, use.practice) for use in bench.steps[number].practices]


def tools(bench: Bench, number: int = 0) -> list[str]:
    return [tool_text(bench.session.now, use) for use in bench.steps[number].tools]


def offered(field: Any) -> list[Suggestion]:
    view = field.suggester.view
    assert view is not None
    assert view.isVisible()
    return [
        view.model().index(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(view.model().rowCount())
    ]


# -- practices ----------------------------------------------------------------------------------------------
def test_adding_practices_by_keyboard_alone(bench: Bench) -> None:
    bench.select_step(1)
    bench.widget("practices.add").setFocus()
    bench.type("chitec")
    bench.press(Qt.Key.Key_Return)
    assert practices(bench, 1) == ["Architecture management"], "found anywhere in the word"
    assert bench.focus is bench.widget("practices.add")
    assert bench.focus.text() == ""
    bench.type("incident management")
    bench.press(Qt.Key.Key_Return)
    bench.type("SLM")
    bench.press(Qt.Key.Key_Return)
    assert practices(bench, 1) == [
        "Architecture management",
        "Incident management",
        "Service level management",
    ]
    assert bench.undo_count == 3
    assert bench.session.history.undoText() == "Add the practice “Service level management”"


def test_practices_that_fit_the_activity_come_first_then_used_ones(bench: Bench) -> None:
    bench.select_step(1)
    found = offered(bench.click("practices.add"))
    fitting = [entry for entry in found if entry.detail == "contributes much to Design and Transition"]
    assert fitting
    assert found[: len(fitting)] == fitting
    assert fitting == sorted(fitting, key=lambda entry: entry.text.casefold())
    used = found[len(fitting)]
    assert (used.text, used.detail) == ("Service desk", "in 1 step of this document")


def test_an_own_practice(bench: Bench) -> None:
    bench.select_step(1)
    field = bench.click("practices.add")
    bench.type("Our <b>own</b> & only")
    assert [entry.text for entry in offered(field)] == ["Create “Our <b>own</b> & only”"]
    bench.press(Qt.Key.Key_Return)
    assert practices(bench, 1) == ["Our <b>own</b> & only"]
    bench.replace("practices.row.0.name", "Ours")
    bench.press(Qt.Key.Key_Return)
    assert practices(bench, 1) == ["Ours"]
    bench.select_step(0)
    bench.click("practices.add")
    bench.type("our")
    bench.press(Qt.Key.Key_Return)
    assert practices(bench) == ["Service desk", "Ours"]
    assert len(bench.session.now.practices) == 1


def test_create_is_the_last_entry(bench: Bench) -> None:
    bench.select_step(1)
    field = bench.click("practices.add")
    bench.type("change")
    assert len(offered(field)) > 1
    bench.press(Qt.Key.Key_Up)
    bench.press(Qt.Key.Key_Return)
    assert practices(bench, 1) == ["change"]


def test_walking_and_clicking_the_suggestions(bench: Bench) -> None:
    bench.select_step(1)
    field = bench.click("practices.add")
    bench.press(Qt.Key.Key_Down, times=2)
    wanted = offered(field)[2].text
    bench.press(Qt.Key.Key_Return)
    assert practices(bench, 1) == [wanted]
    bench.type("desk")
    view = field.suggester.view
    QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(view.model().index(0, 0)).center())
    bench.settle()
    assert practices(bench, 1) == [wanted, "Service desk"]
    assert bench.focus is field


def test_escape_closes_the_list_then_empties_the_field(bench: Bench) -> None:
    bench.select_step(1)
    field = bench.click("practices.add")
    bench.type("inc")
    bench.press(Qt.Key.Key_Escape)
    assert not field.suggester.is_open
    assert field.text() == "inc"
    bench.press(Qt.Key.Key_Escape)
    assert field.text() == ""
    bench.leave()
    assert practices(bench, 1) == []


def test_text_left_after_escape_is_dropped_and_enter_still_takes_it(bench: Bench) -> None:
    bench.select_step(1)
    bench.click("tools.add")
    bench.type("tea")
    bench.press(Qt.Key.Key_Escape)
    bench.leave()
    assert bench.steps[1].tools == ()
    assert bench.undo_count == 0
    bench.click("tools.add")
    bench.type("tea")
    bench.press(Qt.Key.Key_Escape)
    bench.press(Qt.Key.Key_Return)
    assert len(bench.steps[1].tools) == 1


def test_the_suggestions_stay_with_their_field(bench: Bench) -> None:
    bench.window.resize(bench.window.width(), 420)
    bench.select_step(1)
    field = bench.click("practices.add")
    bench.type("inc")
    view = field.suggester.view
    bar = bench.panel.page.verticalScrollBar()
    distance = view.mapTo(bench.window, QPoint(0, 0)).y() - field.mapTo(bench.window, QPoint(0, 0)).y()
    bar.setValue(bar.value() + 10)
    assert (
        view.mapTo(bench.window, QPoint(0, 0)).y() - field.mapTo(bench.window, QPoint(0, 0)).y() == distance
    )
    bar.setValue(0 if bar.value() > 200 else bar.maximum())
    bench.settle()
    assert field.suggester.is_open != field.visibleRegion().isEmpty()
    assert bench.window.rect().contains(view.geometry())


def test_a_name_left_standing_is_taken(bench: Bench) -> None:
    first, second = bench.steps
    bench.select(second.id)
    field = bench.click("practices.add")
    bench.type("Problem management")
    bench.leave()
    assert practices(bench, 1) == ["Problem management"]
    assert not field.suggester.is_open
    bench.click("practices.add")
    bench.type("release management")
    bench.select(first.id)
    assert practices(bench, 1) == ["Problem management", "Release management"]
    assert practices(bench) == ["Service desk"]


def test_a_practice_twice_is_said(bench: Bench) -> None:
    bench.select_step()
    bench.click("practices.add")
    bench.type("service desk")
    bench.press(Qt.Key.Key_Return)
    bench.leave()
    assert practices(bench) == ["Service desk"]
    assert bench.told[-1][0] == "“service desk” is in the list already."


def test_contribution_order_and_removal(bench: Bench) -> None:
    bench.select_step()
    bench.click("practices.add")
    for name in ("Problem management", "Release management"):
        bench.type(name)
        bench.press(Qt.Key.Key_Return)
    bench.click("practices.row.1.contribution")
    bench.type("Finds causes")
    bench.press(Qt.Key.Key_Return)
    assert bench.steps[0].practices[1].contribution == "Finds causes"
    bench.press(Qt.Key.Key_Up, ALT)
    assert practices(bench) == ["Problem management", "Service desk", "Release management"]
    assert bench.focus.objectName() == "practices.row.0.contribution"
    bench.press(Qt.Key.Key_Tab)
    assert bench.focus.objectName() == "practices.row.0.remove"
    bench.press(Qt.Key.Key_Space)
    assert practices(bench) == ["Service desk", "Release management"]
    assert bench.undo_count == 5
    bench.undo()
    assert bench.steps[0].practices[0].contribution == "Finds causes"


# -- tools --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "typed",
    [
        "Meeting tools: Teams, Zoom",
        "Meeting tools (e.g., Teams, Zoom)",
        "– Meeting tools (e.g. Teams; Zoom).",
        "Meeting tools:Teams,Zoom,teams",
    ],
)
def test_tools_as_people_write_them(bench: Bench, typed: str) -> None:
    bench.select_step(1)
    bench.click("tools.add")
    bench.type(typed)
    bench.press(Qt.Key.Key_Return)
    assert tools(bench, 1) == ["Meeting tools (e.g., Teams, Zoom)"]
    assert bench.session.now.tools[1].products == ("Teams", "Zoom")
    assert bench.undo_count == 1
    assert bench.focus.text() == ""


def test_suggested_tools(bench: Bench) -> None:
    bench.select_step(1)
    field = bench.click("tools.add")
    assert [entry.text for entry in offered(field)] == ["Ticket tools (e.g., Alpha)", "Ticket tools"]
    bench.type("tick")
    bench.press(Qt.Key.Key_Return)
    assert tools(bench, 1) == ["Ticket tools (e.g., Alpha)"]
    bench.undo()
    bench.type("ticket tools")
    bench.press(Qt.Key.Key_Return)
    assert tools(bench, 1) == ["Ticket tools"]
    assert len(bench.session.now.tools) == 1


def test_products_are_completed(bench: Bench) -> None:
    bench.select_step()
    field = bench.click("tools.row.0.products")
    bench.press(Qt.Key.Key_End)
    bench.type(", b")
    assert bench.widget("tools.row.0").suggester.best() == Suggestion("Beta")
    bench.press(Qt.Key.Key_Return)
    assert field.text() == "Alpha, Beta, "
    bench.type("Gamma")
    bench.leave()
    assert tools(bench) == ["Ticket tools (e.g., Alpha, Beta, Gamma)"]
    assert field.text() == "Alpha, Beta, Gamma"
    assert bench.session.now.tools[0].products == ("Alpha", "Beta", "Gamma")
    assert bench.undo_count == 1


def test_a_comma_left_over_is_no_edit(bench: Bench) -> None:
    bench.select_step()
    field = bench.click("tools.row.0.products")
    bench.press(Qt.Key.Key_End)
    bench.type(", ")
    bench.press(Qt.Key.Key_Escape)
    bench.type(" ,")
    bench.leave()
    assert field.text() == "Alpha"
    assert bench.undo_count == 0


def test_renaming_a_category(bench: Bench) -> None:
    bench.select_step()
    bench.replace("tools.row.0.category", "Service tools")
    bench.press(Qt.Key.Key_Return)
    assert tools(bench) == ["Service tools (e.g., Alpha)"]
    assert len(bench.session.now.tools) == 1, "used here only: it is the same one under another name"
    bench.select_step(1)
    bench.click("tools.add")
    bench.type("service tools")
    bench.press(Qt.Key.Key_Return)
    bench.replace("tools.row.0.category", "Plan tools")
    bench.leave()
    assert (tools(bench), tools(bench, 1)) == (["Service tools (e.g., Alpha)"], ["Plan tools"])
    bench.replace("tools.row.0.category", "")
    bench.leave()
    assert tools(bench, 1) == ["Plan tools"]


def test_the_same_category_again_gets_the_products(bench: Bench) -> None:
    bench.select_step()
    bench.click("tools.add")
    bench.type("Ticket tools: alpha, Delta")
    bench.press(Qt.Key.Key_Return)
    assert tools(bench) == ["Ticket tools (e.g., Alpha, Delta)"]


# -- the use case's lists -----------------------------------------------------------------------------------
def test_lead_times_by_keyboard(bench: Bench) -> None:
    bench.click("lead_times.add")
    bench.type("Simple")
    bench.press(Qt.Key.Key_Return)
    bench.type("1")
    bench.press(Qt.Key.Key_Return)
    bench.type("3 weeks")
    bench.press(Qt.Key.Key_Return)
    assert bench.focus.objectName() == "lead_times.row.1.class"
    bench.type("Complex")
    bench.leave()
    found = [
        (lead.service_class, lead.minimum, lead.maximum, lead.unit.value) for lead in bench.stream.lead_times
    ]
    assert found == [("Simple", 1.0, 3.0, "weeks"), ("Complex", None, None, "days")]
    key = bench.stream.lead_times[0].id
    bench.click("lead_times.row.1.class")
    bench.press(Qt.Key.Key_Up, ALT)
    assert bench.stream.lead_times[1].id == key
    bench.click("lead_times.row.0.min")
    bench.type("2")
    bench.session.committing.emit()
    assert bench.stream.lead_times[0].minimum == 2.0
    row = bench.widget("lead_times.row.0.remove")
    bench.click(row)
    assert [lead.id for lead in bench.stream.lead_times] == [key]


def test_responsibilities_by_keyboard(bench: Bench) -> None:
    bench.click("responsibilities.add")
    bench.type("coord")
    bench.press(Qt.Key.Key_Return)
    assert bench.focus.objectName() == "responsibilities.row.0.duty"
    bench.type("Keeps it going")
    bench.press(Qt.Key.Key_Return)
    bench.type("Sponsor")
    bench.press(Qt.Key.Key_Tab)
    bench.type("Pays")
    bench.leave()
    now = bench.session.now
    assert [responsibility_text(now, line) for line in bench.stream.responsibilities] == [
        "Coordinator: Keeps it going",
        "Sponsor: Pays",
    ]
    assert [role.name for role in now.roles][-1] == "Sponsor", "made on the fly"


def test_a_role_on_two_lines(bench: Bench) -> None:
    for duty in ("Asks", "Signs"):
        bench.click("responsibilities.add")
        bench.type("requester")
        bench.press(Qt.Key.Key_Tab)
        bench.type(duty)
        bench.leave()
    assert [line.duty for line in bench.stream.responsibilities] == ["Asks", "Signs"]
    assert len({line.role for line in bench.stream.responsibilities}) == 1
    assert len(bench.session.now.roles) == 3
    first = bench.stream.responsibilities[0]
    bench.replace("responsibilities.row.0.role", "Engineer")
    bench.leave()
    assert bench.stream.responsibilities[0].id == first.id
    assert bench.stream.responsibilities[0].role == bench.session.now.roles[2].id
    bench.click("responsibilities.row.1.duty")
    bench.press(Qt.Key.Key_Up, ALT)
    assert [line.duty for line in bench.stream.responsibilities] == ["Signs", "Asks"]


def test_service_offerings(bench: Bench) -> None:
    bench.click("stream.service_offerings.add")
    bench.paste("- Desk\n- Chair\n  - Lamp")
    assert bench.stream.service_offerings == ("Desk", "Chair", "Lamp")
    bench.replace("stream.service_offerings.line.1", "Stool")
    bench.press(Qt.Key.Key_Down, ALT)
    assert bench.stream.service_offerings == ("Desk", "Lamp", "Stool")
    assert bench.focus.text() == "Stool"
    bench.press(Qt.Key.Key_Z, CONTROL, times=3)
    assert bench.stream.service_offerings == ()
