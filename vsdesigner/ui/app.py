"""Starts the program with a window: dress, hooks, settings, first frame, and after it everything else.

Qt and the window are imported inside the functions, with Python's garbage collector paused: among modules
there is no garbage, and looking for it would be a tenth of the start.
"""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from vsdesigner import __version__, language
from vsdesigner.resource import resource_path
from vsdesigner.storage.collector import collector_paused
from vsdesigner.storage.folders import log_folder

if TYPE_CHECKING:
    from PySide6.QtCore import QLocale, QTranslator
    from PySide6.QtWidgets import QApplication

    from vsdesigner.ui.dialogs.dialogs import Dialogs
    from vsdesigner.ui.program import Program
    from vsdesigner.ui.settings import Settings

log = logging.getLogger(__name__)

NAME = "VS Designer"
DESKTOP_FILE = "vsdesigner"
SWITCH = 0.0005  # seconds that a thread at work may keep the window waiting; Python takes 5 ms
DRAG_DISTANCE = 5  # px; Qt's own 10 feel lazy


def run(paths: list[str], *, example: bool = False) -> int:
    """Open a window with these files (or the example, or an empty stream); return when the last one closed.

    The answer is the exit code of the process.
    """
    application = make_application()
    from PySide6.QtCore import QTimer

    from vsdesigner.ui import faults

    folder = _log_folder()
    program = make_program(folder)
    faults.install(folder, on_fatal=program.leave_behind)

    def go_on() -> None:
        gc.freeze()  # modules and the first window stay; the collector need not look at them again
        begin(program, [Path(path) for path in paths], example=example)

    try:
        program.new_window()
        QTimer.singleShot(0, go_on)  # once the first frame is on the screen: nothing of it is needed before
        return application.exec()
    except Exception:
        log.exception("The program could not start")  # and then to whoever started it, not only into the log
        raise
    finally:
        faults.uninstall()


def make_application() -> QApplication:
    """Return the application object with names and translations; the one there is if there is one."""
    with collector_paused():
        from PySide6.QtCore import QLocale, Qt
        from PySide6.QtGui import QGuiApplication
        from PySide6.QtWidgets import QApplication

        from vsdesigner.ui.i18n import tr

        existing = QApplication.instance()
        if isinstance(existing, QApplication):
            return existing
        sys.setswitchinterval(SWITCH)
        QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
        application = QApplication(sys.argv[:1])
        application.setApplicationName(NAME)
        application.setApplicationDisplayName("")  # our titles name the program themselves
        application.setApplicationVersion(__version__)
        application.setDesktopFileName(DESKTOP_FILE)
        application.setStartDragDistance(DRAG_DISTANCE)
        load_translations(application, QLocale())
        language.install(tr)
        return application


def make_program(
    folder: Path | None = None,
    dialogs: Dialogs | None = None,
    settings: Settings | None = None,
) -> Program:
    """Return the program with its settings and theme, without a window; `folder` is where the log lies."""
    with collector_paused():
        from vsdesigner.ui.main_window import MainWindow
        from vsdesigner.ui.program import Program
        from vsdesigner.ui.settings import Settings
        from vsdesigner.ui.theme import ThemeSwitch

        settings = settings or Settings()
        return Program(settings, ThemeSwitch(settings.theme), MainWindow, dialogs, folder)


def begin(program: Program, paths: Sequence[Path], *, example: bool = False) -> None:
    """Offer what a crash left behind, then open what was asked for."""
    from PySide6.QtGui import QGuiApplication

    from vsdesigner.ui.files.recovering import offer_recovery
    from vsdesigner.ui.icons import program_icon

    QGuiApplication.setWindowIcon(program_icon())
    near = program.windows[0].files
    offer_recovery(program, near)
    program.open_paths(paths, near)
    if example:
        near.open_example()
    elif not paths and near.file.is_pristine:
        with collector_paused():
            _welcome(program)


def _welcome(program: Program) -> None:
    """Show the welcome page in the first window, unless the user does not want it; behind it the guide."""
    from vsdesigner.ui.guide_offer import offer_guide
    from vsdesigner.ui.main_window import MainWindow
    from vsdesigner.ui.welcome.welcome import show_welcome, shows_at_start

    window = program.windows[0]
    if not isinstance(window, MainWindow):
        return
    if shows_at_start(window):
        show_welcome(window)
    offer_guide(window)


def load_translations(application: QApplication, locale: QLocale) -> list[QTranslator]:
    """Install Qt's own texts and ours in the language of `locale`, as far as there are any."""
    from PySide6.QtCore import QLibraryInfo, QTranslator

    places = [("qtbase", Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)))]
    try:
        places.append(("vsdesigner", resource_path("translations")))
    except FileNotFoundError:
        log.debug("no translations are installed; the program speaks English")
    found: list[QTranslator] = []
    for name, folder in places:
        translator = QTranslator(application)
        if translator.load(locale, name, "_", str(folder)) and application.installTranslator(translator):
            found.append(translator)
        else:
            translator.deleteLater()
    return found


def _log_folder() -> Path | None:
    try:
        return log_folder()
    except OSError as error:
        log.warning("no log is kept: %s", error)
        return None
