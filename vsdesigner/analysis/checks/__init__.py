"""The registry of checks: one module each, named like its id. A new check is a module and a line here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from vsdesigner.analysis.checks import (
    alternative_without_label,
    dead_end,
    everybody_involved,
    flow_without_purpose,
    lead_time_outside_promise,
    many_accountable,
    many_consulted,
    many_responsible,
    no_demand,
    no_outcome,
    no_owner,
    no_stream_name,
    no_value,
    nobody_accountable,
    nobody_asked_or_told,
    nobody_responsible,
    path_without_value,
    role_overloaded,
    role_spelled_two_ways,
    role_twice,
    role_without_letter,
    same_step_name,
    shares_not_whole,
    step_name_without_verb,
    step_unreached,
    step_without_name,
    step_without_practices,
    step_without_tasks,
    substream_in_a_circle,
    time_backwards,
    tool_spelled_two_ways,
)
from vsdesigner.analysis.finding import Check, Finding
from vsdesigner.analysis.reading import Reading
from vsdesigner.document.snapshot import Snapshot


class StreamCheck(Protocol):
    """A module that looks at one stream."""

    CHECK: Check

    def find(self, reading: Reading) -> Iterator[Finding]: ...


class SharedCheck(Protocol):
    """A module that looks at what all streams of a document share."""

    CHECK: Check

    def find(self, view: Snapshot) -> Iterator[Finding]: ...


#: Look at one stream; in the order in which the findings are told.
CHECKS: tuple[StreamCheck, ...] = (
    no_stream_name,
    no_demand,
    no_outcome,
    no_value,
    no_owner,
    step_unreached,
    path_without_value,
    dead_end,
    flow_without_purpose,
    alternative_without_label,
    shares_not_whole,
    step_without_name,
    step_name_without_verb,
    same_step_name,
    step_without_tasks,
    step_without_practices,
    substream_in_a_circle,
    nobody_accountable,
    many_accountable,
    nobody_responsible,
    many_responsible,
    many_consulted,
    everybody_involved,
    nobody_asked_or_told,
    role_overloaded,
    time_backwards,
    lead_time_outside_promise,
)

#: Look at what all streams of a document share.
SHARED_CHECKS: tuple[SharedCheck, ...] = (
    role_twice,
    role_without_letter,
    role_spelled_two_ways,
    tool_spelled_two_ways,
)

#: Every kind of finding there is.
ALL_CHECKS: tuple[Check, ...] = (
    *(module.CHECK for module in SHARED_CHECKS),
    *(module.CHECK for module in CHECKS),
)
