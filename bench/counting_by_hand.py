"""How much slower is a figure counted from its definition than by a query written by hand for that one figure?

Both start from the same tables in memory, open their own DuckDB and hand over plain Python rows; the best of several.
Run as a program with a cut's folder, it prints what each spent and whether they agree.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import duckdb

from holdfast.figures import cut as cuts
from holdfast.figures.catalogue import FIGURES
from holdfast.figures.engine import count

TIMES = 7

IN_TIME = """
    SELECT year, {band} AS value, count(*) FILTER (all_reviews_in_time = 'yes') AS met,
           count(*) FILTER (all_reviews_in_time <> 'cannot be told') AS told
    FROM children_at_year_end WHERE four_weeks GROUP BY ALL
"""
REVIEWS_IN_TIME = """
    SELECT year, {band} AS value, count(*) FILTER (in_time = 'yes') AS met,
           count(*) FILTER (in_time <> 'cannot be told') AS told
    FROM reviews GROUP BY ALL
"""
REVIEWS_HELD = "SELECT year, {band} AS value, count(*) AS met, count(*) AS told FROM reviews GROUP BY ALL"
LOOKED_AFTER = """
    SELECT year, {band} AS value, count(*) AS met, count(*) AS told
    FROM children_at_year_end WHERE counted GROUP BY ALL
"""
BY_HAND = {
    "children_with_all_reviews_in_time": IN_TIME,
    "reviews_in_time": REVIEWS_IN_TIME,
    "reviews_held": REVIEWS_HELD,
    "children_looked_after": LOOKED_AFTER,
}
"""A query for each figure as an analyst would write it: once for the whole, and once again for each band."""

Answer = dict[tuple[str, str, str], int]


def by_hand(cut: cuts.Cut) -> Answer:
    """The figures by the queries above: (figure, year, band and value) to how many met it."""
    found: Answer = {}
    with duckdb.connect(config={"threads": 1}) as connection:
        for name, kept in cut.kept.items():
            connection.read_parquet(str(kept)).create_view(name)
        for name, query in BY_HAND.items():
            for band in ("'all'", *FIGURES[name].bands):
                for year, value, met, _ in connection.sql(query.format(band=band)).fetchall():
                    found[name, year, f"{band}={value}"] = met
    return found


def by_definition(cut: cuts.Cut) -> Answer:
    """The same figures from their definitions."""
    found: Answer = {}
    for name, counted in count(cut, {name: FIGURES[name] for name in BY_HAND}).items():
        for year, one in counted.years.items():
            found[name, year, "'all'=all"] = one.numerator or 0
        for year, bands in counted.by.items():
            for band, values in bands.items():
                for value, one in values.items():
                    found[name, year, f"{band}={value}"] = one.numerator or 0
    return found


def quickest(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds on the wall and of the processor, of the quickest of several goes."""
    goes = []
    for _ in range(TIMES):
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        goes.append((time.perf_counter() - wall, time.process_time() - cpu))
    return min(goes)


def main(folder: Path) -> None:
    """Time both ways over a cut and print them as JSON."""
    cut = cuts.load(folder)
    hand, definition = by_hand(cut), by_definition(cut)
    shared = [key for key in definition if definition[key]]
    spent = {
        "by hand": quickest(lambda: by_hand(cut)),
        "by definition": quickest(lambda: by_definition(cut)),
        "every figure": quickest(lambda: count(cut, FIGURES)),
        "agree": all(hand.get(key) == definition[key] for key in shared) and len(shared) > 0,
        "answers": len(shared),
        "rows": sum(table.rows for table in cut.manifest.tables.values()),
        "figures": len(FIGURES),
    }
    print(json.dumps(spent))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
