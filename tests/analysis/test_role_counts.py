"""How often each role holds each letter."""

from __future__ import annotations

from tests.graph import STREAM, graph
from vsdesigner.analysis.role_counts import role_counts
from vsdesigner.commands import raci, roles, streams
from vsdesigner.document.draft import Draft
from vsdesigner.model.parts import RaciMark, Task


def test_steps_and_tasks_count() -> None:
    draft = Draft(graph("D>a a>b b>V"))
    draft.update("a", tasks=(Task(id="t1", text="one"), Task(id="t2", text="two")))
    owner, client = roles.add_role(draft, "Owner"), roles.add_role(draft, "Client")
    raci.set_letters(draft, "a", owner, "A/R")
    raci.set_letters(draft, "a", owner, "R", task="t1")
    raci.set_letters(draft, "b", owner, "A")
    raci.set_letters(draft, "b", client, "C")
    counts = role_counts(draft.view, STREAM)
    assert list(counts) == [owner, client]
    assert list(counts[owner].items()) == [("R", 2), ("A", 2), ("C", 0), ("I", 0)]
    assert counts[client] == {"R": 0, "A": 0, "C": 1, "I": 0}


def test_one_stream_or_all() -> None:
    draft = Draft(graph("D>a a>V"))
    owner = roles.add_role(draft, "Owner")
    raci.set_letters(draft, "a", owner, "R")
    other = streams.add(draft, "Other")
    assert role_counts(draft.view, other)[owner]["R"] == 0
    assert role_counts(draft.view)[owner]["R"] == role_counts(draft.view, STREAM)[owner]["R"] == 1


def test_what_the_set_lacks_comes_last() -> None:
    draft = Draft(graph("D>a a>V"))
    owner = roles.add_role(draft, "Owner")
    draft.update("a", raci=(RaciMark(role=owner, letters="Z/R"), RaciMark(role=owner, letters="C")))
    assert list(role_counts(draft.view)[owner].items()) == [("R", 1), ("A", 0), ("C", 0), ("I", 0), ("Z", 1)]
