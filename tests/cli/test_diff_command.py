"""The command that says in words what differs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.build import flawed, run
from tests.examples.make_cloud_service import PATH as SAMPLE
from vsdesigner import cli
from vsdesigner.commands import steps, streams
from vsdesigner.document.draft import Draft
from vsdesigner.storage import documents
from vsdesigner.storage.json_format import encode


def changed(path: Path) -> Path:
    draft = Draft(documents.read(SAMPLE).snapshot)
    steps.update(draft, ["step-plan"], name="Plan it all")
    draft.update("stream-cloud-service", owner="Head of platforms")
    path.write_bytes(encode(draft.view))
    return path


def test_the_same_document_has_no_differences(tmp_path: Path) -> None:
    copy = tmp_path / "copy.vstream"
    copy.write_bytes(SAMPLE.read_bytes())
    done = run("diff", SAMPLE, copy)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_each_difference_is_a_sentence(tmp_path: Path) -> None:
    done = run("diff", SAMPLE, changed(tmp_path / "new.vstream"))
    assert (done.returncode, done.stderr) == (1, "")
    before = documents.read(SAMPLE).snapshot
    owner, name = (
        before.streams[0].owner,
        before.get("step-plan", type(before.steps(before.streams[0].id)[0])).name,
    )
    assert done.stdout.splitlines() == [
        f"The owner of the stream “{before.streams[0].name}” changed from “{owner}” to “Head of platforms”.",
        f"“{name}” is renamed to “Plan it all”.",
    ]


def test_differences_as_json(tmp_path: Path) -> None:
    new = changed(tmp_path / "new.vstream")
    done = run("diff", SAMPLE, new, "--format", "json")
    assert done.returncode == 1
    report = json.loads(done.stdout)
    assert (report["old"], report["new"], report["same"]) == (str(SAMPLE), str(new), False)
    owner, name = report["differences"]
    assert owner["key"] == "stream-cloud-service/owner"
    assert owner["after"] == "Head of platforms"
    assert (name["record"], name["field"], name["after"]) == ("step-plan", "name", "Plan it all")
    same = json.loads(run("diff", new, new, "--format", "json").stdout)
    assert (same["same"], same["differences"]) == (True, [])


def test_several_streams_are_told_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = tmp_path / "old.vstream"
    draft = Draft(documents.read(SAMPLE).snapshot)
    other = streams.add(draft, "Another")
    old.write_bytes(encode(draft.view))
    steps.update(draft, ["step-plan"], name="Plan it all")
    draft.update(other, owner="Somebody", description="New")
    new = tmp_path / "new.vstream"
    new.write_bytes(encode(draft.view))
    assert cli.main(["diff", str(old), str(new)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith(":")
    assert lines[1].endswith("is renamed to “Plan it all”.")
    assert lines[2:] == [
        "“Another”:",
        "  The owner of the stream “Another” became “Somebody”.",
        "  The description of the stream “Another” became “New”.",
    ]


def test_what_the_program_finds_by_itself_is_a_difference_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = Draft(documents.read(SAMPLE).snapshot)
    draft.update(draft.view.terminals("stream-cloud-service")[0].id, x=12_345.0)
    new = tmp_path / "new.vstream"
    new.write_bytes(encode(draft.view))
    assert cli.main(["diff", str(SAMPLE), str(new)]) == 1
    assert capsys.readouterr().out == (
        "They differ only in numbers and places that the program finds by itself.\n"
    )


def test_what_cannot_be_read_is_trouble(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.vstream"
    bad.write_text("no document")
    for words in (["diff", str(bad), str(SAMPLE)], ["diff", str(SAMPLE), str(tmp_path / "missing.vstream")]):
        assert cli.main(words) == 2
        captured = capsys.readouterr()
        assert captured.out == ""
        assert captured.err.startswith("vsdesigner: “")
        assert captured.err.count("\n") == 1


def test_a_repaired_document_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    flawed_file = flawed(tmp_path / "flawed.vstream")
    broken = tmp_path / "broken.vstream"
    broken.write_text(
        flawed_file.read_text(encoding="utf-8").replace('"target": "step-plan"', '"target": "gone"'), "utf-8"
    )
    assert cli.main(["diff", str(flawed_file), str(broken)]) == 1
    captured = capsys.readouterr()
    assert "note: " in captured.err
    assert "The flow from" in captured.out
