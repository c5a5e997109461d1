"""The commands as entries of the palette: every action of the menus, and adding a step to each lane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from vsdesigner.ui.actions.menus import MENUS, THEME_ACTIONS
from vsdesigner.ui.actions.spec import ActionSpec
from vsdesigner.ui.actions.specs import ACTIONS, specs_by_id
from vsdesigner.ui.help_texts import GROUPS, plain_text
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.inserting import append_step
from vsdesigner.ui.search.matching import Entry

if TYPE_CHECKING:
    from vsdesigner.ui.actions.desk import Desk

INSERT = "insert."
#: What is offered before anything was used, as far as it is possible.
USEFUL = (
    *("stream.new", "edit.find", "view.fit", "file.export", "file.export_excel", "edit.undo"),
    *("edit.inspect", "view.full_screen", "file.open", "help.shortcuts", "help.guide"),
)


def entries(desk: Desk) -> list[Entry]:
    """Return all commands; those that are not possible now say so."""
    found = [_entry(desk, spec) for spec in ACTIONS if spec.id != "help.command_palette"]
    for lane in desk.session.now.lanes:
        text = tr("{activity} step").format(activity=lane.name)
        found.append(Entry(INSERT + lane.id, text, tr("Insert"), weight=0.05))
    return found


def keys_of(key: str) -> tuple[str, ...]:
    """Return the keys of a command's shortcut one by one, as this platform writes them."""
    spec = specs_by_id().get(key)
    if spec is None or not spec.keys:
        return ()
    first = spec.keys[0]
    listed = [QKeySequence(first)] if isinstance(first, str) else QKeySequence.keyBindings(first)
    if not listed:
        return ()
    text = listed[0].toString(QKeySequence.SequenceFormat.NativeText)
    if text.endswith("+"):  # the plus itself is the last key
        return (*text[:-1].rstrip("+").split("+"), "+") if len(text) > 1 else (text,)
    return tuple(text.split("+"))


def glyph_of(key: str) -> str:
    """Return the icon of a command; those without one share a quiet arrow."""
    spec = specs_by_id().get(key)
    return (spec.icon or "closed") if spec is not None else "add"


def run(desk: Desk, window: QWidget, key: str) -> None:
    """Do what a command says, as its menu entry would."""
    if key.startswith(INSERT) and key not in specs_by_id():
        lane = key.removeprefix(INSERT)
        if lane in desk.session.now:
            append_step(desk.session, lane)
        return
    action = window.findChild(QAction, f"action.{key}")
    if action is not None:
        action.trigger()


def _entry(desk: Desk, spec: ActionSpec) -> Entry:
    possible = spec.can(desk)
    menu = _menu_title(spec)
    detail = menu if possible else tr("{menu} · not possible now").format(menu=menu)
    return Entry(spec.id, _text(spec), detail, "", 0.0, possible)


def _text(spec: ActionSpec) -> str:
    """What a command is called; those of a menu within a menu say which."""
    text = plain_text(spec)
    return tr("Theme: {name}").format(name=text) if spec.id in THEME_ACTIONS else text


def _menu_title(spec: ActionSpec) -> str:
    for _id, title, listed in MENUS:
        if spec.id in listed:
            return tr(title).replace("&", "")
    return tr(GROUPS.get(spec.group, ""))
