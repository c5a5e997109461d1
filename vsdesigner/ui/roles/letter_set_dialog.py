"""Chooses the responsibility letters of the document, and shows what becomes of those in use."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from vsdesigner.commands import letter_sets
from vsdesigner.document.wording import series_text
from vsdesigner.model.errors import UserError
from vsdesigner.model.parts import RaciLetter
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import PlainLabel, shortened
from vsdesigner.ui.roles.letter_rows import LetterRows
from vsdesigner.ui.roles.tab_order import move_focus
from vsdesigner.ui.session import Session

SHORT = 40  # characters of a name in a sentence


def open_letter_set(session: Session, home: QWidget) -> LetterSetDialog:
    """Open the dialog over the window of `home`; it does not wait."""
    session.committing.emit()
    dialog = LetterSetDialog(session, home.window())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    chosen = dialog.sets.checkedButton()
    if chosen is not None:
        chosen.setFocus(Qt.FocusReason.TabFocusReason)
    return dialog


class LetterSetDialog(QDialog):
    """Nothing changes until *Use These Letters*, which is one undo step."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setObjectName("letter_set")
        self.setWindowTitle(tr("Responsibility Letters"))
        settings = session.now.settings
        self.sets = QButtonGroup(self)
        self.rows = LetterRows(self)
        self.consequence = self._label("letter_set.consequence")
        self.keep = QRadioButton(self)
        self.keep.setObjectName("letter_set.keep")
        self.keep.setChecked(True)
        self.drop = QRadioButton(self)
        self.drop.setObjectName("letter_set.drop")
        self.choice = QButtonGroup(self)  # a group of its own: the sets are radio buttons too
        self.meanings = self._label("letter_set.meanings")
        self.refusal = self._label("letter_set.refusal")
        self.refusal.setProperty("role", "danger")
        self.implied = QCheckBox(tr("Who is accountable counts as responsible, too"), self)
        self.implied.setObjectName("letter_set.implied")
        self.implied.setToolTip(tr("Then a row with an A but no R is complete."))
        self.implied.setChecked(settings.accountable_implies_responsible)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setIcon(QIcon())
        self.use_button = QPushButton(tr("Use These Letters"), self)
        self.use_button.setObjectName("letter_set.use")
        self.use_button.setDefault(True)
        self.buttons.addButton(self.use_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        self.rows.show_letters(settings.raci_letters, settings.raci_letters)
        self._check_set(letter_sets.set_of(session.now))
        self.sets.idClicked.connect(self._on_set)
        self.choice.idClicked.connect(lambda _id: self._tell())
        self.rows.edited.connect(self._on_edited)
        session.replaced.connect(self.reject)
        self._tell()

    def _label(self, name: str) -> PlainLabel:
        made = PlainLabel("", self, wrap=True)
        made.setObjectName(name)
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(8)
        for id, entry in enumerate(letter_sets.SETS):
            column.addWidget(self._set_button(id, entry.id, f"{entry.name} – {tr(entry.about)}"))
        own = tr("Own letters – edit the lines below, add others or take some out.")
        column.addWidget(self._set_button(len(letter_sets.SETS), letter_sets.OWN, own))
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMinimumSize(670, 232)
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 4, 6, 4)
        inside.addWidget(self.rows)
        inside.addStretch(1)
        area.setWidget(holder)
        column.addWidget(area, 1)
        for id, button in enumerate((self.keep, self.drop)):
            self.choice.addButton(button, id)
        for widget in (self.consequence, self.keep, self.drop, self.meanings, self.implied, self.refusal):
            column.addWidget(widget)
        column.addWidget(self.buttons)

    def _set_button(self, id: int, name: str, text: str) -> QRadioButton:
        button = QRadioButton(text, self)
        button.setObjectName(f"letter_set.{name}")
        self.sets.addButton(button, id)
        return button

    # -- what is proposed -------------------------------------------------------------------------------
    @property
    def letters(self) -> list[RaciLetter]:
        """The set as it stands in the lines, once `refusal` has nothing against them."""
        own = self.session.now.settings.raci_letters
        written = [*(entry for known in letter_sets.SETS for entry in known.letters), *own]
        sources = {(tr(entry.name), tr(entry.meaning)): (entry.name, entry.meaning) for entry in written}
        found = []
        for line in self.rows.lines:
            shown = line.name.strip(), line.meaning.strip()
            name, meaning = sources.get(shown, shown)  # what nobody changed stays in the source language
            found.append(RaciLetter(letter=line.letter, name=name, meaning=meaning))
        return found

    def _check_set(self, name: str) -> None:
        names = [entry.id for entry in letter_sets.SETS]
        button = self.sets.button(names.index(name) if name in names else len(names))
        button.setChecked(True)

    def _on_set(self, id: int) -> None:
        present = self.session.now.settings.raci_letters
        known = letter_sets.SETS[id].letters if id < len(letter_sets.SETS) else present
        self.rows.show_letters(known, present)
        self._tell()

    def _on_edited(self) -> None:
        self._check_set(letter_sets.OWN)
        self._tell()

    def _tell(self) -> None:
        """Say what becomes of the letters in use, or why the lines are no set."""
        lines = self.rows.lines
        why = letter_sets.refusal([(line.letter, line.name) for line in lines])
        self.refusal.setText(why)
        self.refusal.setVisible(bool(why))
        self.use_button.setEnabled(not why)
        names = {line.letter for line in lines}
        self.implied.setEnabled({"A", "R"} <= names)
        lacking = self._lacking() if not why else Counter()
        for widget in (self.consequence, self.keep, self.drop):
            widget.setVisible(bool(lacking))
        if lacking:
            words = series_text(list(lacking))
            told = (
                tr("1 cell holds {letters}, which this set does not have:")
                if self._cells == 1
                else tr("{count} cells hold {letters}, which this set does not have:")
            )
            self.consequence.setText(told.format(count=self._cells, letters=words))
            self.keep.setText(tr("Keep {letters} as well").format(letters=words))
            self.drop.setText(tr("Take {letters} out of the matrix").format(letters=words))
        self._tell_meanings({} if why or self._is_own() else self._new_meanings())

    def _lacking(self) -> Counter[str]:
        cells = letter_sets.foreign_letters(self.session.now, self.letters, self.rows.renamed)
        self._cells = len(cells)
        return Counter(letter for cell in cells for letter in cell.letters)

    def _new_meanings(self) -> dict[str, int]:
        return letter_sets.new_meanings(self.session.now, self.letters, self.rows.renamed)

    def _is_own(self) -> bool:
        return self.sets.checkedId() == len(letter_sets.SETS)

    def _tell_meanings(self, renewed: dict[str, int]) -> None:
        before = {entry.letter: entry.name for entry in self.session.now.settings.raci_letters}
        after = {line.letter: line.name for line in self.rows.lines}
        sentences = [
            tr("{letter} means “{after}” then; {count} × it stands for “{before}” now.").format(
                letter=letter,
                after=shortened(after[letter], SHORT),
                count=count,
                before=shortened(tr(before[letter]), SHORT),
            )
            for letter, count in renewed.items()
        ]
        self.meanings.setText("\n".join(sentences))
        self.meanings.setVisible(bool(sentences))

    @guarded(default=False)
    def focusNextPrevChild(self, next: bool) -> bool:
        return move_focus(self, next)

    # -- applying ---------------------------------------------------------------------------------------
    @guarded
    def accept(self) -> None:
        """Use the letters; when that is refused, the dialog stays and says why."""
        if not self.use_button.isEnabled():
            return
        try:
            with self.session.edit(tr("Change the responsibility letters")) as draft:
                letter_sets.set_letters_of_document(
                    draft, self.letters, renamed=self.rows.renamed, keep=self.keep.isChecked()
                )
                letter_sets.set_accountable_implies_responsible(draft, self.implied.isChecked())
        except UserError as error:
            self.refusal.setText(str(error))
            self.refusal.show()
            return
        super().accept()
