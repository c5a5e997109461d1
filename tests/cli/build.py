"""Runs the program for the tests of the command line, and the documents that they need."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.examples.make_cloud_service import PATH as SAMPLE
from vsdesigner.document.draft import Draft
from vsdesigner.storage import documents
from vsdesigner.storage.json_format import encode

Run = subprocess.CompletedProcess[str]


def run(*words: str | Path, **environment: str) -> Run:
    """Run the program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "vsdesigner", *map(str, words)],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        timeout=60,
        check=False,
    )


def failed(done: Run, reason: str) -> None:
    """Assert that a run failed with this as its one line on standard error."""
    assert (done.returncode, done.stderr) == (1, f"vsdesigner: {reason}\n")


def flawed(path: Path) -> Path:
    """The sample with an error, a warning and a hint."""
    draft = Draft(documents.read(SAMPLE).snapshot)
    draft.update("step-build", raci=())
    draft.update("stream-cloud-service", owner="")
    draft.update("step-plan", name="Service", practices=())
    path.write_bytes(encode(draft.view))
    return path


def hints_only(path: Path) -> Path:
    draft = Draft(documents.read(SAMPLE).snapshot)
    draft.update("step-plan", practices=())
    path.write_bytes(encode(draft.view))
    return path
