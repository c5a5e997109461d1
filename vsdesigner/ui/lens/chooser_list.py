"""The list of what can be followed: kinds as headings, below them names with their counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem

from vsdesigner.analysis.lens import Lens, LensKind, Offer
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import paint_glyph
from vsdesigner.ui.lens.look import Look
from vsdesigner.ui.lens.words import ICONS, count_text, heading, title
from vsdesigner.ui.search.folding import folded

ROW = Qt.ItemDataRole.UserRole
ROW_HEIGHT, HEADING_HEIGHT = 30, 28
SIDE, ICON, GAP = 10.0, 16.0, 10.0
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Row(NamedTuple):
    """A heading, which has no lens, or something to follow."""

    text: str
    lens: Lens | None = None
    steps: int = 0


def rows_of(view: Snapshot, offers: Iterable[Offer], typed: str) -> list[Row]:
    """Return the rows that have all typed words in their name or kind, under their headings."""
    words = folded(typed).split()
    found: list[Row] = []
    kind: LensKind | None = None
    for offer in offers:
        name, group = title(view, offer.lens), heading(offer.lens.kind)
        text = folded(f"{group} {name}")
        if not all(word in text for word in words):
            continue
        if offer.lens.kind is not kind:
            kind = offer.lens.kind
            found.append(Row(group))
        found.append(Row(name, offer.lens, offer.count))
    return found


class LensModel(QAbstractListModel):
    """The rows that fit."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def show(self, rows: list[Row]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    @guarded(default=0)
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @guarded(default=None)
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.text}, {count_text(row.steps)}" if row.lens else row.text
        return row if role == ROW else None

    @guarded(default=Qt.ItemFlag.NoItemFlags)
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if self.rows[index.row()].lens is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class LensDelegate(QStyledItemDelegate):
    """Paints a row in one line."""

    def __init__(self, parent: QObject, look: Look) -> None:
        super().__init__(parent)
        self.look = look

    @guarded(default=QSize)
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row = index.data(ROW)
        high = ROW_HEIGHT if row.lens is not None else HEADING_HEIGHT
        return QSize(100, self.look.px(high))

    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row, look, view = index.data(ROW), self.look, option.widget
        worn, area = look.theme, QRectF(option.rect)
        painter.save()
        side = SIDE * look.size
        if row.lens is None:
            painter.setFont(look.font("section"))
            painter.setPen(worn.muted)
            inner = area.adjusted(side, 0, -side, -4 * look.size)
            painter.drawText(
                inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, row.text.upper()
            )
        else:
            if isinstance(view, QAbstractItemView) and view.currentIndex() == index:
                painter.fillRect(area, worn.selection)
            self._paint_offer(painter, row, area.adjusted(side, 0, -side, 0))
        painter.restore()

    def _paint_offer(self, painter: QPainter, row: Row, area: QRectF) -> None:
        look, worn = self.look, self.look.theme
        side = ICON * look.size
        spot = QRectF(area.left(), area.center().y() - side / 2, side, side)
        paint_glyph(painter, ICONS[row.lens.kind] if row.lens else "", spot, worn.muted)
        count, middle = count_text(row.steps), Qt.AlignmentFlag.AlignVCenter
        font = look.font("panel")
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(worn.muted)
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignRight, count)
        gap = GAP * look.size
        name = QRectF(spot.right() + gap, area.top(), 0, area.height())
        name.setRight(area.right() - metrics.horizontalAdvance(count) - gap)
        painter.setPen(worn.text)
        words = metrics.elidedText(row.text, Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, middle | Qt.AlignmentFlag.AlignLeft, words)


class LensList(QListView):
    """The rows; the keyboard stays in the field above."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._model = LensModel(self)
        self.setModel(self._model)
        self.delegate = LensDelegate(self, look)
        self.setItemDelegate(self.delegate)
        self.setObjectName("lens_chooser.list")
        self.setAccessibleName(tr("What can be followed"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    @property
    def rows(self) -> list[Row]:
        """What is listed."""
        return self._model.rows

    @property
    def wanted_height(self) -> int:
        """Px for all rows."""
        return sum(self.sizeHintForRow(row) for row in range(len(self.rows)))

    def show_rows(self, rows: list[Row], lens: Lens | None = None) -> None:
        """List these; Enter would choose the one of `lens`, else the first."""
        self._model.show(rows)
        places = [place for place, row in enumerate(rows) if row.lens is not None]
        wanted = [place for place in places if rows[place].lens == lens]
        self.scrollToTop()
        if places:
            self.setCurrentIndex(self._model.index((wanted or places)[0], 0))

    def walk(self, by: int) -> None:
        """Go on to another row that can be chosen, round the ends."""
        places = [place for place, row in enumerate(self.rows) if row.lens is not None]
        here = self.currentIndex().row()
        if not places:
            return
        at = places.index(here) if here in places else -1
        place = places[(at + by) % len(places)]
        self.setCurrentIndex(self._model.index(place, 0))
        if place == places[0]:
            self.scrollToTop()

    def current(self) -> Lens | None:
        """Return what Enter would choose."""
        return self.lens_at(self.currentIndex())

    def lens_at(self, index: _Index) -> Lens | None:
        """Return what stands at an index; None for a heading."""
        return self.rows[index.row()].lens if 0 <= index.row() < len(self.rows) else None
