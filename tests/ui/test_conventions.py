"""Every convention of interaction that can be tested has a test that bears its number."""

from __future__ import annotations

import re
from pathlib import Path

TESTS = Path(__file__).parent.parent
#: Presenting comes with its own view.
LATER = {59, 60, 61}
WANTED = set(range(1, 65)) - LATER

_TEST = re.compile(r"^\s*def test_conv_(\d+)_", re.MULTILINE)


def test_each_convention_has_a_test() -> None:
    found = {
        int(number)
        for path in TESTS.rglob("test_*.py")
        for number in _TEST.findall(path.read_text(encoding="utf-8"))
    }
    assert not WANTED - found
