"""The guide: the steps of the method, how far each is, what comes next, and one click to the place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from vsdesigner.analysis.finding import Finding
from vsdesigner.analysis.method import QUICK_ADD, Key, MethodStep, Next, current, progress
from vsdesigner.document.change import Change
from vsdesigner.ui import mending
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.panels.guide_row import GuideRow, Offer
from vsdesigner.ui.panels.panel import Panel
from vsdesigner.ui.session import Session

PAUSE_MS = 120  # after a change before it is worth counting again
ON_THE_DRAWING = ("insert.",)  # actions that only the drawing knows


class GuidePanel(Panel):
    """Looks only while it is seen. `run` runs an action of the window by its id."""

    def __init__(self, session: Session, run: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._run = run
        self._skipped: dict[str, set[Key]] = {}  # by the step of the method that it belongs to
        self._mended: set[Finding] = set()  # just now; the next look will not find them
        self._open = ""  # the step that somebody opened, "" for the one to work on
        self._open_done = False  # it was done already then
        self._stream = ""
        self._steps: tuple[MethodStep, ...] = ()
        self.rows: dict[str, GuideRow] = {}
        self.setObjectName("guide")
        self.setAccessibleName(tr("Guide: the steps of the method"))
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._content = QWidget()
        self._content.setProperty("role", "panel")
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(5, 0, 5, 8)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        session.problems_changed.connect(lambda _records: self._on_problems())
        self.start()

    # -- what the session says --------------------------------------------------------------------------
    def on_change(self, change: Change) -> None:
        if not change.is_movement:
            self._soon()

    def on_selection(self, ids: tuple[str, ...]) -> None:
        if self._steps and self.session.stream == self._stream:
            return  # what is selected is no matter here
        self._stream, self._open = self.session.stream, ""
        self.refresh()

    def on_replaced(self) -> None:
        self._skipped.clear()
        self._stream = ""

    def _on_problems(self) -> None:
        self._mended.clear()
        self._soon()

    def _soon(self) -> None:
        if self.isVisible():
            self._pause.start()

    # -- showing ----------------------------------------------------------------------------------------
    @property
    def shown(self) -> str:
        """Id of the step of the method that stands open."""
        return self._open or self._steps[current(self._steps)].id

    def refresh(self) -> None:
        """Count afresh."""
        self._pause.stop()
        session = self.session
        findings = [finding for finding in session.problems.findings if finding not in self._mended]
        skipped = frozenset().union(*self._skipped.values())
        self._steps = progress(session.now, session.stream, findings, skipped)
        if self._open and self._step(self._open).is_done and not self._open_done:
            self._open = ""  # what one came for is done: on to what is next
        held = self._focus()
        before = next((row for row in self.rows.values() if row.head.opened), None)
        for step in self._steps:
            if step.id not in self.rows:
                self._add_row(step)
            offers = [self._offer(each) for each in step.next]
            opened = step.id == self.shown
            self.rows[step.id].show_step(step, offers, opened=opened, can_wait=_can_wait(step))
        row = self.rows[self.shown]
        self.setFocusProxy(row.head)
        if held is not None:
            went_on = before not in (None, row) and before.isAncestorOf(held)
            if went_on or self._focus() is not held:
                row.head.setFocus()

    def _add_row(self, step: MethodStep) -> None:
        row = GuideRow(step, self._content)
        row.head.walked.connect(lambda by: self._walk(row, by))
        row.opened.connect(self._on_opened)
        row.chosen.connect(self._on_chosen)
        row.put_off.connect(self._on_put_off)
        self.rows[step.id] = row
        self._column.insertWidget(len(self.rows) - 1, row)

    def _walk(self, row: GuideRow, by: int) -> None:
        rows = list(self.rows.values())
        head = rows[max(0, min(len(rows) - 1, rows.index(row) + by))].head
        head.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(head, 0)

    def _offer(self, each: Next) -> Offer:
        """What the button says, with the whole words above it: the mend, where there is one."""
        mends = mending.mends_of(self.session, each.finding) if each.finding is not None else ()
        if not mends:
            return Offer(each.verb, each.text)
        text = tr("{problem} Proposal: {mend}.").format(problem=each.text, mend=mends[0].label)
        return Offer(mends[0].short or tr("Mend it"), text)

    def _step(self, id: str) -> MethodStep:
        return next(step for step in self._steps if step.id == id)

    def _focus(self) -> QWidget | None:
        """What has the keyboard in here."""
        focus = self.window().focusWidget()
        inside = focus is not None and self.isAncestorOf(focus) and focus.isVisibleTo(self)
        return focus if inside else None

    # -- doing ------------------------------------------------------------------------------------------
    def do_next(self) -> None:
        """Go where the open step of the method has something to do."""
        self._on_chosen(self.shown, 0)

    def _on_opened(self, id: str) -> None:
        self._skipped.pop(id, None)  # whoever comes back wants to see what was put off
        self._open, self._open_done = id, self._step(id).is_done
        self.refresh()
        row = self.rows[id]
        QTimer.singleShot(0, row, lambda: self._scroll.ensureWidgetVisible(row, 0))

    def _on_put_off(self, id: str) -> None:
        step = self._step(id)
        if step.next:
            self._skipped.setdefault(id, set()).add(step.next[0].key)
        self.refresh()
        if not self._step(id).next and self._open == id:
            self._open = ""
            self.refresh()

    def _on_chosen(self, id: str, number: int) -> None:
        """Do what the button said; where what was typed is enough by now, go on to what comes next."""
        meant = [each.key for each in self._step(id).next[number : number + 1]]
        self.session.committing.emit()
        self.refresh()
        step = self._step(id)
        if step.is_done or not step.next:
            step, number = self._step(self.shown), 0
        for now in step.next[number : number + 1]:
            if now.key in meant or _only_leads(now):
                self._do(now)

    def _do(self, each: Next) -> None:
        session = self.session
        if each.profile:
            mending.set_profile(session, each.profile)
        elif each.action:
            if each.action.startswith(ON_THE_DRAWING):
                session.view_requested.emit("lanes")
            if each.record:
                session.reveal((each.record,))
            self._run(each.action)
        elif each.finding is not None:
            mends = mending.mends_of(session, each.finding)
            if mends:
                mending.apply_mend(session, mends[0])
                self._mended.add(each.finding)
            else:
                mending.go_to(session, each.finding)
        else:
            mending.go_to_field(session, each.record, each.field, each.part)
        self.refresh()

    # -- what Qt says -----------------------------------------------------------------------------------
    @guarded
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        return QSize(240, 340)

    @guarded(default=QSize)
    def minimumSizeHint(self) -> QSize:
        return QSize(160, 120)


def _can_wait(step: MethodStep) -> bool:
    """Whether there may be something else to do in a step after this was put off."""
    return bool(step.next) and bool(step.next[0].field or step.next[0].finding) and not step.is_done


def _only_leads(each: Next) -> bool:
    """Whether it only leads somewhere: what changes the document is done when somebody has read it."""
    return each.finding is None and not each.profile and each.action in ("", QUICK_ADD)
