"""The panels of a window that are built when they are first seen: the first frame does not wait for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from vsdesigner.ui.inspector_memory import InspectorMemory
from vsdesigner.ui.late import LateContent
from vsdesigner.ui.session import Session
from vsdesigner.ui.settings import Settings

if TYPE_CHECKING:
    from vsdesigner.ui.panels.guide import GuidePanel
    from vsdesigner.ui.panels.inspector import InspectorPanel
    from vsdesigner.ui.panels.problems import ProblemsPanel


class LatePanels:
    """Their places. `run` runs an action of the window by its id."""

    def __init__(self, session: Session, settings: Settings, run: Callable[[str], None]) -> None:
        self._session = session
        self._settings = settings
        self._run = run
        self.inspector = LateContent(self._make_inspector)
        self.problems = LateContent(self._make_problems)
        self.guide = LateContent(self._make_guide)

    def _make_inspector(self) -> InspectorPanel:
        from vsdesigner.ui.panels.inspector import InspectorPanel

        return InspectorPanel(self._session, InspectorMemory(self._settings))

    def _make_problems(self) -> ProblemsPanel:
        from vsdesigner.ui.panels.problems import ProblemsPanel

        return ProblemsPanel(self._session)

    def _make_guide(self) -> GuidePanel:
        from vsdesigner.ui.panels.guide import GuidePanel

        return GuidePanel(self._session, self._run)
