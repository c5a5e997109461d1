"""PDF files of streams: pages, text that can be searched, bookmarks, and that they are always the same."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.architecture.source import ROOT
from tests.examples.make_cloud_service import PATH as SAMPLE
from tests.ui.canvas.streams import large_stream, small_stream
from tests.ui.pictures.reading import exported
from tests.ui.pictures.test_cutting import tall_stream
from vsdesigner.commands import streams
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.carried import carried_text
from vsdesigner.exchange.options import ExportOptions
from vsdesigner.exchange.paper_options import PARTS
from vsdesigner.exchange.pdf.objects import PdfFile
from vsdesigner.exchange.registry import EXPORTERS, Cancelled
from vsdesigner.model.errors import UserError
from vsdesigner.model.parts import Task
from vsdesigner.storage import documents
from vsdesigner.ui.pictures.register import register_pictures
from vsdesigner.ui.theme import LIGHT, ThemeSwitch, dress

pytestmark = pytest.mark.usefixtures("qapp")
ALL = tuple(choice.value for choice in PARTS.choices)
Read = Callable[..., str]


@pytest.fixture
def poppler(tmp_path: Path) -> Read:
    """What poppler's programs say about a PDF."""

    def read(program: str, content: bytes, *words: str) -> str:
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
        path = tmp_path / "read.pdf"
        path.write_bytes(content)
        end = ("-",) if program == "pdftotext" else ()
        done = subprocess.run(
            [program, *words, str(path), *end], capture_output=True, text=True, encoding="utf-8", check=True
        )
        assert done.stderr == ""
        return done.stdout

    return read


def sample() -> Snapshot:
    return documents.read(SAMPLE).snapshot


def boxes(content: bytes) -> list[tuple[int, int]]:
    """The sizes of the pages in points."""
    file = PdfFile(content)
    found = []
    for page in file.pages:
        size = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)", file.objects[page])
        assert size is not None
        found.append((round(float(size[1])), round(float(size[2]))))
    return found


def titles(content: bytes) -> list[str]:
    """The texts of the bookmarks."""
    entries = [text for text in PdfFile(content).objects.values() if b"/Dest" in text]
    return [
        bytes.fromhex(found[1].decode()).decode("utf-16-be")
        for text in entries
        if (found := re.search(rb"/Title <FEFF([0-9A-F]*)>", text))
    ]


def test_every_name_can_be_searched(poppler: Read) -> None:
    view = sample()
    said = " ".join(poppler("pdftotext", exported("pdf", view, parts=ALL)).split())
    for step in view.steps(view.streams[0].id):
        assert step.name in said
    assert "first" in said, "no ligatures"
    for role in view.roles:
        assert role.name in said
    assert not re.search("[\ue000-\uf8ff]", said), "icons are no letters"


def test_what_the_file_says_about_itself(poppler: Read) -> None:
    told = poppler("pdfinfo", exported("pdf", sample()))
    assert "Provision a managed cloud service" in told
    assert "Marta Lindqvist" in told
    assert "2026" in told
    assert "Syntax" not in told


@pytest.mark.parametrize(
    ("values", "sizes"),
    [
        ({"pages": "one"}, [(842, 595)]),
        ({"pages": "one", "paper": "A3"}, [(1191, 842)]),
        ({"pages": "one", "paper": "Letter", "orientation": "portrait"}, [(612, 792)]),
        ({"paper": "A0"}, [(3370, 2384)]),
    ],
)
def test_paper_lies_as_it_was_chosen_or_fits(values: dict[str, Any], sizes: list[tuple[int, int]]) -> None:
    assert boxes(exported("pdf", sample(), **values)) == sizes


def test_a_large_diagram_goes_over_several_pages_that_say_where_they_belong(poppler: Read) -> None:
    content = exported("pdf", sample(), pages="several")
    pages = len(boxes(content))
    assert pages == 2
    said = poppler("pdftotext", content, "-layout")
    for number in range(1, pages + 1):
        assert f"Part {number} of {pages} →" in said
        assert f"Page {number} of {pages}" in said
    assert said.count("Deliver and") == pages, "the headers of the lanes stand on every page"
    down = exported("pdf", tall_stream(80), orientation="landscape", paper="A4")
    assert "Row 2 of" in poppler("pdftotext", down)


def test_the_page_can_be_as_large_as_the_diagram() -> None:
    (size,) = boxes(exported("pdf", sample(), paper="stream"))
    assert size[0] > 1_600, "2,240 px and margins"


def test_bookmarks_lead_to_streams_parts_and_steps() -> None:
    view = sample()
    assert titles(exported("pdf", view)) == ["Provision a managed cloud service"]
    found = titles(exported("pdf", view, parts=ALL))
    assert found[:3] == ["Provision a managed cloud service", "Use case", "Diagram"]
    assert {"RACI", "A card for each step", "1. Clarify what the customer needs"} <= set(found)


def test_all_streams_or_the_chosen_ones() -> None:
    draft = Draft(sample())
    other = streams.add(draft, "Another stream")
    assert titles(exported("pdf", draft.view, pages="one")) == [
        "Provision a managed cloud service",
        "Another stream",
    ]
    assert titles(exported("pdf", draft.view, options=ExportOptions(streams=(other,)))) == ["Another stream"]


def test_of_a_selection_only_its_streams_are_shown() -> None:
    draft = Draft(sample())
    streams.add(draft, "Another stream")
    first = draft.view.streams[0].id
    options = ExportOptions(selection=(draft.view.steps(first)[0].id,))
    shown = titles(exported("pdf", draft.view, options=options, extent="selection"))
    assert shown == ["Provision a managed cloud service"]
    with pytest.raises(UserError, match="select steps first"):
        exported("pdf", draft.view, extent="selection")


def test_what_it_carries_comes_out() -> None:
    assert carried_text(exported("pdf", small_stream(), options=ExportOptions(source="it")), ".pdf") == "it"


def test_the_window_and_chance_change_nothing() -> None:
    made = []
    switch = ThemeSwitch("light")
    for choice in ("light", "dark"):
        switch.set_choice(choice)
        made.append(exported("pdf", sample(), parts=ALL))
    switch.set_choice("light")
    dress(LIGHT)
    assert made[0] == made[1]


def test_other_seeds_scales_and_times_of_day_give_the_same_bytes(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; import tests.ui.pictures.reading as reading;"
        "from vsdesigner.ui.app import make_application; app = make_application();"
        "import tests.ui.pictures.test_pdf as here;"
        "Path(sys.argv[1]).write_bytes(reading.exported('pdf', here.sample(), parts=here.ALL)"
        " + reading.exported('png', here.sample(), scale=1.0))"
    )
    made = set()
    for seed, scale, zone in (("1", "1", "UTC"), ("2", "2", "Asia/Tokyo")):
        target = tmp_path / seed
        environment = os.environ | {"PYTHONHASHSEED": seed, "QT_SCALE_FACTOR": scale, "TZ": zone}
        subprocess.run([sys.executable, "-c", code, str(target)], cwd=ROOT, env=environment, check=True)
        made.add(target.read_bytes())
    assert len(made) == 1


def test_a_text_longer_than_a_page_is_all_there(poppler: Read) -> None:
    draft = Draft(small_stream())
    id = draft.view.steps(draft.view.streams[0].id)[0].id
    tasks = tuple(Task(id=f"t{number}", text=f"Do thing number {number}.") for number in range(150))
    draft.update(id, tasks=tasks)
    for part in ("tasks", "cards", "practices_tools"):
        said = poppler("pdftotext", exported("pdf", draft.view, parts=(part,)))
        missing = [number for number in range(150) if f"number {number}." not in said]
        assert missing == [], part


def test_rows_stay_whole_and_headers_come_again(poppler: Read) -> None:
    draft = Draft(large_stream(60))
    for number, step in enumerate(draft.view.steps(draft.view.streams[0].id)):
        tasks = tuple(Task(id=f"t{number}-{part}", text=f"T{number}/{part}") for part in range(5))
        draft.update(step.id, tasks=tasks)
    said = poppler("pdftotext", exported("pdf", draft.view, parts=("tasks",)), "-layout")
    pages = said.split("\f")[:-1]
    assert len(pages) > 3
    for page in pages:
        assert "Actions and tasks" in page
    for number in range(60):
        homes = {index for index, page in enumerate(pages) if f"T{number}/" in page}
        assert len(homes) == 1, number


def test_nothing_chosen_is_told() -> None:
    with pytest.raises(UserError, match="choose the diagram"):
        exported("pdf", small_stream(), parts=())


@pytest.mark.parametrize("many", range(4))
def test_an_export_can_be_stopped(many: int) -> None:
    register_pictures(display=True)
    asked = iter([False] * many + [True] * 100)
    options = ExportOptions(values={"pages": "several", "parts": ("diagram", "raci")})
    with pytest.raises(Cancelled):
        EXPORTERS["pdf"].render(sample(), options, lambda share: None, lambda: next(asked))


def test_threads_write_at_the_same_time() -> None:
    expected = exported("pdf", sample(), parts=ALL)
    made: list[bytes] = []
    threads = [
        threading.Thread(target=lambda: made.append(exported("pdf", sample(), parts=ALL))) for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    made.append(exported("pdf", sample(), parts=ALL))
    for thread in threads:
        thread.join()
    assert made == [expected] * 4
