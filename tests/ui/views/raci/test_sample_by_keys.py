"""The responsibilities of the sample that ships, set by keys only."""

from __future__ import annotations

from tests.examples.cloud_service import sample
from tests.examples.make_cloud_service import build
from tests.ui.views.raci.conftest import MakeDesk
from tests.ui.views.raci.matrix_kit import PLAIN, Key
from vsdesigner.commands import roles
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import letters_of


def without_responsibility() -> Snapshot:
    """The sample as it is before anybody has said who does what."""
    draft = Draft(build())
    for role in draft.view.roles:
        roles.remove_role(draft, role.id)
    return complete(draft).view


def by_name(view: Snapshot) -> list[dict[str, str]]:
    """The letters of each step by the name of the role."""
    stream = view.streams[0].id
    return [
        {role.name: held for role in view.roles if (held := letters_of(step.raci, role.id))}
        for step in view.steps(stream)
    ]


def test_the_raci_of_the_sample_is_set_by_keys_only(make_desk: MakeDesk) -> None:
    desk = make_desk(without_responsibility())
    assert desk.roles == []
    content = sample()
    assert desk.grid.hasFocus()
    assert desk.place == (0, 0), "where the first role comes"
    desk.press(Key.Key_Return)
    for name in content["roles"]:
        desk.type(name)
        desk.press(Key.Key_Return)
    desk.press(Key.Key_Escape)
    assert desk.roles == content["roles"]
    desk.press(Key.Key_Left, PLAIN, len(content["roles"]) - 1)
    assert desk.place == (0, 0)
    for step in content["steps"]:
        for name in content["roles"]:
            desk.type(step["raci"].get(name, "").replace("/", "").lower())
            desk.press(Key.Key_Right)
        desk.press(Key.Key_Down)
        desk.press(Key.Key_Left, PLAIN, len(content["roles"]))
    shipped = build()
    assert by_name(desk.session.now) == by_name(shipped)
    assert by_name(shipped) == [step["raci"] for step in content["steps"]], "as the story tells it"
    assert desk.told == []
