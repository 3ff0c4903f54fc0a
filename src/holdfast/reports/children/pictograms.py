"""How is a share drawn for a child: a row of ten people, meetings, voices or homes, so many of them filled in."""

from collections.abc import Callable
from typing import Literal

from matplotlib.patches import Arc, Circle, FancyBboxPatch, Patch, Polygon, Rectangle

from holdfast.reports.charts.sheet import Picture, Sheet
from holdfast.reports.writers.colour import WHITE, mix

WIDTH = 16.0
EACH = 1.6
HEIGHT = 2.3
NEARLY_ALL, VERY_FEW = 9.75, 0.25
Thing = Literal["person", "meeting", "voice", "home"]


def row(thing: Thing, filled: float, many: int, colour: str, *, name: str, title: str, alt: str) -> Picture:
    """A row of so many things, `filled` of them filled from the left, the last in part where it is not whole."""
    sheet = Sheet(WIDTH, HEIGHT)
    left = (WIDTH - EACH * many) / 2
    for at in range(many):
        middle = left + EACH * (at + 0.5)
        share = min(max(filled - at, 0.0), 1.0)
        for patch in _THINGS[thing](middle, mix(colour, WHITE, 0.88), mix(colour, WHITE, 0.45), faint=True):
            sheet.shape(patch)
        if share > 0:
            window = Rectangle((middle - EACH / 2, 0), EACH * (0.12 + 0.76 * share if share < 1 else 1), HEIGHT)
            for patch in _THINGS[thing](middle, colour, colour, faint=False):
                sheet.shape(patch, within=window)
    return sheet.finished(name=name, title=title, alt=alt)


def in_whole_things(part: int, of: int, *, good: bool = True) -> float:
    """How many of ten things (of fewer where `of` is under ten) to fill in: whole ones, or a half between two.

    Whole ones where the share lies within a fiftieth of so many tenths, but within a hundredth only on the side that
    would flatter: upwards where filled is `good`, downwards where it is not. Of good things over 97 in a hundred are
    nearly all, and under 3 in a hundred are very few.
    """
    if of < 10 or part in (0, of):
        return float(min(of, 10) * part / of)
    if good and 100 * part > 97 * of:
        return NEARLY_ALL
    if good and 100 * part < 3 * of:
        return VERY_FEW
    below, above = (1, 2) if good else (2, 1)
    for tens in range(1, 10):
        if 10 * tens * of - below * of <= 100 * part <= 10 * tens * of + above * of:
            return float(tens)
    return 10 * part // of + 0.5


def _person(x: float, fill: str, edge: str, *, faint: bool) -> list[Patch]:
    body = FancyBboxPatch((x - 0.38, 1.13), 0.76, 0.95, boxstyle="round,pad=0,rounding_size=0.34", **_drawn(fill, edge))
    head = Circle((x, 0.68), 0.36, **_drawn(fill, edge))
    if faint:
        return [body, head]
    smile = Arc((x, 0.70), 0.34, 0.30, theta1=25, theta2=155, color=WHITE, linewidth=1.6)
    eyes = [Circle((x + side * 0.13, 0.60), 0.045, facecolor=WHITE, edgecolor="none") for side in (-1, 1)]
    return [body, head, smile, *eyes]


def _meeting(x: float, fill: str, edge: str, *, faint: bool) -> list[Patch]:
    page = FancyBboxPatch((x - 0.55, 0.6), 1.1, 1.3, boxstyle="round,pad=0,rounding_size=0.14", **_drawn(fill, edge))
    rings = [Rectangle((x + side * 0.28 - 0.05, 0.42), 0.1, 0.34, **_drawn(fill, edge)) for side in (-1, 1)]
    if faint:
        return [page, *rings]
    tick = Polygon(
        [(x - 0.30, 1.27), (x - 0.09, 1.49), (x + 0.32, 1.03)], closed=False, fill=False, edgecolor=WHITE, linewidth=3.0
    )
    return [page, *rings, tick]


def _voice(x: float, fill: str, edge: str, *, faint: bool) -> list[Patch]:
    tail = Polygon([(x - 0.32, 1.45), (x - 0.36, 1.98), (x + 0.12, 1.5)], closed=True, **_drawn(fill, edge))
    bubble = FancyBboxPatch(
        (x - 0.62, 0.55), 1.24, 1.0, boxstyle="round,pad=0,rounding_size=0.38", **_drawn(fill, edge)
    )
    if faint:
        return [tail, bubble]
    dots = [Circle((x + at * 0.28, 1.05), 0.085, facecolor=WHITE, edgecolor="none") for at in (-1, 0, 1)]
    return [tail, bubble, *dots]


def _home(x: float, fill: str, edge: str, *, faint: bool) -> list[Patch]:
    house = Polygon(
        [
            (x - 0.48, 1.95),
            (x - 0.48, 1.12),
            (x - 0.66, 1.12),
            (x, 0.45),
            (x + 0.66, 1.12),
            (x + 0.48, 1.12),
            (x + 0.48, 1.95),
        ],
        closed=True,
        joinstyle="round",
        **_drawn(fill, edge),
    )
    if faint:
        return [house]
    door = FancyBboxPatch(
        (x - 0.14, 1.4), 0.28, 0.56, boxstyle="round,pad=0,rounding_size=0.08", facecolor=WHITE, edgecolor="none"
    )
    return [house, door]


def _drawn(fill: str, edge: str) -> dict[str, object]:
    return {"facecolor": fill, "edgecolor": edge, "linewidth": 1.2}


_THINGS: dict[Thing, Callable[..., list[Patch]]] = {
    "person": _person,
    "meeting": _meeting,
    "voice": _voice,
    "home": _home,
}
