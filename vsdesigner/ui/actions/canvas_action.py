"""Actions that the canvas carries out: what they do and when they can is its own affair."""

from __future__ import annotations

from vsdesigner.ui.actions.desk import Desk
from vsdesigner.ui.actions.spec import ActionSpec, Key, Scope


def canvas_action(
    id: str,
    text: str,
    tip: str,
    keys: tuple[Key, ...] = (),
    icon: str = "",
    *,
    scope: Scope = Scope.STREAM,
    switch: bool = False,
) -> ActionSpec:
    """Return the action for the verb of this id in `ui.canvas.verbs`; a `switch` shows whether it is on."""

    def do(desk: Desk) -> None:
        desk.view.run(id)

    def can(desk: Desk) -> bool:
        return desk.view.can_run(id)

    def on(desk: Desk) -> bool:
        return desk.view.is_on(id)

    return ActionSpec(id, text, tip, do, keys, icon, can, on if switch else None, scope)
