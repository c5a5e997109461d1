"""The actions that present the stream."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QWidget

from vsdesigner.ui.actions import rules
from vsdesigner.ui.actions.desk import Desk
from vsdesigner.ui.actions.spec import ActionSpec


def present_from_start(desk: Desk) -> None:
    _present(desk, at_selection=False)


def present_from_selection(desk: Desk) -> None:
    _present(desk, at_selection=True)


def show_keys(desk: Desk) -> None:
    desk.help.show_presenting_keys()


def _present(desk: Desk, *, at_selection: bool) -> None:
    from vsdesigner.ui.presentation.start import present  # late: the first frame does without

    present(desk.session, cast(QWidget, desk), at_selection=at_selection, save=desk.files.save)


PRESENT = (
    ActionSpec(
        "present.start",
        "From the &Beginning",
        "Present the stream on the whole screen: opening, demand, each step along the flow, value, closing.",
        present_from_start,
        ("F5",),
        "present",
        can=rules.stream_shown,
    ),
    ActionSpec(
        "present.from_selection",
        "From the &Selection",
        "Present the stream from the selected step on; from its opening when nothing is selected.",
        present_from_selection,
        ("Shift+F5",),
        can=rules.stream_shown,
    ),
    ActionSpec(
        "present.keys",
        "&Keys of Presenting",
        "See what the keys do while you present; there, H shows them too.",
        show_keys,
        (),
        "keyboard",
    ),
)
