"""Which large CSV files are plain enough to be taken column by column, at a quarter of the cost of row by row."""

import csv
from collections.abc import Sequence

import numpy as np

from holdfast.returns.texts import IntArray, Numbered

LARGE = 2 * 1024**2
"""Bytes from which on it pays to load the reader of columns."""
BLOCK = 1024**2
"""Bytes taken at a time: few enough to stay near the processor, and many more than a line has."""
ENCODINGS = frozenset({"ascii", "utf-8", "utf-8-sig"})


def is_plain(data: bytes, encoding: str) -> bool:
    """Whether nothing but separators and line ends has a meaning in the text, and no line is longer than a cell may be.

    That is: no quotation mark, no line end of an odd kind.
    """
    if encoding not in ENCODINGS or b'"' in data or b"\x00" in data:
        return False
    if data.count(b"\r") not in (0, data.count(b"\r\n")):
        return False
    ends = np.flatnonzero(np.frombuffer(data, np.uint8) == ord("\n"))
    return bool(np.diff(ends, prepend=0, append=len(data)).max() <= csv.field_size_limit())


def columns_below_headings(
    data: bytes, separator: str, *, width: int, wanted: Sequence[int]
) -> dict[int, Numbered] | None:
    """The wanted columns of plain text (see `is_plain`), by position, from its second line on.

    None unless every line is as wide as the headings: then rows must be looked at one by one.
    """
    import pyarrow as pa  # noqa: PLC0415 - loaded only when there is much to read
    from pyarrow import csv as columns  # noqa: PLC0415 - loaded only when there is much to read

    as_numbers = pa.dictionary(pa.int32(), pa.string())
    names = [str(at) for at in range(width)]
    own = [names[at] for at in wanted]
    try:
        table = columns.read_csv(
            pa.py_buffer(data),
            columns.ReadOptions(use_threads=False, block_size=BLOCK, skip_rows=1, column_names=names),
            columns.ParseOptions(delimiter=separator, quote_char=False, double_quote=False),
            columns.ConvertOptions(
                include_columns=own, column_types=dict.fromkeys(own, as_numbers), strings_can_be_null=False
            ),
        )
    except pa.ArrowInvalid:
        return None
    lines = data.count(b"\n") + (not data.endswith(b"\n"))
    if table.num_rows != lines - 1:
        return None
    return {at: _numbered(table.column(name)) for at, name in zip(wanted, own, strict=True)}


def _numbered(column: "pa.ChunkedArray") -> Numbered:  # noqa: F821
    chunks = column.unify_dictionaries().chunks
    if not chunks:
        return Numbered([], np.zeros(0, np.int32))
    number: IntArray = np.concatenate([chunk.indices.to_numpy() for chunk in chunks])
    return Numbered(chunks[-1].dictionary.to_pylist(), number)
