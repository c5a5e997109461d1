"""What the pictures of presentations show: each scene brings a presentation to a place worth looking at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication, QWidget

from tests.bench.streams import large_document
from tests.examples.make_cloud_service import build
from tests.gallery.branch_office import branch_office
from vsdesigner.analysis.lens import Lens, LensKind
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.storage.starting_points import open_starting_point, starting_point
from vsdesigner.ui.presentation.presenter.mirror import Mirror
from vsdesigner.ui.presentation.presenter.presenter import presenter_of
from vsdesigner.ui.presentation.window import PresentWindow

Prepare = Callable[[PresentWindow], QWidget]


@dataclass(frozen=True, slots=True)
class PresentScene:
    """A document and what is done while it is presented; `prepare` returns what the picture is of."""

    name: str
    document: Callable[[], Snapshot]
    prepare: Prepare


def doing(*commands: str) -> Prepare:
    """Run commands of the presentation one after the other."""

    def prepare(window: PresentWindow) -> QWidget:
        for id in commands:
            assert window.run(id), id
        return window

    return prepare


def at(step: str, *commands: str) -> Prepare:
    """Go to a step and run commands there."""

    def prepare(window: PresentWindow) -> QWidget:
        assert window.state.go_to(step), step
        return doing(*commands)(window)

    return prepare


def at_a_fork(window: PresentWindow) -> QWidget:
    """Walk on until there is a choice."""
    while len(window.state.journey.ways) < 2:
        assert window.state.next()
    return window


def following_the_busiest_role(window: PresentWindow) -> QWidget:
    """Follow the role that holds most letters, from the step where it comes first."""
    now = window.state.view
    held = [mark.role for step in now.steps(window.state.stream) for mark in step.raci]
    window.state.session.look_through(Lens(LensKind.ROLE, max(sorted(set(held)), key=held.count)))
    window.state.show_whole(on=True)
    return window


def beside(window: PresentWindow) -> QWidget:
    """The presenter's window, a few steps into the stream."""
    window.state.go_to("step-build")
    presenter_of(window).toggle()
    view = presenter_of(window).view
    assert view is not None
    view.resize(window.size())
    QApplication.processEvents()
    (mirror,) = view.findChildren(Mirror)
    mirror.renew()  # it would wait until the audience's screen is calm
    return view


def restoring() -> Snapshot:
    """The example that restores a service: branches, early exits, a tail after value."""
    return open_starting_point(starting_point("restore-cloud-service"))


PRESENT_SCENES = (
    PresentScene("present-opening", build, doing()),
    PresentScene("present-demand", build, doing("go.next")),
    PresentScene("present-step", build, at("step-build")),
    PresentScene("present-second-page", build, at("step-build", "go.next")),
    PresentScene("present-whole", build, at("step-build", "look.whole")),
    PresentScene("present-fork", restoring, at_a_fork),
    PresentScene("present-playback", build, at("step-plan", "play.toggle")),
    PresentScene("present-lens", build, following_the_busiest_role),
    PresentScene("present-overview", branch_office, doing("go.next", "look.overview")),
    PresentScene("present-notes", build, at("step-design", "look.notes")),
    PresentScene("present-editing", build, at("step-build", "edit.step")),
    PresentScene("present-help", build, doing("show.help")),
    PresentScene("present-presenter", build, beside),
    PresentScene("present-closing", build, doing("go.end")),
    PresentScene("present-large", lambda: large_document(1_000), doing("go.next", "go.next", "go.next")),
)
