"""A second opinion: LibreOffice opens the slides, sees every shape, and prints as many pages as slides."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from defusedxml.ElementTree import parse

from tests.exchange.pptx.reading import everything, opened, render, texts
from tests.gallery.branch_office import branch_office

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
PDF_TEXT = shutil.which("pdftotext")
PDF_FACTS = shutil.which("pdfinfo")

pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed here")

DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"


def converted(content: bytes, folder: Path, target: str) -> Path:
    source = folder / "deck.pptx"
    source.write_bytes(content)
    profile = (folder / "profile").as_uri()
    command = [f"-env:UserInstallation={profile}", "--headless", "--convert-to", target, "--outdir"]
    subprocess.run(
        [str(OFFICE), *command, str(folder), str(source)], check=True, capture_output=True, timeout=180
    )
    return folder / f"deck.{target}"


def test_libreoffice_sees_every_shape_and_connector(tmp_path: Path) -> None:
    content = render(branch_office(), slides=("lanes", "steps"), steps_as="phase")
    deck = opened(content)
    pages = list(parse(converted(content, tmp_path, "fodp")).iter(f"{DRAW}page"))
    assert len(pages) == len(deck.slides)
    for slide, page in zip(deck.slides, pages, strict=True):
        tags = Counter(element.tag.removeprefix(DRAW) for element in page.iter())
        shapes = list(everything(slide.shapes))
        kinds = Counter(shape._element.tag.rpartition("}")[2] for shape in shapes)
        free = [shape for shape in shapes if shape._element.tag.endswith("}sp") and not shape.is_placeholder]
        text_boxes = sum('txBox="1"' in shape._element.xml for shape in free)
        assert tags["connector"] + tags["line"] == kinds["cxnSp"]
        assert tags["g"] == kinds["grpSp"]
        assert tags["custom-shape"] + tags["text-box"] >= len(free) - text_boxes
        assert tags["custom-shape"] + tags["frame"] >= len(free)
        glued = [element for element in page.iter(f"{DRAW}connector") if element.get(f"{DRAW}start-shape")]
        assert len(glued) == sum("stCxn" in element.xml for element in _connectors(shapes))


def _connectors(shapes: list[object]) -> list[object]:
    return [shape._element for shape in shapes if shape._element.tag.endswith("}cxnSp")]  # type: ignore[attr-defined]


@pytest.mark.skipif(PDF_TEXT is None or PDF_FACTS is None, reason="poppler is not installed here")
def test_it_prints_as_many_pages_with_all_their_words(tmp_path: Path) -> None:
    content = render(branch_office())
    deck = opened(content)
    pdf = converted(content, tmp_path, "pdf")
    facts = subprocess.run([str(PDF_FACTS), str(pdf)], check=True, capture_output=True).stdout.decode()
    pages = next(int(line.split()[1]) for line in facts.splitlines() if line.startswith("Pages:"))
    assert pages == len(deck.slides)
    printed = subprocess.run([str(PDF_TEXT), "-raw", str(pdf), "-"], check=True, capture_output=True)
    said = Counter(printed.stdout.decode().split())
    for slide in deck.slides:
        for word in texts(slide).replace("‹#›", "").split():
            assert said[word], word
