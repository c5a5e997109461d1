"""The actions on the cells and rows of a table, and on how it is shown."""

from __future__ import annotations

from vsdesigner.ui.actions.canvas_action import canvas_action

TABLE = (
    canvas_action(
        "table.insert_above",
        "Insert Row &Above",
        "Add a step before the selected one, in the flow that leads to it.",
        ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
    ),
    canvas_action(
        "table.insert_below",
        "Insert Row &Below",
        "Add a step behind the selected one and lead the flow through it.",
        ("Ctrl+Return", "Ctrl+Enter"),
        "add",
    ),
    canvas_action(
        "table.delete_rows",
        "&Delete Rows",
        "Delete the steps, or tasks, of the selected rows; the neighbours of a step stay connected.",
        ("Ctrl+Del", "Ctrl+Backspace"),
        "delete",
    ),
    canvas_action(
        "table.move_up",
        "Move Row &Up",
        "Move the selected steps up by one place among the numbers.",
        ("Alt+Shift+Up",),
        "up",
    ),
    canvas_action(
        "table.move_down",
        "Move Row Dow&n",
        "Move the selected steps down by one place among the numbers.",
        ("Alt+Shift+Down",),
        "down",
    ),
    canvas_action(
        "table.fill_down",
        "F&ill Cells Down",
        "Write the first selected row into those below it; a row alone takes what stands above.",
        ("Ctrl+D",),
    ),
    canvas_action(
        "table.fill_right",
        "Fill Cells &Right",
        "Write the first selected column into those at its right; a column alone takes what stands before.",
        ("Ctrl+R",),
    ),
    canvas_action(
        "table.by_task",
        "Row per &Task",
        "Show one row for each task instead of one for each step.",
        switch=True,
    ),
    canvas_action(
        "table.sort",
        "&Sort by This Column",
        "Show the rows sorted by the current column; the order of the stream stays.",
        (),
        "sort",
        switch=True,
    ),
    canvas_action(
        "table.sort_back",
        "Sort Back&wards",
        "Show the rows sorted by the current column, the last first; the order of the stream stays.",
        switch=True,
    ),
    canvas_action(
        "table.stream_order",
        "Stream &Order",
        "Show the rows in the order of the stream again.",
        switch=True,
    ),
    canvas_action(
        "table.filter",
        "&Filter Rows",
        "Show only rows in which all words stand that you type.",
        ("Ctrl+Shift+F",),
        "filter",
    ),
    canvas_action(
        "table.columns",
        "&Columns…",
        "Choose which columns the table has.",
    ),
    canvas_action(
        "table.hide_column",
        "&Hide Column",
        "Take the current column out of the table; what it says stays in the document.",
        (),
        "hidden",
    ),
    canvas_action(
        "table.fit_column",
        "Fit Colu&mn Width",
        "Make the current column as wide as its texts.",
    ),
)
