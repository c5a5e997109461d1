"""Follows steps whose rows were moved by hand, and leaves the order of a table that was sorted."""

from __future__ import annotations

from collections.abc import Sequence

from vsdesigner.commands.table.rows import move_rows
from vsdesigner.document.draft import Draft
from vsdesigner.document.merging.sequences import moved
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.excel.reading.outcome import Problems
from vsdesigner.exchange.excel.reading.rows import Matched
from vsdesigner.language import say
from vsdesigner.model.records import Step

FEW = 2  # rows moved by hand, at least; of long tables a quarter
_SHARE = 4


def follow_order(
    base: Snapshot, draft: Draft, stream: str, tables: Sequence[Matched], problems: Problems
) -> None:
    """Move the steps whose rows stand elsewhere; of several orders the first one counts."""
    known = [step.id for step in base.steps(stream)]
    taken: list[str] | None = None
    for matched in tables:
        order = [id for id in matched.order() if id in base]
        present = set(order)
        before = [id for id in known if id in present]
        if order == before:
            continue
        names = [base.get(id, Step).name.casefold() for id in order]
        away = moved(before, order)
        sorted_ = len(order) > FEW and (names == sorted(names) or names == sorted(names, reverse=True))
        if sorted_ or len(away) > max(FEW, len(before) // _SHARE):
            sentence = say("The rows are sorted; the steps keep their order.")
            problems.add(matched.table.sheet, 0, sentence)
        elif taken is None:
            taken = order
            _move(draft, stream, order, away)
        elif [id for id in taken if id in present] != [id for id in order if id in set(taken)]:
            sentence = say("The rows stand in another order than on other sheets; it was left out.")
            problems.add(matched.table.sheet, 0, sentence)


def _move(draft: Draft, stream: str, order: Sequence[str], away: set[str]) -> None:
    for id in [id for id in order if id in away and draft.find(id) is not None]:
        index = order.index(id)
        left = next((other for other in reversed(order[:index]) if draft.find(other) is not None), "")
        for _ in range(len(draft.view.steps(stream))):
            ids = [step.id for step in draft.view.steps(stream)]
            wanted = ids.index(left) + 1 if left else 0
            here = ids.index(id)
            if here == wanted or (here < wanted and here == wanted - 1):
                break
            if not move_rows(draft, [id], -1 if here > wanted else 1):
                break
