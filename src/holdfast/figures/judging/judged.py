"""The judged tables in the making: rows go in one by one, Arrow tables with a fixed schema come out."""

from collections.abc import Mapping
from datetime import date
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


def schema_of(row: type) -> pa.Schema:
    """The columns of a kind of row, with the type and nullability its annotations say."""
    hints: dict[str, Any] = get_type_hints(row)
    return pa.schema(
        [
            pa.field(name, _ARROW[hint], nullable=type(None) in getattr(hint, "__args__", ()))
            for name, hint in hints.items()
        ]
    )


SCHEMAS: Mapping[str, pa.Schema] = {name: schema_of(row) for name, row in TABLES.items()}


class TableInTheMaking:
    """Collects rows of one judged table, turning them into Arrow in batches so that memory stays small."""

    def __init__(self, name: str) -> None:
        self.schema = SCHEMAS[name]
        self._rows: list[Row] = []
        self._batches: list[pa.RecordBatch] = []

    def add(self, row: Row) -> None:
        """Add one row, whose values are in the order of the schema."""
        self._rows.append(row)
        if len(self._rows) >= ROWS_A_BATCH:
            self._close_batch()

    def table(self) -> pa.Table:
        """All the rows added, in the order they were."""
        self._close_batch()
        return pa.Table.from_batches(self._batches, schema=self.schema)

    def _close_batch(self) -> None:
        if self._rows:
            columns = [
                pa.array(values, type=field.type)
                for values, field in zip(zip(*self._rows, strict=True), self.schema, strict=True)
            ]
            self._batches.append(pa.RecordBatch.from_arrays(columns, schema=self.schema))
            self._rows = []
