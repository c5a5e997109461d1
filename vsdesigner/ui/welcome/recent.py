"""The files opened last, on the welcome page; the disk is asked about them off the user's way."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QToolButton

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.errors import UserError
from vsdesigner.storage import documents
from vsdesigner.ui import theme
from vsdesigner.ui.files.document_file import moment_text
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import icon, paint_glyph
from vsdesigner.ui.tasks import IsCancelled, Progress
from vsdesigner.ui.welcome.tile import Tile

log = logging.getLogger(__name__)

ROW_HEIGHT = 60
PICTURE = QRectF(8, 8, 76, 44)  # px in the row
SIGN = 20.0
BUTTON = 22
PICTURED_BYTES = 120_000  # a larger document (some 100 steps) would keep the page busy for 50 ms and more


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What the disk says of a file: when it was written (None when it is not there), and its document when
    that is quickly read."""

    path: Path
    written: float | None
    view: Snapshot | None = None


def facts_of(paths: Sequence[Path], progress: Progress, is_cancelled: IsCancelled) -> list[FileFacts]:
    """Ask the disk, which may take its time where a drive sleeps or is gone: to be called in a thread."""
    found = []
    for path in paths:
        if is_cancelled():
            break
        found.append(_facts(path))
    return found


def _facts(path: Path) -> FileFacts:
    try:
        state = path.stat()
        if not path.is_file():
            return FileFacts(path, None)
        view = documents.read(path).snapshot if state.st_size <= PICTURED_BYTES else None
    except (OSError, ValueError):
        return FileFacts(path, None)
    except UserError as error:
        log.info("no picture of a recent file: %s", error)  # opening it will say so
        view = None
    return FileFacts(path, state.st_mtime, view)


class RecentRow(Tile):
    """A file with its folder and when it was written, and a button that takes it from the list."""

    removed = Signal(object)  # itself

    def __init__(self, path: Path) -> None:
        super().__init__(tr("Open {name}").format(name=path.name), str(path), str(path))
        self.setObjectName("recent.row")
        self.path = path
        self.is_missing = False
        self._when = ""
        self.button = QToolButton(self)
        self.button.setObjectName("recent.remove")
        self.button.setIcon(icon("close", "muted"))
        self.button.setFixedSize(BUTTON, BUTTON)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard's way is Delete
        self.button.setToolTip(tr("Take it from the list (Delete)"))
        self.button.setAccessibleName(tr("Take {name} from the list").format(name=path.name))
        self.button.clicked.connect(lambda: self.removed.emit(self))
        self.button.hide()
        self.looked_at.connect(self._show_button)
        self.left.connect(self._show_button)

    def learn(self, facts: FileFacts) -> None:
        """Show what the disk said."""
        self.is_missing = facts.written is None
        if facts.written is None:
            self._when = tr("Not there any more")
            self.setAccessibleDescription(
                tr("{path}. It is not there any more; Delete takes it from the list.").format(path=self.path)
            )
        else:
            self._when = tr("Saved {time}").format(time=moment_text(facts.written))
            self.setAccessibleDescription(f"{self.path}. {self._when}")
        self._show_button()
        self.update()

    def picture_room(self) -> QRectF:
        return QRectF(PICTURE)

    def picture_size(self) -> QSize:
        ratio = self.devicePixelRatioF()
        return QSize(round(PICTURE.width() * ratio), round(PICTURE.height() * ratio))

    def _show_button(self, *_: object) -> None:
        self.button.setVisible(self.is_missing or self.underMouse() or self.hasFocus())

    # -- painting ---------------------------------------------------------------------------------------
    def paint(self, painter: QPainter, worn: theme.Theme) -> None:
        self.paint_frame(painter, ground=False)
        painter.fillRect(PICTURE, worn.canvas)
        if self.picture is not None and not self.is_missing:
            painter.drawPixmap(PICTURE, self.picture, QRectF(self.picture.rect()))
        else:
            sign = QRectF(0, 0, SIGN, SIGN)
            sign.moveCenter(PICTURE.center())
            paint_glyph(painter, "file", sign, worn.faint)
        painter.setPen(worn.line)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(PICTURE.adjusted(0.5, 0.5, -0.5, -0.5))
        self.is_whole = True
        left = PICTURE.right() + 12
        room = self.width() - left - (BUTTON + 12)
        ink = worn.muted if self.is_missing else worn.text
        middle, end = Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight
        self._line(painter, self.path.name, "panel_strong", ink, QRectF(left, 7, room, 17), middle)
        folder = str(self.path.parent)
        self._line(painter, folder, "small", worn.muted, QRectF(left, 24, room + BUTTON, 15), middle)
        self._line(painter, self._when, "small", worn.muted, QRectF(left, 39, room + BUTTON, 15), end)

    def _line(
        self, painter: QPainter, text: str, role: str, ink: QColor, box: QRectF, cut: Qt.TextElideMode
    ) -> None:
        font = theme.font(role)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(ink)
        flat = " ".join(text.split())
        shown = metrics.elidedText(flat, cut, box.width())
        self.is_whole = self.is_whole and shown == flat
        painter.drawText(QPointF(box.left(), box.center().y() + metrics.capHeight() / 2), shown)

    # -- hands ------------------------------------------------------------------------------------------
    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self)
        else:
            super().keyPressEvent(event)

    @guarded
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_button()

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.button.move(self.width() - BUTTON - 8, 6)
