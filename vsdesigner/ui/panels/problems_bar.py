"""What stands above the problems: what is asked of the document, words to look for, levels and headings."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from vsdesigner.analysis.finding import Level
from vsdesigner.analysis.problems import Problems
from vsdesigner.language import say
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import icon
from vsdesigner.ui.panels.problems_groups import Grouping
from vsdesigner.ui.panels.signs import GLYPHS, level_words
from vsdesigner.ui.plain import escape_tooltip

WIDE = 560  # px from which on everything has room on one line
INKS = {Level.ERROR: "danger", Level.WARNING: "warning", Level.HINT: "muted"}


def grouping_names() -> dict[Grouping, str]:
    """Return what the ways of grouping are called."""
    return {
        Grouping.LEVEL: tr("By level"),
        Grouping.CHECK: tr("By check"),
        Grouping.PLACE: tr("By step"),
    }


class FilterField(QLineEdit):
    """Words to look for; Down and Enter lead into the list below."""

    left_below = Signal()

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_below.emit()
        else:
            super().keyPressEvent(event)


class ProblemsBar(QWidget):
    """One line, or two where it is narrow."""

    profile_chosen = Signal(str)
    levels_changed = Signal()
    grouping_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.profile = QComboBox()
        self.profile.setObjectName("problems_profile")
        self.profile.setAccessibleName(tr("What is asked of this document"))
        self.profile.activated.connect(lambda at: self.profile_chosen.emit(self.profile.itemData(at)))
        self.filter = FilterField()
        self.filter.setObjectName("problems_filter")
        self.filter.setPlaceholderText(tr("Filter"))
        self.filter.setAccessibleName(tr("Filter the problems"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaxLength(200)
        self.chips = {level: self._chip(level) for level in Level}
        self.grouping = self._grouping_button()
        self._box = QWidget()
        chips = QHBoxLayout(self._box)
        chips.setContentsMargins(0, 0, 0, 0)
        chips.setSpacing(2)
        for chip in self.chips.values():
            chips.addWidget(chip)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(4, 0, 4, 0)
        self._grid.setSpacing(4)
        self._wide: bool | None = None
        self._place(wide=True)

    @property
    def levels(self) -> frozenset[Level]:
        """The levels that are wanted."""
        return frozenset(level for level, chip in self.chips.items() if chip.isChecked())

    def show_profile(self, profile: str) -> None:
        """Show which profile the document has chosen."""
        if not self.profile.count():
            from vsdesigner.analysis.profiles import PROFILES  # late: the first frame checks nothing

            for each in PROFILES.values():
                self.profile.addItem(say(each.title), each.id)
                self.profile.setItemData(
                    self.profile.count() - 1, escape_tooltip(say(each.why)), Qt.ItemDataRole.ToolTipRole
                )
        at = max(0, self.profile.findData(profile))
        self.profile.setCurrentIndex(at)
        from vsdesigner.analysis.profiles import profile_named

        self.profile.setToolTip(escape_tooltip(say(profile_named(profile).why)))

    def show_counts(self, problems: Problems) -> None:
        """Count the findings of each level on its chip."""
        for level, chip in self.chips.items():
            count = problems.counts[level]
            chip.setText(str(count))
            words = level_words(level, count)
            state = tr("{findings}, listed") if chip.isChecked() else tr("{findings}, not listed")
            chip.setAccessibleName(state.format(findings=words))
            tip = (
                tr("{findings}. Click to hide them.")
                if chip.isChecked()
                else tr("{findings}. Click to list them.")
            )
            chip.setToolTip(escape_tooltip(tip.format(findings=words)))
            chip.setIcon(icon(GLYPHS[level], INKS[level] if chip.isChecked() and count else "faint"))

    def show_grouping(self, grouping: Grouping) -> None:
        """Say how the findings are grouped."""
        self.grouping.setText(grouping_names()[grouping])
        for action in self.grouping.menu().actions():
            action.setChecked(action.data() == grouping.value)

    def _chip(self, level: Level) -> QToolButton:
        chip = QToolButton()
        chip.setObjectName(f"problems_level_{level.value}")
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        chip.setChecked(True)
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setIconSize(QSize(16, 16))
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.toggled.connect(lambda _on: self.levels_changed.emit())
        return chip

    def _grouping_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("problems_grouping")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(tr("Which headings the problems stand under"))
        button.setToolTip(tr("Which headings the problems stand under"))
        menu = QMenu(button)
        group = QActionGroup(menu)
        for grouping, name in grouping_names().items():
            action = QAction(name, menu)
            action.setCheckable(True)
            action.setData(grouping.value)
            action.triggered.connect(lambda _on=False, grouping=grouping: self.grouping_chosen.emit(grouping))
            group.addAction(action)
            menu.addAction(action)
        button.setMenu(menu)
        return button

    def _place(self, *, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        for widget in (self.profile, self.filter, self._box, self.grouping):
            self._grid.removeWidget(widget)
        if wide:
            for column, widget in enumerate((self.profile, self.filter, self._box, self.grouping)):
                self._grid.addWidget(widget, 0, column)
        else:
            self._grid.addWidget(self.profile, 0, 0, 1, 2)
            self._grid.addWidget(self.filter, 1, 0, 1, 2)
            self._grid.addWidget(self._box, 2, 0)
            self._grid.addWidget(self.grouping, 2, 1, Qt.AlignmentFlag.AlignRight)
        for column in range(4):
            self._grid.setColumnStretch(column, int(column == (1 if wide else 0)))

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(wide=event.size().width() >= WIDE)

    @guarded(default=QSize)
    def minimumSizeHint(self) -> QSize:
        return QSize(160, super().minimumSizeHint().height())
