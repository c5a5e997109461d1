"""The state of one presentation: where it stands, and what of it is shown how."""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from vsdesigner.analysis.journey import Journey, Stop, StopKind
from vsdesigner.analysis.lens import Sight, seen_through
from vsdesigner.document.change import Change
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.layout.stream_layout import StreamLayout
from vsdesigner.model.records import Stream
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.painting.measure import FontMeasurer
from vsdesigner.ui.presentation.colours import presenting_theme
from vsdesigner.ui.presentation.left_pages import LAST, LeftPages
from vsdesigner.ui.session import Session
from vsdesigner.ui.theme import Theme

DARK_FLAG = "presenting/dark"
HIDDEN_TEXT = "presenting/hidden"
END_PAUSE = 0.4  # s between being told that this is the end and ending it: no double click, no held key
#: What can be hidden from an audience.
PARTS = ("tools", "times", "raci", "practices")


class Layer(StrEnum):
    """What lies over everything else, one at a time."""

    NONE = ""
    HELP = "help"
    OVERVIEW = "overview"
    BLACK = "black"
    WHITE = "white"


class Tool(StrEnum):
    """What the pointer is besides a pointer."""

    NONE = ""
    LASER = "laser"
    PEN = "pen"
    ERASER = "eraser"


class Show(QObject):
    """One stream being presented. Parts read it, hear its signals, and change it by its methods only.

    `read_only` forbids edits; `save` saves the document where it came from and says whether it did.
    """

    #: Another stop, or another way to it: `journey` says where.
    moved = Signal()
    #: Another page of the card at the same stop, or another number of pages.
    page_changed = Signal()
    #: The document changed: the `Change`, or None for another document altogether. `layout` followed it.
    changed = Signal(object)
    #: `whole`, `layer`, `tool`, `notes`, `theme` or `hidden` is another one, or the session's lens.
    looks_changed = Signal()
    #: The size of letters is another one.
    unit_changed = Signal()
    #: Somebody went somewhere by hand: what plays by itself stops.
    taken_over = Signal()
    #: Somebody chose a way, and stands where it leads.
    chosen = Signal()
    #: A short sentence for a moment.
    said = Signal(str)
    #: The presentation is over.
    ended = Signal()

    def __init__(
        self,
        session: Session,
        *,
        read_only: bool = False,
        save: Callable[[], bool] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.read_only = read_only
        self.save = save
        self.stream = session.stream
        self.journey = Journey(session.now, self.stream)
        self.layout = StreamLayout(session.now, self.stream, FontMeasurer())
        self.whole = False
        self.layer = Layer.NONE
        self.tool = Tool.NONE
        self.notes = False
        self.page = 0
        self._pages = 1
        self._left = LeftPages()
        self._told_end: float | None = None
        self.unit = 1.0
        self.theme = presenting_theme(dark=session.flags.flag(DARK_FLAG, default=False))
        kept = session.flags.text(HIDDEN_TEXT).split()
        self.hidden: frozenset[str] = frozenset(part for part in PARTS if part in kept)
        session.changed.connect(self._on_changed)
        session.lens_changed.connect(self.looks_changed)
        session.replaced.connect(self.end)

    # -- reading ----------------------------------------------------------------------------------------
    @property
    def view(self) -> Snapshot:
        """The document as it stands."""
        return self.session.now

    @property
    def record(self) -> Stream:
        """The stream."""
        return self.view.get(self.stream, Stream)

    @property
    def stop(self) -> Stop:
        """Where the presentation stands."""
        return self.journey.stop

    @property
    def carded(self) -> bool:
        """Whether there is a card beside the lanes at this stop; at the closing it has the totals."""
        return self.stop.kind is not StopKind.OPENING and not self.whole

    @property
    def sight(self) -> Sight | None:
        """What the session's lens shows of this stream; None without a lens."""
        session = self.session
        if session.lens is None or session.stream == self.stream:
            return session.sight
        return seen_through(self.view, self.stream, session.lens)

    @property
    def pages(self) -> int:
        """How many pages the present card has."""
        return self._pages

    # -- going ------------------------------------------------------------------------------------------
    def next(self, way: int | None = None) -> bool:
        """Show the card's next page, else go on, at a fork by the `way` of this index; say if it moved.

        At the closing it says that this is the end, and once more ends the presentation.
        """
        self.taken_over.emit()
        if way is None and self.page + 1 < self._pages:
            self._turn(self.page + 1)
            return True
        if way is None and not self.journey.ways:
            self._tell_end()
            return False
        moved = self._goes(lambda: self.journey.next(way))
        if moved and way is not None:
            self.chosen.emit()
        return moved

    def advance(self) -> bool:
        """Go on by itself, as playing does: pages are left out and nobody took over."""
        return self._goes(self.journey.next)

    def back(self) -> bool:
        """Show the page before, else go back where one came from, to the page that was left there."""
        self.taken_over.emit()
        if self.page > 0:
            self._turn(self.page - 1)
            return True
        if not self.journey.back():
            return False
        left = self._left.come_back()
        self._arrive()
        page = self._pages - 1 if left == LAST else min(left, self._pages - 1)
        if page > 0:
            self._turn(page)
        return True

    def go_to(self, id: str) -> bool:
        """Go to a step, demand or value."""
        self.taken_over.emit()
        return self._goes(lambda: self.journey.go_to(id))

    def begin_at(self, id: str) -> bool:
        """Begin at a step, demand or value, as if one had walked there."""
        if not self.journey.begin_at(id):
            return False
        self._left.pass_by(len(self.journey.trail) - 1)
        self._arrive()
        return True

    def go_to_start(self) -> bool:
        self.taken_over.emit()
        return self._goes(self.journey.first)

    def go_to_end(self) -> bool:
        self.taken_over.emit()
        return self._goes(self.journey.last)

    def set_pages(self, pages: int) -> None:
        """The card says how many pages it has at the present size (at least 1)."""
        if pages != self._pages:
            self._pages = max(1, pages)
            self.page = min(self.page, self._pages - 1)
            self.page_changed.emit()

    # -- looking ----------------------------------------------------------------------------------------
    def show_whole(self, *, on: bool) -> None:
        """Show the whole stream, or the present step with its neighbours."""
        if on != self.whole:
            self.whole = on
            self.looks_changed.emit()

    def show_layer(self, layer: Layer) -> None:
        """Lay this over everything; the one that is there goes."""
        if layer is not self.layer:
            self.layer = layer
            self.looks_changed.emit()

    def toggle_layer(self, layer: Layer) -> None:
        """Lay this over everything, or take it away when it is there."""
        self.show_layer(Layer.NONE if self.layer is layer else layer)

    def take_tool(self, tool: Tool) -> None:
        """Make the pointer this; the same tool again lays it down."""
        self.tool = Tool.NONE if tool is self.tool else tool
        self.looks_changed.emit()

    def show_notes(self, *, on: bool) -> None:
        """Show the presenter's notes on this screen."""
        if on != self.notes:
            self.notes = on
            self.looks_changed.emit()

    def wear(self, theme: Theme) -> None:
        """Be light or dark, and remember it."""
        self.theme = theme
        self.session.flags.set_flag(DARK_FLAG, on=theme.dark)
        self.looks_changed.emit()

    def hide(self, part: str, *, on: bool) -> None:
        """Hide one of PARTS from the audience or show it again, and remember it."""
        hidden = self.hidden | {part} if on else self.hidden - {part}
        if hidden != self.hidden:
            self.hidden = hidden
            self.session.flags.set_text(HIDDEN_TEXT, " ".join(sorted(hidden)))
            self.looks_changed.emit()

    def set_unit(self, unit: float) -> None:
        """Take notice of the size of letters: px for one px of a 1920 × 1080 design."""
        if unit != self.unit:
            self.unit = unit
            self.unit_changed.emit()

    def end(self) -> None:
        """End the presentation."""
        self.ended.emit()

    # -- inside -----------------------------------------------------------------------------------------
    def _goes(self, move: Callable[[], bool]) -> bool:
        page = self.page
        moved = move()
        if moved:
            self._left.leave(page)
            self._arrive()
        return moved

    def _tell_end(self) -> None:
        told, now = self._told_end, time.monotonic()
        self._told_end = now
        if told is None or now - told < END_PAUSE:
            self.said.emit(tr("End of the presentation. Next ends it."))
        else:
            self.end()

    def _arrive(self) -> None:
        self.page, self._pages, self._told_end = 0, 1, None
        self.moved.emit()

    def _turn(self, page: int) -> None:
        self._told_end = None
        self.page = page
        self.page_changed.emit()

    def _on_changed(self, change: Change) -> None:
        now = self.session.now
        if now.find(self.stream) is None:
            self.end()
            return
        self.layout.apply(change, now)
        before = self.journey.trail
        self.journey.follow(now)
        self._left.follow(before, self.journey.trail)
        self.changed.emit(change)
        if self.stop != before[-1]:
            self._arrive()
