"""Making and repairing `.venv`, with a stand-in for the programs that would be called."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from devtools import environment, first_start
from devtools.checkout import Checkout, SetupError
from devtools.lock import only_one
from devtools.stamp import read_stamp

from tests.packaging.fake_checkout import ROOT, fill_environment

NO_NETWORK = (
    "WARNING: Retrying after connection broken by 'NewConnectionError: Failed to establish a connection'\n"
    "ERROR: No matching distribution found for hatchling>=1.27\n"
)


class Programs:
    """Plays venv, pip and the look at the environment; remembers what it was asked."""

    def __init__(self, checkout: Checkout, *, whole: bool = True, pip_says: tuple[str, ...] = ()) -> None:
        self.checkout = checkout
        self.whole = whole
        self.pip_says = list(pip_says)
        self.asked: list[str] = []

    def __call__(
        self, command: list[str], *, log: Path, cwd: Path, show: tuple[str, ...] = ()
    ) -> tuple[int, str]:
        assert cwd == self.checkout.root
        self.asked.append(" ".join(command[1:]))
        if "venv" in command:
            fill_environment(self.checkout)
            return 0, ""
        if "install" in command:
            said = self.pip_says.pop(0) if self.pip_says else ""
            return (1, said) if said else (0, "")
        return (0 if self.whole else 1), ""

    def count(self, words: str) -> int:
        return sum(words in asked for asked in self.asked)


@pytest.fixture
def programs(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Programs]:
    def play(*, whole: bool = True, pip_says: tuple[str, ...] = ()) -> Programs:
        played = Programs(checkout, whole=whole, pip_says=pip_says)
        monkeypatch.setattr(environment, "run_logged", played)
        return played

    return play


def test_a_usable_environment_is_kept(checkout: Checkout, programs: Callable[..., Programs]) -> None:
    played = programs()
    stamp = environment.set_up_packages(checkout, ("test",))
    assert played.count("-m venv") == 0
    assert played.count("--editable .[test]") == 1
    assert played.count(f"--constraint {checkout.constraints.as_uri()}") == 2
    assert " " not in checkout.constraints.as_uri()
    assert read_stamp(checkout) == stamp


def test_the_build_backend_is_installed_first(checkout: Checkout, programs: Callable[..., Programs]) -> None:
    played = programs()
    environment.set_up_packages(checkout, ())
    backend, project = (asked for asked in played.asked if "pip install" in asked)
    assert backend.endswith("hatchling>=1.27 editables")
    assert project.endswith("--no-build-isolation --editable .")


def test_extras_stay_when_the_program_alone_is_wanted(
    checkout: Checkout, programs: Callable[..., Programs]
) -> None:
    played = programs()
    environment.set_up_packages(checkout, ("test",))
    environment.set_up_packages(checkout, ())
    assert played.count("--editable .[test]") == 2


def test_no_environment_one_is_made(checkout: Checkout, programs: Callable[..., Programs]) -> None:
    checkout.venv.rename(checkout.root / "gone")
    played = programs()
    environment.set_up_packages(checkout, ())
    assert played.count("-m venv") == 1


def test_a_damaged_environment_is_made_anew(checkout: Checkout, programs: Callable[..., Programs]) -> None:
    leftover = checkout.venv / "leftover"
    leftover.write_text("", encoding="utf-8")
    played = programs(whole=False)
    environment.set_up_packages(checkout, ())
    assert played.count("-m venv") == 1
    assert not leftover.exists()


def test_a_file_in_its_place_gives_way(checkout: Checkout, programs: Callable[..., Programs]) -> None:
    checkout.venv.rename(checkout.root / "gone")
    checkout.venv.write_text("", encoding="utf-8")
    programs()
    environment.set_up_packages(checkout, ())
    assert checkout.python.exists()


def test_what_pip_cannot_mend_is_made_anew_once(
    checkout: Checkout, programs: Callable[..., Programs]
) -> None:
    played = programs(pip_says=("ERROR: uninstall-no-record-file",))
    environment.set_up_packages(checkout, ())
    assert played.count("-m venv") == 1


def test_no_network_is_one_sentence(checkout: Checkout, programs: Callable[..., Programs]) -> None:
    played = programs(pip_says=(NO_NETWORK,))
    with pytest.raises(SetupError) as caught:
        environment.set_up_packages(checkout, ())
    assert "no package index can be reached" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert played.count("-m venv") == 0  # an environment is not thrown away for want of a network
    assert read_stamp(checkout) is None


def test_another_failure_names_pips_reason(checkout: Checkout, programs: Callable[..., Programs]) -> None:
    said = "Collecting x\nERROR: first\nERROR: No space left on device\n\n"
    programs(pip_says=(said, said))
    with pytest.raises(SetupError, match="No space left on device") as caught:
        environment.set_up_packages(checkout, ())
    assert "\n" not in str(caught.value)


def test_a_python_without_venv_is_told(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    said = "The virtual environment was not created successfully because ensurepip is not available.\n"
    monkeypatch.setattr(environment, "run_logged", lambda *_, **__: (1, said))
    with pytest.raises(SetupError, match="python3-venv"):
        environment.set_up_packages(checkout, ())


def test_a_folder_without_write_access_is_told(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(first_start, "set_up_packages", refuse)
    with pytest.raises(SetupError, match="Permission denied"):
        first_start.set_up(checkout, (), ())


def test_this_environment_is_whole() -> None:
    question = ROOT / "packaging" / "devtools" / "wholeness.py"
    assert subprocess.run([sys.executable, "-I", str(question)]).returncode == 0


def test_a_package_with_missing_files_is_not_whole(tmp_path: Path) -> None:
    from importlib.metadata import Distribution

    from devtools.wholeness import is_whole

    record = tmp_path / "thing-1.dist-info"
    record.mkdir()
    (record / "METADATA").write_text("Name: thing\nVersion: 1\n", encoding="utf-8")
    assert not is_whole(Distribution.at(record))
    (record / "RECORD").write_text("thing.py,,\n__pycache__/thing.cpython-311.pyc,,\n", encoding="utf-8")
    assert not is_whole(Distribution.at(record))
    (tmp_path / "thing.py").write_text("", encoding="utf-8")
    assert is_whole(Distribution.at(record))


def test_one_set_up_at_a_time(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    hold = "import sys, time; sys.path.insert(0, sys.argv[1]); from pathlib import Path\n"
    hold += "from devtools.lock import only_one\n"
    hold += "with only_one(Path(sys.argv[2])): print('held', flush=True); time.sleep(60)"
    wait = hold.replace("time.sleep(60)", "pass")
    arguments = [str(ROOT / "packaging"), str(lock)]
    with subprocess.Popen(
        [sys.executable, "-c", hold, *arguments], stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with subprocess.Popen(
            [sys.executable, "-c", wait, *arguments], stdout=subprocess.PIPE, text=True
        ) as waiter:
            assert waiter.stdout is not None
            assert waiter.stdout.readline().startswith("Another set-up is at work")
            holder.kill()  # killed, not ended: the system frees the lock
            assert waiter.stdout.readline() == "held\n"
    with only_one(lock):
        pass
