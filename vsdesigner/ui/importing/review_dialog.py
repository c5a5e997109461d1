"""The dialog that shows what another version changed: ticked line by line before anything happens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from vsdesigner.document.merging import resolved
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.ui.i18n import tr, tr_count
from vsdesigner.ui.importing.change_list import ChangeList
from vsdesigner.ui.importing.changes import ReviewedChange, choices, review
from vsdesigner.ui.importing.values_pane import ValuesPane
from vsdesigner.ui.plain import PlainLabel, shortened, title_text

PROBLEM_LINES = 5
LONGEST_TITLE = 120


class ReviewDialog(QDialog):
    """Shows what `theirs` changed since `base`, against `ours`; `agreed` brings the outcome that was ticked.

    Everything is ticked but what contradicts: there ours stays unless somebody says otherwise. `problems`
    are lines on what could not be read at all.
    """

    agreed = Signal(object, int)  # the Snapshot to become, and how many changes were taken

    def __init__(
        self,
        parent: QWidget | None,
        base: Snapshot,
        ours: Snapshot,
        theirs: Snapshot,
        title: str,
        *,
        problems: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self.setObjectName("review_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title_text(shortened(title, LONGEST_TITLE)))
        self._versions = base, ours, theirs
        self._problems = tuple(problems)
        self._groups = review(base, ours, theirs)
        self._is_following = False
        self.list = ChangeList(self._groups)
        conflicts = any(change.conflict for group in self._groups for change in group.changes)
        self.values = ValuesPane(can_contradict=conflicts)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(self._headline())
        column.addLayout(self._filter_row())
        column.addWidget(self.list, 1)
        column.addWidget(self.values)
        if problems:
            column.addLayout(self._problem_part())
        column.addWidget(self._buttons())
        self.list.ticked.connect(self._refresh)
        self.list.chosen.connect(self._show_values)
        self.values.decided.connect(self._decide)
        self._refresh()
        self._show_values(self.list.current_change())
        self.list.setFocus()
        self.resize(980, 680)

    # -- parts ------------------------------------------------------------------------------------------
    def _headline(self) -> QWidget:
        changes = [change for group in self._groups for change in group.changes]
        conflicts = sum(change.conflict for change in changes)
        text = tr_count("One change was found.", "{count} changes were found.", len(changes))
        if not changes:
            text = tr("It says nothing that the document does not say already.")
        if conflicts:
            text += " " + tr_count(
                "One contradicts what was changed here: choose which counts.",
                "{count} contradict what was changed here: choose which count.",
                conflicts,
            )
        label = PlainLabel(text, wrap=True)
        label.setProperty("role", "heading")
        return label

    def _filter_row(self) -> QHBoxLayout:
        self.filter = QLineEdit()
        self.filter.setObjectName("change_filter")
        self.filter.setPlaceholderText(tr("Filter changes"))
        self.filter.setAccessibleName(tr("Filter changes"))
        self.filter.setClearButtonEnabled(True)
        self.only_conflicts = QCheckBox(tr("Only &contradictions"))
        self.only_conflicts.setObjectName("only_conflicts")
        self.only_conflicts.setVisible(any(each.conflict for group in self._groups for each in group.changes))
        self.all = QPushButton(tr("Tick &all"))
        self.none = QPushButton(tr("Tick &none"))
        for button, on in ((self.all, True), (self.none, False)):
            button.setProperty("role", "small")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, on=on: self.list.tick_shown(on))
        self.filter.textChanged.connect(self._narrow)
        self.only_conflicts.toggled.connect(self._narrow)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.filter, 1)
        for part in (self.only_conflicts, self.all, self.none):
            row.addWidget(part)
        return row

    def _problem_part(self) -> QVBoxLayout:
        count = len(self._problems)
        head = PlainLabel(
            tr_count("One thing could not be taken over:", "{count} things could not be taken over:", count)
        )
        head.setProperty("role", "warning")
        self.copy_button = QPushButton(tr("Co&py"))
        self.copy_button.setProperty("role", "small")
        self.copy_button.setAutoDefault(False)
        self.copy_button.clicked.connect(self._copy_problems)
        row = QHBoxLayout()
        row.addWidget(head, 1)
        row.addWidget(self.copy_button)
        self.problem_list = QPlainTextEdit("\n".join(f"• {line}" for line in self._problems))
        self.problem_list.setObjectName("import_problems")
        self.problem_list.setReadOnly(True)
        self.problem_list.setTabChangesFocus(True)
        self.problem_list.setAccessibleName(tr("What could not be taken over"))
        lines = min(max(count, 2), PROBLEM_LINES)
        self.problem_list.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 16)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.problem_list)
        return column

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.go_on = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.go_on.setObjectName("review_accept")
        self.go_on.setDefault(True)
        leave = buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        leave.setAutoDefault(False)
        buttons.accepted.connect(self._agree)
        buttons.rejected.connect(self.reject)
        return buttons

    # -- acts -------------------------------------------------------------------------------------------
    def _narrow(self) -> None:
        self.list.show_only(self.filter.text(), conflicts=self.only_conflicts.isChecked())

    def _refresh(self) -> None:
        ticked = sum(self.list.ticks().values())
        keeps = not ticked and any(change.conflict for change in self.list.ticks())
        text = tr_count("Take 1 change", "Take {count} changes", ticked)
        self.go_on.setText(tr("Keep what is here") if keeps else text)
        self.go_on.setEnabled(ticked > 0 or keeps)
        self._show_values(self.list.current_change())

    def _show_values(self, change: ReviewedChange | None) -> None:
        self._is_following = True
        ticked = self.list.ticks().get(change, False) if change is not None else False
        self.values.show_change(change, is_ticked=ticked)
        self._is_following = False

    def _decide(self, theirs: bool) -> None:
        change = self.list.current_change()
        if change is not None and not self._is_following:
            self.list.tick(change, theirs)

    def _copy_problems(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._problems))
        self.copy_button.setText(tr("Copied"))

    def _agree(self) -> None:
        ticks = self.list.ticks()
        outcome = resolved(*self._versions, choices(self._groups, ticks))
        self.agreed.emit(outcome, sum(ticks.values()))
        self.accept()
