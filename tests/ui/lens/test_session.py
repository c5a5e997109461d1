"""What the session follows: when it changes, when it falls away, and what is seen of it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.lens.build import DESK, followed_stream, role
from vsdesigner.analysis.lens import Lens, LensKind
from vsdesigner.commands import roles
from vsdesigner.model.records import Step
from vsdesigner.ui.session import Session


@pytest.fixture
def session(qapp: QApplication) -> Session:
    return Session(followed_stream())


@pytest.fixture
def heard(session: Session) -> list[Lens | None]:
    found: list[Lens | None] = []
    session.lens_changed.connect(lambda: found.append(session.lens))
    return found


def names(session: Session) -> list[str]:
    assert session.sight is not None
    return [session.now.get(id, Step).name for id in session.sight.steps]


def test_first_nothing_is_followed(session: Session) -> None:
    assert session.lens is None
    assert session.sight is None


def test_it_is_told_once(session: Session, heard: list[Lens | None]) -> None:
    lens = role(session.now)
    session.look_through(lens)
    session.look_through(lens)
    session.look_through(None)
    session.look_through(None)
    assert heard == [lens, None]


def test_what_the_document_lacks_is_not_followed(session: Session, heard: list[Lens | None]) -> None:
    session.look_through(Lens(LensKind.ROLE, "nobody"))
    assert session.lens is None
    assert heard == []


def test_the_sight_follows_edits_undo_and_streams(session: Session) -> None:
    session.look_through(role(session.now))
    assert names(session) == ["Triage", "Review", "Fix"]
    assert session.sight is session.sight  # worked out once
    fix = next(step.id for step in session.now.steps(session.stream) if step.name == "Fix")
    with session.edit("Take the letters") as draft:
        draft.update(fix, raci=())
    assert names(session) == ["Triage", "Review"]
    session.undo()
    assert names(session) == ["Triage", "Review", "Fix"]
    first, other = (stream.id for stream in session.now.streams)
    session.show_stream(other)
    assert names(session) == []
    session.show_stream(first)
    assert names(session) == ["Triage", "Review", "Fix"]


def test_it_falls_away_with_what_it_follows(session: Session, heard: list[Lens | None]) -> None:
    lens = role(session.now)
    session.look_through(lens)
    with session.edit(f"Delete {DESK}") as draft:
        roles.remove_role(draft, lens.id)
    assert heard == [lens, None]
    session.undo()
    assert session.lens is None


def test_another_document_is_looked_at_without_a_lens(session: Session, heard: list[Lens | None]) -> None:
    session.look_through(role(session.now))
    session.replace(followed_stream())
    assert session.lens is None
    assert heard[-1] is None
