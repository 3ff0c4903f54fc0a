"""How two cuts differ, child by child, and which figures move because of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from holdfast.figures.catalogue import FIGURES
from holdfast.figures.cut import Cut
from holdfast.figures.engine import count
from holdfast.figures.figure import Count

KEYS: Mapping[str, tuple[str, ...]] = {
    "children_at_year_end": ("year", "child_id"),
    "children_in_year": ("year", "child_id"),
    "children_who_came": ("year", "child_id", "came_on"),
    "children_who_left": ("year", "child_id", "left_on"),
    "reviews": ("year", "child_id", "held_on"),
    "missing": ("year", "child_id", "starts_on"),
}


@dataclass(frozen=True, slots=True)
class RowDiffers:
    """A row that only one cut holds, or that the two hold differently: then `changes` are (column, before, after)."""

    table: str
    key: tuple[str, ...]
    how: str
    changes: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FigureMoves:
    """A figure whose count for a year is not the same in the two cuts."""

    name: str
    year: str
    before: Count | None
    after: Count | None


def rows_that_differ(before: Cut, after: Cut) -> Iterator[RowDiffers]:
    """Every row that differs, table by table, in order of year and child."""
    for table, key in KEYS.items():
        old, new = (_keyed(cut.table(table), key) for cut in (before, after))
        for row in sorted(old.keys() | new.keys()):
            if row not in new:
                yield RowDiffers(table, row, "only in the first")
            elif row not in old:
                yield RowDiffers(table, row, "only in the second")
            elif old[row] != new[row]:
                yield RowDiffers(table, row, "differs", _changes(old[row], new[row]))


def _keyed(table: pa.Table, key: Sequence[str]) -> dict[tuple[str, ...], dict[str, Any]]:
    """Rows by their key; two of one key (two reviews of a child on a day) are told apart by their place."""
    rows: dict[tuple[str, ...], dict[str, Any]] = {}
    for row in table.to_pylist():
        named = tuple(str(row[column]) for column in key)
        place = 1
        while (numbered := (*named, str(place))) in rows:
            place += 1
        rows[numbered] = row
    return {(*key[:-1], *(() if key[-1] == "1" else (f"({key[-1]})",))): row for key, row in rows.items()}


def _changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[tuple[str, str, str], ...]:
    return tuple((column, str(old[column]), str(new[column])) for column in old if old[column] != new.get(column))


def figures_that_move(before: Cut, after: Cut) -> tuple[FigureMoves, ...]:
    """Every figure and year whose count is not the same."""
    old, new = count(before, FIGURES), count(after, FIGURES)
    return tuple(
        FigureMoves(name, year, old[name].years.get(year), new[name].years.get(year))
        for name in FIGURES
        for year in sorted(old[name].years.keys() | new[name].years.keys())
        if old[name].years.get(year) != new[name].years.get(year)
    )
