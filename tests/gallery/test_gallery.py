"""The gallery command takes every picture it promises."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.gallery import __main__ as gallery
from tests.gallery.present_scenes import PRESENT_SCENES
from tests.gallery.scenes import SCENES


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_every_scene_is_pictured_light_and_dark(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gallery, "SIZES", ((1280, 800),))
    monkeypatch.setattr(gallery, "SHORT", 1)  # that there is a picture takes no patience
    monkeypatch.setattr(gallery, "LONG", 10)
    assert gallery.main([str(tmp_path)]) == 0
    for theme in ("light", "dark"):
        for scene in (*SCENES, *PRESENT_SCENES):
            picture = QImage(str(tmp_path / f"{scene.name}-{theme}-1280x800.png"))
            assert (picture.width(), picture.height()) == (1280, 800)
    light, dark = (QImage(str(tmp_path / f"main-{theme}-1280x800.png")) for theme in ("light", "dark"))
    assert light.pixelColor(5, 5).lightness() > 200 > 100 > dark.pixelColor(5, 5).lightness()


def test_it_needs_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert gallery.main([]) == 2
    assert "usage" in capsys.readouterr().err
