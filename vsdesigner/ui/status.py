"""The line at the bottom: is it saved, how many steps, what is selected, messages, zoom."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStatusBar, QToolButton, QWidget

from vsdesigner.analysis.finding import Level
from vsdesigner.document.change import Change
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr, tr_count
from vsdesigner.ui.icons import icon
from vsdesigner.ui.plain import PlainLabel, escape_tooltip
from vsdesigner.ui.selection_words import describe_selection
from vsdesigner.ui.session import Session
from vsdesigner.ui.tasks import ProgressBanner, Task, board

MESSAGE_MS = 6_000
LEFT_LABELS = 4  # saved, steps, selected, message: permanent widgets are counted from there
SIDE = 4  # px beside the text of a label


class ElidedLabel(PlainLabel):
    """A plain label that gives way: what does not fit ends in an ellipsis, the tooltip has all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str) -> None:
        """Show one line."""
        flat = " ".join(text.split())
        self.setText(flat)
        self.setToolTip(escape_tooltip(flat))

    @guarded(default=QSize)
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = self.contentsRect().adjusted(SIDE, 0, -SIDE, 0)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()


class ZoomBar(QWidget):
    """Smaller, the scale, larger, fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("zoom_bar")
        self.out_button = self._button("zoom_out_button", "−")
        self.percent = self._button("zoom_percent", "100 %")
        self.percent.setMinimumWidth(54)
        self.in_button = self._button("zoom_in_button", "+")
        self.fit_button = self._button("zoom_fit_button", tr("Fit"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 4, 0)
        row.setSpacing(0)
        for button in (self.out_button, self.percent, self.in_button, self.fit_button):
            row.addWidget(button)

    def _button(self, name: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(text)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def set_actions(self, smaller: QAction, actual: QAction, larger: QAction, fit: QAction) -> None:
        """Let the buttons do what the actions do; their faces stay short."""
        pairs = (
            (self.out_button, smaller),
            (self.percent, actual),
            (self.in_button, larger),
            (self.fit_button, fit),
        )
        for button, action in pairs:
            button.clicked.connect(action.trigger)
            button.setToolTip(action.toolTip())
            button.setStatusTip(action.statusTip())
            button.setAccessibleName(action.iconText())

    def show_zoom(self, scale: float) -> None:
        """Show the scale, 1.0 being 100 %."""
        self.percent.setText(tr("{percent} %").format(percent=round(scale * 100)))


class ProblemsButton(QToolButton):
    """How many errors and warnings there are; a click shows them. Without any it is not there."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setObjectName("status_problems")
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        session.problems_changed.connect(self.refresh)
        session.stream_changed.connect(self.refresh)
        self.refresh()

    def set_action(self, action: QAction) -> None:
        """Do what the action does."""
        self.clicked.connect(action.trigger)
        self.setToolTip(action.toolTip())
        self.setStatusTip(action.statusTip())

    def refresh(self) -> None:
        """Count afresh; a document without a step is not worth a word."""
        counts = self._session.problems.counts
        errors, warnings = counts[Level.ERROR], counts[Level.WARNING]
        parts = [
            text
            for count, text in (
                (errors, tr_count("1 error", "{count} errors", errors)),
                (warnings, tr_count("1 warning", "{count} warnings", warnings)),
            )
            if count
        ]
        now = self._session.now
        has_steps = any(now.steps(stream.id) for stream in now.streams)
        self.setVisible(bool(parts) and has_steps)
        self.setText(" · ".join(parts))
        self.setAccessibleName(tr("Problems: {counts}").format(counts=", ".join(parts)))
        self.setIcon(icon("problems", "danger" if errors else "warning"))


class StatusLine(QStatusBar):
    """The status bar of a window."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("status")
        self.setSizeGripEnabled(False)
        self.saved = PlainLabel()
        self.saved.setObjectName("status_saved")
        self.steps = PlainLabel()
        self.steps.setObjectName("status_steps")
        self.selected = ElidedLabel()
        self.selected.setObjectName("status_selected")
        self.zoom = ZoomBar()
        self.addWidget(self.saved)
        self.addWidget(self.steps)
        self.message = ElidedLabel()
        self.message.setObjectName("status_message")
        self.message.hide()
        self._told = False
        self.messageChanged.connect(self._settle)
        self._message_over = QTimer(self, singleShot=True, interval=MESSAGE_MS)
        self._message_over.timeout.connect(self.clear_message)
        self.addWidget(self.selected, 1)
        self.addWidget(self.message, 1)
        self._covered = False  # whether a page stands before the document
        self._hint = ""  # stays under messages, over what is selected
        self._done, self._just_done = "", False
        self._done_over = QTimer(self, singleShot=True, interval=MESSAGE_MS)
        self._done_over.timeout.connect(self._forget_done)
        self._banner: ProgressBanner | None = None
        board().started.connect(self._show_progress)
        self.problems = ProblemsButton(session)
        self.addPermanentWidget(self.problems)
        self.addPermanentWidget(self.zoom)
        session.changed.connect(self._on_change)
        session.replaced.connect(self._on_news)
        session.stream_changed.connect(self._on_news)
        session.selection_changed.connect(self._on_selection)
        session.edited.connect(self._on_edited)
        session.hinted.connect(self._on_hint)
        self.refresh()

    def show_saved(self, text: str) -> None:
        """Say where the document stands: saved, kept in the journal, new."""
        self.saved.setText(text)

    def tell(self, text: str) -> None:
        """Show a message for a while in the place of what is selected, the rest stays; empty for none."""
        if not text:
            self.clear_message()
            return
        self.message.show_text(text)
        self._told = True
        self.clearMessage()  # what the pointer happens to rest on is no news
        self._settle()
        self._message_over.start()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def clear_message(self) -> None:
        """Take the message away."""
        self._message_over.stop()
        self.message.show_text("")
        self._told = False
        self._settle()

    def _settle(self) -> None:
        """Show one thing in the middle: a status tip, else a message, else what is selected.

        Qt hides what stands there under a tip, but only what is there when the tip comes.
        """
        tip = bool(self.currentMessage())
        self.message.setVisible(self._told and not tip)
        self.selected.setVisible(not self._told and not tip)

    def cover(self, *, on: bool) -> None:
        """Say nothing of the document while a page stands before it."""
        self._covered = on
        self.refresh()

    def refresh(self) -> None:
        """Count and name afresh."""
        if self._covered:
            self.steps.setText("")
            self.selected.show_text(self._hint)
            return
        now = self._session.now
        count = len(now.steps(self._session.stream))
        self.steps.setText(tr_count("1 step", "{count} steps", count) if count else tr("No steps yet"))
        selected = describe_selection(now, self._session.selected)
        said = " · ".join(text for text in (self._done, selected) if text)
        self.selected.show_text(self._hint or said)

    def _show_progress(self, task: Task) -> None:
        # Made with the first long work: the first frame needs none.
        if self._banner is None:
            self._banner = ProgressBanner()
            self.insertPermanentWidget(LEFT_LABELS, self._banner)  # before the zoom
            self._banner.watch(task)

    def _on_change(self, _change: Change) -> None:
        self._on_news()

    def _on_selection(self) -> None:
        self._news(keep_done=self._just_done)  # what an edit selects belongs to it

    def _on_news(self) -> None:
        self._news(keep_done=False)

    def _on_edited(self, label: str) -> None:
        """Say what was just done, before what is selected, until something else happens."""
        self._done, self._just_done = tr("Done: {change}").format(change=label), True
        self._done_over.start()
        QTimer.singleShot(0, self, self._on_settled)
        self.refresh()

    def _on_settled(self) -> None:
        self._just_done = False

    def _forget_done(self) -> None:
        self._done = ""
        self.refresh()

    def _on_hint(self, text: str) -> None:
        self._hint = text
        self.refresh()
        if not text:
            return
        self.clear_message()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _news(self, *, keep_done: bool) -> None:
        if not keep_done:
            self._done = ""
        # What was said last is about what was done before.
        self.clear_message()
        self.refresh()
