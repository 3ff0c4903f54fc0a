"""How is an invented council laid down as a folder: returns year by year, settings, neighbours and truth?"""

import csv
import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

from holdfast.drawing.boroughs import borough_called, neighbours_of
from holdfast.drawing.life import Town
from holdfast.drawing.tables import COLUMNS, Row, tables_of
from holdfast.drawing.town import DrawingError
from holdfast.rules.facts import year_name

Tables = Mapping[str, Sequence[Row]]

SETTINGS = """\
# The choices of this council. Everything here has a default; delete what you do not want to vary.
name = "{name}"
target_in_time = 95

[[promises]]
name = "Under fives every three months"
months = 3
under_age = 5
"""
INTRODUCTION = """\
This report is about an invented council. Nobody in it is real: every child, move and review was drawn by chance, so
that the service can be shown without showing anybody's life.

Replace this page, `prose/introduction.md`, with the words of your own service.
"""


def make_room(out: Path, *, replace: bool) -> None:
    """Make sure `out` is an empty folder; DrawingError if something is in it and it may not be replaced."""
    if out.exists() and not out.is_dir():
        raise DrawingError(f"{out} is a file; expected a folder that is new or empty")
    if out.is_dir() and any(out.iterdir()):
        if not replace:
            raise DrawingError(f"{out} is not empty; name another folder, or add --replace to put the drawing there")
        if not (out / MARK).is_file():
            raise DrawingError(f"{out} was not drawn by holdfast, so it is not replaced; name another folder")
        shutil.rmtree(out)
    out.mkdir(parents=True, exist_ok=True)
    (out / MARK).write_text("Invented by holdfast draw; --replace may take it away.\n", encoding="utf-8")


MARK = ".drawn"
"""Lies in every drawn folder, so that --replace can never take away a folder of real returns."""


def write_years(town: Town, out: Path) -> None:
    """Write each year's tables as CSV files in a folder of the year's name, such as 2021-22/episodes.csv."""
    for year in town.years:
        folder = out / year_name(year)
        folder.mkdir()
        for name, rows in tables_of(town, year).items():
            write_table(folder / f"{name}.csv", COLUMNS[name], rows)


def write_table(file: Path, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """One table as CSV, UTF-8, a head row first."""
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def write_surroundings(town: Town, out: Path, looked_after: Mapping[int, int], seed: int) -> None:
    """Write council.toml, prose, population.csv and neighbours.csv; `looked_after` is by year, at its 31 March."""
    rng = Random(f"{seed}/surroundings")
    name = town.name.replace("\\", "").replace('"', "'")
    (out / "council.toml").write_text(SETTINGS.format(name=name), encoding="utf-8")
    (out / "prose").mkdir()
    (out / "prose" / "introduction.md").write_text(INTRODUCTION, encoding="utf-8")
    residents = max(looked_after[town.years[-1]], 1) * borough_called(town.name).residents_for_each_child
    people, rates = [], []
    for at, year in enumerate(town.years):
        people.append((year_name(year), str(round(residents * (1 + 0.004 * (at - len(town.years)))))))
    for borough in neighbours_of(town.name)[:5]:
        rate = 10_000 / borough.residents_for_each_child
        for year in town.years:
            rate *= rng.uniform(0.97, 1.045)
            rates.append((year_name(year), borough.name, f"{rate:.0f}"))
    write_table(out / "population.csv", ("year", "residents_under_18"), people)
    write_table(out / "neighbours.csv", ("year", "name", "children_per_10000"), rates)


def write_truth(out: Path, truth: Mapping[str, Any]) -> None:
    """Write what is true of the drawing beside it, as expected.json."""
    (out / "expected.json").write_text(json.dumps(truth, indent=1, sort_keys=True) + "\n", encoding="utf-8")
