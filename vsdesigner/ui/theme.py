"""All colours and type sizes of the program, by role.

A theme belongs to a view: the window follows the switch, a picture chooses one of ``THEMES`` for itself.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from typing import Any, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from vsdesigner.ui.colour import contrast, mix, readable

Choice = Literal["system", "light", "dark"]

TEXT_CONTRAST = 4.5
LINE_CONTRAST = 3.0

_WHITE = QColor("#FFFFFF")
_INK = QColor("#0F131A")


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
    band_tint: float = 0.06
    header_tint: float = 0.14

    def lane(self, colour: str) -> LanePalette:
        """The colours of a lane whose base colour is ``colour`` (``#RRGGBB``); nonsense becomes grey."""
        return _lane_palette(self, colour)

    def soft(self, colour: QColor) -> QColor:
        """A quiet ground in the hue of ``colour``, for messages and marks."""
        return mix(self.panel, colour, 0.20 if self.dark else 0.10)

    def font(self, role: str) -> QFont:
        """The shared font of ``role`` (see ``FONTS``); copy it before changing it."""
        return font(role)


def _theme(name: str, dark: bool, **colours: str | QColor) -> Theme:
    roles: dict[str, Any] = {role: QColor(colour) for role, colour in colours.items()}
    return Theme(name, dark, **roles)


LIGHT = _theme(
    "light",
    dark=False,
    window="#F3F4F7",
    panel="#FFFFFF",
    canvas="#FAFBFC",
    card="#FFFFFF",
    field="#FFFFFF",
    line="#DFE3E8",
    control="#7E8897",
    text="#1B2330",
    muted="#5F6978",
    faint="#98A1AE",
    accent="#2F6FEB",
    accent_text="#FFFFFF",
    accent_ink="#1D56C4",
    selection="#E4EDFD",
    hover=QColor(27, 35, 48, 15),
    flow="#7A8596",
    danger="#B93226",
    warning="#8F5F00",
    ok="#1F7A45",
    shadow=QColor(20, 28, 40, 34),
    dim=QColor(250, 251, 252, 190),
)

DARK = replace(
    _theme(
        "dark",
        dark=True,
        window="#1B1E24",
        panel="#22262E",
        canvas="#181B20",
        card="#272C35",
        field="#1B1F26",
        line="#343A45",
        control="#7C8798",
        text="#E8EBF0",
        muted="#A2ABB9",
        faint="#727C8B",
        accent="#6A9BFF",
        accent_text="#0D1420",
        accent_ink="#94B6FF",
        selection="#2C3B58",
        hover=QColor(232, 235, 240, 18),
        flow="#8792A3",
        danger="#FF8F85",
        warning="#F0BE55",
        ok="#6BD39A",
        shadow=QColor(0, 0, 0, 100),
        dim=QColor(24, 27, 32, 190),
    ),
    band_tint=0.10,
    header_tint=0.22,
)

PRINT = replace(
    LIGHT,
    name="print",
    window=_WHITE,
    canvas=_WHITE,
    text=_INK,
    flow=QColor("#4A5361"),
    line=QColor("#B9C0CA"),
    shadow=QColor(0, 0, 0, 0),
)

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
    base = QColor(colour) if QColor.isValidColorName(colour) else QColor(theme.flow)
    base.setAlpha(255)
    band = mix(theme.canvas, base, theme.band_tint)
    header = mix(theme.canvas, base, theme.header_tint)
    badge, badge_text = _badge(base)
    return LanePalette(
        base=base,
        edge=readable(base, (theme.canvas, theme.card, header), LINE_CONTRAST),
        band=band,
        header=header,
        line=mix(theme.canvas, base, 0.30 if theme.dark else 0.20),
        badge=badge,
        badge_text=badge_text,
        text=readable(base, (band, header, theme.card, theme.panel), TEXT_CONTRAST),
    )


def _badge(base: QColor) -> tuple[QColor, QColor]:
    """Ground and text of a badge: white text where a slightly darker ground allows it, else dark text."""
    if contrast(_WHITE, base) >= LINE_CONTRAST:
        return readable(base, (_WHITE,), TEXT_CONTRAST), _WHITE
    return readable(base, (_INK,), TEXT_CONTRAST), _INK


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
