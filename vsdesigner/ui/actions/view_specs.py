"""The actions that show the stream in one of its views."""

from __future__ import annotations

import sys
from collections.abc import Callable

from vsdesigner.ui.actions.desk import Desk
from vsdesigner.ui.actions.spec import ActionSpec
from vsdesigner.ui.all_views import VIEWS
from vsdesigner.ui.views.registry import ViewSpec

# Alt types letters on a Mac; Ctrl, which Qt calls Meta there, does not.
MODIFIER = "Meta" if sys.platform == "darwin" else "Alt"


def _shower(id: str) -> Callable[[Desk], None]:
    def show(desk: Desk) -> None:
        desk.session.view_requested.emit(id)
        desk.regions.focus("canvas")  # who asks for a view wants to work in it

    return show


def _is_shown(id: str) -> Callable[[Desk], bool]:
    return lambda desk: desk.shown_view == id


def _spec(view: ViewSpec, number: int) -> ActionSpec:
    return ActionSpec(
        f"view.show_{view.id}",
        view.entry,
        view.tip,
        _shower(view.id),
        (f"{MODIFIER}+{number}",),
        view.icon,
        checked=_is_shown(view.id),
    )


VIEWS_SHOWN = tuple(_spec(view, number) for number, view in enumerate(VIEWS, start=1))
VIEW_IDS = tuple(spec.id for spec in VIEWS_SHOWN)
