"""The foldable frame around a section: its heading, and the making of it when it is first seen."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from vsdesigner.document.change import Change
from vsdesigner.ui import theme
from vsdesigner.ui.editors import keys
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import paint_glyph
from vsdesigner.ui.panels.sections.section import Section
from vsdesigner.ui.session import Session

log = logging.getLogger(__name__)

HEADER_HEIGHT = 36
CARET = 12
LEFT = 4  # what a heading stands out to the left of the fields below it
TITLE_LEFT = LEFT + 23  # where the texts of rows start


class SectionHeader(QAbstractButton):
    """Caret, title and number; click, Enter and Space fold, Left closes, Right opens."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(title)
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._count: int | None = None
        self.toggled.connect(lambda _on: self._speak())
        self._speak()

    def show_count(self, count: int | None) -> None:
        if count != self._count:
            self._count = count
            self._speak()
            self.update()

    def _speak(self) -> None:
        name = self.text()
        if self._count is not None:
            name = tr("{title}, {count}").format(title=name, count=self._count)
        self.setAccessibleName(name)
        self.setAccessibleDescription(tr("open") if self.isChecked() else tr("closed"))

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        return QSize(120, HEADER_HEIGHT)

    @guarded(default=QSize)
    def minimumSizeHint(self) -> QSize:
        return QSize(40, HEADER_HEIGHT)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in keys.ENTER:
            self.click()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.setChecked(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and keys.is_plain(event)
            and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space, *keys.ENTER)
        ):
            event.accept()
            return True
        return super().event(event)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        worn = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        caret = "expand" if self.isChecked() else "closed"
        ink = worn.text if self.underMouse() or self.hasFocus() else worn.muted
        paint_glyph(painter, caret, QRectF(LEFT + 2, middle - CARET / 2, CARET, CARET), ink)
        font = theme.font("panel_strong")
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(worn.text)
        number = "" if self._count is None else str(self._count)
        room = self.width() - TITLE_LEFT - metrics.horizontalAdvance(number) - 12
        title = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        vertical = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(QRectF(TITLE_LEFT, 0, room, self.height()), vertical, title)
        if number:
            painter.setFont(theme.font("small"))
            painter.setPen(worn.muted)
            left = TITLE_LEFT + metrics.horizontalAdvance(title) + 8
            painter.drawText(QRectF(left, 0, self.width() - left, self.height()), vertical, number)
        if self.hasFocus():
            painter.setPen(QPen(worn.accent, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 5, -1, -5), 6, 6)
        painter.end()


class SectionFrame(QWidget):
    """Shows a section below its heading. A section that fails is logged and `broken` is told."""

    folded = Signal(bool)  # closed by hand now
    broken = Signal()
    made = Signal()  # the section stands in the frame now

    def __init__(self, kind: type[Section], session: Session, *, opened: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind = kind
        self._session = session
        self._ids: tuple[str, ...] = ()
        self._stale = True
        self.section: Section | None = None
        self.is_broken = False
        self.setObjectName(f"section.{kind.key}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self.header: SectionHeader | None = None
        if kind.title:
            self.header = SectionHeader(tr(kind.title), self)
            self.header.setObjectName(f"section.{kind.key}.header")
            self.header.setChecked(opened)
            self.header.toggled.connect(self._on_toggled)
            self._box.addWidget(self.header)

    @property
    def is_open(self) -> bool:
        return self.header is None or self.header.isChecked()

    def open(self) -> None:
        """Unfold, without that being remembered as somebody's wish."""
        if self.header is not None and not self.header.isChecked():
            self.header.blockSignals(True)
            self.header.setChecked(True)
            self.header.blockSignals(False)
            self.header.update()
            self._show_body()

    def show_records(self, ids: Sequence[str], *, fresh: bool) -> None:
        """Show records; a closed section only counts."""
        self._ids = tuple(ids)
        self._stale = True
        if fresh and self.section is not None:
            self._try(lambda section: section.forget())
        self._count()
        if self.is_open:
            self._show_body(fresh=fresh)

    def on_change(self, change: Change) -> None:
        """Pass a change on; a closed section looks again when it is opened."""
        self._count()
        if self.section is not None and self.is_open:
            self._try(lambda section: section.on_change(change))
        else:
            self._stale = True

    def commit(self) -> None:
        if self.section is not None:
            self._try(lambda section: section.commit())

    def cancel(self) -> None:
        if self.section is not None:
            self._try(lambda section: section.cancel())

    def focus_field(self, name: str) -> bool:
        """Unfold and put the keyboard into a field's editor; False when it is not in this section."""
        was_open = self.is_open
        self._make()
        if self.section is None or self.is_broken:
            return False
        self.open()
        found: list[bool] = []
        self._try(lambda section: found.append(section.focus_field(name)))
        if not any(found) and not was_open and self.header is not None:
            self.header.setChecked(False)
        return any(found)

    # -- inside -----------------------------------------------------------------------------------------
    def _on_toggled(self, opened: bool) -> None:
        if opened:
            self._show_body()
        elif self.section is not None:
            self.commit()
            self.section.hide()
        self.folded.emit(not opened)

    def _show_body(self, *, fresh: bool = True) -> None:
        self._make()
        if self.section is not None:
            if self._stale:
                self._stale = False
                self._try(lambda section: section.show_records(self._ids, fresh=fresh))
            if self.section is not None:
                self.section.show()

    def _make(self) -> None:
        if self.section is not None or self.is_broken:
            return
        try:
            section = self.kind(self._session, self)
        except Exception:
            self._fail()
            return
        section.setObjectName(f"section.{self.kind.key}.body")
        section.hide()
        self.section = section
        self._box.addWidget(section)
        section.setContentsMargins(LEFT, 0, LEFT, 12)
        self.made.emit()

    def _count(self) -> None:
        if self.header is None:
            return
        found = (self._session.now.find(id) for id in self._ids)
        try:
            self.header.show_count(
                self.kind.count(self._session.now, [record for record in found if record is not None])
            )
        except Exception:
            self._fail()

    def _try(self, act: Callable[[Section], object]) -> None:
        section = self.section
        if section is None:
            return
        try:
            act(section)
        except Exception:
            self._fail()

    def _fail(self) -> None:
        """Leave the section out; the rest of the panel goes on."""
        if self.is_broken:
            return
        self.is_broken = True
        log.exception("The section %s failed and is left out", self.kind.key)
        if self.section is not None:
            self.section.hide()
            self.section.deleteLater()
            self.section = None
        self.hide()
        self.broken.emit()
