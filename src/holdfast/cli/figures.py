"""`holdfast figures`: every figure of a year, or the children behind one."""

import csv
import sys
from pathlib import Path
from typing import Any

import click

from holdfast.cli.source import open_source, year_asked, year_to_show
from holdfast.cli.spreadsheets import harmless
from holdfast.cli.talking import YEAR, Place, as_json, progress, refuse
from holdfast.figures.all_figures import all_figures
from holdfast.figures.behind import Behind, behind
from holdfast.figures.catalogue import FIGURES
from holdfast.figures.figure import Count, Counted
from holdfast.figures.rates import RATE
from holdfast.figures.suppression import hide_small

NOT_TOLD = "cannot be told"


@click.command()
@click.argument("source", type=Place())
@click.option("--year", help=YEAR)
@click.option("--json", "in_json", is_flag=True, help="Print JSON: every figure with its splits, trend and definition.")
@click.option("--who", "name", metavar="NAME", help="List the children behind a figure: met or not, and why.")
@click.option(
    "--hide-small", "hiding", is_flag=True, help="Hide numbers from 1 to 5, and those that would give them away."
)
def command(source: Path, year: str | None, in_json: bool, name: str | None, hiding: bool) -> None:
    """Count every figure over SOURCE, a folder of returns (or zip, workbook, XML) or a cut.

    A figure that cannot be told for the year says why instead of giving a number.
    """
    if name == RATE.name:
        refuse(f"--who: {name} is children_looked_after beside the residents; ask for --who children_looked_after.")
    if name and name not in FIGURES:
        refuse(f"--who: there is no figure called {name!r}; expected one of:\n  " + "\n  ".join(FIGURES))
    if name and hiding:
        refuse("--who lists children one by one, so it cannot be used with --hide-small.")
    asked = year_asked(year)
    with progress() as say:
        opened = open_source(source, year=asked, progress=say)
        shown = year_to_show(opened.cut, asked)
        if name:
            listed = behind(opened.cut, FIGURES[name], shown)
        else:
            say("Counting")
            figures = all_figures(opened.cut, opened.residents_under_18)
    if name:
        _print_behind(listed, in_json=in_json)
        return
    if hiding:
        figures = {name: hide_small(counted) for name, counted in figures.items()}
    if in_json:
        said = {name: as_plain(counted, shown) for name, counted in figures.items()}
        click.echo(as_json({"year": shown, "figures": said}, indent=1))
    else:
        _print_figures(figures, shown)


def as_plain(counted: Counted, year: str) -> dict[str, Any]:
    """A figure as JSON says it: its value in `unit`, its counts, its splits for the year and its trend."""
    figure, count = counted.figure, counted.years.get(year)
    return {
        "title": figure.title,
        "unit": figure.unit,
        "value": _value(counted, count),
        **_counts(count),
        "cannot_be_told": count.cannot_be_told if count else None,
        "not_told_because": counted.not_told.get(year),
        "by": {
            band: {value: _counts(each) for value, each in values.items()}
            for band, values in counted.by.get(year, {}).items()
        },
        "trend": {each: _counts(of_year) for each, of_year in counted.years.items()},
        "definition": figure.definition,
        "source": figure.source,
    }


def _value(counted: Counted, count: Count | None) -> float | int | None:
    if count is None or count.value is None or count.denominator is None:
        return count.value if count else None
    return count.value * counted.figure.per


def _counts(count: Count | None) -> dict[str, int | bool | None]:
    if count is None:
        return {"numerator": None}
    if count.hidden:
        return {"numerator": None, "hidden": True}
    if count.denominator is None:
        return {"numerator": count.numerator}
    return {"numerator": count.numerator, "denominator": count.denominator}


def _print_figures(figures: dict[str, Counted], year: str) -> None:
    width = max(len(counted.figure.title) for counted in figures.values())
    click.echo(f"Figures for {year}\n")
    for counted in figures.values():
        click.echo(f"{counted.figure.title:<{width}}  {_in_words(counted, year)}")
    click.echo("\n--json gives each figure's splits, trend and definition; --who NAME lists the children behind it.")


def _in_words(counted: Counted, year: str) -> str:
    count = counted.years.get(year)
    if count is None:
        return f"{NOT_TOLD}: {counted.not_told.get(year, 'nothing was supplied for the year')}"
    if count.hidden:
        return "hidden, because the number is small"
    untold = f"   ({count.cannot_be_told:,} cannot be told)" if count.cannot_be_told else ""
    if count.denominator is None:
        return f"{count.numerator:>7,}{untold}"
    if not count.denominator:
        return f"{'none to count':>7}{untold}"
    value = _value(counted, count)
    unit = "%" if counted.figure.per == 100 else f" per {counted.figure.per:,}"
    return f"{count.numerator:>7,} of {count.denominator:,} = {value:.1f}{unit}{untold}"


def _print_behind(listed: list[Behind], *, in_json: bool) -> None:
    if in_json:
        rows = [{**one._asdict(), "day": one.day.isoformat() if one.day else None} for one in listed]
        click.echo(as_json(rows, indent=1))
        return
    table = csv.writer(sys.stdout)
    table.writerow(("child", "day", "met", "because"))
    for one in listed:
        table.writerow([harmless(cell) for cell in one])
