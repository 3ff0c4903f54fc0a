"""What is a chart drawn on, so that the same figures always give the same bytes?

A sheet is measured in centimetres from its top left corner, and printed at its own size. Everything is drawn through
matplotlib's objects, never through its shared state; letters become outlines, so a picture needs no font.
"""

import io
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal
from xml.sax.saxutils import escape

import matplotlib
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from holdfast.reports.writers.colour import INK, WHITE, contrast, mix, readable

POINTS_IN_CM = 72 / 2.54
PNG_DPI = 200
QUIET = "#5b646c"
RULE = "#cfd6da"
BODY = 9.5
SMALL = 8.5
Weight = Literal["Regular", "Semibold", "Bold"]


@dataclass(frozen=True, slots=True)
class Colours:
    """What the parts of a chart are filled with: `main` this year, `other` the one that is set against it."""

    main: str
    other: str

    @classmethod
    def of(cls, colour: str, accent: str) -> "Colours":
        """From a council's two colours, shades that stand out from white paper and from each other."""
        main = readable(colour.lower(), at_least=5.0)
        other = readable(accent.lower(), at_least=3.0)
        if contrast(main, other) < 1.4:
            other = readable(mix(accent.lower(), WHITE, 0.45), at_least=1.8)
        return cls(main, other)

    def ramp(self, steps: int) -> tuple[str, ...]:
        """So many tints from dark to pale, each told from its neighbour by lightness alone."""
        if steps < 2:
            return (self.main,)
        return tuple(mix(self.main, WHITE, 0.80 * step / (steps - 1)) for step in range(steps))


@dataclass(frozen=True, slots=True)
class Picture:
    """A finished picture: SVG with its title and description inside, and PNG; size in centimetres."""

    svg: bytes
    png: bytes
    width: float
    height: float


@cache
def _font(weight: Weight) -> FontProperties:
    return FontProperties(fname=str(files("font_source_sans_pro") / "files" / f"SourceSansPro-{weight}.ttf"))


@cache
def width_of(text: str, size: float = BODY, weight: Weight = "Regular") -> float:
    """How wide a line of text is set, in centimetres."""
    font = get_font(str(_font(weight).get_file()))
    font.set_size(size, 72)
    font.set_text(text)
    return float(font.get_width_height()[0]) / 64 / POINTS_IN_CM


def wrapped(text: str, width: float, size: float = BODY, weight: Weight = "Regular") -> list[str]:
    """The text in lines no wider than `width` centimetres; a word longer than that stands alone."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, weight) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


class Sheet:
    """One picture while it is being drawn; x runs right and y runs down, in centimetres."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self._figure = Figure(figsize=(width / 2.54, height / 2.54), dpi=PNG_DPI)
        FigureCanvasAgg(self._figure)
        in_inches = Affine2D().scale(1 / 2.54, -1 / 2.54).translate(0, height / 2.54)
        self._place = in_inches + self._figure.dpi_scale_trans

    def box(self, x: float, y: float, width: float, height: float, fill: str, *, edge: str = "none") -> None:
        """A filled rectangle."""
        self.shape(Rectangle((x, y), width, height, facecolor=fill, edgecolor=edge, linewidth=0.8))

    def line(
        self,
        xs: list[float],
        ys: list[float],
        colour: str,
        *,
        width: float = 1.0,
        dashes: tuple[float, float] | None = None,
    ) -> None:
        """A line through the points."""
        drawn = Line2D(xs, ys, color=colour, linewidth=width, solid_capstyle="round", solid_joinstyle="round")
        if dashes:
            drawn.set_dashes(dashes)
        self._add(drawn)

    def dot(self, x: float, y: float, colour: str, *, size: float = 6.0, hollow: bool = False) -> None:
        """A point, `size` in points across."""
        fill = WHITE if hollow else colour
        edge = {"markeredgecolor": colour, "markersize": size, "markeredgewidth": 1.4}
        self._add(Line2D([x], [y], marker="o", color=fill, linestyle="none", **edge))

    def shape(self, patch: Patch, *, within: Patch | None = None) -> None:
        """Any other shape in the sheet's centimetres, cut to another where `within` is given."""
        self._add(patch)
        if within is not None:
            within.set_transform(self._place)
            patch.set_clip_path(within)

    def _add(self, drawn: Artist) -> None:
        drawn.set_transform(self._place)
        self._figure.add_artist(drawn)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = BODY,
        colour: str = INK,
        weight: Weight = "Regular",
        align: Literal["left", "right", "center"] = "left",
    ) -> None:
        """One line of text with its middle at `y`."""
        # The letters' middle, not the line's: half the height of a capital below y.
        baseline = y + 0.33 * size / POINTS_IN_CM
        look = {"fontproperties": _font(weight), "fontsize": size, "color": colour, "parse_math": False}
        self._add(Text(x, baseline, text, ha=align, va="baseline", **look))

    def finished(self, *, name: str, title: str, alt: str) -> Picture:
        """The picture as bytes; `name` is unique in its document, `title` and `alt` are read aloud."""
        with matplotlib.rc_context({"svg.fonttype": "path", "svg.hashsalt": f"holdfast {name}"}):
            png, svg = io.BytesIO(), io.BytesIO()
            self._figure.savefig(png, format="png", metadata={"Software": None})
            self._figure.savefig(
                svg, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None}
            )
        return Picture(_told(svg.getvalue(), name, title, alt), png.getvalue(), self.width, self.height)


def _told(svg: bytes, name: str, title: str, alt: str) -> bytes:
    """The SVG as an image that says what it shows; without the document type, which an <img> does not need."""
    drawn = svg.decode()
    opening = drawn.index("<svg")
    end = drawn.index(">", opening)
    spoken = (
        f' role="img" aria-labelledby="{name}-title {name}-desc">\n'
        f' <title id="{name}-title">{escape(title)}</title>\n <desc id="{name}-desc">{escape(alt)}</desc>'
    )
    head = '<?xml version="1.0" encoding="utf-8"?>\n'
    return (head + drawn[opening:end] + spoken + drawn[end + 1 :]).encode()
