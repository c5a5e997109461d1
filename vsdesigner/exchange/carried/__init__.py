"""Files that carry the document they show: pictures, slides and workbooks that open as the stream again.

What is carried is the text of the document as it would be saved; whoever reads it checks it like any file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from vsdesigner.exchange.carried.pdf import text_in_pdf
from vsdesigner.exchange.carried.png import text_in_png
from vsdesigner.exchange.carried.pptx import text_in_slides
from vsdesigner.exchange.carried.svg import text_in_svg
from vsdesigner.exchange.carried.xlsx import text_in_workbook

__all__ = ["CARRIERS", "carried_text"]

#: Suffix of a format → function that finds the document's text in a file's bytes; None when there is none.
#: Another format is one module and one line.
CARRIERS: Mapping[str, Callable[[bytes], str | None]] = {
    ".pdf": text_in_pdf,
    ".png": text_in_png,
    ".pptx": text_in_slides,
    ".svg": text_in_svg,
    ".xlsx": text_in_workbook,
}


def carried_text(content: bytes, suffix: str) -> str | None:
    """Return the document that a file of this suffix (``.png``) carries, as text; None when it carries none.

    Never trusts the file: what is too large or broken counts as nothing.
    """
    read = CARRIERS.get(suffix.lower())
    return read(content) if read is not None else None
