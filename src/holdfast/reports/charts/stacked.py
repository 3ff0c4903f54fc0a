"""How does a whole divide: level bars cut into their parts, or columns that also show how tall the whole is."""

from collections.abc import Sequence
from dataclasses import dataclass

from holdfast.reports.charts.sheet import BODY, QUIET, RULE, SMALL, Colours, Picture, Sheet, width_of, wrapped
from holdfast.reports.writers.colour import WHITE, text_on

WIDTH = 16.0


@dataclass(frozen=True, slots=True)
class Stack:
    """One whole: its label, the value of each part in the order of the parts, what is said in each and of the whole."""

    label: str
    values: tuple[float, ...]
    said: tuple[str, ...]
    whole: str = ""


def stacked_bars(
    rows: Sequence[Stack], parts: Sequence[str], colours: Colours, *, name: str, title: str, alt: str
) -> Picture:
    """Each row from edge to edge, cut into parts; the key stands above in the order of the parts."""
    labels = max((width_of(row.label, BODY) for row in rows), default=0.0) + 0.3
    fills = _fills(len(parts), colours)
    key = _key_lines(parts, WIDTH - labels)
    top = 0.52 * len(key) + 0.2
    pitch, thick = 0.95, 0.68
    sheet = Sheet(WIDTH, top + pitch * len(rows) + 0.05)
    _key(sheet, key, fills, labels)
    room = WIDTH - labels
    for at, row in enumerate(rows):
        middle = top + pitch * (at + 0.5)
        last = at == len(rows) - 1
        sheet.text(labels - 0.25, middle, row.label, align="right", weight="Semibold" if last else "Regular")
        total = sum(row.values) or 1
        x = labels
        for value, said, fill in zip(row.values, row.said, fills, strict=True):
            length = room * value / total
            if length <= 0:
                continue
            sheet.box(x, middle - thick / 2, max(length - 0.05, 0.02), thick, fill)
            if width_of(said, BODY, "Semibold") + 0.2 < length:
                sheet.text(x + length / 2, middle, said, colour=text_on(fill), weight="Semibold", align="center")
            x += length
    return sheet.finished(name=name, title=title, alt=alt)


def columns(
    stacks: Sequence[Stack], parts: Sequence[str], colours: Colours, *, name: str, title: str, alt: str
) -> Picture:
    """Columns side by side, the first part at the foot; the whole is said over each."""
    plot = 4.2
    fills = (colours.main, colours.other, "#b9c2c7")[: len(parts)] if len(parts) <= 3 else colours.ramp(len(parts))
    key = _key_lines(parts, WIDTH) if len(parts) > 1 else []
    top = 0.52 * len(key) + (0.6 if key else 0.5)
    step = WIDTH / max(len(stacks), 1)
    thick = min(step * 0.68, 2.6)
    lines = [wrapped(stack.label, step - 0.15, SMALL) for stack in stacks]
    sheet = Sheet(WIDTH, top + plot + 0.25 + 0.38 * max((len(words) for words in lines), default=1) + 0.1)
    _key(sheet, key, fills, 0.0)
    most = max((sum(stack.values) for stack in stacks), default=1) or 1
    for at, (stack, words) in enumerate(zip(stacks, lines, strict=True)):
        middle = step * (at + 0.5)
        y = top + plot
        for value, said, fill in zip(stack.values, stack.said, fills, strict=True):
            tall = plot * value / most
            if tall <= 0:
                continue
            y -= tall
            sheet.box(middle - thick / 2, y, thick, max(tall - 0.04, 0.02), fill)
            if len(parts) > 1 and tall > 0.36 and width_of(said) + 0.1 < thick:
                sheet.text(middle, y + tall / 2, said, colour=text_on(fill), align="center", weight="Semibold")
        sheet.text(middle, y - 0.27, stack.whole, align="center", weight="Semibold")
        for number, line in enumerate(words):
            sheet.text(middle, top + plot + 0.32 + 0.38 * number, line, size=SMALL, colour=QUIET, align="center")
    sheet.line([0, WIDTH], [top + plot, top + plot], RULE, width=0.8)
    return sheet.finished(name=name, title=title, alt=alt)


def _fills(parts: int, colours: Colours) -> tuple[str, ...]:
    return (colours.main, colours.other) if parts == 2 else colours.ramp(parts)


def _key_lines(parts: Sequence[str], room: float) -> list[list[tuple[int, str]]]:
    """The key's entries in lines that fit; an entry keeps its place, which is its colour."""
    lines: list[list[tuple[int, str]]] = [[]]
    used = 0.0
    for at, part in enumerate(parts):
        wide = width_of(part, SMALL) + 1.0
        if lines[-1] and used + wide > room:
            lines.append([])
            used = 0.0
        lines[-1].append((at, part))
        used += wide
    return lines


def _key(sheet: Sheet, lines: list[list[tuple[int, str]]], fills: Sequence[str], left: float) -> None:
    for number, line in enumerate(lines):
        x, y = left, 0.28 + 0.52 * number
        for at, part in line:
            sheet.box(x, y - 0.15, 0.3, 0.3, fills[at], edge=WHITE)
            sheet.text(x + 0.42, y, part, size=SMALL, colour=QUIET)
            x += width_of(part, SMALL) + 1.0
