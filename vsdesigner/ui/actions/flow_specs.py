"""The actions on flows: the lines of a drawing."""

from __future__ import annotations

from vsdesigner.ui.actions.canvas_action import canvas_action

FLOW_KINDS = (
    canvas_action(
        "flow.make_main",
        "Make &Main Flow",
        "Let the selected flows be the usual way, drawn solid.",
        switch=True,
    ),
    canvas_action(
        "flow.make_alternative",
        "Make &Alternative",
        "Let the selected flows be another way that is taken now and then, drawn dashed.",
        switch=True,
    ),
    canvas_action(
        "flow.make_rework",
        "Make Re&work",
        "Let the selected flows lead back to do something again, drawn dashed.",
        switch=True,
    ),
    canvas_action(
        "flow.make_information",
        "Make I&nformation",
        "Let the selected flows carry only information, drawn dotted.",
        switch=True,
    ),
)

FLOW = (
    canvas_action(
        "flow.select_next",
        "&Select Next Flow",
        "Select a flow of the selected step; pressed again, the next one.",
        ("Ctrl+J",),
        "flow",
    ),
    canvas_action(
        "flow.insert_step",
        "&Insert Step into Flow",
        "Put a new step into the middle of the selected flow and type its name.",
        ("Ins",),
        "insert",
    ),
    canvas_action(
        "flow.reverse",
        "Re&verse Flow",
        "Let the selected flow lead the other way.",
        icon="reverse",
    ),
    canvas_action(
        "flow.reset_route",
        "&Reset Route",
        "Let the selected flows, or all without a selection, find their own way again.",
        ("Alt+Shift+R",),
        "reset",
    ),
    *FLOW_KINDS,
)
