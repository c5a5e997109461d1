"""The one family of errors whose text is meant for the user."""

from __future__ import annotations


class UserError(Exception):
    """Something outside the program went wrong: a file, a disk, somebody else's workbook.

    `str()` is one or two plain sentences: what happened, what is safe, what to do. `details` are further
    lines (one per fault, at most 20) for a list below it. Never a library's own text.
    """

    def __init__(self, text: str, details: tuple[str, ...] = ()) -> None:
        super().__init__(text)
        self.details = details
