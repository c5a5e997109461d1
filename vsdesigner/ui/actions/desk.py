"""What actions need of the window that they are in, so that they need not know the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from vsdesigner.ui.files.flow import FileFlow
from vsdesigner.ui.help import Help
from vsdesigner.ui.regions import Regions
from vsdesigner.ui.session import Session
from vsdesigner.ui.stream_tabs import StreamTabs
from vsdesigner.ui.theme import Choice, ThemeSwitch
from vsdesigner.ui.views.registry import View

if TYPE_CHECKING:
    from vsdesigner.ui.search.search import Search


class Desk(Protocol):
    """One window with everything on it that an action may reach for."""

    session: Session
    files: FileFlow
    regions: Regions
    theme_switch: ThemeSwitch
    help: Help
    search: Search

    @property
    def view(self) -> View: ...
    @property
    def shown_view(self) -> str: ...
    @property
    def tabs(self) -> StreamTabs: ...
    def choose_theme(self, choice: Choice) -> None: ...
    def close(self) -> bool: ...
    def isFullScreen(self) -> bool: ...
    def set_full_screen(self, on: bool) -> None: ...
    def show_message(self, text: str) -> None: ...
