"""What is the least that any program would spend on the street: CSV, facts, verdicts, Parquet, a count?

The floor beside which `holdfast cut` and `holdfast figures` are measured. It trusts every file, checks nothing but
that a date is a date, knows three limits (four weeks, three months, six), keeps one table and counts one figure.
"""

import csv
import gc
import sys
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq


class Episode(NamedTuple):
    """An episode, as far as the floor needs it."""

    child_id: str
    starts_on: date | None
    ends_on: date | None
    legal_status: str
    placement: str


class Review(NamedTuple):
    """A review, as far as the floor needs it."""

    child_id: str
    held_on: date | None
    code: str


DAYS: dict[str, date | None] = {"": None}


def day(text: str) -> date | None:
    """The date a cell holds, remembered: a return repeats its days many times over."""
    try:
        return DAYS[text]
    except KeyError:
        found = DAYS[text] = date(int(text[6:10]), int(text[3:5]), int(text[:2]))
        return found


def months_later(on: date, months: int) -> date:
    """The same day some months later, or the last of a shorter month (the 28th will do for a floor)."""
    year, month = divmod(on.month - 1 + months, 12)
    return date(on.year + year, month + 1, min(on.day, 28))


def rows(folder: Path, table: str, columns: list[str]) -> list[list[str]]:
    """The named columns of a table, of every year below the folder."""
    found: list[list[str]] = []
    for path in sorted(folder.rglob(f"{table}.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            at = {name.strip(): position for position, name in enumerate(next(reader))}
            places = [at[name] for name in columns]
            found.extend([row[place] for place in places] for row in reader if row)
    return found


def main(folder: Path, out: Path) -> None:
    """Read, judge, write, count, and print the count."""
    gc.disable()  # nothing it makes is a cycle
    born = {child: day(dob) for child, dob in rows(folder, "header", ["CHILD", "DOB"])}
    episodes: dict[str, list[Episode]] = defaultdict(list)
    for child, decom, dec, status, place in rows(folder, "episodes", ["CHILD", "DECOM", "DEC", "LS", "PLACE"]):
        episodes[child].append(Episode(child, day(decom), day(dec), status, place))
    reviews: dict[str, list[Review]] = defaultdict(list)
    for child, held, code in rows(folder, "reviews", ["CHILD", "REVIEW", "REVIEW_CODE"]):
        reviews[child].append(Review(child, day(held), code))

    columns: list[list[object]] = [[], [], [], [], [], []]
    for child, held in reviews.items():
        starts = [episode.starts_on for episode in episodes.get(child, ()) if episode.starts_on]
        before = min(starts, default=None)
        for number, review in enumerate(sorted(review for review in held if review.held_on)):
            on = review.held_on
            if before is None:
                due = None
            elif number == 0:
                due = before + timedelta(days=28)
            else:
                due = months_later(before, 3 if number == 1 else 6)
            verdict = "cannot be told" if due is None else "yes" if on <= due else "no"
            age = str(on.year - born[child].year) if born.get(child) else "not known"
            for column, value in zip(columns, (child, on, review.code, due, verdict, age), strict=True):
                column.append(value)
            before = on
    names = ["child_id", "held_on", "participation_code", "due_on", "in_time", "age"]
    pq.write_table(pa.table(dict(zip(names, columns, strict=True))), out, compression="zstd")
    query = f"SELECT year(held_on), count(*) FILTER (in_time = 'yes'), count(*) FROM '{out}' GROUP BY 1 ORDER BY 1"
    print(duckdb.sql(query).fetchall())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
