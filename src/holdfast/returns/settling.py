"""Which year each file read is the return of: named, told by the person, or worked out from its dates."""

from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date
from pathlib import PurePosixPath

import numpy as np

from holdfast.returns.dates import read_day
from holdfast.returns.findings import Severity
from holdfast.returns.gathering import Gathering, Piece
from holdfast.returns.sheets import CannotBeReadError
from holdfast.returns.texts import IntArray, trimmed
from holdfast.returns.years import year_named, years_in
from holdfast.rules.facts import year_name, year_of

DATED = (("Episodes", ("DECOM", "DEC")), ("Reviews", ("REVIEW",)), ("Missing", ("MIS_START",)))
STRAYS = 200
"""A year is believed to be the latest when at least one date in so many lies in it; fewer are slips of the pen."""
SAME_ROWS = 0.2
"""Two files of one table that share more than this part of their rows are two years' returns, not two parts of one."""

NAME_IT = "the year in the name of the file or its folder, such as 2014-15, or --year"


def settle_years(gathering: Gathering, *, context: str, asked: int | None) -> None:
    """Give every piece its year; a piece whose year cannot be told is refused and left out.

    `context` is the name of the folder read and of the one above it. `asked` is the year of files that name none.
    """
    for piece in gathering.pieces:
        piece.year = _named(piece, context)
    unnamed = [piece for piece in gathering.pieces if piece.year is None]
    named = {piece.year for piece in gathering.pieces if piece.year is not None}
    if asked is not None:
        for piece in unnamed:
            piece.year = asked
    else:
        together: dict[str, list[Piece]] = defaultdict(list)
        for piece in unnamed:
            together[_container(piece)].append(piece)
        inferred = {container: _inferred(gathering, pieces) for container, pieces in together.items()}
        known = named | {year for year in inferred.values() if year is not None}
        for container, pieces in together.items():
            year = inferred[container]
            if year is None and len(known) == 1:
                year = next(iter(known))
            _give(gathering, pieces, year)
    gathering.pieces = [piece for piece in gathering.pieces if piece.year is not None]


def _named(piece: Piece, context: str) -> int | None:
    in_part = years_in(piece.sheet.part)
    if len(in_part) == 1:
        return next(iter(in_part))
    named = year_named(piece.sheet.file)
    return named if named is not None else year_named(context)


def _container(piece: Piece) -> str:
    """Files that belong together: the sheets of a workbook, the tables of an XML file, the loose files of a folder."""
    return piece.sheet.file if piece.sheet.part else str(PurePosixPath(piece.sheet.file).parent) + "/"


def _give(gathering: Gathering, pieces: list[Piece], year: int | None) -> None:
    for piece in pieces:
        if year is None:
            if len(piece.row):
                found = f"{piece.table.name} without a year"
                gathering.refuse(piece.sheet.name, CannotBeReadError(found, NAME_IT))
            continue
        piece.year = year
        gathering.say(
            Severity.NOTED,
            "year worked out",
            piece.sheet.name,
            f"No name says which year this is; by its dates, or those of the files beside it, it is {year_name(year)}.",
            found=year_name(year),
            expected=NAME_IT,
        )


def _inferred(gathering: Gathering, pieces: list[Piece]) -> int | None:
    """The year of files that lie together: of their episodes' latest dates, else of their reviews', else unknown."""
    for table, columns in DATED:
        of_table = [piece for piece in pieces if piece.table.name == table and len(piece.row)]
        years = [_latest_year(gathering, [piece], columns) for piece in of_table]
        if len(set(years)) > 1 and _hold_the_same_rows(of_table, columns[0]):
            return None
        latest = _latest_year(gathering, of_table, columns)
        if latest is not None:
            return latest
    return None


def _latest_year(gathering: Gathering, pieces: list[Piece], columns: tuple[str, ...]) -> int | None:
    counted: Counter[int] = Counter()
    year_at = _year_of_each_text(gathering)
    for piece in pieces:
        for column in columns:
            numbers, times = np.unique(piece.cells[column], return_counts=True)
            for number, count in zip(numbers.tolist(), times.tolist(), strict=True):
                year = year_at(number)
                if year is not None:
                    counted[year] += count
    enough = sum(counted.values()) / STRAYS
    return max((year for year, count in counted.items() if count >= enough), default=None)


def _year_of_each_text(gathering: Gathering) -> Callable[[int], int | None]:
    texts = list(gathering.numbers["date"])

    def year_at(number: int) -> int | None:
        text = trimmed(texts[number])
        day: date | None = read_day(text).day if text else None
        return None if day is None else year_of(day)

    return year_at


def _hold_the_same_rows(pieces: list[Piece], column: str) -> bool:
    keys = [_keys(piece, column) for piece in pieces]
    for at, one in enumerate(keys):
        for other in keys[at + 1 :]:
            if np.isin(one, other).sum() > SAME_ROWS * min(len(one), len(other)):
                return True
    return False


def _keys(piece: Piece, column: str) -> IntArray:
    keys: IntArray = piece.cells["CHILD"].astype(np.int64) * 2**31 + piece.cells[column]
    return keys
