"""The actions that make steps and flows by key."""

from __future__ import annotations

from vsdesigner.ui.actions.canvas_action import canvas_action

INSERT = (
    canvas_action(
        "insert.quick_add",
        "&Quick Add…",
        "Type the name of the next step and choose its activity; it is connected with what is selected.",
        ("Ctrl+Return", "Ctrl+Enter"),
        "add",
    ),
    canvas_action(
        "insert.connect_to_value",
        "Connect to &Value",
        "Lead a flow from the selected step to value.",
        ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
        "value",
    ),
)
