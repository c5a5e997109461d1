"""The heading of the inspector: what is shown, with its number and activity in the activity's colour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Flow, Lane, Note, Phase, Record, Step, Stream, Terminal, TerminalKind
from vsdesigner.ui import theme
from vsdesigner.ui.colour import css
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.icons import paint_glyph
from vsdesigner.ui.panels.sections.wording import heading
from vsdesigner.ui.plain import PlainLabel

BADGE = 24
GLYPHS: dict[type[Record], str] = {
    Stream: "stream",
    Step: "step",
    Flow: "flow",
    Phase: "phase",
    Note: "note",
    Terminal: "demand",
}


class Badge(QWidget):
    """A round number in the colour of an activity, or a sign for what has no number."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(BADGE)
        self.number, self.colour, self.glyph = "", "", ""

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.number) + 14 if len(self.number) > 2 else BADGE
        return QSize(width, BADGE)

    def show_number(self, number: str, colour: str) -> None:
        self.number, self.colour, self.glyph = number, colour, ""
        self.setFixedWidth(self.sizeHint().width())
        self.update()

    def show_glyph(self, glyph: str, colour: str = "") -> None:
        self.number, self.colour, self.glyph = "", colour, glyph
        self.setFixedWidth(BADGE)
        self.update()

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        worn = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self.number:
            lane = worn.lane(self.colour)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(lane.badge)
            painter.drawRoundedRect(rect, BADGE / 2, BADGE / 2)
            painter.setPen(lane.badge_text)
            painter.setFont(theme.font("badge"))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), self.number)
        else:
            ink = worn.lane(self.colour).text if self.colour else worn.muted
            paint_glyph(painter, self.glyph, rect.adjusted(2, 2, -2, -2), ink)
        painter.end()


class Heading(QWidget):
    """Stays above the scrolling part."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector.heading")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.badge = Badge(self)
        self.title = PlainLabel("", self, wrap=True)
        self.title.setObjectName("inspector.title")
        self.title.setProperty("role", "strong")
        self._colour = ""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.title, 1)

    def show_records(self, view: Snapshot, records: Sequence[Record]) -> None:
        """Say what these records are."""
        text = heading(view, records)
        if self.title.text() != text:
            self.title.setText(text)
        first = records[0]
        alike = all(type(record) is type(first) for record in records)
        self._colour = _colour_of(view, records)
        if isinstance(first, Step) and len(records) == 1:
            self.badge.show_number(str(view.number(first.id)), self._colour)
        elif isinstance(first, Terminal) and first.kind is TerminalKind.VALUE:
            self.badge.show_glyph("value", self._colour)
        else:
            self.badge.show_glyph(GLYPHS.get(type(first), "group") if alike else "group", self._colour)
        self._dress()

    def _dress(self) -> None:
        worn = theme.current()
        ink = worn.lane(self._colour).text if self._colour else worn.text
        sheet = f"color: {css(ink)};"  # a palette would not outlive the next dressing of the window
        if self.title.styleSheet() != sheet:
            self.title.setStyleSheet(sheet)

    @guarded
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()


def _colour_of(view: Snapshot, records: Sequence[Record]) -> str:
    """The colour of the activity that all these steps belong to."""
    lanes = {record.lane if isinstance(record, Step) else "" for record in records}
    lane = view.find(lanes.pop()) if len(lanes) == 1 else None
    return lane.color if isinstance(lane, Lane) else ""
