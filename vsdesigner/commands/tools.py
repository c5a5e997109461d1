"""Verbs on tools and their products throughout a document: spelled in one way, merged."""

from __future__ import annotations

from collections.abc import Iterable

from vsdesigner.document.draft import Draft
from vsdesigner.model.parts import ToolUse
from vsdesigner.model.records import Step, Tool
from vsdesigner.model.text import LIST_LENGTH


def merge_tools(draft: Draft, keep: str, others: Iterable[str]) -> None:
    """Let the category `keep` stand for the other ones too, in all steps, with the products named there."""
    kept = draft.get(keep, Tool)
    merged = [draft.get(id, Tool) for id in dict.fromkeys(others) if id != keep]
    gone = {tool.id for tool in merged}
    for step in _steps(draft):
        if any(use.tool in gone for use in step.tools):
            draft.update(step.id, tools=_joined(step.tools, keep, gone))
    products = [product for tool in (kept, *merged) for product in tool.products]
    draft.update(keep, products=_once(products))
    for id in gone:
        draft.remove(id)


def respell_product(draft: Draft, spellings: Iterable[str], name: str) -> None:
    """Call a product `name` wherever it is written in one of these spellings; named twice, it stays once."""
    wanted = {spelling.strip() for spelling in spellings}

    def respelled(products: tuple[str, ...]) -> tuple[str, ...]:
        if not any(product.strip() in wanted for product in products):
            return products
        return tuple(dict.fromkeys(name if product.strip() in wanted else product for product in products))

    for tool in draft.view.tools:
        draft.update(tool.id, products=respelled(tool.products))
    for step in _steps(draft):
        tools = tuple(use.model_copy(update={"products": respelled(use.products)}) for use in step.tools)
        if tools != step.tools:
            draft.update(step.id, tools=tools)


def _steps(draft: Draft) -> list[Step]:
    view = draft.view
    return [step for stream in view.streams for step in view.steps(stream.id)]


def _joined(uses: Iterable[ToolUse], keep: str, gone: set[str]) -> tuple[ToolUse, ...]:
    """Uses in which `keep` stands for those that go, once, where the first of them stood."""
    found: list[ToolUse] = []
    place = -1
    for use in uses:
        if use.tool != keep and use.tool not in gone:
            found.append(use)
        elif place < 0:
            place = len(found)
            found.append(use.model_copy(update={"tool": keep}))
        else:
            products = (*found[place].products, *use.products)
            found[place] = found[place].model_copy(update={"products": _once(products)})
    return tuple(found)


def _once(products: Iterable[str]) -> tuple[str, ...]:
    """Products each once, as many as a list may have."""
    return tuple(dict.fromkeys(products))[:LIST_LENGTH]
