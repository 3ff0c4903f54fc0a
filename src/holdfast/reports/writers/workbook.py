"""Where can every table of a document be opened, sorted and added up again?

A workbook: contents first, then a sheet for each table. Numbers are numbers, and text is only ever text: a cell that
begins with = is shown, never worked out.
"""

import io
import re
from datetime import datetime
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from holdfast.reports.document import Document, Table
from holdfast.reports.writers.colour import Palette, palette
from holdfast.reports.writers.markdown import legible, plain
from holdfast.reports.writers.parts import made_on, tables

Value = str | float | int | None

_NUMBER = re.compile(r"([-−–]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(%?)")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_SHEET_NAME, _CELL = 31, 32767
_CONTENTS, _DEFINITIONS = "Contents", "Definitions"
_HEAD_ROW = 3


def write(document: Document, *, definitions: Table | None = None) -> bytes:
    """Every table of the document as an .xlsx file, with a sheet of definitions last when they are given."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "nan_inf_to_errors": False,
        },
    )
    day = made_on(document)
    book.set_properties(
        {
            "title": plain(document.title)[:255],
            "author": plain(document.council)[:255],
            "subject": plain(document.subtitle)[:255],
            "created": datetime(day.year, day.month, day.day) if day else datetime(1980, 1, 1),
        }
    )
    shown = [(table, name) for table, name in _named(tables(document), with_definitions=definitions is not None)]
    if definitions is not None:
        shown.append((definitions, _DEFINITIONS))
    writing = _Writing(book, palette(document.colour, document.accent))
    contents = book.add_worksheet(_CONTENTS)
    for table, name in shown:
        writing.sheet(book.add_worksheet(name), table)
    writing.contents(contents, document, shown)
    book.close()
    return out.getvalue()


def _named(found: tuple[Table, ...], *, with_definitions: bool) -> list[tuple[Table, str]]:
    """Each table with a name a sheet may have: at most 31 letters, none forbidden, no two alike."""
    taken = {_CONTENTS.casefold(), "history"} | ({_DEFINITIONS.casefold()} if with_definitions else set())
    made: list[tuple[Table, str]] = []
    for table in found:
        wanted = " ".join(_FORBIDDEN.sub(" ", plain(table.name)).split()).strip("' ") or "Table"
        name, again = wanted[:_SHEET_NAME].strip("' "), 2
        while name.casefold() in taken:
            ending = f" {again}"
            name, again = wanted[: _SHEET_NAME - len(ending)].strip("' ") + ending, again + 1
        taken.add(name.casefold())
        made.append((table, name))
    return made


def number_in(text: str) -> tuple[float | int, str] | None:
    """The number a finished cell shows and the format that shows it so ("1,234", "93.5%" as 0.935); None for words."""
    found = _NUMBER.fullmatch(text.strip())
    if not found:
        return None
    sign, whole, decimals, percent = found.groups(default="")
    value = float(whole.replace(",", "") + decimals) * (-1 if sign else 1)
    places = "." + "0" * (len(decimals) - 1) if decimals else ""
    if percent:
        return round(value / 100, len(decimals) + 4), f"0{places}%"
    return (value if decimals else int(value)), f"#,##0{places}"


def _exact(shown: float | int, shape: str, value: Value) -> float | int:
    """The value given for a cell where it is what is shown, only more exactly; else what is shown.

    So a number that was hidden or rounded to keep a child from being known cannot come back through the workbook.
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        return shown
    percent = shape.endswith("%")
    places = len(shape.rstrip("%").partition(".")[2]) + (2 if percent else 0)
    for candidate in (value, value / 100) if percent else (value,):
        if abs(candidate - shown) <= 0.5000001 * 10**-places:
            return candidate
    return shown


class _Writing:
    """One writing: the workbook and the formats made for it so far."""

    def __init__(self, book: Workbook, colours: Palette) -> None:
        self.book = book
        self.colours = colours
        self.made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def look(self, **properties: Any) -> Format:
        """A cell's format, made once."""
        wanted = {"font_name": "Arial", "font_size": 10, "valign": "top"} | properties
        key = tuple(sorted(wanted.items()))
        if key not in self.made:
            self.made[key] = self.book.add_format(wanted)
        return self.made[key]

    def contents(self, sheet: Worksheet, document: Document, shown: list[tuple[Table, str]]) -> None:
        """The first sheet: what this is, and a link to each table."""
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, 1, 90)
        sheet.write_string(
            0, 0, plain(document.title), self.look(bold=True, font_size=18, font_color=self.colours.brand_ink)
        )
        said = [plain(text) for text in (document.council, document.subtitle, document.made) if text]
        for row, text in enumerate(said, start=1):
            sheet.write_string(row, 0, text, self.look(font_color="#505a63"))
        head = len(said) + 2
        for column, text in enumerate(("Sheet", "What it holds")):
            sheet.write_string(head, column, text, self.look(bold=True, bottom=2))
        for row, (table, name) in enumerate(shown, start=head + 1):
            place = "internal:'" + name.replace("'", "''") + "'!A1"
            sheet.write_url(row, 0, place, self.look(font_color=self.colours.brand_ink, underline=1), name)
            sheet.write_string(row, 1, plain(table.title) or name, self.look(text_wrap=True))
        sheet.freeze_panes(head + 1, 0)

    def sheet(self, sheet: Worksheet, table: Table) -> None:
        """One table: its title, the way back, its head, its rows and total, its note."""
        sheet.hide_gridlines(2)
        title = plain(table.title) or plain(table.name)
        sheet.write_string(0, 0, title[:_CELL], self.look(bold=True, font_size=14, font_color=self.colours.brand_ink))
        sheet.write_url(
            1, 0, f"internal:'{_CONTENTS}'!A1", self.look(font_color=self.colours.brand_ink, underline=1), _CONTENTS
        )
        numeric = (*table.numeric, *(False for _ in table.columns))
        for column, text in enumerate(table.columns):
            style = self.look(
                bold=True, bottom=2, text_wrap=True, valign="bottom", align="right" if numeric[column] else "left"
            )
            sheet.write_string(_HEAD_ROW, column, plain(text), style)
        rows = [*table.rows, *([table.total] if table.total else [])]
        for at, cells in enumerate(rows):
            values: tuple[Value, ...] = table.values[at] if at < len(table.values) else ()
            total = table.total is not None and at == len(rows) - 1
            for column, text in enumerate(cells[: len(table.columns)]):
                value = values[column] if column < len(values) else None
                self.cell(sheet, _HEAD_ROW + 1 + at, column, text, value, numeric=numeric[column], total=total)
        if table.note:
            below = _HEAD_ROW + 2 + len(rows)
            sheet.write_string(below, 0, plain(table.note)[:_CELL], self.look(font_color="#505a63", italic=True))
        for column, text in enumerate(table.columns):
            longest = max((len(plain(cells[column])) for cells in rows if column < len(cells)), default=0)
            word = max((len(one) for one in plain(text).split()), default=0)
            sheet.set_column(column, column, min(70, max(10 if numeric[column] else 14, longest + 2, word + 3)))
        sheet.freeze_panes(_HEAD_ROW + 1, 1)
        sheet.repeat_rows(_HEAD_ROW)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)

    def cell(
        self, sheet: Worksheet, row: int, column: int, text: str, value: Value, *, numeric: bool, total: bool
    ) -> None:
        """One cell: a number shown as the document shows it, or words."""
        said = plain(text)
        shown = number_in(said) if numeric else None
        edge: dict[str, Any] = (
            {"bold": True, "top": 1, "bottom": 1} if total else {"bottom": 4, "bottom_color": "#C9D0D6"}
        )
        if shown is None:
            sheet.write_string(
                row,
                column,
                legible(said)[:_CELL],
                self.look(text_wrap=len(said) > 40, align="right" if numeric else "left", **edge),
            )
        else:
            sheet.write_number(
                row, column, _exact(*shown, value), self.look(num_format=shown[1], align="right", **edge)
            )
