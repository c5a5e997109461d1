"""The problems: what the checks find in the document, each with one click to the place."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vsdesigner.analysis.finding import Finding
from vsdesigner.model.records import DocumentSettings
from vsdesigner.ui import mending, theme
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr, tr_count
from vsdesigner.ui.icons import paint_glyph
from vsdesigner.ui.panels.problems_bar import ProblemsBar
from vsdesigner.ui.panels.problems_groups import Grouping
from vsdesigner.ui.panels.problems_list import ProblemsList
from vsdesigner.ui.panels.problems_menu import changed_checks, finding_menu, levels_menu
from vsdesigner.ui.panels.problems_painting import LEFT, TEXT_LEFT
from vsdesigner.ui.panels.signs import SIGN
from vsdesigner.ui.plain import PlainLabel
from vsdesigner.ui.session import Session

# Kept from one run to the next; switches are all there is, so each way but the usual one has its own.
KEPT = {Grouping.CHECK: "problems/by_check", Grouping.PLACE: "problems/by_step"}


class ProblemsPanel(QWidget):
    """The problems as they stand in their dock."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("problems")
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.bar = ProblemsBar(self)
        self.filter = self.bar.filter
        self.list = ProblemsList(session, self)
        self.nothing = PlainLabel(wrap=True)
        self.nothing.setObjectName("problems_nothing")
        self.nothing.setProperty("role", "muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.nothing.setContentsMargins(12, 4, 12, 8)
        self.ready = _Ready(self)
        self.levels = QPushButton()
        self.levels.setObjectName("problems_off")
        self.levels.setProperty("role", "link")
        self.levels.clicked.connect(self._show_levels)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 4)
        column.setSpacing(4)
        column.addWidget(self.bar)
        column.addWidget(self.ready)
        column.addWidget(self.nothing, 1)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        column.addWidget(self.levels, 0, Qt.AlignmentFlag.AlignLeft)
        model = self.list.problems
        model.set_grouping(self._kept_grouping())
        self.filter.textChanged.connect(model.set_filter)
        self.filter.left_below.connect(self._into_list)
        self.bar.levels_changed.connect(self._on_levels)
        self.bar.grouping_chosen.connect(self._on_grouping)
        self.bar.profile_chosen.connect(self._on_profile)
        self.list.menu_asked.connect(self._show_menu)
        model.modelReset.connect(self._refresh)
        session.problems_changed.connect(self._refresh)
        session.changed.connect(self._on_change)
        session.replaced.connect(self._refresh)
        self._refresh()

    def show_record(self, record: str) -> None:
        """Stand on the first problem of a record, whatever the filters say."""
        model = self.list.problems
        found = self._session.problems.of(record)
        if found and model.row_of(found[0]) < 0:
            self.filter.clear()
            for chip in self.bar.chips.values():
                chip.setChecked(True)
            model.unfold()
        if found:
            self.list.stand_on(model.row_of(found[0]))

    # -- what is chosen ---------------------------------------------------------------------------------
    def _kept_grouping(self) -> Grouping:
        flags = self._session.flags
        kept = (grouping for grouping, key in KEPT.items() if flags.flag(key, default=False))
        return next(kept, Grouping.LEVEL)

    def _on_grouping(self, grouping: Grouping) -> None:
        for each, key in KEPT.items():
            self._session.flags.set_flag(key, on=each is grouping)
        self.list.problems.set_grouping(grouping)
        self._refresh()

    def _on_levels(self) -> None:
        self.list.problems.set_levels(self.bar.levels)
        self._refresh()

    def _on_profile(self, profile: str) -> None:
        if profile != self._session.now.settings.check_profile:
            mending.set_profile(self._session, profile)

    def _on_change(self, change: object) -> None:
        if any(isinstance(record, DocumentSettings) for record in getattr(change, "records", ())):
            self._refresh()

    def _into_list(self) -> None:
        if not self.list.isHidden():
            self.list.setFocus()

    # -- menus ------------------------------------------------------------------------------------------
    def _show_menu(self, finding: Finding, place: QPoint) -> None:
        finding_menu(self._session, finding, self.list.mend, self).popup(place)

    def _show_levels(self) -> None:
        menu = levels_menu(self._session, self)
        menu.popup(self.levels.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    # -- keeping up -------------------------------------------------------------------------------------
    def _refresh(self) -> None:
        problems, settings = self._session.problems, self._session.now.settings
        self.bar.show_profile(settings.check_profile)
        self.bar.show_counts(problems)
        self.bar.show_grouping(self.list.problems.grouping)
        ready = self._is_ready()
        empty = self.list.problems.rowCount() == 0
        self.list.setVisible(not empty)
        self.setFocusProxy(self.filter if empty else self.list)
        self.ready.setVisible(ready)
        self.nothing.setVisible(empty and not (ready and not problems.findings))
        if problems.findings:
            self.nothing.setText(tr("No problem matches the filters."))
        else:
            self.nothing.setText(tr("The checks find nothing to improve."))
        self._refresh_levels()

    def _is_ready(self) -> bool:
        """Whether the document was looked at with the eyes of those it is shown to, and is complete."""
        from vsdesigner.analysis.profiles import READY_TO_PRESENT, is_ready

        problems = self._session.problems
        wanted = (problems.profile, self._session.now.settings.check_profile)
        return wanted == (READY_TO_PRESENT, READY_TO_PRESENT) and is_ready(problems.findings)

    def _refresh_levels(self) -> None:
        from vsdesigner.analysis.findings import OFF

        changed = changed_checks(self._session)
        off = sum(1 for _check, level in changed if level == OFF)
        parts = []
        if off:
            parts.append(tr_count("1 check is off", "{count} checks are off", off))
        if len(changed) > off:
            others = len(changed) - off
            parts.append(tr_count("1 has another level", "{count} have another level", others))
        self.levels.setVisible(bool(parts))
        self.levels.setText(" · ".join(parts))


class _Ready(QWidget):
    """A calm line that says that nothing is missing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("problems_ready")
        words = PlainLabel(tr("Ready to present."))
        words.setProperty("role", "ok")
        row = QHBoxLayout(self)
        row.setContentsMargins(int(TEXT_LEFT), 6, 12, 6)
        row.addWidget(words, 1)
        self.setAccessibleName(tr("Ready to present."))

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(LEFT, (self.height() - SIGN) / 2, SIGN, SIGN)
        paint_glyph(painter, "ok", box, theme.current().ok)
        painter.end()
