"""One stream as the checks read it: what several of them need is worked out once."""

from __future__ import annotations

from functools import cached_property

from vsdesigner.analysis.matrix import Row, rows
from vsdesigner.analysis.ways import Ways
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Flow, FlowKind, Step, Stream


class Reading:
    """One stream of a snapshot; everything is worked out when first asked for."""

    def __init__(self, view: Snapshot, stream: Stream) -> None:
        self.view = view
        self.stream = stream

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The steps in the order of their numbers."""
        return self.view.steps(self.stream.id)

    @cached_property
    def ways(self) -> Ways:
        """The ways through the stream."""
        return Ways(self.view, self.stream.id)

    @cached_property
    def matrix(self) -> tuple[Row, ...]:
        """The rows of the responsibility matrix."""
        return tuple(rows(self.view, self.stream.id))

    @cached_property
    def lettered(self) -> tuple[Row, ...]:
        """The rows of the responsibility matrix in which somebody holds a letter."""
        return tuple(row for row in self.matrix if row.marks)

    @cached_property
    def letters(self) -> frozenset[str]:
        """The letters that the document's set has; others are not asked for."""
        return frozenset(entry.letter for entry in self.view.settings.raci_letters)

    @cached_property
    def divided(self) -> tuple[tuple[str, tuple[Flow, ...]], ...]:
        """Demand and the steps from which flows lead on, each with them."""
        members = (*self.view.terminals(self.stream.id), *self.steps)
        found = ((member.id, self.view.outgoing(member.id)) for member in members)
        return tuple((id, flows) for id, flows in found if flows)

    @cached_property
    def reaches_value(self) -> bool:
        """Whether any way leads from demand to value; true while there are no steps."""
        return not self.steps or self.ways.demand in self.ways.leading_to_value

    @cached_property
    def leaving(self) -> tuple[Step, ...]:
        """The steps with which a main path leaves the ways to value; none when there are no such ways."""
        if not self.reaches_value:
            return ()
        leading, main = self.ways.leading_to_value, self.ways.on_main_paths
        return tuple(
            step
            for step in self.steps
            if step.id not in leading
            and step.id in main
            and any(
                flow.kind is FlowKind.MAIN and flow.source in leading and flow.source in main
                for flow in self.view.incoming(step.id)
            )
        )

    @cached_property
    def beyond_value(self) -> frozenset[str]:
        """What main flows lead to behind steps that lead to value, whether demand reaches them or not.

        Of a way that demand does not reach, this tells its end from what may follow it.
        """
        arriving = [flow.source for flow in self.view.incoming(self.ways.value) if _is_plain(flow)]
        found: set[str] = set()
        waiting = arriving
        while waiting:
            for flow in self.view.outgoing(waiting.pop()):
                if _is_plain(flow) and flow.target not in found:
                    found.add(flow.target)
                    waiting.append(flow.target)
        return frozenset(found)


def _is_plain(flow: Flow) -> bool:
    """Whether everything takes this way."""
    return flow.kind is FlowKind.MAIN and flow.share is None
