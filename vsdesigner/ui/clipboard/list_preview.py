"""Shows how a pasted list was read, before anything is made of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vsdesigner.commands.listed import ListedStep
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Lane
from vsdesigner.ui import theme
from vsdesigner.ui.i18n import tr, tr_count
from vsdesigner.ui.icons import activity_icon
from vsdesigner.ui.lane_words import lane_title
from vsdesigner.ui.plain import PlainLabel, menu_text, shortened

Make = Callable[[Sequence[ListedStep], bool, bool], None]
STEP, ACTIVITY, TASKS = range(3)
CELL_LENGTH = 200
ROW, MOST_ROWS = 30, 14  # px; rows that are seen without scrolling
WIDTH, REST = 640, 230  # px; what stands around the table is so high


class ListPreview(QDialog):
    """The steps of a list with their activities, which can be changed. Enter makes them, Esc nothing."""

    def __init__(
        self, parent: QWidget, view: Snapshot, steps: Sequence[ListedStep], make: Make, *, after: str = ""
    ) -> None:
        """`make` is called with the steps as they are wanted, whether to connect them with each other, and
        whether a flow is to lead to the first one from `after`: words for the step behind which they come."""
        super().__init__(parent)
        self.setObjectName("list_preview")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._view = view
        self._steps = list(steps)
        self._make = make
        headline = tr_count("Add 1 step", "Add {count} steps", len(steps))
        self.setWindowTitle(tr("Paste a list"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        top = PlainLabel(headline)
        top.setProperty("role", "heading")
        column.addWidget(top)
        column.addWidget(
            PlainLabel(
                tr("This is how the list was read. Select lines to change their activity."),
                wrap=True,
            )
        )
        self.table = self._table()
        self.activity = self._activity()
        self.connected = QCheckBox(tr("&Connect them one after the other"))
        self.connected.setChecked(True)
        told = menu_text(shortened(" ".join(after.split()), CELL_LENGTH))
        self.following = QCheckBox(tr("Connect the first one a&fter {step}").format(step=told))
        self.following.setChecked(bool(after))
        self.following.setVisible(bool(after))
        column.addWidget(self.table, 1)
        column.addLayout(self._line())
        column.addWidget(self.connected)
        column.addWidget(self.following)
        column.addWidget(self._buttons(headline))
        self.accepted.connect(self._on_accepted)
        self.table.itemSelectionChanged.connect(self._on_selection)
        self.table.selectRow(0)
        self.table.setFocus()
        self.resize(WIDTH, REST + ROW * min(MOST_ROWS, len(steps) + 1))

    def steps(self) -> list[ListedStep]:
        """Return the steps as they are wanted now."""
        return list(self._steps)

    # -- inside -----------------------------------------------------------------------------------------
    def _table(self) -> QTableWidget:
        table = QTableWidget(len(self._steps), 3)
        table.setObjectName("listed_steps")
        table.setAccessibleName(tr("Steps of the list"))
        table.setHorizontalHeaderLabels([tr("Step"), tr("Activity"), tr("Actions and tasks")])
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().setDefaultSectionSize(ROW)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for row, step in enumerate(self._steps):
            tasks = "  ·  ".join(text for text, _ in step.tasks)
            for index, text in ((STEP, step.name), (TASKS, tasks)):
                table.setItem(row, index, QTableWidgetItem(_cell(text)))
            self._show_lane(table, row)
        header = table.horizontalHeader()
        header.setSectionResizeMode(STEP, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(TASKS, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(ACTIVITY, QHeaderView.ResizeMode.ResizeToContents)
        header.setHighlightSections(False)
        return table

    def _show_lane(self, table: QTableWidget, row: int) -> None:
        lane = self._view.get(self._steps[row].lane, Lane)
        icon = activity_icon(lane.id, theme.current().lane(lane.color).text)
        table.setItem(row, ACTIVITY, QTableWidgetItem(icon, _cell(lane_title(lane))))

    def _activity(self) -> QComboBox:
        combo = QComboBox()
        combo.setObjectName("list_activity")
        for lane in self._view.lanes:
            ink = theme.current().lane(lane.color).text
            combo.addItem(activity_icon(lane.id, ink), _cell(lane_title(lane)), lane.id)
        combo.activated.connect(self._on_activity)
        return combo

    def _line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        label = PlainLabel(tr("Activity of the selected lines"))
        label.setBuddy(self.activity)
        self.activity.setAccessibleName(label.text())
        line.addWidget(label)
        line.addWidget(self.activity)
        line.addStretch(1)
        return line

    def _buttons(self, words: str) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        buttons.addButton(QPushButton(tr("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        add = QPushButton(menu_text(words))
        add.setObjectName("add_steps")
        buttons.addButton(add, QDialogButtonBox.ButtonRole.AcceptRole)
        add.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _rows(self) -> list[int]:
        return sorted({index.row() for index in self.table.selectedIndexes()})

    def _on_selection(self) -> None:
        lanes = {self._steps[row].lane for row in self._rows()}
        self.activity.setEnabled(bool(lanes))
        self.activity.setCurrentIndex(self.activity.findData(lanes.pop()) if len(lanes) == 1 else -1)

    def _on_activity(self) -> None:
        lane = str(self.activity.currentData())
        for row in self._rows():
            self._steps[row] = dataclasses.replace(self._steps[row], lane=lane)
            self._show_lane(self.table, row)

    def _on_accepted(self) -> None:
        self._make(self.steps(), self.connected.isChecked(), self.following.isChecked())


def _cell(text: str) -> str:
    return shortened(" ".join(text.split()), CELL_LENGTH)
