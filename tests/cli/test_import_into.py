"""`import --into`: what was changed in a workbook goes into a document that has moved on meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.examples.make_cloud_service import PATH as SAMPLE
from tests.exchange.excel.way_back.kit import edited, exported
from vsdesigner import cli
from vsdesigner.document.draft import Draft
from vsdesigner.model.records import Step, Stream
from vsdesigner.storage import documents


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """The document, in which the plan was renamed since."""
    path = tmp_path / "mine.vstream"
    draft = Draft(documents.read(SAMPLE).snapshot)
    draft.update("step-plan", name="Plan it our way")
    documents.save(path, draft.view)
    return path


def workbook(path: Path, **cells: str) -> Path:
    def edit(book: Workbook) -> None:
        for place, text in cells.items():
            book["Steps" if place[0] == "A" else "Use case"][place] = text

    path.write_bytes(edited(exported(documents.read(SAMPLE).snapshot), edit))
    return path


def test_changes_of_both_sides_are_in_it(
    mine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = workbook(tmp_path / "back.xlsx", B2="Ada"), tmp_path / "out.vstream"
    assert cli.main(["import", str(source), "--into", str(mine), "-o", str(out)]) == 0
    now = documents.read(out).snapshot
    assert now.get("step-plan", Step).name == "Plan it our way"
    assert now.get(now.streams[0].id, Stream).owner == "Ada"
    assert capsys.readouterr().err == ""


def test_what_contradicts_stays_and_is_told(
    mine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = workbook(tmp_path / "back.xlsx", A5="Plan it their way"), tmp_path / "out.vstream"
    assert cli.main(["import", str(source), "--into", str(mine), "-o", str(out)]) == 1
    assert documents.read(out).snapshot.get("step-plan", Step).name == "Plan it our way"
    error = capsys.readouterr().err
    assert error.startswith("conflict: ")
    assert "Plan it their way" in error


def test_a_workbook_of_another_document_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other, out = tmp_path / "other.vstream", tmp_path / "out.vstream"
    assert cli.main(["new", str(other)]) == 0
    source = workbook(tmp_path / "back.xlsx")
    assert cli.main(["import", str(source), "--into", str(other), "-o", str(out)]) == 1
    assert "belongs to another document than “other.vstream”" in capsys.readouterr().err
    assert not out.exists()
