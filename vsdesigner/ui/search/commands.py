"""The commands as entries of the palette: every action of the menus, and what needs a lane for its object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from vsdesigner.commands import steps
from vsdesigner.model.records import Lane, Step
from vsdesigner.ui.actions.menus import MENUS, THEME_ACTIONS
from vsdesigner.ui.actions.spec import ActionSpec
from vsdesigner.ui.actions.specs import ACTIONS, specs_by_id
from vsdesigner.ui.help_texts import GROUPS, plain_text
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.inserting import append_step
from vsdesigner.ui.lane_words import lane_title, step_words, title_of
from vsdesigner.ui.search.matching import Entry
from vsdesigner.ui.session import Session

if TYPE_CHECKING:
    from vsdesigner.ui.actions.desk import Desk

#: In front of the ids of lanes and of parts of lanes; no id of an action looks like this.
INSERT, ACTIVITY, PART = "insert lane ", "activity ", "part "
#: What is offered before anything was used, as far as it is possible.
USEFUL = (
    *("stream.new", "edit.find", "view.fit", "file.export_as", "file.export", "edit.undo"),
    *("edit.inspect", "view.full_screen", "file.open", "help.shortcuts", "help.guide"),
)


def entries(desk: Desk) -> list[Entry]:
    """Return all commands; those that are not possible now say so."""
    found = [_entry(desk, spec) for spec in ACTIONS if spec.id != "help.command_palette"]
    lanes = desk.session.now.lanes
    for lane in lanes:
        text = step_words(lane)
        found.append(Entry(INSERT + lane.id, text, tr("Insert"), weight=0.05))
    steps_now = _selected_steps(desk.session)
    for lane in lanes if steps_now else ():
        text = tr("Change Activity to {activity}").format(activity=lane_title(lane))
        found.append(Entry(ACTIVITY + lane.id, text, tr("Selected steps"), weight=0.05))
    for id, name in _parts(desk.session, steps_now):
        text = tr("Part of the Activity: {name}").format(name=name)
        found.append(Entry(PART + id, text, tr("Selected steps"), weight=0.05))
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
    if spec is not None:
        return spec.icon or "closed"
    return {INSERT: "add", ACTIVITY: "lanes", PART: "tag"}[_split(key)[0]]


def run(desk: Desk, window: QWidget, key: str) -> None:
    """Do what a command says, as its menu entry would."""
    kind, id = _split(key)
    if kind:
        _run_on_steps(desk.session, kind, id)
        return
    action = window.findChild(QAction, f"action.{key}")
    if action is not None:
        action.trigger()


def _run_on_steps(session: Session, kind: str, id: str) -> None:
    """Add a step to a lane, or change the activity of those that are selected, or the part of it."""
    if kind == INSERT:
        append_step(session, id)
        return
    ids = [step.id for step in _selected_steps(session)]
    if kind == ACTIVITY:
        label = tr("Change activity to {activity}").format(activity=title_of(session.now, id))
        with session.edit(label) as draft:
            steps.set_lane(draft, ids, id)
    else:
        with session.edit(tr("Change the part of the activity")) as draft:
            steps.update(draft, ids, facet=id)


def _split(key: str) -> tuple[str, str]:
    """The prefix of a command that no action stands for, and the id behind it; no prefix for an action."""
    prefix = next((each for each in (INSERT, ACTIVITY, PART) if key.startswith(each)), "")
    return prefix, key.removeprefix(prefix)


def _selected_steps(session: Session) -> list[Step]:
    return [record for record in session.selected if isinstance(record, Step)]


def _parts(session: Session, chosen: list[Step]) -> list[tuple[str, str]]:
    """The halves that the one activity of the selected steps has, with "all of it"."""
    lanes = {step.lane for step in chosen}
    lane = session.now.find(lanes.pop()) if len(lanes) == 1 else None
    if not isinstance(lane, Lane) or not lane.facets:
        return []
    return [("", tr("All of it")), *((facet.id, facet.name) for facet in lane.facets)]


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
