"""The fixtures of the tests of files: a program whose questions are answered, and its window."""

from tests.ui.files.conftest import answers, program, window

__all__ = ["answers", "program", "window"]
