"""Where figures come from on the command line: a folder of returns, or a cut made from one before."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from holdfast.cli import clock
from holdfast.cli.talking import refuse, refuse_returns, settings_explained
from holdfast.council import Council, read_council
from holdfast.figures.cut import Cut, CutError, freeze, is_cut, load
from holdfast.figures.from_returns import NothingLoaded, judged
from holdfast.reports.neighbours import read_population
from holdfast.returns.reading import Reading
from holdfast.rules.facts import year_called, year_name


@dataclass(frozen=True, slots=True)
class Source:
    """A cut, the council it is of, what reading the returns found (None for a cut made before), and who lives there."""

    cut: Cut
    council: Council
    reading: Reading | None
    residents_under_18: Mapping[str, int]


def year_asked(name: str | None) -> int | None:
    """Read a year given as an option; refuses in words what is not one."""
    if name is None:
        return None
    try:
        return year_called(name)
    except ValueError as error:
        refuse(f"--year: {error}")


def council_beside(path: Path) -> Council:
    """The settings in council.toml beside the returns, or the defaults; refuses in words what cannot be used."""
    with settings_explained():
        return read_council(folder_of(path))


def folder_of(path: Path) -> Path:
    """The folder where what lies beside the returns is looked for."""
    return path if path.is_dir() else path.parent


def open_source(path: Path, *, year: int | None, name: str = "", progress: Callable[[str], None]) -> Source:
    """Open a cut, or read and judge returns, refusing in words whatever cannot be used.

    `year` is taken as the year of a return that does not say its own.
    """
    council = council_beside(path)
    with settings_explained():
        residents = read_population(folder_of(path))
    if path.is_dir() and is_cut(path):
        try:
            cut = load(path)
        except CutError as error:
            refuse(f"Nothing was counted: {error}")
        return Source(cut, replace(council, name=cut.manifest.council), None, residents)
    try:
        manifest, tables, reading = judged(
            path, council=council, name=name, made=clock.made_at(clock.now()), year=year, progress=progress
        )
    except NothingLoaded as refused:
        refuse_returns(refused.reading.findings)
    progress("Freezing the judged tables")
    cut, _ = freeze(manifest, tables)
    return Source(cut, council, reading, residents)


def year_to_show(cut: Cut, asked: int | None) -> str:
    """The year asked for, or the last supplied; refuses in words a year the cut knows nothing of."""
    known = sorted({*cut.manifest.years, *cut.manifest.year_ends})
    if not known:
        refuse("No year can be told: no episodes or reviews were supplied.")
    if asked is None:
        return cut.manifest.year or known[-1]
    name = year_name(asked)
    if name not in known:
        refuse(f"--year: nothing was supplied for {name}; expected one of {', '.join(known)}")
    return name
