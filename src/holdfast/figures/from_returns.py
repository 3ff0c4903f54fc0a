"""From a folder of returns to a cut: read, check, judge, in that order, stopping where anything was refused."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa

from holdfast.council import Council
from holdfast.figures.cut import Manifest, SourceNamed
from holdfast.figures.judging import judge, year_ends_told
from holdfast.returns.reading import Reading, collector_at_rest, read
from holdfast.rules.facts import year_name

Progress = Callable[[str], None]


class NothingLoaded(Exception):
    """The returns were refused; `reading` holds what was found, and no figure may be made from it."""

    def __init__(self, reading: Reading) -> None:
        super().__init__("the returns were refused, so nothing was loaded")
        self.reading = reading


def judged(
    path: Path, *, council: Council, name: str, made: str, year: int | None = None, progress: Progress | None = None
) -> tuple[Manifest, dict[str, pa.Table], Reading]:
    """Read and judge the returns at the path: the manifest of a cut to be frozen, its tables, and what reading found.

    `year` is the return's year where neither names nor folders say it. Raises NothingLoaded when anything was refused.
    """
    with collector_at_rest():
        reading = read(path, year=year, progress=progress)
        if reading.history is None:
            raise NothingLoaded(reading)
        history = reading.history
        tables = dict(judge(history, council=council, progress=progress))
    years = tuple(year_name(each) for each in history.years_told)
    manifest = Manifest(
        name=name,
        council=council.name,
        year=years[-1] if years else "",
        made=made,
        years=years,
        year_ends=tuple(year_name(each) for each in year_ends_told(history.episodes_told)),
        told={year_name(each): tuple(sorted(named)) for each, named in sorted(history.tables_told.items())},
        sources=tuple(
            SourceNamed(file.name, file.table, year_name(file.year) if file.year else "", file.rows, file.sha256)
            for file in reading.sources
        ),
        findings=dict(sorted(Counter(reading.findings.count_by_severity()).items())),
        settings={
            "age_bands": [band.name for band in council.age_bands],
            "timeliness_judged_on": council.timeliness_judged_on,
            "silent_attendance_fails": council.silent_attendance_fails,
            "chinese_is_asian": council.chinese_is_asian,
        },
        tables={},
    )
    return manifest, tables, reading
