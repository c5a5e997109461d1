"""The notes in the presenter's window, in letters as large as one wants."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QScroller, QVBoxLayout, QWidget

from vsdesigner.ui.colour import css
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import PlainLabel, escape_tooltip
from vsdesigner.ui.presentation.covers.notes_pane import notes_text
from vsdesigner.ui.presentation.show import Show

SIZES = (14, 17, 20, 24, 29, 35, 42, 50)  # px
USUAL = 24
SIZE_KEY = "presenting/notes_size"


class NotesColumn(QWidget):
    """Notes of the present stop with two buttons for the size, which is kept."""

    def __init__(self, state: Show, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state
        heading = PlainLabel(tr("Notes"), self)
        heading.setProperty("role", "section")
        self.smaller = self._button("presenter.smaller", "A−", tr("Smaller letters"), -1)
        self.larger = self._button("presenter.larger", "A+", tr("Larger letters"), 1)
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("presenter.notes")
        self.text.setAccessibleName(tr("Presenter's notes"))
        self.text.setReadOnly(True)
        self.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys go to the presentation, the wheel scrolls
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.text.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        QScroller.grabGesture(self.text.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        head = QHBoxLayout()
        head.addWidget(heading, 1)
        head.addWidget(self.smaller)
        head.addWidget(self.larger)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(head)
        box.addWidget(self.text, 1)
        for signal in (state.moved, state.changed, state.looks_changed):
            signal.connect(self._renew)
        self._renew()

    @property
    def size_px(self) -> int:
        """How large the letters are."""
        kept = self._state.session.flags.text(SIZE_KEY)
        return int(kept) if kept.isdecimal() and len(kept) < 4 and int(kept) in SIZES else USUAL

    def _button(self, name: str, text: str, tip: str, by: int) -> QPushButton:
        made = QPushButton(text, self)
        made.setObjectName(name)
        made.setProperty("role", "quiet")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setToolTip(escape_tooltip(tip))
        made.setAccessibleName(tip)
        made.clicked.connect(lambda: self._resize(by))
        return made

    def _resize(self, by: int) -> None:
        place = max(0, min(SIZES.index(self.size_px) + by, len(SIZES) - 1))
        self._state.session.flags.set_text(SIZE_KEY, str(SIZES[place]))
        self._renew()

    def _renew(self, *_: object) -> None:
        worn, size = self._state.theme, self.size_px
        text = notes_text(self._state)
        ink = worn.text if text else worn.muted
        self.text.setStyleSheet(
            f"QPlainTextEdit {{ background: {css(worn.card)}; color: {css(ink)}; font-size: {size}px;"
            f" border: 1px solid {css(worn.line)}; border-radius: 8px; padding: 12px; }}"
        )
        shown = text or tr("There are no notes here.")
        if self.text.toPlainText() != shown:
            self.text.setPlainText(shown)
        self.smaller.setEnabled(size > SIZES[0])
        self.larger.setEnabled(size < SIZES[-1])
