"""Which shades of a council's colours can be read, whatever colours it chose?

Colours are #rrggbb. Contrast is the ratio of WCAG 2.2 (1 to 21): text needs 4.5, large text and lines that carry
meaning 3.
"""

import re
from dataclasses import dataclass

WHITE = "#ffffff"
INK = "#1b1f23"
TEXT = 4.5
COMFORTABLE = 5.5


class ColourError(ValueError):
    """A colour that is not written as #rrggbb."""


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of a colour, each 0 to 255; ColourError says what was found and what was expected."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        raise ColourError(f"found the colour {colour!r}; expected # and six hexadecimal digits, such as #1d5c63")
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """Relative luminance of a colour, 0 for black to 1 for white (WCAG 2.2)."""
    parts = (channel / 255 for channel in channels(colour))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """How well one colour stands out from another: 1 (not at all) to 21 (black on white)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mix(colour: str, other: str, share: float) -> str:
    """A colour with a share (0 to 1) of another in it."""
    pairs = zip(channels(colour), channels(other), strict=True)
    return "#" + "".join(f"{round(mine + (theirs - mine) * share):02x}" for mine, theirs in pairs)


def readable(colour: str, *, on: str = WHITE, at_least: float = COMFORTABLE) -> str:
    """The shade nearest to a colour that can be read on another; the colour itself where it already can."""
    towards = "#000000" if luminance(on) > 0.18 else WHITE
    for step in range(101):
        shade = mix(colour, towards, step / 100)
        if contrast(shade, on) >= at_least:
            return shade
    return towards


def text_on(colour: str) -> str:
    """White or near black, whichever reads better on a colour."""
    return max((WHITE, INK), key=lambda text: contrast(text, colour))


@dataclass(frozen=True, slots=True)
class Palette:
    """What a document is drawn with: the pure colour, a ground for a title, shades to read, pale grounds."""

    brand: str
    brand_ink: str
    brand_tint: str
    banner: str
    on_banner: str
    accent: str
    accent_ink: str
    accent_tint: str


def palette(colour: str, accent: str) -> Palette:
    """The palette of a council's two colours; inks can be read on white and on both tints."""
    brand_tint, accent_tint = mix(colour.lower(), WHITE, 0.93), mix(accent.lower(), WHITE, 0.91)
    darkest = min((brand_tint, accent_tint), key=luminance)
    banner = colour.lower()
    if contrast(text_on(banner), banner) < COMFORTABLE:
        banner = readable(banner)
    return Palette(
        brand=colour.lower(),
        brand_ink=readable(colour.lower(), on=darkest),
        brand_tint=brand_tint,
        banner=banner,
        on_banner=text_on(banner),
        accent=accent.lower(),
        accent_ink=readable(accent.lower(), on=darkest),
        accent_tint=accent_tint,
    )
