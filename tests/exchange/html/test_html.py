"""The web page as a file: what is in it, what is not, how large it is, that text stays text."""

from __future__ import annotations

import base64
import hashlib
import re
import time
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

from tests.exchange.html.pages import render, several, thousand
from tests.exchange.sample import laptop
from tests.exchange.svg.reading import replaced
from tests.exchange.svg.test_svg import NASTY
from tests.sample import sample
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.letter_colours import letter_colours, letter_place
from vsdesigner.exchange.registry import EXPORTERS, Cancelled, ExportOptions
from vsdesigner.model.errors import UserError
from vsdesigner.model.parts import Part
from vsdesigner.model.records import Flow, Lane, Note, Role, Step, Stream, Tool


class Reader(HTMLParser):
    """Collects what a page consists of."""

    def __init__(self, page: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.texts: list[str] = []
        self.styles: list[str] = []
        self.scripts: list[str] = []
        self._inside = ""
        self.feed(page.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag in ("style", "script"):
            self._inside = tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        {"style": self.styles, "script": self.scripts}.get(self._inside, self.texts).append(data)

    def values(self, name: str) -> list[str]:
        return [value for _, other, value in self.attributes if other == name]


def checked(page: bytes) -> Reader:
    """Return the page when nothing of it is more than it may be."""
    read = Reader(page)
    assert read.tags.count("script") == read.tags.count("style") == 1
    assert not {"iframe", "object", "embed", "link", "base", "form", "foreignobject", "img"} & set(read.tags)
    for tag, name, value in read.attributes:
        assert not name.startswith("on"), (tag, name)
        assert name != "style", (tag, value)
        assert name not in ("src", "srcdoc", "action", "formaction"), (tag, name)
        if name in ("href", "xlink:href"):
            assert value.startswith(("#", "data:image/png;base64,")), value
    ids = read.values("id")
    assert len(ids) == len(set(ids))
    return read


def test_everything_of_the_stream_is_in_the_page() -> None:
    view = laptop()
    said = " ".join(checked(render(view)).texts)
    for word in (
        "Provide a laptop",
        "Owned by Ada Weiss",
        "An employee asks for a laptop.",
        "In stock: 1 day",
        "Note the delivery address",
        "Service desk: single contact",
        "Chat (e.g., Teams, Signal)",
        "Design and Transition (Transition not needed at this stage) (Step 2)",
        "Obtain/Build (When nothing is in stock) (Step 3)",
        "Agent",
        "A/R",
        "Accountable. Answers for the result; exactly one role.",
    ):
        assert word in said, word


def test_what_else_a_step_says_is_there_and_notes_for_the_presenter_are_not() -> None:
    draft = Draft(sample())
    for step in draft.view.steps(draft.view.streams[0].id):
        draft.update(step.id, presenter_notes="Whisper this", skills=("Drawing", "Asking"))
    said = " ".join(checked(render(draft.view)).texts)
    for word in ("2.5 hours (1-8)", "3 days", "87.5 %", "A wish; A budget", "Draw & Sons", "Drawing; Asking"):
        assert word in said, word
    assert b"Whisper" not in render(draft.view)


def test_the_policy_takes_our_script_and_style_and_nothing_else() -> None:
    page = render(laptop())
    read = checked(page)
    (policy,) = (value for value in read.values("content") if "default-src" in value)
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    for kind, texts in (("style-src", read.styles), ("script-src", read.scripts)):
        digest = hashlib.sha256("".join(texts).encode()).digest()
        assert rules[kind] == f"'sha256-{base64.b64encode(digest).decode()}'"
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert rules["img-src"] == "data:"
    addresses = set(re.findall(rb"https?://[^\s\"'<>)]+", page))
    assert addresses <= {b"http://www.w3.org/2000/svg", b"http://www.w3.org/1999/xlink"}


@pytest.mark.parametrize("name", NASTY)
def test_hostile_text_stays_text_everywhere(name: str) -> None:
    fields: tuple[tuple[type[Part], str], ...] = (
        (Step, "name"),
        (Step, "qualifier"),
        (Stream, "name"),
        (Stream, "owner"),
        (Stream, "description"),
        (Stream, "demand"),
        (Lane, "name"),
        (Role, "name"),
        (Tool, "name"),
        (Flow, "label"),
        (Note, "text"),
    )
    calm, view = several(), several()
    for kind, field in fields:
        calm = replaced(calm, kind, field, "Plain words")
        view = replaced(view, kind, field, NASTY[name])
    read, wanted_tags = checked(render(view)), checked(render(calm)).tags
    unlike = {"text", "g"}  # lines of text
    assert [tag for tag in read.tags if tag not in unlike] == [
        tag for tag in wanted_tags if tag not in unlike
    ]
    wanted = " ".join(EXPECTED.get(name, NASTY[name]).split())
    assert any(wanted in " ".join(text.split()) for text in read.texts)


EXPECTED = {
    "controls": "abcd",
    "broken": "lone",
}


def test_equal_documents_give_equal_bytes() -> None:
    shuffled = Snapshot(reversed(list(sample().records.values())))
    assert render(shuffled) == render(sample())


def test_streams_are_chosen() -> None:
    view = sample()
    first, second = view.streams
    page = render(view, streams=(first.id,))
    assert b"Another stream" not in page, "no link leads to what is not there"
    assert b"Another stream" in render(view)
    assert b"Look back" in render(view, streams=(second.id,))
    with pytest.raises(UserError, match="no stream “nowhere”"):
        render(view, streams=("nowhere",))


@pytest.mark.parametrize("theme", ["auto", "light", "dark"])
def test_the_page_opens_in_the_chosen_theme(theme: str) -> None:
    read = checked(render(laptop(), values={"theme": theme}))
    assert read.values("data-theme") == ([] if theme == "auto" else [theme])


def test_the_day_is_told() -> None:
    page = render(laptop(), created=datetime(2026, 3, 4, tzinfo=UTC))
    assert "Made with VS Designer on 4 March 2026." in page.decode()


def test_a_hundred_steps_are_a_small_file_and_a_thousand_are_quick() -> None:
    assert len(render(thousand(100))) <= 400_000
    view = thousand(1_000)
    begun = time.perf_counter()
    page = render(view)
    assert time.perf_counter() - begun < 15
    assert len(page) < 4_000_000
    asked = iter([False] * 3)
    with pytest.raises(Cancelled):
        EXPORTERS["html"].render(view, ExportOptions(), lambda share: None, lambda: next(asked, True))


def test_progress_runs_from_start_to_end() -> None:
    shares: list[float] = []
    EXPORTERS["html"].render(several(), ExportOptions(), shares.append, lambda: False)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_letters_wear_the_colours_of_the_workbook() -> None:
    page = render(thousand(3))
    shown = Reader(page)
    css = "".join(shown.styles)
    chips = {value for value in shown.values("class") if value.startswith("letter ")}
    assert len(chips) >= 3, "A, C and I look different"
    for letters in ("A/R", "C", "I"):
        place = letter_place(letters)
        ground, ink = letter_colours(letters)
        assert f"letter letter{place}" in chips
        assert f".letter{place}{{background:{ground.hex};color:{ink.hex}}}" in css
