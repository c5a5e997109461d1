"""The small bar beside what is selected, with what one does to it most."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.layout.labels import along
from vsdesigner.layout.ports import Side
from vsdesigner.model.records import Flow, Step, Terminal, TerminalKind
from vsdesigner.rules.verdicts import can_connect
from vsdesigner.ui.canvas import edits
from vsdesigner.ui.canvas.items import CardItem
from vsdesigner.ui.canvas.marks import HOT_HANDLE
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools.landing import append_beside
from vsdesigner.ui.colour import css
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import icon
from vsdesigner.ui.painting.card import CHIP_HEIGHT, MARGIN
from vsdesigner.ui.plain import escape_tooltip
from vsdesigner.ui.theme import Theme

GAP = 6  # px between the handles and the bar
EDGE = 4  # px that it keeps from the view's edge
BUTTON = 28
CROWDED_BELOW = 0.6  # scale below which it stays away rather than cover another card


class ContextBar(QFrame):
    """Stands outside the card, below it or above it, and stays in view; else it hides."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage.view.viewport())
        self._stage = stage
        self._id = ""
        self.setObjectName("context_bar")
        self.setAccessibleName(tr("Actions on the selected element"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(1)
        self.append = self._button("append", tr("Append Step (Ctrl+Right)"), self._append)
        self.finish = self._button(
            "value", tr("Connect to Value (Ctrl+Shift+Return)"), self._connect_to_value
        )
        self.rename = self._button("rename", tr("Rename (F2)"), self._rename)
        self.remove = self._button("delete", tr("Delete (Del)"), self._delete)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of a theme."""
        self.setStyleSheet(
            f"QFrame#context_bar {{ background: {css(theme.card)}; border: 1px solid {css(theme.line)};"
            " border-radius: 8px; }"
            f"QFrame#context_bar QToolButton {{ background: transparent; border: 2px solid transparent;"
            f" border-radius: 6px; padding: 0; min-width: {BUTTON - 4}px; min-height: {BUTTON - 4}px; }}"
            f"QFrame#context_bar QToolButton:hover {{ background: {css(theme.hover)}; }}"
            f"QFrame#context_bar QToolButton:focus {{ border-color: {css(theme.accent)}; }}"
        )

    def settle(self, *, wanted: bool) -> None:
        """Show the bar for what is selected, if there is room; `wanted` is False while the hand is busy.

        From far away the bar would cover several other cards.
        """
        place = self._anchor() if wanted and not self._stage.view.far else None
        if place is None:
            self.hide()
            return
        anchor, above, below = place
        self.adjustSize()
        room = QRectF(self._stage.view.viewport().rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        size = QSize(self.sizeHint())
        x = max(room.left(), min(anchor.center().x() - size.width() / 2, room.right() - size.width()))
        heights = (anchor.bottom() + below, anchor.top() - above - size.height())
        areas = (QRectF(x, y, size.width(), size.height()) for y in heights)
        area = next((area for area in areas if room.contains(area) and not self._in_the_way(area)), None)
        if area is None or not anchor.intersects(room):
            self.hide()
            return
        self.setGeometry(QRect(QPoint(round(area.x()), round(area.y())), size))
        self.show()
        self.raise_()

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # a press between the buttons is not one on the drawing

    @guarded
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Enter:
            self._stage.scene.hover("")
        return super().event(event)

    # -- inside -----------------------------------------------------------------------------------------
    def _button(self, name: str, tip: str, do: Callable[[], None]) -> QToolButton:
        made = QToolButton(self)
        made.setObjectName(f"context_{name}")
        made.setIcon(icon(name))
        made.setIconSize(QSize(18, 18))
        made.setAutoRaise(True)
        made.setAccessibleName(tip)
        made.setToolTip(escape_tooltip(tip))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(lambda: do())
        layout = self.layout()
        if layout is not None:
            layout.addWidget(made)
        return made

    def _anchor(self) -> tuple[QRectF, float, float] | None:
        """Area on the viewport that the bar must not cover, and the distances above and below it."""
        stage = self._stage
        selection = stage.session.selection
        record = stage.now.find(selection[0]) if len(selection) == 1 else None
        self._id = record.id if record is not None else ""
        away = HOT_HANDLE + GAP
        if isinstance(record, Flow) and record.id in stage.layout.routes:
            self._offer(append=False, finish=False, remove=True)
            route = stage.layout.routes[record.id]
            return self._on_view(route.label or _middle(route.points)), GAP, GAP
        if record is None or record.id not in stage.layout.cards:
            return None
        self._offer(
            append=isinstance(record, Step) or _kind(record) is TerminalKind.DEMAND,
            finish=isinstance(record, Step) and bool(can_connect(stage.now, record.id, self._value())),
            remove=not isinstance(record, Terminal),
        )
        return self._on_view(stage.rect(record.id)), away + CHIP_HEIGHT / 2 * stage.scale, away

    def _in_the_way(self, area: QRectF) -> bool:
        """Whether other cards would be covered where they stand close to each other."""
        stage = self._stage
        if stage.scale >= CROWDED_BELOW:
            return False
        within = stage.view.viewportTransform().inverted()[0].mapRect(area)
        cards = (item for item in stage.scene.items(within) if isinstance(item, CardItem))
        return any(
            card.sceneBoundingRect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN).intersects(within)
            for card in cards
        )

    def _offer(self, *, append: bool, finish: bool, remove: bool) -> None:
        self.append.setVisible(append)
        self.finish.setVisible(finish)
        self.remove.setVisible(remove)

    def _on_view(self, rect: Rect) -> QRectF:
        return self._stage.view.viewportTransform().mapRect(QRectF(*rect))

    def _value(self) -> str:
        for terminal in self._stage.now.terminals(self._stage.session.stream):
            if terminal.kind is TerminalKind.VALUE:
                return terminal.id
        return ""

    def _append(self) -> None:
        append_beside(self._stage, self._id, Side.RIGHT)

    def _connect_to_value(self) -> None:
        edits.connect(self._stage.session, self._id, self._value())

    def _rename(self) -> None:
        self._stage.naming.begin(self._id)

    def _delete(self) -> None:
        edits.delete(self._stage.session, (self._id,), heal=True)
        self._stage.view.setFocus()


def _kind(record: object) -> TerminalKind | None:
    return record.kind if isinstance(record, Terminal) else None


def _middle(points: tuple[Point, ...]) -> Rect:
    x, y = along(points, 0.5)
    return Rect(x, y, 0.0, 0.0)
