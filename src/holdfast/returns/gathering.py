"""How the rows of every file are gathered into one set of columns for each table."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, repeat
from operator import itemgetter

import numpy as np

from holdfast.returns.findings import Finding, Severity
from holdfast.returns.rows import Rows, SourceFile
from holdfast.returns.sheets import CannotBeReadError, Row, Sheet
from holdfast.returns.tables import BY_NAME, TABLES, Recognised, Table, column_called, recognise
from holdfast.returns.texts import IntArray, Meanings, Numbered, numbering, understand

ROWS_BEFORE_HEADINGS = 15
CHILD_HEADINGS = tuple(f"{mark}{word}" for mark in ("", "\ufeff") for word in ("CHILD", "Child", "child"))
"""The heading of the ids as it may stand among the rows, with the byte-order mark of a file put after another."""


@dataclass(slots=True)
class Piece:
    """One sheet's rows as arrays, before its year is settled."""

    sheet: Sheet
    table: Table
    row: IntArray
    cells: dict[str, IntArray]
    year: int | None = None


@dataclass(slots=True)
class Gathering:
    """Everything read so far: the pieces, the numbers given to texts, and what was found on the way."""

    pieces: list[Piece] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    numbers: dict[str, defaultdict[str, int]] = field(
        default_factory=lambda: {
            column.kind: numbering() for table in TABLES for column in table.columns if column.used
        }
    )

    def say(
        self,
        severity: Severity,
        check: str,
        where: str,
        message: str,
        *,
        row: int | None = None,
        column: str = "",
        found: str = "",
        expected: str = "",
    ) -> None:
        """Add a finding about a file."""
        self.findings.append(Finding(severity, check, where, row, column, found, expected, "", message))

    def refuse(self, where: str, problem: CannotBeReadError) -> None:
        """Add the refusal of a file that cannot be read."""
        self.say(
            Severity.REFUSED,
            "file cannot be read",
            where,
            "This cannot be read.",
            row=problem.row,
            column=problem.column,
            found=problem.found,
            expected=problem.expected,
        )

    def add(self, sheet: Sheet) -> None:
        """Read a sheet to its end; what cannot be read is refused, what is no part of the return is noted."""
        for how in sheet.written:
            self.say(Severity.NOTED, "file written another way", sheet.name, f"The file {how}.", found=how)
        try:
            self._read(sheet)
        except CannotBeReadError as problem:
            self.refuse(sheet.name, problem)

    def _read(self, sheet: Sheet) -> None:
        chunks = sheet.chunks()
        first = next(chunks, [])
        if not any(any(cell.strip() for cell in row) for row in first):
            self.say(Severity.NOTED, "blank file", sheet.name, "The file is blank.", expected="headings and rows")
            return
        tried = ((at, recognise(row)) for at, row in enumerate(first[:ROWS_BEFORE_HEADINGS]))
        at, recognised = next(((at, table) for at, table in tried if table), (0, None))
        if recognised is None:
            self.say(
                Severity.NOTED,
                "table not recognised",
                sheet.name,
                "The columns are those of no table of the return, so it is passed over.",
                found=", ".join(cell.strip() for cell in first[0] if cell.strip())[:200],
                expected="the columns of a table of the return",
            )
            return
        headings_row = sheet.numbered_from + at
        if not self._headings_can_be_read(sheet, recognised, headings_row):
            return
        columns = None if at else sheet.columns(len(first[0]), _positions(recognised))
        if columns is not None:
            row, cells = self._all_at_once(recognised, columns, headings_row + 1)
        else:
            rest = chain([first[at + 1 :]], chunks)
            row, cells = self._by_chunks(sheet, recognised, rest, width=len(first[at]), number=headings_row + 1)
        self._take(sheet, recognised, row, cells)

    def _headings_can_be_read(self, sheet: Sheet, recognised: Recognised, row: int) -> bool:
        table = recognised.table
        for name in recognised.missing:
            self.say(
                Severity.REFUSED,
                "column missing",
                sheet.name,
                f"{table.name} has no column {name}.",
                row=row,
                column=name,
                found=", ".join(recognised.positions),
                expected=f"a column headed {name}",
            )
        for name in recognised.twice:
            self.say(
                Severity.REFUSED,
                "column given twice",
                sheet.name,
                f"{table.name} has two columns {name}, and which is meant cannot be told.",
                row=row,
                column=name,
                found=f"{name} twice",
                expected=f"one column headed {name}",
            )
        odd = [(row > 1, f"the headings stand in row {row}")]
        odd.append((not recognised.in_order, "the columns stand in another order"))
        spelt = ", ".join(repr(name) for name in recognised.spelt_otherwise)
        odd.append((bool(spelt), f"headings are written otherwise ({spelt})"))
        odd.append((bool(recognised.extra), f"there are further columns ({', '.join(recognised.extra)[:200]})"))
        absent = [column.name for column in table.columns if column.used and column.name not in recognised.positions]
        absent = [name for name in absent if name not in ("PL_LOCATION", "PL_DISTANCE", *recognised.missing)]
        odd.append((bool(absent), f"there is no {', '.join(absent)}, which is taken as blank"))
        for is_so, what in odd:
            if is_so:
                message = f"In {table.name} {what}."
                self.say(Severity.NOTED, "columns written another way", sheet.name, message, row=row, found=what)
        return not recognised.missing and not recognised.twice

    def _all_at_once(
        self, recognised: Recognised, columns: dict[int, Numbered], number: int
    ) -> tuple[IntArray, dict[str, IntArray]]:
        length = len(next(iter(columns.values())).number)
        cells: dict[str, IntArray] = {}
        for column in recognised.table.columns:
            at = recognised.positions.get(column.name)
            if column.used and at is not None:
                texts, place = columns.pop(at)
                numbers = map(self.numbers[column.kind].__getitem__, texts)
                cells[column.name] = np.fromiter(numbers, np.int32, len(texts))[place]
            elif column.used:
                cells[column.name] = np.zeros(length, np.int32)
        return np.arange(number, number + length, dtype=np.int32), cells

    def _by_chunks(
        self, sheet: Sheet, recognised: Recognised, chunks: Iterator[list[Row]], *, width: int, number: int
    ) -> tuple[IntArray, dict[str, IntArray]]:
        used = [column for column in recognised.table.columns if column.used]
        taken: dict[str, list[IntArray]] = {column.name: [] for column in used}
        numbered: list[IntArray] = []
        for rows in chunks:
            following = number + len(rows)
            numbers: IntArray = np.arange(number, following, dtype=np.int32)
            if set(map(len, rows)) - {width}:
                rows, numbers = self._squared(sheet, rows, number, width)
            number = following
            numbered.append(numbers)
            for column in used:
                at = recognised.positions.get(column.name)
                texts = map(itemgetter(at), rows) if at is not None else repeat("", len(rows))
                numbers_of = self.numbers[column.kind]
                taken[column.name].append(np.fromiter(map(numbers_of.__getitem__, texts), np.int32, len(rows)))
        row = np.concatenate(numbered) if numbered else np.zeros(0, np.int32)
        return row, {name: np.concatenate(parts) if parts else np.zeros(0, np.int32) for name, parts in taken.items()}

    def _take(self, sheet: Sheet, recognised: Recognised, row: IntArray, cells: dict[str, IntArray]) -> None:
        """Add what a sheet holds, without headings given again and blank rows."""
        table = recognised.table
        again = self._headings_again(recognised, cells)
        if len(again):
            row, cells = np.delete(row, again), {name: np.delete(column, again) for name, column in cells.items()}
            message = f"The headings stand among the rows again ({len(again)}); they are passed over."
            found = f"{len(again)} further rows of headings"
            self.say(Severity.NOTED, "headings given again", sheet.name, message, found=found)
        blank = np.logical_and.reduce([column == 0 for column in cells.values()])
        if blank.any():
            row, cells = row[~blank], {name: column[~blank] for name, column in cells.items()}
            self._say_blank(sheet, int(blank.sum()))
        if not len(row):
            self.say(
                Severity.NOTED, "headings only", sheet.name, f"{table.name} has headings and no rows.", expected="rows"
            )
        self.pieces.append(Piece(sheet.emptied(), table, row, cells))

    def _headings_again(self, recognised: Recognised, cells: dict[str, IntArray]) -> IntArray:
        """Rows whose every cell is its own column's heading: files put one after another, or printed pages."""
        known = self.numbers["id"]
        again = np.isin(cells["CHILD"], [known[heading] for heading in CHILD_HEADINGS if heading in known])
        for name in recognised.positions:
            if name in cells and name != "CHILD" and again.any():
                texts = list(self.numbers[recognised.table.column(name).kind])
                at = np.flatnonzero(again)
                again[at] = [column_called(texts[number]) == name for number in cells[name][at].tolist()]
        return np.flatnonzero(again)

    def _say_blank(self, sheet: Sheet, count: int) -> None:
        self.say(
            Severity.NOTED, "blank rows", sheet.name, f"Blank rows are passed over ({count}).", found=f"{count} blank"
        )

    def _squared(self, sheet: Sheet, rows: list[Row], number: int, width: int) -> tuple[list[Row], IntArray]:
        """Rows made as wide as their headings: blank ones left out, missing last cells blank, blank extra ones cut.

        A row with more in it than there are headings is refused: what stands under which cannot be told.
        """
        squared: list[Row] = []
        numbers: list[int] = []
        short = blank = 0
        for at, row in enumerate(rows, start=number):
            if len(row) < width:
                if not any(row):
                    blank += 1
                    continue
                short += 1
                row = [*row, *repeat("", width - len(row))]
            elif len(row) > width:
                if any(cell.strip() for cell in row[width:]):
                    raise CannotBeReadError(f"{len(row)} cells", f"{width} cells, as many as headings", row=at)
                row = row[:width]
            squared.append(row)
            numbers.append(at)
        if blank:
            self._say_blank(sheet, blank)
        if short:
            message = f"Rows end before the last column; what is missing is taken as blank ({short})."
            self.say(Severity.WARNING, "short rows", sheet.name, message, found=f"{short} short rows")
        return squared, np.array(numbers, dtype=np.int32)


def _positions(recognised: Recognised) -> list[int]:
    """Where the columns that are read stand."""
    columns = recognised.table.columns
    return [recognised.positions[each.name] for each in columns if each.used and each.name in recognised.positions]


@dataclass(frozen=True, slots=True, eq=False)
class Gathered:
    """Every table as one set of rows, what its texts mean, and the files it came from."""

    rows: dict[str, Rows]
    sources: tuple[SourceFile, ...]
    meanings: Meanings


def gathered(gathering: Gathering) -> Gathered:
    """Put the pieces of each table one after another; every piece must have its year by now."""
    meanings = understand(gathering.numbers)
    sources: list[SourceFile] = []
    pieces: dict[str, list[tuple[int, Piece]]] = {table.name: [] for table in TABLES}
    for piece in gathering.pieces:
        if piece.year is None:
            raise ValueError(f"{piece.sheet.name} has no year yet")
        pieces[piece.table.name].append((len(sources), piece))
        sources.append(SourceFile(piece.sheet.name, piece.sheet.digest, piece.table.name, piece.year, len(piece.row)))
    rows = {name: _stacked(BY_NAME[name], parts, tuple(sources), meanings) for name, parts in pieces.items()}
    return Gathered(rows, tuple(sources), meanings)


def _stacked(table: Table, parts: list[tuple[int, Piece]], sources: tuple[SourceFile, ...], meanings: Meanings) -> Rows:
    none = np.zeros(0, np.int32)
    cells = {
        column.name: np.concatenate([none, *(piece.cells[column.name] for _, piece in parts)])
        for column in table.columns
        if column.used
    }
    lengths = [len(piece.row) for _, piece in parts]
    return Rows(
        table=table,
        sources=sources,
        meanings=meanings,
        source=np.repeat(np.array([at for at, _ in parts], dtype=np.int32), lengths),
        row=np.concatenate([none, *(piece.row for _, piece in parts)]),
        year=np.repeat(np.array([piece.year for _, piece in parts], dtype=np.int32), lengths),
        child=meanings.ids.number[cells["CHILD"]],
        cells=cells,
    )
