"""Pictures of whole streams, and what the painters show."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from tests.ui.canvas.streams import large_stream, small_stream
from vsdesigner.commands import raci, roles
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.layout.stream_layout import StreamLayout
from vsdesigner.model.parts import Duration, Task
from vsdesigner.ui import theme
from vsdesigner.ui.painting.card import paint_card
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.painting.lanes import paint_header
from vsdesigner.ui.painting.looks import BandLook, StepLook, card_look, short_mark
from vsdesigner.ui.painting.measure import FontMeasurer
from vsdesigner.ui.painting.thumbnail import picture, thumbnail
from vsdesigner.ui.theme import Theme

pytestmark = pytest.mark.usefixtures("qapp")


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    }


@pytest.mark.parametrize("worn", [theme.LIGHT, theme.DARK, theme.PRINT], ids=lambda worn: worn.name)
def test_picture_shows_the_whole_stream_in_its_own_theme(worn: Theme) -> None:
    snapshot = small_stream()
    image = picture(snapshot, snapshot.streams[0].id, 1.0, worn)
    layout = StreamLayout(snapshot, snapshot.streams[0].id, FontMeasurer())
    assert image.width() >= layout.bounds.width + 150
    assert image.height() >= layout.bounds.height
    seen = colours(image)
    assert worn.card.name() in seen
    assert worn.accent.name() in seen, "value is filled with the accent"
    assert {other.canvas.name() for other in theme.THEMES.values()} & seen <= {worn.canvas.name(), "#ffffff"}


def test_pictures_hold_every_word_however_small() -> None:
    snapshot = small_stream()
    stream = snapshot.streams[0].id
    draft = Draft(snapshot)
    id = next(step.id for step in snapshot.steps(stream) if step.name == "Fix")
    draft.update(id, name="Mix")
    assert picture(snapshot, stream, 0.3, theme.LIGHT) != picture(draft.view, stream, 0.3, theme.LIGHT)


def test_pictures_are_the_same_each_time() -> None:
    snapshot = small_stream()
    stream = snapshot.streams[0].id
    assert picture(snapshot, stream, 1.5, theme.LIGHT) == picture(snapshot, stream, 1.5, theme.LIGHT)


@pytest.mark.parametrize("count", [0, 3, 400])
def test_thumbnail_has_the_size_one_asks_for(count: int) -> None:
    snapshot = large_stream(count)
    made = thumbnail(snapshot, snapshot.streams[0].id, QSize(320, 180), theme.LIGHT)
    assert made.size() == QSize(320, 180)
    if count:
        assert len(colours(made.toImage())) > 8


def test_a_huge_picture_is_made_smaller() -> None:
    snapshot = large_stream(900)
    image = picture(snapshot, snapshot.streams[0].id, 1.0, theme.LIGHT)
    assert not image.isNull()
    assert image.width() <= 30_000


def full_step() -> tuple[Snapshot, str]:
    snapshot = small_stream()
    draft = Draft(snapshot)
    id = next(step.id for step in snapshot.steps(snapshot.streams[0].id) if step.name == "Fix")
    draft.update(id, tasks=(Task.new("One"), Task.new("Two")), process_time=Duration(likely=4.0))
    role = roles.add_role(draft, "Service desk lead")
    raci.set_letters(draft, id, role, "R")
    return draft.view, id


def look_of(snapshot: Snapshot, id: str) -> StepLook:
    layout = StreamLayout(snapshot, snapshot.streams[0].id, FontMeasurer())
    look = card_look(snapshot, layout.cards[id])
    assert isinstance(look, StepLook)
    return look


def test_the_footer_tells_counts_time_and_who_answers() -> None:
    snapshot, id = full_step()
    look = look_of(snapshot, id)
    assert (look.tasks, look.practices, look.time) == (2, 0, "4 h")
    assert look.answers == "" and look.unanswered, "letters without an A"
    draft = Draft(snapshot)
    raci.set_letters(draft, id, snapshot.roles[0].id, "A/R")
    look = look_of(draft.view, id)
    assert look.answers == "SDL" and not look.unanswered


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("Service desk lead", "SDL"),
        ("Client", "Cli"),
        ("L1-engineer", "LE"),
        ("", ""),
        ("  ", ""),
        ("Ω", "Ω"),
    ],
)
def test_short_marks(name: str, mark: str) -> None:
    assert short_mark(name) == mark


def painted(look: StepLook, scale: float) -> QImage:
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor(255, 255, 255))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.translate(20, 20)
    paint_card(painter, look, Inks(theme.LIGHT, scale), selected=False, hovered=False)
    painter.end()
    return image


def test_what_answers_and_what_is_missing_can_be_seen() -> None:
    snapshot, id = full_step()
    missing = look_of(snapshot, id)
    draft = Draft(snapshot)
    raci.set_letters(draft, id, snapshot.roles[0].id, "A/R")
    answered = look_of(draft.view, id)
    draft.update(id, raci=())
    bare = look_of(draft.view, id)
    pictures = [painted(look, 1.0) for look in (missing, answered, bare)]
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]


def test_shared_and_single_grounds_look_alike() -> None:
    """Above 100 % cards are painted as shapes, up to there from pictures: nobody may see the change."""
    snapshot, id = full_step()
    look = look_of(snapshot, id)
    one, other = painted(look, 1.0), painted(look, 1.0001)
    far = sum(
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness()) > 24
        for x in range(300)
        for y in range(200)
    )
    assert far < 60


@pytest.mark.parametrize("height", [4.0, 12.0, 16.0, 30.0, 60.0, 140.0])
def test_headers_paint_nothing_outside_their_row(height: float) -> None:
    band = BandLook("plan", 0, 100, "#3B63C9", "A very long name of an activity that wraps", "", 3)
    image = QImage(150, 200, QImage.Format.Format_RGB32)
    image.fill(QColor(255, 0, 255))
    painter = QPainter(image)
    paint_header(painter, band, Inks(theme.LIGHT), QRectF(0, 20, 150, height))
    painter.end()
    outside = [*range(18), *range(int(20 + height) + 2, 200)]
    assert {image.pixelColor(x, y).name() for x in range(150) for y in outside} == {"#ff00ff"}
