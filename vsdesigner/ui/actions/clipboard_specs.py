"""The actions of the clipboard."""

from __future__ import annotations

from vsdesigner.ui.actions.canvas_action import canvas_action

CLIPBOARD = (
    canvas_action(
        "edit.cut",
        "Cu&t",
        "Put what is selected on the clipboard and delete it; its neighbours stay connected.",
        ("Ctrl+X",),
        "cut",
    ),
    canvas_action(
        "edit.copy",
        "&Copy",
        "Put what is selected on the clipboard, for this program and for others.",
        ("Ctrl+C", "Ctrl+Ins"),
        "copy",
    ),
    canvas_action(
        "edit.paste",
        "&Paste",
        "Paste steps with all their data, or a list or table from elsewhere as steps.",
        ("Ctrl+V", "Shift+Ins"),
        "paste",
    ),
    canvas_action(
        "edit.duplicate",
        "Dup&licate",
        "Copy what is selected beside itself; again, it goes on at the same distance.",
        ("Ctrl+D",),
        "duplicate",
    ),
    canvas_action(
        "edit.copy_picture",
        "Copy as Pictur&e",
        "Put a picture of what is selected on the clipboard, of the whole stream when nothing is.",
        ("Ctrl+Shift+C",),
        "picture",
    ),
    canvas_action(
        "edit.paste_plain",
        "Paste as Ne&w Steps",
        "Paste steps with nothing but their names and activities, or text without its form.",
        ("Ctrl+Shift+V",),
    ),
)
