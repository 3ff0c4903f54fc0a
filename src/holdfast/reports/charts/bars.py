"""How many of each: level bars with their numbers beside them, and a mark where each stood the year before."""

from collections.abc import Sequence
from dataclasses import dataclass

from holdfast.reports.charts.sheet import BODY, INK, QUIET, RULE, SMALL, Colours, Picture, Sheet, width_of, wrapped
from holdfast.reports.writers.colour import WHITE

WIDTH = 16.0
LABELS = 5.4
PITCH = 0.84
THICK = 0.5
LINE = 0.4


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: `value` None draws none; `said` is the number beside it, `more` the quieter words after that."""

    label: str
    value: float | None
    said: str
    more: str = ""
    before: float | None = None


def bars(
    rows: Sequence[Bar],
    colours: Colours,
    *,
    name: str,
    title: str,
    alt: str,
    now: str = "",
    before: str = "",
    whole: float | None = None,
    target: float | None = None,
) -> Picture:
    """The bars from the top down, in the order given.

    `now` and `before` name the two years where marks are drawn. `whole` draws each bar on a pale track of that value
    (a share of one). `target` is a dashed line at a value.
    """
    labels = [wrapped(row.label, LABELS - 0.3) for row in rows]
    pitches = [max(PITCH, LINE * len(lines) + 0.3) for lines in labels]
    marked = bool(before) and any(row.before is not None for row in rows)
    top = 0.75 if marked or target is not None else 0.1
    sheet = Sheet(WIDTH, top + sum(pitches) + 0.05)
    spoken = max((width_of(row.said, BODY, "Semibold") + width_of(row.more, SMALL) for row in rows), default=0) + 0.45
    room = WIDTH - LABELS - spoken
    most = whole or max([value for row in rows for value in (row.value, row.before) if value], default=1)
    if marked:
        _key(sheet, colours, now, before)
    y = top
    for row, lines, pitch in zip(rows, labels, pitches, strict=True):
        middle = y + pitch / 2
        for at, line in enumerate(lines):
            sheet.text(LABELS - 0.25, middle + (at - (len(lines) - 1) / 2) * LINE, line, align="right")
        if whole:
            sheet.box(LABELS, middle - THICK / 2, room, THICK, "#eef1f2")
        length = room * (row.value or 0) / most
        if length:
            sheet.box(LABELS, middle - THICK / 2, max(length, 0.04), THICK, colours.main)
        ends = room if whole else length
        if marked and row.before is not None:
            mark = LABELS + room * row.before / most
            _upright(sheet, mark, middle - THICK / 2 - 0.09, middle + THICK / 2 + 0.09)
            if mark - LABELS - ends < spoken:
                ends = max(ends, mark - LABELS)
        x = LABELS + ends + 0.18
        sheet.text(x, middle, row.said, weight="Semibold", colour=INK if row.value is not None else QUIET)
        if row.more:
            sheet.text(x + width_of(row.said, BODY, "Semibold") + 0.16, middle, row.more, size=SMALL, colour=QUIET)
        y += pitch
    sheet.line([LABELS, LABELS], [top, y], RULE, width=0.8)
    if target is not None:
        at = LABELS + room * target / most
        sheet.line([at, at], [top - 0.12, y], WHITE, width=2.4)
        sheet.line([at, at], [top - 0.12, y], INK, width=1.2, dashes=(3, 2))
        sheet.text(at, top - 0.36, f"target {100 * target:g}%", size=SMALL, colour=INK, align="center")
    return sheet.finished(name=name, title=title, alt=alt)


def _upright(sheet: Sheet, x: float, top: float, foot: float) -> None:
    """A mark with a white edge, so that it is seen on a dark bar and on paper."""
    sheet.line([x, x], [top, foot], WHITE, width=3.4)
    sheet.line([x, x], [top, foot], INK, width=1.6)


def _key(sheet: Sheet, colours: Colours, now: str, before: str) -> None:
    x, y = LABELS, 0.3
    sheet.box(x, y - 0.13, 0.5, 0.26, colours.main)
    sheet.text(x + 0.65, y, now, size=SMALL, colour=QUIET)
    x += 0.65 + width_of(now, SMALL) + 0.7
    sheet.line([x, x], [y - 0.18, y + 0.18], INK, width=1.6)
    sheet.text(x + 0.18, y, before, size=SMALL, colour=QUIET)
