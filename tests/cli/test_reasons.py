"""What the commands say when something cannot be: in words, with a way on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.examples.make_cloud_service import PATH as SAMPLE
from vsdesigner import cli
from vsdesigner.document.draft import Draft
from vsdesigner.exchange.options import ExportOptions
from vsdesigner.exchange.registry import EXPORTERS
from vsdesigner.storage import documents
from vsdesigner.storage.json_format import encode

Say = pytest.CaptureFixture[str]


def test_a_missing_file_and_a_missing_folder_are_told_apart(
    tmp_path: Path, capsys: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["check", "nope.vstream"]) == 1
    told = capsys.readouterr().err
    assert f"cannot be read: there is no such file in “{tmp_path}”." in told
    assert cli.main(["check", "away/nope.vstream"]) == 1
    told = capsys.readouterr().err
    assert f"the folder “{tmp_path / 'away'}” is not there." in told
    assert "no such file" not in told


def test_a_sheet_that_there_is_not_is_named(tmp_path: Path, capsys: Say) -> None:
    assert cli.main(["export", str(SAMPLE), "--to", str(tmp_path / "x.xlsx"), "--sheets", "steps,foo"]) == 2
    told = capsys.readouterr().err
    assert "“foo” is not possible" in told
    assert "('" not in told
    assert "“steps”" not in told


@pytest.mark.parametrize("words", [["check"], ["export", "--to", "pptx"], ["diff", str(SAMPLE)]])
def test_of_a_file_that_carries_a_document_the_way_is_named(
    words: list[str], tmp_path: Path, capsys: Say
) -> None:
    view = documents.read(SAMPLE).snapshot
    source = encode(view).decode("utf-8")
    path = tmp_path / "carrying.svg"
    options = ExportOptions(streams=(view.streams[0].id,), source=source)
    path.write_bytes(EXPORTERS["svg"].render(view, options, lambda share: None, lambda: False))
    assert cli.main([*words, str(path)]) in (1, 2)
    told = capsys.readouterr().err
    assert "vsdesigner import carrying.svg -o carrying.vstream" in told


def test_the_help_of_import_promises_no_web_page(capsys: Say) -> None:
    cli.main(["import", "--help"])
    told = " ".join(capsys.readouterr().out.split())
    assert " page" not in told
    assert "workbook, slides, PDF, PNG or SVG" in told


def test_a_sentence_that_ends_in_quoted_words_ends_once(tmp_path: Path, capsys: Say) -> None:
    draft = Draft(documents.read(SAMPLE).snapshot)
    draft.update("step-plan", presenter_notes="Takes a day.")
    one = tmp_path / "one.vstream"
    one.write_bytes(encode(draft.view))
    draft.update("step-plan", presenter_notes="Takes ten minutes.")
    other = tmp_path / "other.vstream"
    other.write_bytes(encode(draft.view))
    cli.main(["diff", str(one), str(other)])
    assert capsys.readouterr().out.rstrip().endswith("“Takes ten minutes.”")
