"""Columns, widths and layout are remembered; damaged settings cost nothing but the memory."""

from __future__ import annotations

import pytest

from vsdesigner.commands.table.columns import METHOD
from vsdesigner.ui.kept_flags import PassingFlags
from vsdesigner.ui.views.tables.memory import COLUMNS, LONGEST, MOST, WIDTHS, TableMemory


def test_what_is_kept_comes_back() -> None:
    flags = PassingFlags()
    memory = TableMemory(flags)
    assert (memory.columns(), memory.width("tasks"), memory.by_task) == (METHOD, None, False)
    memory.keep_columns(("name", "raci:role-1"))
    memory.keep_width("tasks", 333.4)
    memory.keep_by_task(True)
    again = TableMemory(flags)
    assert (again.columns(), again.width("tasks"), again.by_task) == (("name", "raci:role-1"), 333, True)


@pytest.mark.parametrize("text", ["", "=", "tasks", "tasks=x", "tasks=99999", "tasks=-4", "\n\n=3"])
def test_nonsense_is_passed_over(text: str) -> None:
    flags = PassingFlags()
    flags.set_text(WIDTHS, text)
    assert TableMemory(flags).width("tasks") is None


def test_widths_stay_within_reason() -> None:
    memory = TableMemory(PassingFlags())
    memory.keep_width("tasks", 1e9)
    assert memory.width("tasks") == MOST


def test_many_roles_forget_the_oldest_width() -> None:
    flags = PassingFlags()
    memory = TableMemory(flags)
    for number in range(400):
        memory.keep_width(f"raci:role-number-{number}", 100)
    assert len(flags.text(WIDTHS)) <= LONGEST
    again = TableMemory(flags)
    assert again.width("raci:role-number-399") == 100
    assert again.width("raci:role-number-0") is None
    memory.keep_columns(f"raci:{number}" for number in range(2_000))
    assert len(flags.text(COLUMNS)) <= LONGEST
