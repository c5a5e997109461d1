"""The colours of the program by role, as plain values: the window and every export take them from here."""

from __future__ import annotations

import colorsys
import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

TEXT_CONTRAST = 4.5
LINE_CONTRAST = 3.0
PRESENT_CONTRAST = 7.0  # projectors are pale
_HEX = re.compile(r"#[0-9A-Fa-f]{6}")
_STEPS = 50  # from a colour to black or white


class Rgb(NamedTuple):
    """An opaque colour; parts from 0 to 255."""

    red: int
    green: int
    blue: int

    @property
    def hex(self) -> str:
        """The colour as ``#RRGGBB``."""
        return f"#{self.red:02X}{self.green:02X}{self.blue:02X}"


def rgb(hex: str, fallback: Rgb | None = None) -> Rgb:
    """Return the colour of ``#RRGGBB``; of anything else `fallback`, or ValueError without one."""
    if not _HEX.fullmatch(hex):
        if fallback is not None:
            return fallback
        raise ValueError(f"{hex!r} is no colour")
    return Rgb(*bytes.fromhex(hex[1:]))


WHITE, INK = rgb("#FFFFFF"), rgb("#0F131A")
BLACK, LASER = rgb("#000000"), rgb("#FF2A2A")  # a screen without a picture; the dot of a laser
#: What one draws by hand with, on light and on dark ground.
PENS = {
    "red": (rgb("#E02424"), rgb("#FF6B6B")),
    "blue": (rgb("#1D64E8"), rgb("#6FA8FF")),
    "green": (rgb("#0F8A46"), rgb("#4FD68C")),
    "orange": (rgb("#D2620A"), rgb("#FFB04D")),
    "ink": (rgb("#1B2330"), rgb("#E8EBF0")),
}


def luminance(colour: Rgb) -> float:
    """Relative luminance from 0 (black) to 1 (white), as WCAG 2 defines it."""
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Rgb, other: Rgb) -> float:
    """Contrast ratio of two colours (WCAG 2), from 1 (the same) to 21 (black and white)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mix(ground: Rgb, colour: Rgb, share: float) -> Rgb:
    """Return the colour seen when `share` (0 to 1) of `colour` lies on `ground`."""
    return Rgb(
        *(round(below * (1 - share) + above * share) for below, above in zip(ground, colour, strict=True))
    )


def readable(colour: Rgb, grounds: Sequence[Rgb], ratio: float) -> Rgb:
    """Return `colour` made darker or lighter in small steps until it stands out by `ratio` on every ground.

    Hue and saturation stay. It goes away from the grounds' own lightness; black or white is the last resort.
    """
    if all(contrast(colour, ground) >= ratio for ground in grounds):
        return colour
    lighter = sum(map(luminance, grounds)) / len(grounds) < 0.18
    hue, lightness, saturation = colorsys.rgb_to_hls(*(part / 255 for part in colour))
    for step in range(1, _STEPS + 1):
        share = step / _STEPS
        level = lightness + (1 - lightness) * share if lighter else lightness * (1 - share)
        parts = colorsys.hls_to_rgb(hue, level, saturation)
        shade = Rgb(*(min(255, max(0, round(part * 255))) for part in parts))
        if all(contrast(shade, ground) >= ratio for ground in grounds):
            return shade
    return WHITE if lighter else Rgb(0, 0, 0)


@dataclass(frozen=True, slots=True)
class LaneShades:
    """The colours of one lane in one scheme, all derived from the lane's base colour."""

    base: Rgb
    edge: Rgb  # colour edge of header and cards
    band: Rgb  # the lane itself
    header: Rgb  # its header
    line: Rgb  # between two lanes
    badge: Rgb  # number badges and chips
    badge_text: Rgb
    text: Rgb  # readable on band, header, card and panel


@dataclass(frozen=True, slots=True)
class Scheme:
    """Opaque colours by role; what is transparent in the window is its own affair."""

    name: str
    dark: bool
    window: Rgb
    panel: Rgb
    canvas: Rgb
    card: Rgb
    field: Rgb  # ground of text fields
    line: Rgb  # quiet borders and separators
    control: Rgb  # borders that alone tell what a thing is
    text: Rgb
    muted: Rgb
    faint: Rgb  # disabled and decoration only: too light for text one has to read
    accent: Rgb
    accent_text: Rgb  # on accent
    accent_ink: Rgb  # accent as text, on panel and on selection
    selection: Rgb  # selected rows, current view
    flow: Rgb
    danger: Rgb
    warning: Rgb
    ok: Rgb
    band_tint: float = 0.06
    header_tint: float = 0.14
    text_ratio: float = TEXT_CONTRAST  # by which the texts of lanes stand out

    def lane(self, colour: str) -> LaneShades:
        """Return the colours of a lane whose base colour is ``#RRGGBB``; nonsense becomes grey."""
        return _shades(self, colour)


def _scheme(name: str, *, dark: bool, band_tint: float, header_tint: float, **colours: str) -> Scheme:
    roles: dict[str, Any] = {role: rgb(colour) for role, colour in colours.items()}
    return Scheme(name, dark, **roles, band_tint=band_tint, header_tint=header_tint)


LIGHT = _scheme(
    "light",
    dark=False,
    band_tint=0.06,
    header_tint=0.14,
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
    flow="#7A8596",
    danger="#B93226",
    warning="#8F5F00",
    ok="#1F7A45",
)
DARK = _scheme(
    "dark",
    dark=True,
    band_tint=0.10,
    header_tint=0.22,
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
    flow="#8792A3",
    danger="#FF8F85",
    warning="#F0BE55",
    ok="#6BD39A",
)
PRINT = replace(
    LIGHT,
    name="print",
    window=WHITE,
    canvas=WHITE,
    text=INK,
    flow=rgb("#4A5361"),
    line=rgb("#B9C0CA"),
)
_INKS = ("text", "muted", "accent_ink", "danger", "warning", "ok")


def presenting(scheme: Scheme) -> Scheme:
    """Return a scheme whose texts stand out by `PRESENT_CONTRAST` on every ground and in every lane."""
    grounds = (scheme.window, scheme.panel, scheme.canvas, scheme.card, scheme.selection)
    inks: dict[str, Any] = {
        role: readable(getattr(scheme, role), grounds, PRESENT_CONTRAST) for role in _INKS
    }
    accent = readable(scheme.accent, (scheme.accent_text,), PRESENT_CONTRAST)
    return replace(scheme, accent=accent, text_ratio=PRESENT_CONTRAST, **inks)


SCHEMES = {scheme.name: scheme for scheme in (LIGHT, DARK, PRINT)}


@functools.lru_cache(maxsize=512)
def _shades(scheme: Scheme, colour: str) -> LaneShades:
    base = rgb(colour, scheme.flow)
    band = mix(scheme.canvas, base, scheme.band_tint)
    header = mix(scheme.canvas, base, scheme.header_tint)
    badge, badge_text = _badge(base, scheme.text_ratio)
    return LaneShades(
        base=base,
        edge=readable(base, (scheme.canvas, scheme.card, header), LINE_CONTRAST),
        band=band,
        header=header,
        line=mix(scheme.canvas, base, 0.30 if scheme.dark else 0.20),
        badge=badge,
        badge_text=badge_text,
        text=readable(base, (band, header, scheme.card, scheme.panel), scheme.text_ratio),
    )


def _badge(base: Rgb, ratio: float) -> tuple[Rgb, Rgb]:
    """Ground and text of a badge: white text where a slightly darker ground allows it, else dark text."""
    if contrast(WHITE, base) >= LINE_CONTRAST:
        return readable(base, (WHITE,), ratio), WHITE
    return readable(base, (INK,), ratio), INK


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


PRESENT_LIGHT, PRESENT_DARK = presenting(LIGHT), presenting(DARK)
