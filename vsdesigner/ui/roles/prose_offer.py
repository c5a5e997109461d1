"""A quiet line that says which roles the prose names, and the card on which one chooses which to make."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from vsdesigner.analysis.prose_roles import RoleCandidate, candidates
from vsdesigner.commands.roles_from_prose import make_roles
from vsdesigner.document.change import Change
from vsdesigner.document.wording import series_text
from vsdesigner.model.fields import field
from vsdesigner.model.records import Record, Role, Step, Stream
from vsdesigner.ui.editors.link_label import LinkLabel
from vsdesigner.ui.i18n import tr, tr_count
from vsdesigner.ui.plain import PlainLabel, menu_text, shortened
from vsdesigner.ui.roles.card import Card
from vsdesigner.ui.session import Session

NAMED = 3  # roles that the line names; of more it says how many
SHORT = 40  # characters of a name on the line
SENTENCE = 160
PAUSE = 400  # ms without a change before the prose is read again
MOST = 40  # roles on the card
#: Fields that hold nothing but a name: there is no sentence to show.
_WHOLE: dict[str, type[Record]] = {"owner": Stream, "supplier": Step}


def open_make_roles(session: Session, home: QWidget, near: QRect | None = None) -> MakeRolesCard | None:
    """Open the card for the shown stream; None, and a word on it, when its texts name nobody new."""
    session.committing.emit()
    found = candidates(session.now, session.stream)
    if not found:
        session.tell(tr("The texts of this stream name nobody who is no role yet."))
        return None
    card = MakeRolesCard(session, home, found)
    card.open_at(near)
    return card


class ProseOffer(LinkLabel):
    """Reads the texts of the shown stream when there is time, and hides while they name nobody new."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._session = session
        self.found: tuple[RoleCandidate, ...] = ()
        #: What gets the keyboard when the line goes while it has it; without one, the field before it.
        self.heir: QWidget | None = None
        self.setObjectName("prose_offer")
        self.setToolTip(tr("Choose which of them become roles of this document."))
        self.hide()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.read)
        session.changed.connect(self._on_change)
        session.replaced.connect(self.read)
        session.stream_changed.connect(self.read)
        self.followed.connect(self.open)
        QTimer.singleShot(0, self, self.read)

    def read(self) -> None:
        """Look now which roles the texts name."""
        self._pause.stop()
        if self._session.stream in self._session.now:
            self.found = candidates(self._session.now, self._session.stream)
            self._show_found()

    def open(self) -> MakeRolesCard | None:
        """Open the card beside this line; None when there is nobody to make a role of any more."""
        near = QRect(self.mapToGlobal(QPoint(0, 0)), self.size())
        return open_make_roles(self._session, self, near)

    def _on_change(self, change: Change) -> None:
        if not change.is_movement and any(isinstance(each, Stream | Step | Role) for each in change.records):
            self._pause.start()

    def _show_found(self) -> None:
        names = [shortened(each.name, SHORT) for each in self.found]
        listed = series_text(names)
        if len(names) > NAMED:
            more = tr("{names} and {count} more")
            listed = more.format(names=", ".join(names[:NAMED]), count=len(names) - NAMED)
        text = (
            tr("The text names {names}, who is no role yet. Make a role…")
            if len(names) == 1
            else tr("The text names {count} who are no roles yet: {names}. Make roles…")
        )
        self.setText(text.format(count=len(names), names=listed) if names else "")
        if not names and self.hasFocus():
            self._hand_on()
        self.setVisible(bool(names))

    def _hand_on(self) -> None:
        if self.heir is not None and self.heir.isVisible():
            self.heir.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focusNextPrevChild(False)


class MakeRolesCard(Card):
    """A tick for each role that the prose names, with the sentence; one undo step makes those ticked."""

    def __init__(self, session: Session, home: QWidget, found: Sequence[RoleCandidate]) -> None:
        super().__init__(session, home, tr("Make roles from the text"))
        self.setObjectName("make_roles")
        self._stream = session.stream
        self._found = tuple(found[:MOST])
        self.ticks: list[QCheckBox] = []
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for number, candidate in enumerate(self._found):
            column.addWidget(self._tick(number, candidate))
            column.addWidget(self._sentence(candidate))
        column.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(holder)
        for ground in (holder, self._area.viewport()):
            ground.setAutoFillBackground(False)  # the card's own shows through
        self._holder = holder
        self.make_button = QPushButton(self)
        self.make_button.setObjectName("make_roles.make")
        self.make_button.setProperty("role", "primary")
        self.make_button.clicked.connect(self.make)
        self.box.addWidget(self._area, 1)
        self.box.addWidget(self.make_button)
        self._count()

    def _tick(self, number: int, candidate: RoleCandidate) -> QCheckBox:
        tick = QCheckBox(menu_text(candidate.name), self)
        tick.setObjectName(f"make_roles.{number}")
        tick.setChecked(True)
        tick.setProperty("strong", True)
        tick.setAccessibleDescription(candidate.sentence)
        tick.toggled.connect(self._count)
        self.ticks.append(tick)
        return tick

    def _sentence(self, candidate: RoleCandidate) -> PlainLabel:
        words = [f"“{shortened(candidate.sentence, SENTENCE)}”"]
        kind = _WHOLE.get(candidate.mentions[0].field)
        if kind is not None:
            words = [tr(field(kind, candidate.mentions[0].field).label)]
        names = {entry.letter: tr(entry.name) for entry in self.session.now.settings.raci_letters}
        placed = dict.fromkeys(each.letters for each in candidate.mentions if each.record != self._stream)
        given = [names[letter] for letter in placed if letter in names]
        if given:
            words.append(series_text(given))
        label = PlainLabel(" – ".join(words), self, wrap=True)
        label.setProperty("role", "muted")
        label.setContentsMargins(28, 0, 4, 6)
        return label

    def first_field(self) -> QWidget:
        return self.ticks[0]

    def wanted_width(self) -> int:
        return 400

    def refresh(self) -> bool:
        margins = self._area.contentsMargins()
        inner = self.wanted_width() - 40
        layout = self._holder.layout()
        height = layout.totalHeightForWidth(inner) if layout is not None else 0
        self._area.setMinimumHeight(min(max(height, 40) + margins.top() + margins.bottom(), 420))
        return self._stream in self.session.now

    @property
    def chosen(self) -> list[RoleCandidate]:
        """The roles that are ticked."""
        return [each for each, tick in zip(self._found, self.ticks, strict=True) if tick.isChecked()]

    def make(self) -> None:
        """Make the ticked roles and close."""
        chosen = self.chosen
        if not chosen:
            return
        label = tr_count("Make 1 role from the text", "Make {count} roles from the text", len(chosen))
        with self.session.edit(label) as draft:
            make_roles(draft, self._stream, chosen)
        self.leave()
        text = tr_count("1 role was made.", "{count} roles were made.", len(chosen))
        self.session.tell_with_undo(text)

    def _count(self, _on: bool = False) -> None:
        count = len(self.chosen)
        self.make_button.setText(tr_count("Make 1 Role", "Make {count} Roles", count))
        self.make_button.setEnabled(count > 0)
