"""Presents a stream without the editor, for the command line: nothing is kept and nothing is written."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.errors import UserError
from vsdesigner.ui import faults, theme
from vsdesigner.ui.app import make_application
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import program_icon
from vsdesigner.ui.presentation.colours import presenting_theme
from vsdesigner.ui.presentation.presenter.screens import all_screens
from vsdesigner.ui.presentation.show import DARK_FLAG, Show
from vsdesigner.ui.presentation.start import show_on_screens
from vsdesigner.ui.presentation.window import PresentWindow
from vsdesigner.ui.session import Session
from vsdesigner.ui.settings import Settings


def present_alone(snapshot: Snapshot, stream: str, step: str, *, dark: bool, screen: int | None) -> int:
    """Present until somebody ends it; return the exit code.

    `step` is the id of the step to begin with, "" for the opening; `screen` the audience's, counted from 1.
    Without `dark` it is as light or dark as presentations were last, or else as the window is chosen to be.
    Raises `UserError` when there is no such screen.
    """
    application = make_application()
    faults.install(None)  # what goes wrong is told, and no log is written
    try:
        worn_dark = dark or kept_dark(Settings())
        window = open_alone(snapshot, stream, step, dark=worn_dark, screen=screen)
        window.state.ended.connect(application.quit)
        return application.exec()
    finally:
        faults.uninstall()


def kept_dark(settings: Settings) -> bool:
    """Whether presentations are dark, as far as the settings know; they are only read."""
    return settings.flag(DARK_FLAG, default=settings.theme == "dark")


def open_alone(
    snapshot: Snapshot, stream: str, step: str, *, dark: bool = False, screen: int | None = None
) -> PresentWindow:
    """Open the presentation and return its window; see `present_alone`."""
    screens = all_screens()
    if screen is not None and screen > len(screens):
        words = tr("There is no screen {number}; the last one is {last}.")
        raise UserError(words.format(number=screen, last=len(screens)))
    worn = presenting_theme(dark=dark)
    theme.dress(worn)
    QGuiApplication.setWindowIcon(program_icon())
    session = Session(snapshot)
    session.show_stream(stream)
    state = Show(session, read_only=True)
    session.setParent(state)
    state.wear(worn)
    window = PresentWindow(state)
    if step:
        state.begin_at(step)
    here = QGuiApplication.primaryScreen()
    show_on_screens(window, here, screens[screen - 1] if screen is not None else None)
    return window
