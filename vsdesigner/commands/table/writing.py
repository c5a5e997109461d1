"""One act of writing cells: steps are worked on as copies and stored once, names are looked up once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from vsdesigner.commands import lists, raci
from vsdesigner.commands.table.places import Places
from vsdesigner.document.draft import Draft
from vsdesigner.model.dimensions import LANE_PADDING
from vsdesigner.model.records import Step, Tool

T = TypeVar("T")


class Writing:
    """What the cells of one block write, until `finish` stores it.

    `view` is the document before; practices and tools that are made on the way are in the draft only.
    """

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.view = draft.view
        self._steps: dict[str, Step] = {}
        self._known: dict[str, dict[str, object]] = {}
        self._products: dict[str, dict[str, str]] = {}  # tool → casefolded product → product
        self._letters: dict[raci.Cell, str] = {}
        self._later: list[Callable[[], None]] = []

    def step(self, id: str) -> Step:
        """Return a step as it stands after what was written so far."""
        return self._steps.get(id) or self.draft.get(id, Step)

    def put(self, step: Step) -> None:
        """Take a changed step."""
        self._steps[step.id] = step

    def once(self, topic: str, key: str, find: Callable[[], T]) -> T:
        """Return what `find` answers for a key, asked once in this writing."""
        known = self._known.setdefault(topic, {})
        if key not in known:
            known[key] = find()
        return known[key]  # type: ignore[return-value]  # a topic always asks for the same type

    def practice(self, name: str) -> str:
        """Return the id of the practice with this name or alias, made when there is none."""
        return self.once("practice", name.casefold(), lambda: lists.practice_named(self.draft, name))

    def tool(self, name: str, products: tuple[str, ...]) -> str:
        """Return the id of the tool category with this name, made when there is none, knowing `products`."""
        id = self.once("tool", name.casefold(), lambda: lists.tool_named(self.draft, name))
        known = self._products.setdefault(id, {})
        for product in products:
            known.setdefault(product.casefold(), product)
        return id

    def set_letters(self, step: str, role: str, letters: str) -> None:
        """Take the letters of a role in a step."""
        self._letters[raci.Cell(step, "", role)] = letters

    def later(self, act: Callable[[], None]) -> None:
        """Let something be done when all steps are stored."""
        self._later.append(act)

    def finish(self) -> None:
        """Store everything in the draft, each step once."""
        for id, names in self._products.items():
            tool = self.draft.get(id, Tool)
            present = {name.casefold() for name in tool.products}
            fresh = tuple(name for key, name in names.items() if key not in present)
            self.draft.update(id, products=(*tool.products, *fresh))
        self._place()
        for step in self._steps.values():
            before = self.draft.get(step.id, Step).__dict__
            self.draft.update(step.id, **{k: v for k, v in step.__dict__.items() if v is not before[k]})
        if self._letters:
            raci.set_many(self.draft, self._letters, self._letters)
        for act in self._later:
            act()

    def _place(self) -> None:
        """Find places for the steps that came to another activity, each at its x."""
        moved = [step for step in self._steps.values() if step.lane != self.draft.get(step.id, Step).lane]
        places: dict[str, Places] = {}
        for step in moved:
            if step.stream not in places:
                places[step.stream] = Places(self.draft.view, step.stream, {each.id for each in moved})
            y = places[step.stream].take(step.lane, step.x, LANE_PADDING)
            self._steps[step.id] = step.model_copy(update={"y": y})
