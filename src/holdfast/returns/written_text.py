"""How the text of a CSV file is understood: its encoding, its separator, its quotation marks."""

import codecs
import csv
import hashlib
from collections.abc import Iterator, Sequence
from io import BytesIO, TextIOWrapper
from itertools import islice

from holdfast.returns.plain_text import LARGE, columns_below_headings, is_plain
from holdfast.returns.sheets import CHUNK, CannotBeReadError, Row, Sheet
from holdfast.returns.texts import Numbered

SEPARATORS = {
    ",": "",
    ";": "is separated by semicolons",
    "\t": "is separated by tabs",
    "|": "is separated by upright bars",
}
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "begins with a byte-order mark"),
    (codecs.BOM_UTF16_LE, "utf-16", "is written in UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "is written in UTF-16"),
)


def sheet_of_text(name: str, data: bytes) -> Sheet:
    """A CSV file as a sheet; CannotBeReadError when it is no text at all."""
    encoding, how_encoded = _encoding(data)
    separator = _separator(data, encoding)

    def chunks() -> Iterator[list[Row]]:
        text = TextIOWrapper(BytesIO(data), encoding=encoding, newline="", errors="strict")
        yield from _rows(text, separator)

    def columns(width: int, wanted: Sequence[int]) -> dict[int, Numbered] | None:
        if len(data) < LARGE or not is_plain(data, encoding):
            return None
        return columns_below_headings(data, separator, width=width, wanted=wanted)

    written = tuple(word for word in (how_encoded, SEPARATORS[separator]) if word)
    return Sheet(name, "", hashlib.sha256(data).hexdigest(), chunks, written, columns=columns)


def _encoding(data: bytes) -> tuple[str, str]:
    for mark, encoding, written in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _that_decodes(data, encoding), written
    if data.isascii() and b"\x00" not in data[:4096]:
        return "ascii", ""
    start = data[:400]
    if b"\x00" in start:
        for encoding, noughts in (("utf-16-le", start[1::2]), ("utf-16-be", start[0::2])):
            if noughts.count(0) > 0.8 * len(noughts):
                return _that_decodes(data, encoding), "is written in UTF-16"
        raise _not_text(data)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "latin-1" if _undefined_in_windows(data) else "cp1252", "is written in the older Windows encoding"
    return "utf-8", ""


def _not_text(data: bytes) -> CannotBeReadError:
    row = data.count(b"\n", 0, data.index(b"\x00")) + 1
    return CannotBeReadError("bytes that are not text", "a CSV, Excel, XML or zip file", row=row)


def _that_decodes(data: bytes, encoding: str) -> str:
    try:
        data.decode(encoding)
    except UnicodeDecodeError as problem:
        raise CannotBeReadError(
            f"text that breaks its own encoding at byte {problem.start}", f"text in {encoding}"
        ) from problem
    return encoding


def _undefined_in_windows(data: bytes) -> bool:
    return any(byte in data for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D))


def _separator(data: bytes, encoding: str) -> str:
    """The separator that cuts the first rows into most columns; a comma when nothing does."""
    text = data[:8000].decode(encoding, errors="ignore")
    lines = [line for line in text.splitlines()[:10] if line.strip()]
    return max(SEPARATORS, key=lambda separator: max((line.count(separator) for line in lines), default=0))


def _rows(text: TextIOWrapper, separator: str) -> Iterator[list[Row]]:
    """Rows a chunk at a time; a cell that swallows the rows after it is refused.

    A cell may run over a line's end only if it holds no separator: then no row of a table can be inside it.
    """
    reader = csv.reader(text, delimiter=separator)
    taken = 0
    while True:
        before = reader.line_num
        try:
            rows = list(islice(reader, CHUNK))
        except csv.Error as problem:
            raise CannotBeReadError(
                f"text that cannot be split into cells ({problem})", "plain rows of cells", row=reader.line_num
            ) from problem
        over = reader.line_num - before != len(rows) or (rows and _runs_over(rows[-1], ""))
        at = next((at for at, row in enumerate(rows) if _runs_over(row, separator)), None) if over else None
        if at is not None:
            raise CannotBeReadError(
                "a quotation mark that is opened and not closed on its line", "one row a line", row=taken + at + 1
            )
        if not rows:
            return
        taken += len(rows)
        yield rows


def _runs_over(row: Row, separator: str) -> bool:
    """Whether a cell of the row holds the end of a line, and that separator."""
    return any(("\n" in cell or "\r" in cell) and separator in cell for cell in row)
