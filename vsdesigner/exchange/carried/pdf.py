"""The document inside a PDF file: a file within the file, of a type of its own."""

from __future__ import annotations

from vsdesigner.exchange.carried.unpacking import FILE_MOST, MOST, unpacked
from vsdesigner.exchange.pdf.finishing import CARRIED

_MOST_PLACES = 20
_REACH = 1_000  # bytes from the type of a stream to where it begins


def text_in_pdf(content: bytes) -> str | None:
    """Return the text of the document that a PDF carries; None when there is none or it is broken.

    Reads files as this program writes them, also with pages added behind; one that another program has
    packed anew carries nothing that is found.
    """
    if len(content) > FILE_MOST or b"%PDF-" not in content[:1024]:
        return None
    end = len(content)
    for _ in range(_MOST_PLACES):
        place = content.rfind(CARRIED, 0, end)  # the last one counts: whoever changes a file adds to it
        if place < 0:
            return None
        start = content.find(b"stream", place, place + _REACH)
        if start >= 0:
            start += len(b"stream") + (2 if content.startswith(b"\r\n", start + 6) else 1)
            text = unpacked(content[start : start + MOST])
            if text is not None:
                return text
        end = place
    return None
