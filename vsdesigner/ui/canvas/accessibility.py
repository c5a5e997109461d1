"""The drawing as a tree for assistive technology: lanes with their elements, then the flows.

What Qt registers here it may ask and delete at any time, and PySide deletes what Python lets go of although
Qt still asks it. So everything that is registered is kept in `_kept` until Qt has been told to forget it.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QRectF
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
)
from shiboken6 import Shiboken

from vsdesigner.document.change import Change
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.layout.geometry import Rect, around
from vsdesigner.model.records import Flow, Phase, Record, StreamMember
from vsdesigner.ui.canvas.accessible_parts import (
    FLOWS,
    PHASES,
    ElementInterface,
    GroupInterface,
    ViewInterface,
)
from vsdesigner.ui.canvas.spoken import Speech, lane_of
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.view import LaneView
from vsdesigner.ui.canvas.walk import flow_line
from vsdesigner.ui.guard import guarded

Event = QAccessible.Event

FEW = 20  # new elements that are told of one by one
FAR = 16_000  # px; what lies farther outside than that is told as lying there

_kept: dict[int, QAccessibleInterface] = {}
_installed = False


def _make(name: str, thing: QObject | None) -> QAccessibleInterface | None:
    """Qt's question for the interface of any object of the program; ours is the view of the lanes."""
    if name != LaneView.__name__ or not isinstance(thing, LaneView) or thing.describe is None:
        return None
    return thing.describe()


def _install() -> None:
    global _installed
    if not _installed:
        QAccessible.installFactory(guarded(default=None)(_make))
        _installed = True


class Exposure:
    """Tells assistive technology of one canvas; does nothing at all unless such a program asks."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self._speech: Speech | None = None
        self._root: ViewInterface | None = None
        self._items: dict[str, tuple[int, QAccessibleInterface]] = {}
        self._groups: dict[str, list[str]] = {}
        self._sorted_for: Snapshot | None = None
        _install()
        stage.view.describe = self.make_root
        session = stage.session
        session.changed.connect(self._on_change)
        session.replaced.connect(self.release)
        session.stream_changed.connect(self.release)
        session.selection_changed.connect(self.tell_focus)
        # What was undone or done again is said by the status line.
        session.edited.connect(self.announce)
        stage.view.focus_changed.connect(self.tell_focus)
        stage.view.destroyed.connect(self.release)

    # -- what there is ----------------------------------------------------------------------------------
    @property
    def speech(self) -> Speech:
        """The words for the document as it stands."""
        if self._speech is None or self._speech.view is not self.stage.now:
            self._speech = Speech(self.stage.now)
        return self._speech

    def make_root(self) -> ViewInterface:
        """Return the interface of the view, made when it is asked for first."""
        if self._root is None or not Shiboken.isValid(self._root):
            self._root = ViewInterface(self)
        return self._root

    @property
    def root(self) -> QAccessibleInterface | None:
        """The interface of the view as Qt knows it."""
        view = self.stage.view
        return QAccessible.queryAccessibleInterface(view) if Shiboken.isValid(view) else None

    def groups(self) -> dict[str, list[str]]:
        """Return the ids in each lane from left to right as the flow goes, the phases if any, the flows."""
        stage, now = self.stage, self.stage.now
        if self._sorted_for is not now:
            stream = stage.session.stream
            found: dict[str, list[str]] = {lane.id: [] for lane in now.lanes}
            for id in (*flow_line(now, stream), *(note.id for note in now.notes(stream))):
                found[lane_of(now, id)].append(id)
            if phases := now.phases(stream):
                found[PHASES] = [phase.id for phase in phases]
            found[FLOWS] = [flow.id for flow in now.flows(stream)]
            self._groups, self._sorted_for = found, now
        return self._groups

    def group_of(self, id: str) -> str:
        """Return the group that holds an element."""
        record = self.stage.now.find(id)
        if isinstance(record, Phase):
            return PHASES
        return FLOWS if isinstance(record, Flow) else lane_of(self.stage.now, id)

    def item(self, id: str, *, group: bool = False) -> QAccessibleInterface:
        """Return the interface of an element or a group, made and registered when it is asked for first."""
        key = f"group {id}" if group else id
        if key not in self._items:
            made = GroupInterface(self, id) if group else ElementInterface(self, id)
            number = QAccessible.registerAccessibleInterface(made)
            _kept[number] = made
            self._items[key] = number, made
        return self._items[key][1]

    def release(self, *_: object) -> None:
        """Forget all elements: another stream or document is shown, or the view has gone."""
        for key in list(self._items):
            self._forget(key)
        self._speech = self._sorted_for = None

    def area(self, id: str) -> Rect | None:
        """Return where an element is drawn, in scene px."""
        layout = self.stage.layout
        if id in layout.cards:
            return layout.cards[id].rect
        if id in layout.routes:
            return around(layout.routes[id].points)
        bottom = layout.lanes[-1].bottom
        bands = (Rect(band.x, 0.0, band.width, bottom) for band in layout.phases if band.phase == id)
        return next(bands, None)

    def on_screen(self, area: Rect) -> QRect:
        """Return where a part of the scene is seen, in px of the screen."""
        view = self.stage.view
        seen = view.viewportTransform().mapRect(QRectF(*area)).toRect()
        seen = seen.intersected(QRect(-FAR, -FAR, 2 * FAR, 2 * FAR))
        return QRect(view.viewport().mapToGlobal(seen.topLeft()), seen.size())

    # -- telling ----------------------------------------------------------------------------------------
    def tell_focus(self) -> None:
        """Say that the keyboard is on what was selected last."""
        if not self._is_heard() or not self.stage.view.hasFocus():
            return
        selection = self.stage.session.selection
        if selection:
            item = self.item(selection[-1])
            QAccessible.updateAccessibility(QAccessibleEvent(item, Event.Focus))
            QAccessible.updateAccessibility(QAccessibleEvent(item, Event.Selection))

    def announce(self, words: str) -> None:
        """Have a sentence said as soon as the reader has a moment."""
        if words and self._is_heard():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.stage.view, words))

    def _on_change(self, change: Change) -> None:
        for id in change.removed:
            self._forget(id)
        if not self._is_heard() or self._root is None:
            return
        if any(
            isinstance(record, StreamMember) for record in (*change.added.values(), *change.removed.values())
        ):
            QAccessible.updateAccessibility(QAccessibleEvent(self.stage.view, Event.ObjectReorder))
        fresh = [id for id, record in change.added.items() if self._is_here(record)]
        for id in fresh if len(fresh) <= FEW else ():
            QAccessible.updateAccessibility(QAccessibleEvent(self.item(id), Event.ObjectCreated))
        for id in change.updated:
            if id in self._items:
                QAccessible.updateAccessibility(QAccessibleEvent(self._items[id][1], Event.NameChanged))

    def _is_heard(self) -> bool:
        return QAccessible.isActive() and Shiboken.isValid(self.stage.view)

    def _is_here(self, record: Record) -> bool:
        return isinstance(record, StreamMember) and record.stream == self.stage.session.stream

    def _forget(self, key: str) -> None:
        number, _item = self._items.pop(key, (0, None))
        if number:
            QAccessible.deleteAccessibleInterface(number)
            _kept.pop(number, None)
