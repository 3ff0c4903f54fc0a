"""How does one get a return many times its size, to measure by? The same children again and again under new ids."""

import csv
from pathlib import Path

CHILD = "CHILD"


def repeat(folder: Path, out: Path, times: int) -> int:
    """Copy the CSV files of a flat folder into `out`, every child `times` times, and say how many rows were written.

    Each copy has ids of its own: the copy's number before the id, with a hyphen between. Files without a CHILD column
    and the other kinds of file are left out. Row by row within a file, a copy at a time, so that memory holds one file
    once. ValueError for a number of times below 1, or where `out` is not empty.
    """
    if times < 1:
        raise ValueError(f"cannot repeat {times} times; expected 1 or more")
    if out.exists() and any(out.iterdir()):
        raise ValueError(f"{out} is not empty")
    out.mkdir(parents=True, exist_ok=True)
    return sum(_repeat_file(file, out / file.name, times) for file in sorted(folder.glob("*.csv")))


def _repeat_file(file: Path, to: Path, times: int) -> int:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        head = next(csv.reader(stream), [])
        columns = [column.strip().upper() for column in head]
        if CHILD not in columns:
            return 0
        at = columns.index(CHILD)
        rows = [row for row in csv.reader(stream) if len(row) > at]
    with to.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(head)
        for copy in range(1, times + 1):
            prefix = f"{copy}-"
            writer.writerows([*row[:at], prefix + row[at].strip(), *row[at + 1 :]] for row in rows)
    return len(rows) * times
