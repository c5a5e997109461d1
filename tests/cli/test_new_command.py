"""The command that makes a document."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.build import run
from tests.examples.make_cloud_service import PATH as SAMPLE
from vsdesigner import cli
from vsdesigner.storage import documents


def test_new_makes_a_document_with_one_named_stream(tmp_path: Path) -> None:
    done = run("new", tmp_path / "mine", "--name", "Order  \u200ba laptop")
    path = tmp_path / "mine.vstream"
    assert (done.returncode, done.stdout, done.stderr) == (0, f"Made {path}\n", "")
    snapshot = documents.read(path).snapshot
    assert [stream.name for stream in snapshot.streams] == ["Order  \u200ba laptop"]
    assert len(snapshot.lanes) == 6


def test_new_replaces_nothing_unless_told_to(
    tmp_path: Path, own_folders: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VSDESIGNER_DATA", str(own_folders / "data"))
    path = tmp_path / "kept.json"
    path.write_bytes(SAMPLE.read_bytes())
    assert cli.main(["new", str(path)]) == 1
    assert capsys.readouterr().err == "vsdesigner: “kept.json” is there already; --force replaces it.\n"
    assert path.read_bytes() == SAMPLE.read_bytes()
    assert cli.main(["new", str(path), "--force"]) == 0
    assert path.read_bytes() != SAMPLE.read_bytes()
    backups = [file for file in (own_folders / "data").rglob("*") if file.is_file()]
    assert any(file.read_bytes() == SAMPLE.read_bytes() for file in backups)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["a.xlsx"], "“a.xlsx” is not the name of a document: let it end in .vstream or .json."),
        (["a.vstream", "--name", "x" * 501], "The name is longer than 500 characters."),
    ],
)
def test_new_refuses(
    words: list[str], reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["new", str(tmp_path / words[0]), *words[1:]]) == 1
    assert capsys.readouterr().err == f"vsdesigner: {reason}\n"
    assert list(tmp_path.iterdir()) == []


def test_new_into_a_folder_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["new", str(tmp_path / "nowhere" / "a.vstream")]) == 1
    assert capsys.readouterr().err.startswith("vsdesigner: “a.vstream” was not saved: ")
