"""The cells that name practices and tools: their lines, and which of them are meant."""

from __future__ import annotations

import re
from typing import NamedTuple

from vsdesigner.commands.table.errors import few, within
from vsdesigner.commands.table.lines import filled, kept, plain_lines, unmarked
from vsdesigner.commands.table.writing import Writing
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.tool_text import read_tool
from vsdesigner.document.wording import ITEM, practice_text, tool_text
from vsdesigner.model.parts import PracticeUse, ToolUse
from vsdesigner.model.records import Step
from vsdesigner.model.reference import practice_catalog
from vsdesigner.model.text import TEXT_LENGTH

_SEPARATORS = re.compile(r"[,;:()]")


class _Practice(NamedTuple):
    name: str
    contribution: str


class _Tool(NamedTuple):
    category: str
    products: tuple[str, ...]


# -- practices ------------------------------------------------------------------------------------------
def practices_for_editing(view: Snapshot, step: Step) -> str:
    """Return the practices of a step, one a line, with what they contribute."""
    return plain_lines(practice_text(view, use) for use in step.practices)


def practice_names(view: Snapshot, step: Step) -> tuple[str, ...]:
    """Return the names of all practices, those of the organization's own first."""
    own = [practice.name for practice in view.practices]
    return tuple(dict.fromkeys((*own, *(known.name for known in practice_catalog().values()))))


def change_practices(writing: Writing, step: Step, text: str) -> Step:
    """Write the practices of a step: ``Name`` or ``Name: what it contributes``, one a line.

    Names and aliases of the catalogue are found, others become practices of the organization's own.
    """
    lines = filled(text)
    view = writing.view
    repeated = kept(step.practices, lines, lambda use: _spellings(practice_text(view, use)))
    read: list[PracticeUse | _Practice] = []
    for line, use in zip(lines, repeated, strict=True):
        read += [use] if use is not None else _read_practices(writing, line)
    few(len(read))
    unique: dict[str, PracticeUse] = {}
    for each in read:
        use = each if isinstance(each, PracticeUse) else _made(writing, each)
        unique.setdefault(use.practice, use)
    return step.model_copy(update={"practices": tuple(unique.values())})


def _made(writing: Writing, read: _Practice) -> PracticeUse:
    return PracticeUse(practice=writing.practice(read.name), contribution=read.contribution)


def _read_practices(writing: Writing, line: str) -> list[_Practice]:
    """The practices that a line names: one, or several of known name between commas or semicolons."""
    words = unmarked(line)
    if _is_known(writing, words):
        return [_Practice(words, "")]
    for mark in ",;":
        parts = [part.strip() for part in words.split(mark) if part.strip()]
        if len(parts) > 1 and (mark == ";" or all(_is_known(writing, part) for part in parts)):
            return [read for part in parts for read in _read_practices(writing, part)]
    name, _, contribution = words.partition(":")
    if not name.strip():
        return [_Practice(within(words), "")] if words.strip() else []
    return [_Practice(within(name.strip()), within(contribution.strip(), TEXT_LENGTH))]


def _is_known(writing: Writing, name: str) -> bool:
    known = writing.once("known practices", "", lambda: _known_names(writing.view))
    return name.strip().casefold() in known


def _known_names(view: Snapshot) -> frozenset[str]:
    own = (practice.name for practice in view.practices)
    catalog = (name for known in practice_catalog().values() for name in (known.name, *known.aliases))
    return frozenset(name.casefold() for name in (*own, *catalog))


# -- tools ----------------------------------------------------------------------------------------------
def tools_for_editing(view: Snapshot, step: Step) -> str:
    """Return the tools of a step, one a line, with their products."""
    return plain_lines(tool_text(view, use) for use in step.tools)


def tool_names(view: Snapshot, step: Step) -> tuple[str, ...]:
    """Return the categories of tools that the document has."""
    return tuple(dict.fromkeys(tool.name for tool in view.tools))


def change_tools(writing: Writing, step: Step, text: str) -> Step:
    """Write the tools of a step: ``Category`` or ``Category (e.g., Product, Product)``, one a line."""
    lines = filled(text)
    view = writing.view
    repeated = kept(step.tools, lines, lambda use: _spellings(tool_text(view, use)))
    read: list[ToolUse | _Tool] = []
    for line, use in zip(lines, repeated, strict=True):
        read += [use] if use is not None else [_read_tool(writing, part) for part in _parts(line)]
    few(len(read))
    made: dict[str, ToolUse] = {}
    uses: list[ToolUse] = []
    for each in read:
        if isinstance(each, ToolUse):
            uses.append(each)
        elif each.category:
            _merge(made, uses, writing.tool(*each), each.products)
    return step.model_copy(update={"tools": tuple(uses)})


def _parts(line: str) -> list[str]:
    """Several tools may stand in one line between semicolons, as long as none of them lists its products."""
    return [line] if "(" in line or ":" in line else line.split(";")


def _merge(made: dict[str, ToolUse], uses: list[ToolUse], tool: str, products: tuple[str, ...]) -> None:
    """Add a tool, or its products to that of the same category that was read before."""
    before = made.get(tool)
    names = {name.casefold(): name for name in (*(before.products if before else ()), *products)}
    use = ToolUse(tool=tool, products=tuple(names.values()))
    if before is None:
        uses.append(use)
    else:
        uses[uses.index(before)] = use
    made[tool] = use


def _read_tool(writing: Writing, line: str) -> _Tool:
    """Category and products of a line; a category of the document is taken by its whole name first."""
    words = unmarked(line)
    known = writing.once("known tools", "", lambda: {tool.name.casefold() for tool in writing.view.tools})
    if words.strip().casefold() in known:
        return _Tool(words.strip(), ())
    for part in _SEPARATORS.split(words):
        within(part)
    tool = _Tool(*read_tool(words))
    few(len(tool.products))
    return tool


def _spellings(text: str) -> tuple[str, str]:
    return text, ITEM + text
