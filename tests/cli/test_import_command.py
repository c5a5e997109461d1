"""The command that brings a document home from a file that carries it."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.examples.make_cloud_service import PATH as SAMPLE
from vsdesigner import cli
from vsdesigner.cli import import_file
from vsdesigner.exchange.registry import EXPORTERS
from vsdesigner.storage import documents

CARRYING = [id for id, exporter in EXPORTERS.items() if exporter.carries]


@pytest.mark.parametrize("format", CARRYING)
def test_what_was_exported_comes_home(
    format: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    carrier, home = tmp_path / f"x.{format}", tmp_path / "home.vstream"
    assert cli.main(["export", str(SAMPLE), "--to", str(carrier)]) == 0
    capsys.readouterr()
    assert cli.main(["import", str(carrier), "-o", str(tmp_path / "home")]) == 0
    assert capsys.readouterr().out == f"Made {home}\n"
    assert documents.read(home).snapshot == documents.read(SAMPLE).snapshot


@pytest.mark.parametrize("format", [format for format in CARRYING if format != "xlsx"])
def test_what_carries_nothing_says_so(
    format: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    carrier, home = tmp_path / f"x.{format}", tmp_path / "home.vstream"
    assert cli.main(["export", str(SAMPLE), "--to", str(carrier), "--no-carry"]) == 0
    assert cli.main(["import", str(carrier), "-o", str(home)]) == 1
    assert "carries no document" in capsys.readouterr().err
    assert not home.exists()


def test_what_was_changed_in_a_workbook_comes_home(tmp_path: Path) -> None:
    path, home = tmp_path / "x.xlsx", tmp_path / "home.vstream"
    assert cli.main(["export", str(SAMPLE), "--to", str(path)]) == 0
    book = openpyxl.load_workbook(path)
    for row in book["Steps"].iter_rows():
        for cell in row:
            if cell.value == "Clarify what the customer needs":
                cell.value = "Ask what the customer needs"
    book.save(path)
    assert cli.main(["import", str(path), "-o", str(home)]) == 0
    names = [step.name for step in documents.read(home).snapshot.steps("stream-cloud-service")]
    assert names[0] == "Ask what the customer needs"


def test_a_workbook_without_a_document_becomes_a_stream(tmp_path: Path) -> None:
    path, home = tmp_path / "x.xlsx", tmp_path / "home.vstream"
    assert cli.main(["export", str(SAMPLE), "--to", str(path), "--no-carry"]) == 0
    assert cli.main(["import", str(path), "-o", str(home)]) == 0
    snapshot = documents.read(home).snapshot
    before = documents.read(SAMPLE).snapshot
    found = {step.name for stream in snapshot.streams for step in snapshot.steps(stream.id)}
    assert found == {step.name for step in before.steps("stream-cloud-service")}


def test_a_file_is_not_replaced_unless_told_to(
    tmp_path: Path, own_folders: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VSDESIGNER_DATA", str(own_folders / "data"))
    carrier, home = tmp_path / "x.svg", tmp_path / "home.json"
    cli.main(["export", str(SAMPLE), "--to", str(carrier)])
    home.write_bytes(b"dear")
    assert cli.main(["import", str(carrier), "-o", str(home)]) == 1
    assert home.read_bytes() == b"dear"
    assert "--force replaces it" in capsys.readouterr().err
    assert cli.main(["import", str(carrier), "-o", str(home), "--force"]) == 0
    assert documents.read(home).snapshot.streams


@pytest.mark.parametrize(
    ("name", "output", "reason"),
    [
        ("x.txt", "y.vstream", "“x.txt” cannot carry a document; these can: "),
        ("x.svg", "y.docx", "“y.docx” is not the name of a document"),
        ("missing.svg", "y.vstream", "“missing.svg”"),
    ],
)
def test_what_cannot_be_imported_is_said_in_one_line(
    name: str, output: str, reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["import", str(tmp_path / name), "-o", str(tmp_path / output)]) == 1
    error = capsys.readouterr().err
    assert reason in error
    assert error.count("\n") == 1


def test_a_huge_file_is_not_looked_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(import_file, "FILE_MOST", 1024 * 1024)
    path = tmp_path / "huge.svg"
    with path.open("wb") as file:
        file.truncate(2 * 1024 * 1024)
    assert cli.main(["import", str(path), "-o", str(tmp_path / "y")]) == 1
    assert "larger than 1 MB" in capsys.readouterr().err
