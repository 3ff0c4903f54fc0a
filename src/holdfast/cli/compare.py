"""`holdfast compare`: how two cuts differ, child by child, and which figures move because of it."""

from dataclasses import asdict
from pathlib import Path

import click

from holdfast.cli.talking import Place, as_json, number_of, one_line, refuse
from holdfast.figures.compare import FigureMoves, RowDiffers, figures_that_move, rows_that_differ
from holdfast.figures.cut import Cut, CutError, load
from holdfast.figures.figure import Count

ROWS_SHOWN = 40


@click.command()
@click.argument("first", type=Place())
@click.argument("second", type=Place())
@click.option("--json", "in_json", is_flag=True, help="Print everything as JSON.")
@click.option("--all", "show_all", is_flag=True, help=f"List every row that differs, not the first {ROWS_SHOWN}.")
def command(first: Path, second: Path, in_json: bool, show_all: bool) -> None:
    """Say how the cut SECOND differs from the cut FIRST."""
    before, after = _load(first), _load(second)
    rows = list(rows_that_differ(before, after)) if before.manifest.hash != after.manifest.hash else []
    moves = figures_that_move(before, after) if rows else ()
    if in_json:
        said = {"rows": [asdict(row) for row in rows], "figures": [asdict(move) for move in moves]}
        click.echo(as_json(said, indent=1))
        return
    click.echo(f"{before.manifest.name!r} and {after.manifest.name!r}")
    if not rows:
        click.echo("They hold the same rows, and every figure is the same.")
        return
    click.echo(f"\n{number_of(len(moves), 'figure moves', 'figures move')}:" if moves else "\nNo figure moves.")
    for move in moves:
        click.echo(f"  {_moved(move)}")
    children = {row.key[1] for row in rows}
    differ, of = number_of(len(rows), "row differs", "rows differ"), number_of(len(children), "child", "children")
    click.echo(f"\n{differ}, of {of}:")
    for row in rows if show_all else rows[:ROWS_SHOWN]:
        click.echo(f"  {one_line(_differs(row))}")
    if not show_all and len(rows) > ROWS_SHOWN:
        click.echo(f"  … and {len(rows) - ROWS_SHOWN:,} more; --all lists them")


def _load(folder: Path) -> Cut:
    try:
        return load(folder)
    except CutError as error:
        refuse(f"Nothing was compared: {error}")


def _moved(move: FigureMoves) -> str:
    return f"{move.name} {move.year}: {_said(move.before)} to {_said(move.after)}"


def _said(count: Count | None) -> str:
    if count is None:
        return "cannot be told"
    untold = f" ({count.cannot_be_told} cannot be told)" if count.cannot_be_told else ""
    return f"{count.numerator}{'' if count.denominator is None else f' of {count.denominator}'}{untold}"


def _differs(row: RowDiffers) -> str:
    year, child, *day = row.key
    where = f"{row.table.replace('_', ' ')}, {year}, child {child}{''.join(f', {part}' for part in day)}"
    if not row.changes:
        return f"{where}: {row.how}"
    return f"{where}: " + "; ".join(f"{column} {old!r} to {new!r}" for column, old, new in row.changes)
