"""What the pictures show: each scene brings a window into a state worth looking at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtTest import QTest

from tests.bench.streams import large_document
from tests.examples.make_cloud_service import build
from tests.gallery import method_scenes as method
from tests.gallery.branch_office import branch_office
from vsdesigner.analysis.lens import Lens, LensKind
from vsdesigner.commands.streams import new_document
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import FlowKind
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.welcome.page import WelcomePage

Prepare = Callable[[MainWindow], None]


@dataclass(frozen=True, slots=True)
class Scene:
    """A document and what is done with it before the picture is taken."""

    name: str
    document: Callable[[], Snapshot]
    prepare: Prepare


def leave_alone(window: MainWindow) -> None:
    """Show the window as it opens."""
    window.view.fit_all()


def select_build(window: MainWindow) -> None:
    """Select the step that the team builds itself."""
    window.view.fit_all()
    window.session.select(["step-build"])


def read_closely(window: MainWindow) -> None:
    """Show the middle of the stream at 100 %, a step selected."""
    window.view.set_zoom(1.0)
    window.session.reveal(["step-build"])


def responsibilities(window: MainWindow) -> None:
    """Show in the inspector who is responsible."""
    select_build(window)
    window.inspector.show_field("step-build", "raci")


def select_flow(window: MainWindow) -> None:
    """Select the flow that leads back."""
    window.view.fit_all()
    session = window.session
    flows = session.now.flows(session.stream)
    session.select([next(flow.id for flow in flows if flow.kind is FlowKind.INFORMATION)])


def rename(window: MainWindow) -> None:
    """Edit a name where it is drawn."""
    window.view.set_zoom(1.0)
    window.session.reveal(["step-design"])
    window.session.rename_requested.emit("step-design")


def show_loop(window: MainWindow) -> None:
    """Show the part of a long stream where lines lead back."""
    window.view.set_zoom(0.75)
    window.session.reveal(["test"])
    window.session.select(["judge"])


def follow_a_role(window: MainWindow) -> None:
    """Follow the role that holds most letters."""
    window.view.fit_all()
    now = window.session.now
    held = [mark.role for step in now.steps(window.session.stream) for mark in step.raci]
    window.session.look_through(Lens(LensKind.ROLE, max(sorted(set(held)), key=held.count)))


def from_far(window: MainWindow) -> None:
    """Show a large stream so small that cards become blocks."""
    window.view.fit_all()


def welcome(window: MainWindow) -> None:
    """Show what one can start from, with all pictures drawn."""
    window.verbs["file.new_from"].trigger()
    page = window.centre.widget
    assert isinstance(page, WelcomePage)
    tiles = [*page.templates.tiles, *page.examples.tiles]
    while not all(tile.has_right_picture() for tile in tiles):
        QTest.qWait(20)


SCENES = (
    Scene("main", build, select_build),
    Scene("use-case", build, leave_alone),
    Scene("close", build, read_closely),
    Scene("raci", build, responsibilities),
    Scene("flow", build, select_flow),
    Scene("lens", build, follow_a_role),
    Scene("rename", build, rename),
    Scene("empty", new_document, leave_alone),
    Scene("welcome", new_document, welcome),
    Scene("forty", branch_office, leave_alone),
    Scene("forty-close", branch_office, show_loop),
    Scene("tables", build, method.tables),
    Scene("tables-cell", build, method.type_into_a_cell),
    Scene("tables-by-task", build, method.tables_by_task),
    Scene("tables-empty", new_document, method.tables_alone),
    Scene("tables-problems", method.half_written, method.problems_in_tables),
    Scene("matrix", build, method.matrix),
    Scene("matrix-problems", method.half_written, method.matrix_with_problems),
    Scene("matrix-empty", new_document, method.matrix_alone),
    Scene("problems", method.half_written, method.problems),
    Scene("ready", build, method.ready),
    Scene("guide", method.half_written, method.guide),
    Scene("guide-empty", new_document, method.guide),
    Scene("variant", method.with_variants, method.variant),
    Scene("substream", method.with_variants, method.substream),
    Scene("large", lambda: large_document(1_000), from_far),
)
