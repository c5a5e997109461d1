"""What is remembered between two runs."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from vsdesigner.ui.settings import RECENT_FILES, Settings

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "settings.ini"


def again(settings: Settings) -> Settings:
    """The settings as the next run finds them."""
    settings.save()
    # Under another name: Qt would answer from its memory instead of reading the file.
    copy = settings.path.with_name(f"{settings.path.stem}-again.ini")
    if settings.path.exists():
        shutil.copy(settings.path, copy)
    return Settings(copy)


def read_everything(settings: Settings) -> None:
    """Every reader once."""
    assert settings.theme in ("system", "light", "dark")
    assert settings.last_folder is None or settings.last_folder.is_dir()
    assert len(settings.recent_files) <= RECENT_FILES
    assert all(path.is_absolute() for path in settings.recent_files)
    assert all(path.is_file() for path in settings.existing_recent_files())
    assert isinstance(settings.state("window"), QByteArray)
    assert settings.is_section_open("Step", "tasks") in (True, False)
    assert 10 <= settings.number("zoom", 100, least=10, most=400) <= 400
    assert isinstance(settings.text("export/last"), str)


def test_everything_comes_back(file: Path, tmp_path: Path) -> None:
    settings = Settings(file)
    settings.theme = "dark"
    settings.last_folder = tmp_path
    settings.set_state("window", QByteArray(b"\x00\x01state"))
    settings.set_section_open("Step", "tasks", is_open=False)
    settings.set_number("zoom", 150)
    settings.set_text("export/last", "größe; a,b=c")
    settings = again(settings)
    assert settings.theme == "dark"
    assert settings.last_folder == tmp_path
    assert settings.state("window") == QByteArray(b"\x00\x01state")
    assert settings.is_section_open("Step", "tasks") is False
    assert settings.is_section_open("Lane", "tasks") is True, "remembered per type of record"
    assert settings.number("zoom", 100, least=10, most=400) == 150
    assert settings.text("export/last") == "größe; a,b=c"


def test_the_first_run(file: Path) -> None:
    settings = Settings(file)
    read_everything(settings)
    assert settings.theme == "system"
    assert settings.recent_files == []
    assert settings.state("window").isEmpty()


def test_a_window_comes_back_to_its_size(file: Path, qtbot: QtBot) -> None:
    window, other = QMainWindow(), QMainWindow()
    for one in (window, other):
        qtbot.addWidget(one)
    window.resize(640, 480)
    settings = Settings(file)
    settings.set_state("window", window.saveGeometry())
    assert other.restoreGeometry(again(settings).state("window"))
    assert (other.width(), other.height()) == (640, 480)


def test_recent_files_are_few_unique_and_newest_first(file: Path, tmp_path: Path) -> None:
    settings = Settings(file)
    paths = [tmp_path / f"{number}.vstream" for number in range(20)]
    for path in paths:
        settings.remember_file(path)
    settings.remember_file(paths[15])
    settings = again(settings)
    assert settings.recent_files[:3] == [paths[15], paths[19], paths[18]]
    assert len(settings.recent_files) == RECENT_FILES
    settings.forget_file(paths[19])
    assert paths[19] not in again(settings).recent_files
    settings.clear_recent_files()
    assert again(settings).recent_files == []


@pytest.mark.parametrize("count", [0, 1, 2])
def test_short_lists_come_back(file: Path, tmp_path: Path, count: int) -> None:
    # An ini file does not tell a list of one from a text.
    settings = Settings(file)
    for number in range(count):
        settings.remember_file(tmp_path / str(number))
    assert again(settings).recent_files == [tmp_path / str(number) for number in reversed(range(count))]


def test_only_existing_files_are_offered(file: Path, tmp_path: Path) -> None:
    here, gone = tmp_path / "here.vstream", tmp_path / "gone.vstream"
    here.write_text("")
    settings = Settings(file)
    for path in (here, gone):
        settings.remember_file(path)
    assert settings.recent_files == [gone, here]
    assert settings.existing_recent_files() == [here]


def test_odd_names_of_files_come_back(file: Path, tmp_path: Path) -> None:
    names = ["a, b.vstream", "@Variant(x).vstream", "übung%20.vstream", 'quo"te.vstream', "[*] & <b>.vstream"]
    settings = Settings(file)
    for name in names:
        settings.remember_file(tmp_path / name)
    assert [path.name for path in again(settings).recent_files] == names[::-1]


def test_the_default_place_is_the_user_s_configuration(own_folders: Path) -> None:
    settings = Settings()
    settings.theme = "light"
    settings.save()
    assert settings.path.is_file()
    assert own_folders in settings.path.parents


HOSTILE = [
    "look/theme=pink",
    "[look]\ntheme=@Invalid()",
    "[look]\ntheme=dark, light",
    '[look]\ntheme="@ByteArray(dark)"',
    "[files]\nrecent=relative/path, /ok, /ok",
    "[files]\nrecent=@Invalid()",
    "[files]\nrecent=@Variant(\\0\\0\\0\\x7f\\0\\0\\0\\x5Oops\\0)",
    "[files]\nrecent=" + ", ".join(f"/file{number}" for number in range(500)),
    "[files]\nrecent=/" + "x" * 100_000,
    "[files]\nrecent=/nul\\x0/byte\nfolder=/nul\\x0/byte",
    "[files]\nfolder=/" + "y/" * 30_000,
    "[files]\nfolder=/" + "name" * 500 + "\nrecent=/" + "name" * 500,
    "[files]\nfolder=/\\xd83d",
    "[state]\nwindow=not bytes",
    "[state]\nwindow=@Rect(1 2 3 4)",
    "[state]\nwindow=@Size(99999999999999999999 2)",
    "[sections]\nStep\\tasks=perhaps",
    "[General]\nzoom=1e999",
    "[General]\nzoom=99999999999999999999999",
    "[General]\nzoom=\\x661",
    "[export]\nlast=" + "z" * 50_000,
    "[",
    "]]]]====",
    "\x00\x01\x02",
]


@pytest.mark.qt_log_ignore("^QVariant::load", extend=True)  # Qt says that it refuses, which is right
@pytest.mark.parametrize("content", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_files_only_cost_the_memory(file: Path, content: str) -> None:
    file.parent.mkdir()
    file.write_text(content, encoding="utf-8")
    settings = Settings(file)
    read_everything(settings)
    assert settings.theme == "system"
    settings.theme = "dark"
    assert again(settings).theme == "dark", "and it can be written again"


@pytest.mark.qt_log_ignore("^QVariant::load", extend=True)
def test_damaged_bytes(file: Path) -> None:
    settings = Settings(file)
    settings.theme = "dark"
    settings.remember_file(Path("/somewhere/stream.vstream"))
    settings.set_state("window", QByteArray(bytes(range(256))))
    settings.save()
    good, chance = file.read_bytes(), random.Random(7)
    for _ in range(200):
        bad = bytearray(good)
        for _ in range(chance.randint(1, 12)):
            bad[chance.randrange(len(bad))] = chance.randrange(256)
        file.write_bytes(bytes(bad[: chance.randint(1, len(bad))]))
        read_everything(Settings(file))


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    settings = Settings(tmp_path / "file" / "settings.ini")
    settings.theme = "dark"
    settings.save()
    assert settings.theme == "dark", "for this run it is remembered"
