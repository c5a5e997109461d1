"""The section of a step with its tools and technologies."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from vsdesigner.commands import lists
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.tool_text import read_tool
from vsdesigner.model.parts import ToolUse
from vsdesigner.model.records import Record, Step, Tool
from vsdesigner.model.text import TEXT_LENGTH
from vsdesigner.ui.editors.row_list import RowList
from vsdesigner.ui.editors.suggestions import Suggestion, matching
from vsdesigner.ui.editors.tool_list import ToolList
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.panels.sections import suggesting
from vsdesigner.ui.panels.sections.common import carried_over, in_common, same
from vsdesigner.ui.panels.sections.list_sections import steps_of
from vsdesigner.ui.panels.sections.uses_section import UsesSection
from vsdesigner.ui.plain import shortened
from vsdesigner.ui.session import Session


class ToolsSection(UsesSection):
    """Categories of tools with example products."""

    key = "tools"
    title = "Tools and technologies"

    shared = Tool
    rows: ToolList

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, tr("Add a tool, such as: Meeting tools: Teams, Zoom"), TEXT_LENGTH, parent)
        self.add.setAccessibleName(tr("Add a tool"))

    def make_rows(self) -> RowList:
        rows = ToolList(self._tool, self)
        rows.committed.connect(self._on_uses)
        rows.retitled.connect(self._on_retitled)
        return rows

    @classmethod
    def count(cls, view: Snapshot, records: Sequence[Record]) -> int | None:
        return len(common_tools(steps_of(records))) or None

    def refresh(self) -> None:
        steps = self.steps
        self.rows.set_value(common_tools(steps), several=not same([step.tools for step in steps]))
        self.rows.refresh_names()

    def _tool(self, id: str) -> tuple[str, tuple[str, ...]]:
        tool = self.view.find(id)
        return (tool.name, tool.products) if isinstance(tool, Tool) else (id, ())

    def suggestions(self, typed: str) -> list[Suggestion]:
        chosen = {use.tool for use in common_tools(self.steps)}
        known = suggesting.tool_suggestions(self.view, self._usage, chosen)
        category, products = read_tool(typed)
        if products or typed.rstrip().endswith((":", "(")):
            return []  # products are being written: nothing to choose, Enter takes what stands there
        return matching(known, category, tr("Create “{name}”").format(name=shortened(category, 60)))

    def on_typed(self, text: str) -> None:
        category, products = read_tool(text)
        if category:
            self._put(category, products)

    def on_chosen(self, suggestion: Suggestion) -> None:
        if isinstance(suggestion.payload, tuple):
            id, products = suggestion.payload
            self._put(self._tool(id)[0], products)
        else:
            self._put(suggestion.key, ())

    def _put(self, category: str, products: tuple[str, ...]) -> None:
        """Add a tool to all shown steps; a category that is there gets the products."""
        steps = self.steps

        def verb(draft: Draft) -> None:
            id = lists.tool_named(draft, category, products)
            for step in steps:
                lists.set_tools(draft, step.id, _with_tool(step.tools, id, products))

        self.edit(tr("Add the tool “{name}”").format(name=shortened(category, 40)), verb)

    def _on_uses(self, uses: tuple[ToolUse, ...]) -> None:
        steps = self.steps
        shown = common_tools(steps)
        label = self.lists_label(
            len(shown), len(uses), "", tr("Remove a tool from “{name}”"), tr("Tools and technologies")
        )

        def verb(draft: Draft) -> None:
            for step in steps:
                own = uses if len(steps) == 1 else carried_over(step.tools, shown, uses, _tool_id)
                lists.set_tools(draft, step.id, own)

        self.edit(label, verb)

    def _on_retitled(self, tool: str, name: str) -> None:
        """Give a tool another category: rename it when it is used here only, else use the other one here."""
        steps = self.steps
        here = {step.id for step in steps}
        elsewhere = any(
            use.tool == tool
            for step in suggesting.all_steps(self.view)
            if step.id not in here
            for use in step.tools
        )
        taken = any(other.name.casefold() == name.casefold() for other in self.view.tools if other.id != tool)

        def verb(draft: Draft) -> None:
            if not elsewhere and not taken:
                draft.update(tool, name=name)
                return
            for step in steps:
                other = lists.tool_named(draft, name)
                changed = [
                    use.model_copy(update={"tool": other}) if use.tool == tool else use for use in step.tools
                ]
                lists.set_tools(draft, step.id, changed)

        self.edit(tr("Rename “{name}”").format(name=shortened(self._tool(tool)[0], 40)), verb)


def _tool_id(use: ToolUse) -> str:
    return use.tool


def _with_tool(uses: Sequence[ToolUse], tool: str, products: tuple[str, ...]) -> tuple[ToolUse, ...]:
    for index, use in enumerate(uses):
        if use.tool == tool:
            known = {name.casefold() for name in use.products}
            more = tuple(name for name in products if name.casefold() not in known)
            merged = use.model_copy(update={"products": (*use.products, *more)})
            return (*uses[:index], merged, *uses[index + 1 :])
    return (*uses, ToolUse(tool=tool, products=products))


def common_tools(steps: Sequence[Step]) -> tuple[ToolUse, ...]:
    """Return the tools of a step, or those that all steps have; differing products are left out."""
    if len(steps) < 2:
        return steps[0].tools if steps else ()
    uses = in_common([step.tools for step in steps], _tool_id)
    return tuple(
        use if all(use in step.tools for step in steps) else use.model_copy(update={"products": ()})
        for use in uses
    )
