"""Reads the matrix of responsibilities: its columns are roles, its cells their letters."""

from __future__ import annotations

from collections.abc import Sequence

from vsdesigner.commands import raci, roles
from vsdesigner.commands.table.duties import letters_in
from vsdesigner.commands.table.errors import CellError
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import letters_of
from vsdesigner.exchange.excel.columns import ACTIVITY_HEADER, STEP_HEADER
from vsdesigner.exchange.excel.languages import plain
from vsdesigner.exchange.excel.raci import CHECK_HEADER
from vsdesigner.exchange.excel.reading.outcome import Problems
from vsdesigner.exchange.excel.reading.rows import Line, Matched
from vsdesigner.exchange.excel.sheets import column_names
from vsdesigner.exchange.excel.table_sheet import ID_HEADER
from vsdesigner.language import say
from vsdesigner.model.parts import RaciMark
from vsdesigner.model.records import Step
from vsdesigner.model.text import NAME_LENGTH

_FIXED = (STEP_HEADER, ACTIVITY_HEADER, CHECK_HEADER, ID_HEADER)
MOST_ROLES = 500


class Letters:
    """Writes the matrices of a document; a role is found once for all of them."""

    def __init__(self, base: Snapshot, draft: Draft, problems: Problems) -> None:
        self._base, self._draft, self._problems = base, draft, problems
        headers = column_names((role.name for role in base.roles), tuple(map(say, _FIXED)))
        self._known = {plain(text): role.id for text, role in zip(headers, base.roles, strict=True)}

    def write(self, matched: Matched, *, is_own: bool) -> None:
        """Write what a matrix says."""
        table = matched.table
        columns = self._columns(matched, is_own=is_own)
        if is_own:
            self._tell_missing(table.sheet, set(columns.values()))
        for line in matched.lines:
            if self._draft.find(line.step) is None or (line.is_new and not line.task):
                continue
            self._write_row(matched, line, columns)
        if is_own:
            self._clear_missing(matched)

    # -- roles ------------------------------------------------------------------------------------------
    def _columns(self, matched: Matched, *, is_own: bool) -> dict[int, str]:
        """Column → role. A header that stands where a known one stood is that role under another name."""
        others = matched.table.others
        found: dict[int, str] = {}
        for column, header in sorted(others.items()):
            role = self._known.get(plain(header), "")
            if not role and not is_own:
                known = roles.role_named(self._draft.view, header)
                role = known.id if known else ""
            if role and role not in found.values():
                found[column] = role
        if is_own:
            found |= self._renamed(others, found)
        for column, header in sorted(others.items()):
            if column not in found and self._is_role(matched, column, is_own=is_own):
                name = " ".join(header.split())[:NAME_LENGTH]
                if len(self._draft.view.roles) < MOST_ROLES:
                    found[column] = roles.add_role(self._draft, name)
        return found

    def _renamed(self, others: dict[int, str], found: dict[int, str]) -> dict[int, str]:
        ids = [role.id for role in self._base.roles]
        missing = [id for id in ids if id not in found.values()]
        new = [column for column in sorted(others) if column not in found]
        renamed: dict[int, str] = {}
        for column in new:
            left = found.get(column - 1) or renamed.get(column - 1)
            place = ids.index(left) + 1 if left in ids else 0
            right = found.get(column + 1)
            end = ids.index(right) if right in ids else len(ids)
            here = [id for id in ids[place:end] if id in missing and id not in renamed.values()]
            unknown = [other for other in new if other >= column]
            if here and (len(here) == 1 or len(new) == len(missing)) and unknown:
                role = here[0]
                renamed[column] = role
                name = " ".join(others[column].split())[:NAME_LENGTH]
                twin = roles.role_named(self._draft.view, name, but=role)
                if twin is None:
                    roles.rename_role(self._draft, role, name)
        return renamed

    def _is_role(self, matched: Matched, column: int, *, is_own: bool) -> bool:
        """Whether the cells of a column are letters, in a table that may be no matrix at all."""
        if is_own:
            return True
        known = self._draft.view.settings.raci_letters
        texts = [line.entry.pieces(column)[0] for line in matched.lines]
        filled = [text for text in texts if text.strip()]
        try:
            return bool(filled) and all(letters_in(known, text) for text in filled)
        except CellError:
            return matched.table.is_raci

    def _tell_missing(self, sheet: str, present: set[str]) -> None:
        for role in self._base.roles:
            if role.id not in present:
                sentence = say("The column of “{role}” is missing; its letters were kept.")
                self._problems.add(sheet, 0, sentence.format(role=role.name))

    # -- letters ----------------------------------------------------------------------------------------
    def _write_row(self, matched: Matched, line: Line, columns: dict[int, str]) -> None:
        table, row, task = matched.table, line.entry.row, line.task
        present = self._draft.get(line.step, Step)
        try:
            marks = raci.marks_of(present, task)
        except KeyError:
            return
        found = {mark.role: mark for mark in reversed(marks)}
        changed = False
        for column, role in columns.items():
            text = line.entry.pieces(column)[0].strip()
            if text == letters_of(marks, role):
                continue
            try:
                letters = letters_in(self._draft.view.settings.raci_letters, text)
            except CellError as error:
                self._problems.add(table.sheet, row, str(error), table.heads.get(column, ""))
                continue
            if letters == letters_of(marks, role):
                continue
            changed = True
            if letters:
                mark = found.get(role) or RaciMark(role=role, letters=letters)
                found[role] = mark.model_copy(update={"letters": letters})
            else:
                found.pop(role, None)
        if changed:
            self._store(present, task, list(found.values()))

    def _store(self, step: Step, task: str, marks: Sequence[RaciMark]) -> None:
        ordered = raci.in_role_order(self._draft.view, marks)
        if not task:
            self._draft.update(step.id, raci=ordered)
            return
        tasks = tuple(
            each.model_copy(update={"raci": ordered}) if each.id == task else each for each in step.tasks
        )
        self._draft.update(step.id, tasks=tasks)

    def _clear_missing(self, matched: Matched) -> None:
        """Take the letters from tasks whose row was deleted while that of their step is there."""
        rows = {(line.step, line.task) for line in matched.lines}
        for step in self._base.steps(matched.stream):
            present = self._draft.find(step.id)
            if (step.id, "") not in rows or not isinstance(present, Step):
                continue
            for task in step.tasks:
                if (
                    task.raci
                    and (step.id, task.id) not in rows
                    and any(t.id == task.id for t in present.tasks)
                ):
                    self._store(self._draft.get(step.id, Step), task.id, ())
