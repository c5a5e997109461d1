"""Whatever people write comes to stand on slides as it is, and nothing of it is taken for something else."""

from __future__ import annotations

import io
import zipfile

import pytest
from defusedxml.ElementTree import fromstring

from tests.exchange.pptx.reading import opened, render, texts, titles
from tests.exchange.sample import StepSketch, sketched
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot

HOSTILE = [
    '=HYPERLINK("http://x")',
    "<b>bold</b> & </a:t></a:r> <!-- -->",
    "]]> &amp; &#0; \"quoted\" 'quoted'",
    "مرحبا بالعالم",
    "שלום",
    "👩‍👩‍👧‍👦 👍🏽 🇩🇪 zum Mitnehmen",
    "漢字かな交じり文" * 20,
    "Wort" * 120,
    "a\u0301e\u0302" * 60,
    "_x000D_ stays",
]


def with_text(text: str) -> Snapshot:
    view = sketched(
        [
            StepSketch(
                text, "engage", qualifier=text, tasks=[text], practices=[("Own", text)], raci={text: "A"}
            )
        ],
        [text, "Other"],
        text,
    )
    draft = Draft(view)
    stream = view.streams[0].id
    draft.update(stream, owner=text, description=text, demand=text, value=text, short_name=text[:20])
    draft.update(view.steps(stream)[0].id, presenter_notes=text, metrics=(text,))
    return draft.view


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stands_as_it_was_written(text: str) -> None:
    content = render(with_text(text))
    deck = opened(content)
    assert titles(deck)[0] == text
    step = deck.slides[3]
    assert text in texts(step)
    notes = step.notes_slide.notes_text_frame
    assert notes is not None and notes.text == text
    archive = zipfile.ZipFile(io.BytesIO(content))
    for name in archive.namelist():
        if name.endswith((".xml", ".rels")):
            fromstring(archive.read(name))


def test_control_characters_never_reach_the_file() -> None:
    view = with_text("plain")
    step = view.steps(view.streams[0].id)[0]
    dirty = step.model_copy(update={"name": "a\x00b\x0bc\x1fd\ud800e\ufffe", "presenter_notes": "n\x01"})
    content = render(view.evolve({step.id: dirty}))
    deck = opened(content)
    assert "abcde" in titles(deck)
    archive = zipfile.ZipFile(io.BytesIO(content))
    for name in archive.namelist():
        if name.endswith((".xml", ".rels")):
            fromstring(archive.read(name))


def test_text_from_right_to_left_is_set_so() -> None:
    xml = opened(render(with_text("مرحبا"))).slides[3].shapes.title
    assert xml is not None and 'rtl="1"' in xml._element.xml
    plain = opened(render(with_text("hello"))).slides[3].shapes.title
    assert plain is not None and 'rtl="1"' not in plain._element.xml


def test_nothing_in_the_file_leads_outside() -> None:
    content = render(with_text("http://example.invalid/ file:///etc/passwd"))
    archive = zipfile.ZipFile(io.BytesIO(content))
    for name in archive.namelist():
        if name.endswith(".rels"):
            assert b'TargetMode="External"' not in archive.read(name)
