"""Which screen is for the audience and which for the presenter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QGuiApplication, QScreen


class Places(NamedTuple):
    """The screens of a presentation; `presenter` is None when there is but one."""

    audience: QScreen
    presenter: QScreen | None


def all_screens() -> list[QScreen]:
    """The screens in the system's order; of those that show the same, the first."""
    found: dict[tuple[int, int, int, int], QScreen] = {}
    for screen in QGuiApplication.screens():
        found.setdefault(screen.geometry().getRect(), screen)  # type: ignore[arg-type]  # four numbers
    return list(found.values())


def places(screens: Sequence[QScreen], here: QScreen | None, wanted: QScreen | None = None) -> Places:
    """Return where audience and presenter look.

    The presenter keeps the screen where the editor stands (`here`), the audience has the largest of the
    others, or `wanted`. `screens` are at least one.
    """
    here = here if here is not None and here in screens else screens[0]
    audience = wanted or _largest([each for each in screens if each is not here]) or here
    presenter = here if here is not audience else _largest([each for each in screens if each is not audience])
    return Places(audience, presenter)


def _largest(screens: Sequence[QScreen]) -> QScreen | None:
    return max(screens, key=_dots, default=None)


def _dots(screen: QScreen) -> float:
    size = screen.geometry().size()
    return size.width() * size.height() * screen.devicePixelRatio() ** 2
