"""The actions of the RACI view: in the menus and the palette, possible only where they mean something."""

from __future__ import annotations

from tests.ui.views.raci.matrix_kit import SHIFT, Desk, Key
from vsdesigner.ui.actions.raci_specs import RACI

ANYWHERE = {"raci.letters", "raci.make_roles"}
ON_A_ROLE = {
    "raci.rename_role",
    "raci.edit_role",
    "raci.move_role_left",
    "raci.move_role_right",
    "raci.remove_role",
    "raci.clear",
}


def possible(desk: Desk) -> set[str]:
    return {spec.id for spec in RACI if desk.window.verbs[spec.id].isEnabled()}


def trigger(desk: Desk, id: str) -> None:
    assert desk.window.verbs[id].isEnabled(), id
    desk.window.verbs[id].trigger()
    desk.settle()


def test_what_is_possible_follows_the_place(desk: Desk) -> None:
    desk.go(1, 1)
    assert possible(desk) >= ON_A_ROLE | {"raci.fill_down", "raci.add_role", "raci.show_tasks"}
    desk.go(1, -2)
    assert not possible(desk) & ON_A_ROLE
    desk.session.view_requested.emit("lanes")
    desk.settle()
    assert possible(desk) <= ANYWHERE


def test_roles_by_action(desk: Desk) -> None:
    desk.go(0, 1)
    trigger(desk, "raci.move_role_left")
    assert desk.roles == ["Service desk", "Customer", "Engineer"]
    trigger(desk, "raci.move_role_right")
    trigger(desk, "raci.rename_role")
    desk.type("Desk")
    desk.press(Key.Key_Return)
    assert desk.roles == ["Customer", "Desk", "Engineer"]
    trigger(desk, "raci.remove_role")
    assert desk.roles == ["Customer", "Engineer"]
    trigger(desk, "raci.add_role")
    desk.type("Buyer")
    desk.press(Key.Key_Tab)
    assert desk.roles == ["Customer", "Engineer", "Buyer"]


def test_letters_by_action(desk: Desk) -> None:
    desk.go(0, 1)
    desk.press(Key.Key_Down, SHIFT)
    trigger(desk, "raci.fill_down")
    assert desk.letters[1][1] == "A/R"
    trigger(desk, "raci.clear")
    assert [row[1] for row in desk.letters] == ["", "", ""]


def test_switches_show_their_state(desk: Desk) -> None:
    for id in ("raci.show_tasks", "raci.count_tasks", "raci.show_activity"):
        before = desk.window.verbs[id].isChecked()
        trigger(desk, id)
        assert desk.window.verbs[id].isChecked() is not before, id
        trigger(desk, id)
        assert desk.window.verbs[id].isChecked() is before, id


def test_nothing_that_is_only_looked_at_is_deleted(desk: Desk) -> None:
    desk.go(1, 1)
    desk.press(Key.Key_Delete, SHIFT)
    assert len(desk.steps) == 3
    assert not desk.window.verbs["edit.delete_leaving_gap"].isEnabled()
