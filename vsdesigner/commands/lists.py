"""Verbs on the lists of a step: tasks, practices and tools."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vsdesigner.document.draft import Draft
from vsdesigner.model.ids import new_id
from vsdesigner.model.parts import PracticeUse, Task, ToolUse
from vsdesigner.model.records import Practice, Step, Tool
from vsdesigner.model.reference import practice_catalog


def set_tasks(draft: Draft, step: str, tasks: Sequence[Task]) -> None:
    """Replace a step's actions and tasks; a first line is never indented."""
    draft.get(step, Step)
    lines = tuple(tasks)
    if lines and lines[0].indent:
        lines = (lines[0].model_copy(update={"indent": 0}), *lines[1:])
    draft.update(step, tasks=lines)


def practice_named(draft: Draft, name: str) -> str:
    """Return the id of the practice with this name or alias; an own one is made when there is none."""
    wanted = name.strip().casefold()
    for practice in draft.view.practices:
        if practice.name.casefold() == wanted:
            return practice.id
    for known in practice_catalog().values():
        if wanted in (known.name.casefold(), *(alias.casefold() for alias in known.aliases)):
            return known.id
    order = max((practice.order for practice in draft.view.practices), default=-1) + 1
    return draft.add(Practice(id=new_id("practice"), name=name.strip(), order=order)).id


def set_practices(draft: Draft, step: str, uses: Iterable[PracticeUse]) -> None:
    """Replace the practices that contribute to a step; one named twice is kept once."""
    draft.get(step, Step)
    unique: dict[str, PracticeUse] = {}
    for use in uses:
        unique.setdefault(use.practice, use)
    draft.update(step, practices=tuple(unique.values()))


def tool_named(draft: Draft, category: str, products: Iterable[str] = ()) -> str:
    """Return the id of the tool category with this name, made when there is none, knowing `products`."""
    wanted = category.strip().casefold()
    named = tuple(product.strip() for product in products if product.strip())
    for tool in draft.view.tools:
        if tool.name.casefold() == wanted:
            known = {product.casefold() for product in tool.products}
            fresh = tuple(product for product in named if product.casefold() not in known)
            if fresh:
                draft.update(tool.id, products=(*tool.products, *fresh))
            return tool.id
    order = max((tool.order for tool in draft.view.tools), default=-1) + 1
    return draft.add(Tool(id=new_id("tool"), name=category.strip(), products=named, order=order)).id


def set_tools(draft: Draft, step: str, uses: Iterable[ToolUse]) -> None:
    """Replace the tools of a step; the document remembers the products of each category."""
    draft.get(step, Step)
    kept = tuple(uses)
    for use in kept:
        tool = draft.get(use.tool, Tool)
        tool_named(draft, tool.name, use.products)
    draft.update(step, tools=kept)
