"""All colours and type sizes of the program, by role.

A theme belongs to a view: the window follows the switch, a picture chooses one of ``THEMES`` for itself.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, fields
from typing import Any, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from vsdesigner import palette
from vsdesigner.ui.colour import mix

Choice = Literal["system", "light", "dark"]


@dataclass(frozen=True, slots=True, eq=False)
class LanePalette:
    """The colours of one lane on one theme, all derived from the lane's base colour."""

    base: QColor
    edge: QColor  # colour edge of header and cards
    band: QColor  # the lane itself
    header: QColor  # its header
    line: QColor  # between two lanes
    badge: QColor  # number badges and chips
    badge_text: QColor
    text: QColor  # readable on band, header, card and panel


@dataclass(frozen=True, eq=False)
class Theme:
    """Colours by role. Treat them as constants: they are shared by everything that paints."""

    name: str
    dark: bool
    window: QColor
    panel: QColor
    canvas: QColor
    card: QColor
    field: QColor  # ground of text fields
    line: QColor  # quiet borders and separators
    control: QColor  # borders that alone tell what a thing is: check boxes, Demand
    text: QColor
    muted: QColor
    faint: QColor  # disabled and decoration only: too light for text one has to read
    accent: QColor
    accent_text: QColor  # on accent
    accent_ink: QColor  # accent as text, on panel and on selection
    selection: QColor  # selected rows, current view
    hover: QColor  # transparent, lies on any ground
    flow: QColor
    danger: QColor
    warning: QColor
    ok: QColor
    shadow: QColor
    dim: QColor  # transparent veil over what is not the point now
    scheme: palette.Scheme  # the opaque colours as plain values

    def lane(self, colour: str) -> LanePalette:
        """The colours of a lane whose base colour is ``colour`` (``#RRGGBB``); nonsense becomes grey."""
        return _lane_palette(self, colour)

    def soft(self, colour: QColor) -> QColor:
        """A quiet ground in the hue of ``colour``, for messages and marks."""
        return mix(self.panel, colour, 0.20 if self.dark else 0.10)

    def font(self, role: str) -> QFont:
        """The shared font of ``role`` (see ``FONTS``); copy it before changing it."""
        return font(role)


_ROLES = tuple(
    role.name for role in fields(palette.Scheme) if role.type == "Rgb"
)  # what both have; the window adds what is transparent


def _theme(scheme: palette.Scheme, **transparent: QColor) -> Theme:
    opaque: dict[str, Any] = {role: QColor(*getattr(scheme, role)) for role in _ROLES}
    return Theme(
        scheme.name,
        scheme.dark,
        scheme=scheme,
        **opaque,
        **transparent,
    )


_DAY = {"hover": QColor(27, 35, 48, 15), "dim": QColor(250, 251, 252, 190)}
_NIGHT = {"hover": QColor(232, 235, 240, 18), "dim": QColor(24, 27, 32, 190), "shadow": QColor(0, 0, 0, 100)}
_SOFT_SHADOW, _NO_SHADOW = QColor(20, 28, 40, 34), QColor(0, 0, 0, 0)
LIGHT = _theme(palette.LIGHT, shadow=_SOFT_SHADOW, **_DAY)
DARK = _theme(palette.DARK, **_NIGHT)
PRINT = _theme(palette.PRINT, shadow=_NO_SHADOW, **_DAY)
#: What presentations wear: texts stand out by 7 : 1 on pale projectors, too.
PRESENT_LIGHT = _theme(palette.PRESENT_LIGHT, shadow=_SOFT_SHADOW, **_DAY)
PRESENT_DARK = _theme(palette.PRESENT_DARK, **_NIGHT)
THEMES = {theme.name: theme for theme in (LIGHT, DARK, PRINT)}

# Pixels at 100 %, weight.
FONTS: dict[str, tuple[int, QFont.Weight]] = {
    "panel": (13, QFont.Weight.Normal),
    "panel_strong": (13, QFont.Weight.DemiBold),
    "heading": (16, QFont.Weight.DemiBold),
    "title": (22, QFont.Weight.DemiBold),
    "section": (11, QFont.Weight.DemiBold),
    "small": (12, QFont.Weight.Normal),
    "card": (13, QFont.Weight.Medium),
    "card_footer": (11, QFont.Weight.Normal),
    "badge": (11, QFont.Weight.Bold),
    "chip": (11, QFont.Weight.DemiBold),
    "lane": (14, QFont.Weight.DemiBold),
    "block_title": (13, QFont.Weight.DemiBold),
    "block": (11, QFont.Weight.Normal),
    "flow_label": (11, QFont.Weight.Normal),
    "note": (12, QFont.Weight.Normal),
    "present_title": (34, QFont.Weight.DemiBold),
    "present_heading": (28, QFont.Weight.DemiBold),
    "present_text": (24, QFont.Weight.Normal),
    "present_small": (16, QFont.Weight.Medium),
}


@functools.cache
def font(role: str) -> QFont:
    """The system's font in the size and weight of ``role``; needs an application object."""
    pixels, weight = FONTS[role]
    made = QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
    made.setPixelSize(pixels)
    made.setWeight(weight)
    return made


@functools.lru_cache(maxsize=512)
def _lane_palette(theme: Theme, colour: str) -> LanePalette:
    shades = theme.scheme.lane(colour)
    return LanePalette(**{role.name: QColor(*getattr(shades, role.name)) for role in fields(LanePalette)})


_current = LIGHT


def current() -> Theme:
    """The theme of the window now; pictures and prints take a theme as an argument instead."""
    return _current


class ThemeSwitch(QObject):
    """Dresses the application in the chosen theme and follows the system while the choice is "system"."""

    changed = Signal()  # the theme is another one now; palette and style sheet are already in place

    def __init__(self, choice: Choice = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice: Choice = choice
        self._worn: Theme | None = None
        self._hints = QGuiApplication.styleHints()
        self._hints.colorSchemeChanged.connect(self._follow)
        self._ask_system()
        self._follow()

    @property
    def theme(self) -> Theme:
        """The theme that is worn now."""
        return self._worn or current()

    @property
    def choice(self) -> Choice:
        """What the user chose."""
        return self._choice

    def set_choice(self, choice: Choice) -> None:
        """Wear another theme at once."""
        self._choice = choice
        self._ask_system()
        self._follow()

    def _ask_system(self) -> None:
        # Window frames and native dialogs belong to the system: it has to know which theme we wear.
        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        self._hints.setColorScheme(schemes.get(self._choice, Qt.ColorScheme.Unknown))

    def _follow(self) -> None:
        if self._choice == "system":
            dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
        else:
            dark = self._choice == "dark"
        theme = DARK if dark else LIGHT
        if theme is not self._worn:
            self._wear(theme)

    def _wear(self, theme: Theme) -> None:
        global _current
        first = self._worn is None
        self._worn = _current = theme
        dress(theme)
        if not first:
            self.changed.emit()


def dress(theme: Theme) -> None:
    """Give the application style, palette, font and style sheet of ``theme``."""
    from vsdesigner.ui.theme_qss import palette, style_sheet  # they read the tokens above

    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return
    if application.style().name() != "fusion":
        application.setStyle("Fusion")
    colours: QPalette = palette(theme)
    application.setPalette(colours)
    QToolTip.setPalette(colours)
    application.setFont(font("panel"))
    QToolTip.setFont(font("small"))
    application.setStyleSheet(style_sheet(theme))
