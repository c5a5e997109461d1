"""The command that prints the schema."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.build import run
from tests.examples.make_cloud_service import PATH as SAMPLE
from vsdesigner import cli


def test_schema_is_printed_and_describes_the_sample() -> None:
    import jsonschema

    done = run("schema")
    assert (done.returncode, done.stderr) == (0, "")
    schema = json.loads(done.stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(SAMPLE.read_bytes()), schema)


def test_schema_into_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "schema.json"
    assert cli.main(["schema", "--output", str(target)]) == 0
    assert capsys.readouterr().out == f"Wrote {target}\n"
    assert cli.main(["schema"]) == 0
    assert json.loads(target.read_text(encoding="utf-8")) == json.loads(capsys.readouterr().out)


def test_an_output_that_lacks_characters_gets_the_same_schema() -> None:
    plain = run("schema", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert plain.stdout.isascii()
    assert json.loads(plain.stdout) == json.loads(run("schema").stdout)
