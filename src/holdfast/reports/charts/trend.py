"""How has it gone over the years: one clean line, its first and last values said, and the target where there is one."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from holdfast.reports.charts.sheet import (
    BODY,
    INK,
    QUIET,
    RULE,
    SMALL,
    Colours,
    Picture,
    Sheet,
    Weight,
    width_of,
    wrapped,
)

WIDTH = 16.0
PLOT = 3.0
_GAP_WIDTH = 1.7


@dataclass(frozen=True, slots=True)
class Point:
    """One year of a line: `value` None leaves a gap with `said` standing in it; else `said` stands by the point."""

    label: str
    value: float | None
    said: str


@dataclass(frozen=True, slots=True)
class Line:
    """One panel's line; `heading` stands over it where there are several panels, `target` is drawn dashed."""

    heading: str
    points: tuple[Point, ...]
    target: float | None = None
    as_share: bool = False


def trends(lines: Sequence[Line], colours: Colours, *, name: str, title: str, alt: str) -> Picture:
    """One panel for each line, side by side, so that children and reviews are never drawn as one.

    Panels of one kind (counts, or shares) share a scale.
    """
    gap = 1.0
    each = (WIDTH - gap * (len(lines) - 1)) / len(lines)
    headings = [wrapped(line.heading, each, BODY, "Semibold") for line in lines]
    top = 0.45 * max((len(heading) for heading in headings), default=0) + 0.25
    sheet = Sheet(WIDTH, top + PLOT + 1.7)
    shared = _range([value for line in lines for value in _values(line)], as_share=lines[0].as_share)
    alike = len({line.as_share for line in lines}) == 1
    for at, (line, heading) in enumerate(zip(lines, headings, strict=True)):
        left = at * (each + gap)
        for number, words in enumerate(heading):
            sheet.text(left, 0.3 + 0.45 * number, words, weight="Semibold")
        span = shared if alike else _range(_values(line), as_share=line.as_share)
        _panel(sheet, line, colours, left, top + 0.45, each, span)
    return sheet.finished(name=name, title=title, alt=alt)


def _values(line: Line) -> list[float]:
    """Every value a panel must have room for."""
    return [point.value for point in line.points if point.value is not None] + (
        [line.target] if line.target is not None else []
    )


def _panel(
    sheet: Sheet, line: Line, colours: Colours, left: float, top: float, width: float, span: tuple[float, float]
) -> None:
    if not line.points:
        return
    low, high = span
    target_room = width_of("target 99.5%", SMALL) + 0.25 if line.target is not None else 0.0
    said = [width_of(point.said, BODY, "Bold") for point in line.points if point.value is not None]
    side = max(said, default=0.0) / 2 + 0.1
    side = max(side, max(width_of(point.label, SMALL) for point in line.points) / 2)
    gaps = _gaps(line.points)
    if gaps and gaps[0][0] == 0 == gaps[0][1]:
        side = max(side, _GAP_WIDTH / 2)
    start, stop = left + side, left + width - max(side, target_room)
    step = (stop - start) / max(len(line.points) - 1, 1)

    def height(value: float) -> float:
        return top + PLOT * (1 - (value - low) / (high - low))

    places = [
        (start + step * at, height(point.value) if point.value is not None else None)
        for at, point in enumerate(line.points)
    ]
    floor = top + PLOT + 0.6
    sheet.line([left, stop + (side if line.target is None else 0)], [floor, floor], RULE, width=0.8)
    if line.target is not None:
        at = height(line.target)
        sheet.line([left, stop + 0.1], [at, at], QUIET, width=1.0, dashes=(3, 2))
        sheet.text(stop + 0.22, at, f"target {100 * line.target:g}%", size=SMALL, colour=QUIET)
    for (x, y), (further, lower) in pairwise(places):
        if y is not None and lower is not None:
            sheet.line([x, further], [y, lower], colours.main, width=2.4)
    for first, last_one, said_there in gaps:
        middle = (places[first][0] + places[last_one][0]) / 2
        words = wrapped(said_there, max(places[last_one][0] - places[first][0], _GAP_WIDTH), SMALL)
        for number, words_of_line in enumerate(reversed(words)):
            sheet.text(middle, floor - 0.3 - 0.36 * number, words_of_line, size=SMALL, colour=QUIET, align="center")
    for at, ((x, y), point) in enumerate(zip(places, line.points, strict=True)):
        last = at == len(places) - 1
        weight: Weight = "Semibold" if last else "Regular"
        sheet.text(
            x, floor + 0.36, point.label, size=SMALL, colour=INK if last else QUIET, align="center", weight=weight
        )
        if y is None:
            continue
        sheet.dot(x, y, colours.main, size=7.5 if last else 5.5, hollow=not last)
        above = _label_goes_above([place[1] for place in places], at)
        if above and line.target is not None and -0.2 < y - 0.38 - height(line.target) < 0.35:
            above = False
        sheet.text(
            x,
            y - 0.38 if above else y + 0.4,
            point.said,
            size=11 if last else BODY,
            align="center",
            weight="Bold" if last else "Regular",
            colour=colours.main if last else INK,
        )


def _gaps(points: Sequence[Point]) -> list[tuple[int, int, str]]:
    """The runs of points without a value that say the same: first, last, what is said."""
    runs: list[tuple[int, int, str]] = []
    for at, point in enumerate(points):
        if point.value is not None:
            continue
        if runs and runs[-1][1] == at - 1 and runs[-1][2] == point.said:
            runs[-1] = (runs[-1][0], at, point.said)
        else:
            runs.append((at, at, point.said))
    return runs


def _range(values: list[float], *, as_share: bool) -> tuple[float, float]:
    """Room enough that a small change looks small: never less than a third of the highest value, or 20 points."""
    if not values:
        return 0.0, 1.0
    low, high = min(values), max(values)
    least = 0.2 if as_share else max(high * 0.33, 4.0)
    spare = max(least - (high - low), 0.0)
    low, high = low - spare / 2, high + spare / 2
    if as_share and high > 1:
        low, high = low - (high - 1), 1.0
    return (max(low, 0.0), high) if high > max(low, 0.0) else (0.0, 1.0)


def _label_goes_above(heights: Sequence[float | None], at: int) -> bool:
    """Below a point that both neighbours stand over, else above it."""
    here = heights[at]
    beside = [heights[other] for other in (at - 1, at + 1) if 0 <= other < len(heights)]
    known = [height for height in beside if height is not None]
    return here is None or not known or not all(height < here - 0.05 for height in known)
