"""Starts presenting from a window, and comes back to where the presentation ended."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from vsdesigner.analysis.journey import StopKind
from vsdesigner.ui.presentation.presenter.presenter import presenter_of
from vsdesigner.ui.presentation.presenter.screens import all_screens, places
from vsdesigner.ui.presentation.show import Show
from vsdesigner.ui.presentation.window import PresentWindow
from vsdesigner.ui.session import Session


def present(
    session: Session, window: QWidget, *, at_selection: bool, save: Callable[[], bool] | None = None
) -> PresentWindow:
    """Present the shown stream on the screen of `window`, from its opening or from what is selected.

    `save` saves the document and says whether it did. When the presentation ends, the step where it stood
    is selected, and what was followed before is followed again.
    """
    session.committing.emit()
    followed = session.lens
    state = Show(session, save=save)
    presentation = PresentWindow(state, window)
    if at_selection:
        for id in session.selection:
            if state.begin_at(id):
                break

    def come_back() -> None:
        if session.stream == state.stream and state.stop.kind is StopKind.STEP:
            session.reveal([state.stop.id], amid=True)
        if state.stream in session.now:
            session.look_through(followed)
        window.activateWindow()

    state.ended.connect(come_back)
    show_on_screens(presentation, window.screen())
    return presentation


def show_on_screens(presentation: PresentWindow, here: QScreen | None, wanted: QScreen | None = None) -> None:
    """Show it to the audience on `wanted`, else on the largest screen but `here`, where the presenter works.

    With several screens the presenter's window comes up beside.
    """
    found = places(all_screens(), here, wanted)
    presentation.setScreen(found.audience)
    presentation.open_on(found.audience)
    presenter_of(presentation).begin(found.presenter)
