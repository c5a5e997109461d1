"""Every check has a module of its own, named like its id, and the registry knows all of them."""

from __future__ import annotations

from pathlib import Path

from vsdesigner.analysis import checks
from vsdesigner.analysis.checks import ALL_CHECKS, CHECKS, SHARED_CHECKS


def test_every_module_is_registered_under_its_name() -> None:
    modules = [module.__name__.rpartition(".")[2] for module in (*SHARED_CHECKS, *CHECKS)]
    files = {path.stem for path in Path(checks.__file__).parent.glob("*.py")} - {"__init__"}
    assert [name.replace("_", "-") for name in modules] == [check.id for check in ALL_CHECKS]
    assert set(modules) == files
    assert len(modules) == len(files)
