"""Who is behind a figure: each child, review or time that was counted, whether they met it, and why."""

from datetime import date
from typing import NamedTuple

from holdfast.figures.cut import Cut
from holdfast.figures.engine import connected
from holdfast.figures.figure import Figure
from holdfast.figures.judging.judged import SCHEMAS

DAYS = ("held_on", "came_on", "left_on", "starts_on")


class Behind(NamedTuple):
    """One row that a figure counts: `day` for a review or a time, `met` a verdict, `because` a sentence."""

    child_id: str
    day: date | None
    met: str
    because: str


def behind(cut: Cut, figure: Figure, year: str) -> list[Behind]:
    """Everyone counted in the year, in order of child and day. A plain count is met by everyone in it."""
    day = next((name for name in DAYS if name in SCHEMAS[figure.table].names), "NULL")
    met = figure.met or "'yes'"
    where = f" AND {figure.who_is_counted}" if figure.who_is_counted else ""
    query = (
        f"SELECT child_id, {day}, {met}, {figure.because} FROM {figure.table} "  # noqa: S608 - the catalogue's names
        f"WHERE year = ?{where} ORDER BY child_id, 2"
    )
    with connected(cut) as connection:
        return [Behind(*row) for row in connection.execute(query, [year]).fetchall()]
