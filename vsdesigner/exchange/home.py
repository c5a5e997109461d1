"""Brings a document home: from a picture, slides or a page that carry it, or from a workbook."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.carried import CARRIERS, carried_text
from vsdesigner.exchange.registry import Progress, Question
from vsdesigner.language import say
from vsdesigner.model.errors import UserError

WORKBOOKS = (".xlsx", ".xlsm")
FILE_MOST = 128 * 1024 * 1024  # bytes of a file that is looked through

Decode = Callable[[str], Snapshot]


@dataclass(frozen=True, slots=True)
class Brought:
    """The document, and what of a workbook was not understood, a sentence each."""

    snapshot: Snapshot
    notes: tuple[str, ...] = ()


def can_carry(name: str) -> bool:
    """Say whether a file of this name may hold a document though it is none."""
    return PurePath(name).suffix.lower() in CARRIERS or is_workbook(name)


def is_workbook(name: str) -> bool:
    """Say whether a file of this name is a workbook: ours, or one that a stream can be made of."""
    return PurePath(name).suffix.lower() in WORKBOOKS


def bring_home(
    content: bytes,
    name: str,
    decode: Decode,
    *,
    progress: Progress = lambda _share: None,
    cancelled: Question = lambda: False,
) -> Brought:
    """Return the document in a file with this name and content.

    What was changed in the cells of a workbook is in it; a workbook from elsewhere becomes a stream.
    `decode` makes a document of its text. Raises `UserError` with a sentence when there is none.
    """
    suffix, stem = PurePath(name).suffix.lower(), PurePath(name).stem
    if suffix in WORKBOOKS:
        from vsdesigner.exchange.excel.reading import read_workbook  # only who reads one pays

        found = read_workbook(content, decode, name=stem, progress=progress, cancelled=cancelled)
        return Brought(found.theirs, tuple(problem.text for problem in found.problems))
    text = carried_text(content, suffix)
    if text is None:
        words = say(
            "“{name}” carries no document: it was not written by VS Designer, or what it carried was lost"
            " when another program saved it."
        )
        raise UserError(words.format(name=name))
    return Brought(decode(text))
