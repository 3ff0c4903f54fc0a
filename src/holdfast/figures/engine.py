"""How figures are counted: one plain query a figure, in the SQL that DuckDB, PostgreSQL and Spark all run unchanged.

Each row already carries its verdict, so a figure is a count of rows by year and by each of its bands, all in one pass.
A band's column is never null, so a null in the answer means "all of them".
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from holdfast.figures.cut import Cut
from holdfast.figures.figure import Count, Counted, Figure
from holdfast.figures.judging.bands import IN_ORDER
from holdfast.figures.judging.rows import NOT_KNOWN

if TYPE_CHECKING:
    import duckdb

Query = Callable[[str], Iterable[Sequence[Any]]]


def sql(figure: Figure) -> str:
    """The query of a figure: year, each band (null in the rows of all), met, told either way, cannot be told."""
    bands = "".join(f", {band}" for band in figure.bands)
    sets = ", ".join(["(year)", *(f"(year, {band})" for band in figure.bands)])
    if figure.met is None:
        counts = "count(*) AS met, count(*) AS told, 0 AS cannot_be_told"
    else:
        counts = (
            f"count(CASE WHEN {figure.met} = 'yes' THEN 1 END) AS met, "
            f"count(CASE WHEN {figure.met} IN ('yes', 'no') THEN 1 END) AS told, "
            f"count(CASE WHEN {figure.met} = 'cannot be told' THEN 1 END) AS cannot_be_told"
        )
    where = f" WHERE {figure.who_is_counted}" if figure.who_is_counted else ""
    return f"SELECT year{bands}, {counts} FROM {figure.table}{where} GROUP BY GROUPING SETS ({sets})"  # noqa: S608 - the catalogue's names


def count(cut: Cut, figures: Mapping[str, Figure]) -> dict[str, Counted]:
    """Count the figures over a cut, by name."""
    with connected(cut) as connection:
        return {
            name: counted(cut, figure, lambda query: connection.sql(query).fetchall())
            for name, figure in figures.items()
        }


@contextmanager
def connected(cut: Cut) -> "Iterator[duckdb.DuckDBPyConnection]":
    """A connection to DuckDB in which each judged table of the cut has its name.

    One thread: at a council's size, and a region's, a second costs more than it saves.
    """
    import duckdb  # noqa: PLC0415 - it takes a tenth of a second to load, which reading and checking need not wait for

    with duckdb.connect(config={"threads": 1}) as connection:
        for name, kept in cut.kept.items():
            if isinstance(kept, Path):
                connection.read_parquet(str(kept)).create_view(name)
            else:
                connection.register(name, kept)
        yield connection


def counted(cut: Cut, figure: Figure, query: Query) -> Counted:
    """Count one figure with any engine that runs a query and returns its rows."""
    years: dict[str, Count] = {}
    by: dict[str, dict[str, dict[str, Count]]] = {}
    not_told: dict[str, str] = {}
    for year in cut.manifest.year_ends if figure.is_stock else cut.manifest.years:
        if why := cut.tells(year, figure.needs, is_stock=figure.is_stock):
            not_told[year] = why
        else:
            years[year] = _count(figure, 0, 0, 0)
            by[year] = {band: {} for band in figure.bands}
    for year, *bands, met, told, cannot in query(sql(figure)):
        if year not in years:
            continue
        one = _count(figure, met, told, cannot)
        at = next((position for position, value in enumerate(bands) if value is not None), None)
        if at is None:
            years[year] = one
        else:
            by[year][figure.bands[at]][bands[at]] = one
    orders = {**IN_ORDER, "age_band": tuple(cut.manifest.settings.get("age_bands", ()))}
    for year, splits in by.items():
        for band, values in splits.items():
            if set(values) == {NOT_KNOWN}:
                splits[band] = {}
                not_told[f"{year}/{band}"] = f"{band.replace('_', ' ')} was not supplied for {year}"
            else:
                splits[band] = _in_order(values, orders.get(band, ()))
    return Counted(figure, dict(sorted(years.items())), dict(sorted(by.items())), not_told)


def _count(figure: Figure, met: int, told: int, cannot: int) -> Count:
    return Count(met, told if figure.met and figure.is_share else None, cannot)


def _in_order(values: Mapping[str, Count], order: Sequence[str]) -> dict[str, Count]:
    """In the band's own order, else numbers by size, then words by the alphabet; "not known" last."""
    places = {name: place for place, name in enumerate(order)}

    def place(value: str) -> tuple[bool, int, int, str]:
        number = int(value) if value.isdigit() else len(values) + 1000
        return value == NOT_KNOWN, places.get(value, len(places)), number, value

    return {value: values[value] for value in sorted(values, key=place)}
