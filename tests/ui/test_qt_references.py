"""The binding neither loses nor hoards references to the values that every call returns.

PySide6 6.12.0 on Python 3.11 drops a reference to None on most calls that return nothing, and to True on
connect and emit: the interpreter aborts after some thousands of calls. The pin in pyproject.toml keeps us
below that release; this test tells when a newer one can be trusted.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version
from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QGraphicsRectItem, QLabel

CALLS = 50_000
DRIFT = 200  # other threads and caches take and give a few


class Sender(QObject):
    happened = Signal(int)


@dataclass
class Things:
    """What the calls below are made on."""

    sender: Sender = field(default_factory=Sender)
    receiver: Sender = field(default_factory=Sender)
    other: QObject = field(default_factory=QObject)
    label: QLabel = field(default_factory=QLabel)
    item: QGraphicsRectItem = field(default_factory=QGraphicsRectItem)
    point: QPointF = field(default_factory=lambda: QPointF(1, 2))
    colour: QColor = field(default_factory=lambda: QColor(1, 2, 3))


def connect_and_disconnect(things: Things) -> None:
    things.sender.happened.connect(things.receiver.happened)
    things.sender.happened.disconnect(things.receiver.happened)


CALLED: dict[str, Callable[[Things], object]] = {
    "setObjectName": lambda things: things.other.setObjectName("a"),
    "blockSignals": lambda things: things.other.blockSignals(False),
    "setProperty": lambda things: things.other.setProperty("a", 1),
    "update": lambda things: things.label.update(),
    "setEnabled": lambda things: things.label.setEnabled(True),
    "setPos": lambda things: things.item.setPos(things.point),
    "setVisible": lambda things: things.item.setVisible(True),
    "setAlpha": lambda things: things.colour.setAlpha(255),
    "emit": lambda things: things.sender.happened.emit(1),
    "connect": connect_and_disconnect,
}


@pytest.mark.parametrize("name", sorted(CALLED))
def test_references_stay_even(qapp: QApplication, name: str) -> None:
    things, call, before = Things(), CALLED[name], {}
    things.sender.happened.connect(lambda _value: None)
    for _ in range(100):
        call(things)
    for watched in (None, True):
        before[watched] = sys.getrefcount(watched)
    for _ in range(CALLS):
        call(things)
    # From Python 3.12 on these values are immortal and their count never changes.
    bound = 0 if sys.version_info >= (3, 12) else DRIFT
    for watched, count in before.items():
        drift = sys.getrefcount(watched) - count
        assert abs(drift) <= bound, f"{name}: {drift:+d} references to {watched} in {CALLS:,} calls"


def test_the_installed_binding_obeys_the_pin() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    pins = [Requirement(text) for text in project["project"]["dependencies"]]
    pin = next(pin for pin in pins if pin.name == "PySide6-Essentials")
    assert Version("6.12.0") not in pin.specifier
    assert Version(version("PySide6-Essentials")) in pin.specifier
