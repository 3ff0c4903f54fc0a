"""Can each cell be read, and was it written as the return asks?"""

from collections.abc import Iterator

import numpy as np

from holdfast.returns import codes
from holdfast.returns.checks import check_166_review_date_invalid, check_167_code_without_a_date
from holdfast.returns.checks.check import Check, found_in_rows
from holdfast.returns.dates import EXPECTED
from holdfast.returns.findings import Finding, Found, Severity, found_once
from holdfast.returns.gathering import Gathered
from holdfast.returns.rows import Rows
from holdfast.returns.tables import TABLES, Column
from holdfast.returns.texts import FARTHEST, FOR_NOTHING, NO_DAY, UNREADABLE
from holdfast.rules.facts import year_name

NEVER_BLANK = {"CHILD": "the child's id", "DECOM": EXPECTED, "MIS_START": EXPECTED}


MISSED = {
    "RNE": Severity.ERROR,
    "LS": Severity.ERROR,
    "PLACE": Severity.ERROR,
    "SEX": Severity.WARNING,
    "ETHNIC": Severity.WARNING,
    "MISSING": Severity.WARNING,
}
"""Codes that figures miss where they are blank."""


def check_cells(gathered: Gathered) -> Iterator[Found]:
    """The findings about single cells, table by table and column by column."""
    for check_of_reviews in (check_166_review_date_invalid, check_167_code_without_a_date):
        yield found_in_rows(check_of_reviews.CHECK, gathered.rows["Reviews"], check_of_reviews.find(gathered))
    for table in TABLES:
        rows = gathered.rows[table.name]
        if not len(rows):
            continue
        for column in table.columns:
            if not column.used:
                continue
            if column.name in NEVER_BLANK:
                yield _blank(rows, column)
            if column.kind == "id":
                yield from _ids(rows)
            elif column.kind == "date":
                yield from _dates(rows, column)
            elif column.kind == "distance":
                yield from _distances(rows, column)
            elif column.kind == "location":
                yield from _locations(rows, column)
            else:
                yield from _codes(rows, column)


def _check(rows: Rows, column: Column, name: str, severity: Severity, meaning: str, expected: str) -> Check:
    return Check(f"{rows.table.name} {column.name}: {name}", severity, rows.table.name, column.name, meaning, expected)


def _blank(rows: Rows, column: Column) -> Found:
    blank = rows.child == 0 if column.kind == "id" else rows.days(column.name) == NO_DAY
    check = _check(rows, column, "blank", Severity.REFUSED, "The cell is blank.", NEVER_BLANK[column.name])
    return found_in_rows(check, rows, np.flatnonzero(blank))


def _ids(rows: Rows) -> Iterator[Found]:
    meaning, cells, column = rows.meanings.ids, rows.cells["CHILD"], rows.table.column("CHILD")
    words = "The id was shortened by a spreadsheet, so which child it is cannot be told."
    shortened = _check(rows, column, "shortened", Severity.REFUSED, words, "the whole id")
    yield found_in_rows(shortened, rows, np.flatnonzero(~meaning.known[cells]))
    words = "The id has spaces around it or is written as a number with a point; it is read without them."
    otherwise = _check(rows, column, "written another way", Severity.NOTED, words, "the id alone")
    yield found_in_rows(otherwise, rows, np.flatnonzero(~meaning.as_expected[cells] & meaning.known[cells]))


def _dates(rows: Rows, column: Column) -> Iterator[Found]:
    days, cells = rows.meanings.days, rows.cells[column.name]
    if column.name != "REVIEW":
        severity = Severity.REFUSED if column.must_be_read else Severity.WARNING
        words = "This is no date." if column.must_be_read else "This is no date; it is taken as blank."
        unreadable = _check(rows, column, "no date", severity, words, EXPECTED)
        yield found_in_rows(unreadable, rows, np.flatnonzero(days.day[cells] == UNREADABLE))
    ways = sorted({how for text, how in enumerate(days.written) if how and days.day[text] != UNREADABLE})
    if not ways or days.as_expected[cells].all():
        return
    for how in ways:
        of_this_way = np.array([written == how for written in days.written], dtype=bool)[cells]
        read_as = "taken as blank" if how == FOR_NOTHING else "read as the day it plainly is"
        words = f"The date is written {how}; it is {read_as}."
        check = _check(rows, column, f"written {how}", Severity.NOTED, words, EXPECTED)
        yield found_in_rows(check, rows, np.flatnonzero(of_this_way & (days.day[cells] != UNREADABLE)))


def _distances(rows: Rows, column: Column) -> Iterator[Found]:
    distances, cells = rows.meanings.distances, rows.cells[column.name]
    words = f"This is no distance up to {FARTHEST} miles; it is taken as not known."
    check = _check(rows, column, "no distance", Severity.WARNING, words, "a number of miles, such as 12.5")
    yield found_in_rows(check, rows, np.flatnonzero(~distances.known[cells]))
    words = "The distance is written with more than its number; it is read as the miles it plainly is."
    check = _check(rows, column, "written another way", Severity.NOTED, words, "the number of miles alone")
    yield found_in_rows(check, rows, np.flatnonzero(distances.known[cells] & ~distances.as_expected[cells]))


def _locations(rows: Rows, column: Column) -> Iterator[Found]:
    """One finding a file, for a file that fills the column with something else does so in every row."""
    meaning, cells = rows.meaning(column.name), rows.cells[column.name]
    unknown = np.flatnonzero(~meaning.known[cells])
    words = "The column holds something other than IN or OUT; where it does, the location is taken as not known."
    check = _check(rows, column, "not a location", Severity.WARNING, words, "IN or OUT")
    found: list[Finding] = []
    for source in np.unique(rows.source[unknown]).tolist():
        of_file = unknown[rows.source[unknown] == source]
        kinds = sorted({meaning.values[number] for number in np.unique(meaning.number[cells[of_file]]).tolist()})
        what = f"{', '.join(kinds[:8])} in {len(of_file):,} rows"
        name, row = rows.sources[source].name, int(rows.row[of_file[0]])
        found.append(Finding(check.severity, check.name, name, row, column.name, what, check.expected, "", words))
    if found:
        yield found_once(found, words)
    words = "The location is written another way (small letters, words); it is read as the code it plainly is."
    otherwise = _check(rows, column, "written another way", Severity.NOTED, words, "IN or OUT")
    yield found_in_rows(otherwise, rows, np.flatnonzero(~meaning.as_expected[cells] & meaning.known[cells]))


def _codes(rows: Rows, column: Column) -> Iterator[Found]:
    meaning, cells = rows.meaning(column.name), rows.cells[column.name]
    if column.name in MISSED:
        words = "The code is blank, so the row is counted under none."
        missed = _check(rows, column, "code blank", MISSED[column.name], words, "a code of the return")
        yield found_in_rows(missed, rows, np.flatnonzero(rows.codes(column.name) == 0))
    if column.name != "REVIEW_CODE":
        words = "The code is on no list; it is kept as it was found."
        unknown = _check(rows, column, "code not known", Severity.WARNING, words, "a code of the return")
        yield found_in_rows(unknown, rows, np.flatnonzero(~meaning.known[cells]))
    if not meaning.as_expected[cells].all():
        words = "The code is written another way (small letters, spaces, words); it is read as the code it plainly is."
        otherwise = _check(rows, column, "written another way", Severity.NOTED, words, "the code alone, in capitals")
        yield found_in_rows(otherwise, rows, np.flatnonzero(~meaning.as_expected[cells] & meaning.known[cells]))
    if column.kind != "mother":
        yield from _codes_of_another_year(rows, column)


def _codes_of_another_year(rows: Rows, column: Column) -> Iterator[Found]:
    number = rows.codes(column.name)
    values = rows.meaning(column.name).values
    for year in np.unique(rows.year).tolist():
        known = [value for value in values if codes.is_known(column.kind, value)]
        others = {value for value in known if not codes.in_force(column.kind, value, year)}
        if not others:
            continue
        other = [value in others for value in values]
        words = f"The return of {year_name(year)} does not use this code; it is read for what it means in other years."
        check = _check(rows, column, "code of another year", Severity.NOTED, words, f"a code of {year_name(year)}")
        yield found_in_rows(check, rows, np.flatnonzero(np.array(other, dtype=bool)[number] & (rows.year == year)))
