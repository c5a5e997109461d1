"""How often each role holds each letter, over the rows of the responsibility matrix."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from vsdesigner.document.snapshot import Snapshot


def role_counts(view: Snapshot, stream: str = "") -> dict[str, Mapping[str, int]]:
    """Return role id → letter → number of rows, for every role of the document in its order.

    Rows are the steps of a stream (of all streams when it is empty) and their tasks. Letters come in the
    order of the document's set with 0 where a role does not hold them; behind them those that the set does
    not have but a row does.
    """
    streams = [stream] if stream else [entry.id for entry in view.streams]
    found: dict[str, Counter[str]] = {role.id: Counter() for role in view.roles}
    for id in streams:
        for step in view.steps(id):
            for marks in (step.raci, *(line.raci for line in step.tasks)):
                letters = {mark.role: mark.letters for mark in reversed(marks)}
                for role, held in letters.items():
                    if role in found:
                        found[role].update(set(held.split("/")))
    known = [entry.letter for entry in view.settings.raci_letters]
    return {
        role: {letter: count[letter] for letter in (*known, *sorted(count.keys() - set(known)))}
        for role, count in found.items()
    }
