"""Which exporters there are and how a file name chooses one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.exchange.sample import laptop
from vsdesigner.exchange import registry
from vsdesigner.exchange.registry import EXPORTERS, Cancelled, Exporter, ExportOptions, exporter_for
from vsdesigner.model.errors import UserError


@pytest.mark.parametrize("name", ["out.xlsx", "OUT.XLSX", "a.b.xlsx"])
def test_a_suffix_chooses_the_exporter(name: str) -> None:
    assert exporter_for(Path("folder") / name) is EXPORTERS["xlsx"]


@pytest.mark.parametrize("name", ["out.xls", "out", ".xlsx"])
def test_an_unknown_suffix_names_what_is_known(name: str) -> None:
    with pytest.raises(UserError) as caught:
        exporter_for(name)
    assert f"“{name}”" in str(caught.value)
    assert ".xlsx (Excel workbook)" in str(caught.value)


def test_a_registered_exporter_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "EXPORTERS", dict(EXPORTERS))
    exporter = Exporter("txt", "Text", ".txt", "text/plain", lambda view, options, progress, cancelled: b"x")
    registry.register(exporter)
    assert registry.exporter_for("x.txt") is exporter


def test_the_registry_loads_no_library() -> None:
    code = "import sys, vsdesigner.exchange.registry; print('openpyxl' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "False"


def test_progress_runs_from_start_to_end() -> None:
    shares: list[float] = []
    EXPORTERS["xlsx"].render(laptop(), ExportOptions(), shares.append, lambda: False)
    assert shares == sorted(shares)
    assert 0 < shares[0] < 1
    assert shares[-1] == 1.0


@pytest.mark.parametrize("answers", [1, 3, 8])
def test_a_cancelled_export_gives_nothing(answers: int) -> None:
    asked = iter([False] * (answers - 1))
    with pytest.raises(Cancelled):
        EXPORTERS["xlsx"].render(laptop(), ExportOptions(), lambda share: None, lambda: next(asked, True))


def test_a_stream_that_is_not_there_is_refused() -> None:
    with pytest.raises(UserError, match="no stream “nowhere”"):
        EXPORTERS["xlsx"].render(
            laptop(), ExportOptions(streams=("nowhere",)), lambda share: None, lambda: False
        )
