"""A wish that makes no sense as it was written on the command line: exit code 2, like a misspelt option."""

from __future__ import annotations


class Misuse(Exception):  # noqa: N818  # what somebody wrote, not a failure
    """The sentence that says what to write instead."""
