"""The actions that bring order into a drawing."""

from __future__ import annotations

from vsdesigner.ui.actions.canvas_action import canvas_action

ALIGN = (
    canvas_action(
        "arrange.align_left",
        "Align &Left",
        "Bring the left edges of the selected elements to that of the one clicked last.",
    ),
    canvas_action(
        "arrange.align_center",
        "Align &Centres",
        "Bring the centres of the selected elements below each other, as the one clicked last stands.",
    ),
    canvas_action(
        "arrange.align_right",
        "Align &Right",
        "Bring the right edges of the selected elements to that of the one clicked last.",
    ),
    canvas_action(
        "arrange.align_top",
        "Align &Top",
        "Bring the top edges of the selected elements level with the one clicked last, each in its lane.",
    ),
    canvas_action(
        "arrange.align_middle",
        "Align &Middles",
        "Bring the selected elements level with the one clicked last, each in its lane.",
    ),
    canvas_action(
        "arrange.align_bottom",
        "Align &Bottom",
        "Bring the bottom edges of the selected elements level with the one clicked last, each in its lane.",
    ),
)

ARRANGE = (
    canvas_action(
        "arrange.tidy",
        "&Tidy…",
        "Show how the selected steps, or all of them, would stand in order; nothing moves before you agree.",
        ("Ctrl+Shift+L",),
        "arrange",
    ),
    *ALIGN,
    canvas_action(
        "arrange.distribute_horizontally",
        "Distribute &Horizontally",
        "Give the selected elements equal gaps from left to right; the outermost stay.",
    ),
    canvas_action(
        "arrange.distribute_vertically",
        "Distribute &Vertically",
        "Give the selected elements of each lane equal gaps from top to bottom; the outermost stay.",
    ),
    canvas_action(
        "arrange.match_width",
        "Match &Width",
        "Make the selected steps and notes as wide as the one clicked last.",
    ),
    canvas_action(
        "arrange.match_height",
        "Match H&eight",
        "Make the selected steps and notes as high as the one clicked last.",
    ),
    canvas_action(
        "arrange.natural_size",
        "&Natural Size",
        "Let the selected steps be as large as their names ask for.",
    ),
    canvas_action(
        "arrange.space",
        "&Make Room",
        "Drag a line that pushes what stands right of it in its lane, or below it; with Ctrl in all lanes.",
        ("Ctrl+Shift+Space",),
        "space",
        switch=True,
    ),
    canvas_action(
        "arrange.push_right",
        "Push &Right",
        "Move what stands right of the selected steps in their lane further right, by one step.",
        ("Ctrl+Shift+Right",),
    ),
    canvas_action(
        "arrange.pull_left",
        "Pull &Left",
        "Move what stands right of the selected steps in their lane back left, as far as there is room.",
        ("Ctrl+Shift+Left",),
    ),
    canvas_action(
        "arrange.show_grid",
        "Show &Grid",
        "Show or hide the grid that steps keep to.",
        icon="grid",
        switch=True,
    ),
    canvas_action(
        "arrange.snap_to_guides",
        "&Snap to Guides",
        "Line up what is dragged with what stands there: straight flows, equal gaps, centres and edges.",
        switch=True,
    ),
    canvas_action(
        "arrange.snap_to_grid",
        "Sna&p to Grid",
        "Keep what is dragged to the grid where it lines up with nothing else.",
        switch=True,
    ),
)
