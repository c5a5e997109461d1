"""The hits on screen: check box, place in words, the text around the hit and what would stand there."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPen, QTextCharFormat
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from vsdesigner.ui import theme
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import paint_glyph
from vsdesigner.ui.rows import paint_row_ground
from vsdesigner.ui.search import painting
from vsdesigner.ui.search.find_model import LINE, FindModel, Line
from vsdesigner.ui.theme import Theme

ROW_HEIGHT = 28
BOX = 16.0  # px of a check box
_SIDE, _GAP = 8.0, 10.0
_PLACE_SHARE, _PLACE_MOST = 0.38, 300.0
_BEFORE = 28  # letters in front of a hit that are shown
_AFTER = 300
_THIN = "\u2009"  # between what goes and what comes, so that they are not read as one word
_TAIL_SHARE = 0.6  # of a place that its end, the field, takes before the name in front of it is cut
_Index = QModelIndex | QPersistentModelIndex
_ONE_LINE = str.maketrans("\n\t", "  ")


class FindList(QListView):
    """The hits; walking shows each of them in the drawing, Enter goes into its field."""

    walked = Signal(int)  # to a row, by key or pointer
    entered_field = Signal(int)  # Enter or a double click on a row

    def __init__(self, model: FindModel) -> None:
        super().__init__()
        self.hits = model
        self.setModel(model)
        self.setItemDelegate(FindDelegate(self))
        self.setObjectName("find.list")
        self.setAccessibleName(tr("What was found"))
        self.setProperty("role", "quiet")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(lambda index: self.walked.emit(index.row()))
        self.doubleClicked.connect(lambda index: self.entered_field.emit(index.row()))

    def row(self) -> int:
        """Return the current row, -1 when there is none."""
        return self.currentIndex().row()

    def go_to(self, row: int) -> None:
        """Make a row the current one and bring it into view."""
        index = self.hits.index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.row() >= 0:
                self.entered_field.emit(self.row())
            return
        if event.text().isprintable() and event.text().strip():
            event.ignore()  # Qt would jump to a row that starts so; nobody reads the rows like that
            return
        before = self.row()
        super().keyPressEvent(event)
        if self.row() not in (before, -1):
            self.walked.emit(self.row())


class FindDelegate(QStyledItemDelegate):
    """Paints a hit. What is taken out is struck through, what comes in stands behind it."""

    @guarded(default=lambda: QSize(0, ROW_HEIGHT))
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, ROW_HEIGHT)

    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line = index.data(LINE)
        if not isinstance(line, Line):
            return
        worn = theme.current()
        box = QRectF(option.rect).adjusted(1, 1, -1, -1)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row_ground(painter, box, state, worn)
        inner = box.adjusted(_SIDE, 0, -_SIDE, 0)
        if line.new is not None:
            _paint_box(painter, _box(inner), worn, checked=line.checked, possible=not line.reason)
            inner.setLeft(inner.left() + BOX + _GAP)
        place_width = min(_PLACE_MOST, inner.width() * _PLACE_SHARE)
        place = QRectF(inner.left(), inner.top(), place_width, inner.height())
        _paint_place(painter, line.place, place, worn)
        inner.setLeft(place.right() + _GAP)
        if line.reason:
            ink = worn.warning
            inner.setRight(painting.at_right(painter, line.reason, inner, ink) - _GAP)
        text, formats = snippet(line, worn)
        painting.formatted_line(painter, text, formats, inner, inner.width(), worn.text)
        painter.restore()

    @guarded(default=False)
    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        # Qt looks for the box where its own style would paint it.
        if not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            hit = event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select)
        else:
            hit = (
                event.type() == QEvent.Type.MouseButtonRelease
                and isinstance(event, QMouseEvent)
                and event.button() == Qt.MouseButton.LeftButton
                and event.position().x() < option.rect.left() + _SIDE + BOX + _GAP
            )
        if not hit:
            return False
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)


def snippet(line: Line, worn: Theme) -> tuple[str, list[tuple[int, int, QTextCharFormat]]]:
    """Return the text around a hit on one line, and how the hit and its replacement look in it."""
    hit = line.hit
    start = max(0, hit.start - _BEFORE)
    if start > 0:
        space = hit.text.find(" ", start, hit.start)
        start = space + 1 if space >= 0 else start
    before = ("… " if start else "") + hit.text[start : hit.start]
    new = line.new if line.new is not None and line.checked and not line.reason else ""
    gap = _THIN if new else ""
    text = before + hit.words + gap + new + hit.text[hit.end : hit.end + _AFTER]
    found = QTextCharFormat()
    found.setFontWeight(QFont.Weight.Bold)
    replaced = line.new is not None and line.checked and not line.reason
    if replaced:
        found.setFontStrikeOut(True)
        found.setForeground(worn.danger)
    else:
        found.setForeground(worn.accent_ink)
    formats = [(len(before), len(hit.words), found)]
    if new:
        coming = QTextCharFormat()
        coming.setFontWeight(QFont.Weight.Bold)
        coming.setForeground(worn.ok)
        formats.append((len(before) + len(hit.words) + 1, len(new), coming))
    return text.translate(_ONE_LINE), formats


def _paint_place(painter: QPainter, words: str, box: QRectF, worn: Theme) -> None:
    """Paint a place; where it is long the name in front gives way, not the field behind it."""
    font = theme.font("small")
    head, dot, tail = words.partition(" · ")
    tail_width = min(painting.width_of(dot + tail, font), box.width() * _TAIL_SHARE)
    head_width = min(painting.width_of(head, font) + 1, box.width() - tail_width)
    painting.line(painter, head, QRectF(box.left(), box.top(), head_width, box.height()), font, worn.muted)
    rest = box.adjusted(head_width, 0, 0, 0)
    painting.line(painter, dot + tail, rest, font, worn.muted)


def _box(inner: QRectF) -> QRectF:
    return QRectF(inner.left(), inner.center().y() - BOX / 2, BOX, BOX)


def _paint_box(painter: QPainter, box: QRectF, worn: Theme, *, checked: bool, possible: bool) -> None:
    on = checked and possible
    frame = worn.accent if on else worn.control if possible else worn.line
    painter.setPen(QPen(frame, 1))
    painter.setBrush(worn.accent if on else worn.field)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), painting.CAP_RADIUS, painting.CAP_RADIUS)
    if on:
        paint_glyph(painter, "check", box.adjusted(2, 2, -2, -2), worn.accent_text)
