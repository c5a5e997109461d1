"""The welcome page: what one can start from at the left, the files opened last at the right."""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.storage.starting_points import StartingPoint, open_starting_point
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import icon
from vsdesigner.ui.plain import PlainLabel
from vsdesigner.ui.theme import Theme, font
from vsdesigner.ui.welcome.card import Card
from vsdesigner.ui.welcome.grid import Grid
from vsdesigner.ui.welcome.page_view import NEW, PageView
from vsdesigner.ui.welcome.pictures import Pictures
from vsdesigner.ui.welcome.recent import ROW_HEIGHT, FileFacts, RecentRow
from vsdesigner.ui.welcome.tile import Tile

LEAST_CARD, MOST_COLUMNS = 190, 4
WIDEST = 1_640  # px of the whole page
RECENT_SHARE, RECENT_LEAST, RECENT_MOST = 0.24, 280, 380
MARGIN = 28
SCROLL_ROOM = 16  # px that are kept free for a scroll bar


class WelcomePage(PageView):
    """Stands in the window's centre like a view; what is done with what is chosen is its listener's part."""

    chosen = Signal(object)  # a StartingPoint
    wanted = Signal(object)  # the path of a file
    removed = Signal(object)  # the path of a file that is to leave the list
    refused = Signal()  # Esc
    at_start_changed = Signal(bool)

    def __init__(
        self, templates: Sequence[StartingPoint], examples: Sequence[StartingPoint], *, at_start: bool
    ) -> None:
        super().__init__()
        self.setObjectName("welcome_page")
        self.setAccessibleName(tr("Welcome page"))
        self._empty = templates[0]  # the empty stream is always there
        self._is_seen = False
        self._typed, self._typed_at = "", 0.0
        self.pictures = Pictures(self)
        self.pictures.failed.connect(self._leave_out)
        self.templates = Grid(LEAST_CARD, MOST_COLUMNS, Card.height_for)
        self.examples = Grid(LEAST_CARD, MOST_COLUMNS, Card.height_for)
        self.recent = Grid(1, 1, lambda _width: ROW_HEIGHT, gap=2)
        self.nothing_recent = PlainLabel(tr("What you open or save is listed here."), wrap=True)
        self.nothing_recent.setProperty("role", "muted")
        self.told = PlainLabel("", wrap=True)
        self.told.setObjectName("welcome_told")
        self.told.setProperty("role", "muted")
        self.back = QPushButton(icon("left", "accent_ink"), tr("Back to the Document (Esc)"))
        self.back.setObjectName("welcome_back")
        self.back.setProperty("role", "link")
        self.back.setStatusTip(tr("Leave this page; the document stands behind it as it was."))
        self.back.clicked.connect(self.refused)
        self.back.hide()
        self.at_start = QCheckBox(tr("Show this page at the start"))
        self.at_start.setObjectName("welcome_at_start")
        self.at_start.setChecked(at_start)
        self.at_start.toggled.connect(self.at_start_changed)
        self._lay_out()
        self._fill(self.templates, templates)
        self._fill(self.examples, examples)
        self._tell(None)

    # -- laying out -------------------------------------------------------------------------------------
    def _lay_out(self) -> None:
        self._sheet = QWidget(self)
        row = QHBoxLayout(self._sheet)
        row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        row.setSpacing(MARGIN)
        left = QVBoxLayout()
        left.setSpacing(0)
        row.addLayout(
            left, 1
        )  # before there is anything in it: moving what was made costs more than all else
        left.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._scroll, self._body = _scrolling("welcome_scroll")
        for title, grid in ((tr("Start"), self.templates), (tr("Examples"), self.examples)):
            grid.setAccessibleName(title)
            self._body.addWidget(_heading(title))
            self._body.addWidget(grid)
        self._body.addStretch(1)
        left.addWidget(self._scroll, 1)
        left.addWidget(self.told)
        self.told.setContentsMargins(0, 10, 0, 14)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        # Room for two lines always: nothing moves when another card is looked at.
        self.told.setMinimumHeight(2 * QFontMetrics(font("panel")).lineSpacing() + 24)
        self._side = QWidget()
        row.addWidget(self._side)
        self._lay_out_side()
        self.templates.passed.connect(self._on_passed_templates)
        self.examples.passed.connect(self._on_passed_examples)
        for grid in (self.templates, self.examples):
            grid.arranged.connect(self.pictures.begin_soon)

    def _lay_out_side(self) -> None:
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 14)
        column.setSpacing(4)
        column.addWidget(_heading(tr("Recent"), 8))
        scroll, rows = _scrolling("welcome_recent")
        self.nothing_recent.setContentsMargins(8, 0, 0, 0)
        rows.addWidget(self.nothing_recent)
        self.recent.setAccessibleName(tr("Recent"))
        rows.addWidget(self.recent)
        rows.addStretch(1)
        self._recent_scroll = scroll
        column.addWidget(scroll, 1)
        self.open_other = QPushButton()
        self.open_other.setObjectName("welcome_open")
        self.open_other.setProperty("role", "link")
        column.addWidget(self.open_other, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.at_start)

    def offer_way_back(self) -> None:
        """Show the button that leads back, for there is a document behind the page."""
        self.back.show()
        self._place()

    def set_open_action(self, action: QAction) -> None:
        """Let the button below the files do what the action does."""
        self.open_other.setText(tr("Open Another File…"))
        self.open_other.setToolTip(action.toolTip())
        self.open_other.setStatusTip(action.statusTip())
        self.open_other.clicked.connect(action.trigger)

    def _fill(self, grid: Grid, points: Sequence[StartingPoint]) -> None:
        cards = [Card(point) for point in points]
        for card in cards:
            card.clicked.connect(partial(self.chosen.emit, card.point))
            card.looked_at.connect(self._on_looked_at)
            card.left.connect(self._on_left)
            self.pictures.add(card, partial(open_starting_point, card.point))
        grid.set_tiles(cards)

    def show_recent(self, rows: Sequence[RecentRow]) -> None:
        """Show these files."""
        for old in self.recent.tiles:
            self.pictures.drop(old)
        for row in rows:
            row.clicked.connect(partial(self.wanted.emit, row.path))
            row.removed.connect(self._on_removed)
            row.looked_at.connect(self._on_looked_at)
        self.recent.set_tiles(rows)
        self.nothing_recent.setVisible(not rows)
        # Rows come when all else is there: without this, Tab would find them last.
        order = [*self._tiles(), self.open_other, self.at_start, self.back]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def learn(self, found: Sequence[FileFacts]) -> None:
        """The disk has answered: show when the files were written, and draw those that could be read."""
        rows = {row.path: row for row in self.recent.tiles if isinstance(row, RecentRow)}
        for facts in found:
            if (row := rows.get(facts.path)) is None:
                continue
            row.learn(facts)
            if (view := facts.view) is not None:
                self.pictures.add(row, partial(_known, view))
        self.pictures.begin()

    # -- what is looked at ------------------------------------------------------------------------------
    def _on_looked_at(self, tile: Tile) -> None:
        self._tell(tile)
        if tile.hasFocus():
            scroll = self._recent_scroll if isinstance(tile, RecentRow) else self._scroll
            scroll.ensureWidgetVisible(tile, 0, 12)

    def _on_left(self, _tile: Tile) -> None:
        focus = QApplication.focusWidget()
        self._tell(focus if isinstance(focus, Tile) and self.isAncestorOf(focus) else None)

    def _tell(self, tile: Tile | None) -> None:
        """Say below the cards what to adapt in the one that is looked at."""
        point = tile.point if isinstance(tile, Card) else None
        if point is not None and point.notice:
            words = point.notice
        elif point is not None and point.path is not None:
            words = tr(
                "An example opens as a document of its own: look at it and try things, nothing can break."
            )
        else:
            words = tr("A template is a starting point: it becomes a document of yours, and you adapt it.")
        self.told.setText(words)

    def _leave_out(self, tile: Tile) -> None:
        for grid in (self.templates, self.examples):
            grid.drop(tile)
        self._place()

    def _on_removed(self, row: RecentRow) -> None:
        self.pictures.drop(row)
        self.recent.drop(row)
        self.nothing_recent.setVisible(not self.recent.tiles)
        self.removed.emit(row.path)

    def _on_passed_templates(self, by: int, column: int) -> None:
        if by > 0:
            self.examples.focus_row(at_end=False, column=column)

    def _on_passed_examples(self, by: int, column: int) -> None:
        if by < 0:
            self.templates.focus_row(at_end=True, column=column)

    def focus_start(self, at: int = 0) -> None:
        """Give the keyboard to a card of the templates."""
        tiles = self.templates.tiles
        if tiles:
            tiles[min(at, len(tiles) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _type(self, text: str) -> bool:
        """Go to the next tile whose name begins, or has a word that begins, with what is typed."""
        now = time.monotonic()
        fresh = (now - self._typed_at) * 1_000 > QApplication.keyboardInputInterval() * 2
        self._typed, self._typed_at = text if fresh else self._typed + text, now
        tiles = self._tiles()
        focus = QApplication.focusWidget()
        at = tiles.index(focus) if isinstance(focus, Tile) and focus in tiles else -1
        start = at + 1 if fresh else max(at, 0)
        for tile in (*tiles[start:], *tiles[:start]):
            if f" {_title(tile)}".casefold().find(f" {self._typed.casefold()}") >= 0:
                tile.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    # -- as a view --------------------------------------------------------------------------------------
    def set_theme(self, worn: Theme) -> None:
        """Wear another theme: the tiles at once, the pictures one after the other."""
        for tile in self._tiles():
            tile.update()
        self.pictures.begin()

    def run(self, id: str) -> None:
        """A new document is the empty stream; nothing else is possible of what the page takes."""
        if id == NEW:
            self.chosen.emit(self._empty)

    def _tiles(self) -> list[Tile]:
        return [*self.templates.tiles, *self.examples.tiles, *self.recent.tiles]

    # -- what Qt says -----------------------------------------------------------------------------------
    @guarded(default=QSize)
    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_CARD + RECENT_LEAST + 4 * MARGIN, 240)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        wide = min(self.width(), WIDEST)
        side = round(max(RECENT_LEAST, min(RECENT_MOST, wide * RECENT_SHARE)))
        self._side.setFixedWidth(side)
        self.recent.fit(side - SCROLL_ROOM)
        for grid in (self.templates, self.examples):
            grid.fit(max(1, wide - side - 3 * MARGIN - SCROLL_ROOM))
        # On a large screen the words below the cards stay near them.
        needed = self._body.sizeHint().height() + self.told.minimumHeight()
        if not self.back.isHidden():
            needed += self.back.sizeHint().height()
        self._sheet.setGeometry((self.width() - wide) // 2, 0, wide, min(self.height(), needed))

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_seen:
            self._is_seen = True
            QTimer.singleShot(0, self.pictures, self.pictures.begin)  # after this frame, not in it

    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.pictures.begin_soon()
        return super().event(event)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if event.key() == Qt.Key.Key_Escape:
            self.refused.emit()
        elif not (plain and event.text().isprintable() and event.text().strip() and self._type(event.text())):
            super().keyPressEvent(event)


def _known(view: Snapshot) -> Snapshot:
    return view


def _title(tile: Tile) -> str:
    return tile.path.name if isinstance(tile, RecentRow) else tile.accessibleName()


def _heading(text: str, left: int = 0) -> PlainLabel:
    label = PlainLabel(text)
    label.setProperty("role", "heading")
    label.setContentsMargins(left, 22, 0, 10)
    return label


def _scrolling(name: str) -> tuple[QScrollArea, QVBoxLayout]:
    """A scroll area without a ground of its own, and the column in it."""
    scroll = QScrollArea()
    scroll.setObjectName(name)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.viewport().setAutoFillBackground(False)
    body = QWidget()
    body.setAutoFillBackground(False)
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 12)
    column.setSpacing(0)
    scroll.setWidget(body)
    body.setAutoFillBackground(False)  # the scroll area has just switched it on
    return scroll, column
