"""How joined rows become the facts that every rule reads."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any, TypeVar

import numpy as np

from holdfast.returns import codes
from holdfast.returns.gathering import Gathered
from holdfast.returns.joining import Joined
from holdfast.returns.rows import Rows
from holdfast.returns.texts import BoolArray, IntArray
from holdfast.rules.facts import Child, Episode, History, Missing, ReviewHeld, Told, year_starts_on

Fact = TypeVar("Fact", bound=tuple[Any, ...])
Value = TypeVar("Value")


def history(gathered: Gathered, joined: Joined) -> History:
    """The facts in the joined rows: one entry a child, in order of id, each child's facts in order of day."""
    years = tuple(sorted({source.year for source in gathered.sources}))
    return History(
        children=_children(gathered, joined),
        episodes=_episodes(gathered.rows["Episodes"], joined.episodes),
        reviews=_reviews(gathered.rows["Reviews"], joined.reviews),
        missing=_missing(gathered.rows["Missing"], joined.missing),
        episodes_told=_told(years_with_rows(gathered, "Episodes")),
        reviews_told=_told(years_with_rows(gathered, "Reviews")),
        years_told=years,
        tables_told={
            year: frozenset(
                source.table
                for source in gathered.sources
                if source.year == year and (source.rows or source.table not in ("Episodes", "Reviews", "Header"))
            )
            for year in years
        },
    )


def years_with_rows(gathered: Gathered, table: str) -> list[int]:
    """The years for which the table was supplied with any row in it; headings alone tell nothing."""
    return sorted({source.year for source in gathered.sources if source.table == table and source.rows})


def _told(years: Sequence[int]) -> tuple[Told, ...]:
    told: list[Told] = []
    for year in years:
        starts_on, ends_on = year_starts_on(year), year_starts_on(year + 1)
        if told and told[-1].ends_on == starts_on:
            starts_on = told.pop().starts_on
        told.append(Told(starts_on, ends_on))
    return tuple(told)


def _children(gathered: Gathered, joined: Joined) -> dict[str, Child]:
    rows, ids = gathered.rows, gathered.meanings.ids.values
    header = rows["Header"]
    named = np.zeros(len(ids), dtype=bool)
    for table in ("Header", "Episodes", "Reviews", "Missing", "UASC"):
        named[rows[table].child] = True
    unaccompanied = _unaccompanied(rows["UASC"])
    numbers = np.flatnonzero(named)
    at = joined.header[numbers]
    described = at >= 0
    columns = (
        _each(ids, numbers),
        _days_of_birth(joined.born[numbers]),
        _where(described, _sexes(header, at[described])),
        _where(described, _codes(header, "ETHNIC", at[described])),
        [mother == "1" for mother in _where(described, _codes(header, "MOTHER", at[described]))],
        [number in unaccompanied for number in numbers.tolist()],
        list(map(unaccompanied.get, numbers.tolist())),
    )
    return dict(zip(columns[0], _made(Child, columns), strict=True))


def _days_of_birth(born: IntArray) -> list[date]:
    days, place = np.unique(born, return_inverse=True)
    return _each([date.fromordinal(day) for day in days.tolist()], place)


def _where(described: BoolArray, codes_given: list[str]) -> list[str]:
    """The codes where there is a header to give one, "" elsewhere."""
    every = np.full(len(described), "", dtype=object)
    every[described] = codes_given
    told: list[str] = every.tolist()
    return told


def _sexes(header: Rows, places: IntArray) -> list[str]:
    """The code of sex in each of these headers, as its year writes it."""
    year = header.year[places]
    sexes = np.array(_codes(header, "SEX", places), dtype=object)
    for one in np.unique(year).tolist():
        of_year = year == one
        sexes[of_year] = [codes.sex_in(one, code) for code in sexes[of_year]]
    in_words: list[str] = sexes.tolist()
    return in_words


def _unaccompanied(rows: Rows) -> dict[int, date | None]:
    """The children the return says are unaccompanied, by number, and until when as the latest year says."""
    dates, day = rows.meanings.days.dates, rows.days("DUC")
    order = np.lexsort((day, rows.year, rows.child))
    until = [dates[cell] for cell in rows.cells["DUC"][order].tolist()]
    return dict(zip(rows.child[order].tolist(), until, strict=True))


def _episodes(rows: Rows, order: IntArray) -> dict[str, tuple[Episode, ...]]:
    columns = (
        _ids(rows, order),
        _dates(rows, "DECOM", order),
        _dates(rows, "DEC", order),
        *(_codes(rows, column, order) for column in ("RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "REC")),
        _codes(rows, "REASON_PLACE_CHANGE", order),
        _known_codes(rows, "PL_LOCATION", order),
        _each(rows.meanings.distances.miles, rows.cells["PL_DISTANCE"][order]),
    )
    return _by_child(rows, order, _made(Episode, columns))


def _reviews(rows: Rows, order: IntArray) -> dict[str, tuple[ReviewHeld, ...]]:
    nothing: list[None] = [None] * len(order)
    columns = (_ids(rows, order), _dates(rows, "REVIEW", order), _codes(rows, "REVIEW_CODE", order), nothing)
    return _by_child(rows, order, _made(ReviewHeld, columns))


def _missing(rows: Rows, order: IntArray) -> dict[str, tuple[Missing, ...]]:
    kinds, starts = _codes(rows, "MISSING", order), _dates(rows, "MIS_START", order)
    return _by_child(rows, order, _made(Missing, (_ids(rows, order), kinds, starts, _dates(rows, "MIS_END", order))))


def _made(kind: type[Fact], columns: Sequence[list[Any]]) -> tuple[Fact, ...]:
    """Named tuples straight from their columns, which must stand in the order of the fields."""
    return tuple(map(partial(tuple.__new__, kind), zip(*columns, strict=True)))


def _by_child(rows: Rows, order: IntArray, facts: tuple[Fact, ...]) -> dict[str, tuple[Fact, ...]]:
    if not facts:
        return {}
    child = rows.child[order]
    starts = np.concatenate([[0], np.flatnonzero(child[1:] != child[:-1]) + 1])
    bounds = [*starts.tolist(), len(facts)]
    ids = rows.meanings.ids.values
    return {
        ids[number]: facts[start:stop]
        for number, start, stop in zip(child[starts].tolist(), bounds[:-1], bounds[1:], strict=True)
    }


def _ids(rows: Rows, order: IntArray) -> list[str]:
    return _each(rows.meanings.ids.values, rows.child[order])


def _dates(rows: Rows, column: str, order: IntArray) -> list[date | None]:
    return _each(rows.meanings.days.dates, rows.cells[column][order])


def _codes(rows: Rows, column: str, order: IntArray) -> list[str]:
    return _each(rows.meaning(column).values, rows.codes(column)[order])


def _known_codes(rows: Rows, column: str, order: IntArray) -> list[str]:
    kind = rows.table.column(column).kind
    values = [value if codes.is_known(kind, value) else "" for value in rows.meaning(column).values]
    return _each(values, rows.codes(column)[order])


def _each(values: Sequence[Value], places: IntArray) -> list[Value]:
    """The value at each place."""
    each: list[Value] = np.array(values, dtype=object)[places].tolist()
    return each
