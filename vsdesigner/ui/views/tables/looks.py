"""Measures of the cells, and the fonts that they are written in."""

from __future__ import annotations

from vsdesigner.commands.table.column import Kind
from vsdesigner.ui.views.grid.grid import scaled_font
from vsdesigner.ui.views.grid.wrapping import Wrapper
from vsdesigner.ui.views.tables.model import NAME

LEFT, RIGHT = 10, 18  # px beside the text of a cell at 100 %; the sign of a problem stands at the right
TOP = 7  # px above and below it
LEAST_ROW = 34
MOST_ROW = 420  # what is longer ends with an ellipsis; the editor shows all of it
MARK = 4  # px, the narrow mark in the colour of the activity
MARK_ROOM = 10

_WIDTHS = {
    Kind.LINE: 180,
    Kind.TEXT: 280,
    Kind.ITEMS: 240,
    Kind.ACTIVITY: 210,
    Kind.CHOICE: 150,
    Kind.FLAG: 110,
    Kind.PRACTICES: 230,
    Kind.TOOLS: 270,
    Kind.LETTERS: 110,
    Kind.TIME: 120,
    Kind.PERCENT: 120,
    Kind.FIXED: 110,
}
_OWN_WIDTHS = {NAME: 220, "tasks": 330}


def usual_width(id: str, kind: Kind) -> int:
    """Return how wide a column is at first, in px at 100 %."""
    return _OWN_WIDTHS.get(id) or _WIDTHS[Kind(kind)]


class Looks:
    """Everything that depends on the scale."""

    def __init__(self, scale: float) -> None:
        self.scale = scale
        self.plain = Wrapper(scaled_font("panel", scale))
        self.strong = Wrapper(scaled_font("panel_strong", scale))
        self.left, self.right, self.top = (round(each * scale) for each in (LEFT, RIGHT, TOP))
        self.least, self.most = round(LEAST_ROW * scale), round(MOST_ROW * scale)
        self.mark, self.mark_room = round(MARK * scale), round(MARK_ROOM * scale)

    def wrapper(self, id: str) -> Wrapper:
        """Return what the texts of a column are written in."""
        return self.strong if id == NAME else self.plain

    def text_width(self, width: int, kind: Kind) -> int:
        """Return the room for text in a column of this width."""
        lost = self.left + self.right + (self.mark_room if kind is Kind.ACTIVITY else 0)
        return max(16, width - lost)

    def height(self, lines: float) -> int:
        """Return how high a row is whose longest text is so many px high."""
        return min(self.most, max(self.least, round(lines) + 2 * self.top))
