"""What tests of whole windows share: a program whose dialogs are answered, and places to look at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtWidgets import QWidget

from vsdesigner.commands import steps
from vsdesigner.document.draft import Draft
from vsdesigner.document.merging import Side, merge, resolved
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.registry import Exporter, exporter_for
from vsdesigner.model.records import Step
from vsdesigner.storage import documents
from vsdesigner.ui.dialogs.answers import Crashed, Locked, OnDisk, Unsaved
from vsdesigner.ui.dialogs.crash_offer import CrashOffer
from vsdesigner.ui.dialogs.dialogs import Dialogs
from vsdesigner.ui.export.dialog import Request
from vsdesigner.ui.export.wish import Wish
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.program import Program
from vsdesigner.ui.session import Session

T = TypeVar("T")


@dataclass
class Answers(Dialogs):
    """Answers in the user's place; a question that no answer is ready for fails the test."""

    open_paths: list[Path] = field(default_factory=list)
    save_path: Path | None = None
    export_path: Path | None = None
    import_path: Path | None = None
    picture_path: Path | None = None
    on_unsaved: Unsaved | None = None
    on_locked: Locked | None = None
    on_disk: OnDisk | None = None
    on_problems: bool | None = None
    on_crash: Crashed | None = None
    asked: list[str] = field(default_factory=list)
    errors: list[tuple[str, str]] = field(default_factory=list)
    expects_errors: bool = False
    problems: list[str] = field(default_factory=list)
    on_conflicts: Side | None = None
    offers: list[CrashOffer] = field(default_factory=list)
    suggested: Path | None = None

    def paths_to_open(self, parent: QWidget, folder: Path) -> list[Path]:
        self.asked.append("open")
        return self.open_paths

    def workbook_to_import(self, parent: QWidget, folder: Path) -> Path | None:
        self.asked.append("import")
        return self.import_path

    def path_to_save(self, parent: QWidget, suggestion: Path) -> Path | None:
        self.asked.append("save as")
        self.suggested = suggestion
        return self.save_path

    def export(
        self,
        parent: QWidget,
        request: Request,
        on_wish: Callable[[Wish], None],
        on_problems: Callable[[str], None],
    ) -> None:
        self.asked.append("export")
        self.suggested = request.first.path
        if self.export_path is not None and not request.has_failed:
            format = exporter_for(self.export_path).id
            on_wish(replace(request.first, format=format, path=self.export_path))

    def path_to_export(self, parent: QWidget, suggestion: Path, exporter: Exporter) -> Path | None:
        self.asked.append("export to")
        self.suggested = suggestion
        return self.export_path

    def picture_to_insert(self, parent: QWidget, folder: Path) -> Path | None:
        self.asked.append("picture")
        return self.picture_path

    def unsaved(self, parent: QWidget | None, name: str) -> Unsaved:
        return self._answer(f"unsaved {name}", self.on_unsaved)

    def locked(self, parent: QWidget | None, name: str, holder: str) -> Locked:
        return self._answer(f"locked {name}: {holder}", self.on_locked)

    def changed_on_disk(self, parent: QWidget | None, name: str) -> OnDisk:
        return self._answer(f"changed {name}", self.on_disk)

    def review_versions(
        self, parent: QWidget | None, name: str, versions: tuple[Snapshot, Snapshot, Snapshot]
    ) -> Snapshot | None:
        """Decides all contradictions alike; without an answer it is cancelled."""
        self.asked.append(f"review {name}")
        side = self.on_conflicts
        if side is None:
            return None
        return resolved(*versions, {entry.key: side for entry in merge(*versions).conflicts})

    def open_repaired(self, parent: QWidget | None, name: str, problems: Sequence[str]) -> bool:
        self.problems = list(problems)
        return self._answer(f"repaired {name}", self.on_problems)

    def crashed(self, parent: QWidget | None, offers: Sequence[CrashOffer]) -> list[Crashed]:
        self.offers = list(offers)
        answer = self._answer("crashed", self.on_crash)
        return [answer for _ in offers]

    def error(self, parent: QWidget | None, headline: str, text: str, details: Sequence[str] = ()) -> None:
        assert self.expects_errors, f"told an error: {headline} {text} {list(details)}"
        self.errors.append((headline, text))

    def _answer(self, question: str, answer: T | None) -> T:
        self.asked.append(question)
        assert answer is not None, f"asked, and nobody is there: {question}"
        return answer


def add_step(session: Session, name: str = "Triage", lane: str = "engage") -> Step:
    """Add a step behind the others, as the palette does."""
    with session.edit(f'Add "{name}"') as draft:
        place = steps.next_place(draft.view, session.stream, lane)
        id = steps.add(draft, session.stream, place, name)
    return session.now.get(id, Step)


def windows_of(program: Program) -> list[MainWindow]:
    """The open windows, for looking inside."""
    return [window for window in program.windows if isinstance(window, MainWindow)]


def told(window: MainWindow) -> list[str]:
    """What the messages at the bottom say now."""
    return [toast.label.text() for toast in window.notifier.toasts]


def named(window: QWidget, name: str, kind: type[Any] = QWidget) -> Any:
    """The one child with this object name."""
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def trigger(window: MainWindow, id: str) -> None:
    window.verbs[id].trigger()


def opened(window: MainWindow, path: Path) -> None:
    window.program.open_paths([path], window.files)


def somebody_saves(path: Path, name: str = "Theirs") -> None:
    """Another program writes the file."""
    other = documents.read(path).snapshot
    draft = Draft(other)
    draft.update(other.streams[0].id, name=name)
    documents.save(path, draft.view)
