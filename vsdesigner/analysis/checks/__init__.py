"""The registry of checks: one module per family. Adding a check is one module and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from vsdesigner.analysis.checks import (
    documentation,
    graph,
    promise,
    raci,
    raci_balance,
    role_names,
    spelling,
    splits,
    step_names,
    step_without_name,
    use_case,
)
from vsdesigner.analysis.finding import Check, Finding
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Stream

#: Look at one stream; in the order in which the findings are told.
CHECKS: tuple[Callable[[Snapshot, Stream], Iterator[Finding]], ...] = (
    use_case.check,
    graph.check,
    splits.check,
    documentation.check,
    step_without_name.find,
    step_names.check,
    raci.check,
    raci_balance.check,
    promise.check,
)

#: Look at what all streams of a document share.
SHARED_CHECKS: tuple[Callable[[Snapshot], Iterator[Finding]], ...] = (
    role_names.check,
    spelling.check,
)

#: Every kind of finding there is.
ALL_CHECKS: tuple[Check, ...] = (
    *role_names.KINDS,
    *spelling.KINDS,
    *use_case.KINDS,
    *graph.KINDS,
    *splits.KINDS,
    *documentation.KINDS,
    step_without_name.CHECK,
    *step_names.KINDS,
    *raci.KINDS,
    *raci_balance.KINDS,
    *promise.KINDS,
)
