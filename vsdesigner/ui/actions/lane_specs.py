"""The actions on lanes and phases."""

from __future__ import annotations

from vsdesigner.ui.actions.canvas_action import canvas_action

LANE = (
    canvas_action(
        "lane.rename",
        "&Rename Lane",
        "Say what this activity is called here; its own name stays below.",
        icon="rename",
    ),
    canvas_action(
        "lane.move_up",
        "Move Lane &Up",
        "Put the lane of the selected step, or the chosen one, above its neighbour in all streams.",
        ("Alt+Shift+Up",),
        "up",
    ),
    canvas_action(
        "lane.move_down",
        "Move Lane &Down",
        "Put the lane of the selected step, or the chosen one, below its neighbour in all streams.",
        ("Alt+Shift+Down",),
        "down",
    ),
    canvas_action(
        "lane.collapse",
        "&Collapse Lane",
        "Show only the header of an empty lane.",
        ("Alt+Shift+Left",),
    ),
    canvas_action(
        "lane.expand",
        "&Expand Lane",
        "Show a collapsed lane in full again.",
        ("Alt+Shift+Right",),
    ),
    canvas_action(
        "lane.collapse_empty",
        "Collapse E&mpty Lanes",
        "Show only the headers of all lanes in which nothing stands.",
    ),
    canvas_action(
        "lane.expand_all",
        "Expand &All Lanes",
        "Show all collapsed lanes in full again.",
    ),
    canvas_action(
        "lane.automatic_height",
        "Automatic &Height",
        "Let the steps in the lane decide how high it is.",
        icon="reset",
    ),
    canvas_action(
        "lane.select_steps",
        "&Select Steps of Lane",
        "Select everything that stands in the lane.",
        icon="select_all",
    ),
    canvas_action(
        "lane.leave",
        "Go Out to &Lane",
        "Leave the selected step and choose the header of its lane, for the commands on lanes.",
        ("Alt+Shift+L",),
    ),
    canvas_action(
        "lane.enter",
        "Go &Into Lane",
        "Select the first step of the chosen lane.",
        ("Alt+Shift+Return", "Alt+Shift+Enter"),
    ),
    canvas_action(
        "lane.choose_previous",
        "Choose &Previous Lane",
        "Choose the header of the lane above, for the commands on lanes.",
    ),
    canvas_action(
        "lane.choose_next",
        "Choose &Next Lane",
        "Choose the header of the lane below, for the commands on lanes.",
    ),
)

INSERT_PHASE = (
    canvas_action(
        "insert.phase",
        "P&hase",
        "Add a phase around the selected steps, or behind the last phase when none is selected.",
        icon="phase",
    ),
)

PHASE = (
    canvas_action(
        "phase.choose_previous",
        "Select &Previous Phase",
        "Select the phase to the left.",
        icon="previous",
    ),
    canvas_action(
        "phase.choose_next",
        "Select &Next Phase",
        "Select the phase to the right.",
        icon="next",
    ),
    canvas_action(
        "phase.select_steps",
        "&Select Steps of Phase",
        "Select the steps whose middle lies in the selected phase.",
        icon="select_all",
    ),
    canvas_action(
        "phase.move_left", "Move Phase &Left", "Move the selected phase with its steps a little to the left."
    ),
    canvas_action(
        "phase.move_right",
        "Move Phase &Right",
        "Move the selected phase with its steps a little to the right.",
    ),
    canvas_action("phase.wider", "Make Phase &Wider", "Move the right edge of the selected phase outwards."),
    canvas_action(
        "phase.narrower", "Make Phase Narr&ower", "Move the right edge of the selected phase inwards."
    ),
)
