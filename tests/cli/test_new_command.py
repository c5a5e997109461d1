"""The command that makes a document."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.build import run
from tests.examples.make_cloud_service import PATH as SAMPLE
from vsdesigner import cli
from vsdesigner.storage import documents
from vsdesigner.storage.starting_points import examples, templates


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
        (
            ["a.vstream", "--template", "nope"],
            "There is no template or example “nope”, only {ids}.",
        ),
    ],
)
def test_new_refuses(
    words: list[str], reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["new", str(tmp_path / words[0]), *words[1:]]) == 1
    ids = ", ".join(point.id for point in (*templates(), *examples()))
    assert capsys.readouterr().err == f"vsdesigner: {reason.format(ids=ids)}\n"
    assert list(tmp_path.iterdir()) == []


def test_new_into_a_folder_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["new", str(tmp_path / "nowhere" / "a.vstream")]) == 1
    assert capsys.readouterr().err.startswith("vsdesigner: “a.vstream” was not saved: ")


def test_new_from_a_template_says_what_to_adapt(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    point = templates()[1]
    path = tmp_path / "mine.vstream"
    assert cli.main(["new", str(path), "--template", point.id, "--name", "Ours"]) == 0
    assert capsys.readouterr().out == f"Made {path}\nThis is a starting point. {point.adapt}\n"
    streams = documents.read(path).snapshot.streams
    assert streams[0].name == "Ours"
    assert "Ours" not in [stream.name for stream in streams[1:]]


def test_new_from_a_template_keeps_its_name_without_one(tmp_path: Path) -> None:
    point = examples()[0]
    path = tmp_path / "mine.vstream"
    assert cli.main(["new", str(path), "--template", point.id]) == 0
    assert point.path is not None
    assert documents.read(path).snapshot == documents.read(point.path).snapshot


def test_new_lists_what_one_can_start_from(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["new", "--list"]) == 0
    out = capsys.readouterr().out
    lines = out.splitlines()
    assert lines[0] == "Templates:" and "Examples:" in lines
    for point in (*templates(), *examples()):
        at = next(index for index, line in enumerate(lines) if line.split()[:1] == [point.id])
        assert lines[at].endswith(point.title)
        assert lines[at + 1].strip() == point.summary


@pytest.mark.parametrize("words", [[], ["a.vstream", "--list"]])
def test_new_wants_either_a_file_or_the_list(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["new", *words]) == 2
    assert capsys.readouterr().err.startswith("usage: vsdesigner new")
