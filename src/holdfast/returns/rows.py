"""What one table of the return says, all its files and years side by side, and where each row stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from holdfast.returns.tables import Table
from holdfast.returns.texts import BoolArray, IntArray, Meaning, Meanings


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file (or a sheet of one) that was read: its name as a person knows it, its SHA-256, and what it held."""

    name: str
    sha256: str
    table: str
    year: int
    rows: int


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """A table's rows as arrays with one entry a row, in the order they were read.

    `cells` hold for each used column the number of its text; `source` the place of its file in `sources`; `row` the
    row a spreadsheet shows; `year` the return year; `child` the number of the child's id, in order of ids.
    """

    table: Table
    sources: Sequence[SourceFile]
    meanings: Meanings
    source: IntArray
    row: IntArray
    year: IntArray
    child: IntArray
    cells: Mapping[str, IntArray]

    def __len__(self) -> int:
        return len(self.row)

    def days(self, column: str) -> IntArray:
        """The days of a date column, as ordinals; NO_DAY where blank, UNREADABLE where no date."""
        return self.meanings.days.day[self.cells[column]]

    def codes(self, column: str) -> IntArray:
        """The codes of a code column, as places in the sorted list of codes found."""
        return self.meaning(column).number[self.cells[column]]

    def meaning(self, column: str) -> Meaning:
        """What the texts of a code column mean."""
        return self.meanings.codes[self.table.column(column).kind]

    def has_code(self, column: str, wanted: frozenset[str]) -> BoolArray:
        """Which rows have one of the codes."""
        meaning = self.meaning(column)
        return np.array([value in wanted for value in meaning.values], dtype=bool)[self.codes(column)]

    def text(self, column: str, index: int) -> str:
        """A cell as it was written."""
        kind = self.table.column(column).kind
        at = int(self.cells[column][index])
        if kind == "id":
            return self.meanings.ids.texts[at]
        if kind == "date":
            return self.meanings.days.texts[at]
        if kind == "distance":
            return self.meanings.distances.texts[at]
        return self.meanings.codes[kind].texts[at]

    def child_id(self, index: int) -> str:
        """The id of the child a row is about."""
        return self.meanings.ids.values[int(self.child[index])]

    def kept(self, keep: BoolArray) -> "Rows":
        """Only some of the rows."""
        if keep.all():
            return self
        return Rows(
            table=self.table,
            sources=self.sources,
            meanings=self.meanings,
            source=self.source[keep],
            row=self.row[keep],
            year=self.year[keep],
            child=self.child[keep],
            cells={column: cells[keep] for column, cells in self.cells.items()},
        )


def without_repeats(rows: Rows) -> tuple[Rows, IntArray]:
    """The rows without those that say the same, cell for cell as understood, as another of the same year.

    Also the places, in the rows given, of those left out. Rows are told apart by a number mixed from their cells and
    only those that agree in it are compared in full.
    """
    columns = _all_understood(rows)
    mixed = _mixed(columns, len(rows))
    order = np.argsort(mixed, kind="stable")
    in_line = mixed[order]
    again = np.flatnonzero(in_line[1:] == in_line[:-1])
    for column in columns:
        if not len(again):
            break
        again = again[column[order[again + 1]] == column[order[again]]]
    repeats = np.sort(order[again + 1])
    keep = np.ones(len(rows), dtype=bool)
    keep[repeats] = False
    return rows.kept(keep), repeats


def fingerprints(rows: Rows) -> NDArray[np.uint64]:
    """A number for each row, the same for rows that say the same of the same year."""
    return _mixed(_all_understood(rows), len(rows))


def _all_understood(rows: Rows) -> list[IntArray]:
    return [rows.year, rows.child, *(_understood(rows, column) for column in rows.cells if column != "CHILD")]


def _mixed(columns: list[IntArray], length: int) -> NDArray[np.uint64]:
    mixed = np.zeros(length, dtype=np.uint64)
    for column in columns:
        mixed = (mixed ^ column.astype(np.uint64)) * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= mixed >> np.uint64(29)
    return mixed


def _understood(rows: Rows, column: str) -> IntArray:
    kind = rows.table.column(column).kind
    if kind == "date":
        return rows.days(column)
    if kind == "distance":
        return rows.cells[column]
    return rows.codes(column)
