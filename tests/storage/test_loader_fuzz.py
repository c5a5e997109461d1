"""The loader under thousands of damaged files: only our own error, or a whole document."""

from __future__ import annotations

import time

import pytest

from tests.repeatable import repeatable_ids
from tests.storage import mutate
from vsdesigner.commands import lists, raci, roles, steps, streams
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.references import dangling, missing_terminals
from vsdesigner.model.errors import UserError
from vsdesigner.model.parts import Task
from vsdesigner.storage.json_format import decode, encode

SECONDS = 2.0


def _small() -> bytes:
    with repeatable_ids(1):
        draft = Draft(streams.new_document())
        demand = draft.view.terminals(draft.view.streams[0].id)[0].id
        step = steps.append(draft, demand, "plan", "Plan")
        lists.set_tasks(draft, step, [Task.new("Draw")])
        raci.set_letters(draft, step, roles.add_role(draft, "Client"), "A/R")
        for lane in ("obtain_build", "improve", "engage"):  # fewer bytes that nothing refers to
            if lane not in {terminal.lane for terminal in draft.view.terminals(draft.view.streams[0].id)}:
                draft.remove(lane)
        return encode(complete(draft).view)


def campaign(count: int, seed: int) -> None:
    """Read `count` damaged files; fails when none was refused, none repaired or none fine."""
    good = _small()
    outcomes = {"refused": 0, "repaired": 0, "fine": 0}
    for number in range(seed, seed + count):
        content, done = (mutate.structure if number % 2 else mutate.raw)(good, number)
        start = time.perf_counter()
        try:
            loaded = decode(content, "fuzz")
        except UserError:
            outcomes["refused"] += 1
        except Exception as error:
            raise AssertionError(f"seed {number}, {done}: {error!r}") from error
        else:
            outcomes["repaired" if loaded.problems else "fine"] += 1
            whole = not dangling(loaded.snapshot) and not missing_terminals(loaded.snapshot)
            again = decode(encode(loaded.snapshot), "again")
            assert whole, f"seed {number}, {done}"
            assert again.snapshot == loaded.snapshot, f"seed {number}, {done}"
            assert not again.problems, f"seed {number}, {done}"
        assert time.perf_counter() - start < SECONDS, f"seed {number}, {done}"
    print(f"{count} damaged files from seed {seed}: {outcomes}")
    assert min(outcomes.values()) > count // 100


@pytest.mark.parametrize("part", range(4))
def test_loader(part: int) -> None:
    campaign(5_000, part * 5_000)


@pytest.mark.long
@pytest.mark.timeout(8 * 3600)
def test_loader_long() -> None:
    campaign(5_000_000, 1_000_000)
