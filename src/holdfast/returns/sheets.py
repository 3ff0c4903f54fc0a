"""What a file looks like once opened, whatever it was: sheets of rows of text, a chunk of rows at a time."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from holdfast.returns.texts import Numbered

Row = list[str]
CHUNK = 256
"""Rows taken at a time: few enough that they stay near the processor, which makes reading twice as fast."""


class CannotBeReadError(Exception):
    """A file, or a row of it, that cannot be read: what was found, what was expected, and the row if there is one."""

    def __init__(self, found: str, expected: str, *, row: int | None = None, column: str = "") -> None:
        super().__init__(found)
        self.found = found
        self.expected = expected
        self.row = row
        self.column = column


def never_by_column(_width: int, _wanted: Sequence[int]) -> None:
    """Most sheets are taken row by row."""


class Sheet(NamedTuple):
    """One table as written: its file's name, the name inside it, and its rows from the very first.

    `chunks` may be walked once; it raises CannotBeReadError where the text stops making sense. `written` says what was
    unusual about how the file is written (its encoding, its separators), each to be noted. `numbered_from` is the
    number of the first row; `digest` is the SHA-256 of the whole file. `columns` gives the columns at some positions,
    all below the first row, where that row's width is every row's; None where the rows must be taken one by one.
    """

    file: str
    part: str
    digest: str
    chunks: Callable[[], Iterator[list[Row]]]
    written: tuple[str, ...] = ()
    numbered_from: int = 1
    columns: Callable[[int, Sequence[int]], dict[int, Numbered] | None] = never_by_column

    def emptied(self) -> "Sheet":
        """The sheet once it has been read: its names, without keeping what the file held."""
        return self._replace(chunks=lambda: iter(()), columns=never_by_column)

    @property
    def name(self) -> str:
        """The sheet as a person would point to it."""
        return f"{self.file} ({self.part})" if self.part else self.file


def in_chunks(rows: list[Row]) -> Iterator[list[Row]]:
    """Rows already at hand, a chunk at a time."""
    for start in range(0, len(rows), CHUNK):
        yield rows[start : start + CHUNK]
