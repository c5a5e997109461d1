"""PNG files of streams: how large, in which colours, what is in them, and that they are always the same."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtGui import QImage

from tests.ui.canvas.streams import large_stream, small_stream
from tests.ui.pictures.reading import colours, exported, image_of
from vsdesigner.commands import streams
from vsdesigner.document.draft import Draft
from vsdesigner.exchange import pictures
from vsdesigner.exchange.carried import carried_text
from vsdesigner.exchange.options import ExportOptions
from vsdesigner.exchange.registry import EXPORTERS, Cancelled
from vsdesigner.layout.geometry import Rect
from vsdesigner.layout.stream_layout import StreamLayout
from vsdesigner.model.errors import UserError
from vsdesigner.ui import theme
from vsdesigner.ui.painting.measure import FontMeasurer
from vsdesigner.ui.pictures import png
from vsdesigner.ui.pictures.register import register_pictures
from vsdesigner.ui.theme import ThemeSwitch, dress

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_scale_is_that_of_the_picture() -> None:
    view = small_stream()
    once = image_of(exported("png", view, scale=1.0))
    twice = image_of(exported("png", view))
    assert (twice.width(), twice.height()) == (2 * once.width(), 2 * once.height()), "2 is the default"
    assert round(once.dotsPerMeterX() * 0.0254) == 96
    assert round(twice.dotsPerMeterX() * 0.0254) == 192
    printed = image_of(exported("png", view, dpi=300.0))
    assert abs(printed.width() - once.width() * 300 / 96) <= 1
    assert round(printed.dotsPerMeterX() * 0.0254) == 300


@pytest.mark.parametrize("worn", [theme.LIGHT, theme.DARK, theme.PRINT], ids=lambda worn: worn.name)
def test_the_theme_is_the_one_that_was_chosen(worn: theme.Theme) -> None:
    seen = colours(image_of(exported("png", small_stream(), theme=worn.name, scale=1.0)))
    assert {worn.card.name(), worn.accent.name(), worn.canvas.name()} <= seen
    assert theme.DARK.canvas.name() not in seen or worn.dark


def test_the_window_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    view = small_stream()
    made = []
    switch = ThemeSwitch("light")
    for choice in ("light", "dark"):
        switch.set_choice(choice)
        made.append(exported("png", view))
    switch.set_choice("light")
    dress(theme.LIGHT)
    assert made[0] == made[1]


def test_a_transparent_ground_shows_what_is_below() -> None:
    view = small_stream()
    clear = image_of(exported("png", view, transparent=True, scale=1.0))
    assert clear.hasAlphaChannel()
    assert clear.pixelColor(2, 2).alpha() == 0, "above the lanes"
    dots = [clear.pixelColor(x, y) for x in range(160, clear.width(), 7) for y in range(0, clear.height(), 7)]
    assert sum(dot.alpha() == 0 for dot in dots) > 0.6 * len(dots), "lanes are no ground either"
    assert sum(dot.alpha() == 255 for dot in dots) > 0.05 * len(dots), "cards are"
    assert clear.pixelColor(60, 60).alpha() == 255, (
        "so are the headers of the lanes, or nobody could read them"
    )
    opaque = image_of(exported("png", view, scale=1.0))
    assert not opaque.hasAlphaChannel()


def test_strips_leave_no_seam(monkeypatch: pytest.MonkeyPatch) -> None:
    view = small_stream()
    whole = image_of(exported("png", view, scale=1.7))
    monkeypatch.setattr(png, "_STRIP", 37 * whole.width())
    striped = image_of(exported("png", view, scale=1.7))
    different = sum(
        whole.pixel(x, y) != striped.pixel(x, y)
        for x in range(0, whole.width(), 2)
        for y in range(whole.height())
    )
    assert different < whole.width() * whole.height() / 2 * 0.001, "only the rounding of soft edges"


def test_a_selection_is_shown_with_the_flows_between() -> None:
    view = small_stream()
    stream = view.streams[0].id
    steps = [step.id for step in view.steps(stream)][:2]
    options = ExportOptions(selection=tuple(steps))
    some = image_of(exported("png", view, options=options, extent="selection", scale=1.0))
    whole = image_of(exported("png", view, scale=1.0))
    assert some.width() < whole.width()
    assert some.height() < whole.height()
    with pytest.raises(UserError, match="select steps first"):
        exported("png", view, options=ExportOptions(selection=("nothing",)), extent="selection")


def test_the_current_view_has_headers_beside_it() -> None:
    view = small_stream()
    layout = StreamLayout(view, view.streams[0].id, FontMeasurer())
    area = (layout.bounds.x + 100, layout.bounds.y + 50, 300.0, 200.0)
    seen = image_of(exported("png", view, options=ExportOptions(area=area), extent="view", scale=1.0))
    assert (seen.width(), seen.height()) == (450, 200)
    edge = theme.LIGHT.lane(view.lanes[0].color).edge.name()
    assert edge in {seen.pixelColor(1, y).name() for y in range(seen.height())}


def test_what_it_carries_comes_out() -> None:
    content = exported("png", small_stream(), options=ExportOptions(source="a document"), scale=1.0)
    assert carried_text(content, ".png") == "a document"
    assert carried_text(exported("png", small_stream(), scale=1.0), ".png") is None


def test_too_large_is_told_with_what_is_possible(monkeypatch: pytest.MonkeyPatch) -> None:
    view = small_stream()
    wide = image_of(exported("png", view, scale=1.0)).width()
    monkeypatch.setattr(png, "LARGEST_SIDE", wide * 3)
    with pytest.raises(UserError, match=r"Choose a scale of 3 or less|Choose a scale of 2\.99"):
        exported("png", view, scale=4.0)
    assert exported("png", view, scale=2.9)


def test_an_export_can_be_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    register_pictures(display=True)
    monkeypatch.setattr(png, "_STRIP", 10_000)
    asked = iter([False, False, True])
    with pytest.raises(Cancelled):
        EXPORTERS["png"].render(small_stream(), ExportOptions(), lambda share: None, lambda: next(asked))


def test_of_several_streams_the_chosen_one_is_shown() -> None:
    draft = Draft(small_stream())
    other = streams.add(draft, "Another")
    one = exported("png", draft.view, scale=1.0)
    second = exported("png", draft.view, options=ExportOptions(streams=(other,)), scale=1.0)
    assert image_of(one).size() != image_of(second).size()


def test_threads_paint_at_the_same_time() -> None:
    """Each export has a thread; the window paints meanwhile. Qt's fonts must not be shared between them."""
    view = large_stream(60)
    expected = exported("png", view, scale=1.0)
    made: list[bytes] = []
    threads = [
        threading.Thread(target=lambda: made.append(exported("png", view, scale=1.0))) for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for _ in range(3):
        made.append(exported("png", view, scale=1.0))
    for thread in threads:
        thread.join()
    assert made == [expected] * 6


def painter() -> pictures.Renderer:
    found = pictures.renderer()
    assert found is not None
    return found


def test_other_formats_get_parts_with_the_headers_of_the_lanes() -> None:
    register_pictures(display=True)
    view = small_stream()
    stream = view.streams[0].id
    survey = painter().survey(view, stream)
    whole = QImage.fromData(painter().whole(view, stream, 1.0))
    assert (round(survey.area.width), round(survey.area.height)) == (whole.width(), whole.height())
    assert survey.cards.keys() >= {step.id for step in view.steps(stream)}
    area = survey.area
    frames = [area, Rect(area.x + 200, area.y, survey.beside + 120, area.height)]
    complete, part = map(QImage.fromData, painter().parts(view, stream, 1.0, frames))
    assert complete == whole.convertToFormat(complete.format())
    assert (part.width(), part.height()) == (round(survey.beside) + 120, round(area.height))
    beside = round(survey.beside)
    middle = part.height() // 2
    assert part.copy(0, middle, beside - 2, 1) == complete.copy(0, middle, beside - 2, 1), "the headers"
    shown = part.copy(beside + 1, 0, 110, part.height())
    assert shown == complete.copy(beside + 201, 0, 110, part.height()), "what lies there"


def test_other_formats_get_whole_streams() -> None:
    register_pictures(display=True)
    view = small_stream()
    image = QImage.fromData(painter().whole(view, view.streams[0].id, 2.0))
    assert image.size() == image_of(exported("png", view, scale=2.0)).size()


def test_in_other_formats_a_huge_stream_is_made_smaller(monkeypatch: pytest.MonkeyPatch) -> None:
    register_pictures(display=True)
    monkeypatch.setattr(png, "SHARED_SIDE", 500)
    view = small_stream()
    image = QImage.fromData(painter().whole(view, view.streams[0].id, 2.0))
    assert max(image.width(), image.height()) == 500
