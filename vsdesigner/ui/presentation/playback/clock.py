"""The clock of a stream that is played: process, wait and lead time so far, and hand-overs between roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
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

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

# Px of the design.
FIGURE, LABEL = "present_heading", "present_text"
MARGIN, ABOVE, GAP = 20.0, 9.0, 28.0
BUTTON, GLYPH = 56.0, 26.0
RING = 2.0
LEADING = 1.0
LEAST_FIGURE = 108.0  # a figure takes this much, so that it does not push the others about
REMARK = 250.0  # what is left for the remark at least
REMARK_LINES, REMARK_SIZE = 3, 0.8  # and how large its letters are
MANY_DAYS = 100


class Figure(NamedTuple):
    """What is counted, how far, and in which ink."""

    label: str
    value: str
    ink: QColor


class Clock(QWidget):
    """A strip above the stage as soon as anything is played: it covers nothing and stays where it is.

    A press on it plays or pauses; its button shows which of them.
    """

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
        self._shown: tuple[object, ...] = ()
        self._told = ""
        self.hide()
        self._renew()
        window.put_above_stage(self)

    def fit(self, width: int) -> int:
        """Return how high the clock is when it is so wide, in px of the window."""
        return round(self._high() * self._size(width))

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
        if hand_over is not None and self._counts() and "raci" not in hidden:
            return f"{hand_over.giver} → {hand_over.taker}"
        if leg is None or "times" in hidden or leg.counted or not (leg.process or leg.wait):
            return ""
        after = any(value < playback.place for value in playback.timeline.values)
        return tr("After value: adds nothing") if after else tr("Side by side with what takes longer")

    @property
    def speed(self) -> str:
        """The speed as it is written: ``2×``."""
        return tr("{factor}×").format(factor=number_text(self._playback.speed))

    @property
    def state_words(self) -> str:
        """What goes on, in a word."""
        playback = self._playback
        return tr("Playing") if playback.playing else tr("Finished") if playback.finished else tr("Paused")

    @property
    def glyph(self) -> str:
        """The icon of what a press does."""
        return "pause" if self._playback.playing else "present"

    # -- inside -----------------------------------------------------------------------------------------
    def _counts(self) -> bool:
        """Whether the hands that change with the present stop are counted: not after value."""
        timeline, place = self._playback.timeline, self._playback.place
        return timeline.totals(place).hand_overs > timeline.totals(place - 1).hand_overs

    def _renew(self, *_: object) -> None:
        kind, playback = self._state.stop.kind, self._playback
        shown = playback.used and kind is not StopKind.OPENING
        shown = shown and (kind is not StopKind.CLOSING or playback.finished)
        if shown == self.isHidden():
            self.setVisible(shown)
            self._window.place()
        if shown:
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
            self.update()

    def _size(self, width: float) -> float:
        """Px for one px of the design."""
        return min(self._state.unit, width / (self._columns() + REMARK))

    def _columns(self) -> float:
        """How wide everything but the remark is."""
        return 2 * MARGIN + self._state_width() + sum(_width(figure) + GAP for figure in self.figures) + GAP

    def _state_width(self) -> float:
        states = (tr("Playing"), tr("Finished"), tr("Paused"))
        return BUTTON + GAP / 2 + max(text.width(word, LABEL) for word in states)

    def _high(self) -> float:
        return 2 * ABOVE + text.height(FIGURE) + text.height(LABEL) + LEADING

    # -- what Qt says -----------------------------------------------------------------------------------
    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() == Qt.MouseButton.LeftButton:
            self._playback.toggle()

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, size = self._state.theme, self._size(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.panel)
        painter.scale(size, size)
        below = ABOVE + text.height(LABEL) + LEADING
        x = MARGIN + self._paint_state(painter, below) + GAP
        for figure in self.figures:
            _draw(painter, figure.label, LABEL, theme.muted, x, ABOVE)
            _draw(painter, figure.value, FIGURE, figure.ink, x, below)
            x += _width(figure) + GAP
        told = theme.accent_ink if self._playback.notice or self._counts() else theme.muted
        room = (self.width() / size - x - MARGIN) / REMARK_SIZE
        lines = broken(self.remark, LABEL, room, REMARK_LINES)
        painter.translate(x, (self._high() - len(lines) * text.height(LABEL) * REMARK_SIZE) / 2)
        painter.scale(REMARK_SIZE, REMARK_SIZE)
        for number, line in enumerate(lines):
            _draw(painter, line, LABEL, told, 0.0, number * text.height(LABEL))
        painter.end()

    def _paint_state(self, painter: QPainter, below: float) -> float:
        """The button, whether it plays, and how fast; returns their width."""
        theme, middle = self._state.theme, QPointF(MARGIN + BUTTON / 2, self._high() / 2)
        painter.setPen(QPen(theme.accent, RING))
        painter.setBrush(theme.card)
        painter.drawEllipse(middle, BUTTON / 2 - RING, BUTTON / 2 - RING)
        inset = GLYPH / 2
        area = QRectF(middle.x() - inset, middle.y() - inset, GLYPH, GLYPH)
        paint_glyph(painter, self.glyph, area, theme.accent_ink)
        x = MARGIN + BUTTON + GAP / 2
        _draw(painter, self.state_words, LABEL, theme.text, x, ABOVE)
        _draw(painter, self.speed, LABEL, theme.muted, x, below)
        return self._state_width()


def broken(words: str, role: str, room: float, most: int) -> list[str]:
    """Return a text in lines as wide as `room` (px of the role) at most; the last one of `most` is cut."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and (text.width(longer, role) <= room or len(lines) == most):
            lines[-1] = longer
        else:
            lines.append(word)
    return [text.elided(line, role, max(1.0, room)) for line in lines]


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
