"""The section of a step with the practices that contribute."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from vsdesigner.commands import lists
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import PracticeUse
from vsdesigner.model.records import Practice, Record, Step
from vsdesigner.model.text import NAME_LENGTH
from vsdesigner.ui.editors.practice_list import PracticeList
from vsdesigner.ui.editors.row_list import RowList
from vsdesigner.ui.editors.suggestions import Suggestion, exact, matching
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.panels.sections import suggesting
from vsdesigner.ui.panels.sections.common import carried_over, in_common, same
from vsdesigner.ui.panels.sections.list_sections import steps_of
from vsdesigner.ui.panels.sections.uses_section import UsesSection
from vsdesigner.ui.plain import shortened
from vsdesigner.ui.session import Session


class PracticesSection(UsesSection):
    """Practices that contribute; chosen from the catalogue or made on the fly."""

    key = "practices"
    title = "Practices"

    shared = Practice
    rows: PracticeList

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, tr("Add a practice"), NAME_LENGTH, parent)

    def make_rows(self) -> RowList:
        rows = PracticeList(lambda id: suggesting.practice_label(self.view, id), self)
        rows.committed.connect(self._on_uses)
        rows.retitled.connect(self._on_renamed)
        return rows

    @classmethod
    def count(cls, view: Snapshot, records: Sequence[Record]) -> int | None:
        return len(common_practices(steps_of(records))) or None

    def refresh(self) -> None:
        steps = self.steps
        self.rows.set_value(common_practices(steps), several=not same([step.practices for step in steps]))
        self.rows.refresh_names()

    def _known(self) -> list[Suggestion]:
        chosen = {use.practice for use in common_practices(self.steps)}
        lanes = {step.lane for step in self.steps}
        return suggesting.practice_suggestions(self.view, self._usage, lanes, chosen)

    def suggestions(self, typed: str) -> list[Suggestion]:
        create = tr("Create “{name}”").format(name=shortened(typed.strip(), 60))
        return matching(self._known(), typed, "" if self._chosen_already(typed) else create)

    def _chosen_already(self, typed: str) -> bool:
        every = suggesting.practice_suggestions(self.view, self._usage, (), ())
        named = exact(every, typed)
        return named is not None and named.key in {use.practice for use in common_practices(self.steps)}

    def on_typed(self, text: str) -> None:
        if self._chosen_already(text):
            self.tell(tr("“{name}” is in the list already.").format(name=shortened(text, 60)))
        else:
            self._put(exact(self._known(), text), text)

    def on_chosen(self, suggestion: Suggestion) -> None:
        self._put(None if suggestion.creates else suggestion, suggestion.key)

    def _put(self, known: Suggestion | None, text: str) -> None:
        """Add a known practice, or one of this name, to all shown steps."""
        name = known.text if known is not None else text
        label = tr("Add the practice “{name}”").format(name=shortened(name, 40))
        steps = self.steps

        def verb(draft: Draft) -> None:
            id = known.key if known is not None else lists.practice_named(draft, text)
            for step in steps:
                lists.set_practices(draft, step.id, (*step.practices, PracticeUse(practice=id)))

        self.edit(label, verb)

    def _on_uses(self, uses: tuple[PracticeUse, ...]) -> None:
        steps = self.steps
        shown = common_practices(steps)
        label = self.lists_label(
            len(shown), len(uses), "", tr("Remove a practice from “{name}”"), tr("Practices")
        )

        def verb(draft: Draft) -> None:
            for step in steps:
                own = uses if len(steps) == 1 else carried_over(step.practices, shown, uses, _practice)
                lists.set_practices(draft, step.id, own)

        self.edit(label, verb)

    def _on_renamed(self, practice: str, name: str) -> None:
        present = self.view.find(practice)
        if not name or not isinstance(present, Practice):
            self.rows.refresh_names()
            return
        label = tr("Rename “{name}”").format(name=shortened(present.name, 40))
        self.edit(label, lambda draft: draft.update(practice, name=name))


def _practice(use: PracticeUse) -> str:
    return use.practice


def common_practices(steps: Sequence[Step]) -> tuple[PracticeUse, ...]:
    """Return the practices of a step, or those that all steps have; differing contributions are left out."""
    if len(steps) < 2:
        return steps[0].practices if steps else ()
    uses = in_common([step.practices for step in steps], _practice)
    return tuple(
        use if all(use in step.practices for step in steps) else use.model_copy(update={"contribution": ""})
        for use in uses
    )
