"""The clock of a stream that is played: process, wait and lead time so far, and hand-overs between roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from vsdesigner.analysis.journey import StopKind
from vsdesigner.document.wording import number_text
from vsdesigner.model.parts import Calendar
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import paint_glyph
from vsdesigner.ui.painting import text
from vsdesigner.ui.presentation.playback.playback import Playback
from vsdesigner.ui.presentation.stage.camera import Outlook

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

# Px of the design.
FIGURE, LABEL = "present_heading", "present_text"
MARGIN, PADDING, GAP = 20.0, 22.0, 34.0
GLYPH = 30.0
RADIUS = 14.0
LEADING = 4.0
LEAST_FIGURE = 118.0  # a figure takes this much, so that it does not push the others about
MANY_DAYS = 100


class Figure(NamedTuple):
    """What is counted, how far, and in which ink."""

    label: str
    value: str
    ink: QColor


class Clock(QWidget):
    """Lies at the top of the stage as soon as anything is played; a press on it plays or pauses."""

    def __init__(self, window: PresentWindow, playback: Playback) -> None:
        super().__init__(window)
        self.setObjectName("playback_clock")
        self.setAccessibleName(tr("Time and hand-overs so far"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._window, self._state, self._playback = window, window.state, playback
        playback.changed.connect(self._renew)
        playback.ticked.connect(self._on_tick)
        for signal in (self._state.moved, self._state.looks_changed, self._state.unit_changed):
            signal.connect(self._renew)
        window.installEventFilter(self)
        self._shown: tuple[object, ...] = ()
        self._aimed: Outlook | None = None
        self._low = False
        self._told = ""
        window.stage.looked.connect(self._on_camera)
        self._renew()

    @property
    def figures(self) -> tuple[Figure, ...]:
        """What is shown, from left to right; nothing of what is hidden from the audience."""
        totals, theme, hidden = self._playback.totals, self._state.theme, self._state.hidden
        calendar = self._state.record.calendar
        times = (
            Figure(tr("Process"), clock_words(totals.process, calendar), theme.accent_ink),
            Figure(tr("Wait"), clock_words(totals.wait, calendar), theme.muted),
            Figure(tr("Lead time"), clock_words(totals.lead, calendar), theme.text),
        )
        hand_overs = (Figure(tr("Hand-overs"), str(totals.hand_overs), theme.text),)
        return (*(() if "times" in hidden else times), *(() if "raci" in hidden else hand_overs))

    @property
    def remark(self) -> str:
        """What there is to say: why it pauses, who hands over to whom, or why no time is added."""
        playback = self._playback
        if playback.notice:
            return playback.notice
        leg, hand_over, hidden = playback.leg, playback.hand_over, self._state.hidden
        if hand_over is not None and "raci" not in hidden:
            return f"{hand_over.giver} → {hand_over.taker}"
        if leg is None or "times" in hidden or leg.counted or not (leg.process or leg.wait):
            return ""
        after = any(value < playback.place for value in playback.timeline.values)
        return tr("After value: adds nothing") if after else tr("Side by side with what takes longer")

    @property
    def speed(self) -> str:
        """The speed as it is written: ``2×``."""
        return tr("{factor}×").format(factor=number_text(self._playback.speed))

    # -- inside -----------------------------------------------------------------------------------------
    def _renew(self, *_: object) -> None:
        kind, playback = self._state.stop.kind, self._playback
        shown = playback.used and kind is not StopKind.OPENING
        shown = shown and (kind is not StopKind.CLOSING or playback.finished)
        self.setVisible(shown)
        if shown:
            self._place()
            told = ", ".join(f"{figure.label}: {figure.value}" for figure in self.figures)
            self.setAccessibleDescription(told)
            self.update()
        if shown and playback.notice and playback.notice != self._told and QAccessible.isActive():
            spoken = f"{playback.notice} {self.accessibleDescription()}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._window, spoken))
        self._told = playback.notice

    def _on_tick(self) -> None:
        shown = (*self.figures, self.remark)
        if shown != self._shown and self.isVisible():
            self._shown = shown
            self._place()
            self.update()

    def _on_camera(self) -> None:
        if self.isVisible() and self._window.stage.camera.end != self._aimed:
            self._place()

    def _place(self) -> None:
        """At the right of the stage: on top, or below if that covers less of what matters now."""
        stage, margin, size = self._window.areas.stage, MARGIN * self._state.unit, self._size()
        wide, high = self._wide() * size, self._high() * size
        top = stage.y + self._window.stage.edges.free.y + margin
        left = stage.right - margin - wide
        places = [QRectF(left, y, wide, high) for y in (top, stage.bottom - margin - high)]
        covered = [self._covered(place) for place in places]
        if covered[not self._low] < covered[self._low]:
            self._low = not self._low
        self._aimed = self._window.stage.camera.end
        self.setGeometry(places[self._low].toRect())

    def _covered(self, area: QRectF) -> int:
        """How much it matters what is covered there: the present card most, then the next one."""
        playback, stage, covered = self._playback, self._window.stage, 0
        area = area.translated(-stage.x(), -stage.y())
        for leg, weight in ((playback.leg, 2), (playback.next_leg, 1)):
            card = self._state.layout.cards.get(leg.id) if leg else None
            if card and stage.camera.end.to_screen(card.rect).intersects(area):
                covered += weight
        return covered

    def _size(self) -> float:
        """Px for one px of the design."""
        room = self._window.areas.stage.width - 2 * MARGIN * self._state.unit
        return min(self._state.unit, room / self._wide())

    def _wide(self) -> float:
        columns = sum(_width(figure) + GAP for figure in self.figures)
        return 2 * PADDING + max(columns + self._state_width(), text.width(self.remark, LABEL))

    def _state_width(self) -> float:
        return max(GLYPH, text.width(self.speed, LABEL))

    def _high(self) -> float:
        lines = 3 if self.remark else 2
        return 2 * PADDING + text.height(FIGURE) + (lines - 1) * (text.height(LABEL) + LEADING)

    # -- what Qt says -----------------------------------------------------------------------------------
    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() == Qt.MouseButton.LeftButton:
            self._playback.toggle()

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, size = self._state.theme, self._size()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.line, 1))
        painter.setBrush(theme.card)
        painter.drawRoundedRect(area, RADIUS * size, RADIUS * size)
        painter.scale(size, size)
        below = PADDING + text.height(LABEL) + LEADING
        x = PADDING + self._paint_state(painter, below) + GAP
        for figure in self.figures:
            _draw(painter, figure.label, LABEL, theme.muted, x, PADDING)
            _draw(painter, figure.value, FIGURE, figure.ink, x, below)
            x += _width(figure) + GAP
        if self.remark:
            told = theme.accent_ink if self._playback.notice or self._playback.hand_over else theme.muted
            _draw(painter, self.remark, LABEL, told, PADDING, below + text.height(FIGURE) + LEADING)
        painter.end()

    def _paint_state(self, painter: QPainter, below: float) -> float:
        """The speed, and whether it plays; returns their width."""
        wide, theme = self._state_width(), self._state.theme
        speed = self.speed
        _draw(painter, speed, LABEL, theme.text, PADDING + (wide - text.width(speed, LABEL)) / 2, PADDING)
        middle = below + text.height(FIGURE) / 2
        area = QRectF(PADDING + (wide - GLYPH) / 2, middle - GLYPH / 2, GLYPH, GLYPH)
        # What is shown is what goes on, not what a press would do: it is read from afar.
        paint_glyph(painter, "present" if self._playback.playing else "pause", area, theme.text)
        return wide


def clock_words(hours: float, calendar: Calendar) -> str:
    """Return working hours as a clock shows them: ``45 min``, ``5 h 30 min``, ``2 d 3 h``, ``130 d``."""
    minutes = round(hours * 60)
    day = max(1, round(calendar.hours_per_day * 60))
    if minutes < 60:
        return tr("{minutes} min").format(minutes=minutes)
    if minutes < day:
        found, rest = divmod(minutes, 60)
        long, short = tr("{hours} h {minutes} min"), tr("{hours} h")
        return (long if rest else short).format(hours=found, minutes=rest)
    days, rest = divmod(minutes, day)
    over = round(rest / 60)
    if over * 60 >= day:
        days, over = days + 1, 0
    if days >= MANY_DAYS or not over:
        return tr("{days} d").format(days=number_text(float(days)))
    return tr("{days} d {hours} h").format(days=days, hours=over)


def _width(figure: Figure) -> float:
    return max(LEAST_FIGURE, text.width(figure.label, LABEL), text.width(figure.value, FIGURE))


def _draw(painter: QPainter, words: str, role: str, ink: QColor, x: float, y: float) -> None:
    painter.setPen(ink)
    text.draw(painter, words, role, x, y)
