"""The command that writes workbooks."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.build import run
from tests.examples.make_cloud_service import PATH as SAMPLE
from vsdesigner import cli
from vsdesigner.commands import streams
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange import registry
from vsdesigner.exchange.registry import ExportOptions
from vsdesigner.model.records import Step
from vsdesigner.storage import documents
from vsdesigner.storage.json_format import encode


@pytest.fixture
def two_streams(tmp_path: Path) -> Path:
    draft = Draft(documents.read(SAMPLE).snapshot)
    for name in ("Second", "Twin", "twin"):
        streams.add(draft, name)
    path = tmp_path / "streams.vstream"
    path.write_bytes(encode(draft.view))
    return path


def test_export_writes_the_workbook(tmp_path: Path) -> None:
    target = tmp_path / "out.xlsx"
    done = run("export", SAMPLE, "--to", target)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"Wrote {target}\n", "")
    assert names_of_steps(target) == [step.name for step in sample_steps()]


def sample_steps() -> tuple[Step, ...]:
    return documents.read(SAMPLE).snapshot.steps("stream-cloud-service")


def names_of_steps(path: Path) -> list[str]:
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True)
    try:
        rows = list(book["Steps"].iter_rows(values_only=True))
    finally:
        book.close()
    cells = {str(cell) for row in rows for cell in row if cell is not None}
    return [step.name for step in sample_steps() if any(step.name in cell for cell in cells)]


def recorded(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Replace the exporter by one that notes its options."""
    seen: list[object] = []

    def render(_snapshot: Snapshot, options: object, *_rest: Callable[..., object]) -> bytes:
        seen.append(options)
        return b"workbook"

    workbook = registry.EXPORTERS["xlsx"]
    fake = dataclasses.replace(workbook, render=render)
    monkeypatch.setitem(registry.EXPORTERS, "xlsx", fake)
    return seen


def test_export_passes_on_what_was_chosen(
    two_streams: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = recorded(monkeypatch)
    target = tmp_path / "out.xlsx"
    target.write_bytes(b"an older export")
    words = ["export", str(two_streams), "--to", str(target)]
    assert cli.main(words) == 0
    assert target.read_bytes() == b"workbook"
    second = documents.read(two_streams).snapshot.streams[1].id
    chosen = ["--stream", " second", "--stream", "Cloud Service", "--stream", second]
    assert cli.main([*words, *chosen, "--row-per-task", "--paper", "letter"]) == 0
    assert seen == [
        ExportOptions(values={"row_per_task": False, "paper": "A4"}),
        ExportOptions(
            streams=(second, "stream-cloud-service"), values={"row_per_task": True, "paper": "Letter"}
        ),
    ]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("third", "There is no stream “third” in the document, only “Provision a managed cloud service”, "),
        ("TWIN", "Several streams are called “TWIN”; say which by its id: stream-"),
    ],
)
def test_export_of_a_stream_that_cannot_be_told(
    name: str, reason: str, two_streams: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "out.xlsx"
    assert cli.main(["export", str(two_streams), "--to", str(target), "--stream", name]) == 1
    assert capsys.readouterr().err.startswith(f"vsdesigner: {reason}")
    assert not target.exists()


def test_export_to_a_format_that_is_not_known(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", str(SAMPLE), "--to", str(tmp_path / "out.docx")]) == 1
    assert capsys.readouterr().err.startswith("vsdesigner: “out.docx” does not say what to export")


def test_export_of_a_file_that_was_repaired_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    recorded(monkeypatch)
    text = json.loads(SAMPLE.read_bytes())
    for flow in text["flows"]:
        flow["target"] = "nowhere"
    text["flows"] += [{**text["flows"][0], "id": f"more-{number}"} for number in range(20)]
    path = tmp_path / "dangling.vstream"
    path.write_text(json.dumps(text), encoding="utf-8")
    before = path.read_bytes()
    assert cli.main(["export", str(path), "--to", str(tmp_path / "out.xlsx")]) == 0
    notes = capsys.readouterr().err.splitlines()
    assert len(notes) == 21
    assert all(note.startswith("note: ") for note in notes)
    assert notes[-1] == "note: and 9 more."
    assert path.read_bytes() == before
