"""The actions that follow one thing through the stream."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QWidget

from vsdesigner.ui.actions import rules
from vsdesigner.ui.actions.desk import Desk
from vsdesigner.ui.actions.spec import ActionSpec


def follow(desk: Desk) -> None:
    """Let somebody choose what to follow."""
    from vsdesigner.ui.lens.chooser import open_chooser  # late: the first frame does without

    open_chooser(desk.session, cast(QWidget, desk))


def stop_following(desk: Desk) -> None:
    desk.session.look_through(None)


def leave_last(desk: Desk) -> bool:
    """Leave full screen, else what is followed, and say if there was anything: the end of what Esc does."""
    if desk.isFullScreen():
        desk.set_full_screen(False)
        return True
    there = desk.session.lens is not None
    stop_following(desk)
    return there


def next_occurrence(desk: Desk) -> None:
    _go(desk, 1)


def previous_occurrence(desk: Desk) -> None:
    _go(desk, -1)


def _go(desk: Desk, by: int) -> None:
    from vsdesigner.ui.lens.going import go

    go(desk.session, by)


def _follows(desk: Desk) -> bool:
    return desk.session.lens is not None


def _can_go(by: int, desk: Desk) -> bool:
    if desk.session.lens is None:
        return False
    from vsdesigner.ui.lens.going import can_go

    return can_go(desk.session, by)


LENS = (
    ActionSpec(
        "view.follow",
        "&Follow…",
        "Follow a role, practice, tool or activity through the stream: everything else fades.",
        follow,
        ("F8",),
        "eye",
        can=rules.stream_shown,
    ),
    ActionSpec(
        "view.next_occurrence",
        "&Next Occurrence",
        "Go to the next step of what is followed.",
        next_occurrence,
        ("Alt+PgDown",),
        "right",
        can=lambda desk: _can_go(1, desk),
    ),
    ActionSpec(
        "view.previous_occurrence",
        "&Previous Occurrence",
        "Go to the step of what is followed that comes before.",
        previous_occurrence,
        ("Alt+PgUp",),
        "left",
        can=lambda desk: _can_go(-1, desk),
    ),
    ActionSpec(
        "view.stop_following",
        "&Stop Following",
        "Show everything of the stream as before.",
        stop_following,
        ("Shift+F8",),
        "hidden",
        can=_follows,
    ),
)
