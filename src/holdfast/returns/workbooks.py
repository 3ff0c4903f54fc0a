"""How the sheets of an Excel workbook become rows of text."""

import hashlib
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any

from holdfast.returns.faulty_cells import cells_without_a_value
from holdfast.returns.sheets import CannotBeReadError, Row, Sheet, in_chunks


def sheets_of_workbook(name: str, data: bytes) -> Iterator[Sheet]:
    """Each sheet of a workbook; CannotBeReadError when it is damaged, locked or no workbook at all."""
    digest = hashlib.sha256(data).hexdigest()
    for title, rows in _read(data):
        yield Sheet(name, f"sheet {title!r}", digest, lambda rows=rows: in_chunks(rows))


def _read(data: bytes) -> list[tuple[str, list[Row]]]:
    from python_calamine import CalamineWorkbook  # noqa: PLC0415 - loaded only when there is one to read

    try:
        with CalamineWorkbook.from_filelike(BytesIO(data)) as workbook:
            sheets = []
            for title in workbook.sheet_names:
                try:
                    cells = workbook.get_sheet_by_name(title).to_python(skip_empty_area=False)
                except Exception as problem:
                    if "worksheet" in str(problem).lower() and "not found" in str(problem).lower():
                        continue
                    raise
                sheets.append((title, [list(map(_as_text, row)) for row in cells]))
            for title, faults in cells_without_a_value(data).items():
                _shown(dict(sheets).get(title, []), faults)
            return sheets
    except BaseException as problem:
        # The reader's own panics are not Exceptions; anything else that is not, is not ours to stop.
        if not isinstance(problem, Exception) and type(problem).__name__ != "PanicException":
            raise
        raise CannotBeReadError(f"a workbook that cannot be opened ({problem})", "a whole Excel workbook") from None


def _shown(rows: list[Row], faults: dict[tuple[int, int], str]) -> None:
    """Write into blank cells why they are blank, so that they are not taken for nothing."""
    for (row, column), why in faults.items():
        if row < len(rows) and column < len(rows[row]) and not rows[row][column]:
            rows[row][column] = why


def _as_text(cell: Any) -> str:
    """A cell as the return would write it: a real date as dd/mm/yyyy, a whole number without a point."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime | date):
        return f"{cell.day:02d}/{cell.month:02d}/{cell.year:04d}"
    return "" if cell is None else str(cell)
