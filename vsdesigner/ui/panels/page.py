"""All sections of one record type in a scrolling column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from vsdesigner.document.change import Change
from vsdesigner.model.records import Record
from vsdesigner.ui.editors.row_list import RowList
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.panels.sections.frame import SectionFrame
from vsdesigner.ui.panels.sections.registry import sections_for
from vsdesigner.ui.session import Session

SETTLING = 4  # turns of the event loop until all sections have their places
SIDE = 12
TOP = 12


class Settings(Protocol):
    """What remembers things between two runs; QSettings is one."""

    def value(self, key: str, default: object = ..., /) -> object: ...

    def setValue(self, key: str, value: object, /) -> None: ...


class FoldMemory:
    """Which sections somebody opened or closed, per record type; kept in settings where there are any."""

    def __init__(self, settings: Settings | None = None) -> None:
        self._settings = settings
        self._known: dict[str, bool] = {}

    def is_open(self, kind: type[Record], section: str, default: bool) -> bool:
        key = self._key(kind, section)
        if key not in self._known and self._settings is not None:
            stored = self._settings.value(key)
            if stored is not None:
                self._known[key] = str(stored).casefold() in ("true", "1")
        return self._known.get(key, default)

    def remember(self, kind: type[Record], section: str, opened: bool) -> None:
        key = self._key(kind, section)
        self._known[key] = opened
        if self._settings is not None:
            self._settings.setValue(key, opened)

    @staticmethod
    def _key(kind: type[Record], section: str) -> str:
        return f"inspector/open/{kind.__name__.lower()}/{section}"


class Page(QScrollArea):
    """Scrolls up and down only; the width of the fields is the same with and without the scroll bar."""

    def __init__(
        self, session: Session, kind: type[Record], memory: FoldMemory, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self._memory = memory
        self._session = session
        self.setObjectName(f"page.{kind.__name__.lower()}")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = QWidget()
        self._content.setObjectName("page.content")
        self._content.setProperty("role", "panel")
        self._box = QVBoxLayout(self._content)
        self._box.setSpacing(0)
        self._box.setContentsMargins(SIDE, TOP, SIDE, SIDE)
        self.frames: list[SectionFrame] = []
        self._lines: dict[SectionFrame, QFrame] = {}
        for section in sections_for(kind):
            self._add(
                section.key,
                SectionFrame(
                    section,
                    session,
                    opened=memory.is_open(kind, section.key, section.opened),
                    parent=self._content,
                ),
            )
        self._box.addStretch(1)
        self.setWidget(self._content)
        self.verticalScrollBar().installEventFilter(self)

    def _add(self, key: str, frame: SectionFrame) -> None:
        if self.frames and frame.header is not None:
            line = QFrame(self._content)
            line.setFrameShape(QFrame.Shape.HLine)
            self._box.addWidget(line)
            self._lines[frame] = line
        frame.folded.connect(lambda closed: self._memory.remember(self.kind, key, not closed))
        frame.made.connect(self._order_tabs)
        frame.broken.connect(lambda: self._hide_line(frame))
        self._box.addWidget(frame)
        self.frames.append(frame)

    def _hide_line(self, frame: SectionFrame) -> None:
        if frame in self._lines:
            self._lines[frame].hide()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show for this type of record."""
        return all(frame.is_broken for frame in self.frames)

    def show_records(self, ids: Sequence[str], *, fresh: bool) -> None:
        """Show one record or several of this page's type."""
        found = (self._session.now.find(id) for id in ids)
        records = [record for record in found if record is not None]
        for frame in self.frames:
            fits = (len(ids) == 1 or frame.kind.several) and frame.kind.applies(records)
            shown = fits and not frame.is_broken
            frame.setVisible(shown)
            if frame in self._lines:
                self._lines[frame].setVisible(shown)
            if shown:
                frame.show_records(ids, fresh=fresh)

    def on_change(self, change: Change) -> None:
        widget = self.window().focusWidget()
        seen = widget is not None and self._content.isAncestorOf(widget)
        seen = seen and widget is not None and not widget.visibleRegion().isEmpty()
        for frame in self._shown():
            frame.on_change(change)
        if seen:  # rows that came or went above push what one works in out of view
            self._show_focus_soon(SETTLING)

    def commit(self) -> None:
        for frame in self._shown():
            frame.commit()

    def cancel(self) -> None:
        for frame in self._shown():
            frame.cancel()

    def focus_field(self, name: str) -> bool:
        """Put the keyboard into the editor of a field, unfolding its section; False when there is none."""
        found = any(frame.focus_field(name) for frame in self._shown())
        if found:
            self._show_focus_soon(SETTLING)
        return found

    def _show_focus_soon(self, turns: int) -> None:
        """Bring what has the keyboard into view in the next turns of the event loop.

        A section that was just unfolded, or made because it came into view, has its place only after that,
        and moves those below it.
        """

        def show() -> None:
            widget = self.window().focusWidget()
            if widget is not None and self._content.isAncestorOf(widget):
                # All of it if there is room, and in any case the line with the cursor.
                self.ensureVisible(0, widget.mapTo(self._content, QPoint(0, widget.height())).y(), 0, SIDE)
                self.ensureWidgetVisible(widget, 0, SIDE)
                if turns > 1:
                    self._show_focus_soon(turns - 1)

        QTimer.singleShot(0, self, show)

    def _shown(self) -> list[SectionFrame]:
        return [frame for frame in self.frames if not frame.is_broken and not frame.isHidden()]

    def _order_tabs(self) -> None:
        """Tab walks from top to bottom although sections are made when first seen, and rows later."""
        wanted: list[QWidget] = []
        for frame in self.frames:
            if frame.header is not None:
                wanted.append(frame.header)
            if frame.section is not None:
                wanted.extend(focus_order(frame.section))
        for before, after in pairwise(wanted):
            QWidget.setTabOrder(before, after)

    @guarded(default=False)
    def focusNextPrevChild(self, next: bool) -> bool:
        # Rows come and go at any time; what counts is where they stand when somebody presses Tab.
        self._order_tabs()
        return super().focusNextPrevChild(next)

    # -- scroll bar -------------------------------------------------------------------------------------
    def _keep_width(self) -> None:
        """Give or take the width of the scroll bar, so that no text breaks anew when it comes or goes."""
        bar = self.verticalScrollBar()
        width = bar.sizeHint().width() if bar.isVisibleTo(self) else 0
        margins = self._box.contentsMargins()
        right = max(0, SIDE - width)
        if margins.right() != right:
            self._box.setContentsMargins(SIDE, TOP, right, SIDE)

    @guarded(default=False)
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self.verticalScrollBar() and event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._keep_width()
        return False

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_width()


def focus_order(root: QWidget) -> list[QWidget]:
    """Return what takes the keyboard inside `root` from top to bottom, as the layouts have it."""
    if isinstance(root, RowList):
        return root.tab_order()
    layout = root.layout()
    if layout is None or not root.findChildren(RowList):
        return _chained(root)
    found: list[QWidget] = []
    for inside in _laid_out(layout):
        found.extend(focus_order(inside))
    return found


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    """The widgets of a layout and of those inside it, in their order."""
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget = item.widget() if item is not None else None
        below = item.layout() if item is not None else None
        if widget is not None:
            yield widget
        elif below is not None:
            yield from _laid_out(below)


def _chained(root: QWidget) -> list[QWidget]:
    """The widgets of an editor, itself included, in the order in which they were made or chained."""
    # Parts of editors (a viewport, a scroll bar) go where their editor goes.
    found = [root] if root.focusPolicy() & Qt.FocusPolicy.TabFocus else []
    widget = root.nextInFocusChain()
    while widget is not None and widget is not root:
        if root.isAncestorOf(widget) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found
