"""How are a table and the numbers at a glance set in Word, with heads that are heads to a screen reader?

Rows are built as XML at once: python-docx looks every cell up again, which a long table feels.
"""

from collections.abc import Callable

from docx.oxml.xmlchemy import BaseOxmlElement

from holdfast.reports.document import KeyFigures, Table
from holdfast.reports.writers.markdown import plain
from holdfast.reports.writers.parts import SHORT, direction_said, is_slight, longest, shares, stays_together
from holdfast.reports.writers.word_styles import KEY_FIGURES, SMALL, TABLE
from holdfast.reports.writers.word_xml import w, words

Fill = Callable[[BaseOxmlElement, str], None]

_MANY_COLUMNS = 8
_MARGIN, _NARROW_MARGIN = 80, 30


def table_of(table: Table, fill: Fill, width: int, *, size: float) -> BaseOxmlElement:
    """The w:tbl of a table, `width` in twentieths of a point, its text `size` points; its head repeats on each page."""
    small = " Small" if len(table.columns) > _MANY_COLUMNS else ""
    widths = _widths(table, width, SMALL if small else size)
    together = stays_together(table)
    rows = [table.columns, *table.rows, *([table.total] if table.total else [])]
    made = _table(TABLE, table.title or table.name, table.note, widths, last_row=table.total is not None)
    for at, row in enumerate(rows):
        properties = w("trPr", w("cantSplit"))
        if at == 0:
            properties.append(w("tblHeader"))
        line = w("tr", properties)
        keep = at == 0 or (together and at < len(rows) - 1)
        for text, numeric, wide in zip(row, table.numeric, widths, strict=False):
            paragraph = _paragraph(("TableNumber" if numeric else "TableText") + small.strip(), keep=keep)
            fill(paragraph, text)
            line.append(_cell(wide, paragraph))
        made.append(line)
    return made


def key_figures_of(key_figures: KeyFigures, fill: Fill, width: int) -> BaseOxmlElement:
    """The w:tbl of the numbers at a glance: each number, and beside it what it says."""
    long = any(len(plain(figure.number)) > 5 for figure in key_figures.figures)
    first = round(width * (0.36 if long else 0.22))
    widths = [first, width - first]
    made = _table(KEY_FIGURES, "The numbers at a glance", "Each number, and what it says", widths, first_row=False)
    for figure in key_figures.figures:
        number, says = _paragraph("KeyNumber", keep=True), _paragraph("KeySays", keep=False)
        fill(number, figure.number)
        fill(says, figure.says)
        beside = [says]
        if figure.change or figure.direction:
            change = _paragraph("KeyChange", keep=False)
            said = direction_said(figure)
            if said:
                change.append(w("r", w("rPr", w("b")), words(f"{said} ")))
            fill(change, figure.change)
            beside.append(change)
        cells = (
            _cell(wide, *holds, properties=(w("vAlign", val="center"),))
            for wide, holds in zip(widths, ((number,), beside), strict=True)
        )
        made.append(w("tr", w("trPr", w("cantSplit")), *cells))
    return made


def _table(
    style: str, title: str, about: str, widths: list[int], *, first_row: bool = True, last_row: bool = False
) -> BaseOxmlElement:
    look = 0x0020 * first_row + 0x0040 * last_row + 0x0080 + 0x0200 + 0x0400
    margin = {"w": _NARROW_MARGIN, "type": "dxa"}
    properties = w(
        "tblPr",
        w("tblStyle", val=style.replace(" ", "")),
        w("tblW", w=sum(widths), type="dxa"),
        w("tblLayout", type="fixed"),
    )
    if len(widths) > _MANY_COLUMNS:
        properties.append(w("tblCellMar", w("left", **margin), w("right", **margin)))
    properties.append(
        w(
            "tblLook", val=f"{look:04X}", firstRow=int(first_row), lastRow=int(last_row), firstColumn=1, lastColumn=0,
            noHBand=1, noVBand=1,
        )
    )  # fmt: skip
    properties.append(w("tblCaption", val=plain(title)))
    if about:
        properties.append(w("tblDescription", val=plain(about)))
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=wide) for wide in widths)))


def _paragraph(style: str, *, keep: bool) -> BaseOxmlElement:
    properties = w("pPr", w("pStyle", val=style))
    if keep:
        properties.append(w("keepNext"))
    return w("p", properties)


def _cell(width: int, *paragraphs: BaseOxmlElement, properties: tuple[BaseOxmlElement, ...] = ()) -> BaseOxmlElement:
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), *properties), *paragraphs)


def _widths(table: Table, width: int, size: float) -> list[int]:
    """Short columns as wide as what they hold; those of words share what is left by how much they say."""
    letter = size * 20 * 0.6  # bold Arial, a little generous
    margins = 2 * (_NARROW_MARGIN if len(table.columns) > _MANY_COLUMNS else _MARGIN)
    parts = shares(table)
    words = [max((len(word) for word in plain(name).split()), default=1) for name in table.columns]
    whole = [
        len(name) if len(name) <= SHORT else max(SHORT - 2, word)
        for name, word in zip(table.columns, words, strict=True)
    ]
    halves = [
        max(word, len(name) // 2 + 2) if len(name) <= SHORT else word
        for name, word in zip(table.columns, words, strict=True)
    ]
    for heads, room in ((whole, 0.6), (halves, 0.7), (words, 0.85)):
        needs = [
            0.0 if part else (max(length, head + 1) + 0.5) * letter + margins
            for part, length, head in zip(parts, longest(table), heads, strict=True)
        ]
        if sum(needs) <= room * width:
            break
    squeeze = min(1.0, 0.85 * width / sum(needs)) if any(needs) else 1.0
    if is_slight(table):
        width = round(0.6 * width)
    left = max(width - sum(needs) * squeeze, 0.15 * width)
    made = [round(left * part / (sum(parts) or 1) + need * squeeze) for part, need in zip(parts, needs, strict=True)]
    made[0] += width - sum(made)
    return made
