"""What do these returns say? From a folder, zip, workbook, XML or CSV file to one history, and all that was found."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from holdfast.returns.checks.all_checks import check_history
from holdfast.returns.checks.cells import check_cells
from holdfast.returns.checks.check import Subject
from holdfast.returns.checks.two_readings import check_readings
from holdfast.returns.findings import Findings, Found, Severity, found_once, in_order
from holdfast.returns.gathering import Gathered, Gathering, gathered
from holdfast.returns.history import history, years_with_rows
from holdfast.returns.joining import joined
from holdfast.returns.opening import open_all
from holdfast.returns.rows import SourceFile
from holdfast.returns.settling import settle_years
from holdfast.returns.sheets import CannotBeReadError
from holdfast.returns.tidying import births_nowhere, leave_out_files_given_twice, without_what_says_nothing
from holdfast.rules.facts import History, year_name

A_RETURN = "a folder, zip, workbook, XML or CSV file of an SSDA903 return"
MANY = 200_000
"""From so many facts on they are set aside from later garbage collections, which would walk them for nothing."""
NEEDED = {
    "Episodes": (Severity.ERROR, "who was looked after cannot be told"),
    "Header": (Severity.ERROR, "who the children are is known only from other years"),
    "Reviews": (Severity.WARNING, "nothing about its reviews can be told"),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the history, None when anything was refused; every finding; the files; the years they are of."""

    history: History | None
    findings: Findings
    sources: tuple[SourceFile, ...]
    years: tuple[int, ...]

    @property
    def refused(self) -> bool:
        """Whether something was refused, so that nothing is loaded."""
        return self.history is None


def read(path: Path, *, year: int | None = None, progress: Callable[[str], None] | None = None) -> Reading:
    """Read every return at or below `path`, check it, and join its years into one history.

    `year` is the year (of 1 April) of files whose names tell none; without it, it is worked out from their dates.
    `progress` is called with a few words as each file and step begins. Bad input never raises: it is a finding, and
    where it is refused there is no history.
    """
    with collector_at_rest():
        return _read(path, year, progress or _say_nothing)


def _read(path: Path, year: int | None, tell: Callable[[str], None]) -> Reading:
    gathering = Gathering()
    if not path.exists():
        gathering.refuse(str(path), CannotBeReadError("nothing at this place", A_RETURN))
        return _refused(gathering)
    for opened in open_all(path, tell):
        if opened.refused:
            gathering.refuse(opened.name, opened.refused)
        if opened.passed_over:
            gathering.say(Severity.NOTED, "file passed over", opened.name, f"Passed over: {opened.passed_over}.")
        for sheet in opened.sheets:
            gathering.add(sheet)
    settle_years(gathering, context=_context(path), asked=year)
    leave_out_files_given_twice(gathering)
    if not any(len(piece.row) for piece in gathering.pieces):
        if not any(finding.severity is Severity.REFUSED for finding in gathering.findings):
            name = path.resolve().name or str(path)
            gathering.refuse(name, CannotBeReadError("no table of the return with any row in it", A_RETURN))
        return _refused(gathering)
    tell("Understanding what was read")
    return _checked_and_joined(gathering, tell)


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Rest Python's collector of cycles: cells and facts hold none, and walking millions takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _say_nothing(_words: str) -> None:
    """Nobody watches."""


def _context(path: Path) -> str:
    folder = path.resolve() if path.is_dir() else path.resolve().parent
    return f"{folder.parent.name}/{folder.name}"


def _checked_and_joined(gathering: Gathering, tell: Callable[[str], None]) -> Reading:
    as_given = gathered(gathering)
    everything, left_out = without_what_says_nothing(as_given)
    years = tuple(sorted({source.year for source in everything.sources}))
    _say_what_is_missing(gathering, everything, years)
    tell("Checking")
    found = [*_grouped(gathering), *left_out, *check_cells(everything), *check_readings(as_given, everything)]
    if not _anything_refused(found):
        tell("Joining the years")
        together = joined(everything)
        found += births_nowhere(everything, together.born)
        found += check_history(Subject(everything, together))
        if not _anything_refused(found):
            facts = history(everything, together)
            if len(together.episodes) + len(together.reviews) > MANY:
                gc.freeze()
            return Reading(facts, in_order(found), everything.sources, years)
    return Reading(None, in_order(found), everything.sources, years)


def _say_what_is_missing(gathering: Gathering, everything: Gathered, years: tuple[int, ...]) -> None:
    """Say which years lack what; of a file that was refused it is not known what it would have told."""
    if any(finding.severity is Severity.REFUSED for finding in gathering.findings):
        return
    for year in sorted(set(range(min(years), max(years))) - set(years)):
        words = f"Nothing was supplied for {year_name(year)}; what reaches across it cannot be told."
        gathering.say(Severity.WARNING, "no return", "", words, expected=f"the return of {year_name(year)}")
    for table, (severity, meaning) in NEEDED.items():
        for year in sorted(set(years) - set(years_with_rows(everything, table))):
            gathering.say(
                severity,
                f"no {table}",
                "",
                f"For {year_name(year)} no rows of {table} were supplied: {meaning}.",
                expected=f"{table} for {year_name(year)}",
            )


def _anything_refused(found: list[Found]) -> bool:
    return any(group.count and group.severity is Severity.REFUSED for group in found)


def _refused(gathering: Gathering) -> Reading:
    return Reading(None, in_order(_grouped(gathering)), (), ())


def _grouped(gathering: Gathering) -> list[Found]:
    """The findings about files, each check's together."""
    by_check = sorted(gathering.findings, key=lambda finding: (finding.check, finding.severity.rank))
    groups = groupby(by_check, key=lambda finding: (finding.check, finding.severity))
    listed = [list(findings) for _, findings in groups]
    return [found_once(findings, findings[0].message if len(findings) == 1 else "") for findings in listed]
