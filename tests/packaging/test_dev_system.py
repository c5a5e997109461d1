"""What Qt lacks on a Linux system: how it is seen, installed or told."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from devtools import system_libraries
from devtools.checkout import Checkout, SetupError
from devtools.probe import missing_libraries, modules_fault
from devtools.system_libraries import Finding, check_system, finding_of, has_font, libraries_for, one_line

from tests.packaging.fake_checkout import ROOT

linux_only = pytest.mark.skipif(
    sys.platform != "linux", reason="shared libraries are looked up on Linux only"
)

LACKING = Finding({"offscreen": "libEGL.so.1: no such file"}, ("libEGL.so.1",), ("libegl1",))
WELL = Finding({"offscreen": ""}, (), ())


def test_missing_libraries_become_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "DRAWING", {"liba.so.1": "pack-a", "libb.so.2": "pack-a"})
    monkeypatch.setattr(system_libraries, "PLATFORM_LIBRARIES", {"xcb": {"libx.so.3": "pack-x"}})
    assert set(libraries_for(("offscreen",))) == {"liba.so.1", "libb.so.2"}
    finding = finding_of({"xcb": "fault"}, ["liba.so.1", "libb.so.2", "libx.so.3"], font=True)
    assert finding.packages == ("pack-a", "pack-x")
    assert finding.loading == ()


def test_a_system_without_fonts_gets_one() -> None:
    finding = finding_of({"offscreen": ""}, [], font=False)
    assert finding.packages == (system_libraries.FONT_PACKAGE,)
    assert finding.loading == ("offscreen",)


def test_fonts_are_found_at_any_depth(tmp_path: Path) -> None:
    folders = system_libraries.font_folders({"HOME": str(tmp_path), "XDG_DATA_DIRS": str(tmp_path / "share")})
    assert not has_font(folders)
    deep = tmp_path / "share" / "fonts" / "truetype" / "some"
    deep.mkdir(parents=True)
    (deep / "readme.txt").write_text("", encoding="utf-8")
    assert not has_font(folders)
    (deep / "Some.TTF").write_text("", encoding="utf-8")
    assert has_font(folders)


def test_one_line_says_how_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: "apt-get")
    line = one_line(LACKING)
    assert "libEGL.so.1" in line
    assert line.endswith("apt-get install -y --no-install-recommends libegl1")
    assert "\n" not in line
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert "libEGL.so.1" in one_line(LACKING)
    assert "apt" not in one_line(LACKING)
    assert one_line(WELL) == ""


def play(
    monkeypatch: pytest.MonkeyPatch, looks: list[Finding], *, may_install: bool
) -> list[tuple[str, ...]]:
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(system_libraries, "look", lambda *_: looks.pop(0))
    monkeypatch.setattr(system_libraries, "_may_install", lambda: may_install)
    monkeypatch.setattr(system_libraries, "_install", lambda _, packages: asked.append(packages))
    return asked


def test_nothing_lacks_nothing_is_done(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = play(monkeypatch, [WELL], may_install=True)
    assert check_system(checkout, ("offscreen",)) == ("offscreen",)
    assert asked == []


def test_what_lacks_is_installed_and_looked_at_again(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = play(monkeypatch, [LACKING, WELL], may_install=True)
    assert check_system(checkout, ("offscreen",)) == ("offscreen",)
    assert asked == [("libegl1",)]


def test_without_the_right_to_install_the_line_is_told(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = play(monkeypatch, [LACKING], may_install=False)
    monkeypatch.setattr(shutil, "which", lambda _: "apt-get")
    with pytest.raises(SetupError, match=r"sudo apt-get update && sudo apt-get install -y .* libegl1"):
        check_system(checkout, ("offscreen",))
    assert asked == []


def test_a_program_that_can_start_is_not_held_back(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    half = Finding({"xcb": "fault", "wayland": ""}, ("libxcb-cursor.so.0",), ("libxcb-cursor0",))
    play(monkeypatch, [half], may_install=False)
    assert check_system(checkout, ("xcb", "wayland")) == ("wayland",)
    assert "libxcb-cursor" in capsys.readouterr().err


def test_a_fault_no_table_knows_is_told_as_it_is(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    strange = Finding({"offscreen": "libstrange.so.9: cannot open shared object file"}, (), ())
    play(monkeypatch, [strange], may_install=True)
    with pytest.raises(SetupError, match=r"libstrange\.so\.9"):
        check_system(checkout, ("offscreen",))


@linux_only
def test_a_library_is_missed_only_when_it_is_missing() -> None:
    assert missing_libraries(["libc.so.6", "libno-such-thing.so.9"]) == ["libno-such-thing.so.9"]


def test_a_module_that_cannot_be_imported_is_named() -> None:
    assert modules_fault(["json"]) == ""
    assert "no_such_module" in modules_fault(["json", "no_such_module"])


@linux_only
def test_the_probe_loads_qt_for_real() -> None:
    wanted = {"modules": list(system_libraries.QT_MODULES), "platforms": ["offscreen", "no-such"]}
    probe = ROOT / "packaging" / "devtools" / "probe.py"
    words = json.dumps({**wanted, "libraries": ["libno-such-thing.so.9"]})
    done = subprocess.run(
        [sys.executable, "-I", str(probe), words], capture_output=True, text=True, check=True
    )
    seen = json.loads(done.stdout)
    assert seen["platforms"]["offscreen"] == ""
    assert "libqno-such.so" in seen["platforms"]["no-such"]
    assert seen["missing"] == ["libno-such-thing.so.9"]
