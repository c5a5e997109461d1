"""Shows the work that an ended run left behind and asks for each piece what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from vsdesigner.ui.dialogs.answers import Crashed
from vsdesigner.ui.dialogs.crash_offer import CrashOffer
from vsdesigner.ui.i18n import tr, tr_count
from vsdesigner.ui.plain import PlainLabel, shortened

LONGEST_NAME = 80


class OfferCard(QFrame):
    """One piece of work: name, time, pictures of both states, and the choice."""

    def __init__(self, offer: CrashOffer, number: int) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName(f"crash_{number}")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        name = PlainLabel(shortened(offer.name, LONGEST_NAME))
        name.setProperty("role", "strong")
        column.addWidget(name)
        changes = tr_count("1 change", "{count} changes", offer.changes)
        when = tr("{changes}, the last one {time}").format(changes=changes, time=offer.when)
        for line, role in ((when, "muted"), (offer.place, "muted"), (offer.warning, "warning")):
            if line:
                label = PlainLabel(line, wrap=True)
                label.setProperty("role", role)
                column.addWidget(label)
        if offer.before is not None and offer.after is not None:
            column.addLayout(_pictures(offer.before, offer.after))
        column.addLayout(self._choices(offer.name))

    def _choices(self, name: str) -> QHBoxLayout:
        row = QHBoxLayout()
        self._group = QButtonGroup(self)
        self._buttons: dict[QRadioButton, Crashed] = {}
        for answer, text in (
            (Crashed.RECOVER, tr("Recover")),
            (Crashed.DISCARD, tr("Discard")),
            (Crashed.LATER, tr("Decide later")),
        ):
            button = QRadioButton(text)
            button.setObjectName(f"{self.objectName()}_{answer.value}")
            button.setAccessibleName(f"{text}: {shortened(name, LONGEST_NAME)}")
            button.setChecked(answer is Crashed.RECOVER)
            self._group.addButton(button)
            self._buttons[button] = answer
            row.addWidget(button)
        row.addStretch(1)
        return row

    @property
    def answer(self) -> Crashed:
        """What is chosen."""
        return next(answer for button, answer in self._buttons.items() if button.isChecked())


class RecoveryDialog(QDialog):
    """All offers below each other; nothing is thrown away before Continue."""

    def __init__(self, offers: Sequence[CrashOffer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recovery_dialog")
        self.setWindowTitle(tr("Recover unsaved work"))
        headline = PlainLabel(
            tr_count(
                "The program ended without saving one document.",
                "The program ended without saving {count} documents.",
                len(offers),
            ),
            wrap=True,
        )
        headline.setProperty("role", "heading")
        question = tr("Everything up to the last change was kept. What shall become of it?")
        safe = PlainLabel(question, wrap=True)
        self._cards = [OfferCard(offer, number) for number, offer in enumerate(offers)]
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(headline)
        column.addWidget(safe)
        column.addWidget(self._scrolled(), 1)
        buttons = QDialogButtonBox()
        go_on = buttons.addButton(tr("Continue"), QDialogButtonBox.ButtonRole.AcceptRole)
        go_on.setObjectName("recovery_continue")
        go_on.setDefault(True)
        buttons.addButton(tr("Decide Later"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.resize(640, 280 + min(2, len(offers)) * 240)

    def _scrolled(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        host = QWidget()
        column = QVBoxLayout(host)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for card in self._cards:
            column.addWidget(card)
        column.addStretch(1)
        area.setWidget(host)
        return area

    def answers(self) -> list[Crashed]:
        """What is chosen, in the order of the offers; a dialog that was left means later."""
        if self.result() != QDialog.DialogCode.Accepted:
            return [Crashed.LATER for _ in self._cards]
        return [card.answer for card in self._cards]

    def ask(self) -> list[Crashed]:
        """Show the dialog, wait, and return the answers."""
        self.exec()
        answers = self.answers()
        self.deleteLater()
        return answers


def _pictures(before: QPixmap, after: QPixmap) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(16)
    for picture, text in ((before, tr("As it was saved or begun")), (after, tr("With the changes"))):
        column = QVBoxLayout()
        column.setSpacing(4)
        shown = PlainLabel()
        shown.setPixmap(picture)
        caption = PlainLabel(text)
        caption.setProperty("role", "muted")
        column.addWidget(shown)
        column.addWidget(caption)
        row.addLayout(column)
    row.addStretch(1)
    return row
