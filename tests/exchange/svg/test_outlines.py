"""Text as outlines: no letter needs a font, what is written stays known, the rest is as it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.exchange.html.browser import Browser
from tests.exchange.html.pages import connected, several
from tests.exchange.svg.reading import SVG, groups, opened, render, replaced, texts
from vsdesigner.exchange.carried import carried_text
from vsdesigner.exchange.svg import outlines
from vsdesigner.model.errors import UserError
from vsdesigner.model.records import Step


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> Iterator[None]:
    from vsdesigner.ui.outlines import outline

    outlines.set_outliner(outline)
    yield
    outlines.set_outliner(None)


def test_every_line_becomes_a_shape_and_is_still_known() -> None:
    view = several()
    plain = opened(render(view))
    content = render(view, values={"outlines": True}, source="{}")
    root = opened(content)
    assert texts(root) == []
    told = [path.attrib["aria-label"] for path in root.iter(f"{SVG}path") if "aria-label" in path.attrib]
    assert told == texts(plain)
    assert len(list(groups(root, "step"))) == len(list(groups(plain, "step")))
    assert carried_text(content, ".svg") == "{}"


def test_emoji_stay_text() -> None:
    root = opened(render(replaced(connected(), Step, "name", "Go 🚀"), values={"outlines": True}))
    assert set(texts(root)) == {"Go 🚀"}


def test_without_fonts_a_sentence_says_so() -> None:
    outlines.set_outliner(None)
    with pytest.raises(UserError, match="leave it as text"):
        render(connected(), values={"outlines": True})


def test_shapes_stand_where_the_text_stood(browser: Browser, tmp_path: Path) -> None:
    view = replaced(connected(), Step, "name", "Some words that go over two lines")
    boxes = "[...document.querySelectorAll('.cards {0}, .headers {0}')].map(e => {{" + (
        "const b = e.getBoundingClientRect(); return [b.left, b.right, (b.top + b.bottom) / 2] }})"
    )
    found = []
    for chosen, selector in ((False, "text"), (True, "path[aria-label]")):
        path = tmp_path / "stream.svg"
        path.write_bytes(render(view, values={"outlines": chosen}))
        browser.open(path, 1600, 1000)
        found.append(browser.js(boxes.format(selector)))
    assert len(found[0]) == len(found[1]) > 15
    for before, after in zip(*found, strict=True):
        assert after == pytest.approx(before, abs=6)
