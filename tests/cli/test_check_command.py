"""The command that says what a document lacks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.build import failed, flawed, hints_only, run
from tests.examples.make_cloud_service import PATH as SAMPLE
from vsdesigner import cli
from vsdesigner.analysis.findings import find_all
from vsdesigner.analysis.profiles import READY_TO_PRESENT
from vsdesigner.commands import checks, streams
from vsdesigner.document.draft import Draft
from vsdesigner.model.parts import RaciMark
from vsdesigner.model.records import Role, Step
from vsdesigner.storage import documents
from vsdesigner.storage.json_format import encode


@pytest.fixture
def flawed_file(tmp_path: Path) -> Path:
    return flawed(tmp_path / "flawed.vstream")


def test_check_of_the_sample_finds_nothing() -> None:
    done = run("check", SAMPLE, "--fail-on", "hint")
    assert (done.returncode, done.stdout, done.stderr) == (0, "cloud-service.vstream: no findings.\n", "")


def test_check_prints_findings_and_fails(flawed_file: Path) -> None:
    done = run("check", flawed_file)
    failed(done, "flawed.vstream: 2 warnings and 1 hint.")
    lines = done.stdout.splitlines()
    assert lines[0].startswith(
        "warning  The stream “Provision a managed cloud service” has no owner. [no-owner]"
    )
    assert lines[1].startswith("         Without an owner nobody decides")
    assert any(
        line.startswith("warning  Step 4 “Build and set up the components” has nobody") for line in lines
    )


@pytest.mark.parametrize(("threshold", "code"), [("error", 0), ("warning", 0), ("hint", 1)])
def test_what_check_fails_on(
    threshold: str, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = hints_only(tmp_path / "hints.vstream")
    assert cli.main(["check", str(path), "--fail-on", threshold]) == code
    captured = capsys.readouterr()
    summary = "hints.vstream: 1 hint."
    assert captured.err == (f"vsdesigner: {summary}\n" if code else "")
    assert (summary in captured.out) is not bool(code)


def test_check_fails_on_warnings_unless_told_otherwise(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "new.vstream"
    assert cli.main(["new", str(path), "--name", "Something"]) == 0
    assert cli.main(["check", str(path)]) == 1
    assert cli.main(["check", str(path), "--fail-on", "error"]) == 0
    assert capsys.readouterr().err == "vsdesigner: new.vstream: 4 warnings.\n"


def test_check_as_json(flawed_file: Path) -> None:
    done = run("check", flawed_file, "--format", "json")
    failed(done, "flawed.vstream: 2 warnings and 1 hint.")
    report = json.loads(done.stdout)
    assert report["file"] == str(flawed_file)
    assert report["counts"] == {"error": 0, "warning": 2, "hint": 1}
    expected = find_all(documents.read(flawed_file).snapshot)
    assert [finding["check"] for finding in report["findings"]] == [finding.check for finding in expected]
    assert report["findings"][0] == {
        "check": "no-owner",
        "level": "warning",
        "record": "stream-cloud-service",
        "field": "owner",
        "text": "The stream “Provision a managed cloud service” has no owner.",
        "why": "Without an owner nobody decides when the parts of the stream pull in different directions.",
        "unwritten": True,
        "part": "",
        "stream": "stream-cloud-service",
        "mends": [],  # only a person knows
    }
    letters = next(each for each in report["findings"] if each["check"] == "nobody-accountable")
    assert letters["record"] == "step-build"
    assert letters["mends"][0] == "Make “Cloud Enablement Engineer” accountable"


@pytest.mark.parametrize(("words", "code"), [((), 0), (("--profile", "ready-to-present"), 1)])
def test_what_is_asked_of_a_document_that_others_will_see(
    words: tuple[str, ...], code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = hints_only(tmp_path / "hints.vstream")
    assert cli.main(["check", str(path), "--format", "json", *words]) == code
    report = json.loads(capsys.readouterr().out)
    assert (report["profile"], report["ready"]) == (words[-1] if words else "", not code)
    assert [finding["level"] for finding in report["findings"]] == ["warning" if code else "hint"]


def test_the_profile_that_a_document_has_chosen_holds_unless_told_otherwise(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = Draft(documents.read(hints_only(tmp_path / "hints.vstream")).snapshot)
    checks.set_profile(draft, READY_TO_PRESENT)
    path = tmp_path / "chosen.vstream"
    path.write_bytes(encode(draft.view))
    assert cli.main(["check", str(path)]) == 1
    assert cli.main(["check", str(path), "--profile", "while-drawing"]) == 0
    assert capsys.readouterr().err == "vsdesigner: chosen.vstream: 1 warning.\n"


def test_a_profile_that_there_is_not_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", str(SAMPLE), "--profile", "perfect"]) == 2
    assert "while-drawing" in capsys.readouterr().err


def test_the_part_that_is_meant_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = Draft(documents.read(SAMPLE).snapshot)
    step = draft.get("step-build", Step)
    role = draft.view.roles[0].id
    first = step.tasks[0].model_copy(update={"raci": (RaciMark(role=role, letters="R"),)})
    draft.update(step.id, tasks=(first, *step.tasks[1:]))
    path = tmp_path / "task.vstream"
    path.write_bytes(encode(draft.view))
    assert cli.main(["check", str(path), "--format", "json", "--fail-on", "error"]) == 1
    findings = json.loads(capsys.readouterr().out)["findings"]
    (finding,) = (each for each in findings if each["check"] == "nobody-accountable")
    assert (finding["record"], finding["part"]) == (step.id, first.id)
    assert finding["mends"][0].startswith("Make “")


def test_json_without_findings_is_json_all_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", str(SAMPLE), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["findings"] == []


def test_check_names_the_streams_when_there_are_several(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = Draft(documents.read(SAMPLE).snapshot)
    streams.add(draft, "Second")
    draft.add(Role(id="idle", name="Idle"))
    path = tmp_path / "two.vstream"
    path.write_bytes(encode(draft.view))
    cli.main(["check", str(path)])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("warning  The role “Idle” holds no letter")  # shared by both, so above
    assert lines[2] == "“Second”"


def test_what_the_file_gets_wrong_is_a_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = json.loads(SAMPLE.read_bytes())
    text["flows"][0]["target"] = "step-nowhere"
    path = tmp_path / "dangling.vstream"
    path.write_text(json.dumps(text), encoding="utf-8")
    assert cli.main(["check", str(path), "--format", "json", "--fail-on", "error"]) == 1
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert (findings[0]["check"], findings[0]["level"]) == ("file-repaired", "error")
    assert "step-nowhere" in findings[0]["text"]


def test_check_lists_what_is_wrong_in_a_file_that_does_not_open(tmp_path: Path) -> None:
    text = json.loads(SAMPLE.read_bytes())
    text["steps"][0]["x"] = "far right"
    text["steps"][1]["name"] = 5
    path = tmp_path / "broken.vstream"
    path.write_text(json.dumps(text), encoding="utf-8")
    done = run("check", path)
    assert done.returncode == 1
    assert done.stderr.startswith("vsdesigner: “broken.vstream”")
    assert done.stderr.count("\n") == 1
    assert len(done.stdout.splitlines()) == 2
    assert all(line.startswith("error    ") for line in done.stdout.splitlines())
