"""The actions on responsibility: letters and roles in the RACI view."""

from __future__ import annotations

import functools

from vsdesigner.ui.actions import canvas_action as actions_of_views
from vsdesigner.ui.actions import handlers
from vsdesigner.ui.actions.spec import ActionSpec, Scope

# They have no keys of their own, so nothing keeps them from working wherever the keyboard is.
_action = functools.partial(actions_of_views.canvas_action, scope=Scope.WINDOW)

RACI = (
    _action(
        "raci.add_role",
        "&Add Role",
        "Name a new role; it gets a column of its own in the RACI view.",
        icon="add",
    ),
    _action(
        "raci.rename_role",
        "Re&name Role",
        "Edit the name of the role in whose column the keyboard is.",
        icon="rename",
    ),
    _action(
        "raci.edit_role",
        "&Edit Role…",
        "Edit name, duty and organisation of the role in whose column the keyboard is, or merge it.",
        icon="role",
    ),
    _action(
        "raci.move_role_left",
        "Move Role &Left",
        "Put the role in whose column the keyboard is one place further to the left.",
        icon="left",
    ),
    _action(
        "raci.move_role_right",
        "Move Role &Right",
        "Put the role in whose column the keyboard is one place further to the right.",
        icon="right",
    ),
    _action(
        "raci.remove_role",
        "Remo&ve Role",
        "Remove the role in whose column the keyboard is, with its letters in all steps.",
        icon="delete",
    ),
    _action(
        "raci.clear",
        "&Clear Letters",
        "Empty the selected cells of the RACI view.",
    ),
    _action(
        "raci.fill_down",
        "Fill &Down",
        "Repeat the letters of the first selected row in all rows below it that are selected.",
    ),
    _action(
        "raci.show_tasks",
        "Show &Tasks",
        "Show the tasks of all steps in the RACI view, or of none.",
        icon="tasks",
        switch=True,
    ),
    _action(
        "raci.count_tasks",
        "Co&unt Tasks Too",
        "Count the letters of tasks below the RACI view as well, or those of steps only.",
        switch=True,
    ),
    _action(
        "raci.show_activity",
        "Sh&ow Activities",
        "Show a column with the activity of each step in the RACI view.",
        icon="lanes",
        switch=True,
    ),
    ActionSpec(
        "raci.letters",
        "Responsibility Letter&s…",
        "Choose the set of letters that this document uses.",
        handlers.choose_letters,
        icon="raci",
    ),
    ActionSpec(
        "raci.make_roles",
        "&Make Roles from the Text…",
        "Choose which roles to make of those that the texts of this stream name.",
        handlers.make_roles,
        icon="people",
    ),
)
