"""The command that writes documents in other formats."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.build import run
from tests.examples.make_cloud_service import PATH as SAMPLE
from vsdesigner import cli
from vsdesigner.commands import streams
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange import registry
from vsdesigner.exchange.options import Choice, Option, OptionKind
from vsdesigner.exchange.registry import EXPORTERS, Exporter, ExportOptions, Progress
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


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[ExportOptions]]:
    """A format with an option of each kind; what it was asked is noted."""
    seen: list[ExportOptions] = []

    def render(_view: Snapshot, options: ExportOptions, progress: Progress, _rest: object) -> bytes:
        seen.append(options)
        progress(0.5)
        return b"fake"

    words = (Choice("one", "One"), Choice("two", "Two"), Choice("three", "Three"))
    options = (
        Option("quick", "Quick", "Leave out 50 % of it.", OptionKind.FLAG, default=True),
        Option("fake_kind", "Kind", "Which kind.", OptionKind.CHOICE, "one", words),
        Option("fake_parts", "Parts", "Which parts.", OptionKind.SEVERAL, ("one", "two"), words),
        Option("dots", "Dots", "How fine.", OptionKind.NUMBER, 96.0, least=72, most=600, unit="dpi"),
    )
    exporter = Exporter(
        "fake", "Fake picture", ".fake", "x/y", render, options, one_stream=True, carries=True
    )
    monkeypatch.setitem(registry.EXPORTERS, "fake", exporter)
    yield seen


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


def recorded(monkeypatch: pytest.MonkeyPatch) -> list[ExportOptions]:
    """Replace the exporter by one that notes its options."""
    seen: list[ExportOptions] = []

    def render(_snapshot: Snapshot, options: ExportOptions, *_rest: Callable[..., object]) -> bytes:
        seen.append(options)
        return b"workbook"

    workbook = registry.EXPORTERS["xlsx"]
    monkeypatch.setitem(registry.EXPORTERS, "xlsx", dataclasses.replace(workbook, render=render))
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
    # What was not said is left to the format.
    assert [dict(options.values) for options in seen] == [{}, {"row_per_task": True, "paper": "Letter"}]
    assert [options.streams for options in seen] == [(), (second, "stream-cloud-service")]


def test_options_are_made_from_the_tables_of_the_formats(
    fake: list[ExportOptions], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["export", str(SAMPLE), "--to", str(tmp_path / "x.fake")]
    assert (
        cli.main([*words, "--no-quick", "--fake-kind", "TWO", "--fake-parts", "Three,one", "--dots", "300"])
        == 0
    )
    assert dict(fake[0].values) == {
        "quick": False,
        "fake_kind": "two",
        "fake_parts": ("one", "three"),
        "dots": 300.0,
    }
    assert cli.main([*words, "--fake-parts", ""]) == 0
    assert dict(fake[1].values) == {"fake_parts": ()}
    capsys.readouterr()
    assert cli.main(["export", "--help"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    for text in (
        "fake (Fake picture)",
        "--quick, --no-quick Leave out 50 % of it. [fake]",
        "--fake-parts A,B Which parts. [fake] (any of one, two, three; default: one,two)",
        "--dots NUMBER How fine. [fake] (72 to 600 dpi, default: 96)",
        "Exit codes: 0 all right, 1 findings or a failure (the reason is on standard error), 2 wrong usage.",
    ):
        assert text in said
    assert "--extent" not in said  # there is no selection and no view without a window


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--to", "x.fake", "--paper", "A4"], "--paper means nothing for fake (Fake picture)."),
        (["--to", "x.fake", "--dots", "9000"], "Dots: 9000 is not possible; it goes from 72 to 600."),
        (["--to", "x.fake", "--dots", "many"], "Dots: “many” is not a number."),
        (["--to", "x.fake", "--fake-kind", "four"], "“four” is not possible. Choose from one, two, three."),
        (["--to", "x.fake", "--stream", "a", "--stream", "b"], "Fake picture shows one stream: name one"),
        (["--to", "docx"], "“docx” does not say what to export: give --to one of the formats xlsx"),
        (["--to", "out.docx"], "“out.docx” does not say what to export"),
        (["--to", "x", "--format", "docx"], "“docx” is not a format; choose from xlsx (Excel workbook)"),
        (["--to", "folder/"], "“folder/” is a folder: say the format as well, --format xlsx|"),
        (["--to", "x.fake", "other.vstream"], "Several documents do not fit into “x.fake”"),
        (["--to", "x.fake", "--frob"], "unrecognized arguments: --frob"),
        (["--to", str(SAMPLE), "--format", "fake"], "would be written over"),
        (["--to", "out/", "--format", "fake", "elsewhere/cloud-service.json"], "or twice"),
    ],
)
def test_a_wish_that_makes_no_sense_is_wrong_usage(
    words: list[str],
    reason: str,
    fake: list[ExportOptions],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    before = SAMPLE.read_bytes()
    assert cli.main(["export", *words, str(SAMPLE)]) == 2
    assert reason in capsys.readouterr().err
    assert not list(tmp_path.rglob("*.fake"))
    assert SAMPLE.read_bytes() == before
    assert fake == []


def test_a_format_puts_each_file_beside_its_document(
    fake: list[ExportOptions], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sources = [tmp_path / "one.v2.vstream", tmp_path / "sub" / "two.json"]
    for source in sources:
        source.parent.mkdir(exist_ok=True)
        source.write_bytes(SAMPLE.read_bytes())
    assert cli.main(["export", *map(str, sources), str(sources[0]), "--to", "FAKE"]) == 0
    targets = [tmp_path / "one.v2.fake", tmp_path / "sub" / "two.fake"]
    assert [target.read_bytes() for target in targets] == [b"fake", b"fake"]
    captured = capsys.readouterr()
    assert captured.out == "".join(f"Wrote {target}\n" for target in targets)
    assert captured.err == ""  # no bar where nobody watches


def test_a_folder_is_made_and_filled(fake: list[ExportOptions], tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    assert cli.main(["export", str(SAMPLE), "--to", f"{folder}/", "--format", "fake"]) == 0
    assert [path.name for path in folder.iterdir()] == ["cloud-service.fake"]
    assert cli.main(["export", str(SAMPLE), "--to", str(folder), "--format", "fake"]) == 0


def test_a_document_that_fails_does_not_keep_the_others(
    fake: list[ExportOptions], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a", "c"):
        (tmp_path / f"{name}.vstream").write_bytes(SAMPLE.read_bytes())
    (tmp_path / "b.vstream").write_bytes(b"nonsense")
    names = [str(tmp_path / f"{name}.vstream") for name in ("a", "b", "missing", "c")]
    assert cli.main(["export", *names, "--to", "fake"]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert [line[:21] for line in lines[:2]] == ["vsdesigner: “b.vstrea", "vsdesigner: “missing."]
    assert lines[2:] == ["vsdesigner: 2 of 4 documents could not be exported."]
    assert sorted(path.name for path in tmp_path.glob("*.fake")) == ["a.fake", "c.fake"]


def test_the_document_travels_along_unless_told_otherwise(
    fake: list[ExportOptions], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["export", str(SAMPLE), "--to", str(tmp_path / "x.fake")]
    assert cli.main(words) == 0
    assert cli.main([*words, "--no-carry"]) == 0
    assert [options.source for options in fake] == [encode(documents.read(SAMPLE).snapshot).decode(), ""]


def test_what_cannot_carry_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bare = dataclasses.replace(EXPORTERS["xlsx"], carries=False)
    monkeypatch.setitem(registry.EXPORTERS, "xlsx", bare)
    assert cli.main(["export", str(SAMPLE), "--to", str(tmp_path / "x.xlsx"), "--carry"]) == 2
    assert "Excel workbook cannot carry the document." in capsys.readouterr().err


def test_a_picture_of_several_streams_says_which_it_shows(
    two_streams: Path, fake: list[ExportOptions], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["export", str(two_streams), "--to", str(tmp_path / "x.fake")]
    assert cli.main(words) == 0
    assert "shows one stream, here “Provision a managed cloud service”;" in capsys.readouterr().err
    assert fake[0].streams == ("stream-cloud-service",)
    assert cli.main([*words, "--stream", "second"]) == 0
    assert capsys.readouterr().err == ""


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
