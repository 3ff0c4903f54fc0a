"""What a check is, and what it looks at."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from holdfast.returns.findings import Finding, Found, Severity
from holdfast.returns.gathering import Gathered
from holdfast.returns.history import years_with_rows
from holdfast.returns.joining import Joined, ends
from holdfast.returns.rows import Rows
from holdfast.returns.texts import BoolArray, IntArray
from holdfast.rules.facts import age_on, year_ends_on, year_starts_on


@dataclass(frozen=True, slots=True)
class Check:
    """A check: its name, how serious its findings are, where they stand, and what they say."""

    name: str
    severity: Severity
    table: str
    column: str
    meaning: str
    expected: str


@dataclass(frozen=True)
class Care:
    """Joined episodes as arrays, in order of child and day: place in the rows, child, start and end."""

    place: IntArray
    child: IntArray
    start: IntArray
    end: IntArray

    @cached_property
    def same_child(self) -> BoolArray:
        """Whether each episode's child is that of the one after it; one shorter than the episodes."""
        return self.child[1:] == self.child[:-1]


@dataclass(frozen=True)
class Subject:
    """What checks look at: every row read, and which of them make up the history."""

    gathered: Gathered
    joined: Joined

    def rows(self, table: str) -> Rows:
        """The rows of a table, repeats left out."""
        return self.gathered.rows[table]

    @cached_property
    def care(self) -> Care:
        """The joined episodes."""
        rows, place = self.rows("Episodes"), self.joined.episodes
        return Care(place, rows.child[place], rows.days("DECOM")[place], ends(rows)[place])

    @cached_property
    def ended_care(self) -> BoolArray:
        """Which joined episodes ended with a reason that ends care: any but X1."""
        rows, place = self.rows("Episodes"), self.care.place
        reason = rows.codes("REC")[place]
        values = rows.meaning("REC").values
        ending = np.array([value not in ("", "X1") for value in values], dtype=bool)
        return ending[reason] & (rows.days("DEC")[place] > 0)

    @cached_property
    def started_care(self) -> BoolArray:
        """Which joined episodes say that care started."""
        return self.rows("Episodes").has_code("RNE", frozenset({"S"}))[self.care.place]

    def age_day(self, years: int) -> IntArray:
        """For each child the day they reach an age, as an ordinal; 0 where their birth is not known."""
        born, place = self._births
        day = [_birthday(one, years) if one > 0 else 0 for one in born.tolist()]
        reached: IntArray = np.array(day, dtype=np.int64)[place]
        return reached

    @cached_property
    def _births(self) -> tuple[IntArray, IntArray]:
        """The different days of birth, and the place of each child's among them."""
        born, place = np.unique(self.joined.born, return_inverse=True)
        return born, place

    def in_its_year(self, table: str, column: str) -> BoolArray:
        """Which rows of a table have their date inside the year their file is for."""
        rows = self.rows(table)
        day = rows.days(column)
        return (day >= year_start(rows.year)) & (day <= year_end(rows.year))

    def years(self, table: str) -> list[int]:
        """The years for which a table has rows."""
        return years_with_rows(self.gathered, table)


def _birthday(born: int, years: int) -> int:
    born_on = date.fromordinal(born)
    day = date(born_on.year + years, born_on.month, min(born_on.day, 28)).toordinal()
    while age_on(date.fromordinal(day), born_on) < years:
        day += 1
    return day


def year_start(years: IntArray) -> IntArray:
    """1 April of each year, as ordinals."""
    return _each_once(years, lambda year: year_starts_on(year).toordinal())


def year_end(years: IntArray) -> IntArray:
    """31 March that closes each year, as ordinals."""
    return _each_once(years, lambda year: year_ends_on(year).toordinal())


def _each_once(years: IntArray, day: Callable[[int], int]) -> IntArray:
    if not len(years):
        return np.zeros(0, dtype=np.int64)
    first, last = int(years.min()), int(years.max())
    days: IntArray = np.array([day(year) for year in range(first, last + 1)], dtype=np.int64)[years - first]
    return days


def found_in_rows(check: Check, rows: Rows, places: IntArray, found: Callable[[int], str] | None = None) -> Found:
    """The findings of a check in some rows of a table, written out only when they are shown.

    `found` says what was found at a place; without it, it is the cell as written.
    """

    def write(index: int) -> Finding:
        place = int(places[index])
        if found is not None:
            what = found(place)
        else:
            what = rows.text(check.column, place) if check.column in rows.cells else ""
        return Finding(
            check.severity,
            check.name,
            rows.sources[int(rows.source[place])].name,
            int(rows.row[place]),
            check.column,
            what,
            check.expected,
            rows.child_id(place),
            check.meaning,
        )

    return Found(check.name, check.severity, check.meaning, len(places), write)
