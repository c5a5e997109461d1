"""Sheets of a presentation without its window: placed as on a screen of any size, and measured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import ceil

from PySide6.QtCore import QRect, QRectF
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.layout.geometry import Rect
from vsdesigner.ui.presentation.card.content import texts
from vsdesigner.ui.presentation.card.layout import Laid
from vsdesigner.ui.presentation.card.opening import OpeningPane
from vsdesigner.ui.presentation.card.pane import CardPane
from vsdesigner.ui.presentation.card.pieces import Page, Placed
from vsdesigner.ui.presentation.card.sheet import FOOT, LaidColumn
from vsdesigner.ui.presentation.placing import areas_of
from vsdesigner.ui.presentation.show import Show
from vsdesigner.ui.session import Session

SIZES = [(1024, 768), (1280, 800), (1920, 1080), (2560, 1600), (3840, 2160), (1080, 1920)]
LEAST = 24.0  # px at 1920 × 1080
CLOSE = 0.5  # px
SEPARATORS = "·"


class Desk:
    """Card and opening of a presentation on a screen; `show` is its state."""

    def __init__(self, qtbot: QtBot, view: Snapshot, stream: str = "", size: tuple[int, int] = (1920, 1080)):
        self.session = Session(view)
        if stream:
            self.session.show_stream(stream)
        self.show = Show(self.session)
        self.top = QWidget()
        qtbot.addWidget(self.top)
        self.show.setParent(self.top)
        self.session.setParent(self.top)
        self.stage = QWidget(self.top)
        self.card = CardPane(self.show, self.top)
        self.opening = OpeningPane(self.show, self.stage)
        self.top.show()
        self.resize(*size)
        self.show.moved.connect(self.place)
        self.show.looks_changed.connect(self.place)

    def resize(self, width: int, height: int) -> None:
        self.top.resize(width, height)
        self.place()

    def place(self) -> None:
        """As the window does it."""
        placed = areas_of(self.show, self.top.width(), self.top.height())
        self.show.set_unit(placed.unit)
        self.stage.setGeometry(_whole(placed.stage))
        self.card.setGeometry(_whole(placed.card))
        self.card.setVisible(self.show.carded)

    @property
    def laid(self) -> tuple[LaidColumn, ...]:
        return self.card.laid if self.show.carded else self.opening.laid

    def words(self) -> str:
        """All words of the present stop, page after page."""
        return "\n".join(
            line.line.text for each in self.laid for page in each.laid.pages for line in page.words
        )


def _whole(area: Rect) -> QRect:
    left, top = round(area.x), round(area.y)
    return QRect(left, top, round(area.right) - left, round(area.bottom) - top)


def letters(words: Iterable[str]) -> Counter[str]:
    """How often each letter occurs; white space and what stands between items is left out."""
    return Counter(
        letter for text in words for letter in text if not letter.isspace() and letter not in SEPARATORS
    )


def check(column: LaidColumn, unit: float) -> None:
    """Fail where a word is cut, lies over another one, is too small, is missing or comes twice."""
    area = column.column.area
    check_laid(column.laid, (area.width(), area.height()), unit)
    said = letters(texts(column.column.content.blocks))
    shown = letters(line.line.text for page in column.laid.pages for line in page.words)
    assert shown == said, (shown - said, said - shown)


def check_laid(laid: Laid, size: tuple[float, float], unit: float) -> None:
    width, height = size
    assert laid.pages
    if len(laid.pages) > 1:
        height -= FOOT * unit
        assert all(page.words for page in laid.pages), "no page is empty"
    for page in laid.pages:
        check_page(page, QRectF(0, 0, width, height), unit)


def check_page(page: Page, room: QRectF, unit: float) -> None:
    allowed = room.adjusted(-CLOSE, -CLOSE, CLOSE, CLOSE)
    everything = [*page.words, *(piece for piece in page.repeated if isinstance(piece, Placed))]
    for line in everything:
        assert allowed.contains(line.area), (line.line.text, line.area, room)
        assert line.line.px >= ceil(LEAST * unit), line.line.text
    for area, _ in page.choices:
        assert allowed.contains(area), area
    rows = sorted((line.area.adjusted(1, 1, -1, -1) for line in everything), key=QRectF.top)
    for place, area in enumerate(rows):
        for other in rows[place + 1 :]:
            if other.top() >= area.bottom():
                break
            assert not area.intersects(other), (area, other)
