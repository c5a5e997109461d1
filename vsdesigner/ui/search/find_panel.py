"""Find and replace over all text: stays open below the canvas while one works."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDockWidget, QVBoxLayout, QWidget

from vsdesigner.commands.replace import Refusal, refusals, replace
from vsdesigner.document.search import Hit, Query, occurrences
from vsdesigner.model.records import Record, Stream, StreamMember
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr, tr_count
from vsdesigner.ui.plain import shortened
from vsdesigner.ui.search import going
from vsdesigner.ui.search.find_bar import THIS_STREAM, FindBar
from vsdesigner.ui.search.find_list import FindList
from vsdesigner.ui.search.find_model import FindModel
from vsdesigner.ui.search.focus import FocusKeeper

if TYPE_CHECKING:
    from vsdesigner.ui.search.search import SearchDesk

PAUSE_MS = 60  # between the last letter and the search: typing is never behind
_QUOTED = 24  # letters of words in the name of an undo step


class FindPanel(QWidget):
    """Looks through the document whenever the words or the document change; hits are shown on the way."""

    def __init__(self, desk: SearchDesk, window: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self._window = window
        self._session = desk.session
        self._focus = FocusKeeper(self)
        self._is_editing = False
        self.setObjectName("find")
        self.setAccessibleName(tr("Find and replace"))
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.bar = FindBar(self)
        self.model = FindModel(self)
        self.list = FindList(self.model)
        self.setFocusProxy(self.bar.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.bar)
        column.addWidget(self.list, 1)
        for one, following in pairwise((*self.bar.in_order(), self.list, self.bar.close_button)):
            QWidget.setTabOrder(one, following)
        self._soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._soon.timeout.connect(self._search)
        self._preview_soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._preview_soon.timeout.connect(self._show_replacement)
        self._connect()

    @property
    def words(self) -> str:
        """What is looked for."""
        return self.bar.words.text()

    # -- opening and closing ----------------------------------------------------------------------------
    def remember_focus(self) -> None:
        """Note who has the keyboard, to give it back when the panel closes."""
        self._focus.remember()

    def begin(self, words: str, *, replacing: bool) -> None:
        """Look for `words`, or as before when there are none, with the keyboard in the field."""
        was_asked = self.bar.is_replacing
        if words:
            self.bar.words.setText(words)
        self.bar.show_replacing(replacing)
        self.bar.say("")
        self._search()
        field = self.bar.new if replacing and self.words and (words or was_asked) else self.bar.words
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def dock(self) -> QDockWidget | None:
        """Return the dock that the panel stands in."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QDockWidget):
            above = above.parentWidget()
        return above

    def leave(self) -> None:
        """Close the panel and give the keyboard back to where it was."""
        # First: from a field that hides Qt takes the keyboard to the next one, and marks what is in it.
        if not self._focus.restore():
            self._desk.regions.focus("canvas")
        dock = self.dock()
        if dock is not None:
            dock.hide()

    # -- walking ----------------------------------------------------------------------------------------
    def step(self, by: int) -> None:
        """Show the next hit (1) or the one before (-1); the keyboard stays where it is."""
        self._search_now()
        count = len(self.model.hits)
        if not count:
            self._show_count()
            return
        row = self.list.row()
        if row < 0:
            row = self._nearest() if by > 0 else self._nearest() - 1
        else:
            row += by
        self._go(row % count)

    def _go(self, row: int) -> None:
        self.list.go_to(row)
        self._show_hit(row)

    def _show_hit(self, row: int) -> None:
        if row >= len(self.model.hits):
            return
        record = self._session.now.find(self.model.hits[row].record)
        if record is not None:
            going.show_record(self._session, record)
        self._show_count()

    def _enter_field(self, row: int) -> None:
        """Go to where the text of a hit is written."""
        self._search_now()
        hit = self.model.hits[row] if row < len(self.model.hits) else None
        record = self._session.now.find(hit.record) if hit is not None else None
        if hit is None or record is None:
            return
        id = going.show_record(self._session, record)
        if id:
            going.go_to_field(self._desk, id, going.field_of(record, hit.path))

    def _nearest(self) -> int:
        """The row to begin with: of what is selected, else of the shown stream."""
        now, selection = self._session.now, set(self._session.selection)
        here = -1
        for row, hit in enumerate(self.model.hits):
            if hit.record in selection:
                return row
            if here < 0 and _stream_of(now.find(hit.record)) == self._session.stream:
                here = row
        return max(here, 0)

    # -- searching --------------------------------------------------------------------------------------
    def _query(self) -> Query:
        only = self._session.stream if self.bar.scope.currentIndex() == THIS_STREAM else ""
        return Query(self.words, self.bar.case.isChecked(), self.bar.whole.isChecked(), only)

    def _search_now(self) -> None:
        if self._soon.isActive():
            self._search()

    def _search(self) -> None:
        self._soon.stop()
        row = self.list.row()
        before = self.model.hits[row] if 0 <= row < len(self.model.hits) else None
        hits = occurrences(self._session.now, self._query())
        self.model.show(self._session.now, hits)
        self._show_replacement()
        if before is not None and before in hits:
            self.list.go_to(hits.index(before))
        self._show_count()

    def _show_replacement(self) -> None:
        self._preview_soon.stop()
        if not self.bar.is_replacing:
            self.model.show_replacement(None, {})
            return
        new = self.bar.new.text()
        refused = refusals(self._session.now, self.model.chosen(), new)
        self.model.show_replacement(new, {refusal.hit: refusal.reason for refusal in refused})

    def _show_count(self) -> None:
        self.bar.show_count(self.list.row(), len(self.model.hits))

    def _later(self) -> None:
        if self.isVisible() and not self._is_editing:
            self._soon.start()

    def _on_stream(self) -> None:
        if self.bar.scope.currentIndex() == THIS_STREAM:
            self._later()

    # -- replacing --------------------------------------------------------------------------------------
    def replace_one(self) -> None:
        """Replace the shown hit and go on to the next; without one, only show the first."""
        self._search_now()
        row = self.list.row()
        if row < 0:
            self.step(1)
            return
        hit = self.model.hits[row]
        self._replace([hit])
        self._go_on(row, hit)

    def replace_all(self) -> None:
        """Replace every checked hit in one undo step."""
        self._search_now()
        chosen = self.model.chosen()
        if chosen:
            self._replace(chosen)

    def _replace(self, hits: Sequence[Hit]) -> None:
        self._session.committing.emit()
        new = self.bar.new.text()
        refused = refusals(self._session.now, hits, new)
        count = len(hits) - len(refused)
        self._is_editing = True
        try:
            with self._session.edit(_label(self.words, new, count)) as draft:
                replace(draft, hits, new)
        finally:
            self._is_editing = False
        self.bar.say(_report(count, refused, removed=not new))
        self._search()

    def _go_on(self, row: int, hit: Hit) -> None:
        """Show the hit behind a replaced one, not what was put there just now."""
        hits = self.model.hits
        end = hit.start + len(self.bar.new.text())
        while row < len(hits) and hits[row][:2] == hit[:2] and hits[row].start < end:
            row += 1
        if hits:
            self._go(row % len(hits))

    # -- inside -----------------------------------------------------------------------------------------
    def _connect(self) -> None:
        bar, session = self.bar, self._session
        bar.changed.connect(self._on_words)
        bar.replacement_changed.connect(self._preview_soon.start)
        bar.went.connect(self.step)
        bar.went_down.connect(self._enter_list)
        bar.replace_asked.connect(self.replace_one)
        bar.replace_all_asked.connect(self.replace_all)
        bar.all_checked.connect(self.model.check_all)
        bar.close_asked.connect(self.leave)
        self.list.walked.connect(self._show_hit)
        self.list.entered_field.connect(self._enter_field)
        self.model.checks_changed.connect(
            lambda: bar.show_checks(len(self.model.chosen()), len(self.model.hits))
        )
        session.changed.connect(lambda _change: self._later())
        session.replaced.connect(self._later)
        session.stream_changed.connect(self._on_stream)

    def _on_words(self) -> None:
        self.bar.say("")
        if self.isVisible():
            self._soon.start()

    def _enter_list(self) -> None:
        self._search_now()
        if self.model.hits:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self._go(max(self.list.row(), 0) if self.list.row() >= 0 else self._nearest())

    @guarded
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._soon.start()  # the document may be another one by now

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)


def _stream_of(record: Record | None) -> str:
    if isinstance(record, StreamMember):
        return record.stream
    return record.id if isinstance(record, Stream) else ""


def _label(old: str, new: str, count: int) -> str:
    """The name of the undo step."""
    words = {"old": shortened(old, _QUOTED), "new": shortened(new, _QUOTED), "count": count}
    if not new:
        one, many = tr("Remove “{old}” in 1 place"), tr("Remove “{old}” in {count} places")
    else:
        one = tr("Replace “{old}” by “{new}” in 1 place")
        many = tr("Replace “{old}” by “{new}” in {count} places")
    return (one if count == 1 else many).format(**words)


def _report(count: int, refused: Sequence[Refusal], *, removed: bool) -> str:
    """What happened, and what stays as it is and why."""
    done = ("Removed in 1 place.", "Removed in {count} places.")
    if not removed:
        done = ("Replaced in 1 place.", "Replaced in {count} places.")
    said = [tr_count(*done, count)] if count else []
    for reason in dict.fromkeys(refusal.reason for refusal in refused):
        many = sum(refusal.reason == reason for refusal in refused)
        stays = tr_count("1 place stays as it is:", "{count} places stay as they are:", many)
        said.append(f"{stays} {tr(reason)}")
    return " ".join(said)
