"""The actions on finding one's way on the drawing, and on connecting by keyboard."""

from __future__ import annotations

from vsdesigner.ui.actions.canvas_action import canvas_action
from vsdesigner.ui.actions.spec import Scope

SEEING_VIEW = (
    canvas_action(
        "view.minimap",
        "&Minimap",
        "Show or hide the small picture of the whole stream in the corner.",
        scope=Scope.WINDOW,
        switch=True,
    ),
    canvas_action(
        "view.back_to_stream",
        "&Back to the Start",
        "Go to where the stream begins, at the present scale.",
        ("Ctrl+Home",),
        "target",
    ),
)
SEEING_INSERT = (
    canvas_action(
        "insert.note",
        "&Note",
        "Add a remark on coloured ground; it is no step and has no number.",
        ("Ctrl+Alt+M",),
        "note",
    ),
    canvas_action(
        "insert.text", "Free &Text", "Add words that stand on the drawing as they are.", (), "text"
    ),
    canvas_action(
        "insert.picture",
        "&Picture…",
        "Put a picture from a PNG or JPEG file on the drawing.",
        (),
        "picture",
    ),
    canvas_action(
        "insert.connect_selected",
        "&Connect Selected Steps",
        "Connect what is selected in that order; from a single step go to the other one and press Enter.",
        ("Ctrl+L",),
        "connect",
    ),
)
