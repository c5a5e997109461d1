"""Arithmetic with colours: contrast as WCAG 2 counts it, mixing, and making a colour readable on a ground."""

from __future__ import annotations

from PySide6.QtGui import QColor


def luminance(colour: QColor) -> float:
    """Relative luminance from 0 (black) to 1 (white); transparency is not looked at."""
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio of two opaque colours, from 1 (the same) to 21 (black and white)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mix(ground: QColor, colour: QColor, share: float) -> QColor:
    """The opaque colour seen when ``share`` (0 to 1) of ``colour`` lies on ``ground``."""
    rest = 1.0 - share
    return QColor(
        round(ground.red() * rest + colour.red() * share),
        round(ground.green() * rest + colour.green() * share),
        round(ground.blue() * rest + colour.blue() * share),
    )


def readable(colour: QColor, grounds: tuple[QColor, ...], ratio: float) -> QColor:
    """``colour`` made darker or lighter in small steps until it stands out by ``ratio`` on every ground.

    Hue and saturation stay. It goes away from the grounds' own lightness; black or white is the last resort.
    """
    if all(contrast(colour, ground) >= ratio for ground in grounds):
        return QColor(colour)
    lighter = sum(luminance(ground) for ground in grounds) / len(grounds) < 0.18
    hue, saturation, lightness = colour.hslHueF(), colour.hslSaturationF(), colour.lightnessF()
    for step in range(1, 51):
        level = lightness + (1.0 - lightness) * step / 50 if lighter else lightness * (1 - step / 50)
        shade = QColor.fromHslF(max(hue, 0.0), saturation, level).toRgb()
        if all(contrast(shade, ground) >= ratio for ground in grounds):
            return shade
    return QColor.fromRgbF(1.0, 1.0, 1.0) if lighter else QColor.fromRgbF(0.0, 0.0, 0.0)


def css(colour: QColor) -> str:
    """``colour`` as a style sheet reads it; ``#RRGGBBAA`` would be read as ``#AARRGGBB`` there."""
    return f"rgba({colour.red()},{colour.green()},{colour.blue()},{colour.alpha()})"


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
