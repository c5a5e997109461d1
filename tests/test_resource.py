"""What ships with the program is found in a checkout, in an installed wheel and in a frozen build."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import vsdesigner
from vsdesigner.resource import resource_path

ROOT = Path(vsdesigner.__file__).resolve().parents[1]


def some_resource() -> Path:
    """A file that ships, relative to `resources`."""
    resources = ROOT / "resources"
    return min(path for path in resources.rglob("*") if path.is_file()).relative_to(resources)


def test_a_checkout_has_them_beside_the_package() -> None:
    assert resource_path() == ROOT / "resources"
    assert resource_path(*some_resource().parts) == ROOT / "resources" / some_resource()


def test_what_is_missing_is_told_in_a_sentence() -> None:
    with pytest.raises(
        FileNotFoundError, match=r"no-such-folder.no-such-file is missing.*install it again\.$"
    ):
        resource_path("no-such-folder", "no-such-file")


def test_a_frozen_build_has_them_in_its_bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources" / "icons").mkdir(parents=True)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource_path("icons") == tmp_path / "resources" / "icons"
    with pytest.raises(FileNotFoundError):
        resource_path("examples")


def test_a_bundle_without_the_frozen_mark_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource_path() == ROOT / "resources"


def test_a_wheel_carries_them_inside_the_package(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, timeout=120)
    (wheel,) = tmp_path.glob("*.whl")
    unpacked = tmp_path / "unpacked"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(unpacked)
    # Alone in its folder: neither the checkout nor the installed packages can help it out.
    ask = "import sys; sys.path.insert(0, sys.argv[1]); from vsdesigner.resource import resource_path\n"
    ask += "print(resource_path(*sys.argv[2:]))"
    command = [sys.executable, "-I", "-S", "-c", ask, str(unpacked), *some_resource().parts]
    done = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True, timeout=60)
    found = Path(done.stdout.strip())
    assert found == unpacked / "vsdesigner" / "_resources" / some_resource()
    assert found.read_bytes() == (ROOT / "resources" / some_resource()).read_bytes()
