"""The card of one role: name, duty, whom it belongs to, its letters, and merging or removing it."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

from vsdesigner.analysis.role_counts import role_counts
from vsdesigner.commands import roles
from vsdesigner.model.fields import field
from vsdesigner.model.records import Organisation, Role
from vsdesigner.ui.editors.choice_field import ChoiceField
from vsdesigner.ui.editors.text_field import TextField
from vsdesigner.ui.editors.words import choices
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import icon
from vsdesigner.ui.plain import PlainLabel, escape_tooltip, menu_text, shortened
from vsdesigner.ui.roles import role_edits
from vsdesigner.ui.roles.card import Card
from vsdesigner.ui.session import Session

_OWN = {Organisation.OWN}


def open_role_card(session: Session, home: QWidget, role: str, near: QRect | None = None) -> RoleCard | None:
    """Open the card of a role in the window of `home`, beside `near` (global px); None when it is gone."""
    if not isinstance(session.now.find(role), Role):
        return None
    card = RoleCard(session, home, role)
    card.open_at(near)
    return card


class RoleCard(Card):
    """Edits one role in place; each change is one undo step and is seen everywhere at once."""

    def __init__(self, session: Session, home: QWidget, role: str) -> None:
        super().__init__(session, home, tr("Role"))
        self.role = role
        self.setObjectName("role_card")
        self.name = TextField(self)
        self.duty = TextField(self, many_lines=True)
        self.organisation = ChoiceField(choices(Organisation), self)
        self.organisation_name = TextField(self)
        self.counts = PlainLabel("", self, wrap=True)
        self.counts.setObjectName("role_card.counts")
        self.counts.setProperty("role", "muted")
        self._labels = {
            name: self._row(name, editor)
            for name, editor in (
                ("name", self.name),
                ("duty", self.duty),
                ("organisation", self.organisation),
                ("organisation_name", self.organisation_name),
            )
        }
        self.box.addWidget(self.counts)
        self._add_buttons()
        self.name.committed.connect(lambda name: self._rename(str(name)))
        self.name.entered.connect(self.leave)
        self.duty.committed.connect(lambda text: self._set("duty", text))
        self.organisation.committed.connect(lambda value: self._set("organisation", Organisation(value)))
        self.organisation_name.committed.connect(lambda text: self._set("organisation_name", text))
        self.organisation_name.entered.connect(self.leave)
        for editor in (self.name, self.duty, self.organisation_name):
            editor.told.connect(session.tell)

    def _row(self, name: str, editor: QWidget) -> PlainLabel:
        described = field(Role, name)
        label = PlainLabel(tr(described.label), self)
        label.setProperty("role", "field")
        label.setBuddy(editor)
        editor.setObjectName(f"role_card.{name}")
        editor.setAccessibleName(tr(described.label))
        editor.setAccessibleDescription(tr(described.help))
        if isinstance(editor, TextField):
            editor.set_hint(tr(described.help))
        else:
            editor.setToolTip(escape_tooltip(tr(described.help)))
        self.box.addWidget(label)
        self.box.addWidget(editor)
        return label

    def _add_buttons(self) -> None:
        line = QFrame(self)
        line.setFrameShape(QFrame.Shape.HLine)
        self.merge_button = QPushButton(tr("Merge Into"), self)
        self.merge_button.setObjectName("role_card.merge")
        self.merge_button.setToolTip(
            tr("Let another role have the letters and duties of this one, which goes then.")
        )
        self.merge_menu = QMenu(self.merge_button)
        self.merge_menu.setObjectName("role_card.merge_menu")
        self.merge_button.setMenu(self.merge_menu)
        self.merge_menu.aboutToShow.connect(self._fill_merge_menu)
        self.remove_button = QPushButton(icon("delete"), tr("Remove Role"), self)
        self.remove_button.setObjectName("role_card.remove")
        self.remove_button.setToolTip(tr("Remove this role with its letters in all steps."))
        self.remove_button.setProperty("role", "danger")
        self.remove_button.clicked.connect(self._remove)
        buttons = QHBoxLayout()
        buttons.addWidget(self.merge_button)
        buttons.addStretch(1)
        buttons.addWidget(self.remove_button)
        self.box.addWidget(line)
        self.box.addLayout(buttons)

    # -- what is shown ----------------------------------------------------------------------------------
    def first_field(self) -> QWidget:
        return self.name

    def refresh(self) -> bool:
        role = self.session.now.find(self.role)
        if not isinstance(role, Role):
            return False
        self.name.set_value(role.name)
        self.duty.set_value(role.duty)
        self.organisation.set_value(role.organisation)
        self.organisation_name.set_value(role.organisation_name)
        named = role.organisation not in _OWN
        self.organisation_name.setVisible(named)
        self._labels["organisation_name"].setVisible(named)
        self.merge_button.setEnabled(len(self.session.now.roles) > 1)
        self.counts.setText(self._counts_text())
        self.setAccessibleName(tr("Role “{name}”").format(name=role.name))
        return True

    def _counts_text(self) -> str:
        counts = role_counts(self.session.now)[self.role]
        held = [f"{letter} {count}" for letter, count in counts.items() if count]
        if not held:
            return tr("Holds no letter in any step.")
        return tr("Letters in all streams: {letters}").format(letters=" · ".join(held))

    def _fill_merge_menu(self) -> None:
        self.merge_menu.clear()
        for other in self.session.now.roles:
            if other.id != self.role:
                action = self.merge_menu.addAction(menu_text(other.name) or tr("Role without a name"))
                action.triggered.connect(lambda _on=False, into=other.id: self._merge(into))

    # -- what is changed --------------------------------------------------------------------------------
    def commit(self) -> None:
        if isinstance(self.session.now.find(self.role), Role):
            for editor in (self.name, self.duty, self.organisation_name):
                editor.commit()

    def _rename(self, name: str) -> None:
        role_edits.rename(self.session, self.role, name)
        self.refresh()  # a name that was refused is put back

    def _set(self, name: str, value: object) -> None:
        role = self.session.now.find(self.role)
        if not isinstance(role, Role):
            return  # removed elsewhere while something was typed here
        label = tr("Change “{field}” of “{role}”").format(
            field=tr(field(Role, name).label), role=shortened(role.name, role_edits.NAME)
        )
        with self.session.edit(label) as draft:
            roles.set_role(draft, self.role, **{name: value})

    def _merge(self, into: str) -> None:
        self.commit()
        role_edits.merge(self.session, self.role, into)

    def _remove(self) -> None:
        role_edits.remove(self.session, self.role)
