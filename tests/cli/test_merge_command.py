"""The command that puts two versions together, by hand and as a merge driver of git."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.build import run
from tests.examples.make_cloud_service import PATH as SAMPLE
from vsdesigner import cli
from vsdesigner.commands import elements, lists, steps
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import Task
from vsdesigner.model.records import Step, Stream
from vsdesigner.storage import documents

Edit = Callable[[Draft], object]
STREAM = "stream-cloud-service"

RENAMED = "The name of “Plan how and when the service is set up” became “Ours” here and “Theirs” there."


def version(path: Path, *edits: Edit, of: Path = SAMPLE) -> Path:
    draft = Draft(documents.read(of).snapshot)
    for edit in edits:
        edit(draft)
    documents.save(path, complete(draft).view)
    return path


def renamed(name: str) -> Edit:
    return lambda draft: steps.update(draft, ["step-plan"], name=name)


def owned(name: str) -> Edit:
    return lambda draft: draft.update(STREAM, owner=name)


def with_task(text: str) -> Edit:
    return lambda draft: lists.set_tasks(
        draft, "step-build", [*draft.get("step-build", Step).tasks, Task.new(text)]
    )


def name_of(view: Snapshot) -> str:
    return view.get("step-plan", Step).name


def test_both_sides_are_put_together(tmp_path: Path) -> None:
    ours = version(tmp_path / "ours.vstream", renamed("Plan it all"), with_task("Ours"))
    theirs = version(tmp_path / "theirs.vstream", owned("Head of platforms"), with_task("Theirs"))
    out = tmp_path / "out.vstream"
    done = run("merge", SAMPLE, ours, theirs, "-o", out)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"Wrote {out}: 2 changes of theirs taken.\n"
    view = documents.read(out).snapshot
    assert (name_of(view), view.get(STREAM, Stream).owner) == ("Plan it all", "Head of platforms")
    assert {"Ours", "Theirs"} <= {task.text for task in view.get("step-build", Step).tasks}
    swapped = tmp_path / "swapped.vstream"
    assert run("merge", SAMPLE, theirs, ours, "-o", swapped).returncode == 0
    assert swapped.read_bytes() == out.read_bytes()


@pytest.fixture
def disputed(tmp_path: Path) -> list[str]:
    ours = version(tmp_path / "ours.vstream", renamed("Ours"))
    theirs = version(tmp_path / "theirs.vstream", renamed("Theirs"), owned("Head of platforms"))
    return [str(path) for path in (SAMPLE, ours, theirs)]


def test_a_conflict_is_told_and_has_ours(
    disputed: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.vstream"
    assert cli.main(["merge", *disputed, "--output", str(out)]) == 1
    view = documents.read(out).snapshot
    assert (name_of(view), view.get(STREAM, Stream).owner) == ("Ours", "Head of platforms")
    conflict, reason = capsys.readouterr().err.splitlines()
    assert conflict == f"conflict: {RENAMED}"
    assert reason.startswith("vsdesigner: 1 conflict (here is ours, there is theirs)")


@pytest.mark.parametrize(("side", "name"), [("ours", "Ours"), ("theirs", "Theirs")])
def test_conflicts_can_be_decided_beforehand(
    side: str, name: str, disputed: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.vstream"
    assert cli.main(["merge", *disputed, "-o", str(out), "--take", side]) == 0
    view = documents.read(out).snapshot
    assert (name_of(view), view.get(STREAM, Stream).owner) == (name, "Head of platforms")
    assert capsys.readouterr().err == ""


def test_what_is_overwritten_is_kept(disputed: list[str], own_folders: Path) -> None:
    before = Path(disputed[1]).read_bytes()
    assert cli.main(["merge", *disputed, "-o", disputed[1]]) == 1
    assert before in [path.read_bytes() for path in own_folders.rglob("*") if path.is_file()]


def test_without_a_common_ancestor_everything_of_both_is_there(
    tmp_path: Path, disputed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """So git asks when both branches have added the file."""
    empty, out = tmp_path / "empty", tmp_path / "out.vstream"
    empty.write_bytes(b"")
    assert cli.main(["merge", str(empty), *disputed[1:], "-o", str(out)]) == 1
    view = documents.read(out).snapshot
    assert len(view.steps(STREAM)) == len(documents.read(SAMPLE).snapshot.steps(STREAM))
    assert "“Ours” here and “Theirs” there" in capsys.readouterr().err


def test_what_cannot_be_read_leaves_everything_as_it_is(
    tmp_path: Path, disputed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    bad, out = tmp_path / "bad.vstream", tmp_path / "out.vstream"
    bad.write_text("<<<<<<< ours")
    for words in ([str(bad), *disputed[1:]], [disputed[0], str(bad), disputed[2]], [*disputed[:2], str(bad)]):
        assert cli.main(["merge", *words, "-o", str(out)]) == 2
        assert capsys.readouterr().err.startswith("vsdesigner: “bad.vstream”")
    assert not out.exists()
    assert cli.main(["merge", *disputed]) == 2  # without -o
    assert cli.main(["merge", *disputed, "-o", str(out), "--take", "both"]) == 2


# -- git ----------------------------------------------------------------------------------------------------
class Repository:
    """A repository of its own with the program as merge driver."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "stream.vstream"
        folder.mkdir()
        self.git("init", "-q", "-b", "main")
        driver = f'"{sys.executable}" -m vsdesigner merge %O %A %B -o %A'
        self.git("config", "merge.vsdesigner.driver", driver.replace("\\", "/"))
        self.git("config", "user.name", "Somebody")
        self.git("config", "user.email", "somebody@example.org")
        (folder / ".gitattributes").write_text("*.vstream merge=vsdesigner\n")
        self.commit()

    def git(self, *words: str, code: int = 0) -> str:
        done = subprocess.run(
            [str(shutil.which("git")), *words],
            cwd=self.folder,
            capture_output=True,
            encoding="utf-8",
            env={
                **os.environ,
                "PYTHONPATH": str(Path(cli.__file__).parents[2]),
                "GIT_CONFIG_GLOBAL": os.devnull,
                "GIT_CONFIG_NOSYSTEM": "1",
            },
            check=False,
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def commit(self, *edits: Edit) -> None:
        version(self.file, *edits, of=self.file if self.file.exists() else SAMPLE)
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "A version")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    if shutil.which("git") is None:
        pytest.skip("there is no git here")
    return Repository(tmp_path / "repository")


def test_git_merges_two_branches(repository: Repository) -> None:
    repository.git("switch", "-q", "-c", "side")
    repository.commit(
        owned("Head of platforms"),
        with_task("Theirs"),
        lambda draft: elements.delete(draft, ["step-plan"], heal=True),
    )
    repository.git("switch", "-q", "main")
    repository.commit(with_task("Ours"), lambda draft: steps.append(draft, "step-build", "", "Look at it"))
    repository.git("merge", "-q", "--no-edit", "side")
    assert repository.git("status", "--porcelain") == ""
    loaded = documents.read(repository.file)
    assert not loaded.problems
    view = loaded.snapshot
    assert view.get(STREAM, Stream).owner == "Head of platforms"
    assert {"Ours", "Theirs"} <= {task.text for task in view.get("step-build", Step).tasks}
    names = [step.name for step in view.steps(STREAM)]
    assert "Look at it" in names
    assert "step-plan" not in view
    assert [step.order for step in view.steps(STREAM)] == list(range(len(names)))


def test_git_stops_where_both_say_something_else(repository: Repository) -> None:
    repository.git("switch", "-q", "-c", "side")
    repository.commit(renamed("Theirs"), owned("Head of platforms"))
    repository.git("switch", "-q", "main")
    repository.commit(renamed("Ours"))
    said = repository.git("merge", "--no-edit", "side", code=1)
    assert RENAMED in said
    assert repository.git("status", "--porcelain").startswith("UU stream.vstream")
    view = documents.read(repository.file).snapshot  # whole, to be looked at and saved
    assert (name_of(view), view.get(STREAM, Stream).owner) == ("Ours", "Head of platforms")


def test_the_help_tells_how_git_uses_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["merge", "--help"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "git config merge.vsdesigner.driver 'vsdesigner merge %O %A %B -o %A'" in said
    assert "*.vstream merge=vsdesigner" in said
