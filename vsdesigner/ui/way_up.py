"""The line above a stream that a step of another stream stands for: where it belongs, and the way there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from vsdesigner.commands.substreams import standing_for
from vsdesigner.document.change import Change
from vsdesigner.model.records import Step, Stream
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import icon
from vsdesigner.ui.plain import PlainLabel, escape_tooltip, menu_text
from vsdesigner.ui.session import Session
from vsdesigner.ui.substreams import go_up, step_words

MOST = 3  # steps that are named; more would need a list
WORDS_LENGTH = 120  # characters on a button


class WayUp(QWidget):
    """One button for each step that stands for the shown stream, the one somebody came from first."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("way_up")
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._before = session.stream
        self._came_from = ""  # the stream that was shown before
        self._shown: list[tuple[str, str]] = []
        self._buttons: list[QToolButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 2, 12, 2)
        self._row.setSpacing(4)
        label = PlainLabel(tr("Part of"))
        label.setProperty("role", "muted")
        self._row.addWidget(label)
        self._row.addStretch(1)
        session.stream_changed.connect(self._on_stream)
        session.replaced.connect(self.refresh)
        session.changed.connect(self._on_change)
        self.refresh()

    def refresh(self) -> None:
        """Name the steps that stand for the shown stream; hide when there are none."""
        session = self._session
        steps = sorted(
            standing_for(session.now, session.stream), key=lambda step: step.stream != self._came_from
        )
        wanted = [(step.id, step_words(session, step)) for step in steps[:MOST]]
        if wanted != self._shown:
            self._shown = wanted
            self._fill()
        self.setVisible(bool(wanted))

    def _fill(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.setObjectName("")  # it stays until the event loop comes round
            button.hide()
            button.deleteLater()
        self._buttons = []
        for at, (step, words) in enumerate(self._shown, start=1):
            button = QToolButton()
            button.setObjectName(f"way_up.{at - 1}")
            button.setAutoRaise(True)
            button.setIcon(icon("up"))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setText(menu_text(words, WORDS_LENGTH))
            tip = tr("Go to the step that stands for this stream: {step}").format(step=words)
            button.setToolTip(escape_tooltip(tip))
            button.setStatusTip(tip)
            button.setAccessibleName(tr("Part of {step}").format(step=words))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _on=False, step=step: go_up(self._session, step))
            self._row.insertWidget(at, button)
            self._buttons.append(button)

    def _on_stream(self) -> None:
        self._came_from, self._before = self._before, self._session.stream
        self.refresh()

    def _on_change(self, change: Change) -> None:
        if any(isinstance(record, Step | Stream) for record in change.records) and not change.is_movement:
            self.refresh()
