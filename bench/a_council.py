"""How long does one council wait: from the folder to the cut and all figures, and to the whole report?"""

from collections.abc import Iterator
from pathlib import Path

from bench.measuring import Spent, holdfast, python, run
from bench.page import Line

CHILDREN = 500
YEARS = 5


def measures(work: Path) -> Iterator[Line]:
    """Draw a council, cut it, count it, report it, each from a cold start (the quickest of three)."""
    start = run(python("-c", "import duckdb, pyarrow, pyarrow.parquet"), times=3)
    returns = work / "a-council"
    drawn = run(holdfast("draw", returns, "--children", str(CHILDREN), "--years", str(YEARS)))
    yield Line(
        f"holdfast draw: {CHILDREN} children, {YEARS} years", drawn, start, "Python, DuckDB and Arrow started, no more"
    )
    street = run(python("-m", "bench.bare_street", returns, work / "a-council.parquet"), times=3)
    cuts = [(run(holdfast("cut", returns, "--name", "bench", "--out", to)), to) for to in _folders(work)]
    cut, folder = min(cuts, key=lambda made: made[0].wall)
    yield Line("holdfast cut FOLDER", cut, street, "the bare street: CSV, facts, verdicts, Parquet, one count")
    counted = run(holdfast("figures", folder, "--json"), times=3)
    both = Spent(cut.wall + counted.wall, cut.cpu + counted.cpu, max(cut.memory, counted.memory))
    yield Line("and holdfast figures CUT --json after it", both, street, most_wall=3)
    figures = run(holdfast("figures", returns, "--json"), times=3)
    yield Line("holdfast figures FOLDER --json, without a cut", figures, street, most_wall=3)
    report = run(holdfast("report", returns, "--out", work / "a-report"))
    floor_is = "the figures of the same folder (the limit: theirs, and ten seconds)"
    yield Line("holdfast report FOLDER, all formats", report, figures, floor_is, most_wall=13)


def _folders(work: Path) -> list[Path]:
    return [work / f"a-cut-{time}" for time in range(3)]
