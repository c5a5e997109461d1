"""The section that says who is responsible, accountable, consulted and informed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from vsdesigner.commands import raci
from vsdesigner.commands import roles as role_verbs
from vsdesigner.document.change import Change
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import letters_of, role_name
from vsdesigner.model.fields import field
from vsdesigner.model.records import DocumentSettings, Record, Role, Step
from vsdesigner.model.text import NAME_LENGTH
from vsdesigner.ui.editors.add_field import AddField
from vsdesigner.ui.editors.raci_grid import RaciGrid
from vsdesigner.ui.editors.raci_model import GridLetter, GridRole, Mark
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.panels.sections.field_editors import dress
from vsdesigner.ui.panels.sections.list_sections import steps_of
from vsdesigner.ui.panels.sections.section import Section
from vsdesigner.ui.plain import shortened
from vsdesigner.ui.roles import role_edits
from vsdesigner.ui.session import Session

#: Sets the letters of a role in one step of a draft; returns the role that lost the A, or "".
SetLetters = Callable[[Draft, Step], str]


class RaciSection(Section):
    """A grid of all roles of the document; roles are made and renamed here."""

    key = "raci"
    title = "Responsibility"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.grid = RaciGrid(self)
        spoken = self.grid.accessibleName()
        dress(self.grid, field(Step, "raci"))
        self.grid.setToolTip("")
        self.grid.setObjectName("raci.grid")
        self.grid.setAccessibleName(spoken)
        self.grid.toggled.connect(self._on_toggled)
        self.grid.cycled.connect(self._on_cycled)
        self.grid.cleared.connect(self._on_cleared)
        self.grid.renamed.connect(lambda role, name: role_edits.rename(session, role, name))
        self.grid.remove_asked.connect(lambda role: role_edits.remove(session, role))
        self.grid.edit_asked.connect(self._on_edit)
        self.grid.moved.connect(lambda role, by: role_edits.shift(session, role, by))
        self.add = AddField(self, hint=tr("Add a role"), max_length=NAME_LENGTH)
        self.add.setObjectName("raci.add")
        self.add.typed.connect(self._on_typed)
        self.add.told.connect(self.tell)
        self.grid.left_below.connect(self.add.setFocus)
        self.add.key_hooks.append(self._up_into_grid)
        self.box.setSpacing(4)
        self.box.addWidget(self.grid)
        self.box.addWidget(self.add)

    @classmethod
    def count(cls, view: Snapshot, records: Sequence[Record]) -> int | None:
        return len({mark.role for step in steps_of(records) for mark in step.raci}) or None

    def concerns(self, change: Change) -> bool:
        return super().concerns(change) or any(
            isinstance(record, Role | DocumentSettings) for record in change.records
        )

    @property
    def steps(self) -> list[Step]:
        return steps_of(self.records)

    def refresh(self) -> None:
        letters = tuple(
            GridLetter(entry.letter, tr(entry.name), tr(entry.meaning))
            for entry in self.view.settings.raci_letters
        )
        steps = self.steps
        held = _held(steps)
        roles = tuple(
            GridRole(
                role.id,
                role.name,
                {entry.letter: _mark(held[role.id, entry.letter], len(steps)) for entry in letters},
            )
            for role in self.view.roles
        )
        self.grid.show_roles(letters, roles)
        self.grid.setVisible(bool(roles))

    def forget(self) -> None:
        self.cancel()

    def commit(self) -> None:
        self.grid.commit()
        self.add.commit()

    def cancel(self) -> None:
        self.grid.cancel()
        self.add.cancel()

    def focus_field(self, name: str) -> bool:
        """Put the keyboard into the grid, on a role when `name` is ``raci:<role id>``."""
        field_name, _, role = name.partition(":")
        if field_name != "raci":
            return False
        if not self.grid.roles:
            self.add.setFocus()
            return True
        self.grid.setFocus()
        self.grid.go_to(role or self.grid.current_role() or self.grid.roles[0].id, 1)
        return True

    # -- letters ----------------------------------------------------------------------------------------
    def _on_toggled(self, role: str, letter: str) -> None:
        steps = self.steps
        if _mark(_held(steps)[role, letter], len(steps)) is Mark.ON:
            self._set(role, lambda draft, step: raci.toggle_letter(draft, step.id, role, letter), steps)
        else:
            lacking = [step for step in steps if letter not in letters_of(step.raci, role).split("/")]
            self._set(role, lambda draft, step: raci.toggle_letter(draft, step.id, role, letter), lacking)

    def _on_cycled(self, role: str) -> None:
        steps = self.steps
        if not steps:
            return
        after = raci.next_letters(self.view, [(step.id, "", role) for step in steps])
        self._set(
            role,
            lambda draft, step: raci.set_letters(draft, step.id, role, after),
            steps,
            merge_key=("raci", role, *self.ids),
        )

    def _on_cleared(self, role: str) -> None:
        self._set(role, lambda draft, step: raci.set_letters(draft, step.id, role, ""), self.steps)

    def _set(
        self, role: str, verb: SetLetters, steps: Sequence[Step], merge_key: tuple[str, ...] | None = None
    ) -> None:
        moved: list[str] = []

        def change(draft: Draft) -> None:
            moved.extend(filter(None, (verb(draft, step) for step in steps)))

        name = shortened(role_name(self.view, role), 40)
        self.edit(tr("Change the responsibility of “{role}”").format(role=name), change, merge_key)
        if moved:
            others = ", ".join(dict.fromkeys(shortened(role_name(self.view, id), 40) for id in moved))
            text = tr("“{role}” is accountable now; it was “{other}” before.")
            self.session.tell_with_undo(text.format(role=name, other=others))

    # -- roles ------------------------------------------------------------------------------------------
    def _on_typed(self, name: str) -> None:
        found: list[str] = []
        label = tr("Add the role “{name}”").format(name=shortened(name, 40))
        self.edit(label, lambda draft: found.append(role_verbs.add_role(draft, name)))
        for role in found:
            self.grid.go_to(role, 1)

    def _on_edit(self, role: str) -> None:
        from vsdesigner.ui.roles.role_card import open_role_card  # late: the first frame may do without

        open_role_card(self.session, self, role, self.grid.place_of(role))

    def _up_into_grid(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Up or not self.grid.roles:
            return False
        self.grid.setFocus()
        if not self.grid.current_role():
            self.grid.go_to(self.grid.roles[-1].id, 1)
        return True


def _held(steps: Sequence[Step]) -> Counter[tuple[str, str]]:
    """Count in how many steps a role holds a letter."""
    first = ({mark.role: mark.letters for mark in reversed(step.raci)} for step in steps)
    return Counter(
        (role, letter) for marks in first for role, held in marks.items() for letter in set(held.split("/"))
    )


def _mark(count: int, steps: int) -> Mark:
    if count and count == steps:
        return Mark.ON
    return Mark.SOME if count else Mark.OFF
