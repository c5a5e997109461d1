"""Short marks of roles: nobody else in the document has the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.examples.test_starting_points import SHIPPED, shipped
from vsdesigner.document.card_words import role_mark
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import DocumentSettings, Role


def marks(*names: str) -> list[str]:
    roles = [Role(id=f"role-{order}", name=name, order=order) for order, name in enumerate(names)]
    view = Snapshot((DocumentSettings(), *roles))
    return [role_mark(view, role.id) for role in roles]


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (("Service desk lead", "Client"), ["SDL", "Cli"]),
        (("L1 Engineer", "L2 Engineers", "Lead"), ["L1E", "L2E", "Lea"]),
        (("Sales department", "Service desk"), ["SaD", "SeD"]),
        (("Line manager", "Licence manager"), ["LinM", "LicM"]),
        (("Service desk", "Service desk", "Service designer"), ["SD1", "SD2", "SD3"]),
        (("Client", "Clinic"), ["Cl1", "Cl2"]),
        (("L1 Engineer", "L2 Engineer", "L1e"), ["LE1", "LE2", "L1e"]),
    ],
)
def test_equal_initials_are_told_apart(names: tuple[str, ...], found: list[str]) -> None:
    assert marks(*names) == found


def test_of_a_role_that_is_not_there() -> None:
    assert role_mark(Snapshot((DocumentSettings(),)), "ghost") == "gho"


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_marks_of_what_ships(path: Path) -> None:
    view = shipped(path)
    found = [role_mark(view, role.id) for role in view.roles]
    assert len({mark.casefold() for mark in found}) == len(found)


@given(st.lists(st.text("abL1 -", min_size=1, max_size=6).filter(str.strip), min_size=2, max_size=7))
def test_no_two_roles_have_the_same_mark(names: list[str]) -> None:
    found = marks(*names)
    assert len({mark.casefold() for mark in found}) == len(found)
