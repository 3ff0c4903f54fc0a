"""How many children live in the area, and how do councils like this one compare?

Both files are optional and lie beside the returns. `population.csv` has the columns year and residents_under_18;
`neighbours.csv` has year, name and children_per_10000. A year is written as 2014-15.
"""

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path


class NeighboursError(ValueError):
    """A row of population.csv or neighbours.csv that cannot be read; says file, line, column, found and expected."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another council's children looked after on 31 March for each 10,000 residents under 18."""

    year: str
    name: str
    children_per_10000: float


def read_population(folder: Path) -> dict[str, int]:
    """Residents under 18 by year, from population.csv; empty where there is no file."""
    people: dict[str, int] = {}
    for line, row in _rows(folder / "population.csv", ("year", "residents_under_18")):
        year = _year(folder / "population.csv", line, row["year"])
        if year in people:
            raise _refuse(folder / "population.csv", line, "year", row["year"], "each year once")
        number = _number(folder / "population.csv", line, "residents_under_18", row["residents_under_18"], int)
        people[year] = int(number)
    return people


def read_neighbours(folder: Path) -> tuple[Neighbour, ...]:
    """The neighbours in neighbours.csv, in its order; none where there is no file."""
    file = folder / "neighbours.csv"
    found = []
    for line, row in _rows(file, ("year", "name", "children_per_10000")):
        if not row["name"]:
            raise _refuse(file, line, "name", row["name"], "the name of a council")
        rate = _number(file, line, "children_per_10000", row["children_per_10000"], float)
        found.append(Neighbour(_year(file, line, row["year"]), row["name"], rate))
    return tuple(found)


def _rows(file: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    if not file.is_file():
        return
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (UnicodeDecodeError, OSError) as error:
        raise NeighboursError(f"{file}: could not be read as UTF-8 text: {error}") from None
    rows = csv.DictReader(text.splitlines())
    heads = [(head or "").strip().lower() for head in rows.fieldnames or ()]
    for column in columns:
        if column not in heads:
            raise NeighboursError(
                f"{file}, line 1: the column “{column}” is missing; found {', '.join(heads) or 'nothing'}, "
                f"expected {', '.join(columns)}."
            )
    rows.fieldnames = heads
    for row in rows:
        tidy = {name: (row.get(name) or "").strip() for name in columns}
        if any(tidy.values()):
            yield rows.line_num, tidy


def _refuse(file: Path, line: int, column: str, found: str, expected: str) -> NeighboursError:
    return NeighboursError(f"{file}, line {line}, {column}: found “{found}”, expected {expected}.")


def _year(file: Path, line: int, found: str) -> str:
    ends = re.fullmatch(r"(\d{4})-(\d\d)", found)
    if ends is None or (int(ends[1]) + 1) % 100 != int(ends[2]):
        raise _refuse(file, line, "year", found, "a year from April to March, such as 2014-15")
    return found


def _number(file: Path, line: int, column: str, found: str, kind: Callable[[str], float]) -> float:
    plain = found.replace(",", "")
    if not re.fullmatch(r"\d+(\.\d+)?", plain) or float(plain) <= 0 or (kind is int and "." in plain):
        raise _refuse(file, line, column, found, "a whole number over 0" if kind is int else "a number over 0")
    return kind(plain)
