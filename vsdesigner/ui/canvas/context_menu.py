"""The menu of what lies under the pointer; it offers only what is possible."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from vsdesigner.commands.substreams import substream_of
from vsdesigner.layout.geometry import Point
from vsdesigner.layout.ports import Side
from vsdesigner.model.records import (
    Flow,
    FlowKind,
    Lane,
    Note,
    NoteKind,
    Phase,
    Record,
    Step,
    Terminal,
    TerminalKind,
)
from vsdesigner.rules.verdicts import can_connect, can_delete
from vsdesigner.ui.canvas import edits, phase_verbs
from vsdesigner.ui.canvas.arrange_entries import (
    align_entries,
    distribute_entries,
    match_entries,
    tidy_entries,
)
from vsdesigner.ui.canvas.follow_entries import add_follow_menu
from vsdesigner.ui.canvas.lane_menu import lane_menu, phase_menu
from vsdesigner.ui.canvas.line_verbs import Entry, entries_of_flow, entries_of_flows
from vsdesigner.ui.canvas.noting import add_note, ask_for_picture
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools.landing import add_step, append_beside, place_around
from vsdesigner.ui.clipboard.copying import can_copy, duplicate
from vsdesigner.ui.clipboard.verbs import copy, cut, paste
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import icon
from vsdesigner.ui.lane_words import lane_title
from vsdesigner.ui.mending import menu_mends
from vsdesigner.ui.plain import menu_text
from vsdesigner.ui.substreams import make_substream, open_substream

Do = Callable[[], object]


def kind_names() -> dict[FlowKind, str]:
    """Return what the kinds of flows are called."""
    return {
        FlowKind.MAIN: tr("Main flow"),
        FlowKind.ALTERNATIVE: tr("Alternative"),
        FlowKind.REWORK: tr("Rework"),
        FlowKind.INFORMATION: tr("Information"),
    }


def _kind_texts() -> dict[FlowKind, str]:
    """The words of the menu *Flow*."""
    return {
        FlowKind.MAIN: tr("Make Main Flow"),
        FlowKind.ALTERNATIVE: tr("Make Alternative"),
        FlowKind.REWORK: tr("Make Rework"),
        FlowKind.INFORMATION: tr("Make Information"),
    }


def build_menu(stage: Stage, point: Point) -> QMenu:
    """Return the menu for the selection; without one, for the empty place at `point`. It deletes itself."""
    records = stage.session.selected
    if not records and stage.view.headers.chosen:
        return lane_menu(stage, stage.view.headers.chosen)
    if len(records) == 1 and isinstance(records[0], Phase):
        return phase_menu(stage, records[0].id, point.x)
    menu = QMenu(stage.view)
    menu.aboutToHide.connect(menu.deleteLater)
    if not records:
        _add_empty(menu, stage, point)
        return menu
    if len(records) == 1:
        _add_single(menu, stage, records[0])
        _add_mends(menu, stage, records[0].id)
        if isinstance(records[0], Flow):
            _add_entries(menu, entries_of_flow(stage, records[0].id, point))
    steps = [record for record in records if isinstance(record, Step)]
    if steps:
        _add_activities(menu, stage, steps)
        _add(menu, tr("Add Phase Around"), lambda: phase_verbs.insert(stage), "phase")
        if len(records) == 1:
            add_follow_menu(menu, stage, steps[0].id)
    flows = [record for record in records if isinstance(record, Flow)]
    if len(flows) == len(records):
        _add_entries(menu, entries_of_flows(stage, [flow.id for flow in flows]))
        _add_kinds(menu, stage, flows)
    if len(stage.selected_cards()) > 1:
        _add_arranging(menu, stage)
    _add_copies(menu, stage, point)
    _add_deletions(menu, stage, records)
    return menu


def _add(menu: QMenu, text: str, do: Do, glyph: str = "", keys: str = "") -> QAction:
    action = QAction(text, menu)
    if glyph:
        action.setIcon(icon(glyph))
    if keys:
        action.setShortcut(QKeySequence(keys))
        action.setShortcutVisibleInContextMenu(True)
    # After the menu has gone: what it does may delete the selection, move the focus or open an editor.
    action.triggered.connect(lambda: do())
    menu.addAction(action)
    return action


def _add_entries(menu: QMenu, entries: Sequence[Entry]) -> None:
    for entry in entries:
        _add(menu, entry.text, entry.do, entry.icon, entry.keys)


def _add_empty(menu: QMenu, stage: Stage, point: Point) -> None:
    lane = stage.now.get(stage.layout.lane_at(point.y).lane, Lane)
    _add(
        menu,
        tr("Add {activity} Step Here").format(activity=menu_text(lane_title(lane))),
        lambda: add_step(stage, place_around(stage, point)),
        "add",
    )
    _add(menu, tr("Add Note Here"), lambda: add_note(stage, NoteKind.NOTE, point), "note")
    _add(menu, tr("Add Free Text Here"), lambda: add_note(stage, NoteKind.TEXT, point), "text")
    _add(menu, tr("Add Picture Here…"), lambda: ask_for_picture(stage, point), "picture")
    _add(menu, tr("Add Phase Here"), lambda: phase_verbs.add_around(stage, point.x), "phase")
    _add(menu, tr("Paste Here"), lambda: paste(stage, point), "paste")
    _add_entries(menu, tidy_entries(stage))
    _add(menu, tr("Fit Stream"), stage.camera.fit, "fit", "Ctrl+1")


def _add_single(menu: QMenu, stage: Stage, record: Record) -> None:
    id = record.id
    words = tr("Edit Label") if isinstance(record, Flow) else tr("Rename")
    if isinstance(record, Terminal | Note):
        words = tr("Edit Text")
    _add(menu, words, lambda: stage.naming.begin(id), "rename", "F2")
    if substream_of(stage.now, id):
        _add(menu, tr("Open the Stream of the Step"), lambda: open_substream(stage.session), "stream", "F4")
    elif isinstance(record, Step):
        _add(menu, tr("Make a Stream of the Step"), lambda: make_substream(stage.session), "stream")
    if Side.RIGHT in stage.sides_of(id):
        _add(menu, tr("Append Step"), lambda: append_beside(stage, id, Side.RIGHT), "append", "Ctrl+Right")
    if stage.sides_of(id):
        _add(menu, tr("Quick Add…"), stage.quick_add.open_for_selection, "add", "Ctrl+Return")
    if isinstance(record, Step):
        for terminal in stage.now.terminals(record.stream):
            ends = (terminal.id, id) if terminal.kind is TerminalKind.DEMAND else (id, terminal.id)
            if can_connect(stage.now, *ends):
                to_value = terminal.kind is TerminalKind.VALUE
                text = tr("Connect to Value") if to_value else tr("Connect from Demand")
                _add(
                    menu,
                    text,
                    lambda ends=ends: edits.connect(stage.session, *ends),  # type: ignore[misc]  # bound now
                    "value" if to_value else "demand",
                    "Ctrl+Shift+Return" if to_value else "",
                )
    menu.addSeparator()


def _add_mends(menu: QMenu, stage: Stage, id: str) -> None:
    """What can be done about what is wrong with it."""
    if stage.session.problems.level(id) is None:
        return
    for words, do in menu_mends(stage.session, id):
        _add(menu, menu_text(words), do, "arrange")
    _add(menu, tr("Show Problems"), lambda: stage.session.problems_requested.emit(id), "problems")
    menu.addSeparator()


def _add_activities(menu: QMenu, stage: Stage, steps: Sequence[Step]) -> None:
    ids = [step.id for step in steps]
    activities = menu.addMenu(icon("lanes"), tr("Change Activity"))
    present = {step.lane for step in steps}
    group = QActionGroup(activities)
    for lane in stage.now.lanes:
        action = _add(activities, menu_text(lane_title(lane)), _lane_change(stage, ids, lane.id))
        action.setCheckable(True)
        action.setChecked(present == {lane.id})
        group.addAction(action)
    if len(present) == 1:
        _add_facets(menu, stage, steps, stage.now.get(next(iter(present)), Lane))
    menu.addSeparator()


def _add_facets(menu: QMenu, stage: Stage, steps: Sequence[Step], lane: Lane) -> None:
    if not lane.facets:
        return
    ids = [step.id for step in steps]
    chosen = {step.facet for step in steps}
    parts = menu.addMenu(icon("tag"), tr("Part of the Activity"))
    group = QActionGroup(parts)
    choices = [("", tr("All of it")), *((facet.id, menu_text(facet.name)) for facet in lane.facets)]
    for facet, name in choices:
        action = _add(parts, name, _facet_change(stage, ids, facet))
        action.setCheckable(True)
        action.setChecked(chosen == {facet})
        group.addAction(action)


def _add_kinds(menu: QMenu, stage: Stage, flows: Sequence[Flow]) -> None:
    kinds = menu.addMenu(icon("flow"), tr("Kind of Flow"))
    group = QActionGroup(kinds)
    present = {flow.kind for flow in flows}
    for kind, name in _kind_texts().items():
        action = _add(kinds, name, _kind_change(stage, [flow.id for flow in flows], kind))
        action.setCheckable(True)
        action.setChecked(present == {kind})
        group.addAction(action)
    menu.addSeparator()


def _add_arranging(menu: QMenu, stage: Stage) -> None:
    _add_entries(menu.addMenu(icon("align"), tr("Align")), align_entries(stage))
    for title, entries in ((tr("Distribute"), distribute_entries), (tr("Match Size"), match_entries)):
        if possible := entries(stage):
            _add_entries(menu.addMenu(title), possible)
    _add_entries(menu, tidy_entries(stage))
    menu.addSeparator()


def _add_copies(menu: QMenu, stage: Stage, point: Point) -> None:
    if can_copy(stage):
        _add(menu, tr("Cut"), lambda: cut(stage), "cut", "Ctrl+X")
        _add(menu, tr("Copy"), lambda: copy(stage), "copy", "Ctrl+C")
        _add(menu, tr("Paste Here"), lambda: paste(stage, point), "paste")
        _add(menu, tr("Duplicate"), lambda: duplicate(stage), "duplicate", "Ctrl+D")
        menu.addSeparator()


def _add_deletions(menu: QMenu, stage: Stage, records: Sequence[Record]) -> None:
    ids = [record.id for record in records]
    if not can_delete(stage.now, ids):
        return
    _add(menu, tr("Delete"), lambda: edits.delete(stage.session, ids, heal=True), "delete", "Del")
    healing = [id for id in ids if len(stage.now.incoming(id)) == 1 and len(stage.now.outgoing(id)) == 1]
    if healing:
        _add(
            menu,
            tr("Delete and Leave a Gap"),
            lambda: edits.delete(stage.session, ids, heal=False),
            keys="Shift+Del",
        )


def _lane_change(stage: Stage, ids: list[str], lane: str) -> Do:
    return lambda: edits.set_lane(stage.session, ids, lane)


def _facet_change(stage: Stage, ids: list[str], facet: str) -> Do:
    return lambda: edits.set_facet(stage.session, ids, facet)


def _kind_change(stage: Stage, ids: list[str], kind: FlowKind) -> Do:
    return lambda: edits.set_kind(stage.session, ids, kind)
