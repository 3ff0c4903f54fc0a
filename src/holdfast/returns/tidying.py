"""What is left out of the rows read, always with a word about it: files and rows given twice, rows that say nothing."""

import re
from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from holdfast.returns.checks.check import Check, found_in_rows
from holdfast.returns.findings import Finding, Found, Severity, found_once
from holdfast.returns.gathering import Gathered, Gathering, Piece
from holdfast.returns.rows import Rows, without_repeats
from holdfast.returns.sheets import CannotBeReadError
from holdfast.returns.texts import NO_DAY, UNREADABLE, BoolArray
from holdfast.rules.facts import year_name

READ_IN_FULL = frozenset({"Header", "Episodes", "Reviews", "UASC", "Missing"})
"""Tables whose rows can be told to be repeats; of the others only the child and the day of birth are read."""
NEVER_THE_SAME = frozenset({"Header", "Episodes", "Reviews"})
"""Tables that differ from one year to the next: the same file for two of them is a file in the wrong place."""


def leave_out_files_given_twice(gathering: Gathering) -> None:
    """Keep one of the files that are the same, byte for byte; refuse one that stands for two years."""
    kept: list[Piece] = []
    same: dict[tuple[str, str], list[Piece]] = defaultdict(list)
    for piece in gathering.pieces:
        before = same[piece.sheet.digest, piece.sheet.part]
        twin = next((one for one in before if one.year == piece.year), None)
        other = next((one for one in before if one.year != piece.year), None)
        if twin is not None:
            gathering.say(
                Severity.NOTED,
                "same file twice",
                piece.sheet.name,
                f"This is {twin.sheet.name} again, byte for byte; it is read once.",
                found=f"the same as {twin.sheet.name}",
            )
            continue
        if other is not None and other.year is not None and len(piece.row) and piece.table.name in NEVER_THE_SAME:
            found = f"{other.sheet.name}, of {year_name(other.year)}, byte for byte"
            gathering.refuse(piece.sheet.name, CannotBeReadError(found, "each year's own file"))
        before.append(piece)
        kept.append(piece)
    gathering.pieces = kept


def without_what_says_nothing(gathered: Gathered) -> tuple[Gathered, list[Found]]:
    """The rows without blank ones, reviews not held and repeats; and a finding for each kind left out."""
    rows: dict[str, Rows] = {}
    findings: list[Found] = []
    ids = gathered.meanings.ids.values
    totals, wordy = _that_look(ids, _TOTAL, sign="total"), _that_look(ids, _SEVERAL_WORDS, sign=" ")
    for name, of_table in gathered.rows.items():
        for check, nothing in _nothing_said(of_table, totals, wordy):
            findings.append(found_in_rows(check, of_table, np.flatnonzero(nothing)))
            of_table = of_table.kept(~nothing)
        if name not in READ_IN_FULL:
            rows[name] = of_table
            continue
        kept, repeats = without_repeats(of_table)
        check = Check(
            f"{name}: row given twice",
            Severity.NOTED,
            name,
            "",
            "The row says the same as another of its year; it is counted once.",
            "each row once",
        )
        findings.append(found_in_rows(check, of_table, repeats))
        rows[name] = kept
    return Gathered(rows, gathered.sources, gathered.meanings), findings


_TOTAL = re.compile(r"(?:grand[ -]?|sub[ -]?)?totals?\b.*", re.IGNORECASE)
_SEVERAL_WORDS = re.compile(r".*[^\W\d]{2,}\W* +\w")


def _that_look(ids: list[str], pattern: re.Pattern[str], *, sign: str) -> BoolArray:
    """Which ids match the pattern; where `sign`, which every match holds, is nowhere, none is looked at."""
    if sign not in "".join(ids).lower():
        return np.zeros(len(ids), dtype=bool)
    return np.array([pattern.match(one) is not None for one in ids], dtype=bool)


def _nothing_said(rows: Rows, totals: BoolArray, wordy: BoolArray) -> Iterator[tuple[Check, np.ndarray]]:
    name = rows.table.name
    blank = _blank_beside(rows, rows.child == 0)
    words = "The row is blank but for spaces; it is passed over."
    yield Check(f"{name}: blank row", Severity.NOTED, name, "CHILD", words, "a child's id"), blank
    rows = rows.kept(~blank)
    total = totals[rows.child]
    words = "The row gives totals, not a child; it is passed over."
    yield Check(f"{name}: row of totals", Severity.NOTED, name, "CHILD", words, "a child's id"), total
    rows = rows.kept(~total)
    note = _blank_beside(rows, wordy[rows.child])
    words = "The row holds words and nothing else; it is passed over as a note."
    yield Check(f"{name}: note among the rows", Severity.NOTED, name, "CHILD", words, "a child's id"), note
    if name == "Reviews":
        rows = rows.kept(~note)
        none = (rows.days("REVIEW") == NO_DAY) & (rows.codes("REVIEW_CODE") == 0)
        words = "The row has neither date nor code: no review was held, and none is counted."
        yield Check("Reviews: no review in the row", Severity.NOTED, name, "REVIEW", words, "a date and a code"), none


def _blank_beside(rows: Rows, among: BoolArray) -> BoolArray:
    """Which of those rows say nothing in any column but the child's."""
    blank = among
    for column in rows.table.columns:
        if column.used and column.kind not in ("id", "distance") and blank.any():
            is_date = column.kind == "date"
            blank = blank & (rows.days(column.name) == NO_DAY if is_date else rows.codes(column.name) == 0)
    return blank


def births_nowhere(gathered: Gathered, born: np.ndarray) -> list[Found]:
    """Refuse the children whose day of birth no table tells: at their header, else where they first appear."""
    findings: list[Found] = []
    named = np.zeros(len(born), dtype=bool)
    for rows in gathered.rows.values():
        named[rows.child] = True
    nobody = int((born[named] <= NO_DAY).sum())
    if nobody and not len(gathered.rows["Header"]):
        words = "No Header was supplied, and no other table tells when these children were born."
        found = f"{nobody:,} children without a day of birth"
        none = Finding(
            Severity.REFUSED, "no Header", "", None, "", found, "the Header table beside the others", "", words
        )
        return [found_once([none], words)]
    said = np.zeros(len(born), dtype=bool)
    for name in ("Header", "Episodes", "Reviews", "Missing", "UASC"):
        rows = gathered.rows[name]
        unknown = np.flatnonzero((born[rows.child] <= NO_DAY) & ~said[rows.child] & (rows.child > 0))
        if "DOB" in rows.cells and rows.table.column("DOB").must_be_read:  # then it has been refused for itself
            unknown = unknown[rows.days("DOB")[unknown] != UNREADABLE]
        _, first = np.unique(rows.child[unknown], return_index=True)
        places = np.sort(unknown[first])
        said[rows.child[places]] = True
        words = "No table tells when the child was born."
        check = Check(f"{name}: no day of birth", Severity.REFUSED, name, "DOB", words, "a day of birth in Header")
        findings.append(found_in_rows(check, rows, places))
    return findings
