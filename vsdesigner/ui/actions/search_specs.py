"""The actions that find things: the command palette, find and replace."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from vsdesigner.ui.actions.spec import ActionSpec, Key

if TYPE_CHECKING:
    from vsdesigner.ui.actions.desk import Desk

Standard = QKeySequence.StandardKey
# On macOS Ctrl+H is the system's own key for hiding a program, and F3 belongs to the system as well.
_MAC = sys.platform == "darwin"
REPLACE: tuple[Key, ...] = ("Ctrl+Alt+F",) if _MAC else ("Ctrl+H",)
NEXT: tuple[Key, ...] = (Standard.FindNext,) if _MAC else ("F3",)
PREVIOUS: tuple[Key, ...] = (Standard.FindPrevious,) if _MAC else ("Shift+F3",)


def open_palette(desk: Desk) -> None:
    desk.search.toggle_palette()


def find(desk: Desk) -> None:
    desk.search.find()


def replace(desk: Desk) -> None:
    desk.search.replace()


def find_next(desk: Desk) -> None:
    desk.search.find_next()


def find_previous(desk: Desk) -> None:
    desk.search.find_previous()


SEARCH_EDIT = (
    ActionSpec("edit.find", "&Find…", "Find words in all text of the document.", find, ("Ctrl+F",), "find"),
    ActionSpec(
        "edit.find_next",
        "Find Ne&xt",
        "Show the next place where the words stand.",
        find_next,
        NEXT,
    ),
    ActionSpec(
        "edit.find_previous",
        "Find Previou&s",
        "Show the place before where the words stand.",
        find_previous,
        PREVIOUS,
    ),
    ActionSpec(
        "edit.replace",
        "Replace W&ords…",
        "Put other words in the place of words, wherever they stand in the document.",
        replace,
        REPLACE,
        "replace",
    ),
)
SEARCH_HELP = (
    ActionSpec(
        "help.command_palette",
        "Search Commands and &Things…",
        "Find any command, step, task, role, practice or tool by a part of its name.",
        open_palette,
        ("Ctrl+K",),
        "search",
    ),
)
