"""`python -m tests.gallery DIR`: takes the pictures, light and dark, in three sizes of window."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SHORT, LONG = 40, 150  # ms after which a window stands, and after which its fields have found their height
SIZES = ((1024, 700), (1280, 800), (1920, 1080))  # a narrow window, a laptop, a large screen


def main(arguments: list[str]) -> int:
    """Write the pictures into the folder that is named; returns the exit code."""
    if len(arguments) != 1:
        print("usage: gallery DIR", file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["VSDESIGNER_REDUCED_MOTION"] = "1"  # pictures show where motion ends
    with tempfile.TemporaryDirectory() as home:
        # Neither the user's settings nor their unsaved work belong into the pictures.
        for variable in ("VSDESIGNER_DATA", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            os.environ[variable] = home
        count = _take_all(folder)
    print(f"{count} pictures in {folder}")
    return 0


def _take_all(folder: Path) -> int:
    from tests.gallery.scenes import SCENES
    from tests.ui.window_kit import Answers, windows_of
    from vsdesigner.ui.app import make_application, make_program
    from vsdesigner.ui.dialogs.answers import Unsaved
    from vsdesigner.ui.settings import Settings

    make_application()
    count = _take_presentations(folder)
    for theme in ("light", "dark"):
        for width, height in SIZES:
            for scene in SCENES:
                # A program of its own: what one scene opens and switches is not there in the next.
                settings = Settings(folder / "settings.ini")
                program = make_program(None, Answers(on_unsaved=Unsaved.DISCARD), settings)
                program.choose_theme("light" if theme == "light" else "dark")
                program.new_window()
                window = windows_of(program)[-1]
                window.resize(width, height)
                window.activateWindow()
                _settle()
                window.session.replace(scene.document())
                _settle()
                scene.prepare(window)
                _settle(LONG)
                _save(window, folder / f"{scene.name}-{theme}-{width}x{height}.png")
                program.quit()
                _settle()
                (folder / "settings.ini").unlink(missing_ok=True)
                count += 1
    return count


def _take_presentations(folder: Path) -> int:
    """The same for presentations, which wear a theme of their own."""
    from tests.gallery.present_scenes import PRESENT_SCENES
    from vsdesigner.ui.presentation.colours import presenting_theme
    from vsdesigner.ui.presentation.show import Show
    from vsdesigner.ui.presentation.window import PresentWindow
    from vsdesigner.ui.session import Session

    count = 0
    for dark, theme in ((False, "light"), (True, "dark")):
        for width, height in SIZES:
            for scene in PRESENT_SCENES:
                session = Session(scene.document())
                window = PresentWindow(Show(session))
                window.state.wear(presenting_theme(dark=dark))
                window.resize(width, height)
                window.show()
                _settle()
                pictured = scene.prepare(window)
                _settle(LONG)
                _save(pictured, folder / f"{scene.name}-{theme}-{width}x{height}.png")
                window.close()
                session.deleteLater()
                _settle()
                count += 1
    return count


def _save(window: QWidget, path: Path) -> None:
    if not window.grab().save(str(path)):
        raise OSError(f"{path} cannot be written")


def _settle(milliseconds: int = 0) -> None:
    from PySide6.QtTest import QTest

    QTest.qWait(milliseconds or SHORT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
