"""The head of a presentation: whose stream it is, and where in it one is."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from vsdesigner.document.wording import lead_time_text, one_line, stream_title
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.painting import text
from vsdesigner.ui.presentation.show import Show
from vsdesigner.ui.presentation.where import phase_words, place_words, spoken_place

DESIGN_HEIGHT = 119.0  # px on a screen of 1080 lines
LARGEST = 1.35  # of that, on screens that are less wide
MARGIN, GAP, LEADING = 56.0, 40.0, 6.0
TITLE, PLACE, SMALL = "present_heading", "present_text", "present_small"
PLACE_SHARE = 0.42  # of the width that place and phase may take
LEAST_TITLE = 120.0
BETWEEN = "  ·  "


class Header(QWidget):
    """Title, owner and lead times at the left; place and phase at the right. Long ones are cut."""

    def __init__(self, state: Show, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("present_header")
        self.setAccessibleName(tr("Title and place"))
        self._state = state
        for signal in (state.moved, state.changed, state.looks_changed, state.unit_changed):
            signal.connect(self._renew)
        self._renew()

    @property
    def subtitle(self) -> str:
        """Owner and lead times in one line."""
        stream = self._state.record
        leads = () if "times" in self._state.hidden else stream.lead_times
        told = (one_line(stream.owner), *(one_line(lead_time_text(lead)) for lead in leads))
        return BETWEEN.join(words for words in told if words)

    def lines(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """Return what is shown of (title, place), and below of (owner and lead times, phase)."""
        size = self.letters()
        room = max(1.0, self.width() / size - 2 * MARGIN)
        state = self._state
        phase = phase_words(state)
        return (
            _shared(one_line(stream_title(state.record)), TITLE, place_words(state), PLACE, room),
            _shared(self.subtitle, SMALL, phase, SMALL, room),
        )

    def _renew(self, *_: object) -> None:
        self.setAccessibleDescription(
            f"{one_line(stream_title(self._state.record))}. {spoken_place(self._state)}"
        )
        self.update()

    def letters(self) -> float:
        """Px for one px of the design: letters grow where there is more height than that asks for."""
        unit = self._state.unit
        return unit * min(LARGEST, max(1.0, self.height() / unit / DESIGN_HEIGHT))

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, size = self._state.theme, self.letters()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.panel)
        painter.scale(size, size)
        (title, place), (subtitle, phase) = self.lines()
        right = self.width() / size - MARGIN
        high = text.height(TITLE)
        below = text.height(SMALL) + LEADING if subtitle or phase else 0.0
        y = (self.height() / size - high - below) / 2
        _draw(painter, title, TITLE, theme.text, MARGIN, y)
        base = y + (high - text.height(PLACE)) / 2
        _draw(painter, place, PLACE, theme.muted, right - text.width(place, PLACE), base)
        y += high + LEADING
        _draw(painter, subtitle, SMALL, theme.muted, MARGIN, y)
        _draw(painter, phase, SMALL, theme.accent_ink, right - text.width(phase, SMALL), y)
        painter.end()


def _shared(left: str, left_role: str, right: str, right_role: str, room: float) -> tuple[str, str]:
    """Two texts that share a line: the right one gets what it needs, up to its share."""
    if not right:
        return text.elided(left, left_role, room), ""
    most = max(PLACE_SHARE * room, room - GAP - max(LEAST_TITLE, text.width(left, left_role)))
    right = text.elided(right, right_role, most)
    return text.elided(left, left_role, room - GAP - text.width(right, right_role)), right


def _draw(painter: QPainter, words: str, role: str, colour: QColor, x: float, y: float) -> None:
    painter.setPen(colour)
    text.draw(painter, words, role, x, y)
