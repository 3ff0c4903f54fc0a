"""The judged tables in the making: rows go in one by one, Arrow tables with a fixed schema come out."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, get_type_hints

import pyarrow as pa

from holdfast.figures.judging.rows import TABLES

ROWS_A_BATCH = 20_000

Row = tuple[Any, ...]

_ARROW = {
    str: pa.string(),
    int: pa.int32(),
    int | None: pa.int32(),
    bool: pa.bool_(),
    date: pa.date32(),
    date | None: pa.date32(),
}


@cache
def _fields(row: type) -> list[tuple[str, Any]]:
    """The fields of a kind of row or of a group of columns, with what each holds."""
    return list(get_type_hints(row).items())


def _columns(row: type) -> Iterator[pa.Field]:
    """The columns of a kind of row, a group of columns in the place of its field."""
    for name, kind in _fields(row):
        if kind in _ARROW:
            yield pa.field(name, _ARROW[kind], nullable=type(None) in getattr(kind, "__args__", ()))
        else:
            yield from _columns(kind)


SCHEMAS: Mapping[str, pa.Schema] = {name: pa.schema(_columns(row)) for name, row in TABLES.items()}


class TableInTheMaking:
    """Collects rows of one judged table, turning them into Arrow in batches so that memory stays small."""

    def __init__(self, name: str) -> None:
        self.schema = SCHEMAS[name]
        self._kinds = [kind for _, kind in _fields(TABLES[name])]
        self._rows: list[Row] = []
        self._batches: list[pa.RecordBatch] = []

    def add(self, row: Row) -> None:
        """Add one row, whose values are in the order of the fields of its kind."""
        self._rows.append(row)
        if len(self._rows) >= ROWS_A_BATCH:
            self._close_batch()

    def table(self) -> pa.Table:
        """All the rows added, in the order they were."""
        self._close_batch()
        return pa.Table.from_batches(self._batches, schema=self.schema)

    def _close_batch(self) -> None:
        if self._rows:
            columns: list[pa.Array] = []
            for values, kind in zip(zip(*self._rows, strict=True), self._kinds, strict=True):
                if kind in _ARROW:
                    columns.append(pa.array(values, type=_ARROW[kind]))
                else:
                    columns.extend(_expanded(values, kind))
            self._batches.append(pa.RecordBatch.from_arrays(columns, schema=self.schema))
            self._rows = []


def _expanded(groups: Sequence[Row], kind: type) -> Iterator[pa.Array]:
    """The columns of a group: rows share few groups, so each is turned into Arrow once and then taken by its place."""
    which = list(map(id, groups))
    distinct = dict(zip(which, groups, strict=True))
    places = {one: place for place, one in enumerate(distinct)}
    taken = pa.array(map(places.__getitem__, which), type=pa.int32(), size=len(which))
    for values, (_, holds) in zip(zip(*distinct.values(), strict=True), _fields(kind), strict=True):
        yield pa.array(values, type=_ARROW[holds]).take(taken)
